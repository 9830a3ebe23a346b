"""English phone numbers: "double oh seven", "plus four four", "eight hundred", "triple five"."""

from __future__ import annotations

from operator import add

from assistant.understanding.values.en.numbers import TEENS, UNITS, between
from assistant.understanding.values.grammar import combine, optional, rule, say, table
from assistant.understanding.values.shared.phones import code_of, groups

SIGNS = {"star": "*", "asterisk": "*", "hash": "#", "pound": "#"}
_ZEROS = dict.fromkeys(("oh", "zero", "o", "nought"), "0")
_digit = rule("en.phone_digit", table(_ZEROS | {name: str(one) for name, one in UNITS.items()}))
_times = table({"double": 2, "triple": 3, "treble": 3})
_hundreds = combine(
    add,
    table({name: str(value) for name, value in (UNITS | TEENS).items()}),
    table({"hundred": "00", "thousand": "000"}),
)
_group = rule(
    "en.phone_group",
    _hundreds
    | combine(lambda times, digit: times * digit, _times, _digit)
    | between(10, 99).map(str)
    | _digit,
)
"""What is said in one breath: "five", "double five", "fifty five", "five hundred"."""


_triple = combine(lambda times, digit: times * digit, table({"triple": 3, "treble": 3}), _digit)
phone = rule(
    "en.phone",
    combine(add, optional(say("plus").as_value("+"), ""), groups(_group))
    | _hundreds
    | _triple
    | code_of(SIGNS, _group),
)
"""Digits with an optional leading plus; or a code with signs."""
