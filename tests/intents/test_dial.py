"""Calls are read back, with the name and the number, before anybody's phone rings."""

from __future__ import annotations

import pytest

from tests.intents.desk import Desk


def test_a_call_is_read_back_and_then_made(desk: Desk) -> None:
    question = desk.say("call anna jones")
    assert question == "Call Anna Jones on the home number, 0 2 0, 7 9 4 6, 0 9 9 9?"
    assert desk.phone.called == []
    assert desk.say("yes") == "Calling Anna Jones."
    assert desk.phone.called == ["+442079460999"]


def test_no_means_nobody_is_called(desk: Desk) -> None:
    desk.say("call anna jones")
    assert desk.say("no") == ""
    assert desk.phone.called == []


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("call bob", "on the mobile number, 0 7 7"),
        ("call bob at home", "on the home number, 0 2 0"),
        ("phone bobby on his mobile phone", "on the mobile number, 0 7 7"),
    ],
)
def test_of_several_numbers_the_one_asked_for_or_the_mobile(
    desk: Desk, said: str, number: str
) -> None:
    assert f"Call Bob Hall {number}" in desk.say(said)


def test_two_annas(desk: Desk) -> None:
    assert desk.say("call anna") == "Which Anna: Anna Smith or Anna Jones?"
    assert desk.say("anna smith").startswith("Call Anna Smith on the mobile number")
    assert desk.say("yes") == "Calling Anna Smith."
    assert desk.phone.called == ["07700900123"]


def test_yes_to_two_annas_calls_neither(desk: Desk) -> None:
    desk.say("call anna")
    assert desk.say("yes") == "I know Anna Smith and Anna Jones. Say the full name."
    assert desk.phone.called == []


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("call carl", "I have no phone number for Carl Nobody."),
        ("call anna jones at work", "I have no work number for Anna Jones."),
    ],
)
def test_somebody_without_such_a_number(desk: Desk, said: str, text: str) -> None:
    assert desk.say(said) == f"{text} Leave it?"
    assert desk.say("yes") == text
    assert desk.phone.called == []


def test_whom_is_asked_for(desk: Desk) -> None:
    assert desk.say("call somebody") == "Whom shall I call?"
    assert desk.say("bob").startswith("Call Bob Hall")


def test_a_number_is_read_back_too(desk: Desk) -> None:
    said = desk.say("call oh two oh seven nine four six oh nine five eight")
    assert said == "Call 0 2 0, 7 9 4 6, 0 9 5 8?"
    assert desk.say("yes") == "Calling 0 2 0, 7 9 4 6, 0 9 5 8."
    assert desk.phone.called == ["+442079460958"]


def test_a_correction_changes_whom(desk: Desk) -> None:
    desk.say("call anna smith")
    assert desk.say("no bob").startswith("Call Bob Hall")
    assert desk.say("yes") == "Calling Bob Hall."
    assert desk.phone.called == ["07700900555"]
