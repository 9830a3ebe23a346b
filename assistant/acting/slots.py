"""Slots from annotations: what a handler's parameters say about the words to listen for."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, NewType

from assistant.acting.household import Devices, Place, Routine, Scene
from assistant.acting.references import Fact
from assistant.acting.services import SERVICES
from assistant.acting.telephone import Contact
from assistant.acting.timekeeping import Appointment, Timer
from assistant.errors import PluginError
from assistant.records import ListEntry, SlotSpec, Weekly

PhoneNumber = NewType("PhoneNumber", str)
"""A number to dial: digits, perhaps with a leading plus."""

Percent = NewType("Percent", float)
"""A share of a hundred: 20.0 for "twenty percent"."""

Ordinal = NewType("Ordinal", int)
"""A place in a row: 3 for "third"."""

WakingTime = NewType("WakingTime", datetime)
"""When to be woken: "seven" is in the morning, unless the evening comes soon."""

WeeklyWaking = NewType("WeeklyWaking", Weekly)
"""When to be woken every week: "every day at five" is in the morning."""

KINDS: Mapping[object, str] = {
    int: "number",
    float: "decimal",
    bool: "yes_no",
    str: "text",
    timedelta: "duration",
    datetime: "datetime",
    date: "date",
    time: "time",
    PhoneNumber: "phone",
    Percent: "percent",
    Ordinal: "ordinal",
    Weekly: "weekly",
    WakingTime: "waking",
    WeeklyWaking: "weekly_waking",
}

LIVING_LISTS: Mapping[object, str] = {
    Appointment: "appointments",
    Contact: "contacts",
    Devices: "devices",
    Fact: "facts",
    Place: "places",
    Routine: "routines",
    Scene: "scenes",
    Timer: "timers",
}
"""Slot types whose entries change while the program runs."""

ALLOWED = (
    "int, float, bool, str, timedelta, datetime, date, time, Weekly, WakingTime, WeeklyWaking, "
    "PhoneNumber, Percent, Ordinal, Appointment, Contact, Timer, Fact, Devices, Place, Scene, "
    "Routine, Literal[...], "
    "Annotated[str, choices(...)] or one of the services "
    + ", ".join(service.__name__ for service in SERVICES)
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The entries of a closed list, as `choices` made them."""

    entries: tuple[ListEntry, ...]


def choices(*texts: str | Mapping[str, object]) -> Choices:
    """A closed list for `Annotated[str, choices(...)]`: each text is a template without slots.

    The handler receives the first spelling ("living room|lounge" gives "living room"), or from a
    mapping the value behind the text.
    """
    entries: list[ListEntry] = []
    for text in texts:
        if isinstance(text, str):
            entries.append(ListEntry(text, text.split("|")[0].strip()))
        else:
            entries.extend(ListEntry(key, value) for key, value in text.items())
    return Choices(tuple(entries))


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a handler takes: slots from the sentence, services from the assistant."""

    slots: tuple[SlotSpec, ...]
    lists: Mapping[str, tuple[ListEntry, ...]]
    services: Mapping[str, type]
    """The service for each parameter that is handed in."""
    defaults: Mapping[str, object]
    """What slots receive that may be left out; None for `X | None`."""
    spare: frozenset[str] = frozenset()
    """The parameters that receive None where their service isn't there: `Rates | None`."""

    @property
    def required_services(self) -> set[type]:
        """Without which the ability isn't there either."""
        return {kind for name, kind in self.services.items() if name not in self.spare}


def read_parameters(function: Callable[..., object], asks: Mapping[str, str]) -> Parameters:
    """The parameters of a handler.

    Raises PluginError, naming file, function and parameter, for an annotation that means nothing.
    """
    hints = _hints(function)
    slots: list[SlotSpec] = []
    lists: dict[str, tuple[ListEntry, ...]] = {}
    services: dict[str, type] = {}
    defaults: dict[str, object] = {}
    spare: set[str] = set()
    for name, parameter in inspect.signature(function).parameters.items():
        annotation, optional = _without_none(hints.get(name))
        if annotation in SERVICES:
            services[name] = annotation
            spare |= {name} if optional else set()
            continue
        kind, list_name, entries = _kind(function, parameter, annotation)
        if entries:
            lists[list_name] = entries
        has_default = parameter.default is not parameter.empty
        if optional or has_default:
            defaults[name] = parameter.default if has_default else None
        slots.append(SlotSpec(name, kind, name not in defaults, list_name, asks.get(name, "")))
    return Parameters(tuple(slots), lists, services, defaults, frozenset(spare))


def _hints(function: Callable[..., object]) -> dict[str, Any]:
    try:
        return typing.get_type_hints(function, include_extras=True)
    except (NameError, TypeError) as error:
        raise PluginError(f"{place(function)}: an annotation can't be read: {error}.") from error


def place(function: Callable[..., object]) -> str:
    """ "coffee.py:12, make": for messages."""
    code = function.__code__
    return f"{Path(code.co_filename).name}:{code.co_firstlineno}, {function.__name__}"


def _without_none(annotation: object) -> tuple[object, bool]:
    """`X | None` as (X, True); anything else as it is."""
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation, False
    members = [member for member in typing.get_args(annotation) if member is not type(None)]
    if len(members) == 1:
        return members[0], True
    return annotation, False


def _kind(
    function: Callable[..., object], parameter: inspect.Parameter, annotation: object
) -> tuple[str, str, tuple[ListEntry, ...]]:
    """Kind, list name and own entries of one slot."""
    if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
        if isinstance(annotation, typing.Hashable) and annotation in KINDS:
            return KINDS[annotation], "", ()
        if isinstance(annotation, typing.Hashable) and annotation in LIVING_LISTS:
            return "list", LIVING_LISTS[annotation], ()
        if entries := _entries(annotation):
            return "list", f"{function.__name__}.{parameter.name}", entries
    raise PluginError(
        f"{place(function)}: the parameter {parameter.name!r} must be annotated with {ALLOWED}."
    )


def _entries(annotation: object) -> tuple[ListEntry, ...]:
    """The closed list that `Literal[...]` or `Annotated[..., choices(...)]` declares."""
    if typing.get_origin(annotation) is Literal:
        return tuple(ListEntry(str(value), value) for value in typing.get_args(annotation))
    if typing.get_origin(annotation) is Annotated:
        extras = typing.get_args(annotation)[1:]
        return next((extra.entries for extra in extras if isinstance(extra, Choices)), ())
    return ()
