"""Timers, alarms and reminders: several, named, and still there after a restart."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.acting.clock import RING_EVERY_S, RING_FOR_S, LocalClock, local
from assistant.errors import StateError
from assistant.understanding.values import value_types
from assistant.zone import local_zone
from tests.acting.limits import full_disk
from tests.intents.desk import NOW, Wall

MINUTE = timedelta(minutes=1)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def clock(tmp_path: Path, wall: Wall) -> LocalClock:
    return LocalClock(tmp_path / "timers.json", wall)


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
    assert clock.due() == []
    wall.now_s += 60
    assert clock.due() == ["One!"]
    assert clock.due() == []
    assert [each.message for each in clock.timers()] == ["Two!"]


def test_two_at_the_same_second(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "One!")
    clock.after(MINUTE, "Two!")
    wall.now_s += 60
    assert clock.due() == ["One!", "Two!"]


def test_a_timer_rings_until_it_is_stopped(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "Done!")
    wall.now_s += 60
    assert clock.due() == ["Done!"]
    wall.now_s += RING_EVERY_S
    assert clock.due() == ["Done!"]
    assert [each.message for each in clock.silence()] == ["Done!"]
    wall.now_s += RING_EVERY_S
    assert clock.due() == []
    assert clock.silence() == ()


def test_a_timer_that_nobody_stops_ends(clock: LocalClock, wall: Wall) -> None:
    clock.after(MINUTE, "Done!")
    wall.now_s += 60
    said = 0
    for _ in range(100):
        said += len(clock.due())
        wall.now_s += RING_EVERY_S
    assert said == RING_FOR_S / RING_EVERY_S


def test_a_reminder_is_said_once(clock: LocalClock, wall: Wall) -> None:
    clock.at(datetime(2026, 3, 4, 10, 1), "Reminder: call mum.")
    wall.now_s += 61
    assert clock.due() == ["Reminder: call mum."]
    wall.now_s += RING_EVERY_S
    assert clock.due() == []


def test_cancelled_means_never_announced(clock: LocalClock, wall: Wall) -> None:
    timer = clock.after(MINUTE, "Done!")
    assert clock.cancel(timer)
    assert not clock.cancel(timer)
    wall.now_s += 120
    assert clock.due() == []


def test_timers_survive_a_restart(clock: LocalClock, tmp_path: Path, wall: Wall) -> None:
    before = clock.after(9 * MINUTE, "Pasta!", "pasta")
    again = LocalClock(tmp_path / "timers.json", wall)
    assert again.timers() == (before,)
    wall.now_s += 540
    assert again.due() == ["Pasta!"]


def test_what_was_missed_is_said_with_its_time(tmp_path: Path, wall: Wall) -> None:
    LocalClock(tmp_path / "timers.json", wall).after(MINUTE, "Pasta!")
    wall.now_s += 3600
    late = LocalClock(tmp_path / "timers.json", wall)
    (said,) = late.due()
    assert said.startswith("Missed while I was off")
    assert "10:01 am" in said
    assert said.endswith("Pasta!")
    wall.now_s += RING_EVERY_S
    assert late.due() == []


def test_another_process_sets_and_cancels(tmp_path: Path, wall: Wall) -> None:
    listening, asking = (LocalClock(tmp_path / "timers.json", wall) for _ in range(2))
    assert listening.timers() == ()
    first = asking.after(MINUTE, "One!")
    listening.after(MINUTE, "Two!")
    assert [each.message for each in asking.timers()] == ["One!", "Two!"]
    listening.cancel(first)
    wall.now_s += 60
    assert listening.due() == ["Two!"]
    assert asking.due() == []


def test_a_full_disk_says_so_and_keeps_what_there_is(clock: LocalClock) -> None:
    clock.after(MINUTE, "One!")
    with full_disk(), pytest.raises(StateError, match=r"timers\.json"):
        clock.after(MINUTE, "Two!")
    assert [each.message for each in clock.timers()] == ["One!"]


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"id": 1}]', "[7]", '[{"due_s": "x"}]'])
def test_a_broken_file_is_reported_and_kept(text: str, tmp_path: Path, wall: Wall) -> None:
    file = tmp_path / "timers.json"
    file.write_text(text)
    clock = LocalClock(file, wall)
    assert clock.timers() == ()
    (said,) = clock.due()
    assert "couldn't read timers.json" in said
    assert [each.read_text() for each in tmp_path.glob("*.broken-*")] == [text]
    clock.after(MINUTE, "New!")
    assert [each["message"] for each in json.loads(file.read_text())] == ["New!"]
    assert clock.due() == []


@pytest.fixture
def berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_summer_time(tmp_path: Path) -> None:
    night = datetime(2026, 3, 29, 1, 30).timestamp()  # clocks go from 2 to 3
    clock = LocalClock(tmp_path / "timers.json", lambda: night)
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
        assert clock.due() == ["Done!"]
        assert clock.due() == []
        assert [each.message for each in clock.timers()] == ["Later!"]


def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path, wall: Wall) -> None:
    (tmp_path / "timers.json").mkdir()
    clock = LocalClock(tmp_path / "timers.json", wall)
    (said,) = clock.due()
    assert "timers.json" in said
    assert clock.due() == []
    with pytest.raises(StateError, match=r"timers\.json"):
        clock.after(MINUTE, "Done!")
