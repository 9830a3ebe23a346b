"""English text as it is typed, in the words that somebody would say: "7:30 pm", "15th", "20%".

One scanner looks for the written forms in the order of `FORMS`; what none of them takes is a word
or mere punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.values.en.dates import MONTHS, WEEKDAYS
from assistant.understanding.values.en.numbers import spell, spell_digits, spell_ordinal
from assistant.understanding.values.en.phones import SIGNS
from assistant.understanding.values.scanner import Form, Scanner
from assistant.understanding.values.shared.phones import WRITTEN_CODE, spelt_code
from assistant.understanding.values.shared.written import DEGREES, SCALES

_PHONE_WORDS = frozenset(("call", "dial", "phone", "ring"))
"""A number after one of these is said digit by digit."""

_MONTH_WORDS = frozenset((*MONTHS, *(name[:3] for name in MONTHS), "sept"))
"""Four digits after one of these are a year."""

_FRACTIONS = {"1/2": "half", "1/4": "quarter", "3/4": "three quarters"} | {
    "½": "half",
    "¼": "quarter",
    "¾": "three quarters",
}
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_SYMBOLS = {"%": "percent", "°": "degrees", "+": "plus", "=": "equals", "&": "and", "@": "at"} | {
    "×": "times",
    "*": "times",
    "÷": "divided by",
    "/": "divided by",
    "^": "to the power of",
    **_CURRENCIES,
}
_UNITS = {"h": "hours", "hr": "hours", "hrs": "hours", "m": "minutes", "min": "minutes"} | {
    "mins": "minutes",
    "s": "seconds",
    "sec": "seconds",
    "secs": "seconds",
}


def _phone(match: re.Match[str], _: str) -> str:
    digits = spell_digits("".join(re.findall(r"\d", match.group())))
    return f"plus {digits}" if match.group().startswith("+") else digits


def _slash_date(match: re.Match[str], _: str) -> str:
    """Day and month, in whichever order is possible; 5/6/2027 may be either, and is left alone."""
    one, other = int(match["one"]), int(match["other"])
    day, month = max(one, other), min(one, other)
    if not 1 <= month <= 12 < day:
        return f"{spell(one)} slash {spell(other)} slash {_year(int(match['slash_year']))}"
    return f"{spell(day)} {MONTHS[month - 1]} {_year(int(match['slash_year']))}"


def _dotted_month(match: re.Match[str], _: str) -> str:
    return _month(match["dotted"])


def _iso_date(match: re.Match[str], _: str) -> str:
    year, month, day = map(int, match.group("year", "month", "day"))
    if not 1 <= month <= len(MONTHS) or not day:
        return " ".join(map(spell, (year, month, day)))
    return f"the {spell_ordinal(day)} of {MONTHS[month - 1]} {_year(year)}"


def _year(year: int) -> str:
    century, rest = divmod(year, 100)
    if century not in (19, 20) or not rest:
        return spell(year)
    return f"{spell(century)} {_two_digits(rest)}"


def _month_day(match: re.Match[str], _: str) -> str:
    year = _year(int(match["month_year"])) if match["month_year"] else ""
    day = _day(match["month_day"], match["month_nth"])
    return f"{_month(match['month_first'])} {day} {year}"


def _day_month(match: re.Match[str], _: str) -> str:
    day = _day(match["day_first"], match["day_nth"])
    return f"{day} {match['of'] or ''} {_month(match['day_month'])}"


def _day(written: str, ending: str | None) -> str:
    return spell_ordinal(int(written)) if ending else spell(int(written))


def _month(written: str) -> str:
    return next(name for name in MONTHS if name.startswith(written[:3]))


def _weekday(match: re.Match[str], _: str) -> str:
    return next(name for name in WEEKDAYS if name.startswith(match["weekday"][:3]))


def _clock(match: re.Match[str], _: str) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    half = _half(match["half"])
    military = hour > 12 or match["hour"].startswith("0")
    said = f"oh {spell(hour)}" if 0 < hour < 10 and military and not half else spell(hour)
    on_the_hour = "" if half else "hundred" if military else "o'clock"
    seconds = f"and {spell(int(match['second']))} seconds" if int(match["second"] or 0) else ""
    return f"{said} {_two_digits(minute) or on_the_hour} {seconds} {half}"


def _two_digits(number: int) -> str:
    """ "thirty", "oh five"; nothing for 0."""
    if not number:
        return ""
    return f"oh {spell(number)}" if number < 10 else spell(number)


def _half(written: str | None) -> str:
    """ "p.m." → "p m"."""
    return " ".join(re.findall("[apm]", written or ""))


def _hour(match: re.Match[str], _: str) -> str:
    minute = _two_digits(int(match["run_minute"] or 0))
    return f"{spell(int(match['full']))} {minute} {_half(match['full_half'])}"


def _mixed(match: re.Match[str], _: str) -> str:
    part = _FRACTIONS[match["part"]]
    if not match["wholes"]:
        return part
    article = "" if part.startswith("three") else "a "
    return f"{_whole(match['wholes'])} and {article}{part}"


def _length(match: re.Match[str], _: str) -> str:
    return f"{_whole(match['count'])} {_UNITS[match['unit'] or match['long_unit']]}"


def _ordinal(match: re.Match[str], _: str) -> str:
    return spell_ordinal(int(match["nth"]))


def _money(match: re.Match[str], _: str) -> str:
    return f"{_decimal(match['amount'])} {_CURRENCIES[match['currency']]}"


def _money_behind(match: re.Match[str], _: str) -> str:
    return f"{_decimal(match['worth'])} {_CURRENCIES[match['money']]}"


def _number(match: re.Match[str], before: str) -> str:
    written = match["digits"]
    sign = "minus " if match["sign"] else ""
    if before in _PHONE_WORDS and written.isdigit():
        return spell_digits(written)
    if before in _MONTH_WORDS and re.fullmatch(r"(19|20)\d\d", written):
        return _year(int(written))
    return sign + _decimal(written)


def _decimal(written: str) -> str:
    whole, _, fraction = written.replace(",", "").partition(".")
    said = spell(int(whole)) if "," in written and len(whole) <= 9 else _whole(whole)
    return f"{said} point {spell_digits(fraction)}" if fraction else said


def _whole(digits: str) -> str:
    """A number; but what looks like a telephone number digit by digit."""
    long = len(digits) >= 7 and not digits.endswith("000")
    if (digits.startswith("0") and len(digits) > 1) or long or len(digits) > 9:
        return spell_digits(digits)
    return spell(int(digits))


def _range(match: re.Match[str], _: str) -> str:
    low, high = int(match["low"]), int(match["high"])
    return f"{spell(low)} {'to' if low < high else 'minus'} {spell(high)}"


def _minus(_: re.Match[str], __: str) -> str:
    return "minus"


def _symbol(match: re.Match[str], _: str) -> str:
    return _SYMBOLS[match.group()]


def _word(match: re.Match[str], _: str) -> str:
    return match.group()


def _half_alone(match: re.Match[str], _: str) -> str:
    return _half(match.group())


_MONTH = rf"(?:{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})"
_LETTER = r"[^\W\d_½¼¾]"
_NTH = "(?:st|nd|rd|th)"
_AM_PM = r"[ap]\.?\s?m\b\.?"
_LONG_PHONE = (r"(?:(?<!\d)(?<!\d\s)\+(?=\d)|\(\d+\)|\(?0\d)(?:[ ()-]?\d){5,}", _phone)
_SYMBOL = (r"[%°+=&@×*÷/^$£€¥]", _symbol)
_DEGREES = (DEGREES, lambda match, _: f"degrees {SCALES[match['scale']]}")
_WORD = (rf"{_LETTER}+(?:'{_LETTER}+)*", _word)
_CODE = (WRITTEN_CODE, lambda match, _: spelt_code(match.group(), SIGNS, spell_digits))
FORMS: Sequence[tuple[str, Form]] = (
    _CODE,
    _LONG_PHONE,
    (r"\b(?:\d{3}-(?:\d{3}-)?\d{4}|\d{3,5}(?: \d{3,5})+)\b", _phone),
    (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso_date),
    (r"\b(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<slash_year>\d{4})\b", _slash_date),
    (rf"\b(?P<dotted>{_MONTH})\.(?=\s(?:the\b|[a-z-]+(?:st|nd|rd|th)\b))", _dotted_month),
    (
        rf"\b(?P<day_first>\d{{1,2}})(?P<day_nth>{_NTH})?\s(?P<of>of\s)?"
        rf"(?P<day_month>{_MONTH})\b\.?",
        _day_month,
    ),
    (
        rf"\b(?P<month_first>{_MONTH})\.?\s(?P<month_day>\d{{1,2}})(?P<month_nth>{_NTH})?"
        r"(?:,?\s(?P<month_year>(?:19|20)\d\d))?\b(?!:)",
        _month_day,
    ),
    # "sat" and "sun" are words of their own, unless a figure follows.
    (r"\b(?P<weekday>mon|tues?|wed|thu(?:rs?)?|fri|(?:sat|sun)(?=\.?,?\s\d))\b\.?", _weekday),
    (
        # With a dot only where a clock time is plain: "at 7.30", "7.30 pm".
        rf"\b(?P<hour>[01]?\d|2[0-3])(?::|(?<=\bat \d)\.|(?<=\bat \d\d)\.|\.(?=\d\d\s?{_AM_PM}))"
        r"(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        rf"(?:\s?(?P<half>{_AM_PM}))?(?![\d:])",
        _clock,
    ),
    (rf"\b(?P<full>0?[1-9]|1[0-2])(?P<run_minute>[0-5]\d)?\s?(?P<full_half>{_AM_PM})", _hour),
    (r"(?:\b(?P<wholes>\d+)(?:\s|(?=[½¼¾])))?(?P<part>\b(?:1/2|1/4|3/4)(?![\d/])|[½¼¾])", _mixed),
    (rf"\b(?P<nth>\d{{1,6}}){_NTH}\b", _ordinal),
    (r"(?P<currency>[$£€¥])(?P<amount>\d[\d,]*(?:\.\d+)?)", _money),
    (r"(?P<worth>\d[\d,]*(?:\.\d+)?)\s?(?P<money>[$£€¥])(?!\d)", _money_behind),
    (r"\b(?P<low>\d{1,2})[-–](?P<high>\d{1,2})\b", _range),
    (r"(?<=[\d)])\s?[-−]\s?(?=[\d(])", _minus),
    (
        r"(?<!\d)(?P<count>\d+)(?:(?P<unit>h|s|(?<=h\d)m|(?<=h\d\d)m)|"
        r"\s?(?P<long_unit>hrs?|mins?|secs?))(?![^\W\d])",
        _length,
    ),
    (r"(?P<sign>(?<![\w)])[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)", _number),
    (r"[ap]\.\s?m\.", _half_alone),
    _DEGREES,
    _SYMBOL,
    _WORD,
)

SCANNER = Scanner(FORMS)
"""For whole sentences."""


def _one_by_one(match: re.Match[str], _: str) -> str:
    return spell_digits(match["digit_run"])


PHONE_SCANNER = Scanner((_CODE, _LONG_PHONE, (r"(?P<digit_run>\d+)", _one_by_one), _SYMBOL, _WORD))
"""For what can only be a telephone number: every digit is said by itself."""
