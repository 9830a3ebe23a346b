"""What earlier runs of this very code made, in the person's cache folder."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

import numpy as np

from assistant import acting, paths, understanding
from assistant.kept import Kept, fingerprint
from assistant.storage import FolderCache


def kept() -> Kept:
    """Commands that were compiled, and sentences that were checked."""
    return Kept(FolderCache(paths.cache_folder() / "compiled"), compiling_code())


@cache
def compiling_code() -> str:
    """A fingerprint of the code that compiles and checks commands, and of its data beside it."""
    folders = [Path(room.__path__[0]) for room in (acting, understanding)]
    sources = sorted(
        file for folder in folders for kind in ("*.py", "*.txt") for file in folder.rglob(kind)
    )
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in sources]
    return fingerprint(sys.version, np.__version__, digests)
