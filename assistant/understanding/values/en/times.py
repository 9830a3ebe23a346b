"""English times of day: "half past three", "quarter to nine", "nineteen forty five", "noon"."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.values.en.numbers import UNITS, between
from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
)
from assistant.understanding.values.moments import Clock, DayPart

_hour = rule("en.hour", between(1, 12))
_oh = say("oh", "o", "zero")
_oh_unit = rule("en.oh_unit", _oh >> table(UNITS))
_minute = rule("en.minute", between(10, 59) | _oh_unit)
"""Said after the hour: "thirty", "oh five"."""

_o_clock = maybe("o'clock", "o clock")
_seconds = optional(
    say("and") >> (between(1, 59) << say("second", "seconds")),
    0,
)


def _named_hours() -> Grammar[Clock]:
    noon, midnight = Clock(12, twelve=False), Clock(24, twelve=False)
    names = {"noon": noon, "midday": noon, "mid day": noon, "midnight": midnight}
    longer = {"twelve noon": noon, "twelve midnight": midnight}
    return table(longer | names)


_named = rule("en.named_hour", _named_hours())
_any_hour = _hour.map(Clock) | _named

_to_or_past = table({"past": 1, "after": 1, "to": -1, "till": -1, "til": -1, "before": -1})
_minutes_away = (between(1, 29) << maybe("minutes", "minute")) | table(
    {"quarter": 15, "a quarter": 15}
)


def _shifted(minutes: int, direction: int, clock: Clock) -> Clock:
    """So many minutes past (1) or to (-1) an hour."""
    if direction > 0:
        return replace(clock, minute=minutes)
    hour = 12 if clock.twelve and clock.hour == 1 else clock.hour - 1
    return replace(clock, hour=hour, minute=60 - minutes)


_beside_hour = combine(_shifted, _minutes_away, _to_or_past, _any_hour)
_half_past = say("half past", "half") >> _any_hour.map(lambda clock: replace(clock, minute=30))
_hour_and_minute = combine(Clock, _hour, _minute, _seconds)
_full_hour = combine(lambda hour, second: Clock(hour, 0, second), _hour << _o_clock, _seconds)
_twelve_hour = _hour_and_minute | _full_hour | _beside_hour | _half_past

day_part = rule(
    "en.day_part",
    table(
        {"a m": DayPart.MORNING, "am": DayPart.MORNING, "in the morning": DayPart.MORNING}
        | {"p m": DayPart.AFTERNOON, "pm": DayPart.AFTERNOON}
        | {"in the afternoon": DayPart.AFTERNOON, "in the evening": DayPart.EVENING}
        | {"at night": DayPart.NIGHT}
    ),
)
"""What follows a time on a twelve-hour clock."""

_hundred = (say("hundred") << maybe("hours")).as_value(0)
_hours_only = say("o'clock", "o clock", "hours").as_value(0)
_zero_hour = table(dict.fromkeys(("zero", "oh oh", "zero zero", "double oh", "double zero"), 0))


def _exact(hour: int, minute: int, second: int = 0) -> Clock:
    return Clock(hour, minute, second, twelve=False)


def _oh_hour(hour: int, minute: int, second: int, part: DayPart | None) -> Clock:
    """ "oh seven thirty" is the morning, unless a part of the day is said."""
    return Clock(hour, minute, second, part=part or DayPart.MORNING)


_military = (
    combine(_exact, between(13, 23), _minute | _hundred | _hours_only, _seconds)
    | combine(_exact, between(10, 12), _hundred)
    | combine(_exact, _zero_hour, _minute | _hundred, _seconds) << maybe("a m", "am")
    | combine(_oh_hour, _oh_unit, _minute | _hundred, _seconds, optional(day_part, None))
)
clock = rule(
    "en.clock",
    _military | combine(Clock.in_part, _twelve_hour, optional(day_part, None)) | _named,
)
"""A time of day as it is said, without a preposition."""
