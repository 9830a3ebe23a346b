"""A language, put together from its grammars."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import add

from assistant.records import Weekly
from assistant.understanding.values import moments
from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
)
from assistant.understanding.values.kinds import Meaning, ValueType, constant
from assistant.understanding.values.languages import Pack
from assistant.understanding.values.moments import Clock, Day, Hours
from assistant.understanding.values.scanner import Scanner
from assistant.understanding.values.shared.dates import Dates, DateWords
from assistant.understanding.values.shared.datetimes import Moment, MomentWords, date_and_time
from assistant.understanding.values.shared.durations import Lengths, LengthWords
from assistant.understanding.values.shared.numbers import Numbers, NumberWords
from assistant.understanding.values.shared.phones import code_of, groups, phone_meaning
from assistant.understanding.values.shared.speaking import Speech, speaker
from assistant.understanding.values.shared.spelling import WrittenWords, scanners
from assistant.understanding.values.shared.times import ClockWords, clock
from assistant.understanding.values.shared.weekly import Repeated, When, weekly


@dataclass(frozen=True, slots=True)
class Grammars:
    """How each kind of value is said."""

    number: Grammar[int]
    decimal: Grammar[float]
    ordinal: Grammar[int]
    percent: Grammar[float]
    duration: Grammar[timedelta]
    vague_duration: Grammar[None]
    """More than one length, which is refused."""
    yes_no: Grammar[bool]
    time: Grammar[Clock]
    date: Grammar[Day]
    moment: Grammar[Moment]
    weekly: Grammar[Repeated]
    phone: Grammar[str]


def make_pack(
    grammars: Grammars,
    scanner: Scanner,
    phone_scanner: Scanner,
    spoken: Callable[[object, datetime | None], str],
    short_phones: Collection[str] = (),
) -> Pack:
    """The language's pack. `phone_scanner` spells out what can only be a telephone number."""
    words, phone_words = partial(_words, scanner), partial(_words, phone_scanner)
    plain = {
        "number": (int, grammars.number, "a whole number, such as “twenty five”"),
        "decimal": (float, grammars.decimal, "a number, such as “three point five”"),
        "ordinal": (int, grammars.ordinal, "a place in a row, such as “third”"),
        "percent": (float, grammars.percent, "a percentage, such as “twenty percent”"),
        "yes_no": (bool, grammars.yes_no, "an answer, such as “yes” or “no”"),
        "weekly": (
            Weekly,
            grammars.weekly.map(lambda meant: meant(moments.USUAL)),
            "a day and time of each week, such as “every Monday at ten”",
        ),
        "weekly_waking": (
            Weekly,
            grammars.weekly.map(lambda meant: meant(moments.WAKING)),
            "a time to get up each week, such as “every Monday at six”",
        ),
    }
    resolved = {
        "duration": (
            timedelta,
            grammars.duration.map(constant) | grammars.vague_duration.as_value(_vague),
            "a length of time, such as “half an hour”",
        ),
        "time": (time, grammars.time.map(_time), "a time of day, such as “half past three”"),
        "date": (date, grammars.date.map(_day), "a date, such as “next Tuesday”"),
        "datetime": (
            datetime,
            grammars.moment.map(partial(_in_hours, moments.USUAL)),
            "a moment, such as “tomorrow at noon”",
        ),
        "waking": (
            datetime,
            grammars.moment.map(partial(_in_hours, moments.WAKING)),
            "a time to get up, such as “tomorrow at seven”",
        ),
    }
    types: dict[str, ValueType] = {
        name: ValueType(name, kind, grammar.map(constant), words, description)
        for name, (kind, grammar, description) in plain.items()
    } | {
        name: ValueType(name, kind, grammar, words, description)
        for name, (kind, grammar, description) in resolved.items()
    }
    types["phone"] = ValueType(
        "phone",
        str,
        grammars.phone.map(partial(phone_meaning, short=short_phones)),
        phone_words,
        "a telephone number, such as “double oh seven”",
    )
    return Pack(value_types=types, scanner=scanner, spoken=spoken)


