"""What happens every week: "every weekday at seven", "on Mondays at half past six"."""

from __future__ import annotations

from assistant.understanding.values.en.dates import WEEKDAYS
from assistant.understanding.values.en.times import clock
from assistant.understanding.values.grammar import combine, maybe, optional, rule, say, table, word
from assistant.understanding.values.moments import DayPart
from assistant.understanding.values.shared import weekly as shared
from assistant.understanding.values.shared.weekly import ALL, WEEKEND, WORKING, Days, listed, when


def _names(ending: str) -> dict[str, Days]:
    weekdays = {name + ending: frozenset([place]) for place, name in enumerate(WEEKDAYS)}
    return weekdays | dict.fromkeys((f"weekday{ending}", f"working day{ending}"), WORKING)


_one = rule("en.every_day", table(_names("") | {"day": ALL, "weekend": WEEKEND}))
_ones = rule("en.all_days", table(_names("s") | {"weekends": WEEKEND}))
_AND, _AGAIN = ("and",), ("every", "on")

_PARTS = {part.name.lower(): part for part in DayPart}
_part = table(_PARTS)
_parts = table({f"{name}s": part for name, part in _PARTS.items()})
_part_said = maybe("in the") >> table(
    {part.name.lower(): part for part in DayPart if part is not DayPart.NIGHT}
) | maybe("at") >> word("night", DayPart.NIGHT)

_days = (say("every", "each") >> listed("en.more_days", _one, _AND, _AGAIN)) | (
    maybe("on", "at") >> listed("en.more_all_days", _ones, _AND, _AGAIN)
)
_repeated = rule(
    "en.repeated",
    combine(when, _days, optional(_part_said, None))
    | combine(when, maybe("on") >> listed("en.more_weekdays", _one, _AND), _parts)
    | (say("every", "each") >> _part).map(lambda part: when(ALL, part))
    | say("daily").as_value(when(ALL, None)),
)
weekly = shared.weekly("en", ("at",), _repeated, clock)
"""A time of day on certain weekdays."""
