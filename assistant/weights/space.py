"""Room on the disk, asked for before it is needed."""

from __future__ import annotations

import shutil
from pathlib import Path

from assistant.errors import ModelError

SPARE = 100_000_000
"""Bytes that stay free on the disk."""


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above that there is."""
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())


def require_space(folder: Path, size: int, what: str = "The model") -> None:
    """Raise ModelError unless `what`, of so many bytes, fits on the disk of the folder."""
    there = existing(folder)
    free = shutil.disk_usage(there).free
    if size + SPARE > free:
        raise ModelError(
            f"{what} needs {size / 1e6:.0f} MB in {there}, where {free / 1e6:.0f} MB are free: "
            "free some, or set HF_HOME and XDG_CACHE_HOME to another disk."
        )
