"""German days, times and lengths: "halb sieben", "übermorgen", "anderthalb Stunden"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.values import moments
from assistant.understanding.values.de.numbers import WORDS
from assistant.understanding.values.grammar import combine, maybe, optional, say, table
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

WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september"),
    *("oktober", "november", "dezember"),
)

LENGTHS = LengthWords(
    units={
        SECOND: ("sekunde", "sekunden"),
        MINUTE: ("minute", "minuten"),
        HOUR: ("stunde", "stunden"),
        DAY: ("tag", "tage", "tagen"),
        WEEK: ("woche", "wochen"),
    },
    joint=("und",),
    one=dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eins"), 1),
    zero=("null",),
    some=dict.fromkeys(("ein paar",), 2),
    parts=say("und") >> table({"eine halbe": 0.5, "eine viertel": 0.25}),
    either=("bis", "oder"),
    others={},
)
_HALVES = {
    f"{name} {unit}": count * length
    for name, count in WORDS.fractions.items()
    if count > 1
    for unit, length in (("stunden", HOUR), ("minuten", MINUTE), ("tage", DAY), ("wochen", WEEK))
}
FIXED_LENGTHS = {
    **_HALVES,
    **dict.fromkeys(("eine halbe stunde", "einer halben stunde", "halbe stunde"), 0.5 * HOUR),
    **dict.fromkeys(("eine viertelstunde", "einer viertelstunde", "viertelstunde"), 0.25 * HOUR),
    **dict.fromkeys(("eine viertel stunde", "einer viertel stunde"), 0.25 * HOUR),
    **dict.fromkeys(("eine dreiviertelstunde", "einer dreiviertelstunde"), 0.75 * HOUR),
    **dict.fromkeys(("eine dreiviertel stunde", "dreiviertelstunde"), 0.75 * HOUR),
    **dict.fromkeys(("eine halbe minute", "einer halben minute"), 0.5 * MINUTE),
    "einen halben tag": 0.5 * DAY,
}

_NAMED_PARTS = {
    "morgens": DayPart.MORNING,
    "früh": DayPart.MORNING,
    "vormittags": DayPart.MORNING,
    "mittags": DayPart.AFTERNOON,
    "nachmittags": DayPart.AFTERNOON,
    "abends": DayPart.EVENING,
    "nachts": DayPart.NIGHT,
}
_PART_NOUNS = {
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
}
_PARTS = {
    **_NAMED_PARTS,
    **{f"am {name}": part for name, part in _PART_NOUNS.items()},
    "in der nacht": DayPart.NIGHT,
}
_BESIDE_DAY = {**_PARTS, **_PART_NOUNS, "nacht": DayPart.NIGHT, "mittag": DayPart.AFTERNOON}

CLOCK = ClockWords(
    before=(),
    behind=("uhr",),
    needed=False,
    sharp=("genau", "punkt"),
    joint=("und",),
    minutes=("minuten", "minute"),
    seconds=("sekunden", "sekunde"),
    and_seconds=("und",),
    less=(),
    past={},
    shifts={
        **{"halb": -30, "viertel": -45, "dreiviertel": -15, "drei viertel": -15},
        **{"viertel nach": 15, "viertel vor": -15},
    },
    counted_shifts={
        **{"nach": (1, 0), "vor": (-1, 0)},
        **{"nach halb": (1, -30), "vor halb": (-1, -30)},
    },
    named={"mittag": NOON, "mitternacht": MIDNIGHT, "zwölf uhr mittags": NOON},
    parts=_PARTS,
)

_THIS = ("diesen", "dieser", "diesem", "kommenden", "kommender", "kommendem")
_NEXT = ("nächsten", "nächster", "nächstem")
_LAST = ("letzten", "letzter", "vergangenen")
_STEPS: dict[str, days.Step] = {
    **dict.fromkeys(("tag", "tage", "tagen"), days.add_days),
    **dict.fromkeys(("woche", "wochen"), days.add_weeks),
    **dict.fromkeys(("monat", "monate", "monaten"), moments.add_months),
    **dict.fromkeys(("jahr", "jahre", "jahren"), days.add_years),
}
DATES = DateWords(
    weekdays=WEEKDAYS,
    other_weekdays={"sonnabend": 5},
    months=MONTHS,
    other_months={"jänner": 1, "juno": 6, "julei": 7},
    day_numbers={name: day for name, day in WORDS.ordinals.items() if day <= 31},
    articles=("der", "den", "dem", "am"),
    of=(),
    of_month=("des monats",),
    centuries={"zwei tausend": 2000, "neunzehn hundert": 1900},
    before_weekday={
        **dict.fromkeys(_THIS, days.weekday_from_today),
        **dict.fromkeys(_NEXT, days.weekday_next_week),
        **dict.fromkeys(_LAST, days.weekday_before),
    },
    behind_weekday={},
    named={
        **{"heute": days.days_away(0), "morgen": days.days_away(1)},
        **{"übermorgen": days.days_away(2), "gestern": days.days_away(-1)},
        **{"vorgestern": days.days_away(-2), "nächste woche": days.weekday_next_week(0)},
        **dict.fromkeys(("dieses wochenende", "wochenende"), days.weekend),
        **{"nächstes wochenende": days.weekday_next_week(5)},
        **{"nächsten monat": days.of_some_month(1, 1), "heiligabend": days.in_year(12, 24)},
        **{"weihnachten": days.in_year(12, 25), "silvester": days.in_year(12, 31)},
        **{"neujahr": days.in_year(1, 1), "nikolaus": days.in_year(12, 6)},
        **{"karfreitag": days.from_easter(-2), "ostern": days.from_easter(0)},
        **{"ostersonntag": days.from_easter(0), "ostermontag": days.from_easter(1)},
        **{"pfingsten": days.from_easter(49), "himmelfahrt": days.from_easter(39)},
    },
    steps=_STEPS,
    before_count={"in": 1, "vor": -1},
    behind_count={},
    in_a_week=("in einer woche",),
)

MOMENTS = MomentWords(
    on=("am", "an", "zu"),
    at=("um", "gegen", "ab"),
    part=table(_BESIDE_DAY),
    today=table({"heute nacht": DayPart.NIGHT, "heute abend": DayPart.EVENING}),
    next_part=table({f"am {name}": part for name, part in _PART_NOUNS.items()}),
    before_length={"in": 1, "vor": -1},
    behind_length={},
    same_time=("zur gleichen zeit", "um dieselbe zeit", "um diese zeit"),
    now=("jetzt", "sofort", "gleich"),
)


def _names(names: Sequence[str], ending: str = "") -> dict[str, frozenset[int]]:
    return {name + ending: frozenset([place]) for place, name in enumerate(names)}


_ONE = table(
    _names(WEEKDAYS) | {"tag": ALL, "werktag": WORKING, "wochentag": WORKING, "arbeitstag": WORKING}
)
_ADVERBS = table(_names(WEEKDAYS, "s") | {"werktags": WORKING, "wochentags": WORKING})
_PART = optional(table(_BESIDE_DAY), None)
REPEATED = (
    combine(when, say("jeden") >> listed("de.more_days", _ONE, ("und",), ("jeden",)), _PART)
    | combine(when, maybe("immer") >> listed("de.more_adverbs", _ADVERBS, ("und",)), _PART)
    | (say("jeden") >> table(_PART_NOUNS)).map(lambda part: when(ALL, part))
    | say("jede nacht").as_value(when(ALL, DayPart.NIGHT))
    | say("täglich").as_value(when(ALL, None))
    | say("jedes wochenende", "am wochenende").as_value(when(WEEKEND, None))
)
