"""When words are meant: from clock times and days as people name them to dates and datetimes.

Language-free. The rules that people expect, in one place:

- Clock times are wall time: a time that summer time skips moves forward by the gap, one that
  comes twice is the first. Lengths of time in hours, minutes and seconds are absolute; days,
  weeks, months and years keep the wall time.
- A clock time without a day is its next occurrence, strictly after now.
- Where morning or afternoon isn't said: without a day, the next occurrence in waking hours (6:00
  to 22:59), or an earlier one if it comes within three hours; with a day, 7 to 11 are the
  morning, 12 is noon and 1 to 6 the afternoon, unless that is past today and the other is not.
- Nobody is woken at half past six in the evening: where it is about waking, 4 to 11 are the
  morning with a day and without, unless the evening comes within three hours.
- Midnight belongs to the end of the day that is named with it, and so do the small hours of a
  night: "tonight at one" and "Friday at midnight" are on the next date.
- A weekday by itself is the next one after today; "next Tuesday" is that of the following week
  (weeks begin on Monday); "this Tuesday" may be today.
- Dates without a year, and days without a month, are the next ones, today included.
- A day without a clock time begins at 9:00, the afternoon is at 15:00, the evening at 18:00,
  the night at 20:00; where that is past today, at the next full hour.
- "Tomorrow" is the next date, also shortly after midnight.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SOON = 3 * HOUR
"""A time in the small hours is believed without "at night" when it comes as soon as this."""

Day = Callable[[date], date]
"""A day as it is named, from the date of today. May raise ValueError."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Which hours are likely where morning or afternoon isn't said."""

    next: range
    """Without a day."""
    on_day: range
    """With a day."""
    weekly: range
    """With days of every week."""


USUAL = Hours(next=range(6, 23), on_day=range(7, 19), weekly=range(6, 18))
WAKING = Hours(*3 * (range(4, 16),))


class DayPart(Enum):
    """What narrows a twelve-hour clock; its value is the hour taken when no clock is named."""

    MORNING = 9
    AFTERNOON = 15
    EVENING = 18
    NIGHT = 20


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it is said."""

    hour: int
    """1 to 12 on a twelve-hour clock; else 0 to 24, where 24 is midnight."""
    minute: int = 0
    second: int = 0
    twelve: bool = True
    """Whether it was said on a twelve-hour clock."""
    part: DayPart | None = None

    def in_part(self, part: DayPart | None) -> Clock:
        """The same in a part of the day, unless it says its own."""
        return replace(self, part=part) if self.twelve and self.part is None else self


def offsets(clock: Clock) -> tuple[timedelta, ...]:
    """The times since the start of its day that a clock time can mean, earliest first."""
    past_hour = timedelta(minutes=clock.minute, seconds=clock.second)
    return tuple(hour * HOUR + past_hour for hour in _hours(clock))


def _hours(clock: Clock) -> tuple[int, ...]:
    if not clock.twelve:
        return (clock.hour,)
    hour = clock.hour % 12
    match clock.part:
        case None:
            return (hour, hour + 12)
        case DayPart.MORNING:
            return (hour,)
        case DayPart.AFTERNOON:
            return (hour + 12,)
        case DayPart.EVENING:
            return (hour + 12 if hour else 24,)
        case DayPart.NIGHT:
            return (hour + 12 if hour >= 5 else hour + 24,)


def at_wall(day: date, offset: timedelta, zone: tzinfo | None) -> datetime:
    """The moment when clocks show `offset` since the day began; skipped times move forward."""
    wall = datetime.combine(day, time()) + offset
    if zone is None:
        return wall
    # Through UTC and back: PEP 495 gives a skipped time the offset from before the gap.
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def after(now: datetime, length: timedelta) -> datetime:
    """The moment when `length` has really passed, across changes of summer time."""
    if now.tzinfo is None:
        return now + length
    return (now.astimezone(UTC) + length).astimezone(now.tzinfo)


def next_time(clock: Clock, now: datetime, hours: Hours = USUAL) -> datetime:
    """The next moment after `now` when clocks show this; see the rules above."""
    moments = _occurrences(offsets(clock), now)
    if clock.twelve and clock.part is None:
        soon = _absolute(now) + SOON
        moments = [one for one in moments if one.hour in hours.next or _absolute(one) <= soon]
    return moments[0]


def _occurrences(times: Iterable[timedelta], now: datetime) -> list[datetime]:
    """Future moments with one of the times, soonest first."""
    days = [now.date() + days * DAY for days in (-1, 0, 1, 2)]
    moments = [at_wall(day, offset, now.tzinfo) for day in days for offset in times]
    return sorted((one for one in moments if _absolute(one) > _absolute(now)), key=_absolute)


def _absolute(moment: datetime) -> datetime:
    """Comparable across summer time: aware datetimes of one zone compare by wall time."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def time_on(day: date, clock: Clock, now: datetime, hours: Hours = USUAL) -> datetime:
    """The moment when clocks show this on a day that was named."""
    # Shortly after midnight, "tonight at two" is of the night that began yesterday.
    both_nights = clock.part is DayPart.NIGHT and day == now.date()
    days = (day - DAY, day) if both_nights else (day,)
    moments = [at_wall(one, offset, now.tzinfo) for one in days for offset in offsets(clock)]
    usual = [one for one in moments if one.hour in hours.on_day] or moments
    future = [one for one in (*usual, *moments) if _absolute(one) > _absolute(now)]
    return future[0] if future and day == now.date() else usual[-1]


