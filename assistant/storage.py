"""Writing files so that a crash, a full disk or a power cut never leaves half of one."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from assistant.errors import StateError


def write_atomically(file: Path, content: str | bytes) -> None:
    """Replace `file` by one with `content`, at once or not at all.

    Raises StateError when it can't be written; the old file is then as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    temporary = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            Path(temporary).chmod(file.stat().st_mode)  # others may be allowed to read it
        Path(temporary).replace(file)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise StateError(
            f"Can't write {file}: {error.strerror or error}. Free some space or mend its folder."
        ) from error
