"""Commands for which there is nothing to do at the moment."""

from __future__ import annotations

import pytest

from assistant.records import Command, IntentSpec
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.understanding.household import TIME, Conversation, people, templates

REDIAL = IntentSpec("dial.redial", templates("redial", "call again"), risk="high")
STOP = IntentSpec("stop.stop", templates("stop ringing"))
NOBODY = "I have called nobody yet."


def talk(*idle: str, wake: str = "") -> Conversation:
    """There is nothing to do for the intents named."""

    def why(command: Command) -> str:
        return NOBODY if command.intent in idle else ""

    settings = UnderstandingSettings(wake=wake)
    return Conversation(CommandUnderstander([REDIAL, STOP, TIME], people(), settings, idle=why))


def sureness(conversation: Conversation, said: str) -> float:
    """How sure it is of the best reading of a poor recording of it."""
    decision = conversation.hear(said, sure=6.0, noise=1.4)
    command = decision.command or decision.alternatives[0]
    return command.confidence


def test_nobody_is_asked_where_there_is_nothing_to_do() -> None:
    assert talk().say("redial").kind == "confirm"
    conversation = talk("dial.redial")
    decision = conversation.say("redial")
    assert (decision.kind, decision.reason) == ("reject", "nothing_to_do")
    assert decision.detail == NOBODY
    assert conversation.say("what time is it").kind == "execute"  # no question waits


def test_what_needs_no_question_answers_itself() -> None:
    assert talk("stop.stop").say("stop ringing").kind == "execute"


def test_what_was_said_beside_it_is_done() -> None:
    conversation = talk("dial.redial")
    assert conversation.say("redial and what time is it").reason == "nothing_to_do"
    following = conversation.next()
    assert following
    assert (following.kind, following.command and following.command.intent) == (
        "execute",
        TIME.name,
    )


def test_what_only_sounds_like_it_is_believed_less() -> None:
    assert sureness(talk("stop.stop"), "stup rinin") < sureness(talk(), "stup rinin") - 0.1
    same = sureness(talk("stop.stop"), "wat time is i"), sureness(talk(), "wat time is i")
    assert same[0] == same[1]


def test_behind_a_wake_phrase_it_was_meant() -> None:
    said = "computer stup rinin"
    idle, busy = (sureness(talk(*names, wake="computer"), said) for names in (["stop.stop"], []))
    assert idle == pytest.approx(busy)
