"""English lengths of time: "half an hour", "an hour and a half", "five minutes thirty".

Units go from the largest to the smallest; the last one may be left out after hours and minutes
("one hour twenty"). Lengths are exact: a day is 24 hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import reduce
from operator import mul, or_

from assistant.understanding.values.en.numbers import (
    below_hundred,
    below_million,
    fraction_ending,
    fractions,
)
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

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)

UNIT_WORDS: Mapping[timedelta, tuple[str, ...]] = {
    SECOND: ("second", "seconds"),
    MINUTE: ("minute", "minutes"),
    HOUR: ("hour", "hours"),
    DAY: ("day", "days"),
    WEEK: ("week", "weeks"),
}
_SMALLER: Mapping[timedelta, tuple[timedelta, ...]] = {
    MINUTE: (SECOND,),
    HOUR: (SECOND, MINUTE),
    DAY: (SECOND, MINUTE, HOUR),
}
"""What may follow a unit; weeks are followed by bare days only, to keep the grammar small."""

_COUPLE = dict.fromkeys(("a couple of", "a couple", "couple of"), 2)
_ONE = {"a": 1, "an": 1}


Units = tuple[timedelta, timedelta]
"""A unit, and what follows it: "hours and five minutes"."""


def _scaled(count: float, units: Units) -> timedelta:
    return count * units[0] + units[1]


def _after(unit: timedelta) -> Grammar[timedelta]:
    """What may follow whole `unit`s: nothing, "twenty minutes", "and five seconds"."""
    smaller = reduce(or_, map(_whole_units, _SMALLER[unit]))
    parts = combine(_scaled, below_hundred | table(_ONE), smaller)
    if unit in (MINUTE, HOUR):
        parts = parts | below_hundred.map(lambda count: count * (unit / 60))
    return optional(rule(f"en.after_{UNIT_WORDS[unit][0]}", maybe("and") >> parts), timedelta())


def _whole_units(unit: timedelta) -> Grammar[Units]:
    return say(*UNIT_WORDS[unit]) >> _AFTER[unit].map(lambda rest: (unit, rest))


def _days_after_weeks() -> Grammar[timedelta]:
    days = (below_hundred | table(_ONE)).map(lambda count: count * DAY)
    return optional(maybe("and") >> (days << say(*UNIT_WORDS[DAY])), timedelta())


_AFTER = {SECOND: word("", timedelta()), WEEK: _days_after_weeks()}
for _unit in _SMALLER:
    _AFTER[_unit] = _after(_unit)


def _units(unit: timedelta) -> Grammar[Units]:
    """What follows the first number: its unit, and the rest ("hours and a half")."""
    part = (say("and") >> fractions).map(lambda factor: factor * unit)
    return say(*UNIT_WORDS[unit]) >> (part | _AFTER[unit]).map(lambda rest: (unit, rest))


_fortnights = say("fortnight", "fortnights").as_value((2 * WEEK, timedelta()))
_whole = combine(
    _scaled,
    rule("en.amount", below_million | table(_ONE | _COUPLE | {"zero": 0})),
    reduce(or_, map(_units, UNIT_WORDS)) | _fortnights,
)
_one_unit = table({name: unit for unit, names in UNIT_WORDS.items() for name in names})
_fractional = combine(
    lambda count, ending, unit: ending(count) * unit,
    below_hundred | word("zero", 0),
    fraction_ending,
    _one_unit,
)
_fraction_of = combine(
    mul,
    (table({"half": 0.5, "quarter": 0.25}) | fractions) << maybe("of a", "of an", "a", "an"),
    table({names[0]: unit for unit, names in UNIT_WORDS.items()}),
)
_and_a_half = combine(
    lambda unit, factor: unit * (1 + factor),
    table({"hour": HOUR, "minute": MINUTE}),
    say("and") >> fractions,
)
duration = rule("en.duration", _fractional | _whole | _fraction_of | _and_a_half)
"""A length of time as a timedelta; also "an hour and a half" and "quarter of an hour"."""

calendar_count = rule("en.calendar_count", below_hundred | table(_ONE | _COUPLE))
"""How many days, weeks, months or years: 1 to 99."""
