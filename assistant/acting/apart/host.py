"""The other end of a guest: starts its process, asks it, serves it, and ends it when it hangs."""

from __future__ import annotations

import inspect
import logging
import os
import signal
import subprocess
import sys
import threading
import typing
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from assistant.acting.apart import wire
from assistant.errors import AssistantError, PluginError
from assistant.records import Language, Reply
from assistant.tongue import tongue

log = logging.getLogger(__name__)

KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR")
"""Of our environment; others may hold secrets."""

LONGEST_PRINT = 500
"""Characters of one printed line that go to the log."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a guest is to load, and what it may."""

    name: str
    """As its prints and errors are logged."""
    folder: Path
    """Its own, to write in."""
    needs: tuple[str, ...] = ()
    file: str = ""
    value: str = ""
    """Instead of a file: what the entry point of a package names."""
    languages: tuple[Language, ...] | None = None
    """Whose sentences it is to read; None for all."""


class GuestFailedError(Exception):
    """The guest's code raised something, or its process ended; the message is for the log."""


class Guest:
    """The process of one ability. It is started when it is called, and stays."""

    def __init__(self, task: Task) -> None:
        self._task, self._lock = task, threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def greet(self) -> wire.Message:
        """What a new process says about itself. Raises GuestFailedError."""
        with self._lock:
            return self._start()

    def call(
        self,
        function: str,
        part: str,
        arguments: Mapping[str, object],
        services: Mapping[str, tuple[type, object]],
    ) -> object:
        """What the function answers to arguments and, by parameter, services; an iterator where it
        answers piece by piece.

        `part` is "handler", "confirm", "always_confirm" or "idle". Raises GuestFailedError, or the
        guest's AssistantError.
        """
        spoken = tongue()
        answer = self._ask(
            {
                "call": function,
                "part": part,
                "arguments": {name: wire.encode(each) for name, each in arguments.items()},
                "services": {name: kind.__name__ for name, (kind, _) in services.items()},
                "language": spoken.language,
                "phrases": dict(spoken.phrases),
            },
            handed := {kind.__name__: service for kind, service in services.values()},
        )
        return self._pieces(handed) if "pieces" in answer else _value(answer)

    def _pieces(self, handed: Mapping[str, object]) -> Iterator[object]:
        while (piece := _value(self._ask({"next": True}, handed))) is not None:
            yield piece

    def end(self) -> None:
        """Kill it, whatever it does; the next call starts another."""
        process, self._process = self._process, None
        if process is not None:
            log.info("The process of %s was ended", self._task.name)
            _kill(process)

    def _ask(self, question: wire.Message, handed: Mapping[str, object]) -> wire.Message:
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._start()
            process = self._process
            assert process is not None
            try:
                return _conversation(process, question, handed)
            except wire.WireError as error:
                self.end()
                raise GuestFailedError(
                    f"{self._task.name} said nothing that can be understood, and its process ended "
                    f"with {process.returncode}: {error}"
                ) from error
            except BaseException:  # of a service: the guest still waits for what it answers
                self.end()
                raise

    def _start(self) -> wire.Message:
        """A new process, and what it says first."""
        task = self._task
        task.folder.mkdir(parents=True, exist_ok=True)
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "assistant.acting.apart.guest"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=task.folder,
            env=_environment(task.folder),
            start_new_session=True,  # its own children end with it, and Ctrl+C isn't for it
        )
        self._process = process
        weakref.finalize(self, _kill, process)
        listening = threading.Thread(
            target=_log_prints, args=(process.stderr, task.name), daemon=True
        )
        listening.start()
        try:
            wire.send(_stream(process.stdin), asdict(task) | {"folder": str(task.folder)})
            hello = wire.receive(_stream(process.stdout))
        except wire.WireError as error:
            self.end()
            raise GuestFailedError(f"Its process ended with {process.returncode}.") from error
        if hello.get("hello") != wire.PROTOCOL:
            self.end()
            raise GuestFailedError("It speaks another version of our protocol.")
        return hello


def _conversation(
    process: subprocess.Popen[bytes], question: wire.Message, handed: Mapping[str, object]
) -> wire.Message:
    """The guest's answer; whatever it asks meanwhile is served. Raises WireError."""
    wire.send(_stream(process.stdin), question)
    while True:
        said = wire.receive(_stream(process.stdout))
        if "use" not in said:
            return said
        wire.send(_stream(process.stdin), _served(said, handed))


def _served(said: wire.Message, handed: Mapping[str, object]) -> wire.Message:
    """What a service answers the guest, if it was handed that service."""
    try:
        method = _method(said, handed)
        arguments, named = wire.decode(said.get("arguments")), wire.decode(said.get("named"))
        _check_arguments(method, arguments, named)
        return {"value": wire.encode(method(*arguments, **named))}
    except AssistantError as error:
        return wire.encode_error(error)


def _method(said: wire.Message, handed: Mapping[str, object]) -> Callable[..., object]:
    """The method that the guest asks for. Raises PluginError for one that isn't its to use."""
    service, name = str(said.get("use")), str(said.get("method"))
    promised = getattr(wire.SERVICES.get(service), name, None)
    if service not in handed or name.startswith("_") or not inspect.isfunction(promised):
        raise PluginError(f"There is no {service}.{name} for this ability.")
    return getattr(handed[service], name)  # type: ignore[no-any-return]


def _check_arguments(method: Callable[..., object], arguments: object, named: object) -> None:
    """Raise PluginError unless the method takes these."""
    if not isinstance(arguments, tuple) or not isinstance(named, dict):
        raise PluginError("Those are no arguments.")
    try:
        given = inspect.signature(method).bind(*arguments, **named).arguments
    except TypeError as error:
        raise PluginError(f"{method.__name__}: {error}.") from error
    hints = typing.get_type_hints(method)
    for name, value in given.items():
        if not wire.fits(value, hints.get(name, object)):
            raise PluginError(f"{method.__name__}: {name} can't be {value!r}.")


def _value(answer: wire.Message) -> object:
    """What the guest answered. Raises its error."""
    if "error" in answer:
        raise wire.decode_error(answer)
    if "crash" in answer:
        raise GuestFailedError(str(answer["crash"]))
    try:
        value = wire.decode(answer.get("value"))
    except wire.WireError as error:
        raise GuestFailedError(f"The answer can't be read: {error}") from error
    # Who declared what it needs doesn't have everything else done by saying so.
    return replace(value, then=()) if isinstance(value, Reply) else value


def _environment(folder: Path) -> dict[str, str]:
    """Of a guest: nothing that is anybody's secret, and its own folder for a home."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR"), str(folder))
    python = {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",  # threads that run already can't be confined
    }
    return kept | own | python


def _stream(pipe: IO[bytes] | None) -> typing.BinaryIO:
    assert pipe is not None
    return typing.cast(typing.BinaryIO, pipe)


def _log_prints(pipe: IO[bytes], name: str) -> None:
    """Whatever the guest prints, until it ends."""
    with suppress(OSError, ValueError):  # closed under our hands
        while line := pipe.readline(LONGEST_PRINT):
            if text := line.decode(errors="replace").strip():
                log.info("%s printed: %s", name, text)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process, and those that it started."""
    if process.returncode is None:  # else its number may be another's by now
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):
            _stream(pipe).close()
