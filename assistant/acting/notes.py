"""Spoken notes: list entries below the day, in one Markdown file of the folder of notes.

The other files there are a person's own; questions look into all of them (`sources/notes.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from assistant.acting.household import Note
from assistant.acting.storage import NO_TEXT, UNREAD, locked
from assistant.errors import StateError
from assistant.phrasebook import told
from assistant.storage import write_atomically

FILE = "spoken.md"
TITLE = "# Spoken notes\n"


class MarkdownNotes:
    """`Notes` in a file that a person may edit too; whatever else stands in it is left alone."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._file, self._now = folder / FILE, now

    def add(self, text: str) -> Note:
        today = self._now().date()
        note = Note(" ".join(text.split()), today)
        with locked(self._file):
            lines = self._lines() or [TITLE]
            days = [day for day, _ in _days(lines)]
            heading = [] if days and days[-1] == today else ["\n", f"## {today}\n", "\n"]
            write_atomically(self._file, "".join([*lines, *heading, f"- {note.text}\n"]))
        return note

    def all(self) -> Sequence[Note]:
        return tuple(note for _, note in _entries(self._lines()))

    def remove(self, note: Note) -> bool:
        with locked(self._file):
            lines = self._lines()
            places = [place for place, each in _entries(lines) if each == note]
            if places:
                del lines[places[-1]]
                write_atomically(self._file, "".join(lines))
        return bool(places)

    def _lines(self) -> list[str]:
        """Each with its end, also the last."""
        try:
            text = self._file.read_text("utf-8")
        except FileNotFoundError:
            return []
        except UnicodeDecodeError as error:
            raise StateError(told(NO_TEXT, file=self._file)) from error
        except OSError as error:
            raise StateError(told(UNREAD, file=self._file, error=error.strerror)) from error
        return [f"{line}\n" for line in text.splitlines()]


def _days(lines: Sequence[str]) -> Iterator[tuple[date | None, int]]:
    """The days of headings, and where they stand; None for headings that are something else."""
    for place, line in enumerate(lines):
        if found := re.fullmatch(r"#+\s*(.*?)\s*", line.rstrip()):
            try:
                yield date.fromisoformat(found[1]), place
            except ValueError:
                yield None, place


def _entries(lines: Sequence[str]) -> Iterator[tuple[int, Note]]:
    """The notes, the oldest first, and where they stand."""
    headings = {place: day for day, place in _days(lines)}
    day: date | None = None
    for place, line in enumerate(lines):
        day = headings.get(place, day)
        if found := re.fullmatch(r"\s*[-*+]\s+(.*?)\s*", line.rstrip("\n")):
            yield place, Note(found[1], day)