def start_of(day: date, part: DayPart | None, now: datetime) -> datetime:
    """When a day, or a part of it, begins for somebody who names no clock time."""
    start = at_wall(day, (part or DayPart.MORNING).value * HOUR, now.tzinfo)
    if day != now.date() or _absolute(start) > _absolute(now):
        return start
    return after(now.replace(minute=0, second=0, microsecond=0), HOUR)


def next_part(part: DayPart, now: datetime) -> datetime:
    """When such a part of a day next begins."""
    return _occurrences([part.value * HOUR], now)[0]


def same_time_on(day: date, now: datetime) -> datetime:
    """The moment with today's wall time on another day."""
    return at_wall(day, now.replace(tzinfo=None) - datetime.combine(now.date(), time()), now.tzinfo)


def on_date(year: int, month: int, day: int) -> date:
    """The date. Raises ValueError, saying so, when there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{calendar.month_name[month]} {year} has no day {day}.") from None


def next_date(month: int, day: int, today: date) -> date:
    """The next such date, today included.

    Raises ValueError when no year has it.
    """
    if day > (29 if month == 2 else calendar.monthrange(today.year, month)[1]):
        raise ValueError(f"{calendar.month_name[month]} has no day {day}.")
    years = range(today.year, today.year + 9)  # a leap year may be eight years away
    dates = (date(year, month, day) for year in years if _exists(year, month, day))
    return next(one for one in dates if one >= today)


def _exists(year: int, month: int, day: int) -> bool:
    return day <= calendar.monthrange(year, month)[1]


def next_easter(days: int, today: date) -> date:
    """The next day that is so many days after Easter Sunday, today included."""
    dates = (easter(year) + days * DAY for year in (today.year - 1, today.year, today.year + 1))
    return next(one for one in dates if one >= today)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches: the anonymous Gregorian algorithm (Meeus 1991)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    moon = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def next_day_of_month(day: int, today: date, weekday: int | None = None) -> date:
    """The next such day of a month, today included, and on that weekday (0 is Monday).

    Raises ValueError when the weekday doesn't come on that day within a year.
    """
    for month in range(13):
        first = add_months(today.replace(day=1), month)
        if _exists(first.year, first.month, day):
            found = first.replace(day=day)
            if found >= today and weekday in (None, found.weekday()):
                return found
    raise ValueError(f"No day {day} of a month is a {_weekday_name(weekday)} within a year.")


def check_weekday(found: date, weekday: int) -> date:
    """The date, if it is on that weekday (0 is Monday); else raises ValueError."""
    if found.weekday() != weekday:
        said, really = _weekday_name(weekday), _weekday_name(found.weekday())
        date_said = f"{found.day} {calendar.month_name[found.month]} {found.year}"
        raise ValueError(f"{date_said} is a {really}, not a {said}.")
    return found


def _weekday_name(weekday: int | None) -> str:
    return "" if weekday is None else calendar.day_name[weekday]


def weekday_after(weekday: int, today: date) -> date:
    """The next such weekday (0 is Monday), not today."""
    return today + (1 + (weekday - today.weekday() - 1) % 7) * DAY


def weekday_of_week(weekday: int, today: date, weeks: int) -> date:
    """The weekday (0 is Monday) of the week so many weeks from this one."""
    return today + (weekday - today.weekday() + 7 * weeks) * DAY


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    if not date.min.year <= day.year + years <= date.max.year:
        raise OverflowError(f"The year {day.year + years} is not in the calendar.")
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))
