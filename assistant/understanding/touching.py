"""Brackets, cut into words: letters that touch belong to one word, in all ways to write it.

What fills a slot or a rule isn't known yet where they are cut: there a `Touch` is left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Literal

from assistant.understanding.expression import (
    NOTHING,
    TOUCH,
    Alternative,
    Expression,
    NumberRange,
    Permutation,
    RuleRef,
    Sequence,
    SlotRef,
    Touch,
    Words,
    simplify,
)
from assistant.understanding.template_syntax import Group, Part, TemplateReader
from assistant.understanding.text import words

MAX_VARIANTS = 512
"""Ways to write one word that is put together from touching parts."""


def lowered(group: Group, reader: TemplateReader) -> Expression:
    """The bracket as an expression; `reader` tells where too much touches."""
    items = [_lower(parts, reader) for parts in group.items]
    if group.permuted:
        inner = simplify(Permutation(tuple(items)))
        return simplify(Alternative((inner, NOTHING))) if group.optional else inner
    return simplify(Alternative((*items, NOTHING) if group.optional else tuple(items)))


def _lower(parts: Iterable[Part], reader: TemplateReader) -> Expression:
    """One sequence of parts as an expression."""
    return simplify(Sequence(tuple(_lower_run(run, reader) for run in _runs(parts))))


def _runs(parts: Iterable[Part]) -> Iterator[list[Part] | Touch]:
    """Cut the parts wherever letters can't touch, or nobody knows which letters."""
    for run in _spaced(parts):
        start = 0
        for cut in range(1, len(run)):
            before, behind = _edge(run[cut - 1 :: -1], -1), _edge(run[cut:], 0)
            if not (before.letter and behind.letter):
                yield run[start:cut]
                start = cut
                if before.touches and behind.touches:
                    yield TOUCH
        yield run[start:]


def _spaced(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Cut the parts wherever there is white space between them."""
    run: list[Part] = []
    for part in parts:
        if not isinstance(part, str):
            run.append(part)
            continue
        for piece in re.split(r"(\s+)", part):
            if piece.isspace():
                if run:
                    yield run
                run = []
            elif piece:
                run.append(piece)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Edge:
    """One end of some parts."""

    letter: bool
    """Whether a letter can be there, and join a word."""
    empty: bool
    """Whether there can be nothing at all."""
    touches: bool
    """Whether a letter can be there, or what fills a slot or a rule."""


def _edge(parts: Iterable[Part], side: Literal[0, -1]) -> _Edge:
    """The end of parts that are given in order from that end: 0 for the left one, -1 the right."""
    letter = touches = False
    for part in parts:
        edge = _part_edge(part, side)
        letter, touches = letter or edge.letter, touches or edge.touches
        if not edge.empty:
            return _Edge(letter, False, touches)
    return _Edge(letter, True, touches)


def _part_edge(part: Part, side: Literal[0, -1]) -> _Edge:
    if isinstance(part, str):
        letter = part[side].isalnum() or part[side] in "'’"
        return _Edge(letter, False, letter)
    if not isinstance(part, Group):
        return _Edge(letter=False, empty=False, touches=True)
    if part.permuted:
        edges = [_edge((inner,), side) for item in part.items for inner in item]
        empty = part.optional
    else:
        edges = [_edge(item if side == 0 else item[::-1], side) for item in part.items]
        empty = part.optional or any(edge.empty for edge in edges)
    return _Edge(any(edge.letter for edge in edges), empty, any(edge.touches for edge in edges))


def _lower_run(run: list[Part] | Touch, reader: TemplateReader) -> Expression:
    """One stretch of parts that touch."""
    if isinstance(run, Touch):
        return run
    if len(run) > 1:
        variants = _variants(run, reader)
        return simplify(Alternative(tuple(_spelled(variant) for variant in variants)))
    part = run[0]
    if isinstance(part, str):
        return simplify(_words(part))
    return lowered(part, reader) if isinstance(part, Group) else part


_Variant = tuple[str | RuleRef | SlotRef | NumberRange, ...]


def _variants(parts: Many[Part], reader: TemplateReader) -> list[_Variant]:
    """All ways to write parts that touch, as strings with references between them."""
    found: list[_Variant] = [()]
    for part in parts:
        ways = _group_variants(part, reader) if isinstance(part, Group) else [(part,)]
        if len(found) * len(ways) > MAX_VARIANTS:
            message = f"Parts that touch make more than {MAX_VARIANTS} words; put spaces between."
            reader.fail(message, 0)
        found = [before + way for before in found for way in ways]
    return found


def _group_variants(group: Group, reader: TemplateReader) -> list[_Variant]:
    if group.permuted:
        orders = itertools.permutations(group.items)
        ways = [
            way
            for order in orders
            for way in _variants([p for item in order for p in (*item, " ")], reader)
        ]
    else:
        ways = [way for item in group.items for way in _variants(item, reader)]
    if group.optional:
        ways.append(())
    return ways


def _spelled(variant: _Variant) -> Expression:
    items: list[Expression] = []
    for textual, pieces in itertools.groupby(variant, key=lambda piece: isinstance(piece, str)):
        if textual:
            items.append(_words("".join(str(piece) for piece in pieces)))
        else:
            items += [piece for piece in pieces if not isinstance(piece, str)]
    return simplify(Sequence(tuple(items)))


def _words(text: str) -> Words:
    """What a template spells out; a hyphen in it only joins words, and is no minus."""
    return Words(words(text.replace("-", " ")))
