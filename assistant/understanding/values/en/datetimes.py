"""English moments: "quarter to nine next Tuesday", "tomorrow at half past three", "tonight"."""

from __future__ import annotations

from assistant.understanding.values.en.dates import day, days_from_now
from assistant.understanding.values.en.durations import duration
from assistant.understanding.values.en.times import clock
from assistant.understanding.values.grammar import maybe, rule, say, table, word
from assistant.understanding.values.moments import DayPart
from assistant.understanding.values.shared import datetimes

_daytime = table({part.name.lower(): part for part in DayPart if part is not DayPart.NIGHT})
_WORDS = datetimes.MomentWords(
    on=("on",),
    at=("at",),
    part=rule(
        "en.part_name",
        maybe("in the") >> _daytime | maybe("at") >> word("night", DayPart.NIGHT),
    ),
    today=word("tonight", DayPart.NIGHT) | say("this") >> _daytime,
    next_part=say("in the") >> _daytime | word("at night", DayPart.NIGHT),
    before_length={"in": 1},
    behind_length={"from now": 1, "ago": -1},
    same_time=("this time", "the same time", "same time"),
    now=("now", "right now"),
)
date_and_time = datetimes.date_and_time(
    "en", _WORDS, maybe(*_WORDS.on) >> day, days_from_now, clock, duration
)
"""A moment, with its prepositions."""
