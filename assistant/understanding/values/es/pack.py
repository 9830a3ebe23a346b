"""Spanish, put together."""

from __future__ import annotations

from datetime import date, time

from assistant.understanding.values.es.days import (
    CLOCK,
    DATES,
    FIXED_LENGTHS,
    LENGTHS,
    MOMENTS,
    MONTHS,
    REPEATED,
    WEEKDAYS,
)
from assistant.understanding.values.es.numbers import WORDS
from assistant.understanding.values.shared.pack import Language, pack_of
from assistant.understanding.values.shared.speaking import Speech, is_midnight
from assistant.understanding.values.shared.spelling import WrittenWords, unsplit

_YES = (
    *("sí", "si", "sí por favor", "sí claro", "claro", "claro que sí", "por supuesto", "vale"),
    *("de acuerdo", "correcto", "es correcto", "exacto", "eso es", "sí eso es", "así es", "ok"),
    *("okay", "está bien", "bueno", "adelante", "hazlo", "sí hazlo", "perfecto", "desde luego"),
)
_NO = (
    *("no", "no gracias", "no no", "no por favor", "ahora no", "mejor no", "para nada", "nunca"),
    *("incorrecto", "no es correcto", "eso no", "no lo hagas", "claro que no", "de ninguna manera"),
    *("está mal", "no eso no", "todavía no"),
)


# "con": "las cuatro y treinta y un segundos" would be half past four as well.
def _clock_words(hour: int, minute: int, second: int) -> str:
    minutes = f"y {WORDS.spell(minute)}" if minute else "" if second else "en punto"
    seconds = f"con {WORDS.spell(second)} segundos" if second else ""
    return f"{'una' if hour == 1 else WORDS.spell(hour)} {minutes} {seconds}"


_WRITTEN = WrittenWords(
    numbers=WORDS,
    months=MONTHS,
    abbreviated={name[:3]: name for name in MONTHS} | {"sept": "septiembre"},
    nth=r"\.?[ºª]",
    first_day="primero",
    symbols={"%": "por ciento", "°": "grados", "+": "más", "=": "igual a", "&": "y"}
    | {"×": "por", "*": "por", "÷": "entre", "/": "entre"}
    | {"€": "euros", "$": "dólares", "£": "libras", "¥": "yenes"},
    units={"h": "horas", "min": "minutos", "s": "segundos", "seg": "segundos"},
    clock=_clock_words,
    morning="de la mañana",
    hour_mark=":",
    hour_word="h|horas",
    signs={"asterisco": "*", "estrella": "*", "almohadilla": "#", "numeral": "#"},
    phone_words=frozenset(("llama", "marca", "número")),
    split=unsplit,
)


def _halves(count: int, said: str, unit: str) -> str:
    noun, half = {"hour": ("hora", "media"), "minute": ("minuto", "medio")}[unit]
    if not count:
        return f"{half} {noun}"
    if count == 1:
        return f"{_SPEECH.units[unit][0]} y {half}"
    return f"{said} {noun}s y {half}"


def _clock(value: time, at: bool, usual: bool) -> str:
    """ "las 7:30 de la mañana", "a las 15", "a medianoche"."""
    return f"a {_said(value, usual)}" if at else _said(value, usual)


def _said(value: time, usual: bool) -> str:
    if is_midnight(value):
        return "medianoche"
    minutes = f":{value.minute:02}" if value.minute else ""
    seconds = f" con {value.second} segundos" if value.second else ""
    early = 0 < value.hour < 12 and not (usual and value.hour >= 7)
    noon = value.hour == 12 and not usual
    part = " de la mañana" if early else " del mediodía" if noon else ""
    return f"{'la' if value.hour == 1 else 'las'} {value.hour}{minutes}{seconds}{part}"


def _long_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} de {MONTHS[day.month - 1]}"


_SPEECH = Speech(
    yes="sí",
    no="no",
    plus="más",
    star="asterisco",
    hash_="almohadilla",
    minus="menos",
    joint="y",
    spell=WORDS.spell,
    marks=".,",
    units={
        "day": ("un día", "días"),
        "hour": ("una hora", "horas"),
        "minute": ("un minuto", "minutos"),
        "second": ("un segundo", "segundos"),
    },
    halves=_halves,
    nothing="cero segundos",
    instant="menos de un segundo",
    named_days={-1: "ayer", 0: "hoy", 1: "mañana"},
    weekdays=[f"el {name}" for name in WEEKDAYS],
    long_day=_long_day,
    with_year="{day} de {year}",
    clock=_clock,
    tonight="hoy",
    daily="todos los días",
    workdays="de lunes a viernes",
    every="los {days}",
    every_days=[name if name.endswith("s") else f"{name}s" for name in WEEKDAYS],
)

PACK = pack_of(
    Language(
        code="es",
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
