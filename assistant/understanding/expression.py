"""What templates and value grammars are made of: a small tree of sentence parts.

Templates are parsed into these (`templates.py`), value grammars are written with them
(`values/`), and the command graph is compiled from them (`graph.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Touch:
    """A place where what stands around it may be written as one word: `{room}[ ]lamp`."""


Expression = Words | Sequence | Alternative | Permutation | RuleRef | SlotRef | NumberRange | Touch

NOTHING = Sequence(())
TOUCH = Touch()


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


def simplify(expression: Expression) -> Expression:
    """The same meaning in its plainest form: flat sequences, no doubles, no needless brackets."""
    match expression:
        case Words(()):
            return NOTHING
        case Sequence(items):
            return _plain_sequence([simplify(item) for item in items])
        case Alternative(items):
            plain = tuple(dict.fromkeys(simplify(item) for item in items))
            return plain[0] if len(plain) == 1 else Alternative(plain) if plain else NOTHING
        case Permutation(items):
            some = tuple(item for item in map(simplify, items) if item != NOTHING)
            return _plain_sequence(some) if len(some) < 2 else Permutation(some)
        case _:
            return expression


def _plain_sequence(items: Iterable[Expression]) -> Expression:
    flat: list[Expression] = []
    for item in items:
        for part in item.items if isinstance(item, Sequence) else (item,):
            if isinstance(part, Words) and flat and isinstance(flat[-1], Words):
                flat[-1] = Words(flat[-1].words + part.words)
            elif part != TOUCH or flat[-1:] != [TOUCH]:
                flat.append(part)
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def render(expression: Expression) -> str:
    """The expression as a template; `templates.parse` reads a simplified one back as it was."""
    match expression:
        case Touch():
            return ""
        case Words(said):
            return " ".join(said)
        case Sequence(items):
            return " ".join(map(render, items)).replace("  ", "")
        case Alternative(items) if items[-1] == NOTHING:
            return f"[{'|'.join(map(render, items[:-1]))}]"
        case Alternative(items):
            return f"({'|'.join(map(render, items))})"
        case Permutation(items):
            return f"({';'.join(map(render, items))})"
        case RuleRef(name):
            return f"<{name}>"
        case SlotRef(source, slot):
            return f"{{{source}}}" if source == slot else f"{{{source}:{slot}}}"
        case NumberRange(start, stop, step, slot, factor):
            steps = f",{step:g}" if step != 1 else ""
            times = f"*{factor}" if factor != 1 else ""
            return f"{{{start}..{stop}{steps}{times}:{slot}}}"
