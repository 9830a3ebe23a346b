"""What was compiled in an earlier run, found again by what it was compiled from."""

from __future__ import annotations

import gc
import hashlib
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from assistant.ports import Cache

T = TypeVar("T")


class Kept:
    """Makes things once for the same content, also over several runs where there is a cache.

    What is kept comes back by `pickle`, so the cache must be as safe from others as the program
    itself. Content that was damaged is made again.
    """

    def __init__(self, cache: Cache | None = None, made_by: str = "") -> None:
        """`made_by` names the code that makes things: what other code made isn't taken."""
        self._cache, self._made_by = cache, made_by

    def __bool__(self) -> bool:
        """Whether anything is kept at all."""
        return self._cache is not None

    def made(self, kind: str, content: object, make: Callable[[], T]) -> T:
        """What `make` makes of the content, which is known by its `repr`."""
        with _no_collection():
            return self._made(kind, content, make)

    def _made(self, kind: str, content: object, make: Callable[[], T]) -> T:
        if self._cache is None:
            return make()
        name = f"{kind}-{fingerprint(self._made_by, kind, content)}"
        stored = self._cache.read(name)
        if stored is not None and _digest(stored[_DIGEST:]) == stored[:_DIGEST]:
            found: T = pickle.loads(stored[_DIGEST:])
            return found
        result = make()
        written = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        self._cache.write(name, _digest(written) + written)
        return result


def fingerprint(*content: object) -> str:
    """The same text for content of the same `repr`, and hardly for any other."""
    return hashlib.sha256(repr(content).encode()).hexdigest()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without a search for garbage: among all that is made or read it takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_DIGEST = 32
"""Bytes of a digest."""


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
