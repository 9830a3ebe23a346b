"""English moments: "quarter to nine next Tuesday", "tomorrow at half past three", "tonight"."""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.understanding.values import moments
from assistant.understanding.values.en.dates import day, days_away, days_from_now
from assistant.understanding.values.en.durations import duration
from assistant.understanding.values.en.times import clock
from assistant.understanding.values.grammar import combine, maybe, optional, rule, say, table, word
from assistant.understanding.values.kinds import Meaning
from assistant.understanding.values.moments import Clock, Day, DayPart

When = tuple[Day, DayPart | None]
"""A day, and the part of it that was said."""

_TODAY = days_away(0)
_daytime = table({part.name.lower(): part for part in DayPart if part is not DayPart.NIGHT})
_part_names = rule(
    "en.part_name",
    maybe("in the") >> _daytime | maybe("at") >> word("night", DayPart.NIGHT),
)
_part_of_today = word("tonight", DayPart.NIGHT) | say("this") >> _daytime
_on_day = maybe("on") >> day


def _pair(named: Day, part: DayPart | None) -> When:
    return named, part


_when = rule(
    "en.when",
    combine(_pair, _on_day, optional(_part_names, None))
    | _part_of_today.map(lambda part: _pair(_TODAY, part)),
)
_at_clock = maybe("at") >> clock


def _moment(clock_said: Clock | None, when: When | None) -> Meaning:
    """The moment that a clock time, a day, or both together name."""
    if when is None:
        assert clock_said is not None
        return lambda now: moments.next_time(clock_said, now)
    named, part = when
    if clock_said is None:
        return lambda now: moments.start_of(named(now.date()), part, now)
    narrowed = clock_said.in_part(part)
    return lambda now: moments.time_on(named(now.date()), narrowed, now)


_day_first = combine(lambda when, said: _moment(said, when), _when, optional(_at_clock, None))
_clock_first = combine(_moment, _at_clock, optional(_when, None))


def _after(length: timedelta) -> Meaning:
    return lambda now: moments.after(now, length)


def _same_time(named: Day) -> Meaning:
    return lambda now: moments.same_time_on(named(now.date()), now)


def _next_part(part: DayPart) -> Meaning:
    return lambda now: moments.next_part(part, now)


def _now(now: datetime) -> object:
    return now


_same = maybe("at") >> say("this time", "the same time", "same time") >> _on_day
_from_now = (
    _same.map(_same_time)
    | days_from_now.map(_same_time)
    | (say("in") >> duration).map(_after)
    | combine(
        lambda length, direction: _after(length * direction),
        duration,
        table({"from now": 1, "ago": -1}),
    )
)
_in_part = say("in the") >> _daytime | word("at night", DayPart.NIGHT)
date_and_time = rule(
    "en.date_and_time",
    _from_now
    | _clock_first
    | _day_first
    | _in_part.map(_next_part)
    | say("now", "right now").as_value(_now),
)
"""A moment, with its prepositions."""
