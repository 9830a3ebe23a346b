"""The characters of a template, read into brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NoReturn

from assistant.errors import TemplateError
from assistant.records import Template
from assistant.understanding.expression import NumberRange, RuleRef, SlotRef

MAX_DEPTH = 50
"""Brackets within brackets."""
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
class Group:
    """A bracket as it was written; its items are not yet cut into words."""

    items: tuple[tuple[Part, ...], ...]
    permuted: bool
    optional: bool


Part = str | Group | RuleRef | SlotRef | NumberRange


class TemplateReader:
    """A recursive-descent reader over the characters of one template."""

    def __init__(self, template: Template) -> None:
        self.template, self.text = template, template.text
        self.at = self.depth = 0
        self.references: list[Reference] = []

    def fail(self, message: str, at: int) -> NoReturn:
        before = self.text[:at]
        line = self.template.line + before.count("\n")
        raise TemplateError(message, self.template.file, line, at - before.rfind("\n"))

    def body(self, closing: str) -> Group:
        """Everything up to the closing bracket, or to the end where there is none."""
        opened = self.at - 1
        items: list[tuple[Part, ...]] = []
        parts: list[Part] = []
        separators: set[str] = set()
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == closing:
                self.at += 1
                return Group((*items, tuple(parts)), separators == {";"}, closing == "]")
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
        return Group((*items, tuple(parts)), separators == {";"}, optional=False)

    def part(self, char: str) -> Part:
        if char in "([":
            return self.group(char)
        if char in "{<":
            return self.reference(char)
        if char in ")]}>":
            self.fail(f"This {char} closes nothing; remove it or open it before.", self.at)
        return self.literal()

    def group(self, char: str) -> Group:
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
