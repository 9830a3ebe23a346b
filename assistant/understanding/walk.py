"""Best-first walks of a sentence through the command graph.

One search serves exact and misheard sentences; `Steps` says which words may take which arcs, and
what that costs. Costs are in "words": 1.0 is a word that doesn't fit at all. A walk is ranked by
what had to be bent (`edit`) and by what its slots swallowed: literal words are free, words of a
typed slot cost little, words of free text more, so that whatever can be said precisely is.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph, is_own_list
from assistant.understanding.lattice import Lattice
from assistant.understanding.net import Call, Net, Node

TYPED_WORD = 0.02
"""Rank of a word inside of a value, and of a list entry of one word; longer entries rank better:
who says "bedroom lamp" means the lamp of this name rather than any lamp of the bedroom."""
NAMED = 0.9
"""What the name of somebody or something that is there costs of what a word from an ability's own
list does: who has called something "garage door" means that, not garage doors in general."""
FREE_WORD = 0.25
"""Rank of a word of free text."""
UNKNOWN_WORD = 0.5
"""Rank of a word where a list entry should be, when unknown entries are looked for."""
UNKNOWN_WORDS = 4
"""An unknown name has no more words: longer ones are hardly one."""
UNKNOWN = -1
"""The label of a list entry that isn't in the list."""
FILLER = 0.2
"""Skipping a word costs no more where it is a filler; within slots only these are skipped."""
SPAN_EDIT = 0.15, 0.35
"""The largest edit within a slot: so much, and so much more for each word."""
VISITS = 3
"""How many ways to the same place are followed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one call matched: the words of a slot."""

    call: Call
    start: int
    stop: int
    """Lattice nodes."""
    words: tuple[str, ...]
    """As the grammar writes them."""
    label: int
    """Which entry of a list."""
    edit: float


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through the graph that takes the whole sentence."""

    label: int
    """The template: an index into `CommandGraph.sentences`."""
    rank: float
    """`edit` and the slots' words together; the smallest is best."""
    edit: float
    """What had to be bent, in words."""
    literals: int
    """Words that the template itself spells out."""
    pieces: tuple[Piece, ...]
    words: tuple[str, ...]
    """All words, as the grammar writes them."""


class Steps(Protocol):
    """Which words may take which arcs."""

    def take(self, net: Net, node: Node, word: str) -> Iterable[tuple[str, Node, float]]:
        """The arcs that `word` may take from a node of the net: the arc's key, where it leads, the
        cost.
        """
        ...

    def among(self, word: str, keys: Collection[str]) -> bool:
        """Whether `word` may be taken for any of the keys."""
        ...

    def skip(self, word: str) -> float:
        """The cost of a word that no arc takes."""
        ...

    def omit(self, node: Node) -> Iterable[tuple[str, Node, float]]:
        """Arcs that may be taken without a word."""
        ...

    def least(self, word: str) -> float:
        """No arc takes the word for less."""
        ...


class ExactSteps:
    """Every word as it is written."""

    def take(self, net: Net, node: Node, word: str) -> Iterable[tuple[str, Node, float]]:
        target = node.words.get(word)
        return ((word, target, 0.0),) if target else ()

    def among(self, word: str, keys: Collection[str]) -> bool:
        return word in keys

    def skip(self, word: str) -> float:
        return float("inf")

    def omit(self, node: Node) -> Iterable[tuple[str, Node, float]]:
        return ()

    def least(self, word: str) -> float:
        return 0.0


