"""Numbers, times, dates and phone numbers in the many ways in which people say them."""

from __future__ import annotations

import re
from random import Random

from assistant.training.text import cardinal, digits, ordinal, year

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

FAVOURITE_MINUTES = (
    1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 12, 15, 15, 20, 20, 25, 30, 30, 35, 40, 45, 50, 55,
    60, 90,
)  # fmt: skip
FULL_FIVES = (0, 5, 10, 15, 15, 20, 25, 30, 30, 30, 35, 40, 45, 45, 50, 55)
PAST_OR_TO = (
    *2 * ("half past", "half past", "quarter past", "a quarter past", "quarter to", "a quarter to"),
    *(
        f"{count} {way}"
        for count in ("five", "ten", "twenty", "twenty five")
        for way in ("past", "to", "minutes to")
    ),
    "half", "quarter of", "ten after", "five after", "quarter after", "twenty after",
)  # fmt: skip
DAY_HALVES = (
    "a m", "p m", "p m", "in the morning", "in the evening", "in the afternoon", "at night",
    "tonight",
)  # fmt: skip
COUNTRY_CODES = ("44", "1", "49", "33", "61", "353", "39", "34", "91", "86")


def small_number(random: Random) -> str:
    return cardinal(random.randint(1, 20))


def number(random: Random) -> str:
    """Mostly below a hundred, sometimes up to a million, with or without the British "and"."""
    top = random.choice([12, 20, 60, 100, 100, 1000, 10_000, 1_000_000])
    spoken = cardinal(random.randint(0, top))
    if random.random() < 0.4:
        spoken = spoken.replace(" and ", " ")
    if random.random() < 0.15:
        spoken = re.sub("^one (?=hundred|thousand)", "a ", spoken)
    return spoken


def decimal(random: Random) -> str:
    return f"{cardinal(random.randint(0, 120))} point {digits(str(random.randint(0, 99)))}"


def minutes(random: Random) -> str:
    return cardinal(
        random.choice(FAVOURITE_MINUTES) if random.random() < 0.7 else random.randint(1, 99)
    )


def percent(random: Random) -> str:
    return f"{cardinal(random.choice([*range(0, 101, 5), random.randint(0, 100)]))} percent"


def ordinal_number(random: Random) -> str:
    return ordinal(random.randint(1, 31))


def clock_time(random: Random) -> str:
    """ "half past three", "seven thirty p m", "quarter to nine", "sixteen oh five", "noon"."""
    hour, kind = random.randint(1, 12), random.random()
    if kind < 0.3:
        return _half_of_day(cardinal(hour), random)
    if kind < 0.65:
        return _half_of_day(f"{cardinal(hour)} {_past_hour(random)}", random)
    if kind < 0.88:
        return f"{random.choice(PAST_OR_TO)} {cardinal(hour)}"
    if kind < 0.95:
        return random.choice(
            ["noon", "midnight", "midday", f"{cardinal(hour)} sharp", f"around {cardinal(hour)}"]
        )
    return f"{cardinal(random.randint(13, 23))} {_past_hour(random)}"


def _past_hour(random: Random) -> str:
    minute = random.choice((*FULL_FIVES, random.randint(1, 59)))
    if not minute:
        return "o'clock"
    return f"oh {cardinal(minute)}" if minute < 10 else cardinal(minute)


def _half_of_day(spoken: str, random: Random) -> str:
    kind = random.random()
    if kind < 0.35 and "o'clock" not in spoken:
        return spoken
    if kind < 0.5 and " " not in spoken:
        return f"{spoken} o'clock"
    return f"{spoken} {random.choice(DAY_HALVES)}"


def date(random: Random) -> str:
    """ "the third of may", "may third", "next tuesday", "the twelfth", "march second twenty twenty
    six".
    """
    month, day, kind = random.choice(MONTHS), ordinal(random.randint(1, 31)), random.random()
    if kind < 0.2:
        return f"the {day} of {month}{_perhaps_year(random)}"
    if kind < 0.4:
        return f"{month} {random.choice(['', 'the '])}{day}{_perhaps_year(random)}"
    if kind < 0.5:
        return f"the {day}"
    return day_name(random)


def _perhaps_year(random: Random) -> str:
    return f" {year(random.randint(1950, 2040))}" if random.random() < 0.25 else ""


def day_name(random: Random) -> str:
    before = random.choice(["", "", "", "next ", "this ", "on "])
    return random.choice(
        ["today", "tomorrow", "the day after tomorrow", *(before + d for d in WEEKDAYS)]
    )


def some_year(random: Random) -> str:
    return year(random.randint(1100, 2040))


def phone_number(random: Random) -> str:
    """Figures one by one or in pairs, "double" and "triple", "oh" or "zero", with or without a
    country's code.
    """
    length = random.choice([3, 4, 5, 6, 7, 7, 8, 9, 10, 10, 11])
    zero = random.choice(["oh", "zero"])
    figures = "".join(random.choice("0123456789") for _ in range(length))
    prefix = random.choice(["", "", "", "0", "00", "07", "0800", "1800", "555"])
    spoken = (
        _grouped(prefix + figures, zero, random)
        if random.random() < 0.6
        else digits(prefix + figures, zero)
    )
    if random.random() < 0.12:
        return f"plus {digits(random.choice(COUNTRY_CODES))} {spoken}"
    return spoken


def _grouped(figures: str, zero: str, random: Random) -> str:
    """Runs of two and three as "double" and "triple", some pairs as numbers ("forty two")."""
    spoken: list[str] = []
    pairs = random.random() < 0.25
    while figures:
        run = len(figures) - len(figures.lstrip(figures[0]))
        if run in (2, 3):
            spoken.append(f"{'double' if run == 2 else 'triple'} {digits(figures[0], zero)}")
            figures = figures[run:]
        elif pairs and len(figures) > 1 and figures[0] != "0" and random.random() < 0.7:
            spoken.append(cardinal(int(figures[:2])))
            figures = figures[2:]
        else:
            spoken.append(digits(figures[0], zero))
            figures = figures[1:]
    return " ".join(spoken)


def digit_string(random: Random) -> str:
    return digits(
        "".join(random.choice("0123456789") for _ in range(random.randint(1, 8))),
        random.choice(["oh", "zero"]),
    )


def letters(random: Random) -> str:
    return " ".join(
        random.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(random.randint(1, 6))
    )
