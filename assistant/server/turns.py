"""So many requests at work at once, so many waiting, and everybody else told to come again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.server.refused import RefusedError

RETRY_S = 1.0


class Turns:
    """Whose turn it is; used from many threads."""

    def __init__(self, at_once: int, waiting: int, patience_s: float) -> None:
        """`patience_s` is the longest that anybody waits."""
        self._at_once, self._most, self._patience_s = at_once, waiting, patience_s
        self._free = threading.Condition()
        self._working = self._waiting = 0

    @property
    def waiting(self) -> int:
        """How many wait at the moment."""
        return self._waiting

    @contextmanager
    def taken(self) -> Iterator[None]:
        """A turn, as soon as one is free. Raises RefusedError (503) where too many wait."""
        with self._free:
            if self._working >= self._at_once:
                self._wait()
            self._working += 1
        try:
            yield
        finally:
            with self._free:
                self._working -= 1
                self._free.notify()

    def _wait(self) -> None:
        if self._waiting >= self._most:
            raise _overloaded()
        self._waiting += 1
        try:
            if not self._free.wait_for(lambda: self._working < self._at_once, self._patience_s):
                raise _overloaded()
        finally:
            self._waiting -= 1


def _overloaded() -> RefusedError:
    return RefusedError(503, "Too many recordings wait to be read; try again soon.", RETRY_S)
