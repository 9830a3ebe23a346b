"""Typed text as spoken words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.values import value_types
from assistant.understanding.values.en.numbers import spell, spell_ordinal
from assistant.understanding.values.spelling import spelt
from tests.understanding.values.typed import spell_out

from .moment_phrases import NOW

TEN = "one two three four five six seven eight nine zero"
SPELT = {
    "7:30 pm": "seven thirty p m",
    "wake me at 7 a.m. please": "wake me at seven a m please",
    "I am 7": "i am seven",
    "5 minutes": "five minutes",
    "the 15th": "the fifteenth",
    "20%": "twenty percent",
    "20 °C in °F": "twenty degrees celsius in degrees fahrenheit",
    "€20 in $": "twenty euros in dollars",
    "+44 20 7946 0000": "plus four four two zero seven nine four six zero zero zero zero",
    "call 911": "call nine one one",
    "what is 911 divided by 3": "what is nine hundred eleven divided by three",
    "5 + 3 = 8": "five plus three equals eight",
    "10/2": "ten divided by two",
    "3 x 4": "three x four",
    "1,234.5": "one thousand two hundred thirty four point five",
    "-5 °C": "minus five degrees celsius",
    "5-10 minutes": "five to ten minutes",
    "$5 & £3": "five dollars and three pounds",
    "20€, 3.50 $ and 500¥": "twenty euros three point five zero dollars and five hundred yen",
    "19:00": "nineteen hundred",
    "7:00": "seven o'clock",
    "What’s the time?": "what's the time",
    "Call Zoë—now!": "call zoë now",
    "mp3": "mp three",
    "10min": "ten minutes",
    "5kg": "five kg",
    "2026-05-03": "the third of may twenty twenty six",
    "Mon, Dec 7th": "monday december seventh",
    "Sat 5 Dec. 2026": "saturday five december twenty twenty six",
    "the 3rd of Mar": "the third of march",
    "the cat sat in the sun": "the cat sat in the sun",
    "call Jan": "call jan",
    "on May 5 at 7:30": "on may five at seven thirty",
    "at 7.30": "at seven thirty",
    "at 19.30 on Friday": "at nineteen thirty on friday",
    "at 615am and 1030 pm": "at six fifteen a m and ten thirty p m",
    "7/13/2036": "thirteen july twenty thirty six",
    "24/12/2026": "twenty four december twenty twenty six",
    "5/6/2027": "five slash six slash twenty twenty seven",
    "Oct. the 26th": "october the twenty sixth",
    "aug. third, 2037": "august third two thousand thirty seven",
    "7.30 p.m.": "seven thirty p m",
    "1000-500": "one thousand minus five hundred",
    "20 - 3": "twenty minus three",
    "2 + 3456000": "two plus three million four hundred fifty six thousand",
    "555-123-4567": "five five five one two three four five six seven",
    "5 mins 10 secs": "five minutes ten seconds",
    "2026-13-03": "two thousand twenty six thirteen three",
    "007": "zero zero seven",
    "5551234": "five five five one two three four",
    "12345678901234567890": f"{TEN} {TEN}",
    "1,234,567,890": TEN,
    "3/4 cup": "three quarters cup",
    "½ hour": "half hour",
    "12345678901½": "one two three four five six seven eight nine zero one and a half",
    "25:00": "twenty five zero zero",
    "": "",
    "...": "",
}


@pytest.mark.parametrize(("typed", "said"), SPELT.items())
def test_typed_text_is_spelt_out(typed: str, said: str) -> None:
    assert spell_out(typed) == said


@given(st.text())
def test_spelling_out_twice_changes_nothing(text: str) -> None:
    once = spell_out(text)
    assert spell_out(once) == once


@given(st.text(alphabet="0123456789 .,:/-+%$apmhst½()"))
def test_figures_of_all_kinds_become_words_without_figures(text: str) -> None:
    said = spell_out(text)
    assert not set(said) & set("0123456789%$+:/½")
    assert spell_out(said) == said


@pytest.mark.parametrize(
    "digits", ["9" * 5000, "1" + ",000" * 2000, "+" + "1" * 5000, "1" * 5000 + "½"]
)
def test_endless_figures_are_spelt_digit_by_digit(digits: str) -> None:
    assert len(spell_out(digits).split()) >= 5000


def test_words_keep_the_place_of_what_was_typed() -> None:
    text = "at 7:30 pm"
    places = [(one.word, text[one.start : one.end]) for one in spelt(text)]
    assert places[0] == ("at", "at")
    assert places[1:] == [(word, "7:30 pm") for word in ("seven", "thirty", "p", "m")]


@given(st.integers(min_value=-999_999_999, max_value=999_999_999))
def test_a_spelt_number_is_read_back(number: int) -> None:
    assert value_types()["number"].parse(spell(number), NOW) == number


@given(st.integers(min_value=1, max_value=1000))
def test_a_spelt_ordinal_is_read_back(number: int) -> None:
    assert value_types()["ordinal"].parse(spell_ordinal(number), NOW) == number


@given(st.integers(min_value=1, max_value=1000))
def test_a_written_ordinal_is_read(number: int) -> None:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert value_types()["ordinal"].parse(f"{number}{ending}", NOW) == number


def test_numbers_without_words_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        spell(1_000_000_000)
