"""Writing files so that a crash, a full disk or a power cut never leaves half of one."""

from __future__ import annotations

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

from assistant.errors import StateError

MOST_KEPT = 200
"""Files in a cache; the longest unread go first."""

NAME = 40
"""Letters of a file's name that its temporary file has too: the name may be as long as can be."""

log = logging.getLogger(__name__)


def write_atomically(file: Path, content: str | bytes, *, shared: bool = False) -> None:
    """Replace `file` by one with `content`, at once or not at all.

    A new file is its owner's alone, unless it is `shared`: then others may read it as they may read
    other new files. Raises StateError when it can't be written; the old file is then as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    temporary = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = file.stat().st_mode if file.exists() else None  # others may be allowed to read it
        temporary = file.with_name(f".{file.name[:NAME]}.{secrets.token_hex(8)}")
        handle = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if shared else 0o600
        )
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(file)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        raise StateError(
            f"Can't write {file}: {error.strerror or error}. Free some space or mend its folder."
        ) from error


def make_folder(folder: Path) -> None:
    """Make it, and those above it, where they aren't there yet. Raises StateError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(
            f"Can't make the folder {folder}: {error.strerror}. Name one that you may write."
        ) from error


class FolderCache:
    """Implements `ports.Cache` with one file for each name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        file = self._folder / name
        try:
            content = file.read_bytes()
            os.utime(file)  # was used just now
        except OSError:
            return None
        return content

    def write(self, name: str, content: bytes) -> None:
        try:
            write_atomically(self._folder / name, content)
        except StateError as error:
            log.info("Nothing is kept for the next start: %s", error)
            return
        files = sorted(self._folder.iterdir(), key=_last_used, reverse=True)
        for old in files[MOST_KEPT:]:
            with suppress(OSError):
                old.unlink()


def _last_used(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0
