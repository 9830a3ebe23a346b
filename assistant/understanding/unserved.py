"""Commands that can't be carried out as long as something isn't set up.

They are no commands, so that no sound is ever taken for one; but who says one word for word is told
what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.records import IntentSpec, Language
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.lattice import Lattice, lattice
from assistant.understanding.walk import UNKNOWN, ExactSteps, Walk, Walker

NAMED = 6
"""Words of a name that nobody knows: "lights in the living room"."""
MOST = 10
"""Ways to read a sentence with a name that nobody knows."""


@dataclass(frozen=True, slots=True)
class Unserved:
    """An intent without the service that it needs."""

    intent: IntentSpec
    why: str
    """What is missing and what to do about it, in one short sentence."""


class UnservedCommands:
    """Looks for them in a text."""

    def __init__(
        self, unserved: Sequence[Unserved], graph: CommandGraph, language: Language
    ) -> None:
        """`graph` has the values and lists that their sentences share with other commands."""
        self._why = {each.intent.name: each.why for each in unserved}
        self._intents = [each.intent for each in unserved]
        self._graph, self._language = graph, language

    def why_not(self, text: str) -> str:
        """What is missing for what was said; empty where it is no such command.

        Any name counts as one of a list that nobody knows, such as that of the devices.
        """
        sentence = lattice(text, self._language)
        exact = self._walks(sentence, 1)
        named = self._walks(sentence, MOST, unknown_words=NAMED)
        return self._why_of(
            [*exact, *(walk for walk in named if walk.literals and self._knows_no_better(walk))]
        )

    def why_not_word_for_word(self, text: str) -> str:
        """The same, only where no word of it could have been any other."""
        walks = self._walks(lattice(text, self._language), 1)
        return self._why_of([walk for walk in walks if not _takes_any_words(walk)])

    def _walks(self, sentence: Lattice, count: int, unknown_words: int = 0) -> list[Walk]:
        if not self._intents:
            return []
        walker = Walker(self._commands, sentence, ExactSteps(), unknown_words=unknown_words)
        return walker.walks(count)

    def _why_of(self, walks: Sequence[Walk]) -> str:
        """What the best of them lacks."""
        return self._why[self._commands.sentences[walks[0].label].intent.name] if walks else ""

    def _knows_no_better(self, walk: Walk) -> bool:
        """Whether each unknown name is one of a list of which nothing is known."""
        unknown = (piece.call.net for piece in walk.pieces if piece.label == UNKNOWN)
        return not any(self._commands.entries.get(net) for net in unknown)

    @cached_property
    def _commands(self) -> CommandGraph:
        """Compiled when it is first needed: that takes milliseconds."""
        return self._graph.beside(self._intents, self._language)


def _takes_any_words(walk: Walk) -> bool:
    return any(piece.call.net == FREE_TEXT for piece in walk.pieces)
