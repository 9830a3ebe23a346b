"""Questions and their answers, through the understander."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from assistant.records import IntentSpec, SlotSpec
from tests.understanding.household import (
    NOTE,
    REMIND,
    TIMER,
    Conversation,
    conversation,
    people,
    templates,
    values,
)


@pytest.fixture
def talk() -> Conversation:
    return conversation()


@pytest.mark.parametrize("answer", ["yes", "yeah", "YES PLEASE", "yeah sure", "okay", "yess"])
def test_yes_does_what_was_read_back(talk: Conversation, answer: str) -> None:
    assert talk.say("call anna").kind == "confirm"
    decision = talk.say(answer)
    assert (decision.kind, decision.reason) == ("execute", "confirmed")
    assert values(decision) == {"who": "Anna"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("no", "declined"),
        ("no thanks", "declined"),
        ("actually no", "declined"),
        ("cancel", "cancelled"),
        ("stop", "cancelled"),
    ],
)
def test_no_and_cancel_end_it(talk: Conversation, answer: str, reason: str) -> None:
    talk.say("call anna")
    decision = talk.say(answer)
    assert (decision.kind, decision.reason) == ("reject", reason)
    assert talk.say("yes").kind == "reject"


@pytest.mark.parametrize(
    "answer",
    ["ten minutes", "for ten minutes", "10 minutes please", "make it ten minutes", "tan minits"],
)
def test_a_missing_slot_is_answered(talk: Conversation, answer: str) -> None:
    asked = talk.say("set a timer")
    assert (asked.kind, asked.missing) == ("ask", "length")
    decision = talk.say(answer)
    assert (decision.kind, decision.reason) == ("execute", "answered")
    assert values(decision) == {"length": timedelta(minutes=10)}
    assert decision.command
    assert decision.command.match == "answer"


def test_an_answer_fits_only_the_slot_that_was_asked_for(talk: Conversation) -> None:
    talk.say("set a timer")
    decision = talk.say("anna")
    assert (decision.kind, decision.missing) == ("ask", "length")


def test_a_missing_slot_of_high_risk_is_read_back_after_the_answer() -> None:
    from dataclasses import replace

    from tests.understanding.household import CALL, templates

    talk = conversation([replace(CALL, templates=templates("make a call [to {who}]"))])
    assert talk.say("make a call").kind == "ask"
    decision = talk.say("anna")
    assert (decision.kind, decision.reason) == ("confirm", "high_risk")
    assert talk.say("yes").kind == "execute"


@pytest.mark.parametrize(
    "answer", ["no hannah", "no, call Hannah", "hannah", "i said hannah", "make it hannah"]
)
def test_a_correction_is_read_back_again(talk: Conversation, answer: str) -> None:
    talk.say("call anna")
    decision = talk.say(answer)
    assert decision.kind == "confirm"
    assert values(decision) == {"who": "Hannah"}
    assert values(talk.say("yes")) == {"who": "Hannah"}


@pytest.mark.parametrize(
    "text", ["call anna no hannah", "Call Anna… no, Hannah!", "call anna sorry call hannah"]
)
def test_a_correction_in_one_breath(talk: Conversation, text: str) -> None:
    decision = talk.say(text)
    assert (decision.kind, decision.reason) == ("confirm", "high_risk")
    assert values(decision) == {"who": "Hannah"}


@pytest.mark.parametrize(
    "text", ["call anna no thanks", "call anna no way", "no hannah", "call no"]
)
def test_what_corrects_nothing_is_not_done(talk: Conversation, text: str) -> None:
    assert talk.say(text).kind == "reject"


def test_one_slot_is_corrected_and_the_others_stay() -> None:
    talk = conversation(confirm_below=1.0)
    asked = talk.say("remind me to water the plants at five", confidence=0.5)
    assert (asked.kind, asked.reason) == ("confirm", "unsure")
    decision = talk.say("at four instead")
    assert decision.kind == "confirm"
    assert values(decision)["task"] == "water the plants"
    assert isinstance(values(decision)["when"], time)
    assert values(decision)["when"] != values(asked)["when"]


def test_the_rest_of_a_longer_name_is_an_answer() -> None:
    talk = conversation(lists=people("anna", "anna smith", "anna maria jones", "bob smith"))
    assert values(talk.say("call anna")) == {"who": "Anna"}
    assert values(talk.say("maria jones")) == {"who": "Anna Maria Jones"}
    assert values(talk.say("no anna")) == {"who": "Anna"}
    assert values(talk.say("smith")) == {"who": "Anna Smith"}


@pytest.mark.parametrize("words", ["what did you say", "repeat that", "pardon", "again please"])
def test_the_question_is_asked_again_on_demand(talk: Conversation, words: str) -> None:
    first = talk.say("call anna")
    assert talk.say(words) == first
    assert talk.say(words) == first
    assert talk.say("yes").kind == "execute"


def test_what_makes_no_sense_is_asked_once_more_and_then_dropped(talk: Conversation) -> None:
    talk.say("call anna")
    again = talk.say("the quick brown fox")
    assert (again.kind, again.detail) == ("confirm", "I didn't understand the answer.")
    assert talk.say("jumps over the dog").kind == "reject"
    assert talk.say("yes").reason == "not_a_command"


def test_silence_leaves_the_question_open(talk: Conversation) -> None:
    talk.say("call anna")
    assert talk.say("").reason == "silence"
    assert talk.say("yes").kind == "execute"


def test_another_clear_command_takes_the_place_of_the_question(talk: Conversation) -> None:
    talk.say("call anna")
    assert talk.say("what time is it").kind == "execute"
    assert talk.say("yes").reason == "not_a_command"


def test_a_surer_command_is_no_misheard_answer_in_any_words() -> None:
    slot = SlotSpec("title", "text")
    enter = IntentSpec("plan.enter", templates("(schedule|note) {title}"), (slot,), risk="high")
    talk = conversation([NOTE, enter])
    assert talk.say("schedule lunch").kind == "confirm"
    decision = talk.say("notte down the tap drips")
    assert (decision.kind, values(decision)) == ("execute", {"text": "the tap drips"})


def test_a_new_question_takes_the_place_of_the_old_one(talk: Conversation) -> None:
    talk.say("call anna")
    assert talk.say("set a timer").kind == "ask"
    assert values(talk.say("an hour")) == {"length": timedelta(hours=1)}


def test_a_late_yes_is_too_late() -> None:
    talk = conversation(answer_within_s=20.0)
    talk.say("call anna")
    late = talk.say("yes", after_s=21)
    assert (late.kind, late.reason) == ("reject", "timed_out")
    assert talk.say("yes").reason == "not_a_command"


def test_a_late_command_is_a_command() -> None:
    talk = conversation(answer_within_s=20.0)
    talk.say("call anna")
    assert talk.say("what time is it", after_s=60).kind == "execute"


def test_the_time_for_an_answer_counts_from_the_last_question() -> None:
    talk = conversation(answer_within_s=20.0)
    talk.say("call anna")
    talk.say("pardon", after_s=15)
    assert talk.say("yes", after_s=15).kind == "execute"


def test_free_text_is_taken_as_it_is_said(talk: Conversation) -> None:
    from dataclasses import replace

    from tests.understanding.household import CALL, NOTE, templates

    note = replace(NOTE, templates=templates("take a note [that {text}]"))
    talk = conversation([note, CALL])
    assert talk.say("take a note").missing == "text"
    assert values(talk.say("Call Anna about the boat")) == {"text": "Call Anna about the boat"}
    talk.say("take a note")
    assert talk.say("never mind").reason == "cancelled"


def test_any_words_that_were_asked_for_are_as_sure_as_they_were_heard() -> None:
    talk = conversation([replace(REMIND, templates=templates("remind me", "remind me to {task}"))])
    assert talk.say("remind me").missing == "task"
    decision = talk.say("water the plants")
    assert (decision.kind, values(decision)) == ("execute", {"task": "water the plants"})


@pytest.mark.parametrize("answer", ["water the plants", "to water the plants"])
def test_what_stands_before_free_text_in_a_template_is_no_part_of_it(answer: str) -> None:
    texts = templates("remind me", "remind me to {task}", "remind me (of|about) {task}")
    talk = conversation([replace(REMIND, templates=texts, risk="low")])
    assert talk.say("remind me").missing == "task"
    assert values(talk.say(answer)) == {"task": "water the plants"}
    talk.say("remind me")
    assert values(talk.say("about the boat")) == {"task": "the boat"}


def test_yes_and_no_mean_nothing_without_a_question(talk: Conversation) -> None:
    assert talk.say("yes").reason == "not_a_command"
    assert talk.say("no").reason == "not_a_command"


def test_a_command_after_a_question_that_nobody_answered_is_a_command_of_its_own() -> None:
    talk = conversation(answer_within_s=20.0)
    talk.say("call anna")
    again = talk.say("call anna", after_s=60)
    assert (again.kind, again.reason) == ("confirm", "high_risk")


def test_an_answer_may_leave_doubt_about_the_command() -> None:
    talk = conversation([replace(TIMER, risk="medium")])
    talk.say("set a timer")
    decision = talk.say("tan minits")
    assert (decision.kind, decision.reason) == ("confirm", "unsure")
    assert talk.say("yes").kind == "execute"


def test_the_right_name_alone_puts_an_unknown_one_right(talk: Conversation) -> None:
    decision = talk.say("turn on the attic light")
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert [(slot.name, slot.text) for slot in decision.unknown] == [("room", "attic")]
    decision = talk.say("the kitchen")
    assert (decision.kind, decision.reason) == ("execute", "answered")
    assert values(decision) == {"state": True, "room": "kitchen"}
    assert talk.say("the kitchen").reason == "not_a_command"


def test_a_number_out_of_bounds_is_put_right_and_risk_still_asks(talk: Conversation) -> None:
    talk.say("set the volume to two hundred")
    assert values(talk.say("eighty")) == {"level": 80}
    assert talk.say("call zed").reason == "unknown_value"
    decision = talk.say("hannah")
    assert (decision.kind, values(decision)) == ("confirm", {"who": "Hannah"})


@pytest.mark.parametrize("other", ["cancel the timer", "what about the weather", "yes"])
def test_nobody_waits_for_the_right_name(talk: Conversation, other: str) -> None:
    talk.say("call zed")
    assert talk.say(other).kind == ("execute" if "timer" in other else "reject")
    assert talk.say("anna").reason == "not_a_command"


def test_a_name_that_comes_late_is_only_a_name(talk: Conversation) -> None:
    talk.say("call zed")
    assert talk.say("anna", after_s=60).reason == "not_a_command"


def test_what_was_overheard_is_not_put_right() -> None:
    talk = conversation()
    assert talk.hear("call zed").reason == "unknown_value"
    assert talk.hear("anna").kind == "reject"
    talk = conversation(wake="computer")
    assert talk.hear("computer call zed").reason == "unknown_value"
    assert values(talk.hear("anna")) == {"who": "Anna"}


def test_who_answers_leaves_no_doubt_about_a_bare_command() -> None:
    talk = conversation([replace(TIMER, risk="medium"), REMIND])
    assert talk.say("set a timer", confidence=0.2).missing == "length"
    assert talk.say("ten minutes").kind == "execute"


def test_yes_is_no_answer_to_what() -> None:
    talk = conversation()
    talk.say("set a timer")
    assert talk.say("yes").kind == "ask"
