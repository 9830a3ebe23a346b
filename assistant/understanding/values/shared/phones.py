"""Telephone numbers: what all languages have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from itertools import pairwise
from operator import add

from assistant.understanding.values.grammar import Grammar, combine, optional, table
from assistant.understanding.values.kinds import Meaning

LONGEST = 15
"""Digits of the longest international number (ITU-T E.164)."""
SHORTEST = 3

LONGEST_CODE = 25
"""Digits and signs of a code that diverts calls to an international number."""

CODE = r"[*#]{1,2}\d[\d*#]*"
"""How a code for the network is written, such as *100# or *#21#."""

WRITTEN_CODE = rf"(?<![\w)*#])(?<![\d)]\s){CODE}"
"""The same in a sentence, where * may stand between two numbers."""


def groups(group: Grammar[str], most: int = LONGEST) -> Grammar[str]:
    """Two groups of digits or more, one after the other."""
    rest: Grammar[str] = group
    for _ in range(most - 2):
        rest = combine(add, group, optional(rest, ""))
    return combine(add, group, rest)


def code_of(signs: Mapping[str, str], group: Grammar[str]) -> Grammar[str]:
    """A code for the network: a sign, and more of them or of groups of digits. `signs` are the
    words for * and #."""
    sign = table(signs)
    return combine(add, sign, groups(sign | group, LONGEST_CODE))


def spelt_code(code: str, signs: Mapping[str, str], spell_digits: Callable[[str], str]) -> str:
    """The words of a written code; of several for a sign the first."""
    words = {sign: word for word, sign in reversed([*signs.items()])}
    return " ".join(words.get(char) or spell_digits(char) for char in code)


def phone_meaning(number: str, short: Collection[str] = ()) -> Meaning:
    """The number; but ValueError where it has too few or too many digits for one. The `short` ones
    have fewer than others.
    """
    return lambda _: number if number in short else _checked(number)


def _checked(number: str) -> str:
    digits = len(number.lstrip("+"))
    if number[0] in "*#" and re.search(r"\d", number):
        return number
    if not SHORTEST <= digits <= LONGEST:
        raise ValueError(
            f"A phone number has {SHORTEST} to {LONGEST} digits, and “{number}” has {digits}."
        )
    return number


def spoken_code(code: str, star: str, hash_: str) -> str:
    """With its signs: "star, 1 0 0, hash"."""
    parts = re.findall(r"\d+|[*#]", code)
    return ", ".join({"*": star, "#": hash_}.get(part) or spoken_digits(part, "") for part in parts)


def spoken_digits(number: str, plus: str) -> str:
    """Digit by digit in groups of three and four: "plus 4 4 2, 0 7 9 4"."""
    digits = number.lstrip("+")
    count = max(1, round(len(digits) / 3.5))
    edges = [len(digits) * place // count for place in range(count + 1)]
    parts = (digits[start:end] for start, end in pairwise(edges))
    said = ", ".join(" ".join(part) for part in parts)
    return f"{plus} {said}" if number.startswith("+") else said
