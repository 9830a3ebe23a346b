"""Sentence templates in HassIL's syntax, read into expressions.

    (a|b)       one of these               {list}            a slot, filled from a list or a value
    [x]         perhaps this               {list:slot}       the same under another name
    <rule>      an expansion rule          {0..100:slot}     a whole number within bounds
    (a;b)       all, in any order          {0..100,5:slot}   the same in steps, also of 0.5 or 0.1
    \\(          a bracket without meaning  {0..100*-1:slot}  the same, multiplied

Letters that touch belong to one word: `light[s]` is "light" or "lights". Whatever touches is
written out, up to `MAX_VARIANTS` ways; everything else stays a tree.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NoReturn

from assistant.errors import TemplateError
from assistant.records import Template
from assistant.understanding.expression import (
    NOTHING,
    Alternative,
    Expression,
    NumberRange,
    Permutation,
    RuleRef,
    Sequence,
    SlotRef,
    Words,
    first_way,
)
from assistant.understanding.text import words

MAX_DEPTH = 50
"""Brackets within brackets."""
MAX_LENGTH = 4_000
"""Characters of one template."""
MAX_VARIANTS = 512
"""Ways to write one word that is put together from touching parts."""
MAX_PERMUTED = 6
"""Items of one `(a;b;…)`."""

_RANGE = re.compile(r"(-?\d{1,9})\.\.(-?\d{1,9})(?:,(\d{1,9}|0\.[15]))?(?:\*(-?\d{1,9}))?")
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A rule, a slot's source or a range that a template names, and the column where it does."""

    kind: Literal["rule", "slot", "range"]
    name: str
    slot: str
    column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A template that was read."""

    template: Template
    expression: Expression
    references: tuple[Reference, ...]

    @property
    def first_way(self) -> str:
        """The words by which it would be called: "nguyen" of "(nguyen|win)"."""
        return first_way(self.expression)

    def fail(self, message: str, column: int = 1) -> NoReturn:
        """Raise a TemplateError that points into this template."""
        raise TemplateError(message, self.template.file, self.template.line, column)


@dataclass(frozen=True, slots=True)
class _Group:
    """A bracket as it was written; its items are not yet cut into words."""

    items: tuple[tuple[_Part, ...], ...]
    permuted: bool
    optional: bool


_Part = str | _Group | RuleRef | SlotRef | NumberRange


@lru_cache(maxsize=8192)
def parse(template: Template) -> Parsed:
    """Read one template. Raises TemplateError with the place where it can't be read."""
    reader = _Reader(template)
    if len(reader.text) > MAX_LENGTH:
        reader.fail(f"This template is longer than {MAX_LENGTH} characters; split it.", 0)
    parts = reader.body("")
    group = _Group(parts.items, parts.permuted, optional=False)
    expression = _lower_group(group, reader)
    if expression == NOTHING:
        reader.fail("This template has no words; write what a person would say.", 0)
    return Parsed(template, expression, tuple(reader.references))


class _Reader:
    """A recursive-descent reader over the characters of one template."""

    def __init__(self, template: Template) -> None:
        self.template, self.text = template, template.text
        self.at = self.depth = 0
        self.references: list[Reference] = []

    def fail(self, message: str, at: int) -> NoReturn:
        before = self.text[:at]
        line = self.template.line + before.count("\n")
        raise TemplateError(message, self.template.file, line, at - before.rfind("\n"))

    def body(self, closing: str) -> _Group:
        """Everything up to the closing bracket, or to the end where there is none."""
        opened = self.at - 1
        items: list[tuple[_Part, ...]] = []
        parts: list[_Part] = []
        separators: set[str] = set()
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == closing:
                self.at += 1
                return _Group((*items, tuple(parts)), separators == {";"}, closing == "]")
            if char in "|;":
                separators.add(char)
                if len(separators) > 1:
                    self.fail("Put brackets around the part with | or ;: both meet here.", self.at)
                items.append(tuple(parts))
                parts = []
                self.at += 1
            else:
                parts.append(self.part(char))
        if closing:
            self.fail(f"This {self.text[opened]} is never closed; add a {closing}.", opened)
        return _Group((*items, tuple(parts)), separators == {";"}, optional=False)

    def part(self, char: str) -> _Part:
        if char in "([":
            return self.group(char)
        if char in "{<":
            return self.reference(char)
        if char in ")]}>":
            self.fail(f"This {char} closes nothing; remove it or open it before.", self.at)
        return self.literal()

    def group(self, char: str) -> _Group:
        opened = self.at
        self.at += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(f"Brackets are nested more than {MAX_DEPTH} deep; use rules.", opened)
        group = self.body(_CLOSING[char])
        self.depth -= 1
        if group.items == ((),):
            self.fail("These brackets are empty; write something or remove them.", opened)
        if group.permuted and len(group.items) > MAX_PERMUTED:
            self.fail(f"More than {MAX_PERMUTED} items in any order; use fewer.", opened)
        return group

    def literal(self) -> str:
        text: list[str] = []
        while self.at < len(self.text) and self.text[self.at] not in "()[]{}<>|;":
            if self.text[self.at] == "\\":
                self.at += 1
                if self.at == len(self.text):
                    self.fail("A \\ needs a character behind it.", self.at - 1)
            text.append(self.text[self.at])
            self.at += 1
        return "".join(text)

    def reference(self, char: str) -> RuleRef | SlotRef | NumberRange:
        opened = self.at
        end = self.text.find(_CLOSING[char], opened)
        if end < 0:
            self.fail(f"This {char} is never closed; add a {_CLOSING[char]}.", opened)
        inner = self.text[opened + 1 : end]
        self.at = end + 1
        if char == "<":
            name = self.name(inner, "rule", opened)
            self.references.append(Reference("rule", name, "", opened + 1))
            return RuleRef(name)
        return self.slot(inner, opened)

    def slot(self, inner: str, opened: int) -> SlotRef | NumberRange:
        source, colon, slot = inner.partition(":")
        if ".." in source:
            if not colon:
                self.fail("A range needs a slot: {0..100:percent}.", opened)
            slot = self.name(slot, "slot", opened)
            self.references.append(Reference("range", source, slot, opened + 1))
            return self.range(source.strip(), slot, opened)
        source = self.name(source, "list", opened)
        slot = self.name(slot, "slot", opened) if colon else source
        self.references.append(Reference("slot", source, slot, opened + 1))
        return SlotRef(source, slot)

    def range(self, source: str, slot: str, opened: int) -> NumberRange:
        found = _RANGE.fullmatch(source)
        if not found:
            self.fail(f"Can't read the range {source!r}; write it like 0..100 or 0..100,5.", opened)
        start, stop, step = int(found[1]), int(found[2]), float(found[3] or 1)
        if stop < start or not step:
            self.fail(f"The range {source} is empty; the smaller number comes first.", opened)
        return NumberRange(start, stop, step, slot, int(found[4] or 1))

    def name(self, text: str, what: str, at: int) -> str:
        name = text.strip()
        if not name:
            self.fail(f"The name of this {what} is empty; write one.", at)
        if not re.fullmatch(r"[\w.-]+", name):
            wants = "letters, digits, _, - and ."
            self.fail(f"{name!r} is no name for a {what}; use {wants}", at)
        return name


