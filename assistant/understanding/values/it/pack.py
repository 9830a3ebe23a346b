"""Italian, put together."""

from __future__ import annotations

from datetime import date, time

from assistant.understanding.values.it.days import (
    CLOCK,
    DATES,
    FIXED_LENGTHS,
    LENGTHS,
    MOMENTS,
    MONTHS,
    REPEATED,
    WEEKDAYS,
)
from assistant.understanding.values.it.numbers import WORDS, split
from assistant.understanding.values.shared.pack import Language, pack_of
from assistant.understanding.values.shared.speaking import Speech, is_midnight
from assistant.understanding.values.shared.spelling import WrittenWords

_YES = (
    *("sì", "si", "sì grazie", "sì per favore", "sì certo", "certo", "certamente", "va bene"),
    *("d' accordo", "esatto", "esattamente", "giusto", "è giusto", "corretto"),
    *("è corretto", "ok", "okay", "perfetto", "volentieri", "fallo", "sì fallo", "procedi"),
    *("confermo", "come no", "assolutamente", "benissimo"),
)
_NO = (
    *("no", "no grazie", "no no", "non ora", "non adesso", "meglio di no", "per niente", "mai"),
    *("sbagliato", "è sbagliato", "no è sbagliato", "non è giusto", "non è corretto", "non farlo"),
    *("certo che no", "assolutamente no", "lascia stare", "non quello"),
)


def _clock_words(hour: int, minute: int, second: int) -> str:
    minutes = f"e {WORDS.spell(minute)}" if minute else "" if second else "in punto"
    seconds = f"e {WORDS.spell(second)} secondi" if second else ""
    return f"{'una' if hour == 1 else WORDS.spell(hour)} {minutes} {seconds}"


_WRITTEN = WrittenWords(
    numbers=WORDS,
    months=MONTHS,
    abbreviated={name[:3]: name for name in MONTHS} | {"sett": "settembre"},
    nth="[ºª]",
    first_day="primo",
    symbols={"%": "per cento", "°": "gradi", "+": "più", "=": "uguale", "&": "e"}
    | {"×": "per", "*": "per", "÷": "diviso", "/": "diviso"}
    | {"€": "euro", "$": "dollari", "£": "sterline", "¥": "yen"},
    units={"h": "ore", "min": "minuti", "s": "secondi", "sec": "secondi"},
    clock=_clock_words,
    morning="di mattina",
    hour_mark=r"(?::|(?<=alle \d)\.|(?<=alle \d\d)\.)",
    hour_word="ore",
    signs={"asterisco": "*", "stella": "*", "cancelletto": "#"},
    phone_words=frozenset(("chiama", "componi", "numero")),
    split=split,
)


def _halves(count: int, said: str, unit: str) -> str:
    noun, nouns, half = {
        "hour": ("un'ora", "ore", "mezza"),
        "minute": ("un minuto", "minuti", "mezzo"),
    }[unit]
    if not count:
        return "mezz'ora"
    return f"{noun} e {half}" if count == 1 else f"{said} {nouns} e {half}"


def _clock(value: time, at: bool, usual: bool) -> str:
    """ "le 7:30 di mattina", "alle 15", "a mezzanotte"."""
    minutes = f":{value.minute:02}" if value.minute else ""
    seconds = f" e {value.second} secondi" if value.second else ""
    if is_midnight(value):
        return "a mezzanotte" if at else "mezzanotte"
    if value.hour == 12:
        minutes = f" e {value.minute}" if value.minute else ""
        return f"{'a ' if at else ''}mezzogiorno{minutes}{seconds}"
    early = 0 < value.hour < 12 and not (usual and value.hour >= 7)
    article = ("all'" if at else "l'") if value.hour == 1 else "alle " if at else "le "
    return f"{article}{value.hour}{minutes}{seconds}{' di mattina' if early else ''}"


def _long_day(day: date) -> str:
    number = "primo" if day.day == 1 else day.day
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]}"


_SPEECH = Speech(
    yes="sì",
    no="no",
    plus="più",
    star="asterisco",
    hash_="cancelletto",
    minus="meno",
    joint="e",
    spell=WORDS.spell,
    marks=".,",
    units={
        "day": ("un giorno", "giorni"),
        "hour": ("un'ora", "ore"),
        "minute": ("un minuto", "minuti"),
        "second": ("un secondo", "secondi"),
    },
    halves=_halves,
    nothing="zero secondi",
    instant="meno di un secondo",
    named_days={-1: "ieri", 0: "oggi", 1: "domani"},
    weekdays=WEEKDAYS,
    long_day=_long_day,
    with_year="{day} {year}",
    clock=_clock,
    tonight="oggi",
    daily="ogni giorno",
    workdays="dal lunedì al venerdì",
    every="ogni {days}",
    every_days=WEEKDAYS,
)

PACK = pack_of(
    Language(
        code="it",
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
