"""What an ability from outside says about itself, read from its source before any of it runs.

API_VERSION = "1.0"             # of the public names that it was written for
NEEDS = ("network", "clock")    # all that it may use; it then runs in a process of its own
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.acting.services import SERVICES
from assistant.errors import PluginError

API_VERSION = "1.2"
"""Of what `assistant` offers to abilities: the number behind the point grows with every name that
comes, the one before it with every name that goes or means something else. Names that come with the
same release share a number."""

DEPRECATED: Mapping[str, str] = {}
"""Public names that go with the next number before the point, and what to use instead."""

NEEDS: Mapping[str, str] = {
    "network": "talk to other machines",
    "files": "read and change your files",
    "programs": "start other programs",
    "clock": "set timers, alarms and reminders, and cancel them",
    "stopwatch": "use the stopwatch",
    "contacts": "read your address book",
    "phone": "call numbers",
    "calendar": "read and change your calendar",
    "lists": "read and change your lists",
    "knowledge": "read the facts that you wrote down",
    "questions": "ask your notes and other sources",
    "home": "switch lights and other devices of the house, and ask its sensors",
    "house": "tell Home Assistant anything",
    "media": "start, pause and change what plays",
    "volume": "change how loud it is",
    "notes": "read and change the notes that you dictated",
    "routines": "read and change your routines",
    "rates": "ask what money is worth",
    "weather": "ask for the weather, also at your place",
    "holidays": "ask for public holidays",
    "conversation": "hear what the assistant said last",
}
"""All that an ability can need, and what it may do then: the services by their names, and three
things that the system keeps from it."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What an ability says about itself."""

    needs: tuple[str, ...] | None = None
    """In the order of `NEEDS`; None where it doesn't say, and runs within the assistant."""
    line: int = 1
    """Of its needs."""
    api_version: str = ""
    """Which it was written for; empty where it doesn't say."""


def need_of(service: type) -> str:
    """The need that hands out the service."""
    return service.__name__.lower()


SERVICES_BY_NEED = {need_of(service): service for service in SERVICES}


def read_declaration(source: str | bytes) -> Declaration:
    """What the source of an ability declares; nothing where it isn't Python.

    Raises PluginError for a need that there is none of, for one that is worked out rather than
    written down, and for a version of the public names that this assistant doesn't offer.
    """
    text = source if isinstance(source, bytes) else source.encode()
    if not re.search(rb"\b(NEEDS|API_VERSION)\b", text):
        return Declaration()  # most declare nothing, and reading them whole takes long
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return Declaration()  # whoever loads it will say what is wrong
    said = {name: (value, line) for node in body for name, value, line in _assigned(node)}
    version, _ = said.get("API_VERSION", ("", 1))
    if version:
        _check_version(version)
    needs, line = said.get("NEEDS", (None, 1))
    return Declaration(None if needs is None else _checked(needs), line, str(version))


def _assigned(node: ast.stmt) -> list[tuple[str, object, int]]:
    """The two names that count, with their values, if this statement gives one to them."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return []
    return [
        (name, _literal(name, node.value), node.lineno)
        for name in names
        if name in ("NEEDS", "API_VERSION")
    ]


def _literal(name: str, value: ast.expr) -> object:
    try:
        return ast.literal_eval(value)
    except ValueError as error:
        raise PluginError(
            f"{name} must be written down, not worked out: it is read before anything runs."
        ) from error


def _checked(needs: object) -> tuple[str, ...]:
    if not isinstance(needs, tuple | list | set) or not all(isinstance(n, str) for n in needs):
        raise PluginError('NEEDS must be a tuple of texts, such as ("network",).')
    if unknown := sorted(set(needs) - set(NEEDS)):
        raise PluginError(f"There is no need {unknown[0]!r}; there are {', '.join(NEEDS)}.")
    return tuple(need for need in NEEDS if need in needs)


def _check_version(version: object) -> None:
    """Raise PluginError unless what was written for the version works with this one."""
    found = re.fullmatch(r"(\d+)\.(\d+)", version) if isinstance(version, str) else None
    if found is None:
        raise PluginError(f'API_VERSION must be like "{API_VERSION}", not {version!r}.')
    major, minor = map(int, API_VERSION.split("."))
    if int(found[1]) != major:
        raise PluginError(
            f"It was written for version {version} of the public names, and this assistant has "
            f"{API_VERSION}; get its newer version, or see what changed in the changelog."
        )
    if int(found[2]) > minor:
        raise PluginError(
            f"It needs version {version} of the public names, and this assistant has "
            f"{API_VERSION}; update the assistant."
        )
