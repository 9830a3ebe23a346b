"""Timers, alarms and reminders: several, named, and still there after a restart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import tzset

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting.announcements import Several
from assistant.acting.clock import RING_EVERY_S, RING_FOR_S, LocalClock, last_of, local, next_of
from assistant.acting.instant import Instant
from assistant.errors import StateError
from assistant.records import Weekly
from assistant.understanding.values import value_types
from assistant.zone import local_zone
from tests.acting.limits import full_disk
from tests.intents.desk import NOW, Wall

MINUTE = timedelta(minutes=1)


def heard(clock: LocalClock) -> list[str]:
    """What is said now; "*" where it rings."""
    return ["*" * each.rings + each.text for each in clock.due()]


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def clock(tmp_path: Path, wall: Wall) -> LocalClock:
    return LocalClock(tmp_path / "clock.db", wall)


def test_the_time_is_local(clock: LocalClock) -> None:
    assert clock.now() == NOW == datetime(2026, 3, 4, 10, 0)


def test_several_timers_soonest_first(clock: LocalClock) -> None:
    clock.after(9 * MINUTE, "Pasta!", "pasta")
    clock.after(3 * MINUTE, "Eggs!", "eggs")
    clock.at(datetime(2026, 3, 4, 10, 5), "Get up.", kind="alarm")
    found = clock.timers()
    assert [(each.message, each.kind) for each in found] == [
        ("Eggs!", "timer"),
        ("Get up.", "alarm"),
        ("Pasta!", "timer"),
    ]
    assert found[0].due == datetime(2026, 3, 4, 10, 3)
    assert found[0].length == 3 * MINUTE
    assert len({each.id for each in found}) == 3


def test_each_is_announced_when_it_is_due(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "One!")
    clock.after(2 * MINUTE, "Two!")
    assert heard(clock) == []
    wall.now_s += 60
    assert heard(clock) == ["*One!"]
    assert heard(clock) == []
    assert [each.message for each in clock.timers()] == ["Two!"]


def test_a_lengthened_timer_is_kept(clock: LocalClock, tmp_path: Path, wall: Wall) -> None:
    timer = clock.after(MINUTE, "One!")
    later = clock.lengthen(timer, 2 * MINUTE)
    assert later is not None
    again = LocalClock(tmp_path / "clock.db", wall)
    assert list(again.timers()) == [later]
    wall.now_s += 179
    assert heard(again) == []
    wall.now_s += 1
    assert heard(again) == ["*One!"]
    assert again.lengthen(later, MINUTE) is None  # it rings


def test_only_timers_are_lengthened(clock: LocalClock) -> None:
    alarm = clock.at(NOW + MINUTE, "Get up.", kind="alarm")
    assert clock.lengthen(alarm, MINUTE) is None
    assert list(clock.timers()) == [alarm]


def test_two_at_the_same_second(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "One!")
    clock.after(MINUTE, "Two!")
    wall.now_s += 60
    assert heard(clock) == ["*One!", "*Two!"]


def test_a_timer_rings_until_it_is_stopped(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "Done!")
    wall.now_s += 60
    assert heard(clock) == ["*Done!"]
    wall.now_s += RING_EVERY_S
    assert heard(clock) == ["*"]
    assert [each.message for each in clock.silence()] == ["Done!"]
    wall.now_s += RING_EVERY_S
    assert heard(clock) == []
    assert clock.silence() == ()


def test_a_timer_that_nobody_stops_ends(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "Done!")
    wall.now_s += 60
    rings = 0
    for _ in range(200):
        rings += len(heard(clock))
        wall.now_s += RING_EVERY_S
    assert rings == RING_FOR_S / RING_EVERY_S


def test_a_reminder_is_said_once(clock: LocalClock, wall: Wall) -> None:
    clock.at(datetime(2026, 3, 4, 10, 1), "Reminder: call mum.")
    wall.now_s += 61
    assert heard(clock) == ["Reminder: call mum."]
    wall.now_s += RING_EVERY_S
    assert heard(clock) == []


def test_cancelled_means_never_announced(clock: LocalClock, wall: Wall) -> None:
    timer = clock.after(MINUTE, "Done!")
    assert clock.cancel(timer)
    assert not clock.cancel(timer)
    wall.now_s += 120
    assert heard(clock) == []


def test_timers_survive_a_restart(clock: LocalClock, tmp_path: Path, wall: Wall) -> None:
    before = clock.after(9 * MINUTE, "Pasta!", "pasta")
    again = LocalClock(tmp_path / "clock.db", wall)
    assert again.timers() == (before,)
    wall.now_s += 540
    assert heard(again) == ["*Pasta!"]


def test_what_was_missed_is_said_with_its_time(tmp_path: Path, wall: Wall) -> None:
    LocalClock(tmp_path / "clock.db", wall).after(MINUTE, "Pasta!")
    wall.now_s += 3600
    late = LocalClock(tmp_path / "clock.db", wall)
    (missed,) = heard(late)
    assert missed.startswith("Missed, ")
    assert "10:01 am" in missed
    assert missed.endswith("Pasta!")
    wall.now_s += RING_EVERY_S
    assert heard(late) == []


def test_another_process_sets_and_cancels(tmp_path: Path, wall: Wall) -> None:
    listening, asking = (LocalClock(tmp_path / "clock.db", wall) for _ in range(2))
    assert listening.timers() == ()
    first = asking.after(MINUTE, "One!")
    listening.after(MINUTE, "Two!")
    assert [each.message for each in asking.timers()] == ["One!", "Two!"]
    listening.cancel(first)
    wall.now_s += 60
    assert heard(listening) == ["*Two!"]
    assert asking.timers() == ()
    assert [each.message for each in asking.silence()] == ["Two!"]
    wall.now_s += RING_EVERY_S
    assert heard(listening) == []


def test_a_full_disk_says_so_and_keeps_what_there_is(clock: LocalClock) -> None:
    clock.after(MINUTE, "One!")
    with full_disk(), pytest.raises(StateError, match=r"clock\.db"):
        clock.after(MINUTE, "Two!")
    assert [each.message for each in clock.timers()] == ["One!"]


def test_why_nothing_can_be_kept_is_told_in_words(tmp_path: Path, wall: Wall) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match=r"clock\.db: (file exists|not a directory)\. Free"):
        LocalClock(tmp_path / "file" / "clock.db", wall).after(MINUTE, "One!")


def test_a_broken_file_is_reported_and_kept(tmp_path: Path, wall: Wall) -> None:
    file = tmp_path / "clock.db"
    file.write_text("This is no database. " * 99)
    clock = LocalClock(file, wall)
    assert clock.timers() == ()
    (told,) = heard(clock)
    assert "couldn't read clock.db" in told
    assert [each.read_text()[:7] for each in tmp_path.glob("*.broken-*")] == ["This is"]
    clock.after(MINUTE, "New!")
    assert [each.message for each in LocalClock(file, wall).timers()] == ["New!"]
    assert heard(clock) == []


def test_a_timer_keeps_its_length_when_the_clock_is_set(clock: LocalClock, wall: Wall) -> None:
    clock.after(10 * MINUTE, "Eggs!")
    clock.at(datetime(2026, 3, 4, 10, 30), "Leave.")
    wall.set_clock(3600)
    assert heard(clock) == ["Missed, today at 10:30 am: Leave."]
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 4, 11, 10)]
    wall.set_clock(-7200)
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 4, 9, 10)]
    wall.now_s += 599
    assert heard(clock) == []
    wall.now_s += 1
    assert heard(clock) == ["*Eggs!"]


def test_after_a_restart_of_the_machine_the_clock_counts(tmp_path: Path, wall: Wall) -> None:
    LocalClock(tmp_path / "clock.db", wall).after(10 * MINUTE, "Eggs!")
    wall.boot = "second"
    wall.now_s += 5 * 60
    wall.set_by_s = 5 * 60 + 3  # up for less than when the timer was set
    clock = LocalClock(tmp_path / "clock.db", wall)
    assert heard(clock) == []
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 4, 10, 10)]
    wall.now_s += 5 * 60
    assert heard(clock) == ["*Eggs!"]


def test_a_ringing_alarm_survives_a_restart(tmp_path: Path, wall: Wall) -> None:
    first = LocalClock(tmp_path / "clock.db", wall)
    first.after(MINUTE, "Done!")
    wall.now_s += 60
    assert heard(first) == ["*Done!"]
    again = LocalClock(tmp_path / "clock.db", wall)
    assert heard(again) == ["*"]
    assert [each.message for each in again.silence()] == ["Done!"]
    wall.now_s += RING_EVERY_S
    assert heard(first) == []


def test_what_was_missed_lately_still_rings(clock: LocalClock, wall: Wall) -> None:
    clock.at(datetime(2026, 3, 4, 10, 1), "Get up.", kind="alarm")
    wall.now_s += 300
    assert heard(clock) == ["*Missed, today at 10:01 am: Get up."]
    wall.now_s += RING_EVERY_S
    assert heard(clock) == ["*"]


def test_what_was_missed_is_said_in_the_language_of_the_person(
    clock: LocalClock, wall: Wall
) -> None:
    clock.at(NOW + MINUTE, "Aufstehen.")
    wall.now_s += 2 * 3600
    (said,) = Several(clock, language="de").due()
    assert said.text == "Verpasst, heute um 10 Uhr 1 morgens: Aufstehen."


def test_an_alarm_comes_every_week(clock: LocalClock, wall: Wall) -> None:
    clock.every(Weekly(frozenset({2, 3}), time(10, 0)), "Get up.")
    (alarm,) = clock.timers()
    assert alarm.due == datetime(2026, 3, 5, 10)  # ten o'clock of today has just come
    wall.now_s = datetime(2026, 3, 5, 10).timestamp()
    assert heard(clock) == ["*Get up."]
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 11, 10)]
    clock.silence()
    wall.now_s = datetime(2026, 3, 20, 9).timestamp()  # off for two weeks
    assert heard(clock) == ["Missed, yesterday at 10 am: Get up."]
    assert heard(clock) == []
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 25, 10)]


def test_what_is_snoozed_rings_later(clock: LocalClock, wall: Wall) -> None:
    clock.every(Weekly(frozenset(range(7)), time(10, 30)), "Get up.")
    clock.after(30 * MINUTE, "Eggs!", "eggs")
    assert clock.snooze(MINUTE) == ()
    wall.now_s += 30 * 60
    assert heard(clock) == ["*Get up.", "*Eggs!"]
    assert [each.due for each in clock.snooze(5 * MINUTE)] == [datetime(2026, 3, 4, 10, 35)] * 2
    wall.now_s += RING_EVERY_S
    assert heard(clock) == []
    wall.now_s += 5 * 60
    assert sorted(heard(clock)) == ["*Eggs!", "*Get up."]
    assert [each.due for each in clock.timers()] == [datetime(2026, 3, 5, 10, 30)]


@given(
    days=st.frozensets(st.integers(0, 6), min_size=1),
    at=st.times(),
    now=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
)
def test_the_next_time_is_after_now_and_within_a_week(
    days: frozenset[int], at: time, now: datetime
) -> None:
    found = next_of(Weekly(days, at), now)
    assert timedelta() < found - now <= timedelta(days=7)
    assert (found.weekday() in days, found.time()) == (True, at)
    before = last_of(Weekly(days, at), found - timedelta(microseconds=1))
    assert timedelta(days=1) <= found - before <= timedelta(days=7)
    assert last_of(Weekly(days, at), found) == found


@pytest.fixture
def berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    tzset()


@pytest.mark.usefixtures("berlin")
def test_summer_time(tmp_path: Path) -> None:
    night = datetime(2026, 3, 29, 1, 30).timestamp()  # clocks go from 2 to 3
    clock = LocalClock(tmp_path / "clock.db", lambda: Instant(night, 0.0, ""))
    assert clock.after(timedelta(hours=1), "Done!").due == datetime(2026, 3, 29, 3, 30)
    assert clock.at(datetime(2026, 3, 29, 9), "Up!").due == datetime(2026, 3, 29, 9)
    assert local(datetime(2026, 7, 1, 10, tzinfo=UTC)) == datetime(2026, 7, 1, 12)
    assert local(datetime(2026, 1, 1, 10, tzinfo=UTC)) == datetime(2026, 1, 1, 11)


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tomorrow at three", datetime(2026, 3, 29, 15)),
        ("in eighteen hours", datetime(2026, 3, 29, 5)),
        ("tomorrow at half past two in the morning", datetime(2026, 3, 29, 3, 30)),
    ],
)
def test_what_is_said_on_the_eve_of_summer_time(said: str, meant: datetime) -> None:
    eve = datetime(2026, 3, 28, 10, tzinfo=local_zone())
    found = value_types("en")["datetime"].parse(said, eve)
    assert isinstance(found, datetime)
    assert local(found) == meant


def test_a_full_disk_keeps_nobody_from_being_told(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "Done!")
    clock.after(9 * MINUTE, "Later!")
    wall.now_s += 60
    with full_disk():
        assert heard(clock) == ["*Done!"]
        assert heard(clock) == []
        assert [each.message for each in clock.timers()] == ["Later!"]


def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path, wall: Wall) -> None:
    (tmp_path / "clock.db").mkdir()
    clock = LocalClock(tmp_path / "clock.db", wall)
    (told,) = heard(clock)
    assert "clock.db" in told
    assert heard(clock) == []
    with pytest.raises(StateError, match=r"clock\.db"):
        clock.after(MINUTE, "Done!")
