"""The way back from a value to words: short, and good to read as well as to hear."""

from __future__ import annotations

from datetime import datetime

from assistant.tongue import tongue
from assistant.understanding.values.languages import pack


def spoken(value: object, language: str = "", *, now: datetime | None = None) -> str:
    """The value as a person would put it: "an hour and a half", "tomorrow at 3:30 pm".

    Knows numbers, booleans, timedelta, datetime, date, time and telephone numbers (a str of
    digits with an optional leading plus); any other value is said as `str(value)`. With `now`,
    dates are named from there ("tomorrow", "Friday"); without, by day, month and year.
    Without a language it is that of the conversation.
    The value types read what it says: `parse(spoken(value, now=now), now) == value`, in whole
    seconds and for numbers below a billion.
    Raises UsageError for an unknown language.
    """
    return pack(language or tongue().language).spoken(value, now)
