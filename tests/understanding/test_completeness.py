"""Whether somebody who pauses has finished, judged by what was said."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.records import Completeness, Decision, IntentSpec, SlotSpec
from tests.understanding.household import (
    ALL,
    Conversation,
    conversation,
    people,
    templates,
    values,
)

STOP = IntentSpec("stop.stop", templates("stop [(it|now|please)]"))
DIAL = IntentSpec("dial.number", templates("dial {number}"), (SlotSpec("number", "phone"),))
LABEL = IntentSpec(
    "dial.ring",
    templates("reach {who} [on (his|her) {label}]"),
    (SlotSpec("who", "list", list_name="contacts"), SlotSpec("label", "number", required=False)),
)


@pytest.fixture
def talk() -> Conversation:
    lists = people("anna", "anna smith", "hannah", "bob")
    return conversation([*ALL, STOP, DIAL, LABEL], lists)


@pytest.mark.parametrize(
    ("said", "completeness"),
    [
        ("what time is it", "complete"),
        ("stop", "complete"),  # "please" would change nothing
        ("call hannah", "complete"),
        ("call anna", "open"),  # "smith"
        ("reach bob", "open"),  # "on his mobile"
        ("set a timer for ten minutes", "open"),  # "and a half"
        ("dial one two three four", "open"),
        ("remind me to water the plants", "open"),
        ("set a timer", "incomplete"),
        ("set a timer for", "incomplete"),
        ("turn on the", "incomplete"),
        ("the weather was lovely in the mountains", "unknown"),
    ],
)
def test_what_was_said_tells_whether_it_is_finished(
    talk: Conversation, said: str, completeness: Completeness
) -> None:
    assert talk.pause(said) == completeness


@pytest.mark.parametrize(
    ("question", "answer", "completeness"),
    [
        ("call hannah", "yes", "open"),  # "yes please"
        ("call hannah", "yes please", "complete"),
        ("call hannah", "no", "open"),  # "no bob"
        ("call hannah", "no bob", "complete"),
        ("set a timer", "ten minutes", "open"),
        ("set a timer", "a quarter of an hour", "complete"),
        ("set a timer", "cancel", "complete"),
        ("set a timer", "the quick brown fox", "unknown"),
    ],
)
def test_answers_are_judged_by_what_may_be_answered(
    talk: Conversation, question: str, answer: str, completeness: Completeness
) -> None:
    assert talk.say(question).kind in ("ask", "confirm")
    assert talk.pause(answer) == completeness


def test_a_pause_changes_nothing_and_the_end_decides(talk: Conversation) -> None:
    talk.say("call hannah")
    assert talk.pause("no") == "open"
    assert values(talk.hear("no bob")) == {"who": "Bob"}


def test_the_decision_after_a_pause_is_the_same(talk: Conversation) -> None:
    other = conversation([*ALL, STOP, DIAL, LABEL], people("anna", "anna smith", "hannah", "bob"))
    for said in ("call hannah", "no bob", "yes", "set a timer", "ten minutes", "it rained"):
        assert _after_pause(talk, said) == other.hear(said)


def _after_pause(talk: Conversation, said: str) -> Decision:
    """The same sound, at the pause and at the end."""
    return talk.hear(said, paused=True)


def test_the_wake_phrase_alone_waits_for_a_command() -> None:
    talk = conversation(wake="computer")
    assert talk.pause("computer") == "incomplete"
    assert talk.pause("computer what time is it") == "complete"
    assert talk.pause("what time is it") == "unknown"
    assert talk.hear("what time is it").reason == "no_wake_phrase"


def test_half_an_hour_after_a_pause_is_half_an_hour(talk: Conversation) -> None:
    assert talk.pause("set a timer for") == "incomplete"
    decision = talk.hear("set a timer for half an hour")
    assert values(decision) == {"length": timedelta(minutes=30)}
