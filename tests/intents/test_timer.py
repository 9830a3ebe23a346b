"""Timers, as they are talked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.records import Transcript
from tests.intents.desk import Desk, furnished, make_desk

MINUTE = 60.0


def test_a_timer_from_setting_to_ringing(desk: Desk) -> None:
    assert desk.say("set a timer for ten minutes") == "Timer set for ten minutes."
    desk.wall.now_s += 4 * MINUTE
    assert desk.say("how long is left") == "Six minutes left on the timer for ten minutes."
    desk.wall.now_s += 6 * MINUTE
    assert desk.announced() == ["*Your timer for ten minutes is done."]
    assert desk.say("how long is left") == "The timer for ten minutes is over."
    assert desk.say("stop the timer") == "Stopped."
    assert desk.say("how long is left") == "There is no timer running."


def test_a_ringing_timer_is_stopped_by_voice(desk: Desk) -> None:
    desk.say("set a pasta timer for nine minutes")
    desk.wall.now_s += 9 * MINUTE
    assert desk.announced() == ["*Your pasta timer is done."]
    assert desk.say("stop") == "Stopped."
    desk.wall.now_s += MINUTE / 2
    assert desk.announced() == []


def test_several_with_names(desk: Desk) -> None:
    assert desk.say("set a pasta timer for nine minutes") == "Pasta timer set for nine minutes."
    desk.say("set a timer called eggs for six minutes")
    desk.say("set a timer for an hour")
    assert (
        desk.say("how much time is left on the eggs timer") == "Six minutes left on the eggs timer."
    )
    assert desk.say("list my timers") == (
        "Six minutes left on the eggs timer. Nine minutes left on the pasta timer. "
        "An hour left on the timer for an hour."
    )
    assert desk.say("cancel the pasta timer") == "Cancelled the pasta timer."
    assert desk.say("cancel the hour timer") == "Cancelled the timer for an hour."
    assert desk.say("cancel the timer") == "Cancelled the eggs timer."
    assert desk.say("cancel the timer") == "No timer is running."


def test_which_one_is_asked_when_there_are_two(desk: Desk) -> None:
    desk.say("set a pasta timer for nine minutes")
    desk.say("set a timer for ten minutes")
    reply = desk.act("cancel the timer")
    assert not reply.ok
    assert "the pasta timer and the timer for ten minutes" in reply.text
    assert len(desk.clock.timers()) == 2
    assert desk.say("cancel all timers") == "All timers are cancelled."
    assert desk.say("cancel all timers") == "No timer is running."


def test_no_time_at_all(desk: Desk) -> None:
    assert not desk.act("set a timer for zero seconds").ok
    assert desk.clock.timers() == ()


def test_the_length_is_asked_for(desk: Desk) -> None:
    assert desk.say("set a timer") == "For how long?"
    assert desk.say("ten minutes") == "Timer set for ten minutes."


def test_a_timer_is_lengthened_and_shortened(desk: Desk) -> None:
    desk.say("set a timer for ten minutes")
    desk.wall.now_s += 3 * MINUTE
    assert desk.say("add five minutes to the timer") == "Twelve minutes left."
    assert desk.say("take two minutes off the timer") == "Ten minutes left."
    desk.wall.now_s += 9 * MINUTE
    assert desk.announced() == []
    desk.wall.now_s += MINUTE
    assert desk.announced() == ["*Your timer for ten minutes is done."]


def test_who_needs_more_time_is_asked_how_much(desk: Desk) -> None:
    desk.say("set a pasta timer for nine minutes")
    assert desk.say("i need more time on the pasta timer") == "By how much?"
    assert desk.say("two minutes") == "Eleven minutes left."


def test_a_timer_that_nobody_rang_is_over(desk: Desk) -> None:
    desk.say("set a timer for ten minutes")
    desk.wall.now_s += 11 * MINUTE
    assert desk.say("how long is left") == "The timer for ten minutes is over."


def test_no_timer_is_shortened_below_nothing(desk: Desk) -> None:
    desk.say("set a timer for two minutes")
    reply = desk.act("take five minutes off the timer")
    assert (reply.ok, reply.text) == (False, "Two minutes left; that is too little.")
    assert desk.say("how long is left") == "Two minutes left on the timer for two minutes."


MORE = {
    "en": (
        "set a timer for ten minutes",
        "five more minutes",
        "15 minutes left.",
        "Again in five minutes.",
    ),
    "de": (
        "timer auf zehn minuten",
        "noch fünf minuten",
        "Noch 15 Minuten.",
        "Wieder in fünf Minuten.",
    ),
    "es": (
        "temporizador de diez minutos",
        "cinco minutos más",
        "Quedan 15 minutos.",
        "Otra vez en cinco minutos.",
    ),
    "fr": (
        "minuteur de dix minutes",
        "encore cinq minutes",
        "Il reste 15 minutes.",
        "De nouveau dans cinq minutes.",
    ),
    "it": (
        "timer di dieci minuti",
        "altri cinque minuti",
        "Mancano 15 minuti.",
        "Di nuovo tra cinque minuti.",
    ),
}


@pytest.mark.parametrize("language", MORE)
def test_more_time_is_of_what_rings_or_else_of_the_timer(tmp_path: Path, language: str) -> None:
    desk, (wanted, more, left, again) = make_desk(tmp_path, language=language), MORE[language]
    assert not desk.act(more).ok
    desk.say(wanted)
    assert desk.say(more) == left
    desk.wall.now_s += 15 * MINUTE
    assert len(desk.announced()) == 1
    assert desk.say(more) == again
    desk.wall.now_s += 10
    assert desk.announced() == []


def test_more_time_in_other_words(desk: Desk) -> None:
    desk.say("set a pasta timer for ten minutes")
    assert desk.say("add five more minutes to the timer") == "15 minutes left."
    assert desk.say("give the pasta timer one more minute") == "16 minutes left."
    assert desk.say("i need another half an hour") == "46 minutes left."
    assert desk.say("add another minute to the timer") == "47 minutes left."
    assert desk.say("30 more seconds") == "47 and a half minutes left."


def test_which_one_is_lengthened_is_asked_or_named(desk: Desk) -> None:
    assert desk.say("add five minutes to the timer") == "No timer is running."
    desk.say("set a pasta timer for nine minutes")
    desk.say("set a timer for ten minutes")
    assert desk.say("add five minutes to the timer") == (
        "Say which one to change: the pasta timer and the timer for ten minutes."
    )
    assert desk.say("add five minutes to the pasta timer") == "14 minutes left."


TWO = {
    "en": ("set a pasta timer for five minutes and then set a timer for ten minutes",
           "Pasta timer set for five minutes. Timer set for ten minutes."),
    "de": ("stell einen Timer auf fünf Minuten und dann stell einen Timer auf zehn Minuten",
           "Timer auf fünf Minuten gestellt. Timer auf zehn Minuten gestellt."),
    "es": ("pon un temporizador de cinco minutos y luego pon un temporizador de diez minutos",
           "Temporizador de cinco minutos puesto. Temporizador de diez minutos puesto."),
    "fr": ("mets un minuteur de cinq minutes et puis mets un minuteur de dix minutes",
           "Minuteur réglé : cinq minutes. Minuteur réglé : dix minutes."),
    "it": ("imposta un timer di cinque minuti e poi imposta un timer di dieci minuti",
           "Timer impostato: cinque minuti. Timer impostato: dieci minuti."),
}  # fmt: skip


@pytest.mark.parametrize("language", TWO)
def test_two_timers_are_no_name_of_one(tmp_path: Path, language: str) -> None:
    said, answered = TWO[language]
    assert make_desk(tmp_path, language=language).say(said) == answered


def test_and_may_be_in_a_name(desk: Desk) -> None:
    said = "set a timer called rice and beans for ten minutes"
    assert desk.say(said) == "Rice and beans timer set for ten minutes."


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("set a timer for ten minutes", "A timer for ten minutes?"),
        ("cancel the pasta timer", "Cancel the pasta timer?"),
        ("cancel the timer", "Cancel the timer?"),
        ("cancel all timers", "Cancel all timers?"),
        ("lengthen the timer by ten minutes", "Lengthen the timer by ten minutes?"),
        ("take two minutes off the timer", "Shorten the timer by two minutes?"),
        ("wake me at seven", "An alarm for tomorrow at 7 am?"),
        ("wake me every weekday at seven", "An alarm every weekday at 7 am?"),
        ("cancel the alarms", "Cancel the alarm for tomorrow at 9 am?"),
        ("cancel the alarm for eight", "Cancel the alarm?"),
        ("remind me to eat at noon", "Remind you to eat, today at noon?"),
        ("remind me every day at noon to eat", "Remind you to eat, every day at noon?"),
        ("schedule lunch tomorrow at one", "lunch, tomorrow at 1 pm?"),
    ],
)
def test_what_was_badly_heard_is_read_back(desk: Desk, said: str, question: str) -> None:
    furnished(desk)
    desk.say("wake me at nine")
    mumbled = Transcript(said, confidence=0.1)
    decision = desk.understander.understand(mumbled, None, desk.clock.now(), desk.at_s)
    assert (decision.kind, decision.reason) == ("confirm", "unsure")
    assert desk.runner.question(decision) == question
    assert desk.say("yes")


def test_a_single_timer_is_named_when_its_end_is_asked_about(desk: Desk) -> None:
    desk.say("set a timer for ten minutes")
    mumbled = Transcript("cancel the timer", confidence=0.1)
    decision = desk.understander.understand(mumbled, None, desk.clock.now(), desk.at_s)
    assert desk.runner.question(decision) == "Cancel the timer for ten minutes?"
