"""German, put together."""

from __future__ import annotations

import re
from datetime import date, time

from assistant.understanding.values.de.days import (
    CLOCK,
    DATES,
    FIXED_LENGTHS,
    LENGTHS,
    MOMENTS,
    MONTHS,
    REPEATED,
    WEEKDAYS,
)
from assistant.understanding.values.de.numbers import WORDS, split
from assistant.understanding.values.shared.pack import Language, pack_of
from assistant.understanding.values.shared.speaking import Speech, is_midnight
from assistant.understanding.values.shared.spelling import WrittenWords

_YES = (
    *("ja", "ja bitte", "ja gerne", "ja gern", "jawohl", "jap", "jo", "ja klar", "klar", "gerne"),
    *("genau", "ja genau", "richtig", "das ist richtig", "stimmt", "das stimmt", "korrekt"),
    *("okay", "ok", "in ordnung", "einverstanden", "sicher", "natürlich", "bitte", "bitte ja"),
    *("mach das", "mach es", "ja mach das", "tu das", "auf jeden fall", "passt", "gut"),
)
_NO = (
    *(
        "nein",
        "nein danke",
        "nein nein",
        "ach nein",
        "nee",
        "nö",
        "ne",
        "nicht",
        "bitte nicht",
        "lieber nicht",
    ),
    *("falsch", "das ist falsch", "nein das ist falsch", "stimmt nicht", "das stimmt nicht"),
    *("jetzt nicht", "auf keinen fall", "niemals", "lass das", "doch nicht", "nicht richtig"),
)
_WEEKDAYS = [name.capitalize() for name in WEEKDAYS]
_DAY_AND_PART = re.compile(rf"({'|'.join(WEEKDAYS)})(morgen|vormittag|nachmittag|abend|nacht)")


def _parted(word: str) -> str:
    """Numbers and "freitagabend" in parts."""
    found = _DAY_AND_PART.fullmatch(word)
    return " ".join(found.groups()) if found else split(word)


def _clock_words(hour: int, minute: int, second: int) -> str:
    minutes = WORDS.spell(minute) if minute else ""
    seconds = f"und {WORDS.spell(second)} sekunden" if second else ""
    return f"{'ein' if hour == 1 else WORDS.spell(hour)} uhr {minutes} {seconds}"


_WRITTEN = WrittenWords(
    numbers=WORDS,
    months=MONTHS,
    abbreviated={name[:3]: name for name in MONTHS} | {"sept": "september"},
    nth=r"\.",
    first_day="erster",
    symbols={"%": "prozent", "°": "grad", "+": "plus", "=": "ist gleich", "&": "und"}
    | {"×": "mal", "*": "mal", "÷": "geteilt durch", "/": "geteilt durch"}
    | {"€": "euro", "$": "dollar", "£": "pfund", "¥": "yen"},
    units={"h": "stunden", "std": "stunden", "min": "minuten", "s": "sekunden", "sek": "sekunden"},
    clock=_clock_words,
    morning="morgens",
    hour_mark=r"(?::|\.(?=\d\d\s?uhr)|uhr\s(?=[0-5]?\d\b))",
    hour_word="uhr",
    signs={"stern": "*", "sternchen": "*", "raute": "#", "doppelkreuz": "#"},
    phone_words=frozenset(("wähle", "nummer", "anrufen")),
    split=_parted,
)


def _halves(count: int, said: str, unit: str) -> str:
    noun = {"hour": "Stunde", "minute": "Minute"}[unit]
    if not count:
        return f"eine halbe {noun}"
    if count == 1:
        return f"anderthalb {noun}n"
    return f"{said}einhalb {noun}n" if count < 10 else ""


def _clock(value: time, at: bool, usual: bool) -> str:
    """ "7 Uhr 30 morgens", "15 Uhr", "um Mitternacht"."""
    return f"um {_said(value, usual)}" if at else _said(value, usual)


def _said(value: time, usual: bool) -> str:
    if is_midnight(value):
        return "Mitternacht"
    minutes = f" {value.minute}" if value.minute else ""
    seconds = f" und {value.second} Sekunden" if value.second else ""
    early = 0 < value.hour < 12 and not (usual and value.hour >= 7)
    part = " morgens" if early else " mittags" if value.hour == 12 and not usual else ""
    return f"{value.hour} Uhr{minutes}{seconds}{part}"


def _long_day(day: date) -> str:
    month = MONTHS[day.month - 1].capitalize()
    return f"{_WEEKDAYS[day.weekday()]}, der {day.day}. {month}"


_SPEECH = Speech(
    yes="ja",
    no="nein",
    plus="plus",
    star="Stern",
    hash_="Raute",
    minus="minus",
    joint="und",
    spell=WORDS.spell,
    marks=".,",
    units={
        "day": ("ein Tag", "Tage"),
        "hour": ("eine Stunde", "Stunden"),
        "minute": ("eine Minute", "Minuten"),
        "second": ("eine Sekunde", "Sekunden"),
    },
    halves=_halves,
    nothing="null Sekunden",
    instant="weniger als eine Sekunde",
    named_days={-1: "gestern", 0: "heute", 1: "morgen"},
    weekdays=_WEEKDAYS,
    long_day=_long_day,
    with_year="{day} {year}",
    clock=_clock,
    tonight="heute",
    daily="jeden Tag",
    workdays="jeden Werktag",
    every="jeden {days}",
    every_days=_WEEKDAYS,
)

PACK = pack_of(
    Language(
        code="de",
        numbers=WORDS,
        lengths=LENGTHS,
        fixed_lengths=FIXED_LENGTHS,
        clock=CLOCK,
        dates=DATES,
        moments=MOMENTS,
        repeated=REPEATED,
        yes=_YES,
        no=_NO,
        written=_WRITTEN,
        speech=_SPEECH,
    )
)
