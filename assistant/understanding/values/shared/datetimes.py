"""Moments: a day, a clock time, or both in either order; and lengths from now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.understanding.values import moments
from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
)
from assistant.understanding.values.moments import Clock, Day, DayPart, Hours
from assistant.understanding.values.shared.days import days_away

When = tuple[Day, DayPart | None]
"""A day, and the part of it that was said."""

Moment = Callable[[datetime, Hours], object]
"""What is meant, once it is known when it was said and which hours are likely."""


@dataclass(frozen=True, slots=True)
class MomentWords:
    """How a language joins days and clock times."""

    on: tuple[str, ...]
    """May stand before a day: "on"."""
    at: tuple[str, ...]
    """May stand before a clock time: "at"."""
    part: Grammar[DayPart]
    """A part of the day, behind the day: "in the morning"."""
    today: Grammar[DayPart]
    """A part of today: "tonight", "this morning"."""
    next_part: Grammar[DayPart]
    """A part of the day by itself: "in the morning"."""
    before_length: Mapping[str, int]
    """Before a length of time, 1 for later and -1 for ago: {"in": 1}."""
    behind_length: Mapping[str, int]
    """Behind a length of time: {"from now": 1, "ago": -1}."""
    same_time: tuple[str, ...]
    """Before a day: "the same time"."""
    now: tuple[str, ...]
    habitual: tuple[str, ...] = ()
    """May stand before a day like `on`, but a weekday by itself is then that of every week."""


def date_and_time(
    code: str,
    words: MomentWords,
    on_day: Grammar[Day],
    days_from_now: Grammar[Day],
    clock: Grammar[Clock],
    duration: Grammar[timedelta],
) -> Grammar[Moment]:
    """A moment, with its prepositions; `on_day` is a day with its own."""
    at_clock = maybe(*words.at) >> clock
    when = rule(
        f"{code}.when",
        combine(_pair, on_day, optional(words.part, None))
        | words.today.map(lambda part: _pair(days_away(0), part)),
    )
    from_now = (
        (maybe(*words.at) >> say(*words.same_time) >> on_day).map(_same_time)
        | days_from_now.map(_same_time)
        | lengths(words, duration)
    )
    return rule(
        f"{code}.date_and_time",
        from_now
        | combine(_moment, at_clock, optional(when, None))
        | combine(lambda found, said: _moment(said, found), when, optional(at_clock, None))
        | words.next_part.map(_next_part)
        | say(*words.now).as_value(_now),
    )


def lengths(words: MomentWords, duration: Grammar[timedelta]) -> Grammar[Moment]:
    """Lengths of time from now, or ago."""
    before = combine(
        lambda sign, length: _after(sign * length), table(words.before_length), duration
    )
    if not words.behind_length:
        return before
    return before | combine(
        lambda length, sign: _after(length * sign), duration, table(words.behind_length)
    )


def _pair(named: Day, part: DayPart | None) -> When:
    return named, part


def _moment(clock_said: Clock | None, when: When | None) -> Moment:
    """The moment that a clock time, a day, or both together name."""
    if when is None:
        assert clock_said is not None
        return lambda now, hours: moments.next_time(clock_said, now, hours)
    named, part = when
    if clock_said is None:
        return lambda now, _: moments.start_of(named(now.date()), part, now)
    narrowed = clock_said.in_part(part)
    return lambda now, hours: moments.time_on(named(now.date()), narrowed, now, hours)


def _after(length: timedelta) -> Moment:
    return lambda now, _: moments.after(now, length)


def _same_time(named: Day) -> Moment:
    return lambda now, _: moments.same_time_on(named(now.date()), now)


def _next_part(part: DayPart) -> Moment:
    return lambda now, _: moments.next_part(part, now)


def _now(now: datetime, _: Hours) -> object:
    return now
