"""Values said, in whatever language: what is said in which words, and what all have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.moments import DAY
from assistant.understanding.values.shared.phones import CODE, spoken_code, spoken_digits

UNITS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))
"""What lengths of time are said in, each with its seconds."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one language for what `speaker` says."""

    yes: str
    no: str
    plus: str
    star: str
    hash_: str
    minus: str
    joint: str
    """Before the last of several: "and"."""
    spell: Callable[[int], str]
    marks: str
    """What stands between thousands, and before decimals: ",."."""
    units: Mapping[str, tuple[str, str]]
    """One and several of each of `UNITS`: {"day": ("a day", "days")}."""
    halves: Callable[[int, str, str], str]
    """A number and a half of a unit ("two", "hour" → "two and a half hours"), given the number,
    its words and the unit; empty where that isn't said."""
    nothing: str
    instant: str
    """Less than a second."""
    named_days: Mapping[int, str]
    """Days by their distance from today: {1: "tomorrow"}."""
    weekdays: Sequence[str]
    """Monday first, as written."""
    long_day: Callable[[date], str]
    """ "Friday the 4th of December"."""
    with_year: str
    """A long day with its year: "{day} {year}"."""
    clock: Callable[[time, bool, bool], str]
    """A clock time. First flag: with the word for "at". Second: whether the usual time of day is
    meant anyway, from 7:00 to 18:59."""
    tonight: str
    daily: str
    workdays: str
    """From Monday to Friday, every week."""
    every: str
    """Other days, every week: "every {days}"."""
    every_days: Sequence[str]
    """Those days, Monday first."""


def speaker(speech: Speech) -> Callable[[object, datetime | None], str]:
    """How the language says values; see `speak.spoken`."""
    return _Speaker(speech).spoken


@dataclass(frozen=True, slots=True)
class _Speaker:
    speech: Speech

    def spoken(self, value: object, now: datetime | None) -> str:
        speech = self.speech
        match value:
            case bool():
                return speech.yes if value else speech.no
            case int() | float():
                return self.number(value)
            case timedelta():
                return self.length(value)
            case datetime():
                return self.moment(value, now)
            case date():
                return self.day(value, now.date() if now else None)
            case time():
                return speech.clock(value, False, False)
            case Weekly():
                return self.weekly(value)
            case str() if re.fullmatch(r"\+?[0-9]{3,15}", value):
                return spoken_digits(value, speech.plus)
            case str() if re.fullmatch(CODE, value):
                return spoken_code(value, speech.star, speech.hash_)
            case _:
                return str(value)

    def number(self, value: float) -> str:
        """Words up to twelve, figures beyond; at most six decimals."""
        if not isfinite(value):
            return str(value)
        if value < 0:
            return f"{self.speech.minus} {self.number(-value)}"
        if value != int(value):
            return self._marked(f"{value:,.6f}".rstrip("0"))
        return self.speech.spell(int(value)) if value <= 12 else self._marked(f"{int(value):,}")

    def _marked(self, figures: str) -> str:
        return figures.translate(str.maketrans(",.", self.speech.marks))

    def length(self, length: timedelta) -> str:
        seconds = round(length.total_seconds())
        if seconds < 0:
            return f"{self.speech.minus} {self.length(-length)}"
        if seconds == 0:
            return self.speech.instant if length else self.speech.nothing
        return self._in_halves(seconds) or self._in_parts(seconds)

    def _in_halves(self, seconds: int) -> str:
        """ "an hour and a half", where hours or minutes come out as halves."""
        for unit, size in UNITS[1:3]:
            whole, rest = divmod(seconds, size)
            if rest * 2 == size and whole < 100 and (whole or unit == "hour"):
                return self.speech.halves(whole, self.number(whole), unit)
        return ""

    def _in_parts(self, seconds: int) -> str:
        """ "two days, an hour and 20 minutes"."""
        parts: list[str] = []
        for unit, size in UNITS:
            count, seconds = divmod(seconds, size)
            one, several = self.speech.units[unit]
            if count:
                parts.append(one if count == 1 else f"{self.number(count)} {several}")
        return listed(parts, self.speech.joint)

    def day(self, day: date, today: date | None) -> str:
        speech = self.speech
        said = speech.long_day(day)
        if today is None:
            return speech.with_year.format(day=said, year=day.year)
        away = (day - today).days
        if away in speech.named_days:
            return speech.named_days[away]
        if 1 < away < 7:
            return speech.weekdays[day.weekday()]
        if moments.next_date(day.month, day.day, today) == day:
            return said
        return speech.with_year.format(day=said, year=day.year)

    def moment(self, moment: datetime, now: datetime | None) -> str:
        if now and now.tzinfo and moment.tzinfo:
            moment = moment.astimezone(now.tzinfo)
        today = now.date() if now else None
        midnight = is_midnight(moment.time())
        # Midnight belongs to the day that it ends: that is how people name it.
        day = moment.date() - DAY if midnight else moment.date()
        tonight = day == today and (midnight or moment.hour >= 18)
        said = self.speech.tonight if tonight else self.day(day, today)
        usual = today is not None and day != today
        return f"{said} {self.speech.clock(moment.time(), True, usual)}"

    def weekly(self, weekly: Weekly) -> str:
        """ "every weekday at 7 am", "every Monday and Thursday at noon"."""
        # As with moments, midnight belongs to the day that it ends.
        named = sorted((day - is_midnight(weekly.at)) % 7 for day in weekly.days)
        return f"{self._every(named)} {self.speech.clock(weekly.at, True, True)}"

    def _every(self, days: Sequence[int]) -> str:
        """Weekdays in order, 0 is Monday."""
        speech = self.speech
        groups = {tuple(range(7)): speech.daily, tuple(range(5)): speech.workdays}
        named = listed([speech.every_days[day] for day in days], speech.joint)
        return groups.get(tuple(days)) or speech.every.format(days=named)


def listed(items: Sequence[str], joint: str) -> str:
    """ "a, b and c"."""
    *front, last = items
    return f"{', '.join(front)} {joint} {last}" if front else last


def is_midnight(value: time) -> bool:
    return value.replace(microsecond=0, tzinfo=None, fold=0) == time(0)
