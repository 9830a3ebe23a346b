"""English, put together."""

from __future__ import annotations

from assistant.understanding.values.en import numbers
from assistant.understanding.values.en.answers import yes_no
from assistant.understanding.values.en.dates import day
from assistant.understanding.values.en.datetimes import date_and_time
from assistant.understanding.values.en.durations import duration, vague
from assistant.understanding.values.en.phones import phone
from assistant.understanding.values.en.speaking import spoken
from assistant.understanding.values.en.spelling import PHONE_SCANNER, SCANNER
from assistant.understanding.values.en.times import clock
from assistant.understanding.values.en.weekly import weekly
from assistant.understanding.values.grammar import maybe, rule, say
from assistant.understanding.values.shared.days import days_away
from assistant.understanding.values.shared.pack import Grammars, make_pack

_GRAMMARS = Grammars(
    number=numbers.number,
    decimal=numbers.decimal,
    ordinal=numbers.ordinal,
    percent=numbers.percent,
    duration=duration,
    vague_duration=vague,
    yes_no=yes_no,
    time=rule("en.time", maybe("at") >> clock),
    date=rule("en.date", maybe("on") >> day | say("tonight").as_value(days_away(0))),
    moment=date_and_time,
    weekly=weekly,
    phone=phone,
)
PACK = make_pack(_GRAMMARS, SCANNER, PHONE_SCANNER, spoken)
