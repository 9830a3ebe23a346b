"""The hard cases by their sound: spelled out poorly, so that the transcript alone is wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.records import Decision, ListEntry
from tests.understanding.household import (
    CALL,
    CANCEL,
    Conversation,
    Lists,
    conversation,
    people,
    values,
)
from tests.understanding.test_hard_cases import DIAL

POOR = {"sure": 6.0, "noise": 1.4}
SEEDS = range(2)
LATER_S = 100.0
"""What was asked before needs no answer any more."""


@pytest.fixture(scope="module")
def talk() -> Conversation:
    """The household, which learns its commands once; a call isn't asked about."""
    return conversation(always_confirm_high_risk=False)


def heard(talk: Conversation, text: str, seed: int) -> Decision:
    return talk.hear(text, LATER_S, seed=seed, **POOR)


@pytest.mark.parametrize("seed", SEEDS)
def test_half_an_hour(talk: Conversation, seed: int) -> None:
    decision = heard(talk, "set a timer for half an hour", seed)
    assert values(decision) == {"length": timedelta(minutes=30)}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_timer_is_no_length_and_no_name(talk: Conversation, seed: int) -> None:
    decision = heard(talk, "cancel the timer", seed)
    assert decision.command
    assert (decision.command.intent, decision.command.slots) == ("timer.cancel", ())


def test_call_two_two_two() -> None:
    decision = conversation([CALL, DIAL]).hear("call two two two", **POOR)
    assert (decision.kind, values(decision)) == ("confirm", {"number": "222"})


@pytest.mark.parametrize("seed", SEEDS)
def test_set_a_timer_for_two_to_three_minutes(talk: Conversation, seed: int) -> None:
    decision = heard(talk, "set a timer for two to three minutes", seed)
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["April", "Will"])
def test_contacts_that_are_also_words(talk: Conversation, name: str, seed: int) -> None:
    assert values(heard(talk, f"call {name.lower()}", seed)) == {"who": name}


def test_two_annas_are_asked_about() -> None:
    two = Lists({"contacts": [ListEntry("anna", "Anna Smith"), ListEntry("anna", "Anna Jones")]})
    assert conversation([CALL], two).hear("call anna").reason == "unclear"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("said", ["dont call anna", "do not call anna", "never call anna"])
def test_do_not_call_anna(talk: Conversation, said: str, seed: int) -> None:
    assert heard(talk, said, seed).kind == "reject"


@pytest.mark.parametrize("seed", SEEDS)
def test_call_anna_no_hannah(talk: Conversation, seed: int) -> None:
    assert values(heard(talk, "call anna no hannah", seed)) == {"who": "Hannah"}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("said", "minutes"), [("fifteen", 15), ("fifty", 50)])
def test_fifteen_and_fifty(talk: Conversation, said: str, minutes: int, seed: int) -> None:
    decision = heard(talk, f"set a timer for {said} minutes", seed)
    assert values(decision) == {"length": timedelta(minutes=minutes)}


def test_a_list_entry_that_is_also_a_word_of_a_template() -> None:
    entries = conversation([CALL, CANCEL], people("timer", "call"))
    assert values(heard(entries, "call timer", 1)) == {"who": "Timer"}
    assert heard(entries, "cancel the timer", 1).kind == "execute"


def test_an_empty_grammar_understands_nothing() -> None:
    assert conversation([]).hear("call anna").reason == "not_a_command"
