"""Values said, and understood again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UsageError
from assistant.records import Weekly
from assistant.understanding.values import value_types
from assistant.understanding.values.speak import spoken

from .moment_phrases import NOW

TYPES = value_types()
BERLIN = ZoneInfo("Europe/Berlin")
YEAR = timedelta(days=365)

SAID = {
    5: "five",
    12: "twelve",
    13: "13",
    -3: "minus three",
    1_234_567: "1,234,567",
    3.5: "3.5",
    20.0: "20",
    -0.25: "minus 0.25",
    float("inf"): "inf",
    timedelta(minutes=10): "ten minutes",
    timedelta(minutes=25): "25 minutes",
    timedelta(minutes=30): "half an hour",
    timedelta(minutes=90): "an hour and a half",
    timedelta(minutes=150): "two and a half hours",
    timedelta(seconds=90): "a minute and a half",
    timedelta(hours=1, minutes=20): "an hour and 20 minutes",
    timedelta(days=2, hours=3, minutes=5): "two days, three hours and five minutes",
    timedelta(0): "zero seconds",
    timedelta(milliseconds=200): "less than a second",
    timedelta(minutes=-5): "minus five minutes",
    time(0): "midnight",
    time(12): "noon",
    time(15): "3 pm",
    time(8, 5): "8:05 am",
    time(0, 30): "12:30 am",
    time(15, 5, 9): "3:05:09 pm",
    date(2026, 11, 23): "today",
    date(2026, 11, 24): "tomorrow",
    date(2026, 11, 22): "yesterday",
    date(2026, 11, 27): "Friday",
    date(2026, 11, 30): "Monday the 30th of November",
    date(2026, 12, 3): "Thursday the 3rd of December",
    date(2027, 5, 11): "Tuesday the 11th of May",
    date(2026, 5, 22): "Friday the 22nd of May 2026",
    datetime(2026, 11, 23, 17, 30): "today at 5:30 pm",
    datetime(2026, 11, 23, 20, 0): "tonight at 8 pm",
    datetime(2026, 11, 24, 15, 30): "tomorrow at 3:30 pm",
    datetime(2026, 11, 24, 0, 0): "tonight at midnight",
    datetime(2026, 11, 28, 0, 0): "Friday at midnight",
    datetime(2026, 12, 1, 8, 45): "Tuesday the 1st of December at 8:45 am",
    Weekly(frozenset(range(5)), time(7)): "every weekday at 7 am",
    Weekly(frozenset(range(7)), time(12)): "every day at noon",
    Weekly(frozenset({0, 2, 4}), time(18, 30)): "every Monday, Wednesday and Friday at 6:30 pm",
    Weekly(frozenset({5}), time(0)): "every Friday at midnight",
    "+442079460000": "plus 4 4 2 0, 7 9 4 6, 0 0 0 0",
    "5551234": "5 5 5, 1 2 3 4",
    "999": "9 9 9",
    "Anna": "Anna",
}


@pytest.mark.parametrize(("value", "words"), SAID.items(), ids=str)
def test_a_value_is_said(value: object, words: str) -> None:
    assert spoken(value, now=NOW) == words


def test_yes_and_no_are_said() -> None:
    assert (spoken(True), spoken(False)) == ("yes", "no")


def test_without_now_a_day_has_its_year() -> None:
    assert spoken(date(2026, 12, 4)) == "Friday the 4th of December 2026"
    assert spoken(datetime(2026, 12, 4, 15, 0)) == "Friday the 4th of December 2026 at 3 pm"


def test_a_moment_is_said_in_the_zone_of_now() -> None:
    moment = datetime(2026, 11, 23, 17, 0, tzinfo=ZoneInfo("UTC"))
    assert spoken(moment, now=NOW.replace(tzinfo=BERLIN)) == "tonight at 6 pm"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UsageError, match="“tlh”"):
        spoken(5, "tlh")


def _read(kind: str, value: object, now: datetime = NOW) -> object:
    return TYPES[kind].parse(spoken(value, now=now), now)


@given(st.integers(min_value=-999_999_999, max_value=999_999_999))
def test_numbers_come_back(number: int) -> None:
    assert _read("number", number) == number


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_decimals_come_back(thousandths: int) -> None:
    assert _read("decimal", thousandths / 1000) == thousandths / 1000


@given(st.integers(min_value=0, max_value=7 * 86_400))
def test_lengths_up_to_a_week_come_back(seconds: int) -> None:
    assert _read("duration", timedelta(seconds=seconds)) == timedelta(seconds=seconds)


@given(st.times().map(lambda value: value.replace(microsecond=0)))
def test_times_come_back(value: time) -> None:
    assert _read("time", value) == value


@given(st.dates(min_value=NOW.date() - YEAR, max_value=NOW.date() + YEAR))
def test_dates_come_back(value: date) -> None:
    assert _read("date", value) == value


@given(
    value=st.datetimes(min_value=NOW - YEAR, max_value=NOW + YEAR),
    now=st.datetimes(min_value=NOW - YEAR, max_value=NOW + YEAR),
)
def test_moments_come_back_whenever_they_are_said(value: datetime, now: datetime) -> None:
    whole = value.replace(microsecond=0)
    assert _read("datetime", whole, now) == whole
    assert TYPES["datetime"].parse(spoken(whole), now) == whole


@given(
    days=st.frozensets(st.integers(0, 6), min_size=1, max_size=3),
    at=st.times().map(lambda value: value.replace(microsecond=0)),
)
def test_weekly_times_come_back(days: frozenset[int], at: time) -> None:
    assert _read("weekly", Weekly(days, at)) == Weekly(days, at)


@given(st.from_regex(r"\A\+?[0-9]{3,15}\Z"))
def test_phone_numbers_come_back(number: str) -> None:
    assert _read("phone", number) == number
