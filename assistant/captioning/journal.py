"""What was read of a recording so far, so that a run that was killed goes on where it stopped.

A file of JSON lines beside the captions: what is being captioned and how, then a line for each
passage. A line that was written half counts for nothing. The numbers come back as they were, so
the captions are the same as those of a run that wasn't interrupted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import StateError
from assistant.records import Word


@dataclass(slots=True)
class Progress:
    """How far it came."""

    words: list[Word] = field(default_factory=list)
    stop: int = 0
    """One behind the last sample that was read."""


class Journal:
    """The file of one recording."""

    def __init__(self, file: Path, about: Mapping[str, object]) -> None:
        """`about` is all on which the words depend; the journal of anything else is begun anew."""
        self._file = file
        self._header = json.dumps(about, sort_keys=True).encode() + b"\n"
        self._length = 0

    def resume(self) -> Progress:
        """What is in it and whole; `add` goes on behind that."""
        progress, self._length = Progress(), 0
        lines = self._lines()
        if lines and lines[0] == self._header:
            self._length = len(lines[0])
            for line in lines[1:]:
                if not _add(progress, line):
                    break
                self._length += len(line)
        return progress

    def add(self, words: Sequence[Word], stop: int) -> None:
        """Note a passage. Raises StateError when it can't be written."""
        rows = [(word.text, word.start_s, word.end_s, word.confidence) for word in words]
        line = json.dumps({"stop": stop, "words": rows}).encode() + b"\n"
        if not self._length:
            line = self._header + line
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("ab") as stream:
                stream.truncate(self._length)
                stream.write(line)
        except OSError as error:
            raise StateError(
                f"Can't write {self._file}: {error.strerror or error}. Free some space or choose "
                "another folder; the same command goes on where this one stopped."
            ) from error
        self._length += len(line)

    def remove(self) -> None:
        """The captions are written; nothing is left to take up."""
        with suppress(OSError):
            self._file.unlink()

    def _lines(self) -> list[bytes]:
        try:
            return self._file.read_bytes().splitlines(keepends=True)
        except OSError:
            return []


def _add(progress: Progress, line: bytes) -> bool:
    """Whether the line is whole; then it is added."""
    if not line.endswith(b"\n"):
        return False
    try:
        entry = json.loads(line)
        words = [Word(str(text), *map(float, numbers)) for text, *numbers in entry["words"]]
        stop = int(entry["stop"])
    except (ValueError, TypeError, KeyError):
        return False
    progress.words += words
    progress.stop = stop
    return True
