"""Days as they are named, each a function of today's date. The rules are those of `moments`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.understanding.values import moments
from assistant.understanding.values.moments import DAY, Day

Step = Callable[[date, int], date]
"""So many days, weeks, months or years on from a date."""


def in_year(month: int, day: int, year: int | None = None) -> Day:
    """The date; without a year the next one."""
    if year is None:
        return lambda today: moments.next_date(month, day, today)
    return lambda _: moments.on_date(year, month, day)


def of_some_month(day: int, months: int) -> Day:
    """A day of this month (0) or the next (1)."""

    def found(today: date) -> date:
        first = moments.add_months(today.replace(day=1), months)
        return moments.on_date(first.year, first.month, day)

    return found


def nth(weekday: int | None, day: int) -> Day:
    """The next such day of a month, on that weekday where one is said."""
    return lambda today: moments.next_day_of_month(day, today, weekday)


def checked(weekday: int | None, day: Day) -> Day:
    """The day, if it is on the weekday that was said with it."""
    if weekday is None:
        return day
    return lambda today: moments.check_weekday(day(today), weekday)


def weekday_after(weekday: int) -> Day:
    """The next such weekday, not today."""
    return lambda today: moments.weekday_after(weekday, today)


def weekday_from_today(weekday: int) -> Day:
    """The next such weekday, which may be today."""
    return lambda today: moments.weekday_after(weekday, today - DAY)


def weekday_before(weekday: int) -> Day:
    """The last such weekday before today."""
    return lambda today: moments.weekday_after(weekday, today - 8 * DAY)


def weekday_next_week(weekday: int) -> Day:
    """The weekday of the week after this one."""
    return lambda today: moments.weekday_of_week(weekday, today, 1)


def days_away(days: int) -> Day:
    """The day so many days from today."""
    return lambda today: today + days * DAY


def weekend(today: date) -> date:
    """This week's Saturday, or today when the weekend has begun."""
    return max(today, moments.weekday_of_week(5, today, 0))


def weeks_later(weeks: int, day: Day) -> Day:
    """So many weeks behind a day."""
    return lambda today: day(today) + 7 * weeks * DAY


def later(count: int, step: Step) -> Day:
    """So many steps from today."""
    return lambda today: step(today, count)


def from_easter(days: int) -> Day:
    """The next day that is so many days after Easter Sunday."""
    return lambda today: moments.next_easter(days, today)


def add_days(day: date, count: int) -> date:
    return day + count * DAY


def add_weeks(day: date, count: int) -> date:
    return day + 7 * count * DAY


def add_fortnights(day: date, count: int) -> date:
    return day + 14 * count * DAY


def add_years(day: date, count: int) -> date:
    return moments.add_months(day, 12 * count)
