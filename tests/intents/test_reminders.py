"""Reminders: heard and taken back, in the calendar as well as by the clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.intents.desk import NOW, Desk, make_desk

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


def test_two_of_the_same_text_are_told_apart_by_their_times(desk: Desk) -> None:
    for when in ("tomorrow at nine", "tomorrow at seven in the evening", "friday at nine"):
        desk.say(f"remind me {when} to call mum")
    at_nine, at_seven, on_friday = (
        *("call mum, tomorrow at 9 am", "call mum, tomorrow at 7 pm", "call mum, Friday at 9 am"),
    )
    question = desk.say("cancel the reminder to call mum")
    assert question == f"Which one: {at_nine}; {at_seven}; {on_friday}?"
    assert desk.say("the one tomorrow") == f"Which one: {at_nine}; {at_seven}?"
    assert desk.say("the one at nine") == f"Delete this reminder: {at_nine}?"
    assert desk.say("no, at seven") == f"Delete this reminder: {at_seven}?"
    assert desk.say("yes") == "I won't remind you: call mum."
    assert [each.due.day for each in desk.clock.timers()] == [5, 6]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("cancel the reminder to call mum tomorrow", "Delete this reminder: call mum, tomorrow"),
        ("don't remind me to call mum on friday", "Delete this reminder: call mum, Friday"),
        ("delete my reminder to call mum on friday at nine", "Delete this reminder: call mum, Fri"),
        ("don't remind me to call mum on saturday", "I know no such reminder."),
        ("cancel the reminder to water the plants on monday", "Delete this reminder: water the"),
        ("cancel the reminder to water the plants on tuesday", "I know no such reminder."),
    ],
)
def test_the_day_may_be_said_at_once(desk: Desk, said: str, answer: str) -> None:
    reminded(desk)
    desk.say("remind me on friday at nine to call mum")
    assert desk.say(said).startswith(answer)


def test_in_the_morning_and_in_the_evening(desk: Desk) -> None:
    for half in ("morning", "evening"):
        desk.say(f"remind me tomorrow at nine in the {half} to call mum")
    desk.say("cancel the reminder to call mum")
    answer = desk.say("the one at nine in the morning")
    assert answer == "Delete this reminder: call mum, tomorrow at 9 am?"


@pytest.mark.parametrize(
    ("language", "made", "cancelled", "answered", "asked"),
    [
        (
            "de",
            ("erinnere mich morgen um neun an den arzt", "erinnere mich am freitag an den arzt"),
            *("lösche die erinnerung an den arzt", "die von morgen", "morgen um 9 Uhr"),
        ),
        (
            "es",
            ("recuérdame pagar mañana a las nueve", "recuérdame pagar el viernes a las nueve"),
            *("borra el recordatorio de pagar", "el del viernes", "el viernes a las 9"),
        ),
        (
            "fr",
            ("rappelle moi demain à neuf heures de payer", "rappelle moi vendredi de payer"),
            *("supprime le rappel de payer", "celui de demain", "demain à 9 h"),
        ),
        (
            "it",
            ("ricordami di pagare domani alle nove", "ricordami di pagare venerdì alle nove"),
            *("cancella il promemoria di pagare", "quello di domani", "domani alle 9"),
        ),
    ],
)
def test_which_one_is_said_in_other_languages(
    tmp_path: Path,
    language: str,
    made: tuple[str, str],
    cancelled: str,
    answered: str,
    asked: str,
) -> None:
    desk = make_desk(tmp_path, language=language)
    for said in made:
        desk.say(said)
    assert ";" in desk.say(cancelled)
    question = desk.say(answered)
    assert ";" not in question
    assert asked in question


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


def test_nobody_is_reminded_in_the_past(desk: Desk) -> None:
    reminded(desk)
    question = desk.say("move call mum to today at eight in the morning")
    assert question == "Today at 8 am is over already. Leave it?"
    assert desk.say("yes") == "Today at 8 am is over already."
    (_, weekly) = desk.clock.timers()
    assert (desk.clock.timers()[0].due.day, str(weekly)) == (5, "water the plants")
    (entry,) = desk.calendar.between(NOW, NOW + LATER)
    assert entry.start.day == 5


def test_an_appointment_of_the_same_name_is_left_alone(desk: Desk) -> None:
    reminded(desk)
    desk.say("schedule call mum tomorrow at nine")
    desk.say("cancel the reminder to call mum")
    desk.say("yes")
    assert [each.length for each in desk.calendar.between(NOW, NOW + LATER)] == [timedelta(hours=1)]


def test_a_reminder_is_no_timer(desk: Desk) -> None:
    reminded(desk)
    assert desk.say("how long is left") == "There is no timer running."
