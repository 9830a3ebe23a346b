"""A command without its value: asked for where it has a question, whatever its templates say."""

from __future__ import annotations

import pytest

from assistant.records import IntentSpec, SlotSpec
from tests.understanding.household import Conversation, conversation, templates, values

MEETING = IntentSpec(
    "calendar.add",
    templates("schedule [(a|the)] {title} [(at|for)] {when} [for {length}]"),
    (
        SlotSpec("title", "text", required=False),
        SlotSpec("when", "time", prompt="When?"),
        SlotSpec("length", "duration", required=False),
    ),
)
EXTEND = IntentSpec(
    "timer.extend",
    templates("extend [the] timer by {length}", "give the timer {length} more"),
    (SlotSpec("length", "duration", prompt="By how much?"),),
)
CALL = IntentSpec(
    "dial.call",
    templates("(call|phone) {who} [(at home|at work)]"),
    (SlotSpec("who", "list", list_name="contacts", prompt="Whom shall I call?"),),
    risk="high",
)
DIAL = IntentSpec(
    "dial.number",
    templates("(call|dial) {number}"),
    (SlotSpec("number", "phone", prompt="Which number?"),),
    risk="high",
)
NAP = IntentSpec("nap.sleep", templates("sleep for {length}"), (SlotSpec("length", "duration"),))


@pytest.fixture(scope="module")
def talk() -> Conversation:
    return conversation([MEETING, EXTEND, CALL, DIAL, NAP])


@pytest.mark.parametrize(
    ("text", "intent", "missing", "given"),
    [
        ("schedule a meeting with bob", "calendar.add", "when", {"title"}),
        ("schedule a meeting with bob for", "calendar.add", "when", {"title"}),
        ("schedule lunch for an hour", "calendar.add", "when", {"title", "length"}),
        ("extend the timer", "timer.extend", "length", set()),
        ("extend the timer by", "timer.extend", "length", set()),
        ("could you please give the timer more", "timer.extend", "length", set()),
        ("call at work", "dial.call", "who", set()),
        ("please phone", "dial.call", "who", set()),
        ("call", "dial.call", "who", set()),
        ("dial", "dial.number", "number", set()),
    ],
)
def test_a_value_that_nobody_said_is_asked_for(
    talk: Conversation, text: str, intent: str, missing: str, given: set[str]
) -> None:
    decision = talk.say(text)
    assert (decision.kind, decision.missing) == ("ask", missing), decision.detail
    assert decision.command
    assert decision.command.intent == intent
    assert values(decision).keys() == given
    assert talk.say("never mind").reason == "cancelled"


def test_the_answer_completes_it(talk: Conversation) -> None:
    talk.say("schedule a meeting with bob")
    decision = talk.say("at seven thirty")
    assert decision.kind == "execute"
    assert values(decision)["title"] == "meeting with bob"
    assert "when" in values(decision)


@pytest.mark.parametrize(
    "text",
    [
        "don't extend the timer",
        "extend the timer nonsense",
        "sleep",  # has no question
        "the timer",
        "more",
        "schedule something that goes on and on without an end",
    ],
)
def test_nothing_else_is_asked(talk: Conversation, text: str) -> None:
    assert talk.say(text).kind == "reject"


def test_what_free_text_has_in_it_isnt_asked_for(talk: Conversation) -> None:
    assert talk.say("schedule at seven lunch").kind != "ask"
    talk.say("never mind")


def test_what_was_heard_must_tell_more(talk: Conversation) -> None:
    assert talk.hear("call").kind == "reject"
    assert talk.hear("extend the timer").missing == "length"
    talk.say("never mind")
    assert talk.hear("schedule a meeting with bob").missing == "when"
    talk.say("never mind")
