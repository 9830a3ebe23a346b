"""What people say, and what it means on Monday, 23 November 2026, at 16:00.

`MEANING` has phrases with a value, `NOTHING` phrases that are of no value of that kind, and
`IMPOSSIBLE` those that are said like one but mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from .amount_phrases import DECIMALS, DURATIONS, NUMBERS, ORDINALS, PERCENTAGES
from .moment_phrases import DATES, DATETIMES, TIMES, WAKINGS, WEEKLIES, WEEKLY_WAKINGS

PHONES: Mapping[str, object] = {
    "double oh seven": "007",
    "triple five": "555",
    "treble five one": "5551",
    "nine one one": "911",
    "star one hundred hash": "*100#",
    "star hash two one hash": "*#21#",
    "hash thirty one hash oh two oh seven": "#31#0207",
    "nine nine nine": "999",
    "two two two": "222",
    "oh two oh seven nine four six": "0207946",
    "zero one two three": "0123",
    "plus four four twenty seventy nine forty six": "+44207946",
    "plus one eight hundred five five five": "+1800555",
    "eight hundred fifty": "80050",
    "eight hundred": "800",
    "two thousand": "2000",
    "twelve hundred": "1200",
    "twenty one forty two": "2142",
    "five fifty five twelve twelve": "5551212",
    "double two triple three": "22333",
    "double oh double four": "0044",
    "nought one six one": "0161",
    "o eight hundred one one double one": "08001111",
    "911": "911",
    "0800 1111": "08001111",
    "555-1234": "5551234",
    "(020) 7946 0000": "02079460000",
    "+44 20 7946 0000": "+442079460000",
    "+1 (555) 123-4567": "+15551234567",
    "5551234567": "5551234567",
}

ANSWERS: Mapping[str, object] = {
    **dict.fromkeys(("yes", "Yes please!", "yeah", "yep", "sure", "go ahead", "okay"), True),
    **dict.fromkeys(("that's right", "thats right", "do it", "of course", "please do"), True),
    **dict.fromkeys(("no", "No thanks.", "nope", "nah", "not now", "don’t"), False),
    **dict.fromkeys(("no thank you", "of course not", "that's wrong"), False),
}

MEANING: Mapping[str, Mapping[str, object]] = {
    "number": NUMBERS,
    "decimal": DECIMALS,
    "ordinal": ORDINALS,
    "percent": PERCENTAGES,
    "duration": DURATIONS,
    "time": TIMES,
    "date": DATES,
    "datetime": DATETIMES,
    "weekly": WEEKLIES,
    "waking": WAKINGS,
    "weekly_waking": WEEKLY_WAKINGS,
    "phone": PHONES,
    "yes_no": ANSWERS,
}

NOTHING: Mapping[str, tuple[str, ...]] = {
    "weekly": (
        "every",
        "at seven",
        "monday at seven",
        "on the weekend at ten",
        "every month at nine",
        "every at ten",
    ),
    "number": ("", "one two", "three point five", "twenty eleven", "hundred thousand", "fifth"),
    "decimal": ("point", "three point", "point five point five"),
    "ordinal": ("one", "the", "twenty", "twenty oneth"),
    "percent": ("twenty", "percent", "minus ten percent"),
    "duration": (
        "the timer",
        "hour",
        "ten",
        "ten minutes two hours",
        "an hour and",
        "five apples",
        "two day three minutes",
        "one day three minutes",
        "one day three minute",
        "ten minute and a half",
        "one hour two minute five seconds",
    ),
    "time": (
        "twenty five o'clock",
        "thirteen p m",
        "seven sixty",
        "half past",
        "25:00",
        "seven five",
    ),
    "date": (
        "april will",
        "the of may",
        "next",
        "the thirty second",
        "month",
        "24/12",
        "5/6/2027",
        "will",
    ),
    "datetime": ("at", "tomorrow at", "at tomorrow seven eight", "five minutes", "in"),
    "waking": ("at", "tomorrow at", "early", "ten minutes"),
    "weekly_waking": ("monday", "at seven", "every at ten"),
    "phone": ("plus", "five", "anna", "double", "eight hundred and five", "one million"),
    "yes_no": ("yes no", "call anna", "know", "maybe"),
}

IMPOSSIBLE: Mapping[str, Mapping[str, str]] = {
    "date": {
        "the thirty first of february": "February has no day 31",
        "february thirtieth": "February has no day 30",
        "the thirty first of april": "April has no day 31",
        "february twenty ninth twenty twenty seven": "February 2027 has no day 29",
        "the thirty first of this month": "November 2026 has no day 31",
        "tuesday the third of may": "3 May 2027 is a Monday, not a Tuesday",
        "2027-02-29": "February 2027 has no day 29",
    },
    "datetime": {"the thirty first of february at noon": "February has no day 31"},
    "phone": {"five five": "has 2", "five " * 14 + "twenty": "has 16"},
}
