"""Numbers from 0 to 999,999,999, made of a language's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import add, mul

from assistant.understanding.values.grammar import (
    Grammar,
    combine,
    maybe,
    optional,
    rule,
    say,
    table,
)

LARGEST = 999_999_999

Ending = Callable[[int], float]
"""What a fraction makes of the whole number before it."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language counts."""

    below_hundred: Sequence[str]
    """0 to 99, as they are counted."""
    variants: Mapping[str, int]
    """Other words for them: {"zwo": 2}."""
    hundreds: Sequence[str]
    """1 to 9 hundred; the first one stands alone for 100."""
    other_hundreds: Mapping[str, int]
    thousand: str
    """1000, and what follows other counts of them."""
    other_thousands: Sequence[str]
    million: str
    """One million, as it is counted."""
    millions: Sequence[str]
    """What follows a count of millions."""
    joint: Sequence[str]
    """May stand between hundreds and the rest: "and"."""
    minus: Sequence[str]
    point: Sequence[str]
    parts: Mapping[str, float]
    """Behind a whole number: {"y medio": 0.5}."""
    fractions: Mapping[str, float]
    """By themselves: {"ein halb": 0.5, "zweieinhalb": 2.5}."""
    dozens: Mapping[str, int]
    percent: Sequence[str]
    ordinals: Mapping[str, int]
    """1st to 99th, in all their forms; a figure's ordinal is spelt with the first form."""
    article: Sequence[str]
    """May stand before an ordinal."""

    def spell(self, number: int) -> str:
        """The words of a whole number, below a billion: 205 → "two hundred five"."""
        if number < 0:
            return f"{self.minus[0]} {self.spell(-number)}"
        if number > LARGEST:
            raise ValueError(f"{number} is too large to be said as a number.")
        millions, rest = divmod(number, 1_000_000)
        thousands, rest = divmod(rest, 1000)
        parts = [
            self.million if millions == 1 else f"{self._small(millions)} {self.millions[0]}",
            self.thousand if thousands == 1 else f"{self._small(thousands)} {self.thousand}",
            self._small(rest),
        ]
        counts = (millions, thousands, rest)
        said = " ".join(part for part, count in zip(parts, counts, strict=True) if count)
        return said or self.below_hundred[0]

    def spell_digits(self, digits: str) -> str:
        """Each digit by itself: "007" → "zero zero seven"."""
        return " ".join(self.below_hundred[int(digit)] for digit in digits)

    def spell_ordinal(self, number: int) -> str:
        """The words of an ordinal; of the number itself where the language has none so high."""
        found = (name for name, value in self.ordinals.items() if value == number)
        return next(found, self.spell(number))

    def _small(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        front = self.hundreds[hundreds - 1] if hundreds else ""
        return f"{front} {self.below_hundred[rest]}".strip() if rest else front

    def names(self, lowest: int, highest: int) -> dict[str, int]:
        """All words for the numbers from `lowest` to `highest`, within 0 to 99."""
        counted = {name: value for value, name in enumerate(self.below_hundred)}
        counted.update(self.variants)
        fitting = {name: value for name, value in counted.items() if lowest <= value <= highest}
        # Longer ones first: "vingt deux" is 22 before it is 20 and 2.
        return dict(sorted(fitting.items(), key=lambda item: -item[0].count(" ")))


class Numbers:
    """The number grammars of a language."""

    def __init__(self, code: str, words: NumberWords) -> None:
        self._code, self.words = code, words
        self.below_hundred = rule(f"{code}.below_hundred", self.between(1, 99))
        rest = optional(maybe(*words.joint) >> self.below_hundred, 0)
        self.hundreds = rule(f"{code}.hundreds", combine(add, table(self._hundreds()), rest))
        """100 to 999."""
        self.below_thousand = below_thousand = rule(
            f"{code}.below_thousand", self.hundreds | self.below_hundred
        )
        self.below_million = rule(
            f"{code}.below_million",
            combine(
                lambda count, rest: 1000 * count + rest,
                optional(below_thousand, 1) << say(words.thousand, *words.other_thousands),
                optional(maybe(*words.joint) >> below_thousand, 0),
            )
            | below_thousand,
        )
        millions = combine(
            lambda count, rest: 1_000_000 * count + rest,
            below_thousand << say(*words.millions, words.million.split()[-1]),
            optional(maybe(*words.joint) >> self.below_million, 0),
        )
        natural = rule(f"{code}.natural", millions | self.below_million | table(words.names(0, 0)))
        sign = optional(table(dict.fromkeys(words.minus, -1)), 1)
        dozens = table(words.dozens)
        self.number: Grammar[int] = rule(f"{code}.number", combine(mul, sign, natural) | dozens)
        self.ending = self._ending()
        fractions = table(words.fractions)
        positive = rule(
            f"{code}.positive_decimal",
            combine(lambda whole, ending: ending(whole), natural, optional(self.ending, float))
            | fractions,
        )
        self.decimal = rule(f"{code}.decimal", combine(mul, sign, positive))
        self.percent = positive << say(*words.percent)
        self.ordinal = rule(f"{code}.ordinal", maybe(*words.article) >> table(words.ordinals))

    def between(self, lowest: int, highest: int) -> Grammar[int]:
        """The whole numbers from `lowest` to `highest`, both included, within 0 to 99."""
        return table(self.words.names(lowest, highest))

    def _hundreds(self) -> dict[str, int]:
        counted = {name: 100 * count for count, name in enumerate(self.words.hundreds, 1)}
        return {**counted, **self.words.other_hundreds}

    def _ending(self) -> Grammar[Ending]:
        """What follows a whole number: "point five", "and a half"."""
        digit = rule(f"{self._code}.digit", self.between(0, 9).map(str))
        digits: Grammar[str] = digit
        for _ in range(5):
            digits = combine(add, digit, optional(digits, ""))
        point = rule(
            f"{self._code}.point",
            say(*self.words.point) >> (digits | self.between(10, 99).map(str)),
        )
        if not self.words.parts:
            return point.map(_with_digits)
        return point.map(_with_digits) | table(self.words.parts).map(_with_part)


def _with_digits(digits: str) -> Ending:
    # Through the written number: 3 + .1 isn't always the float nearest to 3.1.
    return lambda whole: float(f"{whole}.{digits}")


def _with_part(part: float) -> Ending:
    return lambda whole: whole + part
