"""Writing files so that a crash, a full disk or a power cut never leaves half of one."""

from __future__ import annotations

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

from assistant.errors import StateError

MOST_KEPT = 100_000_000
"""Bytes in a cache, ten times what one language takes; the longest unread go first."""

NAME = 40
"""Letters of a file's name that its temporary file has too: the name may be as long as can be."""

log = logging.getLogger(__name__)


def write_atomically(
    file: Path, content: str | bytes, *, shared: bool = False, lasting: bool = True
) -> None:
    """Replace `file` by one with `content`, at once or not at all.

    A new file is its owner's alone, unless it is `shared`: then others may read it as they may read
    other new files. What isn't `lasting` is written sooner, and may be damaged by a power cut.
    Raises StateError when it can't be written; the old file is then as it was.
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
            if lasting:
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
    """Implements `ports.Cache` with a file for each name. A power cut may damage the last ones."""

    def __init__(self, folder: Path, most: int = MOST_KEPT) -> None:
        """What is in the folder when something is first written takes `most` bytes at most."""
        self._folder, self._most = folder, most
        self._tidy = False

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
            write_atomically(self._folder / name, content, lasting=False)
            if not self._tidy:
                self._tidy = True
                self._forget_old()
        except (StateError, OSError) as error:
            log.info("Nothing is kept for the next start: %s", error)

    def _forget_old(self) -> None:
        """Remove what was not used for longest. Once a run is enough, and quick. Raises OSError."""
        files = [(file, file.stat()) for file in self._folder.iterdir()]
        size = 0
        for file, about in sorted(files, key=lambda one: one[1].st_mtime, reverse=True):
            size += about.st_size
            if size > self._most:
                file.unlink(missing_ok=True)  # another run may tidy up too
