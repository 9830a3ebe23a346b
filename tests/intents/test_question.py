"""Answers: the time, dates, facts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant import spoken
from tests.intents.desk import Desk, make_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: questions change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("what time is it", "It is 10 am."),
        ("what's the date", "Today is Wednesday the 4th of March 2026."),
        ("what day is it today", "Today is Wednesday the 4th of March 2026."),
        ("what day of the week is the third of may", "That is Sunday the 3rd of May 2026."),
        ("when is easter", "That is Sunday the 5th of April 2026."),
        ("what date was yesterday", "That was Tuesday the 3rd of March 2026."),
        ("how many days until christmas", "296 days until Friday the 25th of December."),
        ("how many days until tomorrow", "1 day until tomorrow."),
        ("how many days until today", "That is today."),
        ("how far is it to yesterday", "1 day ago."),
        ("what is the capital of france", "The capital of France is Paris."),
    ],
)
def test_answers(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


@pytest.mark.parametrize(
    ("city", "said"),
    [
        ("tokyo", "7 pm in Tokyo."),
        ("new york", "6 am in New York."),
        ("mumbai", "3:30 pm in Mumbai."),
    ],
)
def test_the_time_in_another_city(desk: Desk, city: str, said: str) -> None:
    desk.wall.now_s = datetime(2026, 7, 1, 10, tzinfo=UTC).timestamp()
    assert desk.say(f"what time is it in {city}") == f"It is {said}"


def test_another_day_in_another_city_is_named(desk: Desk) -> None:
    desk.wall.now_s = datetime(2026, 7, 1, 20, tzinfo=UTC).timestamp()
    today = desk.clock.now().date()
    for city, clock, day in (
        ("Auckland", "8 am", date(2026, 7, 2)),
        ("Honolulu", "10 am", date(2026, 7, 1)),
    ):
        named = "" if day == today else f" {spoken(day, now=desk.clock.now())}"
        assert desk.say(f"what time is it in {city.lower()}") == f"It is {clock}{named} in {city}."
