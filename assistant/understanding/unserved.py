"""Commands that can't be carried out as long as something isn't set up.

They are no commands, so that no sound is ever taken for one; but who says one word for word is told
what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.records import IntentSpec, Language
from assistant.understanding.confusion import SmallWords
from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph
from assistant.understanding.lattice import Lattice, lattice
from assistant.understanding.net import Net, Node
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
        self._small = SmallWords(language)

    def why_not(self, text: str) -> str:
        """What is missing for what was said; empty where it is no such command.

        Any name counts as one of a list that nobody knows, such as that of the devices, but where
        another command has words of it: in "set an alarm for 13 pm" nobody names a scene.
        """
        sentence = lattice(text, self._language)
        exact = self._walks(sentence, 1)
        named = [
            walk
            for walk in self._walks(sentence, MOST, unknown_words=NAMED)
            if walk.literals and self._knows_no_better(walk) and not self._claims(sentence, walk)
        ]
        return self._why_of([*exact, *named])

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

    def _claims(self, sentence: Lattice, walk: Walk) -> bool:
        """Whether a command that can be carried out begins like the sentence, with a telling word
        of what would be an unknown name."""
        net = self._graph.nets[MAIN]
        reached = max(_spelt_out(sentence, net, net.start(), 0))
        return any(
            self._small.tells(sentence.arcs[node][0].word)
            for piece in walk.pieces
            if piece.label == UNKNOWN
            for node in range(piece.start, min(piece.stop, reached))
        )

    @cached_property
    def _commands(self) -> CommandGraph:
        """Compiled when it is first needed: that takes milliseconds."""
        return self._graph.beside(self._intents, self._language)


def _takes_any_words(walk: Walk) -> bool:
    return any(piece.call.net == FREE_TEXT for piece in walk.pieces)


def _spelt_out(sentence: Lattice, net: Net, node: Node, at: int) -> Iterator[int]:
    """The places of the sentence that nothing but the net's own words leads to."""
    yield at
    words = net.expand(node).words
    for arc in sentence.arcs[at]:
        if arc.word in words:
            yield from _spelt_out(sentence, net, words[arc.word], arc.target)
