"""From the hub into the folder of installed models, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.errors import ModelError
from assistant.weights.choose import choose
from assistant.weights.hub import Hub, Listing, Source
from assistant.weights.shelf import KnownFile, Record, installing, write_record

SPARE = 100_000_000
"""Bytes that stay free on the disk."""


def pull(hub: Hub, source: Source, folder: Path, check: Callable[[Path], object]) -> Record:
    """Download the model `source`, and install it as `folder` once `check` didn't raise.

    What an earlier attempt downloaded isn't downloaded again. Raises ModelError when the hub, the
    files or the disk won't do; `folder` is then as it was.
    """
    listing = hub.listing(source)
    files = choose(source.repository, listing.files)
    _check_space(hub, listing, files, folder)
    paths = {file.name: hub.fetch(listing, file) for file in files}
    record = Record(source.repository, listing.commit, files)
    with installing(folder) as draft:
        for name, path in paths.items():
            _place(path, draft / name)
        write_record(draft, record)
        check(draft)
    return record


def _check_space(hub: Hub, listing: Listing, files: Sequence[KnownFile], folder: Path) -> None:
    """The cache takes what isn't there yet; the folder takes everything if on another disk."""
    missing = sum(file.size for file in files if not hub.is_cached(listing, file))
    cache, models = _existing(hub.cache_folder), _existing(folder)
    _require_space(cache, missing)
    if cache.stat().st_dev != models.stat().st_dev:
        _require_space(models, sum(file.size for file in files))


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above that there is."""
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())


def _require_space(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if size + SPARE > free:
        raise ModelError(
            f"The model needs {size / 1e6:.0f} MB in {folder}, where {free / 1e6:.0f} MB are free: "
            "free some, or set HF_HOME to another disk."
        )


def _place(cached: Path, target: Path) -> None:
    """One copy on the disk serves both, where both are on one disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    content = cached.resolve()
    try:
        os.link(content, target)
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(content, target)
