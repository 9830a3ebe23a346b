"""Telephone numbers: what all languages have in common."""

from __future__ import annotations

from itertools import pairwise
from operator import add

from assistant.understanding.values.grammar import Grammar, combine, optional
from assistant.understanding.values.kinds import Meaning

LONGEST = 15
"""Digits of the longest international number (ITU-T E.164)."""
SHORTEST = 3


def groups(group: Grammar[str]) -> Grammar[str]:
    """Two to fifteen groups of digits, one after the other."""
    rest: Grammar[str] = group
    for _ in range(LONGEST - 2):
        rest = combine(add, group, optional(rest, ""))
    return combine(add, group, rest)


def phone_meaning(number: str) -> Meaning:
    """The number; but ValueError where it has too few or too many digits for one."""
    return lambda _: _checked(number)


def _checked(number: str) -> str:
    digits = len(number.lstrip("+"))
    if not SHORTEST <= digits <= LONGEST:
        raise ValueError(
            f"A phone number has {SHORTEST} to {LONGEST} digits, and “{number}” has {digits}."
        )
    return number


def spoken_digits(number: str, plus: str) -> str:
    """Digit by digit in groups of three and four: "plus 4 4 2, 0 7 9 4"."""
    digits = number.lstrip("+")
    count = max(1, round(len(digits) / 3.5))
    edges = [len(digits) * place // count for place in range(count + 1)]
    parts = (digits[start:end] for start, end in pairwise(edges))
    said = ", ".join(" ".join(part) for part in parts)
    return f"{plus} {said}" if number.startswith("+") else said
