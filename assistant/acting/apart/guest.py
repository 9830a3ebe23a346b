"""What runs in the process of one ability: `python -m assistant.acting.apart.guest`.

It takes its task as one line of JSON, loads the ability, and answers calls until its host hangs up.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, BinaryIO

from assistant.acting import services
from assistant.acting.apart import wire
from assistant.acting.apart.confine import confine
from assistant.acting.intent import Intent
from assistant.acting.loader import GROUP, Broken, load_source, translations
from assistant.errors import AssistantError
from assistant.tongue import speaking

AnyIntent = Intent[..., Any]


class Proxy:
    """Stands in for a service: each of its methods asks the host."""

    def __init__(self, guest: Guest, service: str) -> None:
        self._guest, self._service = guest, service

    def __getattr__(self, method: str) -> Callable[..., object]:
        kind = getattr(services, self._service)
        if method.startswith("_") or not hasattr(kind, method):
            raise AttributeError(f"{self._service} has no {method!r}")

        def ask(*arguments: object, **named: object) -> object:
            return self._guest.use(self._service, method, arguments, named)

        return ask


class Guest:
    """Answers the calls of the host."""

    def __init__(self, heard: BinaryIO, told: BinaryIO, intents: list[AnyIntent]) -> None:
        self._heard, self._told = heard, told
        self._intents = {each.function_name: each for each in intents}
        self._pieces: Iterator[object] = iter(())
        self._tongue: tuple[str, dict[str, str]] = ("en", {})
        self._process = os.getpid()

    def serve(self) -> None:
        """Until the host hangs up."""
        while True:
            try:
                call = wire.receive(self._heard)
            except wire.WireError:
                return
            answer = self._answer(call)
            if os.getpid() != self._process:
                os._exit(0)  # a copy, which the ability made by forking: the host isn't its
            wire.send(self._told, answer)

    def _answer(self, call: wire.Message) -> wire.Message:
        try:
            if "next" not in call:
                self._tongue = call["language"], call["phrases"]
            with speaking(*self._tongue):
                value = self._next(call)
            if isinstance(value, Iterator):
                self._pieces = value
                return {"pieces": True}
            return {"value": wire.encode(value)}
        except AssistantError as error:
            return wire.encode_error(error)
        except BaseException:  # noqa: BLE001 - whatever a stranger's code raises ends its answer
            return {"crash": traceback.format_exc()}

    def _next(self, call: wire.Message) -> object:
        if "next" in call:
            return next(self._pieces, None)
        return self._function(call)(**self._arguments(call))

    def _function(self, call: wire.Message) -> Callable[..., object]:
        made = self._intents[call["call"]]
        if call["part"] == "handler":
            return made.function
        beside = {"confirm": made.confirm, "always_confirm": made.always_confirm, "idle": made.idle}
        function = beside[call["part"]]
        assert callable(function)
        return function

    def _arguments(self, call: wire.Message) -> dict[str, object]:
        values = {name: wire.decode(each) for name, each in call["arguments"].items()}
        return values | {name: Proxy(self, service) for name, service in call["services"].items()}

    def use(
        self, service: str, method: str, arguments: tuple[object, ...], named: Mapping[str, object]
    ) -> object:
        """What the host's service answers. Raises its error."""
        said = {"arguments": wire.encode(arguments), "named": wire.encode(named)}
        wire.send(self._told, {"use": service, "method": method, **said})
        answer = wire.receive(self._heard)
        if "error" in answer:
            raise wire.decode_error(answer)
        return wire.decode(answer["value"])


def main() -> None:
    """Load the ability that the first line names, say what it is, and serve."""
    heard, told = _own_streams()
    task = wire.receive(heard)
    file = Path(task["file"]) if task["file"] else None
    kept = confine(task["needs"], Path(task["folder"]), _code(file))
    threading.Thread(target=_end_with, args=(heard.fileno(),), daemon=True).start()
    source = file or EntryPoint(task["name"], task["value"], GROUP)
    found = load_source(source, languages=task["languages"])
    intents = [each for each in found if isinstance(each, Intent)]
    broken = [each for each in found if isinstance(each, Broken)]
    wire.send(told, _hello(intents, broken, kept))
    Guest(heard, told, intents).serve()


def _code(file: Path | None) -> list[Path]:
    """What it must read to run: Python with its libraries, and itself, which may be links."""
    python = [Path(each) for each in (*sys.path, sys.prefix, sys.base_prefix) if each]
    if file is None:
        return python
    return [*python, file.parent, *(each.resolve() for each in (file, *translations(file)))]


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the host, out of reach of prints: those go to standard error, and so to the log.

    Neither is inherited by programs that the ability starts.
    """
    heard, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return heard, told


def _end_with(host: int) -> None:
    """End this process when its host is gone, whatever it does."""
    poll = select.poll()
    poll.register(host, select.POLLHUP)
    poll.poll()
    os._exit(0)


def _hello(intents: list[AnyIntent], broken: list[Broken], kept: list[str]) -> wire.Message:
    try:
        described = [_described(each) for each in intents]
    except TypeError as error:
        described = []
        broken = [Broken(intents[0].file, 1, str(error)), *broken]
    said = [[each.file, each.line, each.error] for each in broken]
    return {"hello": wire.PROTOCOL, "kept": kept, "intents": described, "broken": said}


def _described(made: AnyIntent) -> wire.Message:
    """What the host needs to know of an ability. Raises TypeError for a default of a strange type.

    Parts are named as the fields of `Intent`.
    """
    return {
        "function_name": made.function_name,
        "file": made.file,
        "about": made.about,
        "risk": made.risk,
        "templates": wire.encode(made.templates),
        "parameters": wire.encode(made.parameters),
        "confirm": made.confirm if isinstance(made.confirm, str) else None,
        "confirm_parameters": wire.encode(made.confirm_parameters),
        "always_confirm_parameters": wire.encode(made.always_confirm_parameters),
        "idle_parameters": wire.encode(made.idle_parameters),
        "aside": made.aside,
        "rules": wire.encode(made.rules),
        "examples": wire.encode(made.examples),
        "tongues": {
            language: {"phrases": dict(each.phrases), "examples": list(each.examples)}
            for language, each in made.tongues.items()
        },
    }


if __name__ == "__main__":
    main()
