"""English values, said: "an hour and a half", "tomorrow at 3:30 pm", "Friday the 4th of May"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from math import isfinite

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.en.dates import MONTHS, WEEKDAYS
from assistant.understanding.values.en.numbers import spell
from assistant.understanding.values.moments import DAY

_UNITS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))
_NAMED_TIMES = {time(0): "midnight", time(12): "noon"}


def spoken(value: object, now: datetime | None) -> str:
    """The value as a person would put it; see `speak.spoken`."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value)
        case timedelta():
            return _length(value)
        case datetime():
            return _moment(value, now)
        case date():
            return _day(value, now.date() if now else None)
        case time():
            return _clock(value)
        case Weekly():
            return _weekly(value)
        case str() if re.fullmatch(r"\+?[0-9]{3,15}", value):
            return _phone(value)
        case _:
            return str(value)


def _number(value: float) -> str:
    """Words up to twelve, figures beyond; at most six decimals."""
    if not isfinite(value):
        return str(value)
    if value < 0:
        return f"minus {_number(-value)}"
    if value != int(value):
        return f"{value:,.6f}".rstrip("0")
    return spell(int(value)) if value <= 12 else f"{int(value):,}"


def _length(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    if seconds < 0:
        return f"minus {_length(-length)}"
    if seconds == 0:
        return "zero seconds" if not length else "less than a second"
    return _in_halves(seconds) or _in_parts(seconds)


def _in_halves(seconds: int) -> str:
    """ "an hour and a half", where hours or minutes come out as halves."""
    for unit, size in _UNITS[1:3]:
        whole, rest = divmod(seconds, size)
        if rest * 2 == size and whole < 100 and (whole or unit == "hour"):
            article = "an" if unit == "hour" else "a"
            if whole < 2:
                return f"{article} {unit} and a half" if whole else f"half {article} {unit}"
            return f"{_number(whole)} and a half {unit}s"
    return ""


def _in_parts(seconds: int) -> str:
    """ "two days, an hour and 20 minutes"."""
    parts: list[str] = []
    for unit, size in _UNITS:
        count, seconds = divmod(seconds, size)
        if count == 1:
            parts.append("an hour" if unit == "hour" else f"a {unit}")
        elif count:
            parts.append(f"{_number(count)} {unit}s")
    *front, last = parts
    return f"{', '.join(front)} and {last}" if front else last


def _clock(value: time) -> str:
    """ "3 pm", "3:05 pm", "noon"."""
    whole = value.replace(microsecond=0, tzinfo=None, fold=0)
    if whole in _NAMED_TIMES:
        return _NAMED_TIMES[whole]
    half = "am" if whole.hour < 12 else "pm"
    minutes = f":{whole.minute:02}" if whole.minute or whole.second else ""
    seconds = f":{whole.second:02}" if whole.second else ""
    return f"{whole.hour % 12 or 12}{minutes}{seconds} {half}"


def _weekly(weekly: Weekly) -> str:
    """ "every weekday at 7 am", "every Monday and Thursday at noon"."""
    clock = _clock(weekly.at)
    # As with moments, midnight belongs to the day that it ends.
    named = sorted((day - (clock == "midnight")) % 7 for day in weekly.days)
    groups = {tuple(range(7)): "day", tuple(range(5)): "weekday"}
    *front, last = [WEEKDAYS[day].capitalize() for day in named]
    listed = f"{', '.join(front)} and {last}" if front else last
    return f"every {groups.get(tuple(named), listed)} at {clock}"


def _day(day: date, today: date | None) -> str:
    if today is None:
        return f"{_long_day(day)} {day.year}"
    names = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    away = (day - today).days
    if away in names:
        return names[away]
    if 1 < away < 7:
        return WEEKDAYS[day.weekday()].capitalize()
    year = "" if moments.next_date(day.month, day.day, today) == day else f" {day.year}"
    return _long_day(day) + year


def _long_day(day: date) -> str:
    """ "Friday the 4th of December"."""
    ending = (
        "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    )
    weekday = WEEKDAYS[day.weekday()].capitalize()
    return f"{weekday} the {day.day}{ending} of {MONTHS[day.month - 1].capitalize()}"


def _moment(moment: datetime, now: datetime | None) -> str:
    if now and now.tzinfo and moment.tzinfo:
        moment = moment.astimezone(now.tzinfo)
    today = now.date() if now else None
    clock = _clock(moment.time())
    # Midnight belongs to the day that it ends: that is how people name it.
    day = moment.date() - DAY if clock == "midnight" else moment.date()
    tonight = day == today and (clock == "midnight" or moment.hour >= 18)
    return f"{'tonight' if tonight else _day(day, today)} at {clock}"


def _phone(number: str) -> str:
    """Digit by digit in groups of three and four: "plus 4 4 2, 0 7 9 4"."""
    digits = number.lstrip("+")
    count = max(1, round(len(digits) / 3.5))
    edges = [len(digits) * place // count for place in range(count + 1)]
    groups = (digits[start:end] for start, end in pairwise(edges))
    said = ", ".join(" ".join(group) for group in groups)
    return f"plus {said}" if number.startswith("+") else said
