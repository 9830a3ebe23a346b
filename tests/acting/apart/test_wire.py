"""What goes over the wire arrives as it was, and nothing else arrives at all."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import is_dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant
from assistant import Answer, Clock, Contact, ContactNumber, Fact, Reply, Timer, Weekly
from assistant.acting.apart import wire
from assistant.errors import (
    AssistantError,
    PluginError,
    ServiceError,
    TemplateError,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.timedeltas()
    | st.datetimes()
    | st.dates()
    | st.times(),
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.frozensets(st.integers())
        | st.dictionaries(st.text(), inner)
    ),
    max_leaves=10,
)


@given(VALUES)
def test_values_arrive_as_they_were(value: object) -> None:
    stream = io.BytesIO()
    wire.send(stream, {"value": wire.encode(value)})
    stream.seek(0)
    assert wire.decode(wire.receive(stream)["value"]) == value


RECORDS = [
    Contact("Anna", (ContactNumber("home", "1"),), ("Ann",)),
    Timer(1, datetime(2026, 3, 4), "Done.", "egg", timedelta(minutes=1), "alarm"),
    Timer(1, datetime(2026, 3, 4), "Done.", weekly=Weekly(frozenset({0}), time(7))),
    Fact("pi", "About 3.", "x.toml"),
    Reply("No.", ok=False),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_arrive_as_they_were(record: object) -> None:
    assert wire.decode(wire.encode((record, Clock))) == (record, Clock)


def test_every_public_record_may_go_over() -> None:
    public = [getattr(assistant, name) for name in assistant.__all__]
    records = {each.__name__ for each in public if is_dataclass(each)} - {"Intent"}
    assert records <= wire.RECORDS.keys()


def test_an_answer_in_the_making_arrives_whole() -> None:
    said = wire.decode(wire.encode(Answer("notes", (each for each in ("One.", "Two.")))))
    assert said == Answer("notes", ("One.", "Two."))


@pytest.mark.parametrize(
    "value",
    [
        {"timedelta": [1]},
        {"timedelta": [10**12, 0, 0]},
        {"datetime": "tomorrow"},
        {"service": "Pipeline"},
        {"mapping": [[[1], {"mapping": 3}]]},
        {"mapping": [[{"mapping": []}, 1]]},
        {"Path": "/"},
        {"Reply": {}},
        {"Reply": {"text": 5}},
        {"Reply": {"text": "x", "more": "yes"}},
        {"Contact": {"name": "Anna", "nicknames": [5]}},
        {"Weekly": {"days": [0], "at": {"time": "07:00:00"}}},
        {"Template": {"text": "x", "unknown": 1}},
        {},
        {"a": 1, "b": 2},
    ],
)
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(value)


@pytest.mark.parametrize("line", [b"", b"\n", b"nonsense\n", b"[]\n", b"\xff\n", b"[" * 10**5])
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(line))


@pytest.mark.parametrize(
    ("value", "hint", "fits"),
    [
        (True, int, False),
        (1, float, True),
        (True, float, False),
        ("a", Literal["a", "b"], True),
        ("c", Literal["a", "b"], False),
        (None, str | None, True),
        (5, str | None, False),
        (("a",), Sequence[str], True),
        ((1,), Sequence[str], False),
        ({"a": 1}, dict[str, int], True),
        ({1: 1}, dict[str, int], False),
        (date(2026, 1, 1), datetime, False),
        (object(), object, True),
    ],
)
def test_types_are_compared(value: object, hint: Any, fits: bool) -> None:
    assert wire.fits(value, hint) == fits


@pytest.mark.parametrize(
    ("error", "arrives"),
    [
        (ServiceError("No calendar."), ServiceError),
        (TemplateError("x"), PluginError),
        (PluginError("x"), PluginError),
    ],
)
def test_errors_arrive_as_they_were(error: AssistantError, arrives: type) -> None:
    found = wire.decode_error(wire.encode_error(error))
    assert (type(found), str(found)) == (arrives, str(error))


def test_an_error_that_is_none_of_ours() -> None:
    assert type(wire.decode_error({"error": "annotations"})) is PluginError
