"""Spanish days, times and lengths: "las siete y media", "pasado mañana", "hora y media"."""

from __future__ import annotations

from assistant.understanding.values import moments
from assistant.understanding.values.es.numbers import WORDS
from assistant.understanding.values.grammar import combine, optional, say, table
from assistant.understanding.values.moments import DayPart
from assistant.understanding.values.shared import days
from assistant.understanding.values.shared.dates import DateWords
from assistant.understanding.values.shared.datetimes import MomentWords
from assistant.understanding.values.shared.durations import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    WEEK,
    LengthWords,
)
from assistant.understanding.values.shared.times import MIDNIGHT, NOON, ClockWords
from assistant.understanding.values.shared.weekly import ALL, WEEKEND, WORKING, listed, when

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"),
    *("octubre", "noviembre", "diciembre"),
)

LENGTHS = LengthWords(
    units={
        SECOND: ("segundo", "segundos"),
        MINUTE: ("minuto", "minutos"),
        HOUR: ("hora", "horas"),
        DAY: ("día", "días"),
        WEEK: ("semana", "semanas"),
    },
    joint=("y", "con"),
    one={"un": 1, "una": 1, "uno": 1},
    zero=("cero",),
    some={"un par de": 2},
    parts=table({"y media": 0.5, "y medio": 0.5, "y cuarto": 0.25, "y tres cuartos": 0.75}),
    either=("a", "o"),
    others={},
)
FIXED_LENGTHS = {
    "media hora": 0.5 * HOUR,
    "hora y media": 1.5 * HOUR,
    "un cuarto de hora": 0.25 * HOUR,
    "cuarto de hora": 0.25 * HOUR,
    "tres cuartos de hora": 0.75 * HOUR,
    "medio minuto": 0.5 * MINUTE,
    "minuto y medio": 1.5 * MINUTE,
}

_PARTS = {
    "de la mañana": DayPart.MORNING,
    "de la madrugada": DayPart.MORNING,
    "del mediodía": DayPart.AFTERNOON,
    "de la tarde": DayPart.AFTERNOON,
    "de la noche": DayPart.NIGHT,
}
_BESIDE_DAY = _PARTS | {
    "por la mañana": DayPart.MORNING,
    "por la tarde": DayPart.AFTERNOON,
    "por la noche": DayPart.NIGHT,
}
CLOCK = ClockWords(
    before=("las", "la", "para las", "para la"),
    behind=(),
    needed=False,
    sharp=("en punto",),
    joint=("y", "con"),
    minutes=("minutos", "minuto"),
    seconds=("segundos", "segundo"),
    and_seconds=("con",),
    less=("menos",),
    past={"y media": 30, "y cuarto": 15, "menos cuarto": -15},
    shifts={},
    counted_shifts={},
    named={
        **dict.fromkeys(("mediodía", "el mediodía", "para mediodía", "para el mediodía"), NOON),
        **dict.fromkeys(("medianoche", "la medianoche", "para medianoche"), MIDNIGHT),
        "para la medianoche": MIDNIGHT,
    },
    parts=_PARTS,
)

_STEPS: dict[str, days.Step] = {
    **dict.fromkeys(("día", "días"), days.add_days),
    **dict.fromkeys(("semana", "semanas"), days.add_weeks),
    **dict.fromkeys(("mes", "meses"), moments.add_months),
    **dict.fromkeys(("año", "años"), days.add_years),
}
_NEXT_WEEK = ("la próxima semana", "próxima semana", "la semana que viene")
DATES = DateWords(
    weekdays=WEEKDAYS,
    other_weekdays={"miercoles": 2, "sabado": 5},
    months=MONTHS,
    other_months={"setiembre": 9},
    day_numbers=WORDS.names(1, 31) | {"primero": 1},
    articles=("el", "el día", "día"),
    of=("de", "del"),
    of_month=("del mes", "de este mes"),
    centuries={"dos mil": 2000, "mil novecientos": 1900},
    before_weekday={
        "este": days.weekday_from_today,
        "próximo": days.weekday_after,
        "pasado": days.weekday_before,
    },
    behind_weekday={
        "que viene": days.weekday_after,
        "próximo": days.weekday_after,
        "pasado": days.weekday_before,
    },
    named={
        **{"hoy": days.days_away(0), "mañana": days.days_away(1)},
        **{"pasado mañana": days.days_away(2), "ayer": days.days_away(-1)},
        **dict.fromkeys(("anteayer", "antes de ayer"), days.days_away(-2)),
        **dict.fromkeys(_NEXT_WEEK, days.weekday_next_week(0)),
        **dict.fromkeys(("este fin de semana", "fin de semana"), days.weekend),
        **{"próximo fin de semana": days.weekday_next_week(5)},
        **dict.fromkeys(("el mes que viene", "próximo mes"), days.of_some_month(1, 1)),
        **{"nochebuena": days.in_year(12, 24), "navidad": days.in_year(12, 25)},
        **{"nochevieja": days.in_year(12, 31), "año nuevo": days.in_year(1, 1)},
        **{"reyes": days.in_year(1, 6), "viernes santo": days.from_easter(-2)},
        **{"pascua": days.from_easter(0), "domingo de pascua": days.from_easter(0)},
    },
    steps=_STEPS,
    before_count={"en": 1, "dentro de": 1, "hace": -1},
    behind_count={},
    in_a_week=("en una semana",),
)

_DAYTIME = {"mañana": DayPart.MORNING, "tarde": DayPart.AFTERNOON, "noche": DayPart.NIGHT}
MOMENTS = MomentWords(
    on=("el", "en", "para el", "para"),
    at=("a", "al", "sobre"),  # "para cuatro" are four people
    part=table(_BESIDE_DAY),
    today=table({f"esta {name}": part for name, part in _DAYTIME.items()}),
    next_part=table({f"por la {name}": part for name, part in _DAYTIME.items()}),
    before_length={"en": 1, "dentro de": 1, "hace": -1},
    behind_length={},
    same_time=("la misma hora", "esta hora"),
    now=("ahora", "ahora mismo", "ya"),
)

_EVERY = {name: frozenset([place]) for place, name in enumerate(WEEKDAYS)}
_PLURAL = {
    name if name.endswith("s") else f"{name}s": frozenset([place])
    for place, name in enumerate(WEEKDAYS)
}
_ONE = table(_EVERY | {"día": ALL, "día laborable": WORKING})
_ALL = table(_PLURAL | {"días": ALL, "días laborables": WORKING, "fines de semana": WEEKEND})
_PART = optional(table(_BESIDE_DAY), None)
REPEATED = (
    combine(when, say("cada") >> listed("es.more_days", _ONE, ("y",), ("cada",)), _PART)
    | combine(
        when, say("todos los", "los") >> listed("es.more_all_days", _ALL, ("y",), ("los",)), _PART
    )
    | (say("cada", "todas las") >> table(_DAYTIME | {f"{n}s": p for n, p in _DAYTIME.items()})).map(
        lambda part: when(ALL, part)
    )
    | say("entre semana", "de lunes a viernes").as_value(when(WORKING, None))
    | say("a diario", "diariamente").as_value(when(ALL, None))
)
