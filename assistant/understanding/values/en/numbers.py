"""English numbers: "two hundred and five", "three point one four", "twenty first", "a half".

Whole numbers reach from 0 to 999,999,999. The parts that many grammars need are rules, so that
the command graph has them once.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import add, mul

from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
    word,
)


def _counted(names: str, start: int, step: int = 1) -> dict[str, int]:
    return {name: start + step * place for place, name in enumerate(names.split())}


UNITS = _counted("one two three four five six seven eight nine", 1)
TEENS = _counted(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ORDINAL_OF = {
    **{f"{unit}": f"{unit}th" for unit in (*UNITS, *TEENS)},
    **{ten: f"{ten[:-1]}ieth" for ten in TENS},
    **{"one": "first", "two": "second", "three": "third", "five": "fifth"},
    **{"eight": "eighth", "nine": "ninth", "twelve": "twelfth"},
    **{"hundred": "hundredth", "thousand": "thousandth", "million": "millionth"},
}
"""The last word of a spelt number → the last word of the ordinal."""

LARGEST = 999_999_999


def spell(number: int) -> str:
    """The words of a whole number of up to nine digits: 205 → "two hundred five"."""
    if number < 0:
        return f"minus {spell(-number)}"
    if number > LARGEST:
        raise ValueError(f"{number} is too large to be said as a number.")
    millions, rest = divmod(number, 1_000_000)
    thousands, rest = divmod(rest, 1000)
    parts = [(millions, " million"), (thousands, " thousand"), (rest, "")]
    return " ".join(_spell_below_thousand(n) + scale for n, scale in parts if n) or "zero"


def _spell_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_WORD_OF[hundreds]} hundred"] if hundreds else []
    if rest in _WORD_OF:
        words.append(_WORD_OF[rest])
    elif rest:
        words += [_WORD_OF[rest - rest % 10], _WORD_OF[rest % 10]]
    return " ".join(words)


_WORD_OF = {value: name for names in (UNITS, TEENS, TENS) for name, value in names.items()}


def spell_ordinal(number: int) -> str:
    """The words of an ordinal: 21 → "twenty first"."""
    *front, last = spell(number).split()
    return " ".join([*front, ORDINAL_OF.get(last, f"{last}th")])


def spell_digits(digits: str) -> str:
    """Each digit by itself: "007" → "zero zero seven"."""
    return " ".join(spell(int(digit)) for digit in digits)


def between(lowest: int, highest: int) -> Grammar[int]:
    """The whole numbers from `lowest` to `highest`, both included, within 1 to 99."""
    allowed = range(lowest, highest + 1)
    simple = {name: value for name, value in (UNITS | TEENS).items() if value in allowed}
    whole_tens = {name: ten for name, ten in TENS.items() if ten in allowed and ten + 9 in allowed}
    grammar = table(simple) if simple else None
    if whole_tens:
        tens = combine(add, table(whole_tens), optional(table(UNITS), 0))
        grammar = grammar | tens if grammar else tens
    for name, ten in TENS.items():
        inside = [value for value in range(ten, ten + 10) if value in allowed]
        if inside and name not in whole_tens:
            part = table({spell(value): value for value in reversed(inside)})
            grammar = grammar | part if grammar else part
    assert grammar is not None
    return grammar


below_hundred = rule("en.below_hundred", between(1, 99))
"""1 to 99."""

_tail = optional(maybe("and") >> below_hundred, 0)
_hundreds = combine(
    lambda count, rest: count * 100 + rest,
    table({"a": 1} | UNITS) << say("hundred"),
    _tail,
)
below_thousand = rule("en.below_thousand", _hundreds | below_hundred)
"""1 to 999."""

_thousands = combine(
    lambda count, rest: count * 1000 + rest,
    (below_thousand | word("a", 1)) << say("thousand"),
    optional(maybe("and") >> below_thousand, 0),
)
below_million = rule("en.below_million", _thousands | below_thousand)
"""1 to 999,999."""

_millions = combine(
    lambda count, rest: count * 1_000_000 + rest,
    (below_thousand | word("a", 1)) << say("million"),
    optional(maybe("and") >> below_million, 0),
)
_many_hundreds = combine(
    lambda count, rest: count * 100 + rest,
    (between(11, 19) | combine(add, table(TENS), table(UNITS))) << say("hundred"),
    _tail,
)
_zero = table({"zero": 0, "nought": 0, "null": 0})
_sign = optional(table({"minus": -1, "negative": -1}), 1)
_dozens = table({"a dozen": 12, "half a dozen": 6, "two dozen": 24})

natural = rule("en.natural", _millions | _many_hundreds | below_million | _zero)
"""0 to 999,999,999, and "twelve hundred"."""

number = rule("en.number", combine(mul, _sign, natural) | _dozens)
"""Whole numbers, also negative."""


def _decimal_digits() -> Grammar[str]:
    """One to six digits after the point, one by one or as "twenty five"."""
    digit = rule(
        "en.decimal_digit",
        table({"zero": "0", "oh": "0"} | {name: str(value) for name, value in UNITS.items()}),
    )
    digits: Grammar[str] = digit
    for _ in range(5):
        digits = combine(add, digit, optional(digits, ""))
    return digits | between(10, 99).map(str)


fractions = table(
    {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75, "one half": 0.5}
    | {"one quarter": 0.25, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3}
    | {"three quarter": 0.75}
)
_bare_fractions = fractions | table({"half": 0.5, "quarter": 0.25})
_point = rule("en.point", say("point") >> _decimal_digits().map(lambda digits: f".{digits}"))

Ending = Callable[[int], float]
"""What a fraction makes of the whole number before it."""


def _with_digits(digits: str) -> Ending:
    # Through the written number: 3 + .1 isn't always the float nearest to 3.1.
    return lambda whole: float(f"{whole}{digits}")


def _with_part(part: float) -> Ending:
    return lambda whole: whole + part


fraction_ending = _point.map(_with_digits) | (say("and") >> fractions).map(_with_part)
"""What follows a whole number: "point five", "and a half"."""

_positive_decimal = rule(
    "en.positive_decimal",
    combine(lambda whole, ending: ending(whole), natural, optional(fraction_ending, float))
    | _point.map(float)
    | _bare_fractions,
)
decimal = rule("en.decimal", combine(mul, _sign, _positive_decimal))
"""Numbers with a fraction; whole ones as well."""

percent = _positive_decimal << say("percent", "per cent")
"""0 and up; 20.0 is twenty percent."""


def ordinals(lowest: int, highest: int) -> Grammar[int]:
    """The ordinals from `lowest` to `highest`, both included, within 1 to 99."""
    return table({spell_ordinal(value): value for value in range(lowest, highest + 1)})


_ordinal_hundreds = combine(
    lambda count, rest: count * 100 + rest,
    optional(table({"a": 1} | UNITS), 1) << say("hundred"),
    maybe("and") >> ordinals(1, 99),
) | (optional(table({"a": 1} | UNITS), 1) << say("hundredth")).map(lambda count: count * 100)
ordinal = rule(
    "en.ordinal",
    maybe("the")
    >> (_ordinal_hundreds | ordinals(1, 99) | (maybe("a", "one") >> word("thousandth", 1000))),
)
"""1st to 999th, and the thousandth."""
