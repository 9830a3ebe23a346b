"""Live captions of the microphone, until Ctrl-C."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.program import new_home
from tests.tiny_model import make_tiny_model, speak
from tests.virtual_sound import VirtualSound


@pytest.mark.sound
def test_what_is_spoken_is_captioned_until_it_is_stopped(
    sound: VirtualSound, tmp_path: Path
) -> None:
    model = make_tiny_model(tmp_path / "model")
    silence = np.zeros(16_000, np.float32)
    soundfile.write(tmp_path / "a.wav", np.concatenate([speak("good evening"), silence]), 16_000)
    program = (sys.executable, "-m", "assistant", "caption", "--live", "--json", "--model", model)
    with subprocess.Popen(
        [*map(str, program), "-o", str(tmp_path / "out")],
        env={**new_home(tmp_path), **sound.environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        events = map(json.loads, running.stdout or ())
        while next(events)["event"] != "listening":
            pass
        sound.speak(tmp_path / "a.wav")
        settled = next(each for each in events if each.get("words"))
        running.send_signal(signal.SIGINT)
        last = list(events)[-1]
    assert settled["words"][0]["text"] == "good"
    assert last["event"] == "latency"
    assert running.returncode == 0
    assert (tmp_path / "out" / "live.m3u8").read_text().endswith("#EXT-X-ENDLIST\n")
