"""Alarms and the stopwatch, as they are talked about."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.intents.desk import NOW, Desk, make_desk

MINUTE = 60.0


def test_alarms(desk: Desk) -> None:
    assert desk.say("when is my alarm") == "No alarm is set."
    assert desk.say("wake me up at half past six") == "Alarm set for tomorrow at 6:30 am."
    desk.say("set an alarm for seven tomorrow evening")
    assert desk.say("when is my alarm") == (
        "Your alarm is set for tomorrow at 6:30 am and tomorrow at 7 pm."
    )
    assert desk.say("how long is left") == "There is no timer running."
    assert desk.say("cancel all timers") == "No timer is running."
    assert desk.say("turn off my alarms") == (
        "Cancelled the alarm for tomorrow at 6:30 am and tomorrow at 7 pm."
    )
    assert desk.say("don't wake me up") == "No alarm is set."


def test_an_alarm_says_for_what_time_it_was_set(desk: Desk) -> None:
    desk.say("set an alarm for half past ten")
    desk.wall.now_s += 30 * MINUTE
    assert desk.announced() == ["*This is your alarm for 10:30 am."]


def test_an_alarm_in_the_past(desk: Desk) -> None:
    reply = desk.act("set an alarm for two hours ago")
    assert not reply.ok
    assert "over already" in reply.text
    assert desk.clock.timers() == ()


def test_an_alarm_for_every_weekday(desk: Desk) -> None:
    assert desk.say("wake me every weekday at seven") == (
        "Alarm set for every weekday at 7 am, first tomorrow at 7 am."
    )
    assert desk.say("when is my alarm") == "Your alarm is set for every weekday at 7 am."
    desk.wall.now_s = datetime(2026, 3, 6, 7).timestamp()  # a Friday
    assert "*This is your alarm for 7 am." in desk.announced()
    assert desk.say("stop") == "Stopped."
    (alarm,) = desk.clock.timers()
    assert alarm.due == datetime(2026, 3, 9, 7)
    assert desk.say("cancel my alarm") == "Cancelled the alarm for every weekday at 7 am."
    assert desk.clock.timers() == ()


def test_of_several_only_the_last_two_are_joined_by_and(desk: Desk) -> None:
    for at in ("six", "seven", "eight"):
        desk.say(f"wake me every day at {at}")
    three = "every day at 6 am, every day at 7 am and every day at 8 am"
    assert desk.say("when is my alarm") == f"Your alarm is set for {three}."


def test_snoozing(desk: Desk) -> None:
    reply = desk.act("snooze")
    assert (reply.ok, reply.text) == (False, "Nothing is ringing.")
    desk.say("set an alarm for half past ten")
    desk.wall.now_s += 30 * MINUTE
    assert desk.announced() == ["*This is your alarm for 10:30 am."]
    assert desk.say("snooze for five minutes") == "Again in five minutes."
    assert desk.announced() == []
    assert desk.say("when is my alarm") == "Your alarm is set for today at 10:35 am."
    desk.wall.now_s += 5 * MINUTE
    assert desk.announced() == ["*This is your alarm for 10:30 am."]
    assert desk.say("snooze") == "Again in nine minutes."


SNOOZED = {
    "en": ("set an alarm for half past ten", "snooze", "This is your alarm for 10:30 am."),
    "de": (
        "stell den wecker auf halb elf",
        "schlummern",
        "Hier ist dein Wecker für 10 Uhr 30 morgens.",
    ),
    "es": ("pon una alarma a las diez y media", "posponer", "Tu alarma: las 10:30 de la mañana."),
    "fr": (
        "mets un réveil à dix heures et demie",
        "plus tard",
        "C'est ton réveil de 10 h 30 du matin.",
    ),
    "it": (
        "metti una sveglia alle dieci e mezza",
        "posticipa",
        "La tua sveglia: le 10:30 di mattina.",
    ),
}


@pytest.mark.parametrize("language", SNOOZED)
def test_a_snoozed_alarm_claims_no_time_that_it_is_not(tmp_path: Path, language: str) -> None:
    desk, (wanted, later, rung) = make_desk(tmp_path, language=language), SNOOZED[language]
    desk.say(wanted)
    desk.wall.now_s += 30 * MINUTE
    assert desk.announced() == [f"*{rung}"]
    desk.say(later)
    desk.wall.now_s += 9 * MINUTE
    assert desk.announced() == [f"*{rung}"]


STANDING = {
    "en": (
        "which alarms are set",
        "The alarm for today at 10:01 am is ringing. The alarm for today at 10:02 am is over. "
        "Your alarm is set for today at 11 am.",
    ),
    "de": (
        "wann klingelt mein wecker",
        "Es klingelt: der Wecker heute um 10 Uhr 1 morgens. Vorbei: der Wecker heute um "
        "10 Uhr 2 morgens. Dein Wecker ist gestellt: heute um 11 Uhr morgens.",
    ),
    "es": (
        "qué alarmas tengo",
        "Está sonando la alarma: hoy a las 10:01 de la mañana. Ya ha pasado la alarma: hoy a las "
        "10:02 de la mañana. Tu alarma está puesta: hoy a las 11 de la mañana.",
    ),
    "fr": (
        "quels réveils sont réglés",
        "Le réveil sonne : aujourd'hui à 10 h 1 du matin. Le réveil est passé : aujourd'hui à "
        "10 h 2 du matin. Ton réveil est réglé : aujourd'hui à 11 h du matin.",
    ),
    "it": (
        "quali sveglie sono impostate",
        "Sta suonando la sveglia: oggi alle 10:01 di mattina. La sveglia è già passata: oggi alle "
        "10:02 di mattina. La tua sveglia è impostata: oggi alle 11 di mattina.",
    ),
}


@pytest.mark.parametrize("language", STANDING)
def test_an_alarm_that_rings_or_is_past_is_told_as_that(tmp_path: Path, language: str) -> None:
    desk, (asked, answer) = make_desk(tmp_path, language=language), STANDING[language]
    for minutes in (1, 2, 60):
        desk.clock.at(NOW + timedelta(minutes=minutes), "Now!", kind="alarm")
    desk.wall.now_s += MINUTE
    assert desk.announced() == ["*Now!"]
    desk.wall.now_s += MINUTE
    assert desk.say(asked) == answer


ONE_OF_TWO = {
    "en": ("cancel the alarm for seven", "tomorrow at 8 am"),
    "de": ("lösche den wecker um sieben", "morgen um 8 Uhr"),
    "es": ("cancela la alarma de las siete", "mañana a las 8"),
    "fr": ("annule le réveil de sept heures", "demain à 8 h"),
    "it": ("annulla la sveglia delle sette", "domani alle 8"),
}


@pytest.mark.parametrize("language", ONE_OF_TWO)
def test_of_two_alarms_the_one_at_that_time_is_cancelled(tmp_path: Path, language: str) -> None:
    desk, (wanted, left) = make_desk(tmp_path, language=language), ONE_OF_TWO[language]
    for hour in (7, 8):
        desk.clock.at(datetime(2026, 3, 5, hour), "Now!", kind="alarm")
    desk.say(wanted)
    (alarm,) = desk.clock.timers()
    assert alarm.due.hour == 8
    assert not desk.act(wanted).ok
    assert left in desk.say(STANDING[language][0])


@pytest.mark.parametrize("said", ["cancel my eight o'clock alarm", "turn the alarm at 8 off"])
def test_an_alarm_of_any_day_is_named_by_its_time(desk: Desk, said: str) -> None:
    desk.say("set an alarm for seven")
    desk.say("wake me every monday at eight")
    assert desk.say("cancel the alarm at 8 pm") == "No alarm is set for tonight at 8 pm."
    assert desk.say(said) == "Cancelled the alarm for every Monday at 8 am."
    assert desk.say("cancel the alarm at nine") == "No alarm is set for tomorrow at 9 am."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cancel tomorrow's alarm"),
        ("en", "cancel the alarm for tomorrow"),
        ("de", "lösche den wecker für morgen"),
        ("es", "cancela la alarma de mañana"),
        ("fr", "annule le réveil de demain"),
        ("it", "annulla la sveglia di domani"),
    ],
)
def test_the_alarms_of_a_day_are_cancelled(tmp_path: Path, language: str, said: str) -> None:
    desk = make_desk(tmp_path, language=language)
    for day, hour in ((5, 6), (5, 7), (6, 7)):
        desk.clock.at(datetime(2026, 3, day, hour), "Now!", kind="alarm")
    desk.say(said)
    assert [each.due.day for each in desk.clock.timers()] == [6]
    assert not desk.act(said).ok


def test_who_hears_an_alarm_and_turns_it_off_keeps_those_of_other_days(desk: Desk) -> None:
    desk.say("wake me every day at half past ten")
    desk.wall.now_s += 30 * MINUTE
    assert desk.announced() == ["*This is your alarm for 10:30 am."]
    assert desk.say("turn off the alarm") == "Stopped."
    desk.wall.now_s += 10
    assert desk.announced() == []
    assert desk.say("which alarms are set") == "Your alarm is set for every day at 10:30 am."


def test_a_stopwatch(desk: Desk) -> None:
    assert desk.say("what does the stopwatch say") == "The stopwatch isn't running."
    assert not desk.act("stop the stopwatch").ok
    assert desk.say("start the stopwatch") == "The stopwatch runs."
    desk.wall.now_s += 90
    assert desk.say("check the stopwatch") == "A minute and a half."
    assert desk.say("start the stopwatch") == "It runs already: a minute and a half."
    assert desk.say("stop the stopwatch") == "Stopped at a minute and a half."
    desk.wall.now_s += 90
    assert desk.say("resume the stopwatch") == "The stopwatch runs."
    desk.wall.set_clock(3600)
    desk.wall.now_s += 30
    assert desk.say("check the stopwatch") == "Two minutes."
    desk.wall.boot = "second"
    desk.wall.now_s += 60
    desk.wall.set_by_s = desk.wall.now_s - NOW.timestamp()  # up for no time at all
    assert "hour" in desk.say("check the stopwatch"), "only the clock of the wall knows that"
    assert desk.say("reset the stopwatch") == "The stopwatch is back to zero."
    assert desk.say("is the stopwatch running") == "The stopwatch isn't running."
