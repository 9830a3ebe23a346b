"""From the hub into the folder of installed models, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.weights.choose import choose
from assistant.weights.hub import Hub, Listing
from assistant.weights.shelf import KnownFile, Record, installing, write_record
from assistant.weights.space import existing, require_space


def pull(hub: Hub, listing: Listing, folder: Path, check: Callable[[Path], object]) -> Record:
    """Download the listed model, and install it as `folder` once `check` didn't raise.

    What an earlier attempt downloaded isn't downloaded again. Raises ModelError when the hub, the
    files or the disk won't do; `folder` is then as it was.
    """
    repository = listing.source.repository
    paths = download(hub, listing, choose(repository, listing.files), folder)
    record = Record(repository, listing.commit, tuple(paths))
    with installing(folder) as draft:
        for file, path in paths.items():
            _place(path, draft / file.name)
        write_record(draft, record)
        check(draft)
    return record


def download(
    hub: Hub, listing: Listing, files: Sequence[KnownFile], folder: Path
) -> dict[KnownFile, Path]:
    """Where each file lies in the cache; there is room left to make as much again in `folder`.

    Raises ModelError when the hub or the disk won't do.
    """
    _check_space(hub, listing, files, folder)
    return {file: hub.fetch(listing, file) for file in files}


def _check_space(hub: Hub, listing: Listing, files: Sequence[KnownFile], folder: Path) -> None:
    """The cache takes what isn't there yet; the folder takes everything if on another disk."""
    missing = sum(file.size for file in files if not hub.is_cached(listing, file))
    cache, models = existing(hub.cache_folder), existing(folder)
    require_space(cache, missing)
    if cache.stat().st_dev != models.stat().st_dev:
        require_space(models, sum(file.size for file in files))


def _place(cached: Path, target: Path) -> None:
    """One copy on the disk serves both, where both are on one disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    content = cached.resolve()
    try:
        os.link(content, target)
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(content, target)
