"""Reminders: heard and taken back, in the calendar as well as by the clock."""

from __future__ import annotations

from datetime import timedelta

from tests.intents.desk import NOW, Desk

LATER = timedelta(days=8)


def reminded(desk: Desk) -> Desk:
    desk.say("remind me tomorrow at nine to call mum")
    desk.say("remind me every monday at eight to water the plants")
    return desk


def test_they_are_heard(desk: Desk) -> None:
    assert desk.say("which reminders do i have") == "I am to remind you of nothing."
    reminded(desk)
    assert desk.say("which reminders do i have") == (
        "I will remind you of this: call mum, tomorrow at 9 am; "
        "water the plants, every Monday at 8 am."
    )


def test_one_is_taken_back(desk: Desk) -> None:
    reminded(desk)
    question = desk.say("cancel the reminder to call mum")
    assert question == "Delete this reminder: call mum, tomorrow at 9 am?"
    assert desk.say("yes") == "I won't remind you: call mum."
    assert [str(each) for each in desk.clock.timers()] == ["water the plants"]
    assert desk.calendar.between(NOW, NOW + LATER) == []


def test_which_one_is_asked_and_corrected(desk: Desk) -> None:
    reminded(desk)
    assert desk.say("delete my reminder") == "Which one?"
    assert desk.say("water the plants") == (
        "Delete this reminder: water the plants, every Monday at 8 am?"
    )
    assert desk.say("no") == ""
    assert len(desk.clock.timers()) == 2


def test_a_word_of_two_of_them_takes_back_neither(desk: Desk) -> None:
    reminded(desk)
    desk.say("remind me on friday at ten to call dad")
    listed = "call mum, tomorrow at 9 am; call dad, Friday at 10 am"
    assert desk.say("don't remind me to call") == f"Which one: {listed}?"
    assert desk.say("yes") == f"Say which: {listed}."
    assert len(desk.clock.timers()) == 3


def test_one_whose_words_begin_another_is_meant_by_just_them(desk: Desk) -> None:
    reminded(desk)
    desk.say("remind me on friday at ten to call mum back")
    question = desk.say("cancel the reminder to call mum")
    assert question == "Delete this reminder: call mum, tomorrow at 9 am?"


def test_one_that_nobody_set(desk: Desk) -> None:
    said = "don't remind me to feed the cat"
    assert desk.decide(said).detail == "I am to remind you of nothing."
    reminded(desk)
    assert desk.say(said) == "I know no such reminder. Leave it?"
    assert desk.say("yes") == "I know no such reminder."


def test_what_becomes_of_it_in_the_calendar_becomes_of_it_here(desk: Desk) -> None:
    reminded(desk)
    desk.say("move call mum to ten")
    assert desk.say("yes") == "Call mum, tomorrow at 10 am."
    assert desk.say("what are my reminders").startswith(
        "I will remind you of this: call mum, tomorrow at 10 am;"
    )
    desk.say("cancel call mum")
    desk.say("yes")
    assert [str(each) for each in desk.clock.timers()] == ["water the plants"]


def test_an_appointment_of_the_same_name_is_left_alone(desk: Desk) -> None:
    reminded(desk)
    desk.say("schedule call mum tomorrow at nine")
    desk.say("cancel the reminder to call mum")
    desk.say("yes")
    assert [each.length for each in desk.calendar.between(NOW, NOW + LATER)] == [timedelta(hours=1)]


def test_a_reminder_is_no_timer(desk: Desk) -> None:
    reminded(desk)
    assert desk.say("how long is left") == "There is no timer running."
