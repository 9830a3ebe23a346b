"""What happens every week: "every weekday at seven", "on Mondays and Thursdays at half past six".

Without a part of the day, 6 to 11 are the morning, 12 is noon, and 1 to 5 the afternoon. As
everywhere, midnight and the small hours of a night belong to the day that is named.
"""

from __future__ import annotations

from datetime import datetime

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.en.dates import WEEKDAYS
from assistant.understanding.values.en.times import clock
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
from assistant.understanding.values.moments import Clock, DayPart

Days = frozenset[int]
When = tuple[Days, DayPart | None]

ALL: Days = frozenset(range(7))
WORKING: Days = frozenset(range(5))
WEEKEND: Days = ALL - WORKING


def _names(ending: str) -> dict[str, Days]:
    weekdays = {name + ending: frozenset([place]) for place, name in enumerate(WEEKDAYS)}
    return weekdays | dict.fromkeys((f"weekday{ending}", f"working day{ending}"), WORKING)


_one = rule("en.every_day", table(_names("") | {"day": ALL, "weekend": WEEKEND}))
_ones = rule("en.all_days", table(_names("s") | {"weekends": WEEKEND}))


def _listed(name: str, item: Grammar[Days]) -> Grammar[Days]:
    """Up to three: "Monday Wednesday and Friday"."""
    last = maybe("and") >> maybe("every", "on") >> item
    more = rule(name, combine(frozenset.union, last, optional(last, frozenset())))
    return combine(frozenset.union, item, optional(more, frozenset()))


_part = table({part.name.lower(): part for part in DayPart})
_part_said = maybe("in the") >> table(
    {part.name.lower(): part for part in DayPart if part is not DayPart.NIGHT}
) | maybe("at") >> word("night", DayPart.NIGHT)


def _when(days: Days, part: DayPart | None) -> When:
    return days, part


_days = (say("every", "each") >> _listed("en.more_days", _one)) | (
    maybe("on", "at") >> _listed("en.more_all_days", _ones)
)
_repeated = rule(
    "en.repeated",
    combine(_when, _days, optional(_part_said, None))
    | (say("every", "each") >> _part).map(lambda part: _when(ALL, part))
    | say("daily").as_value(_when(ALL, None)),
)
_at_clock = maybe("at") >> clock


def _weekly(when: When, said: Clock) -> Weekly:
    days, part = when
    times = moments.offsets(said.in_part(part))
    usual = [one for one in times if 6 * moments.HOUR <= one < 18 * moments.HOUR] or times
    nights, offset = divmod(usual[0], moments.DAY)
    at = (datetime.min + offset).time()
    return Weekly(frozenset((day + nights) % 7 for day in days), at)


weekly = rule(
    "en.weekly",
    combine(_weekly, _repeated, _at_clock)
    | combine(lambda said, when: _weekly(when, said), _at_clock, _repeated),
)
"""A time of day on certain weekdays."""
