"""French days, times and lengths: "sept heures et quart", "après-demain", "une demi-heure"."""

from __future__ import annotations

from assistant.understanding.values import moments
from assistant.understanding.values.fr.numbers import WORDS
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

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)

LENGTHS = LengthWords(
    units={
        SECOND: ("seconde", "secondes"),
        MINUTE: ("minute", "minutes"),
        HOUR: ("heure", "heures"),
        DAY: ("jour", "jours"),
        WEEK: ("semaine", "semaines"),
    },
    joint=("et",),
    one={"un": 1, "une": 1},
    zero=("zéro",),
    some={"quelques": 3},
    parts=table({"et demie": 0.5, "et demi": 0.5, "et quart": 0.25, "trois quarts": 0.75}),
    either=("à", "ou"),
    others={},
)
FIXED_LENGTHS = {
    **dict.fromkeys(("une demi heure", "demi heure"), 0.5 * HOUR),
    **dict.fromkeys(("un quart d' heure", "quart d' heure"), 0.25 * HOUR),
    **dict.fromkeys(("trois quarts d' heure",), 0.75 * HOUR),
    "une demi minute": 0.5 * MINUTE,
    "une demi journée": 0.5 * DAY,
}

_PARTS = {
    "du matin": DayPart.MORNING,
    "de l' après midi": DayPart.AFTERNOON,
    "du soir": DayPart.EVENING,
    "de la nuit": DayPart.NIGHT,
}
_DAYTIME = {
    "matin": DayPart.MORNING,
    "après midi": DayPart.AFTERNOON,
    "soir": DayPart.EVENING,
}
_BESIDE_DAY = _PARTS | _DAYTIME | {"dans la matinée": DayPart.MORNING, "midi": DayPart.AFTERNOON}
CLOCK = ClockWords(
    before=(),
    behind=("heures", "heure"),
    needed=True,
    sharp=("pile", "précises"),
    joint=("et",),
    minutes=("minutes", "minute"),
    seconds=("secondes", "seconde"),
    and_seconds=("et",),
    less=("moins",),
    past={
        **{"et demie": 30, "et demi": 30, "et quart": 15, "trois quarts": 45},
        **{"moins le quart": -15, "moins quart": -15},
    },
    shifts={},
    counted_shifts={},
    named={"midi": NOON, "minuit": MIDNIGHT},
    parts=_PARTS,
)

_STEPS: dict[str, days.Step] = {
    **dict.fromkeys(("jour", "jours"), days.add_days),
    **dict.fromkeys(("semaine", "semaines"), days.add_weeks),
    **dict.fromkeys(("mois",), moments.add_months),
    **dict.fromkeys(("an", "ans", "années"), days.add_years),
}
DATES = DateWords(
    weekdays=WEEKDAYS,
    other_weekdays={},
    months=MONTHS,
    other_months={"fevrier": 2, "aout": 8, "decembre": 12},
    day_numbers=WORDS.names(1, 31) | {"premier": 1},
    articles=("le",),
    of=(),
    of_month=("du mois",),
    centuries={"deux mille": 2000, "mille neuf cent": 1900},
    before_weekday={"ce": days.weekday_from_today},
    behind_weekday={
        "prochain": days.weekday_next_week,
        "dernier": days.weekday_before,
        "qui vient": days.weekday_after,
    },
    named={
        **{"aujourd'hui": days.days_away(0), "demain": days.days_away(1)},
        **{"après demain": days.days_away(2), "hier": days.days_away(-1)},
        **{"avant hier": days.days_away(-2)},
        **dict.fromkeys(("semaine prochaine", "la semaine prochaine"), days.weekday_next_week(0)),
        **dict.fromkeys(("ce week end", "week end", "ce weekend"), days.weekend),
        **dict.fromkeys(("week end prochain",), days.weekday_next_week(5)),
        **dict.fromkeys(("mois prochain",), days.of_some_month(1, 1)),
        **{"noël": days.in_year(12, 25), "la veille de noël": days.in_year(12, 24)},
        **{"saint sylvestre": days.in_year(12, 31), "nouvel an": days.in_year(1, 1)},
        **{"jour de l' an": days.in_year(1, 1), "pâques": days.from_easter(0)},
        **{"lundi de pâques": days.from_easter(1), "vendredi saint": days.from_easter(-2)},
        **{"ascension": days.from_easter(39), "pentecôte": days.from_easter(49)},
    },
    steps=_STEPS,
    before_count={"dans": 1, "d' ici": 1, "il y a": -1},
    behind_count={},
    in_a_week=("en huit", "dans une semaine"),
)

MOMENTS = MomentWords(
    on=("pour le", "la", "à", "pour"),
    at=("à", "vers", "pour"),
    part=table(_BESIDE_DAY),
    today=table(
        {
            **{"ce matin": DayPart.MORNING, "cet après midi": DayPart.AFTERNOON},
            **{"ce soir": DayPart.EVENING, "cette nuit": DayPart.NIGHT},
        }
    ),
    next_part=table({"le matin": DayPart.MORNING, "le soir": DayPart.EVENING}),
    before_length={"dans": 1, "d' ici": 1, "il y a": -1},
    behind_length={},
    same_time=("la même heure", "cette heure"),
    now=("maintenant", "tout de suite"),
    habitual=("le",),
)

_WEEKDAY = {name: frozenset([place]) for place, name in enumerate(WEEKDAYS)}
_ONE = table(_WEEKDAY | {"jour": ALL, "jour ouvrable": WORKING, "week end": WEEKEND})
_ALL = table(
    {f"{name}s": frozenset([place]) for place, name in enumerate(WEEKDAYS)}
    | {"jours": ALL, "jours ouvrables": WORKING, "week ends": WEEKEND}
)
_PART = optional(table(_BESIDE_DAY), None)
_EVERY_PART = {**_DAYTIME, **{f"{name}s": part for name, part in _DAYTIME.items()}}
REPEATED = (
    combine(when, say("chaque") >> listed("fr.more_days", _ONE, ("et",), ("chaque",)), _PART)
    | combine(
        when,
        say("tous les", "les") >> listed("fr.more_all_days", _ALL, ("et",), ("tous les", "les")),
        _PART,
    )
    | combine(when, say("le") >> listed("fr.more_habits", table(_WEEKDAY), ("et",), ("le",)), _PART)
    | (say("chaque", "tous les") >> table(_EVERY_PART)).map(lambda part: when(ALL, part))
    | say("en semaine", "du lundi au vendredi").as_value(when(WORKING, None))
    | say("quotidiennement").as_value(when(ALL, None))
)
