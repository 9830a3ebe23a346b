"""`assistant caption`, as people run it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.captioning.studio import SENTENCES, record, said
from tests.program import ROOT, Home, new_home, run
from tests.tiny_model import make_tiny_model

PAGE = (ROOT / "docs" / "captions.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record(tmp_path_factory.mktemp("sound") / "talk.wav")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    model = make_tiny_model(tmp_path / "model")
    return {**new_home(tmp_path), "ASSISTANT_RECOGNITION_MODEL": str(model)}


def test_several_recordings_in_several_formats(home: Home, recording: Path, tmp_path: Path) -> None:
    files = [shutil.copy(recording, tmp_path / f"{name}.wav") for name in "ab"]
    out, kinds = tmp_path / "out", ("-f", "srt", "-f", "txt", "-f", "txt", "--html")
    flags = ("--json", "--no-punctuation", "-o", out, *kinds, "--jobs", 2)
    done = run(home, "caption", *flags, *files, tmp_path / "no.wav")
    assert done.returncode == 1
    rows = {Path(row["source"]).name: row for row in map(json.loads, done.stdout.splitlines())}
    assert rows.keys() == {"a.wav", "b.wav", "no.wav"}
    assert "no.wav" in rows["no.wav"]["error"]
    assert rows["a.wav"]["words"] == sum(len(text.split()) for text in SENTENCES)
    written = [f"{name}.{kind}" for name in "ab" for kind in ("html", "srt", "txt")]
    assert sorted(file.name for file in out.iterdir()) == written
    assert (out / "a.txt").read_text().split() == " ".join(SENTENCES).split()


def test_the_example_of_the_page_works_and_does_nothing_twice(
    home: Home, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = re.findall(r"^\$ assistant (.+)$", PAGE, re.MULTILINE)[0].split()
    monkeypatch.chdir(tmp_path)
    shutil.copy(recording, command[-1])
    first, second = run(home, *command), run(home, *command)
    assert first.returncode == second.returncode == 0, first.stderr
    assert "→" in first.stdout
    assert "there already" in second.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "doc", "x.wav"], "there are"),
        (["--stride-length", "1", "x.wav"], "--chunk-length"),
        (["--chunk-length", "1", "--stride-length", "1", "examples/01-timer.wav"], "longer"),
        (["--live", "--dask", "tcp://here:1", "x.wav"], "--dask"),
        (["--live", "--batch", "1", "x.wav"], "--batch is for whole recordings"),
        (["--live", "--stride-length", "0", "x.wav"], "--stride-length is for whole recordings"),
        (["--live", "--punctuation", "x.wav"], "--punctuation is for whole recordings"),
        (["--live", "--device", "desk", "x.wav"], "--device is the microphone"),
        (["--device", "desk", "x.wav"], "--device is the microphone"),
        ([], "Name a file or URL, or give --live"),
        (["examples/01-timer.wav", ""], "One of the names is empty"),
        (["--live", ""], "One of the names is empty"),
    ],
)
def test_what_cannot_work_is_misuse(home: Home, arguments: list[str], message: str) -> None:
    done = run(home, "caption", "-o", home["HOME"], *arguments)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr


def test_an_hour_of_silence_needs_no_more_memory_than_a_minute(home: Home, tmp_path: Path) -> None:
    def peak_mb(minutes: int) -> float:
        file = tmp_path / f"{minutes}.flac"
        with soundfile.SoundFile(file, "w", 16_000, 1) as sound:
            for _ in range(minutes):
                sound.write(np.zeros(60 * 16_000, np.float32))
        program = (sys.executable, "-m", "assistant", "caption", file)
        child = subprocess.Popen(program, env=home, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        assert status == 0
        assert file.with_suffix(".vtt").read_text() == "WEBVTT\n\n"
        return used.ru_maxrss / 1024

    assert peak_mb(60) < peak_mb(1) + 20


def test_a_recording_that_is_not_there_has_no_captions(home: Home) -> None:
    done = run(home, "caption", "--json", "-o", home["HOME"], "nowhere.wav")
    told = json.loads(done.stdout)
    assert (done.returncode, told["outputs"]) == (1, [])
    assert told["error"] == "There is no file nowhere.wav; check the path."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--track", "3", "talk.wav"], "talk.wav has no audio track 3; choose 1 (1 channel)."),
        (["folder"], "folder is a folder; name the recordings in it."),
        (["empty.mkv"], "empty.mkv is empty; record it again."),
    ],
)
def test_what_is_no_recording_is_told_in_a_sentence(
    home: Home,
    recording: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(recording, "talk.wav")
    Path("folder").mkdir()
    Path("empty.mkv").touch()
    done = run(home, "caption", *arguments)
    assert (done.returncode, done.stderr) == (1, f"assistant: {message}\n")


def test_live_captions_as_events(home: Home, recording: Path, tmp_path: Path) -> None:
    samples, rate = soundfile.read(recording, dtype="float32", frames=3 * 16_000)
    soundfile.write(tmp_path / "start.wav", samples, rate)
    done = run(home, "caption", "--live", "--json", "-o", tmp_path / "out", tmp_path / "start.wav")
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = [event["event"] for event in events]
    assert kinds[0] == "listening"
    assert kinds[-1] == "latency"
    assert {"partial", "settled", "caption"} <= set(kinds)
    told = events[-1]
    assert 0 <= told["partial_95_ms"] <= told["shown_95_ms"] <= told["settled_95_ms"]
    words = [word["text"] for event in events for word in event.get("words", [])]
    assert words == " ".join(SENTENCES).split()[: len(words)]
    assert "-->" in (tmp_path / "out" / "live.vtt").read_text()


def test_live_captions_for_people(home: Home, recording: Path, tmp_path: Path) -> None:
    samples, rate = soundfile.read(recording, dtype="float32", frames=3 * 16_000)
    soundfile.write(tmp_path / "start.wav", samples, rate)
    done = run(home, "caption", "--live", tmp_path / "start.wav")
    assert said(done.stdout.splitlines()[-1])[0] in SENTENCES[0]
    assert "settled within" in done.stderr
