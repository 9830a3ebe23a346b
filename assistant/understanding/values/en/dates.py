"""English dates: "tomorrow", "next Tuesday", "the third of May twenty twenty six"."""

from __future__ import annotations

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
from assistant.understanding.values.moments import Day
from assistant.understanding.values.shared import days

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


_month_day = rule(
    "en.month_day",
    combine(
        lambda day, month, year: days.in_year(month, day, year),
        ((maybe("the") >> _ordinal_day) << maybe("of")) | _number_day,
        _month,
        optional(_year, None),
    )
    | combine(
        days.in_year, _month, (maybe("the") >> _ordinal_day) | _number_day, optional(_year, None)
    ),
)


_month_away = table({"of this month": 0, "of next month": 1})
_nth = maybe("the") >> _ordinal_day


_maybe_weekday = optional(_weekday, None)
_full_date = (
    combine(days.checked, _maybe_weekday, _month_day)
    | combine(days.nth, _maybe_weekday, _nth << maybe("of the month"))
    | combine(days.of_some_month, _nth, _month_away)
)


_weekday_name = (
    (say("next") >> _weekday).map(days.weekday_next_week)
    | (say("this", "this coming", "the coming") >> _weekday).map(days.weekday_from_today)
    | (say("last") >> _weekday).map(days.weekday_before)
    | _weekday.map(days.weekday_after)
)


_relative = table(
    {"today": days.days_away(0), "tomorrow": days.days_away(1), "yesterday": days.days_away(-1)}
    | dict.fromkeys(("the day after tomorrow", "day after tomorrow"), days.days_away(2))
    | dict.fromkeys(("the day before yesterday", "day before yesterday"), days.days_away(-2))
)


_spans: Grammar[Day] = table(
    {"this weekend": days.weekend, "the weekend": days.weekend}
    | {"next weekend": days.weekday_next_week(5), "next week": days.weekday_next_week(0)}
    | {"next month": days.of_some_month(1, 1)}
)


_step = table(
    dict.fromkeys(("day", "days"), days.add_days)
    | dict.fromkeys(("week", "weeks"), days.add_weeks)
    | dict.fromkeys(("fortnight", "fortnights"), days.add_fortnights)
    | dict.fromkeys(("month", "months"), moments.add_months)
    | dict.fromkeys(("year", "years"), days.add_years)
)
_counted = rule(
    "en.counted_days", combine(lambda count, step: (count, step), calendar_count, _step)
)
days_from_now = rule(
    "en.days_from_now",
    (say("in") >> _counted).map(lambda found: days.later(*found))
    | combine(
        lambda found, direction: days.later(direction * found[0], found[1]),
        _counted,
        table({"from now": 1, "from today": 1, "ago": -1}),
    ),
)
"""Whole days, weeks, months or years from today, or ago."""


_weeks = (calendar_count << say("week", "weeks")) | word("a fortnight", 2)
_from_day = combine(
    days.weeks_later,
    _weeks << maybe("from", "on"),
    _relative | (maybe("next") >> _weekday).map(days.weekday_after),
) | ((_relative | _weekday.map(days.weekday_after)) << say("week")).map(
    lambda day: days.weeks_later(1, day)
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


_feasts = table(
    {name: days.in_year(month, day, None) for name, (month, day) in _FEASTS.items()}
    | {name: days.from_easter(after) for name, after in _EASTER.items()}
)

day = rule(
    "en.day",
    _full_date | _from_day | _relative | _weekday_name | days_from_now | _spans | _feasts,
)
"""A day as it is named, without a preposition."""
