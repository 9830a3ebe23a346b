"""Italian days, times and lengths: "le sette e mezza", "dopodomani", "un'ora e mezza"."""

from __future__ import annotations

from assistant.understanding.values import moments
from assistant.understanding.values.grammar import combine, optional, say, table
from assistant.understanding.values.it.numbers import WORDS
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

WEEKDAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto"),
    *("settembre", "ottobre", "novembre", "dicembre"),
)
_PLAIN_WEEKDAYS = {
    name.replace("ì", "i"): place for place, name in enumerate(WEEKDAYS) if "ì" in name
}

LENGTHS = LengthWords(
    units={
        SECOND: ("secondo", "secondi"),
        MINUTE: ("minuto", "minuti"),
        HOUR: ("ora", "ore"),
        DAY: ("giorno", "giorni"),
        WEEK: ("settimana", "settimane"),
    },
    joint=("e",),
    one={"un": 1, "una": 1, "uno": 1},
    zero=("zero",),
    some=dict.fromkeys(("un paio di", "un paio d'"), 2),
    parts=table({"e mezza": 0.5, "e mezzo": 0.5, "e un quarto": 0.25, "e tre quarti": 0.75}),
    either=("a", "o"),
    others={},
)
FIXED_LENGTHS = {
    **dict.fromkeys(("mezz' ora", "mezza ora", "una mezz' ora", "una mezza ora"), 0.5 * HOUR),
    **dict.fromkeys(("un quarto d' ora", "quarto d' ora"), 0.25 * HOUR),
    "tre quarti d' ora": 0.75 * HOUR,
    "mezzo minuto": 0.5 * MINUTE,
    "mezza giornata": 0.5 * DAY,
}

_PARTS = {
    **dict.fromkeys(("di mattina", "del mattino", "della mattina"), DayPart.MORNING),
    **dict.fromkeys(("del pomeriggio", "di pomeriggio"), DayPart.AFTERNOON),
    **dict.fromkeys(("di sera", "della sera"), DayPart.EVENING),
    **dict.fromkeys(("di notte", "della notte"), DayPart.NIGHT),
}
_DAYTIME = {
    "mattina": DayPart.MORNING,
    "pomeriggio": DayPart.AFTERNOON,
    "sera": DayPart.EVENING,
    "notte": DayPart.NIGHT,
}
_BESIDE_DAY = _PARTS | _DAYTIME | {"mattino": DayPart.MORNING}
CLOCK = ClockWords(
    before=("le", "alle", "l'", "all'", "per le", "per l'"),
    behind=(),
    needed=False,
    sharp=("in punto",),
    joint=("e",),
    minutes=("minuti", "minuto"),
    seconds=("secondi", "secondo"),
    and_seconds=("e",),
    less=("meno",),
    past={
        **{"e mezza": 30, "e mezzo": 30, "e un quarto": 15, "e tre quarti": 45},
        **{"meno un quarto": -15, "meno quarto": -15},
    },
    shifts={},
    counted_shifts={},
    named={
        **dict.fromkeys(("mezzogiorno", "per mezzogiorno"), NOON),
        **dict.fromkeys(("mezzanotte", "per mezzanotte"), MIDNIGHT),
    },
    parts=_PARTS,
)

