"""Typed text in spoken words, for languages that write figures as most of Europe does.

Decimals have a comma, thousands a point or a thin space, dates go day, month, year, and the day has
24 hours. What stands in front counts where several forms fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.text import WORD
from assistant.understanding.values.scanner import Form, Scanner
from assistant.understanding.values.shared.numbers import NumberWords
from assistant.understanding.values.shared.phones import WRITTEN_CODE, spelt_code
from assistant.understanding.values.shared.written import DEGREES, SCALES

_DIGITS = r"(?:\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?)"
"""A number in figures."""


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What a language says for what it writes."""

    numbers: NumberWords
    months: Sequence[str]
    abbreviated: Mapping[str, str]
    """{"jan": "januar"}; only with a figure beside them."""
    nth: str
    """What makes a figure an ordinal, as a pattern: r"\\.", "º|ª"."""
    first_day: str
    """How the first day of a month is said."""
    symbols: Mapping[str, str]
    units: Mapping[str, str]
    """What lengths of time are shortened to: {"min": "minuten"}."""
    clock: Callable[[int, int, int], str]
    """Hours, minutes and seconds in words."""
    morning: str
    """What "07:30" says beside "7:30"."""
    hour_mark: str
    """What may stand between hours and minutes, as a pattern: "[:.h]"."""
    hour_word: str
    """What may follow a written time and adds nothing, as a pattern."""
    signs: Mapping[str, str]
    """What * and # are called where a telephone has them: {"stern": "*"}."""
    phone_words: frozenset[str]
    """A number after one of these is said digit by digit."""
    split: Callable[[str], str]
    """Parts a word that is written in one and spoken of in several: "zwei hundert"."""


def scanners(words: WrittenWords) -> tuple[Scanner, Scanner]:
    """For whole sentences, and for what can only be a telephone number."""
    forms = _Forms(words)
    return Scanner(forms.all()), Scanner(forms.phone())


