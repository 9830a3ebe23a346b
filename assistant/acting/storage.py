"""State that several processes share: JSON files, locked while they change, never lost."""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.errors import StateError
from assistant.phrasebook import told
from assistant.storage import write_atomically

log = logging.getLogger(__name__)

Version = tuple[int, int, int]
"""Inode, size and time of change of a file."""

NO_FILE: Version = (0, 0, 0)

UNREAD = "Can't read {file}: {error}; mend or move it."
NO_TEXT = "Can't read {file}: it isn't UTF-8 text; mend or move it."


def file_version(path: Path) -> Version:
    """Changes whenever somebody writes the file."""
    try:
        found = path.stat()
    except OSError:
        return NO_FILE
    return (found.st_ino, found.st_size, found.st_mtime_ns)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold other processes of ours off a file while it is read, changed and written.

    Raises StateError where not even a lock can be kept.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        unlocked = "Can't lock {file}: {error}; mend its folder."
        raise StateError(told(unlocked, file=path, error=error.strerror)) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def read_json(path: Path) -> tuple[Any, str]:
    """What the file holds (None where there is none), and a note for the person.

    A file that isn't JSON is moved aside, never overwritten, and the note says where it is now.
    Raises StateError when the file can't be read at all.
    """
    try:
        return json.loads(path.read_bytes()), ""
    except FileNotFoundError:
        return None, ""
    except ValueError:
        return None, set_aside(path)
    except OSError as error:
        raise StateError(told(UNREAD, file=path, error=error.strerror)) from error


def set_aside(path: Path) -> str:
    """Rename a file that can't be understood, and say so. Raises StateError."""
    aside = path.with_name(f"{path.name}.broken-{datetime.now():%Y%m%d-%H%M%S-%f}")
    try:
        path.replace(aside)
    except OSError as error:
        stuck = "Can't move {file} aside: {error}; mend it."
        raise StateError(told(stuck, file=path, error=error.strerror)) from error
    kept = "I couldn't read {file}; I kept it as {aside} and started a new one."
    note = told(kept, file=path.name, aside=aside.name)
    log.warning("%s", note)
    return note


def write_json(path: Path, value: object) -> None:
    """Write it readably and atomically. Raises StateError."""
    write_atomically(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")
