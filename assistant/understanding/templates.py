"""Sentence templates in HassIL's syntax, read into expressions.

    (a|b)       one of these               {list}            a slot, filled from a list or a value
    [x]         perhaps this               {list:slot}       the same under another name
    <rule>      an expansion rule          {0..100:slot}     a whole number within bounds
    (a;b)       all, in any order          {0..100,5:slot}   the same in steps, also of 0.5 or 0.1
    \\(          a bracket without meaning  {0..100*-1:slot}  the same, multiplied

Letters that touch belong to one word: `light[s]` is "light" or "lights". Whatever touches is
written out, up to `touching.MAX_VARIANTS` ways; everything else stays a tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from assistant.errors import TemplateError
from assistant.records import Template
from assistant.understanding.expression import NOTHING, Expression, first_way
from assistant.understanding.template_syntax import Reference, TemplateReader
from assistant.understanding.touching import lowered

MAX_LENGTH = 4_000
"""Characters of one template."""


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


@lru_cache(maxsize=8192)
def parse(template: Template) -> Parsed:
    """Read one template. Raises TemplateError with the place where it can't be read."""
    reader = TemplateReader(template)
    if len(reader.text) > MAX_LENGTH:
        reader.fail(f"This template is longer than {MAX_LENGTH} characters; split it.", 0)
    expression = lowered(reader.body(""), reader)
    if expression == NOTHING:
        reader.fail("This template has no words; write what a person would say.", 0)
    return Parsed(template, expression, tuple(reader.references))
