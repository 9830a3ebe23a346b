"""Digits as people say them, so that typed text meets the grammars that were written for speech.

English only: other languages' value grammars must take digits themselves.
"""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))

NUMERAL = re.compile(
    r"(?P<minus>(?<!\S)-)?(?P<plus>\+)?"
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d\d)|(?P<whole>\d+(?:,\d{3})*)(?P<fraction>\.\d+)?)"
    r"(?P<suffix>st|nd|rd|th)?(?![\d:])"
)
"""A number, a clock time or an ordinal in digits."""


def cardinal(number: int) -> list[str]:
    """The words of a whole number below a trillion: 21 is twenty one."""
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            return [*cardinal(number // size), name, *(cardinal(rest) if rest else [])]
    if number >= 100:
        rest = number % 100
        return [_ONES[number // 100], "hundred", *(cardinal(rest) if rest else [])]
    if number >= 20:
        rest = number % 10
        return [_TENS[number // 10 - 2], *([_ONES[rest]] if rest else [])]
    return [_ONES[number]]


def ordinal(number: int) -> list[str]:
    """The words of a whole number's ordinal: 21 is twenty first."""
    *before, last = cardinal(number)
    if last in _ORDINALS:
        return [*before, _ORDINALS[last]]
    return [*before, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"]


def spellings(found: re.Match[str]) -> list[list[str]]:
    """The ways to say what NUMERAL found, likeliest first."""
    if found["hour"]:
        return [_clock(int(found["hour"]), int(found["minute"]))]
    digits = found["whole"].replace(",", "")
    sign = ["minus"] * bool(found["minus"])
    if found["suffix"]:
        return [sign + ordinal(int(digits))] if len(digits) <= 9 else []
    point = ["point", *_digit_words(found["fraction"][1:])] if found["fraction"] else []
    ways = [] if found["plus"] or len(digits) > 12 else [sign + cardinal(int(digits)) + point]
    if not point and not sign and len(digits) > 1:
        if len(digits) == 4 and digits[0] != "0" and digits[1:3] != "00":
            ways.append(_year(digits))
        ways.append(["plus"] * bool(found["plus"]) + _digit_words(digits))
    return ways


def _digit_words(digits: str) -> list[str]:
    return [_ONES[int(digit)] for digit in digits]


def _year(digits: str) -> list[str]:
    """1984 is nineteen eighty four; 1905 is nineteen oh five."""
    late = int(digits[2:])
    ending = cardinal(late) if late > 9 else ["oh", _ONES[late]] if late else ["hundred"]
    return cardinal(int(digits[:2])) + ending


def _clock(hour: int, minute: int) -> list[str]:
    if minute == 0:
        return [*cardinal(hour), *(["o'clock"] if 0 < hour <= 12 else ["hundred"])]
    return cardinal(hour) + (cardinal(minute) if minute > 9 else ["oh", _ONES[minute]])
