"""Misheard sentences: the walk of the same graph, with words that only resemble its words."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from assistant.understanding.confusion import Confusions, SmallWords
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.lattice import Arc, Lattice, lattice
from assistant.understanding.net import Net, Node
from assistant.understanding.starter_misspellings import starter_misspellings
from assistant.understanding.walk import Walk, Walker

OMIT_COST = 0.3
"""A small word of the template that wasn't heard."""
BOUND = 0.25, 0.2
"""The largest edit: so much, and so much more for each word of the sentence."""
TYPED_VALUE = 0.4
"""A typed word of a value is no further from the word that was meant."""
CLOSE = 0.3
"""Words that were joined or torn must be so near to a known word."""
STARTER_LANGUAGE = "en"
"""The language whose misspellings by the starter model are known."""
WEIGHTS = 21.0, 6.0, 12.0, 5.1
"""Of the edit per anchored word, of the worst slot, of the edit beside free text; a constant."""
ONLY_FREE_TEXT = 0.5
"""Confidence in a sentence that any words would fit."""


class FirmWords:
    """Words of values and small ones, which are typed as they are meant: years are no hours, and 25
    isn't the twentieth. Heard ones may be bent all the same, since the sound can be asked.
    """

    def __init__(self, graph: CommandGraph, small: SmallWords) -> None:
        nets = graph.value_nets()
        self._nets = frozenset(nets)
        self._words = small.small.union(*(net.spelling for net in nets))

    def stands(self, net: Net, word: str) -> bool:
        """Whether the word means itself in this net, or nothing."""
        return net in self._nets and word in self._words

    def bound(self, net: Net, near: Mapping[str, float]) -> float:
        """How near a word of this net must be, where it is one of a value: near, and nearer than
        any that the net hasn't. "Two eggs" aren't two weeks, and "yers" are years, not hours."""
        if net not in self._nets:
            return math.inf
        others = (near[word] for word in near.keys() & self._words if word not in net.spelling)
        return min([TYPED_VALUE, *others])


class FuzzySteps:
    """Words that resemble the arc's word may take it."""

    def __init__(
        self, confusions: Confusions, small: SmallWords, firm: FirmWords | None = None
    ) -> None:
        self._confusions, self._small, self._firm = confusions, small, firm
        self._least: dict[str, float] = {}

    def take(self, net: Net, node: Node, word: str) -> Iterable[tuple[str, Node, float]]:
        if not word:
            return ()
        if self._firm and self._firm.stands(net, word):
            return [(word, node.words[word], 0.0)] if word in node.words else ()
        near, words = self._near(word), node.words
        if self._firm and (bound := self._firm.bound(net, near)) < math.inf:
            near = {other: cost for other, cost in near.items() if cost <= bound}
        if len(near) < len(words):
            return [(other, words[other], cost) for other, cost in near.items() if other in words]
        return [(other, words[other], near[other]) for other in words if other in near]

    def _near(self, word: str) -> dict[str, float]:
        """Negations stand for nothing but themselves."""
        if self._small.negated((word,)):
            return {word: 0.0} if word in self._confusions else {}
        return self._confusions.near(word)

    def among(self, word: str, keys: Collection[str]) -> bool:
        return bool(word) and any(other in keys for other in self._near(word))

    def skip(self, word: str) -> float:
        """A figure is known however it is written: it hardly stands there by chance."""
        return self._small.skip(word, word in self._confusions or word.isdigit())

    def omit(self, node: Node) -> Iterable[tuple[str, Node, float]]:
        return [
            (word, node.words[word], OMIT_COST) for word in node.words.keys() & self._small.small
        ]

    def least(self, word: str) -> float:
        if word not in self._least:
            near = self._near(word)
            self._least[word] = min(min(near.values(), default=1.0), self.skip(word))
        return self._least[word]


class FuzzyWalker:
    """Walks misheard sentences through a graph."""

    def __init__(self, graph: CommandGraph, language: str, small: SmallWords) -> None:
        self._graph, self._language, self._small = graph, language, small
        self.refresh()

    def refresh(self) -> None:
        """Learn the words again, after lists have changed."""
        self._as_typed: Confusions | None = None
        """Made when a sentence is first read that isn't word for word one of ours."""
        self._as_heard: Confusions | None = None
        """The same for what the model wrote down."""
        self._firm: FirmWords | None = None
        """Made when a typed sentence is first compared."""

    def knows(self, word: str) -> bool:
        """Whether the key is a word of any template, list or value."""
        return word in self._compared(heard=False)

    def walks(
        self, text: str, count: int = 8, *, heard: bool = False
    ) -> tuple[Lattice, list[Walk]]:
        """The best walks of the sentence, best first, with the lattice that they run through.

        What was `heard` is misspelt as the model does it, what was typed as people do.
        """
        sentence, walker = self.walker(text, heard=heard)
        return sentence, walker.walks(count, margin=0.5)

    def walker(self, text: str, *, heard: bool = False) -> tuple[Lattice, Walker]:
        """The sentence with other ways to hear it, and a walker of it."""
        confusions = self._compared(heard)
        sentence = lattice(
            text,
            self._language,
            confusions.__contains__,
            whole=lambda word: self._small.negated((word,)),
            polite=self._small.polite,
            seams=self._graph.seams,
        )
        confusions.prepare([arc.word for arcs in sentence.arcs for arc in arcs if arc.word])
        plausible = tuple(_plausible(arcs, confusions) for arcs in sentence.arcs)
        sentence = replace(sentence, arcs=plausible)
        steps = FuzzySteps(confusions, self._small, None if heard else self._values())
        bound = BOUND[0] + BOUND[1] * sentence.length
        return sentence, Walker(self._graph, sentence, steps, bound=bound)

    def _values(self) -> FirmWords:
        if self._firm is None:
            self._firm = FirmWords(self._graph, self._small)
        return self._firm

    def _compared(self, heard: bool) -> Confusions:
        if not heard or self._language != STARTER_LANGUAGE:
            if self._as_typed is None:
                self._as_typed = Confusions(self._graph.vocabulary())
            return self._as_typed
        if self._as_heard is None:
            self._as_heard = Confusions(self._graph.vocabulary(), starter_misspellings())
        return self._as_heard


def _plausible(arcs: tuple[Arc, ...], confusions: Confusions) -> tuple[Arc, ...]:
    """Without words joined from two that resemble nothing closely."""
    return arcs[:1] + tuple(
        arc
        for arc in arcs[1:]
        if arc.cost == 0
        or not arc.word
        or min(confusions.near(arc.word).values(), default=1) <= CLOSE
    )


def confidence(walk: Walk) -> float:
    """How sure a walk makes, 0 to 1: 1.0 where nothing was bent, else a logistic regression.

    It was fitted on misspelt commands against sentences that mean something else. Three things
    count against a walk: what was bent for each anchored word (the template's and typed slots'),
    the worst slot, and bending anything at all where free text swallows what doesn't fit.
    """
    typed = [piece for piece in walk.pieces if piece.call.net != FREE_TEXT]
    anchored = walk.literals + sum(len(piece.words) for piece in typed)
    if not anchored:
        return ONLY_FREE_TEXT
    if walk.edit == 0:
        return 1.0
    worst = max((piece.edit / len(piece.words) for piece in typed), default=0.0)
    beside_text = walk.edit if len(typed) < len(walk.pieces) else 0.0
    bent, slot, text, constant = WEIGHTS
    total = constant - bent * walk.edit / anchored - slot * worst - text * beside_text
    return 1 / (1 + math.exp(-total))
