"""English lengths of time: "half an hour", "an hour and a half", "five minutes thirty"."""

from __future__ import annotations

from operator import mul

from assistant.understanding.values.en.numbers import (
    below_hundred,
    below_million,
    fraction_ending,
    fractions,
)
from assistant.understanding.values.grammar import combine, maybe, rule, say, table
from assistant.understanding.values.shared.durations import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    WEEK,
    Lengths,
    LengthWords,
)

_WORDS = LengthWords(
    units={
        SECOND: ("second", "seconds"),
        MINUTE: ("minute", "minutes"),
        HOUR: ("hour", "hours"),
        DAY: ("day", "days"),
        WEEK: ("week", "weeks"),
    },
    joint=("and",),
    one={"a": 1, "an": 1, "one": 1},
    zero=("zero",),
    some=dict.fromkeys(("a couple of", "a couple", "couple of"), 2),
    parts=say("and") >> fractions,
    either=("to", "or"),
    others={"fortnight": 2 * WEEK, "fortnights": 2 * WEEK},
)
_lengths = Lengths("en", _WORDS, below_hundred, below_million, fraction_ending)
_fraction_of = combine(
    mul,
    (table({"half": 0.5, "quarter": 0.25}) | fractions) << maybe("of a", "of an", "a", "an"),
    table({names[0]: unit for unit, names in _WORDS.units.items()}),
)
_and_a_half = combine(
    lambda unit, factor: unit * (1 + factor),
    table({"hour": HOUR, "minute": MINUTE}),
    say("and") >> fractions,
)
duration = rule("en.duration", _lengths.fractional | _lengths.whole | _fraction_of | _and_a_half)
"""A length of time as a timedelta; also "an hour and a half" and "quarter of an hour"."""

vague = _lengths.vague
calendar_count = _lengths.calendar_count
