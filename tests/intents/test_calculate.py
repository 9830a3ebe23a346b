"""Sums, as they are said."""

from __future__ import annotations

import sys
from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import rounded
from assistant.acting.loader import load_file
from assistant.bundled import bundled
from tests.intents.desk import Desk, make_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: sums change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


def module() -> ModuleType:
    """The file of the ability, for its pure functions."""
    (first, *_) = load_file(bundled("intents") / "calculate.py")
    return sys.modules[first.function.__module__]  # type: ignore[union-attr]


calculate = module()


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("what is five plus three", "8."),
        ("7 x 8", "56."),
        ("what is 7 * 8", "56."),
        ("what is 10 / 4", "2.5."),
        ("10 - 4", "6."),
        ("what's 2^8", "256."),
        ("what is two plus three times four", "14."),
        ("what is ten minus three minus two", "5."),
        ("one divided by three", "About 0.333."),
        ("what is two to the power of ten", "1,024."),
        ("what is one point one plus two point two", "3.3."),
        ("what is minus five times three", "-15."),
        ("what is twenty percent of eighty", "16."),
        ("what is the square root of eighty one", "9."),
        ("the square root of two", "About 1.41."),
        ("what is two plus three times four minus one", "13."),
        ("what is seventeen modulo five", "2."),
        ("divide ninety by six", "15."),
        ("add one and two and three", "6."),
        ("subtract nine from thirty", "21."),
        ("take nine away from thirty", "21."),
        ("what is the average of four and ten", "7."),
        ("what is the difference between four and ten", "6."),
        ("the product of six and seven", "42."),
        ("add ten percent to eighty", "88."),
        ("eighty plus ten percent", "88."),
        ("what is twenty percent off eighty", "64."),
        ("how much do i save with twenty percent off eighty", "16."),
        ("reduce one hundred and fifty by ten percent", "135."),
        ("what percentage of sixty is fifteen", "25 percent."),
        ("two is what percent of three", "About 66.67 percent."),
        ("what is a fifteen percent tip on forty pounds", "6 on top, 46 in all."),
        ("half of thirty", "15."),
        ("three quarters of eighty", "60."),
        ("two thirds of ten", "About 6.67."),
        ("double forty two", "84."),
        ("five squared", "25."),
        ("the cube of three", "27."),
        ("what is two to the tenth power", "1,024."),
        ("what is the cube root of twenty seven", "3."),
        ("the cube root of minus eight", "-2."),
        ("the fourth root of eighty one", "3."),
    ],
)
def test_answers(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("what is five divided by zero", "divided by zero"),
        ("five modulo zero", "divided by zero"),
        ("what percentage of zero is five", "divided by zero"),
        ("what is ten to the power of one million", "more than I can work out"),
        ("what is minus two to the power of one half", "more than I can work out"),
        ("the square root of minus one", "no square root"),
        ("the fourth root of minus one", "no such root"),
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
        calculate.evaluate(formula)


numbers = st.integers(-1000, 1000)


@given(numbers, numbers, numbers)
def test_sums_are_exact(a: int, b: int, c: int) -> None:
    assert calculate.evaluate(f"{a} + {b} * {c}") == a + b * c
    assert calculate.evaluate(f"({a} - {b}) * {c}") == (a - b) * c
    if c:
        assert calculate.evaluate(f"{a} / {c}") == Fraction(a, c)


@given(st.integers(-50, 50), st.sampled_from([3, 5]))
def test_roots_undo_powers(base: int, degree: int) -> None:
    assert calculate.root(float(base**degree), degree) == f"{rounded(float(base))}."


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
    assert rounded(value) == text
