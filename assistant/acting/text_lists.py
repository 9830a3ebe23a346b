"""Lists in plain text: one file a list, one line a thing, which other programs may write too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.acting.storage import NO_TEXT, UNREAD, locked
from assistant.errors import StateError
from assistant.phrasebook import told
from assistant.storage import write_atomically


class TextLists:
    """`Lists` as files of one folder: "shopping.txt"."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def items(self, name: str) -> Sequence[str]:
        return tuple(_read(self._file(name)))

    def add(self, name: str, item: str) -> bool:
        file = self._file(name)
        with locked(file):
            items = _read(file)
            new = _place(items, item) is None
            if new:
                _write(file, [*items, item])
        return new

    def remove(self, name: str, item: str) -> bool:
        file = self._file(name)
        with locked(file):
            items = _read(file)
            place = _place(items, item)
            if place is not None:
                _write(file, items[:place] + items[place + 1 :])
        return place is not None

    def clear(self, name: str) -> int:
        file = self._file(name)
        with locked(file):
            items = _read(file)
            if items:
                _write(file, [])
        return len(items)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.txt"


def _place(items: Sequence[str], item: str) -> int | None:
    """Where it stands, however its letters are written."""
    folded = [each.casefold() for each in items]
    return folded.index(item.casefold()) if item.casefold() in folded else None


def _read(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise StateError(told(NO_TEXT, file=file)) from error
    except OSError as error:
        raise StateError(told(UNREAD, file=file, error=error.strerror)) from error
    return [line.strip() for line in lines if line.strip()]


def _write(file: Path, items: Sequence[str]) -> None:
    write_atomically(file, "".join(f"{item}\n" for item in items))
