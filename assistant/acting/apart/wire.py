"""What host and guest say to each other: one JSON object a line, with the values that flow.

    guest → host   {"hello": 1, "kept": [...], "intents": [...], "broken": [...]}     once
    host → guest   {"call": "make", "part": "handler", "arguments": {...}, "services": {"clock":
                    "Clock"}, "language": "en", "phrases": {...}}
    host → guest   {"next": true}                        the next piece of the last answer
    guest → host   {"use": "Clock", "method": "after", "arguments": {...}}      while it works
    host → guest   {"value": ...} or {"error": "StateError", "message": "..."}
    guest → host   {"value": ...}, {"pieces": true}, {"error": ...} or {"crash": traceback}

A guest is not believed: what it sends is checked against the types of the records.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from assistant import errors
from assistant.acting import household, references, services, telephone, timekeeping
from assistant.acting.slots import Parameters
from assistant.errors import AssistantError, PluginError
from assistant.records import ListEntry, Reply, SlotSpec, Template, Weekly
from assistant.records import Slot as FixedSlot

PROTOCOL = 1
"""Changes with every message that changes."""

LONGEST = 4_000_000
"""Bytes of one message; more is no message of ours."""

Message = dict[str, Any]

RECORDS: Mapping[str, type] = {
    record.__name__: record
    for record in (
        *(telephone.Contact, telephone.ContactNumber, telephone.Call, telephone.CheckedNumber),
        *(timekeeping.Timer, timekeeping.Appointment, services.Ability),
        *(references.Fact, references.Answer),
        *(household.Device, household.Devices, household.Place, household.Scene),
        *(household.Note, household.Routine, household.Track),
        *(references.Exchanged, references.Forecast, references.Holiday),
        *(Reply, Weekly, Template, FixedSlot, SlotSpec, ListEntry, Parameters),
    )
}

SERVICES = {service.__name__: service for service in services.SERVICES}

_MOMENTS: Mapping[str, Callable[[str], object]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


class WireError(Exception):
    """The other side is gone, or says what nobody understands."""


def send(stream: BinaryIO, message: Message) -> None:
    """Raises WireError where nobody listens any more."""
    try:
        stream.write(json.dumps(message).encode() + b"\n")
        stream.flush()
    except (OSError, ValueError) as error:
        raise WireError("Nobody listens any more.") from error


def receive(stream: BinaryIO) -> Message:
    """The next message. Raises WireError at the end, and for what is none."""
    try:
        line = stream.readline(LONGEST)
        message = json.loads(line) if line else None
    except (OSError, ValueError, RecursionError) as error:
        raise WireError("That is no message.") from error
    if not isinstance(message, dict):
        raise WireError("The other side is gone.")
    return message


def encode(value: object) -> object:
    """A value as JSON has it; what JSON doesn't have, with its type.

    Raises TypeError for what can't go over the wire.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, timedelta):
        return {"timedelta": [value.days, value.seconds, value.microseconds]}
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, type) and value in services.SERVICES:
        return {"service": value.__name__}
    if is_dataclass(value) and type(value).__name__ in RECORDS:
        own = {part.name: encode(getattr(value, part.name)) for part in fields(value)}
        return {type(value).__name__: own}
    if isinstance(value, Mapping):
        return {"mapping": [[encode(key), encode(each)] for key, each in value.items()]}
    if isinstance(value, frozenset | set):
        return {"frozenset": sorted(map(encode, value), key=repr)}
    if isinstance(value, Iterable):
        return [encode(each) for each in value]
    raise TypeError(f"{value!r} can't leave its process; use text, numbers, times or our records.")


def decode(value: object) -> Any:
    """What `encode` made this of; sequences become tuples. Raises WireError for anything else."""
    if isinstance(value, list):
        return tuple(map(decode, value))
    if not isinstance(value, dict):
        return value
    try:
        ((kind, content),) = value.items()
        return _decoded(kind, content)
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
        raise WireError(f"That is no value: {error}") from error


def _decoded(kind: str, content: Any) -> object:
    if kind == "timedelta":
        days, seconds, microseconds = content
        return timedelta(days, seconds, microseconds)
    if kind in _MOMENTS:
        return _MOMENTS[kind](content)
    if kind == "service":
        return SERVICES[content]
    if kind == "mapping":
        return {decode(key): decode(each) for key, each in content}
    if kind == "frozenset":
        return frozenset(map(decode, content))
    record = RECORDS[kind]
    own = {name: decode(each) for name, each in content.items()}
    hints = typing.get_type_hints(record)
    for name, each in own.items():
        if not fits(each, hints[name]):
            raise TypeError(f"{kind}.{name} can't be {each!r}")
    return record(**own)


def fits(value: object, hint: Any) -> bool:
    """Whether a decoded value is of the type that a record or a method asks for."""
    if hint is object or hint is Any:
        return True
    if hint is None or hint is types.NoneType:
        return value is None
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return any(fits(value, each) for each in inner)
    if origin is typing.Literal:
        return value in inner
    if origin is type or hint is type:
        return isinstance(value, type)
    if origin is not None:
        return _holds(value, origin, inner)
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def _holds(value: object, origin: Any, inner: Sequence[Any]) -> bool:
    """Whether a container is of the kind, and everything in it too."""
    if not isinstance(value, origin):
        return False
    if isinstance(value, Mapping):
        key_hint, each_hint = inner
        return all(fits(k, key_hint) and fits(each, each_hint) for k, each in value.items())
    return isinstance(value, Iterable) and all(fits(each, inner[0]) for each in value)


def encode_error(error: AssistantError) -> Message:
    return {"error": type(error).__name__, "message": str(error)}


def decode_error(message: Message) -> AssistantError:
    """The error that the other side met; a PluginError where it is none of ours."""
    kind = getattr(errors, str(message.get("error")), None)
    ours = isinstance(kind, type) and issubclass(kind, AssistantError)
    made = kind if ours and kind is not errors.TemplateError else PluginError
    return made(str(message.get("message", "")))  # type: ignore[misc]