_STEPS: dict[str, days.Step] = {
    **dict.fromkeys(("giorno", "giorni"), days.add_days),
    **dict.fromkeys(("settimana", "settimane"), days.add_weeks),
    **dict.fromkeys(("mese", "mesi"), moments.add_months),
    **dict.fromkeys(("anno", "anni"), days.add_years),
}
_NEXT_WEEK = ("la prossima settimana", "prossima settimana", "la settimana prossima")
DATES = DateWords(
    weekdays=WEEKDAYS,
    other_weekdays=_PLAIN_WEEKDAYS,
    months=MONTHS,
    other_months={},
    day_numbers=WORDS.names(1, 31) | {"primo": 1},
    articles=("il", "l'", "lo"),
    of=("di",),
    of_month=("del mese", "di questo mese"),
    centuries={"due mila": 2000, "due mille": 2000, "mille nove cento": 1900},
    before_weekday={
        **dict.fromkeys(("questo", "questa"), days.weekday_from_today),
        **dict.fromkeys(("prossimo", "prossima"), days.weekday_after),
        **dict.fromkeys(("scorso", "scorsa"), days.weekday_before),
    },
    behind_weekday={
        **dict.fromkeys(("prossimo", "prossima"), days.weekday_next_week),
        **dict.fromkeys(("scorso", "scorsa"), days.weekday_before),
    },
    named={
        **{"oggi": days.days_away(0), "domani": days.days_away(1)},
        **{"dopodomani": days.days_away(2), "ieri": days.days_away(-1)},
        **dict.fromkeys(("l' altro ieri", "altro ieri"), days.days_away(-2)),
        **dict.fromkeys(_NEXT_WEEK, days.weekday_next_week(0)),
        **dict.fromkeys(("questo fine settimana", "fine settimana"), days.weekend),
        **dict.fromkeys(("prossimo mese", "mese prossimo"), days.of_some_month(1, 1)),
        **{"natale": days.in_year(12, 25), "la vigilia di natale": days.in_year(12, 24)},
        **{"santo stefano": days.in_year(12, 26), "san silvestro": days.in_year(12, 31)},
        **{"capodanno": days.in_year(1, 1), "epifania": days.in_year(1, 6)},
        **{"ferragosto": days.in_year(8, 15), "pasqua": days.from_easter(0)},
        **{"pasquetta": days.from_easter(1), "venerdì santo": days.from_easter(-2)},
    },
    steps=_STEPS,
    before_count={"tra": 1, "fra": 1},
    behind_count={"fa": -1},
    in_a_week=("tra una settimana", "fra una settimana"),
)

MOMENTS = MomentWords(
    on=("per", "per il", "a"),
    at=("a", "verso"),  # "per quattro" are four people
    part=table(_BESIDE_DAY),
    today=table(
        {
            **{f"questa {name}": part for name, part in _DAYTIME.items() if name != "pomeriggio"},
            **{"questo pomeriggio": DayPart.AFTERNOON, "stamattina": DayPart.MORNING},
            **{"stasera": DayPart.EVENING, "stanotte": DayPart.NIGHT},
        }
    ),
    next_part=table({"di mattina": DayPart.MORNING, "di sera": DayPart.EVENING}),
    before_length={"tra": 1, "fra": 1},
    behind_length={"fa": -1},
    same_time=("alla stessa ora", "a quest' ora"),
    now=("adesso", "ora", "subito"),
    habitual=("il", "la", "di"),
)

_WEEKDAY = {name: frozenset([place]) for place, name in enumerate(WEEKDAYS)} | {
    name: frozenset([place]) for name, place in _PLAIN_WEEKDAYS.items()
}
_ONE = table(
    _WEEKDAY
    | {"giorno": ALL, "giorno feriale": WORKING, "fine settimana": WEEKEND, "weekend": WEEKEND}
)
_ALL = table(
    {name: frozenset([place]) for place, name in enumerate(WEEKDAYS[:5])}
    | {name: frozenset([place]) for name, place in _PLAIN_WEEKDAYS.items()}
    | {"sabati": frozenset([5]), "domeniche": frozenset([6])}
    | {"giorni": ALL, "giorni feriali": WORKING, "fine settimana": WEEKEND}
)
_PART = optional(table(_BESIDE_DAY), None)
_EVERY_PART = {**_DAYTIME, "mattine": DayPart.MORNING, "sere": DayPart.EVENING}
REPEATED = (
    combine(when, say("ogni") >> listed("it.more_days", _ONE, ("e",), ("ogni",)), _PART)
    | combine(
        when,
        say("tutti i", "tutte le", "i", "le")
        >> listed("it.more_all_days", _ALL, ("e",), ("tutti i", "i", "le")),
        _PART,
    )
    | combine(
        when,
        say("il", "la", "di")
        >> listed("it.more_habits", table(_WEEKDAY), ("e",), ("il", "la", "di")),
        _PART,
    )
    | (say("ogni", "tutte le") >> table(_EVERY_PART)).map(lambda part: when(ALL, part))
    | say("nei giorni feriali", "dal lunedì al venerdì").as_value(when(WORKING, None))
    | say("quotidianamente").as_value(when(ALL, None))
)
