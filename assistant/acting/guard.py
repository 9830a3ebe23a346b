"""Running a stranger's code: with a deadline, and with its prints kept off our output."""

from __future__ import annotations

import io
import logging
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import Generic, TextIO, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

_printer: ContextVar[str] = ContextVar("printer", default="")
"""Name of the ability that runs in this thread; empty in threads of our own."""


class DeadlineError(Exception):
    """The deadline passed. The code still runs, and what it returns is ignored."""


class _Outcome(Generic[T]):
    def __init__(self) -> None:
        self.value: list[T] = []
        self.error: BaseException | None = None


def run_guarded(work: Callable[[], T], deadline_s: float, name: str) -> T:
    """What `work` returns. Raises DeadlineError after the deadline, or whatever `work` raised."""
    outcome: _Outcome[T] = _Outcome()
    output = _PrintsOfAbilities.installed()
    thread = threading.Thread(target=_run, args=(work, name, outcome), name=name, daemon=True)
    thread.start()
    thread.join(deadline_s)
    if thread.is_alive():
        log.error("%s was given up after %.0f s", name, deadline_s)
        output.keep()
        raise DeadlineError(name)
    output.remove()
    if outcome.error is not None:
        raise outcome.error
    return outcome.value[0]


def _run(work: Callable[[], T], name: str, outcome: _Outcome[T]) -> None:
    _printer.set(name)
    try:
        outcome.value.append(work())
    except (Exception, SystemExit) as error:
        log.debug("%s raised", name, exc_info=error)
        outcome.error = error


class _PrintsOfAbilities(io.TextIOBase):
    """Stands in for sys.stdout: prints of abilities go to the log, ours to where they went before.

    It stays in place behind an ability that was given up, which may still print.
    """

    def __init__(self, ours: TextIO) -> None:
        self._ours, self._kept = ours, False

    @classmethod
    def installed(cls) -> _PrintsOfAbilities:
        if not isinstance(sys.stdout, cls):
            sys.stdout = cls(sys.stdout)
        return sys.stdout

    def keep(self) -> None:
        self._kept = True

    def remove(self) -> None:
        if sys.stdout is self and not self._kept:
            sys.stdout = self._ours

    def write(self, text: str) -> int:
        name = _printer.get()
        if not name:
            return self._ours.write(text)
        if text.strip():
            log.info("%s printed: %s", name, text.strip())
        return len(text)

    def flush(self) -> None:
        self._ours.flush()
