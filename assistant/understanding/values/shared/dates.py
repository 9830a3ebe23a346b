"""Dates, made of a language's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
)
from assistant.understanding.values.moments import Day
from assistant.understanding.values.shared import days
from assistant.understanding.values.shared.numbers import Numbers

Naming = Callable[[int], Day]
"""Which day a weekday is: the next one, that of next week."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language names days."""

    weekdays: Sequence[str]
    """Monday first, in lower case."""
    other_weekdays: Mapping[str, int]
    months: Sequence[str]
    other_months: Mapping[str, int]
    day_numbers: Mapping[str, int]
    """Days of the month, in all forms."""
    articles: tuple[str, ...]
    """May stand before a day, and must before a day of the month by itself."""
    of: tuple[str, ...]
    """May stand before month and year."""
    of_month: tuple[str, ...]
    """May stand behind a day of the month by itself."""
    centuries: Mapping[str, int]
    """What years begin with: {"two thousand": 2000}."""
    before_weekday: Mapping[str, Naming]
    behind_weekday: Mapping[str, Naming]
    named: Mapping[str, Day]
    """Days with names of their own: "tomorrow", "next week", "christmas"."""
    steps: Mapping[str, days.Step]
    """What is counted from today: {"weeks": days.add_weeks}."""
    before_count: Mapping[str, int]
    """Before so many steps, 1 for later and -1 for ago: {"in": 1}."""
    behind_count: Mapping[str, int]
    """Behind so many steps: {"ago": -1}."""
    in_a_week: tuple[str, ...]
    """Behind a weekday or "tomorrow": a week later than that."""


class Dates:
    """The date grammars of a language."""

    def __init__(
        self, code: str, words: DateWords, numbers: Numbers, calendar_count: Grammar[int]
    ) -> None:
        names = {name: place for place, name in enumerate(words.weekdays)}
        names.update(words.other_weekdays)
        weekday = rule(f"{code}.weekday", table(names))
        self.days_from_now = rule(f"{code}.days_from_now", _counted(code, words, calendar_count))
        """Whole days, weeks, months or years from today, or ago."""
        named = rule(f"{code}.named_day", table(words.named))
        chosen = named | _weekday_chosen(words, weekday)
        by_itself = weekday.map(days.weekday_after)
        later = ((chosen | by_itself) << say(*words.in_a_week)).map(
            lambda day: days.weeks_later(1, day)
        )
        self.one_day = rule(
            f"{code}.one_day",
            _full(code, words, numbers, weekday) | later | chosen | self.days_from_now,
        )
        """A day as it is named, without a preposition, and no weekday by itself."""
        self.day = rule(f"{code}.day", self.one_day | by_itself)
        """The same, or the next such weekday."""


def _full(code: str, words: DateWords, numbers: Numbers, weekday: Grammar[int]) -> Grammar[Day]:
    """A day of a month, with month and year or without, and with the weekday or without."""
    months = {name: place for place, name in enumerate(words.months, 1)}
    months.update(words.other_months)
    number = rule(f"{code}.day_number", table(words.day_numbers))
    of = maybe(*words.of)
    year = rule(
        f"{code}.year",
        combine(add, table(words.centuries), optional(numbers.between(1, 99), 0)),
    )
    month_day = combine(
        lambda day, month, year: days.in_year(month, day, year),
        maybe(*words.articles) >> number << of,
        rule(f"{code}.month", table(months)),
        optional(of >> year, None),
    )
    nth = say(*words.articles) >> number << maybe(*words.of_month)
    said = optional(weekday, None)
    return combine(days.checked, said, month_day) | combine(days.nth, said, nth)


def _weekday_chosen(words: DateWords, weekday: Grammar[int]) -> Grammar[Day]:
    """A weekday, with what says which one."""
    before = combine(lambda name, day: name(day), table(words.before_weekday), weekday)
    if not words.behind_weekday:
        return before
    return before | combine(lambda day, name: name(day), weekday, table(words.behind_weekday))


def _counted(code: str, words: DateWords, calendar_count: Grammar[int]) -> Grammar[Day]:
    counted = rule(
        f"{code}.counted_days",
        combine(lambda count, step: (count, step), calendar_count, table(words.steps)),
    )
    before = combine(
        lambda sign, found: days.later(sign * found[0], found[1]),
        table(words.before_count),
        counted,
    )
    if not words.behind_count:
        return before
    return before | combine(
        lambda found, sign: days.later(sign * found[0], found[1]),
        counted,
        table(words.behind_count),
    )
