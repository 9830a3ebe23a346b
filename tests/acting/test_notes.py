"""The file of spoken notes, which a person edits too."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting.household import Note
from assistant.acting.notes import FILE, MarkdownNotes
from assistant.errors import StateError

NOW = datetime(2026, 3, 4, 10)
BY_HAND = """Mine, without a heading
* an old one

# Plans
- paint the door
1. not a note of this kind

## 2026-03-03

- the tap drips"""


@pytest.fixture
def notes(tmp_path: Path) -> MarkdownNotes:
    return MarkdownNotes(tmp_path, lambda: NOW)


def test_what_was_written_by_hand_stays(notes: MarkdownNotes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(BY_HAND)
    yesterday = Note("the tap drips", date(2026, 3, 3))
    assert notes.all() == (Note("an old one"), Note("paint the door"), yesterday)
    added = notes.add("call  the\nplumber")
    assert added == Note("call the plumber", NOW.date())
    assert (tmp_path / FILE).read_text() == (BY_HAND + "\n\n## 2026-03-04\n\n- call the plumber\n")
    notes.add("and Ben")
    assert (tmp_path / FILE).read_text().endswith("- call the plumber\n- and Ben\n")
    assert notes.remove(yesterday)
    assert not notes.remove(yesterday)
    assert notes.all() == (Note("an old one"), Note("paint the door"), added,
                           Note("and Ben", NOW.date()))  # fmt: skip


def test_a_file_that_cannot_be_read_is_left_alone(notes: MarkdownNotes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff")
    with pytest.raises(StateError, match="isn't UTF-8"):
        notes.add("call the plumber")
    assert (tmp_path / FILE).read_bytes() == b"\xff"


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1, max_size=3))
def test_whatever_is_noted_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    notes = MarkdownNotes(tmp_path_factory.mktemp("notes"), lambda: NOW)
    added = [notes.add(text) for text in texts if text.split()]
    assert list(notes.all()) == added
