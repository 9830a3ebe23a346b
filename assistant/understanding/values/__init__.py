"""Numbers, lengths of time, dates, telephone numbers: how they are said and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.understanding.values.kinds import NotAValueError, ValueType
from assistant.understanding.values.languages import pack


def value_types(language: str = "en") -> Mapping[str, ValueType]:
    """The kinds of values that a slot can have, by name.

    number (int), decimal (float), ordinal (int), percent (float: 20.0 for 20 %), duration
    (timedelta), time, date, datetime, weekly (Weekly), phone (str of digits, perhaps with a leading
    plus) and yes_no (bool). Raises UsageError for an unknown language.
    """
    return pack(language).value_types


__all__ = ["NotAValueError", "ValueType", "value_types"]
