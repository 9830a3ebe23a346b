"""English values, said: "an hour and a half", "tomorrow at 3:30 pm", "Friday the 4th of May"."""

from __future__ import annotations

from datetime import date, time

from assistant.understanding.values.en.dates import MONTHS, WEEKDAYS
from assistant.understanding.values.en.numbers import spell
from assistant.understanding.values.shared.speaking import Speech, speaker

_NAMED_TIMES = {time(0): "midnight", time(12): "noon"}
_WEEKDAYS = [name.capitalize() for name in WEEKDAYS]


def _halves(count: int, said: str, unit: str) -> str:
    if count > 1:
        return f"{said} and a half {unit}s"
    article = "an" if unit == "hour" else "a"
    return f"{article} {unit} and a half" if count else f"half {article} {unit}"


def _clock(value: time, at: bool, _: bool) -> str:
    """ "3 pm", "3:05 pm", "at noon"."""
    return f"at {_said(value)}" if at else _said(value)


def _said(value: time) -> str:
    whole = value.replace(microsecond=0, tzinfo=None, fold=0)
    if whole in _NAMED_TIMES:
        return _NAMED_TIMES[whole]
    half = "am" if whole.hour < 12 else "pm"
    minutes = f":{whole.minute:02}" if whole.minute or whole.second else ""
    seconds = f":{whole.second:02}" if whole.second else ""
    return f"{whole.hour % 12 or 12}{minutes}{seconds} {half}"


def _long_day(day: date) -> str:
    """ "Friday the 4th of December"."""
    ending = (
        "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    )
    month = MONTHS[day.month - 1].capitalize()
    return f"{_WEEKDAYS[day.weekday()]} the {day.day}{ending} of {month}"


spoken = speaker(
    Speech(
        yes="yes",
        no="no",
        plus="plus",
        star="star",
        hash_="hash",
        minus="minus",
        joint="and",
        spell=spell,
        marks=",.",
        units={
            "day": ("a day", "days"),
            "hour": ("an hour", "hours"),
            "minute": ("a minute", "minutes"),
            "second": ("a second", "seconds"),
        },
        halves=_halves,
        nothing="zero seconds",
        instant="less than a second",
        named_days={-1: "yesterday", 0: "today", 1: "tomorrow"},
        weekdays=_WEEKDAYS,
        long_day=_long_day,
        with_year="{day} {year}",
        clock=_clock,
        tonight="tonight",
        daily="every day",
        workdays="every weekday",
        every="every {days}",
        every_days=_WEEKDAYS,
    )
)
"""The value as a person would put it; see `speak.spoken`."""
