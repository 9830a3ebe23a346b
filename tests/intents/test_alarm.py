"""Alarms and the stopwatch, as they are talked about."""

from __future__ import annotations

from datetime import datetime

from tests.intents.desk import NOW, Desk

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


def test_an_alarm_says_what_time_it_is(desk: Desk) -> None:
    desk.say("set an alarm for half past ten")
    desk.wall.now_s += 30 * MINUTE
    assert desk.announced() == ["*It is 10:30 am. This is your alarm."]


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
    assert "*It is 7 am. This is your alarm." in desk.announced()
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
    assert desk.announced() == ["*It is 10:30 am. This is your alarm."]
    assert desk.say("snooze for five minutes") == "Again in five minutes."
    assert desk.announced() == []
    assert desk.say("when is my alarm") == "Your alarm is set for today at 10:35 am."
    desk.wall.now_s += 5 * MINUTE
    assert desk.announced() == ["*It is 10:30 am. This is your alarm."]
    assert desk.say("snooze") == "Again in nine minutes."


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
