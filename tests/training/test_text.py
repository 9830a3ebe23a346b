"""Spoken words from written text: the cases people write, and the alphabet that comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.training.text import cardinal, clock, digits, normalise, ordinal, year

SPOKEN = {
    "Wake me at 7:30 pm, Dr. Smith's": "wake me at seven thirty p m doctor smith's",
    "$5.50 and £1,000 & €3 million": (
        "five dollars and fifty cents and one thousand pounds and three million euros"
    ),
    "in 1984, 2007, 1905 and the 1990s": (
        "in nineteen eighty four two thousand and seven nineteen oh five and the nineteen nineties"
    ),
    "+44 20 7946 0958": "plus four four two zero seven nine four six zero nine five eight",
    "dial 0044123 or 555-1234": (
        "dial zero zero four four one two three or five five five one two three four"
    ),
    "3.5 km at 20°C, 50%": "three point five kilometers at twenty degrees celsius fifty percent",
    "1 foot, 2 ft": "one foot two feet",
    "the 22nd of May, 7 a.m.": "the twenty second of may seven a m",
    "21:05 and 7:00": "twenty one oh five and seven o'clock",
    "7:00 pm": "seven p m",
    "half past seven am, I am": "half past seven a m i am",
    "the U.S., e.g. ½ cup": "the u s for example half cup",
    "1,234,567.89": (
        "one million two hundred and thirty four thousand five hundred and sixty seven "
        "point eight nine"
    ),
    "’Twas the dogs' café": "twas the dogs cafe",
    "5-10 people at -4": "five to ten people at minus four",
    "$1.01": "one dollar and one cent",
    "Mr. and Mrs. O’Brien, St. John": "mister and missus o'brien saint john",
    "one two": "one two",
    "?!": "",
}


@pytest.mark.parametrize(("written", "spoken"), SPOKEN.items())
def test_written_text_becomes_what_is_said(written: str, spoken: str) -> None:
    assert normalise(written) == spoken


@given(st.text(max_size=60))
def test_any_text_becomes_plain_words_and_stays_so(text: str) -> None:
    spoken = normalise(text)
    assert re.fullmatch(r"([a-z]+('[a-z]+)*( [a-z]+('[a-z]+)*)*)?", spoken)
    assert normalise(spoken) == spoken


@given(st.from_regex(r"[$£€+#-]?[0-9]{1,6}([.,:/-][0-9]{1,4}){0,2}( ?(pm|am|st|th|km|%|s))?"))
def test_any_figures_become_words(figures: str) -> None:
    assert re.fullmatch(r"[a-z' ]+", normalise(figures))


@given(st.integers(0, 999_999_999_999))
def test_different_numbers_are_said_differently(number: int) -> None:
    assert cardinal(number) != cardinal(number + 1)
    assert normalise(cardinal(number)) == cardinal(number)


def test_parts_of_speech_for_numbers() -> None:
    assert cardinal(-1005) == "minus one thousand and five"
    assert [ordinal(n) for n in (1, 12, 20, 33)] == [
        "first",
        "twelfth",
        "twentieth",
        "thirty third",
    ]
    assert digits("0-42", zero="oh") == "oh four two"
    assert [year(n) for n in (1900, 1066, 2026)] == [
        "nineteen hundred",
        "one thousand and sixty six",
        "twenty twenty six",
    ]
    assert [clock(7, 5), clock(7, 0)] == ["seven oh five", "seven o'clock"]
