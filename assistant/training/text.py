"""Written English to spoken words: the form in which transcripts are trained on and measured.

`normalise` gives lower-case a–z, apostrophes inside words and single blanks, nothing else. It is a
fixed point of itself, so text that is already spoken words passes unharmed. The number words
follow British habit ("one hundred and five"), years are read in pairs, and long or zero-led digit
strings one digit at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
HOURS = frozenset((*UNITS[1:13], "fifteen", "twenty", "thirty", "o'clock"))
"""Words behind which "am" means the morning."""
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
}
MEASURES = {
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "m": "meter",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "ml": "milliliter",
    "l": "liter",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "ft": "foot",
    "mi": "mile",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "hr": "hour",
    "hrs": "hour",
    "mph": "mile per hour",
    "km/h": "kilometer per hour",
    "kmh": "kilometer per hour",
    "gb": "gigabyte",
    "mb": "megabyte",
    "°c": "degree celsius",
    "°f": "degree fahrenheit",
    "°": "degree",
    "%": "percent",
}
ABBREVIATIONS = {
    "mr": "mister",
    "mrs": "missus",
    "ms": "miss",
    "dr": "doctor",
    "prof": "professor",
    "vs": "versus",
    "etc": "et cetera",
    "pm": "p m",
    "tv": "t v",
    "ok": "okay",
}
DOTTED = {
    "st.": "saint",
    "ave.": "avenue",
    "blvd.": "boulevard",
    "rd.": "road",
    "jr.": "junior",
    "sr.": "senior",
    "no.": "number",
    "approx.": "approximately",
    "dept.": "department",
    "jan.": "january",
    "feb.": "february",
    "aug.": "august",
    "sept.": "september",
    "oct.": "october",
    "nov.": "november",
    "dec.": "december",
}
SIGNS = {
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "×": " times ",
    "÷": " divided by ",
    "@": " at ",
    "#": " number ",
}
HALVES = {
    "1/2": "half",
    "1/4": "quarter",
    "3/4": "three quarters",
    "1/3": "third",
    "2/3": "two thirds",
}


def cardinal(number: int) -> str:
    """105 → "one hundred and five"; any whole number."""
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number < 1000:
        return _below_thousand(number)
    for size, name in SCALES:
        if number >= size:
            return _scaled(number, size, name)
    raise AssertionError(number)


def _below_thousand(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return f"{TENS[ten]} {UNITS[unit]}" if unit else TENS[ten]
    hundred, rest = divmod(number, 100)
    head = f"{UNITS[hundred]} hundred"
    return f"{head} and {_below_thousand(rest)}" if rest else head


def _scaled(number: int, size: int, name: str) -> str:
    count, rest = divmod(number, size)
    head = f"{cardinal(count)} {name}"
    if not rest:
        return head
    return f"{head} and {cardinal(rest)}" if rest < 100 else f"{head} {cardinal(rest)}"


def ordinal(number: int) -> str:
    """22 → "twenty second"."""
    head, _, last = cardinal(number).rpartition(" ")
    if last in IRREGULAR_ORDINALS:
        last = IRREGULAR_ORDINALS[last]
    else:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head} {last}".strip()


def digits(figures: str, zero: str = "zero") -> str:
    """ "042" → "zero four two"; whatever is no digit is left out."""
    return " ".join(zero if f == "0" else UNITS[int(f)] for f in figures if f in "0123456789")


def year(number: int) -> str:
    """1984 → "nineteen eighty four", 1905 → "nineteen oh five", 2007 → "two thousand and seven"."""
    century, rest = divmod(number, 100)
    if not 11 <= century <= 99 or (century % 10 == 0 and rest < 10):
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def clock(hour: int, minute: int) -> str:
    """7, 5 → "seven oh five"; full hours say "o'clock"."""
    if not minute:
        return f"{cardinal(hour)} o'clock"
    return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"


def normalise(text: str) -> str:
    """The words a person would say for `text`: a–z, apostrophes inside words, single blanks."""
    spoken = _plain_letters(text)
    for pattern, replacement in _RULES:
        spoken = pattern.sub(replacement, spoken)
    words = [_without_edge_quotes(word) for word in re.sub(r"[^a-z' ]", " ", spoken).split()]
    return " ".join(_written_out([word for word in words if word]))


def _written_out(words: Sequence[str]) -> Iterator[str]:
    """Abbreviations as words, and "am" behind a number as the morning."""
    for before, word in zip(("", *words), words, strict=False):
        morning = word == "am" and before in HOURS
        yield "a m" if morning else ABBREVIATIONS.get(word, word)


def _plain_letters(text: str) -> str:
    """Lower case with typographic quotes and dashes made plain and accents taken off."""
    for quote in "‘’ʼ`´":
        text = text.replace(quote, "'")
    text = (
        re.sub(r"[‐-―−]", "-", text.lower()).replace("ß", "ss").replace("æ", "ae").replace("ø", "o")
    )
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return re.sub(r"(?<=\d)⁄(?=\d)", "/", bare)


def _without_edge_quotes(word: str) -> str:
    return re.sub(r"'{2,}", "'", word.strip("'"))


def _number(figures: str) -> str:
    """A figure with optional thousands commas and decimals."""
    whole, _, fraction = figures.replace(",", "").partition(".")
    if len(whole) > 15:
        return digits(whole)
    head = cardinal(int(whole or "0"))
    return f"{head} point {digits(fraction)}" if fraction else head


def _measured(match: re.Match[str]) -> str:
    return f" {_number(match[1])} {_plural(MEASURES[match[2]], match[1])} "


def _plural(unit: str, figures: str) -> str:
    if figures == "1" or unit == "percent":
        return unit
    first, _, rest = unit.partition(" ")
    first = "feet" if first == "foot" else f"{first}s"
    return f"{first} {rest}".strip()


def _money(match: re.Match[str]) -> str:
    one, many, cent, cents = CURRENCIES[match[1]]
    whole, fraction, scale = match[2].replace(",", ""), match[3], match[4]
    if scale:
        return f" {_number(whole + (f'.{fraction}' if fraction else ''))} {scale} {many} "
    head = f" {_number(whole)} {one if int(whole) == 1 else many} "
    if not fraction or int(fraction) == 0:
        return head
    hundredths = int(fraction.ljust(2, "0")[:2])
    return f"{head}and {cardinal(hundredths)} {cent if hundredths == 1 else cents} "


def _time(match: re.Match[str]) -> str:
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if not half:
        return f" {clock(hour, minute)} "
    exact = cardinal(hour) if not minute else clock(hour, minute)
    return f" {exact} {half[0]} m "


def _four_figures(match: re.Match[str]) -> str:
    number = int(match[0])
    return f" {year(number)} " if 1100 <= number <= 2099 else f" {cardinal(number)} "


def _decade(match: re.Match[str]) -> str:
    spoken = year(int(match[1])) if len(match[1]) == 4 else cardinal(int(match[1]))
    return f" {spoken[:-1]}ies " if spoken.endswith("y") else f" {spoken}s "


def _phone(match: re.Match[str]) -> str:
    return f" {'plus ' if match[0].startswith('+') else ''}{digits(match[0])} "


_FIGURES = r"\d[\d,]*(?:\.\d+)?"
_MEASURE = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_PHONE = r"0\d+|\d{3}[ -]\d{3}[ -]\d{4}|\d{3}[ -]\d{4}|\d{7,}"

_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\be\.g\."), " for example "),
    (re.compile(r"\bi\.e\."), " that is "),
    (re.compile(r"\b(?:[a-z]\.){2,}"), lambda m: f" {' '.join(m[0].replace('.', ''))} "),
    (re.compile(r"([$£€¥])\s?(\d[\d,]*)(?:\.(\d+))?(?:\s?(million|billion|thousand))?"), _money),
    (re.compile(r"\b(\d{1,2})[:.](\d{2})\s?([ap])\.? ?m\b\.?"), _time),
    (re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)()(?!:?\d)"), _time),
    (re.compile(r"\b(\d{1,2})()\s?([ap])\.?\s?m\b\.?"), _time),
    (re.compile(r"\b(1/2|1/4|3/4|1/3|2/3)\b"), lambda m: f" {HALVES[m[1]]} "),
    (re.compile(r"\b(\d+)(?:st|nd|rd|th)\b"), lambda m: f" {ordinal(int(m[1][:15]))} "),
    (re.compile(r"\b(\d{4}|\d0)'?s\b"), _decade),
    (re.compile(r"\+\d[\d ()-]{5,}\d"), _phone),
    (re.compile(rf"(?<![\d.,])(?:{_PHONE})(?![\d.,]*\d)"), _phone),
    (re.compile(rf"({_FIGURES})\s?({_MEASURE})(?![a-z])"), _measured),
    (re.compile(r"(?<=\d)(?:-| - )(?=\d)"), " to "),
    (re.compile(r"(?<![\w])-(?=\d)"), " minus "),
    (re.compile(r"(?<![\d.,])\d{4}(?!\d|[.,]\d)"), _four_figures),
    (re.compile(_FIGURES), lambda m: f" {_number(m[0])} "),
    (re.compile(rf"\b(?:{'|'.join(map(re.escape, DOTTED))})(?!\w)"), lambda m: f" {DOTTED[m[0]]} "),
    (re.compile(f"[{re.escape(''.join(SIGNS))}]"), lambda m: SIGNS[m[0]]),
)
