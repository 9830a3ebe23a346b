"""Numbers and lengths of time that people say, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta


def _length(hours: float = 0, minutes: float = 0, seconds: float = 0, days: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


NUMBERS: Mapping[str, object] = {
    "zero": 0,
    "seven": 7,
    "fifteen": 15,
    "fifty": 50,
    "twenty one": 21,
    "ninety-nine": 99,
    "a hundred": 100,
    "one hundred and five": 105,
    "two hundred five": 205,
    "twelve hundred": 1200,
    "twenty five hundred and ten": 2510,
    "a thousand": 1000,
    "two thousand and twenty six": 2026,
    "ten thousand three hundred": 10_300,
    "one hundred and twenty thousand": 120_000,
    "a million": 1_000_000,
    "three million two hundred thousand and one": 3_200_001,
    "nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine": (
        999_999_999
    ),
    "minus five": -5,
    "negative twenty": -20,
    "a dozen": 12,
    "half a dozen": 6,
    "42": 42,
    "1,234,567": 1_234_567,
    "-3": -3,
    "Twenty One": 21,
}

DECIMALS: Mapping[str, object] = {
    "three point five": 3.5,
    "three point one four one five nine": 3.14159,
    "three point twenty five": 3.25,
    "point five": 0.5,
    "zero point oh one": 0.01,
    "minus two point five": -2.5,
    "two and a half": 2.5,
    "five and three quarters": 5.75,
    "a quarter": 0.25,
    "half": 0.5,
    "twelve": 12.0,
    "3.5": 3.5,
    "-2.25": -2.25,
    "1,000.5": 1000.5,
    "2½": 2.5,
}

ORDINALS: Mapping[str, object] = {
    "first": 1,
    "the second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "twentieth": 20,
    "twenty first": 21,
    "forty second": 42,
    "the hundredth": 100,
    "hundred and first": 101,
    "two hundred and thirty third": 233,
    "thousandth": 1000,
    "1st": 1,
    "the 22nd": 22,
    "113th": 113,
}

PERCENTAGES: Mapping[str, object] = {
    "twenty percent": 20.0,
    "twenty per cent": 20.0,
    "a hundred percent": 100.0,
    "two and a half percent": 2.5,
    "zero percent": 0.0,
    "20%": 20.0,
    "99.9 %": 99.9,
    "twelve point five percent": 12.5,
}

DURATIONS: Mapping[str, object] = {
    "half an hour": _length(minutes=30),
    "a half hour": _length(minutes=30),
    "half a minute": _length(seconds=30),
    "an hour and a half": _length(hours=1.5),
    "hour and a half": _length(hours=1.5),
    "one and a half hours": _length(hours=1.5),
    "two and a half hours": _length(hours=2.5),
    "two hours and a half": _length(hours=2.5),
    "two and three quarter hours": _length(hours=2.75),
    "an hour and a quarter": _length(hours=1.25),
    "quarter of an hour": _length(minutes=15),
    "a quarter of an hour": _length(minutes=15),
    "three quarters of an hour": _length(minutes=45),
    "a third of an hour": _length(minutes=20),
    "ninety seconds": _length(seconds=90),
    "a minute": _length(minutes=1),
    "an hour": _length(hours=1),
    "a couple of minutes": _length(minutes=2),
    "a couple hours": _length(hours=2),
    "five minutes thirty": _length(minutes=5, seconds=30),
    "five minutes and thirty seconds": _length(minutes=5, seconds=30),
    "one hour twenty": _length(hours=1, minutes=20),
    "an hour and twenty minutes": _length(hours=1, minutes=20),
    "two hours ten minutes and five seconds": _length(2, 10, 5),
    "one hour and five seconds": _length(hours=1, seconds=5),
    "two days and three hours": _length(days=2, hours=3),
    "a week and a half": _length(days=10.5),
    "a fortnight": _length(days=14),
    "two weeks three days": _length(days=17),
    "one point five hours": _length(hours=1.5),
    "fifteen minute": _length(minutes=15),
    "two hours a minute and ten seconds": _length(hours=2, minutes=1, seconds=10),
    "a week and one day": _length(days=8),
    "a day and three minutes": _length(days=1, minutes=3),
    "one day three minutes and five seconds": _length(days=1, minutes=3, seconds=5),
    "two hundred minutes": _length(minutes=200),
    "zero seconds": _length(),
    "5 minutes": _length(minutes=5),
    "90s": _length(seconds=90),
    "10min": _length(minutes=10),
    "2h30m": _length(hours=2.5),
    "1h 5min": _length(hours=1, minutes=5),
    "1 1/2 hours": _length(hours=1.5),
    "2½ hours": _length(hours=2.5),
    "1.5 hours": _length(hours=1.5),
    "3/4 of an hour": _length(minutes=45),
}
