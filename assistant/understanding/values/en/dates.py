"""English dates: "tomorrow", "next Tuesday", "the third of May twenty twenty six"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import add

from assistant.understanding.values import moments
from assistant.understanding.values.en.durations import calendar_count
from assistant.understanding.values.en.numbers import UNITS, between, ordinals
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
from assistant.understanding.values.moments import DAY, Day

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_weekday = rule("en.weekday", table({name: place for place, name in enumerate(WEEKDAYS)}))
_month = rule("en.month", table({name: place for place, name in enumerate(MONTHS, 1)}))
_ordinal_day = rule("en.ordinal_day", ordinals(1, 31))
_number_day = rule("en.number_day", between(1, 31))
_two_digits = between(10, 99) | (say("oh", "o") >> table(UNITS))
_year = rule(
    "en.year",
    combine(add, table({"twenty": 2000, "nineteen": 1900}), _two_digits)
    | combine(add, word("two thousand", 2000), optional(maybe("and") >> between(1, 99), 0)),
)
"""1910 to 2099."""


def _in_year(month: int, day: int, year: int | None) -> Day:
    if year is None:
        return lambda today: moments.next_date(month, day, today)
    return lambda _: moments.on_date(year, month, day)


_month_day = rule(
    "en.month_day",
    combine(
        lambda day, month, year: _in_year(month, day, year),
        ((maybe("the") >> _ordinal_day) << maybe("of")) | _number_day,
        _month,
        optional(_year, None),
    )
    | combine(
        _in_year, _month, (maybe("the") >> _ordinal_day) | _number_day, optional(_year, None)
    ),
)


def _day_of_some_month(day: int, months: int) -> Day:
    """A day of this month (0) or the next (1)."""

    def found(today: date) -> date:
        first = moments.add_months(today.replace(day=1), months)
        return moments.on_date(first.year, first.month, day)

    return found


_month_away = table({"of this month": 0, "of next month": 1})
_nth = maybe("the") >> _ordinal_day


def _weekday_checked(weekday: int | None, day: Day) -> Day:
    if weekday is None:
        return day
    return lambda today: moments.check_weekday(day(today), weekday)


def _nth_day(weekday: int | None, day: int) -> Day:
    return lambda today: moments.next_day_of_month(day, today, weekday)


_maybe_weekday = optional(_weekday, None)
_full_date = (
    combine(_weekday_checked, _maybe_weekday, _month_day)
    | combine(_nth_day, _maybe_weekday, _nth << maybe("of the month"))
    | combine(_day_of_some_month, _nth, _month_away)
)


def _weekday_after(weekday: int) -> Day:
    return lambda today: moments.weekday_after(weekday, today)


def _weekday_from_today(weekday: int) -> Day:
    return lambda today: moments.weekday_after(weekday, today - DAY)


def _weekday_before(weekday: int) -> Day:
    return lambda today: moments.weekday_after(weekday, today - 8 * DAY)


def _weekday_next_week(weekday: int) -> Day:
    return lambda today: moments.weekday_of_week(weekday, today, 1)


_weekday_name = (
    (say("next") >> _weekday).map(_weekday_next_week)
    | (say("this", "this coming", "the coming") >> _weekday).map(_weekday_from_today)
    | (say("last") >> _weekday).map(_weekday_before)
    | _weekday.map(_weekday_after)
)


def days_away(days: int) -> Day:
    """The day so many days from today."""
    return lambda today: today + days * DAY


_relative = table(
    {"today": days_away(0), "tomorrow": days_away(1), "yesterday": days_away(-1)}
    | dict.fromkeys(("the day after tomorrow", "day after tomorrow"), days_away(2))
    | dict.fromkeys(("the day before yesterday", "day before yesterday"), days_away(-2))
)


def _this_weekend(today: date) -> date:
    """Its Saturday, or today when it has begun."""
    return max(today, moments.weekday_of_week(5, today, 0))


_spans: Grammar[Day] = table(
    {"this weekend": _this_weekend, "the weekend": _this_weekend}
    | {"next weekend": _weekday_next_week(5), "next week": _weekday_next_week(0)}
    | {"next month": _day_of_some_month(1, 1)}
)


def _later(count: int, step: Callable[[date, int], date]) -> Day:
    return lambda today: step(today, count)


def _add_days(day: date, count: int) -> date:
    return day + count * DAY


def _add_weeks(day: date, count: int) -> date:
    return day + 7 * count * DAY


def _add_fortnights(day: date, count: int) -> date:
    return day + 14 * count * DAY


def _add_years(day: date, count: int) -> date:
    return moments.add_months(day, 12 * count)


_step = table(
    dict.fromkeys(("day", "days"), _add_days)
    | dict.fromkeys(("week", "weeks"), _add_weeks)
    | dict.fromkeys(("fortnight", "fortnights"), _add_fortnights)
    | dict.fromkeys(("month", "months"), moments.add_months)
    | dict.fromkeys(("year", "years"), _add_years)
)
_counted = rule(
    "en.counted_days", combine(lambda count, step: (count, step), calendar_count, _step)
)
days_from_now = rule(
    "en.days_from_now",
    (say("in") >> _counted).map(lambda found: _later(*found))
    | combine(
        lambda found, direction: _later(direction * found[0], found[1]),
        _counted,
        table({"from now": 1, "from today": 1, "ago": -1}),
    ),
)
"""Whole days, weeks, months or years from today, or ago."""


def _weeks_later(weeks: int, day: Day) -> Day:
    return lambda today: day(today) + 7 * weeks * DAY


_weeks = (calendar_count << say("week", "weeks")) | word("a fortnight", 2)
_from_day = combine(
    _weeks_later,
    _weeks << maybe("from", "on"),
    _relative | (maybe("next") >> _weekday).map(_weekday_after),
) | ((_relative | _weekday.map(_weekday_after)) << say("week")).map(
    lambda day: _weeks_later(1, day)
)
_FEASTS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24)} | {
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": (1, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}


def _from_easter(days: int) -> Day:
    return lambda today: moments.next_easter(days, today)


_feasts = table(
    {name: _in_year(month, day, None) for name, (month, day) in _FEASTS.items()}
    | {name: _from_easter(days) for name, days in _EASTER.items()}
)

day = rule(
    "en.day",
    _full_date | _from_day | _relative | _weekday_name | days_from_now | _spans | _feasts,
)
"""A day as it is named, without a preposition."""
