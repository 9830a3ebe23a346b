"""French, put together."""

from __future__ import annotations

from datetime import date, time

from assistant.understanding.values.fr.days import (
    CLOCK,
    DATES,
    FIXED_LENGTHS,
    LENGTHS,
    MOMENTS,
    MONTHS,
    REPEATED,
    WEEKDAYS,
)
from assistant.understanding.values.fr.numbers import WORDS
from assistant.understanding.values.shared.pack import Language, pack_of
from assistant.understanding.values.shared.speaking import Speech, is_midnight
from assistant.understanding.values.shared.spelling import WrittenWords, unsplit

_YES = (
    *("oui", "oui s' il te plaît", "oui s' il vous plaît", "oui merci", "oui oui", "ouais"),
    *("d' accord", "bien sûr", "oui bien sûr", "exact", "exactement", "c' est ça", "c' est exact"),
    *("c' est bon", "correct", "c' est correct", "ok", "okay", "vas y", "allez y", "volontiers"),
    *("absolument", "certainement", "parfait", "oui vas y", "fais le", "très bien"),
)
_NO = (
    *(
        "non",
        "non merci",
        "non non",
        "enfin non",
        "pas maintenant",
        "surtout pas",
        "jamais",
        "pas du tout",
    ),
    *("c' est faux", "non c' est faux", "ce n' est pas ça", "c' est pas ça", "faux", "incorrect"),
    *("ne le fais pas", "bien sûr que non", "plutôt pas", "pas ça", "non pas ça"),
)


def _clock_words(hour: int, minute: int, second: int) -> str:
    minutes = WORDS.spell(minute) if minute else ""
    seconds = f"et {WORDS.spell(second)} secondes" if second else ""
    hours = "une heure" if hour == 1 else f"{WORDS.spell(hour)} heures"
    return f"{hours} {minutes} {seconds}"


_WRITTEN = WrittenWords(
    numbers=WORDS,
    months=MONTHS,
    abbreviated={"janv": "janvier", "févr": "février", "avr": "avril", "juil": "juillet"}
    | {"sept": "septembre", "oct": "octobre", "nov": "novembre", "déc": "décembre"},
    nth="(?:er|ère|ème|ième|nd|nde|e)\\b",
    first_day="premier",
    symbols={"%": "pour cent", "°": "degrés", "+": "plus", "=": "égale", "&": "et"}
    | {"×": "fois", "*": "fois", "÷": "divisé par", "/": "divisé par"}
    | {"€": "euros", "$": "dollars", "£": "livres", "¥": "yens"},
    units={"h": "heures", "min": "minutes", "s": "secondes", "sec": "secondes"},
    clock=_clock_words,
    morning="du matin",
    hour_mark="[:h]",
    hour_word="heures",
    signs={"étoile": "*", "astérisque": "*", "dièse": "#"},
    phone_words=frozenset(("appelle", "compose", "numéro")),
    split=unsplit,
)


def _halves(count: int, said: str, unit: str) -> str:
    noun = {"hour": "heure", "minute": "minute"}[unit]
    if not count:
        return f"une demi-{noun}"
    return f"une {noun} et demie" if count == 1 else f"{said} {noun}s et demie"


def _clock(value: time, at: bool, usual: bool) -> str:
    """ "7 h 30 du matin", "à 15 h", "à midi"."""
    return f"à {_said(value, usual)}" if at else _said(value, usual)


def _said(value: time, usual: bool) -> str:
    minutes = f" {value.minute}" if value.minute else ""
    seconds = f" et {value.second} secondes" if value.second else ""
    if is_midnight(value):
        return "minuit"
    if value.hour == 12:
        return f"midi{minutes}{seconds}"
    early = 0 < value.hour < 12 and not (usual and value.hour >= 7)
    return f"{value.hour} h{minutes}{seconds}{' du matin' if early else ''}"


def _long_day(day: date) -> str:
    number = "1er" if day.day == 1 else day.day
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]}"


_SPEECH = Speech(
    yes="oui",
    no="non",
    plus="plus",
    star="étoile",
    hash_="dièse",
    minus="moins",
    joint="et",
    spell=WORDS.spell,
    marks="\u202f,",
    units={
        "day": ("un jour", "jours"),
        "hour": ("une heure", "heures"),
        "minute": ("une minute", "minutes"),
        "second": ("une seconde", "secondes"),
    },
    halves=_halves,
    nothing="zéro seconde",
    instant="moins d'une seconde",
    named_days={-1: "hier", 0: "aujourd'hui", 1: "demain"},
    weekdays=WEEKDAYS,
    long_day=_long_day,
    with_year="{day} {year}",
    clock=_clock,
    tonight="aujourd'hui",
    daily="tous les jours",
    workdays="du lundi au vendredi",
    every="tous les {days}",
    every_days=[f"{name}s" for name in WEEKDAYS],
)

PACK = pack_of(
    Language(
        code="fr",
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
        short_phones=("15", "17", "18"),
    )
)
