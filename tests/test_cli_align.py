"""`assistant align`: words at the times where they were placed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.program import ROOT, Home, run
from tests.tiny_model import letter_times, speak

TEXT = "Call Mary, then 2 others!"
SPOKEN = ("call", "mary", "then", "two", "others")
PAUSE_S = 1.5


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each word, and silence behind it."""
    silence = np.zeros(int(PAUSE_S * 16_000), np.float32)
    file = tmp_path_factory.mktemp("sound") / "words.wav"
    sounds = [part for word in SPOKEN for part in (speak(word), silence)]
    soundfile.write(file, np.concatenate(sounds), 16_000)
    return file


def placed() -> list[tuple[float, float]]:
    """Where the words of the recording begin and end, in seconds."""
    times, begin_s = [], 0.0
    for word in SPOKEN:
        letters = letter_times(word)
        times.append((begin_s + letters[0][1], begin_s + letters[-1][2]))
        begin_s += len(speak(word)) / 16_000 + PAUSE_S
    return times


def test_words_lie_where_they_were_placed(
    home: Home, model: Path, recording: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.txt").write_text(TEXT)
    done = run(home, "align", "--json", "--model", model, recording, tmp_path / "text.txt")
    words = [json.loads(line) for line in done.stdout.splitlines()]
    assert [word["text"] for word in words] == TEXT.split()
    for word, (start_s, end_s) in zip(words, placed(), strict=True):
        assert (word["start_s"], word["end_s"]) == pytest.approx((start_s, end_s), abs=0.04)
        assert word["confidence"] > 0.5


def test_the_example_of_the_page_works(
    home: Home, model: Path, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "align.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^\$ assistant (.+)$", page, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    shutil.copy(recording, "song.wav")
    Path("lyrics.txt").write_text(TEXT)
    done = run({**home, "ASSISTANT_RECOGNITION_MODEL": str(model)}, *command.split())
    assert [line.split()[2] for line in done.stdout.splitlines()] == TEXT.split()


def test_the_text_comes_through_a_pipe_and_people_read_a_table(
    home: Home, model: Path, recording: Path
) -> None:
    done = run(home, "align", "--model", model, recording, "-", stdin=TEXT.encode())
    rows = [line.split() for line in done.stdout.splitlines()]
    assert [row[2] for row in rows] == TEXT.split()


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("...", 2, "no words"),
        ("call mary " * 200, 1, "too short for the text"),
    ],
)
def test_what_cannot_be_aligned_is_named(
    home: Home, model: Path, recording: Path, text: str, code: int, said: str
) -> None:
    done = run(home, "align", "--model", model, recording, "-", stdin=text.encode())
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_a_missing_text_is_named(home: Home, model: Path, recording: Path) -> None:
    done = run(home, "align", "--model", model, recording, "none.txt")
    said = "assistant: none.txt can't be read as text (no such file or directory); name another"
    assert (done.returncode, done.stderr.startswith(said)) == (1, True), done.stderr
