"""Running a stranger's code: with a deadline, and with its prints kept off our output."""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from typing import Generic, TextIO, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

_printer: ContextVar[str] = ContextVar("printer", default="")
"""Name of the ability that runs in this thread; empty in threads of our own."""


class DeadlineError(Exception):
    """The deadline passed. The code still runs, and what it returns is ignored."""


class EndingError(Exception):
    """The code raised what only the program itself raises, such as KeyboardInterrupt."""


class Guarded(Generic[T]):
    """Somebody's code, running in a thread of its own."""

    def __init__(self, work: Callable[[], T], name: str) -> None:
        """Start it. `name` is the ability's."""
        self._started_s = time.monotonic()
        self._work, self._name = work, name
        self._value: list[T] = []
        self._error: BaseException | None = None
        self._output = _PrintsOfAbilities.installed()
        self._thread = threading.Thread(
            target=copy_context().run, args=(self._run,), name=name, daemon=True
        )
        self._thread.start()

    def ends_within(self, seconds: float) -> bool:
        """Wait for it so long; whether it is over."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self, deadline_s: float) -> T:
        """What the work returns.

        Raises DeadlineError so long after the start, or whatever the work raised.
        """
        left_s = self._started_s + deadline_s - time.monotonic()
        if not self.ends_within(max(0.0, left_s)):
            log.error("%s was given up after %.0f s", self._name, deadline_s)
            self._output.keep()
            raise DeadlineError(self._name)
        self._output.remove()
        if self._error is not None:
            raise self._error
        return self._value[0]

    def _run(self) -> None:
        _printer.set(self._name)
        process = os.getpid()
        try:
            self._value.append(self._work())
        except (Exception, SystemExit) as error:
            log.debug("%s raised", self._name, exc_info=error)
            self._error = error
        except (KeyboardInterrupt, GeneratorExit) as error:
            # Nobody pressed a key: those arrive in the main thread alone, and mean us there.
            self._error = EndingError(type(error).__name__)
        if os.getpid() != process:
            os._exit(0)  # a copy of us, which the ability made by forking and left behind


def run_guarded(work: Callable[[], T], deadline_s: float, name: str) -> T:
    """What `work` returns. Raises DeadlineError after the deadline, or whatever `work` raised."""
    return Guarded(work, name).result(deadline_s)


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
