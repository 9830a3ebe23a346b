"""What templates and value grammars are made of: a small tree of sentence parts.

Templates are parsed into these (`templates.py`), value grammars are written with them
(`values/`), and the command graph is compiled from them (`graph.py`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One or more literal words, lower case, in order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """All items, in order. The empty sequence matches nothing said."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Exactly one of the items. `[x]` is an alternative with the empty sequence."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Permutation:
    """All items, in any order: `(a;b)`."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class RuleRef:
    """`<name>`: an expansion rule."""

    name: str


@dataclass(frozen=True, slots=True)
class SlotRef:
    """`{list}` or `{list:slot}`: the words of a list entry or a value, remembered as a slot."""

    source: str
    """The list or value that fills it."""
    slot: str
    """The slot's name."""


@dataclass(frozen=True, slots=True)
class NumberRange:
    """`{0..100:slot}` or `{0..100,5*-1:slot}`: a spoken number within bounds."""

    start: int
    stop: int
    """Included."""
    step: float
    """From one number to the next; whole, a half or a tenth."""
    slot: str
    factor: int = 1
    """What the number that was said is multiplied with."""


Expression = Words | Sequence | Alternative | Permutation | RuleRef | SlotRef | NumberRange

NOTHING = Sequence(())


def optional(item: Expression) -> Alternative:
    """`[item]`."""
    return Alternative((item, NOTHING))


def first_way(expression: Expression) -> str:
    """Its words, by the first of all alternatives; references have none."""
    match expression:
        case Words(said):
            return " ".join(said)
        case Alternative(items):
            return first_way(items[0])
        case Sequence(items) | Permutation(items):
            return " ".join(filter(None, map(first_way, items)))
        case _:
            return ""
