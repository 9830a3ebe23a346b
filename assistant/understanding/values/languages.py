"""The languages that values can be said in: the seam where one more is added.

A language is a package beside `en` that makes a `Pack`; nothing else knows its words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module

from assistant.errors import UsageError
from assistant.understanding.values.kinds import ValueType
from assistant.understanding.values.scanner import Scanner

KNOWN = ("en", "de", "es", "fr", "it")


@dataclass(frozen=True, slots=True)
class Pack:
    """What the values room knows about one language."""

    value_types: Mapping[str, ValueType]
    """By kind, as `SlotSpec.kind` has it."""
    scanner: Scanner
    """Spells typed text out."""
    spoken: Callable[[object, datetime | None], str]
    """Says a value, relative to a moment where one is given."""


@cache
def pack(language: str) -> Pack:
    """The language's pack, built on first use. Raises UsageError for an unknown language."""
    if language in KNOWN:
        found: Pack = import_module(f"{__package__}.{language}.pack").PACK
        return found
    known = ", ".join(KNOWN)
    raise UsageError(f"Values can't be said in language “{language}” yet; use one of: {known}.")
