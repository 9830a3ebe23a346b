"""A person's notes answer what stands in them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.sources.notes import LARGEST_FILE, NotesSource
from assistant.errors import ServiceError

GARDEN = """# Garden

The *tomatoes* need [water](http://x) every second day. They stand behind the shed. There are nine.

- The key of the shed hangs in the hall.
- Bob's drill is in the shed.
"""


@pytest.fixture
def notes(tmp_path: Path) -> NotesSource:
    (tmp_path / "garden.md").write_text(GARDEN)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "wifi-guests.txt").write_text("The password is bluebird seven.")
    (tmp_path / "tomatoes.pdf").write_text("tomatoes need nothing")
    return NotesSource(tmp_path)


@pytest.mark.parametrize(
    ("question", "source", "said"),
    [
        (
            "what do the tomatoes need?",
            "your note “garden”",
            ("The tomatoes need water every second day.", "They stand behind the shed."),
        ),
        (
            "where is the key of the shed?",
            "your note “garden”",
            ("The key of the shed hangs in the hall.",),
        ),
        ("where is bob's drill", "your note “garden”", ("Bob's drill is in the shed.",)),
        (
            "what is the password for the wifi guests",
            "your note “wifi guests”",
            ("The password is bluebird seven.",),
        ),
    ],
)
def test_what_stands_in_a_note(
    notes: NotesSource, question: str, source: str, said: tuple[str, ...]
) -> None:
    answer = notes.answer(question)
    assert answer is not None
    assert (answer.source, answer.sentences) == (source, said)


@pytest.mark.parametrize(
    "question",
    ["what do the potatoes need", "what is it", "", "garden", "where is the key of the car"],
)
def test_what_does_not(notes: NotesSource, question: str) -> None:
    assert notes.answer(question) is None


def test_hostile_notes(tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 100)
    (tmp_path / "huge.txt").write_text("key " * LARGEST_FILE)
    (tmp_path / "folder.md").mkdir()
    assert NotesSource(tmp_path).answer("where is the key") is None


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="nowhere"):
        NotesSource(tmp_path / "nowhere").answer("where is the key of the shed?")
