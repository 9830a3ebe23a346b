"""What happens every week: days and a time of day.

Without a part of the day, 6 to 11 are the morning, 12 is noon, and 1 to 5 the afternoon; where it
is about waking, 4 and 5 are the morning too. As everywhere, midnight and the small hours of a night
belong to the day that is named.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.grammar import Grammar, combine, maybe, optional, rule
from assistant.understanding.values.moments import Clock, DayPart, Hours

Days = frozenset[int]
When = tuple[Days, DayPart | None]
Repeated = Callable[[Hours], Weekly]
"""What is meant, once it is known which hours are likely."""

ALL: Days = frozenset(range(7))
WORKING: Days = frozenset(range(5))
WEEKEND: Days = ALL - WORKING


def listed(
    name: str, item: Grammar[Days], joint: tuple[str, ...], again: tuple[str, ...] = ()
) -> Grammar[Days]:
    """Up to three, the last behind the `joint`: "Monday Wednesday and Friday"; each may have a
    word of its own `again`: "every Monday and every Friday".
    """
    last = maybe(*joint) >> (maybe(*again) >> item if again else item)
    more = rule(name, combine(frozenset.union, last, optional(last, frozenset())))
    return combine(frozenset.union, item, optional(more, frozenset()))


def when(days: Days, part: DayPart | None) -> When:
    return days, part


def weekly(
    code: str, at: tuple[str, ...], repeated: Grammar[When], clock: Grammar[Clock]
) -> Grammar[Repeated]:
    """Certain weekdays with a time of day, or a part of it, or neither: they begin as
    `moments.start_of` has it.
    """
    at_clock = maybe(*at) >> clock
    return rule(
        f"{code}.weekly",
        combine(_weekly, repeated, at_clock)
        | combine(lambda said, found: _weekly(found, said), at_clock, repeated)
        | repeated.map(_beginning),
    )


def _beginning(found: When) -> Repeated:
    """What is meant where no clock time is said."""
    _, part = found
    return _weekly(found, Clock((part or DayPart.MORNING).value, twelve=False))


def _weekly(found: When, said: Clock) -> Repeated:
    days, part = found
    times = moments.offsets(said.in_part(part))

    def meant(hours: Hours) -> Weekly:
        usual = [one for one in times if one // moments.HOUR in hours.weekly] or times
        nights, offset = divmod(usual[0], moments.DAY)
        at = (datetime.min + offset).time()
        return Weekly(frozenset((day + nights) % 7 for day in days), at)

    return meant