@dataclass(frozen=True, slots=True)
class _Forms:
    words: WrittenWords

    def all(self) -> Sequence[tuple[str, Form]]:
        words = self.words
        names = [*words.months, *words.abbreviated]
        month = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        hours, mark = r"(?:[01]?\d|2[0-4])", words.hour_mark
        return (
            self._code(),
            self._long_phone(),
            (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", self._iso_date),
            (r"\b(?P<n_day>\d{1,2})[./](?P<n_month>\d{1,2})[./](?P<n_year>\d{4})\b", self._date),
            (
                rf"\b(?P<m_day>\d{{1,2}})(?:{words.nth})?(?P<m_of>\s(?:de\s)?)"
                rf"(?P<m_month>{month})\b\.?(?:(?P<m_of_year>\s(?:de\s|del\s)?)(?P<m_year>\d{{4}})\b)?",
                self._month_day,
            ),
            (
                rf"\b(?P<hour>{hours})\s?{mark}\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
                rf"(?:\s?(?:{words.hour_word}))?(?![\d:])",
                self._clock,
            ),
            (rf"(?P<money>[$£€¥])\s?(?P<worth>{_DIGITS})", self._money),
            (rf"\b(?P<nth>\d{{1,2}})(?:{words.nth})(?!\d)", self._ordinal),
            (
                rf"(?<!\d)(?P<count>\d+)\s?(?P<unit>{'|'.join(words.units)})(?![^\W\d])",
                self._length,
            ),
            (rf"(?P<sign>(?<![\w)])[-−])?(?P<digits>{_DIGITS})", self._number),
            (DEGREES, self._degrees),
            self._symbols(),
            self._word(),
        )

    def phone(self) -> Sequence[tuple[str, Form]]:
        digits = (r"(?P<digit_run>\d+)", self._one_by_one)
        return (self._code(), self._long_phone(), digits, self._symbols(), self._word())

    def _code(self) -> tuple[str, Form]:
        numbers, signs = self.words.numbers, self.words.signs
        return WRITTEN_CODE, lambda match, _: spelt_code(match.group(), signs, numbers.spell_digits)

    def _long_phone(self) -> tuple[str, Form]:
        return r"(?:(?<!\d)(?<!\d\s)\+(?=\d)|\(?0\d)(?:[ ()-]?\d){5,}", self._phone

    def _symbols(self) -> tuple[str, Form]:
        signs = "".join(map(re.escape, self.words.symbols))
        return f"[{signs}]", lambda match, _: self.words.symbols[match.group()]

    def _word(self) -> tuple[str, Form]:
        return WORD, lambda match, _: self.words.split(match.group())

    def _spell(self, number: int) -> str:
        return self.words.numbers.spell(number)

    def _phone(self, match: re.Match[str], _: str) -> str:
        digits = self.words.numbers.spell_digits("".join(re.findall(r"\d", match.group())))
        return f"{self.words.symbols['+']} {digits}" if match.group().startswith("+") else digits

    def _one_by_one(self, match: re.Match[str], _: str) -> str:
        return self.words.numbers.spell_digits(match["digit_run"])

    def _iso_date(self, match: re.Match[str], _: str) -> str:
        return self._said_date(*map(int, match.group("day", "month", "year")))

    def _date(self, match: re.Match[str], _: str) -> str:
        return self._said_date(*map(int, match.group("n_day", "n_month", "n_year")))

    def _said_date(self, day: int, month: int, year: int) -> str:
        if not 1 <= month <= 12:
            return " ".join(map(self._spell, (day, month, year)))
        return f"{self._day(day)} {self.words.months[month - 1]} {self._year(year)}"

    def _year(self, year: int) -> str:
        return self._spell(year)

    def _day(self, day: int) -> str:
        if day == 1:
            return self.words.first_day
        return (
            self.words.numbers.spell_ordinal(day) if self.words.nth == r"\." else self._spell(day)
        )

    def _month_day(self, match: re.Match[str], _: str) -> str:
        month = self.words.abbreviated.get(match["m_month"], match["m_month"])
        year = f"{match['m_of_year']}{self._year(int(match['m_year']))}" if match["m_year"] else ""
        return f"{self._day(int(match['m_day']))}{match['m_of']}{month} {year}"

    def _clock(self, match: re.Match[str], _: str) -> str:
        hour, minute, second = (int(part or 0) for part in match.group("hour", "minute", "second"))
        said = self.words.clock(hour, minute, second)
        early = match["hour"].startswith("0") and hour
        return f"{said} {self.words.morning}" if early else said

    def _ordinal(self, match: re.Match[str], _: str) -> str:
        return self.words.numbers.spell_ordinal(int(match["nth"]))

    def _length(self, match: re.Match[str], _: str) -> str:
        return f"{self._spell(int(match['count'][:9]))} {self.words.units[match['unit']]}"

    def _number(self, match: re.Match[str], before: str) -> str:
        written = match["digits"]
        sign = f"{self.words.numbers.minus[0]} " if match["sign"] else ""
        if before in self.words.phone_words and written.isdigit():
            return self.words.numbers.spell_digits(written)
        return sign + self._decimal(written)

    def _money(self, match: re.Match[str], _: str) -> str:
        return f"{self._decimal(match['worth'])} {self.words.symbols[match['money']]}"

    def _degrees(self, match: re.Match[str], _: str) -> str:
        return f"{self.words.symbols['°']} {SCALES[match['scale']]}"

    def _decimal(self, written: str) -> str:
        if re.fullmatch(r"\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,\d+)?", written):
            written = re.sub(r"[.\u202f\u00a0]", "", written)
        whole, _, fraction = written.replace(".", ",").partition(",")
        said = self._whole(whole)
        point = self.words.numbers.point[0]
        digits = self.words.numbers.spell_digits(fraction)
        return f"{said} {point} {digits}" if fraction else said

    def _whole(self, digits: str) -> str:
        """A number; but what looks like a telephone number digit by digit."""
        if (digits.startswith("0") and len(digits) > 1) or len(digits) > 9:
            return self.words.numbers.spell_digits(digits)
        return self._spell(int(digits))


def unsplit(word: str) -> str:
    """For languages whose numbers are written as they are spoken."""
    return word