_Trail = tuple["_Trail | None", "str | Piece"]


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the search."""

    rank: float
    edit: float
    node: Node
    at: int
    trail: _Trail | None

    def pieces(self) -> list[str | Piece]:
        found, trail = list[str | Piece](), self.trail
        while trail:
            trail, last = trail
            found.append(last)
        return found[::-1]


class Walker:
    """The walks of one sentence. Spans of slots are found once and shared by all templates."""

    def __init__(
        self,
        graph: CommandGraph,
        sentence: Lattice,
        steps: Steps,
        *,
        bound: float = 0.0,
        unknown_words: int = 0,
    ) -> None:
        """`bound` is the largest edit; up to `unknown_words` of any kind may fill a list slot."""
        self._graph, self._sentence, self._steps = graph, sentence, steps
        self._bound, self._unknown_words = bound, unknown_words
        self._spans: dict[tuple[str, int], tuple[Piece, ...]] = {}
        self._rest = _rests(sentence, steps)

    def walks(self, count: int = 8, margin: float = 1.0) -> list[Walk]:
        """The best walks of the whole sentence, best first, none `margin` behind the first."""
        found: list[Walk] = []
        for place in self._search(self._graph.nets[MAIN], 0, whole=True):
            if found and place.rank > found[0].rank + margin:
                break
            for label in place.node.finals:
                parts = place.pieces()
                pieces = tuple(part for part in parts if isinstance(part, Piece))
                literals = len(parts) - len(pieces)
                words = tuple(_flat(parts))
                found.append(Walk(label, place.rank, place.edit, literals, pieces, words))
            if len(found) >= count:
                break
        return found

    def spans(self, call: Call, start: int) -> tuple[Piece, ...]:
        """Everything from `start` on that the called net accepts."""
        known = self._spans.get((call.net, start))
        if known is None:
            known = self._spans[call.net, start] = tuple(self._find_spans(call.net, start))
        return known

    def _find_spans(self, net: str, start: int) -> Iterator[Piece]:
        if net == FREE_TEXT:
            yield from self._free_spans(Call(net), start, 0)
            return
        if self._unknown_words and net.startswith("list "):
            spans = self._free_spans(Call(net), start, UNKNOWN)
            yield from itertools.islice(spans, self._unknown_words)
        if not self._may_start(net, start):
            return
        seen = set[tuple[int, int, tuple[str, ...]]]()
        for place in self._search(self._graph.nets[net], start, whole=False):
            words = tuple(_flat(place.pieces()))
            for label in place.node.finals:
                same = (place.at, label, words)
                if same not in seen:
                    seen.add(same)
                    yield Piece(Call(net), start, place.at, words, label, place.edit)

    def _may_start(self, net: str, start: int) -> bool:
        """Whether any word from here can begin a sentence of the net: most can't."""
        first = self._graph.first_words(net)
        return any(self._steps.among(arc.word, first) for arc in self._sentence.arcs[start])

    def _free_spans(self, call: Call, start: int, label: int) -> Iterator[Piece]:
        """Stretches of the words as they were written."""
        at, words = start, tuple[str, ...]()
        if self._sentence.is_within_word(start):
            return
        while self._sentence.arcs[at]:
            arc, *others = self._sentence.arcs[at]
            for half in others:
                if half.ends_text and label != UNKNOWN:
                    said = (*words, half.word)
                    yield Piece(call, start, half.target, said, label, half.cost)
            at, words = arc.target, (*words, arc.word)
            yield Piece(call, start, at, words, label, 0.0)

    def _search(self, net: Net, start: int, *, whole: bool) -> Iterator[Place]:
        """Accepting places, best first; of the `whole` rest of the sentence, or of any part."""
        order = itertools.count()
        rest = self._rest if whole else [0.0] * len(self._rest)
        heap = [(rest[start], 0, Place(0.0, 0.0, net.start(), start, None))]
        visits: dict[tuple[int, int], int] = {}
        while heap:
            place = heapq.heappop(heap)[2]
            here = id(place.node), place.at
            visits[here] = visits.get(here, 0) + 1
            if visits[here] > VISITS:
                continue
            net.expand(place.node)
            if place.node.finals and place.at > start and place.at in self._ends(whole):
                yield place
            following = self._after_any(place, net) if whole else self._inside(place, net, start)
            for one in following:
                if one.edit <= self._bound:
                    estimate = one.rank + rest[one.at]
                    heapq.heappush(heap, (estimate, next(order), one))

    def _ends(self, whole: bool) -> range:
        return range(self._sentence.end if whole else 0, self._sentence.end + 1)

    def _inside(self, place: Place, net: Net, start: int) -> Iterator[Place]:
        """Within a slot: it begins with a word of its own, and nothing is bent far."""
        following = self._after_any(place, net) if place.trail else self._taken(place, net)
        for one in following:
            skipped = one.node is place.node and one.edit > place.edit + FILLER
            if not skipped and one.edit <= SPAN_EDIT[0] + SPAN_EDIT[1] * (one.at - start):
                yield one

    def _after_any(self, place: Place, net: Net) -> Iterator[Place]:
        """Every way on from a place."""
        yield from self._taken(place, net)
        node, at = place.node, place.at
        for number, arc in enumerate(self._sentence.arcs[at]):
            if number and arc.word:
                continue  # only a word as it was written is skipped
            cost = self._steps.skip(arc.word) if arc.word else arc.cost
            if cost + place.edit <= self._bound:
                edit, rank = place.edit + cost, place.rank + cost
                yield Place(rank, edit, node, arc.target, place.trail)
        for word, target, cost in self._steps.omit(node):
            yield after(place, target, at, net.spelling[word], cost)

    def _taken(self, place: Place, net: Net) -> Iterator[Place]:
        """The ways on that take words."""
        node, at = place.node, place.at
        for arc in self._sentence.arcs[at]:
            for word, target, cost in self._steps.take(net, node, arc.word):
                yield after(place, target, arc.target, net.spelling[word], cost + arc.cost)
        for call, target in node.calls:
            for span in self.spans(call, at):
                piece = Piece(call, at, span.stop, span.words, span.label, span.edit)
                yield after(place, target, span.stop, piece, span.edit)


def after(place: Place, node: Node, at: int, item: str | Piece, edit: float) -> Place:
    rank = place.rank + edit
    if isinstance(item, Piece):
        rank += UNKNOWN_WORD * len(item.words) if item.label == UNKNOWN else slot_rank(item)
    return Place(rank, place.edit + edit, node, at, (place.trail, item))


def slot_rank(piece: Piece) -> float:
    """Rank of the words of a slot."""
    count, net = len(piece.words), piece.call.net
    if net == FREE_TEXT:
        return FREE_WORD * count
    if not net.startswith("list "):
        return TYPED_WORD * count
    return TYPED_WORD / max(count, 1) * (1.0 if is_own_list(net) else NAMED)


def _flat(parts: Sequence[str | Piece]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Piece):
            yield from part.words
        else:
            yield part


def _rests(sentence: Lattice, steps: Steps) -> list[float]:
    """For each node: the least that the rest of the sentence can cost."""
    rests = [0.0] * len(sentence.arcs)
    for node in range(sentence.end - 1, -1, -1):
        rests[node] = min(
            arc.cost
            + (min(steps.least(arc.word), FREE_WORD) if arc.word else 0.0)
            + rests[arc.target]
            for arc in sentence.arcs[node]
        )
    return rests
