"""Value types: a grammar, what its words stand for, and what to say when they stand for nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.understanding import expression as ex
from assistant.understanding.values.grammar import Grammar, rules_of, text_of


class NotAValueError(ValueError):
    """The words aren't a value of this kind at all; other ValueErrors say why they mean nothing."""


Meaning = Callable[[datetime], object]
"""What words stand for, once it is known when they were said. May raise ValueError."""


@dataclass(frozen=True, slots=True, eq=False)
class ValueType:
    """One kind of value: how it is said, and what the words stand for."""

    name: str
    """Its kind, as `SlotSpec.kind` has it."""
    python_type: type
    """What `parse` returns."""
    grammar: Grammar[Meaning]
    """How it is said."""
    normalise: Callable[[str], Sequence[str]]
    """From text as people type or recognisers write it to the words of the grammar."""
    description: str
    """What it is called in an error, with an example: 'a time of day, such as "noon"'."""

    @property
    def expression(self) -> ex.Expression:
        """The grammar as a tree without slots; RuleRefs are names in `rules`."""
        return self.grammar.expression

    @property
    def rules(self) -> Mapping[str, ex.Expression]:
        """The shared parts. One name means the same in all value types of a language."""
        return rules_of(self.grammar)

    def parse(self, text: str, now: datetime) -> object:
        """The value of the whole text, said at `now` (naive or aware; the answer is alike).

        Raises ValueError, with a sentence for the person: NotAValueError when the words are no such
        value, and a plain one when they mean nothing, such as the 31st of February.
        """
        words = self.normalise(text)
        for end, meaning in self.grammar.read(text_of(words), 0):
            if end == len(words) > 0:
                return self._resolve(meaning, text, now)
        raise NotAValueError(f"“{text}” is not {self.description}.")

    def _resolve(self, meaning: Meaning, text: str, now: datetime) -> object:
        try:
            return meaning(now)
        except OverflowError:
            raise ValueError(f"“{text}” is too far away for the calendar.") from None


def constant(value: object) -> Meaning:
    """A meaning that doesn't depend on when it was said."""
    return lambda _: value
