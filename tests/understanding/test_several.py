"""Two commands in one utterance, each with a decision of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.errors import PluginError
from assistant.records import Decision, IntentSpec, SlotSpec
from assistant.understanding.understander import MOST_TAKEN_UP
from tests.understanding.household import (
    ALL,
    NOW,
    TIME,
    TIMER,
    Conversation,
    conversation,
    templates,
    values,
)

REMIND = IntentSpec(
    "plan.remind", templates("remind me to {task}"), (SlotSpec("task", "text"),), risk="medium"
)


@pytest.fixture
def talk() -> Conversation:
    return conversation()


def intents(*decisions: Decision | None) -> list[str]:
    return [one.command.intent for one in decisions if one and one.command]


@pytest.mark.parametrize("joint", ["and", "then", "and then", ", then"])
def test_two_commands_run_in_order(talk: Conversation, joint: str) -> None:
    first = talk.say(f"set a timer for ten minutes {joint} what time is it")
    assert (first.kind, first.more) == ("execute", 1)
    assert values(first) == {"length": timedelta(minutes=10)}
    second = talk.next()
    assert intents(first, second) == ["timer.set_timer", "question.time"]
    assert talk.next() is None


def test_three_commands(talk: Conversation) -> None:
    first = talk.say("what time is it and cancel the timer then set the volume to fifty")
    assert intents(first, talk.next(), talk.next()) == [
        "question.time",
        "timer.cancel",
        "sound.volume",
    ]
    assert talk.next() is None


def test_each_command_has_its_own_risk_and_the_next_waits_for_the_answer(
    talk: Conversation,
) -> None:
    asked = talk.say("call anna and set a timer for five minutes")
    assert (asked.kind, asked.reason) == ("confirm", "high_risk")
    assert talk.next() is None
    assert talk.say("no hannah").kind == "confirm"
    assert values(talk.say("yes")) == {"who": "Hannah"}
    assert intents(talk.next()) == ["timer.set_timer"]


def test_no_declines_one_command_and_cancel_all(talk: Conversation) -> None:
    talk.say("call anna and what time is it")
    assert talk.say("no").reason == "declined"
    assert intents(talk.next()) == ["question.time"]
    talk.say("call anna and what time is it")
    assert talk.say("cancel").reason == "cancelled"
    assert talk.next() is None


def test_a_missing_slot_of_the_first_is_asked_for_first(talk: Conversation) -> None:
    assert talk.say("set a timer and what time is it").missing == "length"
    assert talk.say("an hour").kind == "execute"
    assert intents(talk.next()) == ["question.time"]


def test_a_question_that_nobody_answers_takes_the_rest_with_it() -> None:
    talk = conversation(answer_within_s=20.0)
    talk.say("call anna and what time is it")
    assert talk.say("yes", after_s=60).reason == "timed_out"
    assert talk.next() is None


def test_nonsense_in_place_of_an_answer_takes_the_rest_with_it(talk: Conversation) -> None:
    talk.say("call anna and what time is it")
    talk.say("the quick brown fox")
    talk.say("jumped over the dog")
    assert talk.next() is None


@pytest.mark.parametrize(
    "text",
    [
        "remind me to wash and iron the shirt",
        "remind me to call anna and call hannah",
        "remind me to call mum then set a timer",
    ],
)
def test_what_makes_sense_as_one_command_is_one(text: str) -> None:
    talk = conversation([*(one for one in ALL if one.name != "schedule.remind"), REMIND])
    first = talk.say(text)
    assert values(first) == {"task": text.removeprefix("remind me to ")}
    assert (first.more, talk.next()) == (0, None)


def test_parts_that_lack_nothing_are_surer_than_a_whole_that_does() -> None:
    remind = replace(
        REMIND,
        templates=templates("remind me to {task} {when}", "remind me to {task}"),
        slots=(*REMIND.slots, SlotSpec("when", "datetime")),
    )
    talk = conversation([*(one for one in ALL if one.name != "schedule.remind"), remind])
    first = talk.say("remind me to buy milk and bread tomorrow at six and what time is it")
    assert values(first)["task"] == "buy milk and bread"
    assert intents(first, talk.next()) == ["plan.remind", "question.time"]
    assert talk.say("remind me to wash and iron the shirt").missing == "when"
    assert talk.say("tomorrow").more == 0


@pytest.mark.parametrize(
    "text",
    [
        "set a timer for ten minutes and the weather is nice",
        "don't call anna and set a timer for ten minutes",
        "he said that and then call anna",
        "and then and and then",
        "call zorblax and what time is it",
    ],
)
def test_every_part_must_be_a_command(talk: Conversation, text: str) -> None:
    assert talk.say(text).kind == "reject"
    assert talk.next() is None


@pytest.mark.parametrize("how", [{}, {"sure": 6.0, "noise": 1.2, "seed": 1}])
def test_two_spoken_commands(talk: Conversation, how: dict[str, float]) -> None:
    first = talk.hear("set a timer for ten minutes and call hannah", **how)
    assert values(first) == {"length": timedelta(minutes=10)}
    second = talk.next()
    assert second
    assert (second.kind, values(second)) == ("confirm", {"who": "Hannah"})


@pytest.mark.parametrize(
    "words", ["what time is itthen call hannah", "what time is it hand call hannah"]
)
def test_a_joint_is_heard_where_the_transcript_has_none(talk: Conversation, words: str) -> None:
    first = talk.hear(words, sure=6.0)
    assert (first.more, intents(first, talk.next())) == (1, ["question.time", "dial.call"])


def test_any_words_in_the_whole_are_less_sure_than_a_second_command() -> None:
    slots = (*TIMER.slots, SlotSpec("name", "text", required=False))
    texts = templates(
        "set [a] timer for {length}", "set a timer for {length} (called|named) {name}"
    )
    talk = conversation([replace(TIMER, templates=texts, slots=slots), TIME])
    spelt = "set a timer for five minutes in wat time isit"
    first = talk.hear(spelt, seed=1, sure=6.0, noise=1.2)
    assert values(first) == {"length": timedelta(minutes=5)}
    assert intents(talk.next()) == ["question.time"]


def test_of_two_places_for_a_joint_the_surer_one_counts(talk: Conversation) -> None:
    first = talk.hear("what time is it and then cancel the timer", sure=6.0, noise=1.0, seed=2)
    assert intents(first, talk.next()) == ["question.time", "timer.cancel"]
    assert talk.next() is None


@pytest.mark.parametrize(
    "words", ["set a timer for ten minutes and the weather is nice", "remind me to wash and iron"]
)
def test_a_joint_in_what_is_no_two_commands_parts_nothing(talk: Conversation, words: str) -> None:
    assert talk.hear(words, sure=6.0, noise=0.8).more == 0
    assert talk.next() is None


def test_what_ends_with_and_goes_on(talk: Conversation) -> None:
    assert talk.pause("what time is it and") == "incomplete"
    assert talk.pause("set a timer for ten minutes and what time is it") == "complete"


def test_behind_a_wake_phrase() -> None:
    talk = conversation(wake="computer")
    first = talk.say("computer what time is it and cancel the timer")
    assert intents(first, talk.next()) == ["question.time", "timer.cancel"]


def test_commands_that_come_of_one_are_decided_about_before_the_others(talk: Conversation) -> None:
    talk.say("what time is it and cancel the timer")
    talk.understander.take_up(("set a timer for ten minutes then set the volume to fifty",), NOW)
    following = [talk.next() for _ in range(4)]
    assert intents(*following) == ["timer.set_timer", "sound.volume", "timer.cancel"]
    assert [one.more for one in following if one] == [2, 1, 0]


def test_commands_that_come_of_one_are_asked_about_like_others(talk: Conversation) -> None:
    talk.say("what time is it")
    talk.understander.take_up(("call anna", "cancel the timer", "nonsense"), NOW)
    asked = talk.next()
    assert asked
    assert (asked.kind, asked.reason) == ("confirm", "high_risk")
    assert talk.next() is None  # before that is answered
    assert talk.say("no").reason == "declined"
    assert intents(talk.next()) == ["timer.cancel"]
    last = talk.next()
    assert last
    assert last.kind == "reject"


def test_commands_that_never_end_are_given_up(talk: Conversation) -> None:
    talk.say("what time is it")
    for _ in range(MOST_TAKEN_UP):
        talk.understander.take_up(("what time is it",), NOW)
        talk.next()
    with pytest.raises(PluginError, match="came of one"):
        talk.understander.take_up(("what time is it",), NOW)
    assert talk.next() is None
    talk.say("what time is it")
    talk.understander.take_up(("cancel the timer",), NOW)
    assert intents(talk.next()) == ["timer.cancel"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("cancel the timer", ["cancel the timer"]),
        ("cancel the timer and what time is it", ["cancel the timer", "what time is it"]),
        ("cancel the timer and nonsense", []),
        ("cancel teh timer", []),
        ("call zed", []),
        ("", []),
    ],
)
def test_the_commands_in_a_text(talk: Conversation, text: str, parts: list[str]) -> None:
    assert talk.understander.parts(text, NOW) == parts
