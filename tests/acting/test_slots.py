"""What a handler's parameters mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

import pytest

from assistant import (
    Appointment,
    Clock,
    Contact,
    Fact,
    Ordinal,
    Percent,
    Phone,
    PhoneNumber,
    Timer,
    WakingTime,
    Weekly,
    WeeklyWaking,
    choices,
    intent,
)
from assistant.acting.slots import read_parameters
from assistant.errors import PluginError


@pytest.mark.parametrize(
    ("annotation", "kind", "list_name"),
    [
        (int, "number", ""),
        (float, "decimal", ""),
        (bool, "yes_no", ""),
        (str, "text", ""),
        (timedelta, "duration", ""),
        (datetime, "datetime", ""),
        (date, "date", ""),
        (time, "time", ""),
        (PhoneNumber, "phone", ""),
        (Percent, "percent", ""),
        (Ordinal, "ordinal", ""),
        (Weekly, "weekly", ""),
        (WakingTime, "waking", ""),
        (WeeklyWaking, "weekly_waking", ""),
        (Appointment, "list", "appointments"),
        (Contact, "list", "contacts"),
        (Timer, "list", "timers"),
        (Fact, "list", "facts"),
    ],
)
def test_the_annotation_says_what_is_listened_for(
    annotation: object, kind: str, list_name: str
) -> None:
    def handler(value): ...  # type: ignore[no-untyped-def]

    handler.__annotations__["value"] = annotation
    (slot,) = read_parameters(handler, {}).slots
    assert (slot.name, slot.kind, slot.list_name, slot.required) == ("value", kind, list_name, True)


def test_closed_lists() -> None:
    def handler(
        colour: Literal["red", "green"],
        room: Annotated[str, choices("kitchen", "living room|lounge", {"bedroom|master": "bed"})],
    ) -> None: ...

    lists = read_parameters(handler, {}).lists
    colours, rooms = lists["handler.colour"], lists["handler.room"]
    assert [(entry.text, entry.value) for entry in colours] == [("red", "red"), ("green", "green")]
    assert [(entry.text, entry.value) for entry in rooms] == [
        ("kitchen", "kitchen"),
        ("living room|lounge", "living room"),
        ("bedroom|master", "bed"),
    ]


def test_defaults_and_none_make_slots_optional() -> None:
    def handler(must: int, may: int | None, can: str = "x", *, other: int | None = 3) -> None: ...

    found = read_parameters(handler, {"must": "How many?"})
    assert {slot.name: slot.required for slot in found.slots} == {
        "must": True,
        "may": False,
        "can": False,
        "other": False,
    }
    assert found.defaults == {"may": None, "can": "x", "other": 3}
    assert found.slots[0].prompt == "How many?"


def test_services_are_handed_in() -> None:
    def handler(clock: Clock, phone: Phone, count: int) -> None: ...

    found = read_parameters(handler, {})
    assert found.services == {"clock": Clock, "phone": Phone}
    assert [slot.name for slot in found.slots] == ["count"]


def no_annotation(value): ...  # type: ignore[no-untyped-def]
def unknown_type(value: complex) -> None: ...
def a_union(value: int | str) -> None: ...
def a_list(value: list[int]) -> None: ...
def no_choices(value: Annotated[str, "kitchen"]) -> None: ...
def many(*value: int) -> None: ...
def unresolved(value: Nowhere) -> None: ...  # type: ignore[name-defined]  # noqa: F821


@pytest.mark.parametrize(
    "handler", [no_annotation, unknown_type, a_union, a_list, no_choices, many]
)
def test_what_means_nothing_is_named_with_what_is_allowed(handler: Callable[..., None]) -> None:
    with pytest.raises(PluginError) as caught:
        read_parameters(handler, {})
    message = str(caught.value)
    assert "test_slots.py" in message
    assert handler.__name__ in message
    assert "'value'" in message
    assert "timedelta" in message
    assert "Clock" in message


def test_an_annotation_that_cannot_be_found() -> None:
    with pytest.raises(PluginError, match=r"unresolved.*Nowhere"):
        read_parameters(unresolved, {})


def test_a_sentence_with_a_slot_that_the_handler_lacks() -> None:
    with pytest.raises(PluginError, match=r"no parameter for the slot \{cups\}"):

        @intent("make {cups} coffees")
        def make(count: int = 1) -> str:
            return str(count)


def test_a_parameter_that_no_sentence_fills() -> None:
    with pytest.raises(PluginError, match=r"no sentence has the slot \{count\}"):

        @intent("make coffee")
        def make(count: int) -> str:
            return str(count)


def test_slots_inside_of_rules_count() -> None:
    @intent("make <what>", rules={"what": "<cups> coffee", "cups": "{count}", "unused": "{x}"})
    def make(count: int) -> str:
        return str(count)

    assert make.spec.slots[0].name == "count"


def test_a_question_for_a_slot_that_is_not_there() -> None:
    with pytest.raises(PluginError, match=r"no parameter for the slot \{size\}"):

        @intent("make coffee", asks={"size": "How large?"})
        def make() -> str:
            return ""


def test_a_sentence_that_is_none() -> None:
    with pytest.raises(PluginError, match="must be text"):

        @intent(5)  # type: ignore[arg-type]
        def make() -> str:
            return ""


def test_an_unknown_risk() -> None:
    with pytest.raises(PluginError, match="low, medium or high"):

        @intent("make coffee", risk="deadly")  # type: ignore[arg-type]
        def make() -> str:
            return ""


def test_an_unknown_aside() -> None:
    with pytest.raises(PluginError, match="answer or repeat"):

        @intent("make coffee", aside="perhaps")  # type: ignore[arg-type]
        def make() -> str:
            return ""


def test_only_plain_functions_are_handlers() -> None:
    with pytest.raises(PluginError, match="with `def`"):

        @intent("make coffee")  # type: ignore[type-var]
        async def make() -> str:
            return ""

    with pytest.raises(PluginError, match="plain function"):
        intent("make coffee")(str)


def test_an_intent_is_still_its_function() -> None:
    @intent("make {count} coffees", risk="medium", examples=("make two coffees",))
    def make(count: int) -> str:
        return f"{count} coffees"

    assert make(2) == "2 coffees"
    assert make.name == "test_slots.make"
    spec = make.spec
    assert (spec.name, spec.risk, spec.examples) == (
        "test_slots.make",
        "medium",
        ("make two coffees",),
    )
    assert spec.templates[0].text == "make {count} coffees"
    assert spec.templates[0].file == __file__
