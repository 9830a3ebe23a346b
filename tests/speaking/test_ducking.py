"""Other programs' sound, lowered on the private sound server and given back."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.speaking.ducking import Ducker
from tests.virtual_sound import VirtualSound


def volumes() -> list[int]:
    """Of each channel of each stream, in percent."""
    listed = subprocess.run(
        ["pactl", "-f", "json", "list", "sink-inputs"], capture_output=True, check=True
    )
    found = [each["volume"] for each in json.loads(listed.stdout)]
    return [round(channel["value"] / 655.36) for volume in found for channel in volume.values()]


@contextmanager
def music(folder: Path) -> Iterator[None]:
    """Another program plays."""
    file = folder / "music.wav"
    soundfile.write(file, np.zeros((48_000 * 60, 2), np.float32), 48_000)
    playing = subprocess.Popen(["paplay", "--volume=52429", str(file)])  # 80 %
    try:
        while not volumes():
            assert playing.poll() is None
        yield
    finally:
        playing.kill()
        playing.wait()


@pytest.mark.sound
def test_other_sound_is_lowered_once_and_given_back(sound: VirtualSound, tmp_path: Path) -> None:
    assert sound.environment
    ducker = Ducker(0.25)
    with music(tmp_path):
        for _ in range(2):
            ducker.lower()
            assert volumes() == [20, 20]
        ducker.restore(after_s=60)
        assert volumes() == [20, 20], "an answer is waited for"
        ducker.lower()
        ducker.restore()
        assert volumes() == [80, 80]
        ducker.lower()
        index = json.loads(subprocess.check_output(["pactl", "-f", "json", "list", "sink-inputs"]))
        subprocess.run(
            ["pactl", "set-sink-input-volume", str(index[0]["index"]), "50%"], check=True
        )
        ducker.restore()
        assert volumes() == [50, 50], "what somebody turned meanwhile stays"


def test_our_own_sound_is_left_alone(tmp_path: Path) -> None:
    described = {
        "index": 7,
        "volume": {"mono": {"value": 65_536}},
        "properties": {"application.process.id": str(os.getpid())},
    }
    assert calls(tmp_path, json.dumps([described])) == ["-f json list sink-inputs"]


@pytest.mark.parametrize("listed", ["", "no JSON", '[{"index": 1}]', '[{"volume": 1}]'])
def test_a_server_that_cannot_be_read_is_left_alone(tmp_path: Path, listed: str) -> None:
    assert calls(tmp_path, listed) == ["-f json list sink-inputs"]


def test_without_the_program_nothing_happens(tmp_path: Path) -> None:
    ducker = Ducker(0.5, str(tmp_path / "gone"))
    ducker.lower()
    ducker.restore()


def test_nothing_is_asked_where_nothing_is_to_be_lowered(tmp_path: Path) -> None:
    assert calls(tmp_path, "[]", share=1.0) == []


def calls(folder: Path, listed: str, share: float = 0.5) -> list[str]:
    """What a pactl that lists this is called with, to lower and to restore."""
    program, log = folder / "pactl", folder / "calls"
    log.touch()
    program.write_text(f"#!/bin/sh\necho \"$@\" >>{log}\ncat <<'END'\n{listed}\nEND\n")
    program.chmod(0o755)
    ducker = Ducker(share, str(program))
    ducker.lower()
    ducker.restore()
    return log.read_text().splitlines()