def _lower_group(group: _Group, reader: _Reader) -> Expression:
    items = [_lower(parts, reader) for parts in group.items]
    if group.permuted:
        inner = simplify(Permutation(tuple(items)))
        return simplify(Alternative((inner, NOTHING))) if group.optional else inner
    return simplify(Alternative((*items, NOTHING) if group.optional else tuple(items)))


def _lower(parts: Iterable[_Part], reader: _Reader) -> Expression:
    """One sequence of parts as an expression."""
    return simplify(Sequence(tuple(_lower_run(run, reader) for run in _runs(parts))))


def _runs(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """Cut the parts wherever letters can't touch."""
    for run in _spaced(parts):
        start = 0
        for cut in range(1, len(run)):
            if not (_edge(run[cut - 1 :: -1], -1).letter and _edge(run[cut:], 0).letter):
                yield run[start:cut]
                start = cut
        yield run[start:]


def _spaced(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """Cut the parts wherever there is white space between them."""
    run: list[_Part] = []
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


def _edge(parts: Iterable[_Part], side: Literal[0, -1]) -> _Edge:
    """The end of parts that are given in order from that end: 0 for the left one, -1 the right."""
    letter = False
    for part in parts:
        edge = _part_edge(part, side)
        letter = letter or edge.letter
        if not edge.empty:
            return _Edge(letter, empty=False)
    return _Edge(letter, empty=True)


def _part_edge(part: _Part, side: Literal[0, -1]) -> _Edge:
    if isinstance(part, str):
        return _Edge(part[side].isalnum() or part[side] in "'’", empty=False)
    if not isinstance(part, _Group):
        return _Edge(letter=False, empty=False)  # what fills a slot is whole words
    if part.permuted:
        edges = [_edge((inner,), side) for item in part.items for inner in item]
        return _Edge(any(edge.letter for edge in edges), part.optional)
    edges = [_edge(item if side == 0 else item[::-1], side) for item in part.items]
    empty = part.optional or any(edge.empty for edge in edges)
    return _Edge(any(edge.letter for edge in edges), empty)


def _lower_run(run: list[_Part], reader: _Reader) -> Expression:
    """One stretch of parts that touch."""
    if len(run) > 1:
        variants = _variants(run, reader)
        return simplify(Alternative(tuple(_spelled(variant) for variant in variants)))
    part = run[0]
    if isinstance(part, str):
        return simplify(Words(words(part)))
    return _lower_group(part, reader) if isinstance(part, _Group) else part


_Variant = tuple[str | RuleRef | SlotRef | NumberRange, ...]


def _variants(parts: Many[_Part], reader: _Reader) -> list[_Variant]:
    """All ways to write parts that touch, as strings with references between them."""
    found: list[_Variant] = [()]
    for part in parts:
        ways = _group_variants(part, reader) if isinstance(part, _Group) else [(part,)]
        if len(found) * len(ways) > MAX_VARIANTS:
            message = f"Parts that touch make more than {MAX_VARIANTS} words; put spaces between."
            reader.fail(message, 0)
        found = [before + way for before in found for way in ways]
    return found


def _group_variants(group: _Group, reader: _Reader) -> list[_Variant]:
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
            items.append(Words(words("".join(str(piece) for piece in pieces))))
        else:
            items += [piece for piece in pieces if not isinstance(piece, str)]
    return simplify(Sequence(tuple(items)))


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


def _plain_sequence(items: Many[Expression]) -> Expression:
    flat: list[Expression] = []
    for item in items:
        for part in item.items if isinstance(item, Sequence) else (item,):
            if isinstance(part, Words) and flat and isinstance(flat[-1], Words):
                flat[-1] = Words(flat[-1].words + part.words)
            else:
                flat.append(part)
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def render(expression: Expression) -> str:
    """The expression as a template; `parse` reads a simplified one back as it was."""
    match expression:
        case Words(said):
            return " ".join(said)
        case Sequence(items):
            return " ".join(map(render, items))
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
