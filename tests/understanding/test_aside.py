"""What is said about the conversation while a question waits: the question stays open."""

from __future__ import annotations

import pytest

from assistant.records import Decision, IntentSpec
from tests.understanding.household import (
    ALL,
    NOTE,
    TIME,
    Conversation,
    conversation,
    templates,
    values,
)

WHY = IntentSpec("talk.why", templates("why did you ask that"), aside="answer")
PARDON = IntentSpec("talk.pardon", templates("i didn't catch that"), aside="repeat")


@pytest.fixture(scope="module")
def talk() -> Conversation:
    return conversation([*ALL, WHY, PARDON], answer_within_s=20.0)


@pytest.fixture(autouse=True)
def _nobody_is_asked(talk: Conversation) -> None:
    talk.say("never mind", after_s=100.0)


def intent(decision: Decision | None) -> str:
    assert decision
    assert decision.command
    return decision.command.intent


def test_it_is_answered_and_the_question_asked_again(talk: Conversation) -> None:
    asked = talk.say("call anna")
    why = talk.say("why did you ask that")
    assert (why.kind, intent(why), why.more) == ("execute", "talk.why", 1)
    assert talk.next() == asked
    assert talk.next() is None
    assert values(talk.say("no hannah")) == {"who": "Hannah"}


def test_instead_of_what_repeats_the_question_is_asked_again(talk: Conversation) -> None:
    asked = talk.say("set a timer")
    assert talk.say("i didn't catch that") == asked
    assert talk.next() is None
    assert talk.say("ten minutes").kind == "execute"


@pytest.mark.parametrize("aside", ["why did you ask that", "i didn't catch that"])
def test_the_time_for_an_answer_counts_from_there(talk: Conversation, aside: str) -> None:
    talk.say("call anna")
    talk.say(aside, after_s=15)
    talk.next()
    assert talk.say("yes", after_s=15).reason == "confirmed"


def test_an_answer_counts_although_nobody_asked_again(talk: Conversation) -> None:
    talk.say("call anna")
    talk.say("why did you ask that")
    assert talk.say("yes").reason == "confirmed"
    assert talk.next() is None


def test_what_was_said_behind_the_question_still_follows(talk: Conversation) -> None:
    talk.say("call anna and what time is it")
    assert talk.say("why did you ask that").more == 2
    assert intent(talk.next()) == "dial.call"
    assert talk.next() is None
    talk.say("no")
    assert intent(talk.next()) == TIME.name


def test_any_other_command_takes_the_place_of_the_question(talk: Conversation) -> None:
    talk.say("call anna")
    assert intent(talk.say("what time is it")) == TIME.name
    assert talk.next() is None
    assert talk.say("yes").kind == "reject"


def test_with_another_command_behind_it_it_is_no_aside(talk: Conversation) -> None:
    talk.say("call anna")
    both = talk.say("why did you ask that and what time is it")
    assert (intent(both), intent(talk.next())) == ("talk.why", TIME.name)
    assert talk.say("yes").kind == "reject"


def test_without_a_question_it_is_a_command_like_any_other(talk: Conversation) -> None:
    assert intent(talk.say("why did you ask that")) == "talk.why"
    assert intent(talk.say("i didn't catch that")) == "talk.pardon"
    assert talk.next() is None


def test_where_any_words_would_do_it_is_still_an_aside() -> None:
    note = IntentSpec(NOTE.name, templates("take a note [that {text}]"), NOTE.slots)
    talk = conversation([note, WHY])
    asked = talk.say("take a note")
    assert intent(talk.say("why did you ask that")) == "talk.why"
    assert talk.next() == asked
    assert values(talk.say("why did you leave")) == {"text": "why did you leave"}
