"""Appointments and reminders, entered and read out."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.acting.memory_server import MemoryServer
from tests.intents.desk import NOW, Desk, furnished, make_desk

DAY = timedelta(days=1)


def test_a_meeting_with_start_length_and_title(desk: Desk) -> None:
    said = desk.say("schedule a meeting with anna tomorrow at three for two hours")
    assert said == "Meeting with anna, tomorrow at 3 pm, for two hours."
    (found,) = desk.calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6))
    assert (found.title, found.start) == ("meeting with anna", datetime(2026, 3, 5, 15))
    assert found.length == timedelta(hours=2)


def test_an_hour_when_nobody_says(desk: Desk) -> None:
    said = desk.say("put dentist in my calendar on friday at ten")
    assert said == "Dentist, Friday at 10 am, for an hour."


def test_the_time_is_asked_for(desk: Desk) -> None:
    assert desk.say("schedule a meeting") == "When?"
    assert desk.say("on friday at ten") == "Meeting, Friday at 10 am, for an hour."

    assert desk.say("put dentist in my calendar") == "When?"
    assert desk.say("tomorrow at ten") == "Dentist, tomorrow at 10 am, for an hour."


def test_a_place_is_kept_as_one(desk: Desk) -> None:
    said = desk.say("schedule lunch with bob at the museum tomorrow at noon")
    assert said == "Lunch with bob at the museum, tomorrow at noon, for an hour."
    (found,) = desk.calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6))
    assert (found.title, found.place) == ("lunch with bob", "the museum")
    assert desk.say("what's on tomorrow") == "Tomorrow: lunch with bob at the museum at noon."
    assert desk.say("where is my next meeting") == (
        "Lunch with bob at the museum, tomorrow at noon."
    )
    assert desk.say("move lunch with bob to one") == (
        "Lunch with bob at the museum, tomorrow at noon: move it to tomorrow at 1 pm?"
    )


def test_the_place_may_come_after_the_time(desk: Desk) -> None:
    said = desk.say("schedule lunch with bob tomorrow at noon at luigi's for two hours")
    assert said == "Lunch with bob at luigi's, tomorrow at noon, for two hours."
    (found,) = desk.calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6))
    assert (found.title, found.place) == ("lunch with bob", "luigi's")


@pytest.mark.parametrize(
    "title", ["drop in", "look at", "the play", "chat in french", "at the museum"]
)
def test_what_is_no_place_stays_in_the_title(desk: Desk, title: str) -> None:
    desk.say(f"schedule {title} tomorrow at noon")
    (found,) = desk.calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6))
    assert found.place == ""


def test_nobody_meets_at_odd_seconds(desk: Desk) -> None:
    desk.wall.now_s += 40
    assert desk.say("schedule a call in two hours") == "Call, today at 12:01 pm, for an hour."
    assert desk.say("remind me in two hours to eat") == "I will remind you today at 12:01 pm: eat."
    (timer,) = desk.clock.timers()
    assert timer.due == datetime(2026, 3, 4, 12, 0, 40)


@pytest.mark.parametrize(
    "said",
    [
        "schedule team meeting every other tuesday at ten",
        "remind me on the first of every month to pay the rent",
    ],
)
def test_what_cannot_be_repeated_is_not_entered_once(desk: Desk, said: str) -> None:
    reply = desk.act(said)
    assert (reply.ok, reply.text) == (False, "I can repeat something on days of the week only.")
    assert desk.clock.timers() == ()
    assert desk.calendar.between(datetime(2026, 3, 1), datetime(2026, 5, 1)) == []


def test_what_is_on(desk: Desk) -> None:
    assert desk.say("what's on tomorrow") == "Nothing tomorrow."
    desk.say("put dentist in my calendar for tomorrow at ten")
    desk.say("book lunch with bob tomorrow at noon")
    assert desk.say("what's on tomorrow") == "Tomorrow: dentist at 10 am, lunch with bob at noon."
    assert desk.say("what's in my calendar") == "Nothing today."
    assert desk.say("what do i have on friday") == "Nothing on Friday."


def test_the_next_appointment(desk: Desk) -> None:
    assert desk.say("when is my next meeting") == "Nothing in the next three months."
    desk.say("put dentist in my calendar on friday at ten")
    desk.say("book lunch with bob tomorrow at noon")
    assert desk.say("when is my next meeting") == "Lunch with bob, tomorrow at noon."


def test_a_reminder_is_said_and_stands_in_the_calendar(desk: Desk) -> None:
    said = desk.say("remind me to water the plants tomorrow at nine")
    assert said == "I will remind you tomorrow at 9 am: water the plants."
    assert desk.say("what's on tomorrow") == "Tomorrow: water the plants at 9 am."
    desk.wall.now_s += (DAY - timedelta(hours=1)).total_seconds()
    assert desk.announced() == ["Reminder: water the plants."]


def test_when_to_be_reminded_is_asked_for(desk: Desk) -> None:
    assert desk.say("remind me to pay the rent") == "When shall I remind you?"
    assert desk.say("in two hours") == "I will remind you today at noon: pay the rent."


def test_first_what_then_when(desk: Desk) -> None:
    assert desk.say("remind me") == "What shall I remind you of?"
    assert desk.say("buy milk") == "When shall I remind you?"
    assert desk.say("tomorrow at nine") == "I will remind you tomorrow at 9 am: buy milk."


def test_a_reminder_in_the_past(desk: Desk) -> None:
    reply = desk.act("remind me to call mum yesterday at nine")
    assert not reply.ok
    assert "over already" in reply.text
    assert desk.clock.timers() == ()


def test_a_broken_calendar_is_said_and_nothing_half_done(desk: Desk, tmp_path: object) -> None:
    assert hasattr(tmp_path, "joinpath")
    tmp_path.joinpath("calendar.ics").write_text("broken")
    for said in ("remind me to call mum tomorrow at nine", "what's on tomorrow"):
        reply = desk.act(said)
        assert not reply.ok
        assert "calendar.ics" in reply.text
    assert desk.clock.timers() == ()


def test_what_comes_every_week(desk: Desk) -> None:
    assert desk.say("schedule choir every monday at seven in the evening for two hours") == (
        "Choir, every Monday at 7 pm, for two hours."
    )
    assert desk.say("what's on next monday") == "On Monday: choir at 7 pm."
    assert desk.say("what's on the thirtieth of march") == (
        "On Monday the 30th of March: choir at 7 pm."
    )
    assert desk.say("what's on tomorrow") == "Nothing tomorrow."


def test_a_reminder_that_comes_every_week(desk: Desk) -> None:
    assert desk.say("remind me to take my pills every day at noon") == (
        "I will remind you every day at noon: take my pills."
    )
    for _ in range(2):
        desk.wall.now_s += 2 * 3600
        assert desk.announced() == ["Reminder: take my pills."]
        desk.wall.now_s += 22 * 3600


def test_a_conflict_is_pointed_out(desk: Desk) -> None:
    desk.say("schedule dentist tomorrow at three for an hour")
    assert desk.say("schedule choir tomorrow at half past three for an hour") == (
        "Choir, tomorrow at 3:30 pm, for an hour. At the same time: dentist."
    )
    assert desk.say("schedule lunch tomorrow at noon for an hour") == (
        "Lunch, tomorrow at noon, for an hour."
    )
    assert desk.say("schedule gym every thursday at three in the afternoon") == (
        "Gym, every Thursday at 3 pm, for an hour. At the same time: dentist and choir."
    )


def test_when_somebody_is_free(desk: Desk) -> None:
    assert desk.say("when am i free tomorrow") == "You are free tomorrow, from 8 am to 8 pm."
    desk.say("schedule dentist tomorrow at ten for an hour")
    desk.say("schedule call tomorrow at half past ten for an hour")
    desk.say("remind me to water the plants tomorrow at two")
    assert desk.say("when am i free tomorrow") == (
        "You are free tomorrow from 8 am to 10 am and from 11:30 am to 8 pm."
    )
    assert desk.say("when am i free today") == "You are free today, from 10 am to 8 pm."
    desk.say("schedule hike on saturday at seven in the morning for thirteen hours")
    assert desk.say("when am i free on saturday") == "You are not free on Saturday."


def entered(desk: Desk) -> Desk:
    desk.say("put dentist in my calendar on friday at ten")
    desk.say("book lunch with bob on friday at noon")
    return desk


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("move choir next monday to tuesday", "Tuesday at 7 pm"),
        ("muve choir to tuesday", "Tuesday at 7 pm"),
        ("move choir on monday to wednesday at six pm", "Wednesday the 11th of March at 6 pm"),
        ("move choir to eight", "Monday at 8 pm"),
        ("move choir to three in the afternoon", "Monday at 3 pm"),
    ],
)
def test_what_is_not_said_of_an_evening_stays_as_it_is(desk: Desk, said: str, start: str) -> None:
    desk.say("schedule choir every monday at seven in the evening for two hours")
    assert desk.say(said) == f"Choir, Monday at 7 pm: move it to {start}?"


def test_of_a_series_the_one_of_the_day_is_moved(desk: Desk) -> None:
    desk.say("schedule choir every monday at seven in the evening for two hours")
    asked = desk.say("move choir from the sixteenth to the seventeenth")
    assert asked.startswith("Choir, Monday the 16th of March at 7 pm: move it to Tuesday the 17th")
    desk.say("yes")
    assert desk.say("what's on next monday") == "On Monday: choir at 7 pm."
    assert desk.say("what's on the sixteenth").startswith("Nothing")
    asked = desk.say("move my next meeting on the seventeenth to friday")
    assert asked.startswith("Choir, Tuesday the 17th of March at 7 pm: move it to")


def test_a_day_without_the_appointment_moves_none(desk: Desk) -> None:
    entered(desk)
    assert desk.say("move the dentist on thursday to monday") == "Move what?"
    assert desk.say("move my next meeting on monday to tuesday") == "Move what?"


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("move the dentist to four", "Dentist, Friday at 4 pm."),
        ("move the dentist to nine", "Dentist, Friday at 9 am."),  # now it is ten
        ("move the dentist to monday", "Dentist, Monday at 10 am."),
        ("move the dentist to monday at nine", "Dentist, Monday at 9 am."),
        ("move the dentist to friday at nine pm", "Dentist, Friday at 9 pm."),
        ("postpone the dentist by half an hour", "Dentist, Friday at 10:30 am."),
        ("move my next meeting to tomorrow", "Dentist, tomorrow at 10 am."),
        (
            "move lunch with bob to ten",
            "Lunch with bob, Friday at 10 am. At the same time: dentist.",
        ),
    ],
)
def test_an_appointment_is_moved(desk: Desk, said: str, done: str) -> None:
    question = entered(desk).say(said)
    start = done.partition(",")[2].partition(".")[0]
    assert question.endswith(f": move it to{start}?")
    assert desk.say("yes") == done


def test_cancelling_is_read_back_first(desk: Desk) -> None:
    entered(desk)
    assert desk.say("cancel the dentist") == "Cancel dentist, Friday at 10 am?"
    desk.say("no")
    assert desk.say("what's on friday") == "On Friday: dentist at 10 am, lunch with bob at noon."
    assert desk.say("cancel my next meeting") == "Cancel dentist, Friday at 10 am?"
    assert desk.say("yes") == "Dentist, Friday at 10 am, is cancelled."
    assert desk.say("what's on friday") == "On Friday: lunch with bob at noon."


def test_one_of_a_series_is_cancelled_by_its_day(desk: Desk) -> None:
    desk.say("schedule choir every monday at seven in the evening")
    assert desk.say("cancel choir next monday") == "Cancel choir, Monday at 7 pm?"
    desk.say("yes")
    assert desk.say("cancel choir on sunday") == "Cancel what?"
    assert desk.say("yes") == "There is no such appointment in the calendar."
    assert desk.say("when is my next meeting") == "Choir, Monday the 16th of March at 7 pm."


def test_nothing_is_there_to_move(desk: Desk) -> None:
    assert desk.say("move my next meeting to friday") == "Move what?"
    assert desk.say("yes") == "There is no such appointment in the calendar."


def test_an_invitation_is_written_and_never_sent(desk: Desk, tmp_path: Path) -> None:
    entered(desk)
    assert desk.say("invite anna to the dentist") == "Which Anna: Anna Smith or Anna Jones?"
    assert desk.say("anna smith") == "Invite Anna Smith to dentist, Friday at 10 am?"
    assert desk.say("yes") == (
        "I wrote an invitation for Anna Smith: invitations/2026-03-06 10.00 dentist.ics. "
        "Send it yourself."
    )
    assert (tmp_path / "invitations" / "2026-03-06 10.00 dentist.ics").exists()
    assert desk.say("invite somebody to my next meeting") == "Whom?"
    assert desk.say("bob hall") == "Invite Bob Hall to dentist, Friday at 10 am?"
    assert desk.say("yes") == "I have no e-mail address for Bob Hall."
    assert desk.say("send bob hall an invitation to lunch with bob").startswith("Invite Bob Hall")
    assert desk.say("no") == ""


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("what's on this week", "On Friday: dentist at 10 am, lunch with bob at noon."),
        (
            "what am i doing next week",
            "On Monday: choir at 7 pm. On Friday the 13th of March: lunch at noon. "
            "On Saturday the 14th of March: hike at 9 am.",
        ),
        ("what's on at the weekend", "Nothing this weekend."),
        ("am i free next weekend", "On Saturday the 14th of March: hike at 9 am."),
        (
            "when am i free next week",
            "You are free all day: Tuesday, Wednesday, Thursday and Sunday. "
            "Monday: from 8 am to 7 pm. Friday: from 8 am to noon and from 1 pm to 8 pm. "
            "Saturday: from 8 am to 9 am and from 10 am to 8 pm.",
        ),
        (
            "find me some free time this week",
            "You are free all day: today, tomorrow, Saturday and Sunday. "
            "Friday: from 8 am to 10 am, from 11 am to noon and from 1 pm to 8 pm.",
        ),
        ("when am i free over the weekend", "You are free this weekend, from 8 am to 8 pm."),
    ],
)
def test_several_days(desk: Desk, said: str, answer: str) -> None:
    entered(desk)
    hour = timedelta(hours=1)
    for title, start in (
        ("choir", datetime(2026, 3, 9, 19)),
        ("lunch", datetime(2026, 3, 13, 12)),
        ("hike", datetime(2026, 3, 14, 9)),
        ("monday after", datetime(2026, 3, 16, 9)),
    ):
        desk.calendar.add(title, start, hour)
    assert desk.say(said) == answer


def test_a_weekend_without_an_hour_to_spare(desk: Desk) -> None:
    desk.calendar.add("camp", datetime(2026, 3, 6, 20), timedelta(days=2))
    assert desk.say("when am i free this weekend") == "You are not free this weekend."


def test_what_is_over_this_week_is_not_read(desk: Desk) -> None:
    desk.calendar.add("yesterday's", datetime(2026, 3, 3, 9), timedelta(hours=1))
    assert desk.say("what's on this week") == "Nothing this week."


def test_where_to_is_asked_and_what_is_not_there_is_not_moved(desk: Desk) -> None:
    entered(desk)
    plumber = desk.decide("move the plumber")
    assert plumber.reason == "unknown_value"
    assert plumber.detail == "There is no “plumber” in your calendar."
    assert desk.say("move the dentist") == "Dentist, Friday at 10 am: move it to when?"
    assert desk.say("yes") == "Dentist, Friday at 10 am: move it to when?"
    assert desk.say("postpone the dentist") == "Dentist, Friday at 10 am: move it to when?"
    assert desk.say("to saturday") == "Dentist, Friday at 10 am: move it to Saturday at 10 am?"
    assert desk.say("no at eleven") == "Dentist, Friday at 10 am: move it to Saturday at 11 am?"
    assert desk.say("yes") == "Dentist, Saturday at 11 am."
    assert desk.say("when is the dentist") == "Dentist, Saturday at 11 am."


@pytest.mark.parametrize("title", ["dentist", "wedding"])
def test_an_appointment_that_is_not_there_is_no_date_that_sounds_like_it(
    desk: Desk, title: str
) -> None:
    desk.calendar.add("choir", datetime(2026, 3, 5, 19), timedelta(hours=1))
    asked = desk.decide(f"when is the {title}")
    assert (asked.kind, asked.detail) == ("reject", f"There is no “{title}” in your calendar.")


def test_a_date_that_is_misspelt_is_still_one(desk: Desk) -> None:
    asked = desk.decide("when is the twentyeth")
    assert asked.command
    assert (asked.kind, asked.command.intent) == ("execute", "question.what_date")


def test_nothing_is_there_to_invite_to(desk: Desk) -> None:
    assert desk.say("invite bob hall to my next meeting") == "Invite to what?"
    assert desk.say("yes") == "There is no such appointment in the calendar."


@pytest.mark.parametrize("said", ["invite zed to my next appointment", "add zed to dentist"])
def test_who_is_invited_and_is_not_in_the_contacts_is_named(desk: Desk, said: str) -> None:
    decision = furnished(desk).decide(said)
    assert decision.detail == "There is no “zed” in your contacts."


@pytest.mark.parametrize("said", ["add salt to the soup", "add sugar to the tea"])
def test_what_is_added_to_something_else_is_nobody_to_invite(desk: Desk, said: str) -> None:
    decision = furnished(desk).decide(said)
    assert (decision.kind, decision.reason) == ("reject", "not_a_command")


LATER = {
    "en": (
        "put dentist in my calendar on friday at ten",
        "Dentist, Friday at 10 am, for an hour. The calendar's server is told as soon as it can "
        "be reached.",
    ),
    "de": (
        "trag zahnarzt am freitag um zehn in meinen kalender ein",
        "Zahnarzt, Freitag um 10 Uhr, Dauer: eine Stunde. Der Server des Kalenders erfährt es, "
        "sobald er zu erreichen ist.",
    ),
    "es": (
        "apunta dentista el viernes a las diez en mi calendario",
        "Dentista, el viernes a las 10, durante una hora. El servidor del calendario lo sabrá "
        "cuando se le pueda alcanzar.",
    ),
    "fr": (
        "mets dentiste vendredi à dix heures dans mon calendrier",
        "Dentiste, vendredi à 10 h, durée : une heure. Le serveur du calendrier l'apprendra dès "
        "qu'il sera joignable.",
    ),
    "it": (
        "metti dentista venerdì alle dieci nel mio calendario",
        "Dentista, venerdì alle 10, durata: un'ora. Il server del calendario lo saprà appena "
        "sarà raggiungibile.",
    ),
}


@pytest.mark.parametrize("language", LATER)
def test_a_server_that_was_never_reached_is_told_later(tmp_path: Path, language: str) -> None:
    server = MemoryServer(away=True)
    desk, (said, answer) = make_desk(tmp_path, language=language, server=server), LATER[language]
    assert desk.say(said) == answer
    server.away = False
    desk.wall.now_s += 100
    friday = datetime(2026, 3, 6, 10)
    assert [each.start for each in desk.calendar.between(friday, friday + DAY)] == [friday]
    assert len(server.resources) == 1


def test_what_is_in_the_way_is_named_without_the_server_too(tmp_path: Path) -> None:
    server = MemoryServer()
    desk = furnished(make_desk(tmp_path, server=server))
    server.away = True
    told_later = " The calendar's server is told as soon as it can be reached."
    assert desk.say("schedule lunch with bob friday at ten") == (
        f"Lunch with bob, Friday at 10 am, for an hour. At the same time: dentist.{told_later}"
    )
    assert desk.say("schedule choir every thursday at three") == (
        "Choir, every Thursday at 3 pm, for an hour. At the same time: meeting with Ben."
        f"{told_later}"
    )
    desk.say("move the dentist to monday")
    assert desk.say("yes") == f"Dentist, Monday at 10 am.{told_later}"
    desk.say("cancel the dentist")
    assert desk.say("yes") == f"Dentist, Monday at 10 am, is cancelled.{told_later}"
    assert desk.say("remind me to eat at noon") == (
        f"I will remind you today at noon: eat.{told_later}"
    )


WHEN_FIRST = {
    "en": ("tomorrow at eight remind me to call mum", "call mum"),
    "de": ("erinnere mich daran morgen um acht Mama anzurufen", "Mama anzurufen"),
    "es": ("mañana a las ocho recuérdame llamar a mamá", "llamar a mamá"),
    "fr": ("demain à huit heures rappelle-moi d'appeler maman", "appeler maman"),
    "it": ("domani alle otto ricordami di chiamare mamma", "chiamare mamma"),
}


@pytest.mark.parametrize("language", WHEN_FIRST)
def test_the_moment_may_come_first(tmp_path: Path, language: str) -> None:
    said, task = WHEN_FIRST[language]
    command = make_desk(tmp_path, language=language).decide_alone(said).command
    assert command
    assert {slot.name: slot.value for slot in command.slots} == {
        "task": task,
        "when": NOW.replace(hour=8) + timedelta(days=1),
    }
