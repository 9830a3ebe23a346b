"""Times of day, made of a language's words: hours on a clock of 12 or 24, and what follows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
from assistant.understanding.values.shared.numbers import Numbers

NOON, MIDNIGHT = Clock(12, twelve=False), Clock(24, twelve=False)


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How a language tells the time."""

    before: tuple[str, ...]
    """What stands before an hour: "las". With `behind`, one of them tells hours from numbers."""
    behind: tuple[str, ...]
    """What stands behind an hour: "uhr", "heures"."""
    needed: bool
    """Whether even an hour from 1 to 12 needs one of them."""
    sharp: tuple[str, ...]
    """Behind a full hour: "en punto"."""
    joint: tuple[str, ...]
    """May stand between hours and minutes."""
    minutes: tuple[str, ...]
    """May stand behind the minutes."""
    seconds: tuple[str, ...]
    and_seconds: tuple[str, ...]
    """Stands before seconds."""
    less: tuple[str, ...]
    """Between an hour and the minutes before it: "menos"; none where they come first."""
    past: Mapping[str, int]
    """Behind the hour: {"y media": 30, "menos cuarto": -15}."""
    shifts: Mapping[str, int]
    """Before the hour: {"halb": -30, "viertel nach": 15}."""
    counted_shifts: Mapping[str, tuple[int, int]]
    """Behind a count of minutes, before the hour, the direction and what is added: "nach" is
    (1, 0), "vor halb" is (-1, -30)."""
    named: Mapping[str, Clock]
    parts: Mapping[str, DayPart]
    """What follows a time on a twelve-hour clock."""


def clock(code: str, words: ClockWords, numbers: Numbers) -> Grammar[Clock]:
    """A time of day as it is said."""
    hour = rule(f"{code}.hour", numbers.between(1, 12).map(Clock))
    exact = (numbers.between(0, 0) | numbers.between(13, 24)).map(_exact)
    marked = rule(f"{code}.marked_hour", _marked(words, hour | exact))
    plain = marked if words.needed else marked | hour
    named = rule(f"{code}.named_hour", table(words.named))
    minutes = rule(f"{code}.minutes", _minutes(words, numbers))
    behind = combine(_shifted, plain | named | exact, minutes)
    seconds = combine(
        lambda said, second: replace(said, second=second),
        behind | plain | named,
        say(*words.and_seconds) >> (numbers.between(1, 59) << say(*words.seconds)),
    )
    full = plain << maybe(*words.sharp) | exact << say(*words.sharp)
    times = seconds | behind | full | named
    if words.shifts:
        times = _before(words, numbers, hour << maybe(*words.behind)) | times
    parts = rule(f"{code}.day_part", table(words.parts))
    return rule(f"{code}.clock", combine(Clock.in_part, times, optional(parts, None)))


def _marked(words: ClockWords, hour: Grammar[Clock]) -> Grammar[Clock]:
    """An hour that is known for one: by the word before it, or else by the one behind it."""
    return say(*words.before) >> hour if words.before else hour << say(*words.behind)


def _minutes(words: ClockWords, numbers: Numbers) -> Grammar[int]:
    """Minutes behind an hour, negative for those before it."""
    count = numbers.between(1, 59) << maybe(*words.minutes)
    found = (
        table(words.past) | maybe(*words.joint) >> count
        if words.past
        else (maybe(*words.joint) >> count)
    )
    zero = numbers.between(0, 0) >> numbers.between(1, 9)
    found = found | maybe(*words.joint) >> zero
    if not words.less:
        return found
    less = say(*words.less) >> (numbers.between(1, 29) << maybe(*words.minutes))
    return found | less.map(lambda count: -count)


def _before(words: ClockWords, numbers: Numbers, hour: Grammar[Clock]) -> Grammar[Clock]:
    """What is said before the hour: "halb sieben", "zehn vor sieben"."""
    counted = combine(
        lambda count, found: found[0] * count + found[1],
        numbers.between(1, 29) << maybe(*words.minutes),
        table(words.counted_shifts),
    )
    return combine(
        lambda minutes, said: _shifted(said, minutes), table(words.shifts) | counted, hour
    )


def _exact(hour: int) -> Clock:
    return Clock(hour, twelve=False)


def _shifted(said: Clock, minutes: int) -> Clock:
    """So many minutes past an hour, or before it."""
    if minutes >= 0:
        return replace(said, minute=minutes)
    hours, minute = divmod(minutes, 60)
    hour = said.hour + hours
    if said.twelve:
        hour = (hour - 1) % 12 + 1
    return replace(said, hour=hour % 24 if hour < 0 else hour, minute=minute)