def _vague(_: datetime) -> object:
    raise ValueError("That is more than one length of time; say one.")


def _time(said: Clock) -> Meaning:
    return lambda now: moments.next_time(said, now.replace(tzinfo=None)).time()


def _day(named: Day) -> Meaning:
    return lambda now: named(now.date())


def _in_hours(hours: Hours, meant: Moment) -> Meaning:
    return lambda now: meant(now, hours)


def _words(scanner: Scanner, text: str) -> list[str]:
    return [one.word for one in scanner.spelt(text)]


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language that has nothing but these, put into the shared grammars."""

    code: str
    numbers: NumberWords
    lengths: LengthWords
    fixed_lengths: Mapping[str, timedelta]
    """Lengths with names of their own: {"eine halbe stunde": 30 minutes}."""
    clock: ClockWords
    dates: DateWords
    moments: MomentWords
    repeated: Grammar[When]
    """The days of what happens every week."""
    yes: Sequence[str]
    no: Sequence[str]
    written: WrittenWords
    speech: Speech
    short_phones: Sequence[str] = ()
    """Telephone numbers of two digits, said as one number: "le quinze" calls an ambulance."""


def pack_of(language: Language) -> Pack:
    """The pack of a language that has nothing but words."""
    code = language.code
    numbers = Numbers(code, language.numbers)
    lengths = Lengths(
        code, language.lengths, numbers.below_hundred, numbers.below_million, numbers.ending
    )
    fixed = table(language.fixed_lengths)
    duration = rule(f"{code}.duration", lengths.fractional | lengths.whole | fixed)
    said_clock = clock(code, language.clock, numbers)
    dates = Dates(code, language.dates, numbers, lengths.calendar_count)
    at, on, habitual = language.moments.at, language.moments.on, language.moments.habitual
    on_day = maybe(*on) >> dates.day
    if habitual:
        on_day = on_day | say(*habitual) >> dates.one_day
    repeated = rule(f"{code}.repeated", language.repeated)
    grammars = Grammars(
        number=numbers.number,
        decimal=numbers.decimal,
        ordinal=numbers.ordinal,
        percent=numbers.percent,
        duration=duration,
        vague_duration=lengths.vague,
        yes_no=rule(
            f"{code}.yes_no",
            table(dict.fromkeys(language.yes, True) | dict.fromkeys(language.no, False)),
        ),
        time=rule(f"{code}.time", maybe(*at) >> said_clock),
        date=rule(f"{code}.date", maybe(*on, *habitual) >> dates.day),
        moment=date_and_time(
            code, language.moments, on_day, dates.days_from_now, said_clock, duration
        ),
        weekly=weekly(code, at, repeated, said_clock),
        phone=_phone(code, language, numbers),
    )
    scanner, phone_scanner = scanners(language.written)
    speak = speaker(language.speech)
    return make_pack(grammars, scanner, phone_scanner, speak, language.short_phones)


def _phone(code: str, language: Language, numbers: Numbers) -> Grammar[str]:
    """Digits with an optional leading plus; or a code with signs."""
    single = {name: str(value) for name, value in numbers.words.names(0, 9).items()}
    group = rule(
        f"{code}.phone_group",
        numbers.between(10, 99).map(str) | table(single),
    )
    plus = say(language.speech.plus).as_value("+")
    in_code = rule(f"{code}.code_group", numbers.below_thousand.map(str) | table(single))
    several = combine(add, optional(plus, ""), groups(group))
    if language.short_phones:
        several = numbers.between(10, 99).map(str) | several  # "dix-sept" is 17, not 10 and 7
    return rule(
        f"{code}.phone",
        several
        | numbers.hundreds.map(str)  # as "112" is often said
        | code_of(language.written.signs, in_code),
    )
