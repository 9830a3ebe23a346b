"""Answers: the time, dates, sums, units, facts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import spoken
from assistant.acting.loader import load_file
from assistant.bundled import bundled
from tests.intents.desk import Desk, make_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: questions change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


def module() -> ModuleType:
    """The file of the ability, for its pure functions."""
    import sys

    (first, *_) = load_file(bundled("intents") / "question.py")
    return sys.modules[first.function.__module__]  # type: ignore[union-attr]


question = module()


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("what time is it", "It is 10 am."),
        ("what's the date", "Today is Wednesday the 4th of March 2026."),
        ("what day is it today", "Today is Wednesday the 4th of March 2026."),
        ("what day of the week is the third of may", "That is Sunday the 3rd of May 2026."),
        ("what date was yesterday", "That was Tuesday the 3rd of March 2026."),
        ("how many days until christmas", "296 days until Friday the 25th of December."),
        ("how many days until tomorrow", "1 day until tomorrow."),
        ("how many days until today", "That is today."),
        ("how far is it to yesterday", "1 day ago."),
        ("what is five plus three", "8."),
        ("7 x 8", "56."),
        ("convert 5 km to miles", "About 3.11 miles."),
        ("what is two plus three times four", "14."),
        ("what is ten minus three minus two", "5."),
        ("one divided by three", "About 0.333."),
        ("what is two to the power of ten", "1,024."),
        ("what is one point one plus two point two", "3.3."),
        ("what is minus five times three", "-15."),
        ("what is twenty percent of eighty", "16."),
        ("what is the square root of eighty one", "9."),
        ("the square root of two", "About 1.41."),
        ("convert five miles to kilometers", "About 8.05 kilometres."),
        ("how many grams are in a pound", "About 453.59 grams."),
        ("what is one hundred degrees fahrenheit in celsius", "About 37.78 degrees celsius."),
        ("how many seconds are in an hour", "3,600 seconds."),
        ("convert zero degrees celsius to fahrenheit", "32 degrees fahrenheit."),
        ("convert sixty miles per hour to kilometers an hour", "About 96.56 kilometres an hour."),
        ("what is the capital of france", "The capital of France is Paris."),
    ],
)
def test_answers(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("what is five divided by zero", "divided by zero"),
        ("what is ten to the power of one million", "more than I can work out"),
        ("what is minus two to the power of one half", "more than I can work out"),
        ("the square root of minus one", "no square root"),
        ("convert five miles to grams", "can't be turned into"),
    ],
)
def test_what_has_no_answer_is_said(desk: Desk, said: str, part: str) -> None:
    reply = desk.act(said)
    assert not reply.ok
    assert part in reply.text


@pytest.mark.parametrize(
    "formula",
    ["__import__('os')", "f(1)", "a", "'x' * 3", "1 if 1 else 2", "[1]", "True", "1 // 2", "1 & 1"],
)
def test_only_sums_are_worked_out(formula: str) -> None:
    with pytest.raises(ValueError, match="isn't a sum"):
        question.evaluate(formula)


numbers = st.integers(-1000, 1000)


@given(numbers, numbers, numbers)
def test_sums_are_exact(a: int, b: int, c: int) -> None:
    assert question.evaluate(f"{a} + {b} * {c}") == a + b * c
    assert question.evaluate(f"({a} - {b}) * {c}") == (a - b) * c
    if c:
        assert question.evaluate(f"{a} / {c}") == Fraction(a, c)


@given(st.floats(-1e6, 1e6), st.sampled_from(sorted(question.UNITS)))
def test_a_unit_turned_into_itself_is_the_same(amount: float, unit: str) -> None:
    reply = question.convert(unit, unit, amount)
    assert reply == f"{question.shown(round(amount, 6))} {unit}."


def test_every_unit_has_others_of_its_kind() -> None:
    dimensions = [unit.dimension for unit in question.UNITS.values()]
    assert all(dimensions.count(each) > 1 for each in dimensions)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (8.0, "8"),
        (1234567.0, "1,234,567"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "About 0.333"),
        (2 / 3 * 1000, "About 666.67"),
        (0.000123456, "About 0.000123"),
    ],
)
def test_numbers_are_said_shortly(value: float, text: str) -> None:
    assert question.shown(value) == text


def test_the_module_comes_from_the_bundled_file() -> None:
    assert Path(question.__file__ or "").name == "question.py"


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
