"""Lengths of time: a number and its unit, and what may follow.

Units go from the largest to the smallest; the last one may be left out after hours and minutes
("one hour twenty"). Behind a singular something follows only after "one" or "a": "two day three
minutes" is no length, while "two minute" alone is what recognisers often write. What follows days
are hours; minutes only behind an "and", or with seconds. Lengths are exact: a day is 24 hours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import mul, or_

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

_SMALLER: Mapping[timedelta, tuple[timedelta, ...]] = {
    MINUTE: (SECOND,),
    HOUR: (SECOND, MINUTE),
    DAY: (SECOND, MINUTE, HOUR),
}
"""What may follow a unit; weeks are followed by bare days only, to keep the grammar small."""

_NOTHING = word("", timedelta())

Units = tuple[timedelta, timedelta]
"""A unit, and what follows it: "hours and five minutes"."""


@dataclass(frozen=True, slots=True)
class LengthWords:
    """How a language counts time."""

    units: Mapping[timedelta, tuple[str, ...]]
    """The names of SECOND to WEEK, the first one singular."""
    joint: tuple[str, ...]
    """May stand between units: "and"."""
    one: Mapping[str, int]
    """All words that mean one, articles too: {"a": 1, "one": 1}."""
    zero: tuple[str, ...]
    some: Mapping[str, int]
    """Other counts: {"a couple of": 2}."""
    parts: Grammar[float]
    """What of the unit may follow it: "and a half" is 0.5."""
    either: tuple[str, ...]
    """Between the counts of a length that isn't one: "to", as in "two to three minutes"."""
    others: Mapping[str, timedelta]
    """Further units, without anything behind them: {"fortnights": 2 * WEEK}."""


class Lengths:
    """The grammars of lengths of time."""

    def __init__(
        self,
        code: str,
        words: LengthWords,
        below_hundred: Grammar[int],
        below_million: Grammar[int],
        ending: Grammar[Callable[[int], float]],
    ) -> None:
        """`ending` is what a fraction makes of the number before it: "point five"."""
        self._code, self._words, self._count = code, words, below_hundred
        self._behind = {SECOND: _NOTHING, WEEK: self._days_after_weeks()}
        self._more: dict[timedelta, Grammar[timedelta]] = {}
        """What follows a unit, without nothing among it."""
        for unit in _SMALLER:
            self._behind[unit] = self._after(unit)
        zero = table(dict.fromkeys(words.zero, 0))
        some, one = table(words.some), table(words.one)
        amount = rule(f"{code}.amount", below_million | some | zero)
        rests = {unit: self._part(unit) | self._behind[unit] for unit in words.units}
        self.whole = self._counted(amount, rests)
        """A whole number of units and what follows: "an hour and a half"."""
        if words.others:
            self.whole = self.whole | combine(mul, amount | one, table(words.others))
        one_unit = table({name: unit for unit, names in words.units.items() for name in names})
        self.fractional = combine(
            lambda count, ending, unit: ending(count) * unit,
            below_hundred | zero,
            ending,
            one_unit,
        )
        """ "two point five hours"."""
        names = tuple(name for unit in words.units.values() for name in unit[1:])
        self.vague = below_hundred >> say(*words.either) >> below_hundred >> say(*names)
        """ "Two to three minutes"; understood, so as not to be taken for "twenty three"."""
        self.calendar_count = rule(f"{code}.calendar_count", below_hundred | one | some)
        """How many days, weeks, months or years: 1 to 99."""

    def _counted(
        self,
        count: Grammar[int],
        rests: Mapping[timedelta, Grammar[timedelta]],
        *,
        misspelt: bool = True,
    ) -> Grammar[timedelta]:
        """So many of a unit, and what follows it by `rests`; where `misspelt`, "two minute" too."""
        names, one = self._words.units, table(self._words.one)
        after_one = [_units(unit, names[unit][:1], rest) for unit, rest in rests.items()]
        after_any = [_units(unit, names[unit][1:], rest) for unit, rest in rests.items()]
        if misspelt:
            after_any += [_units(unit, names[unit][:1], _NOTHING) for unit in rests]
        of_one = combine(_scaled, one, reduce(or_, after_one))
        return combine(_scaled, count, reduce(or_, after_any)) | of_one

    def _part(self, unit: timedelta) -> Grammar[timedelta]:
        return self._words.parts.map(lambda factor: factor * unit)

    def _after(self, unit: timedelta) -> Grammar[timedelta]:
        """What may follow whole `unit`s: nothing, "twenty minutes", "and five seconds"."""
        smaller = {one: self._behind[one] for one in _SMALLER[unit]}
        parts = self._counted(self._count, smaller)
        bare = self._count.map(lambda count: count * (unit / 60))
        if unit == HOUR:
            parts = parts | bare
        behind = maybe(*self._words.joint) >> parts
        if unit == DAY:
            behind = say(*self._words.joint) >> parts | self._after_days()
        if unit == MINUTE:  # nobody says "four minutes and four", and much sounds like it
            behind = behind | bare
        name = f"{self._code}.after_{int(unit.total_seconds())}"
        self._more[unit] = rule(name, behind)
        return optional(self._more[unit], timedelta())

    def _after_days(self) -> Grammar[timedelta]:
        """Without an "and": hours, or minutes with seconds. Nobody says "one day three minutes",
        and "two to three minutes" sounds so."""
        hours = self._counted(self._count, {HOUR: self._behind[HOUR]})
        return hours | self._counted(self._count, {MINUTE: self._more[MINUTE]}, misspelt=False)

    def _days_after_weeks(self) -> Grammar[timedelta]:
        count = (self._count | table(self._words.one)).map(lambda count: count * DAY)
        days = count << say(*self._words.units[DAY])
        return optional(maybe(*self._words.joint) >> days, timedelta())


def _units(unit: timedelta, names: Sequence[str], rest: Grammar[timedelta]) -> Grammar[Units]:
    """What follows a number: the name of a unit, and the rest ("hours and a half")."""
    return say(*names) >> rest.map(lambda length: (unit, length))


def _scaled(count: float, units: Units) -> timedelta:
    return count * units[0] + units[1]
