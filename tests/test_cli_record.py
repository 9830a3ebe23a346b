"""`assistant record`: somebody reads into the virtual microphone what the program shows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.records import Utterance
from assistant.training.corpus import Corpus
from assistant.training.takes import Takes
from tests.program import Home, new_home, run
from tests.tiny_model import speak
from tests.virtual_sound import VirtualSound

Line = dict[str, object]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return new_home(tmp_path)


def reading(home: Home, sound: VirtualSound, *options: str, faint: int = 0) -> list[Line]:
    """What `assistant record` tells somebody who presses Enter and reads what it shows.

    The first `faint` times they whisper.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "record", "Anna", "--json", *options],
        env={**home, **sound.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    lines: list[Line] = []
    for line in process.stdout:
        lines.append(json.loads(line))
        if lines[-1]["event"] == "read":
            process.stdin.write("\n")
            process.stdin.flush()
            silence = np.zeros(16_000, np.float32)
            loudness = np.float32(0.01 if faint > 0 else 1.0)
            faint -= 1
            said = speak(str(lines[-1]["text"])) * loudness
            sound.speak(np.concatenate([silence, said, silence]))
    assert process.wait() == 0
    return lines


@pytest.mark.sound
def test_sentences_are_shown_read_checked_and_kept(home: Home, sound: VirtualSound) -> None:
    lines = reading(home, sound, "--device", "pulse", "--count", "2", faint=1)
    assert [line["event"] for line in lines] == [*["read", "take"] * 3, "done"]
    assert lines[1]["kept"] is False
    assert "too quiet" in str(lines[1]["reason"])
    assert lines[0]["text"] == lines[2]["text"] != lines[4]["text"]
    assert lines[3]["kept"] is lines[5]["kept"] is True
    folder = Path(str(lines[-1]["folder"]))
    clips = Corpus.load([folder / "train.jsonl"]).clips
    assert [clip.text for clip in clips] == [lines[2]["text"], lines[4]["text"]]
    assert folder.is_relative_to(home["XDG_DATA_HOME"])
    assert all(clip.path.is_file() for clip in clips)

    again = run({**home, **sound.environment}, "record", "Anna", "--json", "--count", "2")
    assert [json.loads(line)["event"] for line in again.stdout.splitlines()] == ["done"]


@pytest.mark.sound
def test_with_push_to_talk_enter_begins_a_take(home: Home, sound: VirtualSound) -> None:
    lines = reading(home, sound, "--ptt", "--count", "1", "--folder", str(Path(home["HOME"]) / "t"))
    assert [line["event"] for line in lines] == ["read", "take", "done"]
    assert lines[1]["kept"] is True


def test_a_name_that_names_nothing_is_refused(home: Home) -> None:
    done = run(home, "record", "!")
    assert done.returncode == 2
    assert "'!' is no name" in done.stderr


def test_there_must_be_something_to_read(home: Home) -> None:
    done = run(home, "record", "Anna", "--count", "0")
    assert done.returncode == 2
    assert "--count 1 or more" in done.stderr


def test_only_what_there_is_can_be_read_anew(home: Home) -> None:
    done = run(home, "record", "Anna", "--count", "3", "--again", "4")
    assert done.returncode == 2
    assert "There is no sentence 4; there are 1 to 3." in done.stderr


def test_nobody_records_over_somebody_else(home: Home, tmp_path: Path) -> None:
    takes = Takes(tmp_path / "takes", "Anna")
    takes.more(["what time is it"], 1)
    takes.add(1, "what time is it", Utterance(speak("what time is it")))
    done = run(home, "record", "Ben", "--folder", takes.folder)
    assert done.returncode == 2
    assert "are of Anna" in done.stderr


def test_adapting_needs_takes(home: Home) -> None:
    done = run(home, "adapt")
    assert done.returncode == 2
    assert "`assistant record NAME`" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--steps", "0"]])
def test_adapting_to_a_folder_of_something_else_is_misuse(
    home: Home, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "else").mkdir()
    done = run(home, "adapt", tmp_path / "else", *arguments)
    assert done.returncode == 2
    assert ("--steps" if arguments else "`assistant record NAME`") in done.stderr


@pytest.mark.parametrize("name", ["../takes/anna", ".", "..", "/tmp/else", "a b", "starter-en", ""])
def test_an_adapted_model_replaces_nothing_but_its_like(home: Home, name: str) -> None:
    folder = Path(home["XDG_DATA_HOME"]) / "assistant" / "takes" / "anna"
    folder.mkdir(parents=True)
    (folder / "train.jsonl").touch()
    done = run(home, "adapt", "--name", name)
    assert done.returncode == 2, done.stderr
    assert "--name" in done.stderr
    assert (folder / "train.jsonl").exists()


def test_adapting_to_one_of_several_people_needs_their_name(home: Home) -> None:
    for name in ("anna", "ben"):
        folder = Path(home["XDG_DATA_HOME"]) / "assistant" / "takes" / name
        folder.mkdir(parents=True)
        (folder / "train.jsonl").touch()
    done = run(home, "adapt")
    assert done.returncode == 2
    assert "takes/anna" in done.stderr
