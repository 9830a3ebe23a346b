"""Lengths of time: a number and its unit, and what may follow.

Units go from the largest to the smallest; the last one may be left out after hours and minutes
("one hour twenty"). Lengths are exact: a day is 24 hours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_

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
    """Articles that mean one: {"a": 1}."""
    zero: tuple[str, ...]
    some: Mapping[str, int]
    """Other counts: {"a couple of": 2}."""
    parts: Grammar[float]
    """What of the unit may follow it: "and a half" is 0.5."""
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
        self._behind = {SECOND: word("", timedelta()), WEEK: self._days_after_weeks()}
        for unit in _SMALLER:
            self._behind[unit] = self._after(unit)
        amounts = table({**words.one, **words.some})
        zero = table(dict.fromkeys(words.zero, 0))
        self.whole = combine(
            _scaled, rule(f"{code}.amount", below_million | amounts | zero), self._all_units()
        )
        """A whole number of units and what follows: "an hour and a half"."""
        one_unit = table({name: unit for unit, names in words.units.items() for name in names})
        self.fractional = combine(
            lambda count, ending, unit: ending(count) * unit,
            below_hundred | zero,
            ending,
            one_unit,
        )
        """ "two point five hours"."""
        self.calendar_count = rule(f"{code}.calendar_count", below_hundred | amounts)
        """How many days, weeks, months or years: 1 to 99."""

    def _all_units(self) -> Grammar[Units]:
        units = reduce(or_, map(self._units, self._words.units))
        others = self._words.others
        if not others:
            return units
        return units | table({name: (unit, timedelta()) for name, unit in others.items()})

    def _units(self, unit: timedelta) -> Grammar[Units]:
        """What follows the first number: its unit, and the rest ("hours and a half")."""
        part = self._words.parts.map(lambda factor: factor * unit)
        names = say(*self._words.units[unit])
        return names >> (part | self._behind[unit]).map(lambda rest: (unit, rest))

    def _after(self, unit: timedelta) -> Grammar[timedelta]:
        """What may follow whole `unit`s: nothing, "twenty minutes", "and five seconds"."""
        smaller = reduce(or_, map(self._whole_units, _SMALLER[unit]))
        parts = combine(_scaled, self._count | table(self._words.one), smaller)
        bare = self._count.map(lambda count: count * (unit / 60))
        if unit == HOUR:
            parts = parts | bare
        behind = maybe(*self._words.joint) >> parts
        if unit == MINUTE:  # nobody says "four minutes and four", and much sounds like it
            behind = behind | bare
        name = f"{self._code}.after_{int(unit.total_seconds())}"
        return optional(rule(name, behind), timedelta())

    def _whole_units(self, unit: timedelta) -> Grammar[Units]:
        return say(*self._words.units[unit]) >> self._behind[unit].map(lambda rest: (unit, rest))

    def _days_after_weeks(self) -> Grammar[timedelta]:
        count = (self._count | table(self._words.one)).map(lambda count: count * DAY)
        days = count << say(*self._words.units[DAY])
        return optional(maybe(*self._words.joint) >> days, timedelta())


def _scaled(count: float, units: Units) -> timedelta:
    return count * units[0] + units[1]
