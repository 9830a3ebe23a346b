"""How the starter model misspells English, as starter_misspellings.txt has it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assistant.understanding.misspelling import Misspellings, unpacked

FILE = Path(__file__).with_suffix(".txt")
"""A head, an empty line, and a context a line."""


@cache
def starter_misspellings() -> Misspellings:
    """The table, read when it is first needed."""
    _, table = FILE.read_text(encoding="utf-8").split("\n\n")
    return Misspellings(unpacked(table.split()))
