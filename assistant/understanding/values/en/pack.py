"""English, put together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.en import numbers
from assistant.understanding.values.en.answers import yes_no
from assistant.understanding.values.en.dates import day
from assistant.understanding.values.en.datetimes import date_and_time
from assistant.understanding.values.en.durations import duration
from assistant.understanding.values.en.phones import phone, phone_meaning
from assistant.understanding.values.en.speaking import spoken
from assistant.understanding.values.en.spelling import PHONE_SCANNER, SCANNER
from assistant.understanding.values.en.times import clock
from assistant.understanding.values.en.weekly import weekly
from assistant.understanding.values.grammar import Grammar, maybe, rule, say
from assistant.understanding.values.kinds import Meaning, ValueType, constant, value_type
from assistant.understanding.values.languages import Pack
from assistant.understanding.values.moments import Clock, Day
from assistant.understanding.values.scanner import Scanner


def _time_meaning(said: Clock) -> Meaning:
    return lambda now: moments.next_time(said, now.replace(tzinfo=None)).time()


def _day_meaning(named: Day) -> Meaning:
    return lambda now: named(now.date())


def _words(text: str) -> list[str]:
    return _words_of(SCANNER, text)


def _phone_words(text: str) -> list[str]:
    return _words_of(PHONE_SCANNER, text)


def _words_of(scanner: Scanner, text: str) -> list[str]:
    return [one.word for one in scanner.spelt(text)]


def _plain(name: str, kind: type, grammar: Grammar[object], description: str) -> ValueType:
    """A value type whose values don't depend on when they are said."""
    return value_type(name, kind, grammar.map(constant), _words, description)


def _value_types() -> Mapping[str, ValueType]:
    times: Grammar[Meaning] = rule("en.time", maybe("at") >> clock).map(_time_meaning)
    days = rule(
        "en.date",
        maybe("on") >> day | say("tonight").as_value(lambda today: today),
    ).map(_day_meaning)
    types = (
        _plain("number", int, numbers.number, "a whole number, such as “twenty five”"),
        _plain("decimal", float, numbers.decimal, "a number, such as “three point five”"),
        _plain("ordinal", int, numbers.ordinal, "a place in a row, such as “third”"),
        _plain("percent", float, numbers.percent, "a percentage, such as “twenty percent”"),
        _plain("duration", timedelta, duration, "a length of time, such as “half an hour”"),
        _plain("yes_no", bool, yes_no, "an answer, such as “yes” or “no”"),
        value_type("time", time, times, _words, "a time of day, such as “half past three”"),
        value_type("date", date, days, _words, "a date, such as “next Tuesday”"),
        value_type(
            "datetime", datetime, date_and_time, _words, "a moment, such as “tomorrow at noon”"
        ),
        _plain(
            "weekly", Weekly, weekly, "a day and time of each week, such as “every Monday at ten”"
        ),
        value_type(
            "phone",
            str,
            phone.map(phone_meaning),
            _phone_words,
            "a telephone number, such as “double oh seven”",
        ),
    )
    return {one.name: one for one in types}


PACK = Pack(value_types=_value_types(), scanner=SCANNER, spoken=spoken)
