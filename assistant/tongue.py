"""The language that is spoken at the moment, and what its phrases are.

Whoever carries out a command says so with `speaking`; whoever puts something into words asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from assistant.records import Language


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, as one ability speaks it."""

    language: Language = "en"
    phrases: Mapping[str, str] = field(default_factory=dict)
    """What is said instead of its English phrases."""


_ENGLISH = Tongue()
_spoken: ContextVar[Tongue] = ContextVar("tongue", default=_ENGLISH)


def tongue() -> Tongue:
    """What is spoken at the moment."""
    return _spoken.get()


@contextmanager
def speaking(language: Language, phrases: Mapping[str, str] | None = None) -> Iterator[None]:
    """Speak the language inside of this block, and in the threads that are started in it."""
    before = _spoken.set(Tongue(language, phrases or {}))
    try:
        yield
    finally:
        _spoken.reset(before)
