"""When words are meant: rolling over days, the halves of the day, summer time, leap years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.values import value_types

TYPES = value_types()
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23)


def _when(text: str, now: datetime) -> datetime:
    value = TYPES["datetime"].parse(text, now)
    assert isinstance(value, datetime)
    return value


def _day(text: str, today: date) -> object:
    return TYPES["date"].parse(text, datetime.combine(today, time(12)))


@pytest.mark.parametrize(
    ("said_at", "text", "days", "clock"),
    [
        ((20, 0), "seven", 1, time(7)),
        ((19, 31), "seven thirty", 1, time(7, 30)),
        ((19, 30), "seven thirty", 1, time(7, 30)),
        ((19, 29), "seven thirty", 0, time(19, 30)),
        ((6, 0), "seven thirty", 0, time(7, 30)),
        ((12, 0), "at three", 0, time(15)),
        ((22, 30), "eleven thirty", 0, time(23, 30)),
        ((22, 30), "at one", 1, time(1)),
        ((20, 0), "at one", 1, time(13)),
        ((20, 0), "at five", 1, time(17)),
        ((2, 0), "at three", 0, time(3)),
        ((2, 0), "at six", 0, time(6)),
        ((10, 0), "at twelve", 0, time(12)),
        ((22, 0), "at twelve", 1, time(0)),
        ((15, 0), "at twelve", 1, time(12)),
        ((23, 59), "midnight", 1, time(0)),
        ((0, 0), "midnight", 1, time(0)),
        ((8, 0), "seven in the morning", 1, time(7)),
        ((20, 0), "nineteen hundred", 1, time(19)),
        ((9, 0), "in the morning", 1, time(9)),
        ((8, 0), "in the morning", 0, time(9)),
        ((21, 10), "tonight", 0, time(22)),
        ((8, 0), "today", 0, time(9)),
        ((8, 0), "today at seven", 0, time(19)),
        ((1, 0), "tonight at two", 0, time(2)),
        ((1, 0), "tonight at eight", 0, time(20)),
        ((3, 0), "tonight at two", 1, time(2)),
        ((0, 30), "tomorrow at eight", 1, time(8)),
    ],
)
def test_the_moment_that_is_meant(
    said_at: tuple[int, int], text: str, days: int, clock: time
) -> None:
    hour, minute = said_at
    meant = datetime.combine(MONDAY.date() + timedelta(days=days), clock)
    assert _when(text, MONDAY.replace(hour=hour, minute=minute)) == meant


@given(
    now=st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)),
    hour=st.integers(1, 12),
    minute=st.integers(0, 59),
    zone=st.sampled_from([None, UTC, BERLIN, NEW_YORK]),
)
def test_a_bare_clock_time_comes_within_a_day(
    now: datetime, hour: int, minute: int, zone: ZoneInfo | None
) -> None:
    said_at = now.replace(tzinfo=zone)
    meant = _when(f"at {hour}:{minute:02}", said_at)
    wait = meant - said_at if zone is None else meant.astimezone(UTC) - said_at.astimezone(UTC)
    # A day of 25 hours, at most, when summer time ends.
    assert timedelta(0) < wait <= timedelta(hours=25)
    assert meant.tzinfo is zone


def test_a_time_that_summer_time_skips_moves_forward() -> None:
    now = datetime(2027, 3, 27, 20, 0, tzinfo=BERLIN)
    meant = _when("tomorrow at two thirty a m", now)
    assert (meant.time(), meant.utcoffset()) == (time(3, 30), timedelta(hours=2))


def test_a_time_that_comes_twice_is_the_first() -> None:
    now = datetime(2026, 10, 24, 20, 0, tzinfo=BERLIN)
    meant = _when("tomorrow at two thirty a m", now)
    assert (meant.time(), meant.utcoffset()) == (time(2, 30), timedelta(hours=2))


def test_lengths_are_absolute_and_days_keep_the_wall_time() -> None:
    now = datetime(2027, 3, 27, 20, 0, tzinfo=BERLIN)
    assert _when("in twelve hours", now).isoformat() == "2027-03-28T09:00:00+02:00"
    assert _when("in a day", now).isoformat() == "2027-03-28T20:00:00+02:00"
    assert _when("this time tomorrow", now).isoformat() == "2027-03-28T20:00:00+02:00"
    back = datetime(2026, 10, 25, 0, 30, tzinfo=BERLIN)
    assert _when("in three hours", back).isoformat() == "2026-10-25T02:30:00+01:00"


def test_the_second_of_two_equal_hours_has_its_own_future() -> None:
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    assert _when("in half an hour", second).isoformat() == "2026-10-25T03:00:00+01:00"
    assert _when("at three a m", second).isoformat() == "2026-10-25T03:00:00+01:00"


@pytest.mark.parametrize("text", ["tomorrow at noon", "in an hour", "at seven", "tonight", "now"])
def test_the_answer_is_as_aware_as_the_question(text: str) -> None:
    assert _when(text, MONDAY).tzinfo is None
    aware = MONDAY.replace(tzinfo=NEW_YORK)
    assert _when(text, aware).tzinfo is NEW_YORK
    assert _when(text, aware).replace(tzinfo=None) == _when(text, MONDAY)


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        ("2026-11-28", "next tuesday", "2026-12-01"),
        ("2026-11-23", "tuesday", "2026-11-24"),
        ("2026-11-24", "tuesday", "2026-12-01"),
        ("2026-11-24", "this tuesday", "2026-11-24"),
        ("2026-11-24", "next tuesday", "2026-12-01"),
        ("2026-11-29", "this weekend", "2026-11-29"),
        ("2026-11-29", "the weekend", "2026-11-29"),
        ("2026-11-29", "next weekend", "2026-12-05"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2027-02-28", "tomorrow", "2027-03-01"),
        ("2027-01-31", "in a month", "2027-02-28"),
        ("2028-01-31", "in a month", "2028-02-29"),
        ("2028-02-29", "in a year", "2029-02-28"),
        ("2026-12-15", "in two months", "2027-02-15"),
        ("2028-02-29", "february twenty ninth", "2028-02-29"),
        ("2028-03-01", "february twenty ninth", "2032-02-29"),
        ("2096-03-01", "february twenty ninth", "2104-02-29"),
        ("2027-02-01", "the thirty first", "2027-03-31"),
        ("2026-12-25", "christmas", "2026-12-25"),
        ("2026-12-26", "christmas", "2027-12-25"),
        ("2026-11-23", "easter", "2027-03-28"),
        ("2027-03-28", "easter", "2027-03-28"),
        ("2027-03-29", "easter monday", "2027-03-29"),
        ("2027-03-29", "easter sunday", "2028-04-16"),
        ("2025-01-01", "easter", "2025-04-20"),
        ("2038-01-01", "good friday", "2038-04-23"),
        ("2023-12-31", "easter", "2024-03-31"),
    ],
)
def test_the_day_that_is_meant(today: str, text: str, meant: str) -> None:
    assert _day(text, date.fromisoformat(today)) == date.fromisoformat(meant)


@pytest.mark.parametrize("text", ["in ninety nine years", "a hundred and one years ago"])
def test_the_end_of_the_calendar_is_said(text: str) -> None:
    year = 9950 if text.startswith("in") else 50
    with pytest.raises(ValueError, match=r"calendar|is not a date"):
        _day(text, date(year, 1, 1))


def test_a_length_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="too far away for the calendar"):
        _when("in nine hundred thousand weeks", MONDAY)
