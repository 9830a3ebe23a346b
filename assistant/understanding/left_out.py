"""Sentences that are whole but for one value that is asked for: "schedule a meeting with bob"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from assistant.understanding.confusion import SmallWords
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.idioms import idioms
from assistant.understanding.lattice import lattice
from assistant.understanding.net import Call, Net, Node
from assistant.understanding.text import key, words
from assistant.understanding.walk import ExactSteps, Piece, Place, Walk, Walker, after

LEFT_OUT = -2
"""The label of a value that nobody said."""
COST = 0.3
"""Leaving out a value, in words."""
BOUND = 0.5
"""One value may be left out, and a polite phrase or two passed over."""
LEADS = 3
"""So many small words before a value go with it: "for", "to the"."""
MOST_FREE = 5
"""Words of free text: where more are a value's no template, nobody knows what they are about."""
LEAST_VALUE = 2
"""So many words of values, and no others, are no free text: "a hundred years" is nobody's name."""
LEAST_HEARD = 2
"""So many words must tell what a sentence is about that was heard, or stand around free text:
"the light" and "can you play" are overheard beginnings of something else."""


class LeavingOut(Walker):
    """Walks of a sentence in which one value is missing that its intent asks for."""

    def __init__(self, graph: CommandGraph, text: str, small: SmallWords) -> None:
        self.sentence = lattice(text, graph.language, polite=small.polite)
        super().__init__(graph, self.sentence, ExactSteps(), bound=BOUND)
        self._small = small
        self._questions = {key(word) for word in idioms(graph.language).questions.split()}
        self._asked = {
            (name, spec.name)
            for name, intent in graph.intents.items()
            for spec in intent.slots
            if spec.required and spec.prompt
        }
        self._slots = {slot for _, slot in self._asked}
        self._valued = {word for net in graph.value_nets() for word in net.spelling}

    def whole(self, count: int, heard: bool) -> list[Walk]:
        """The best walks, best first, without the place of what was left out."""
        return [
            replace(walk, pieces=tuple(filter(self._is_said, walk.pieces)))
            for walk in self.walks(count)
            if self._is_asked(walk) and self._tells(walk, heard)
            if not self._swallows(walk) and not self._asks(walk)
        ]

    def _is_asked(self, walk: Walk) -> bool:
        """Whether something is left out, and its own intent asks for that."""
        name = self._graph.sentences[walk.label].intent.name
        left = [piece.call.slot for piece in walk.pieces if piece.label == LEFT_OUT]
        return bool(left) and all((name, slot) in self._asked for slot in left)

    def _is_said(self, piece: Piece) -> bool:
        """Whether it stands there and isn't a number, or a value that is none."""
        if piece.call.net != FREE_TEXT or piece.label == LEFT_OUT:
            return piece.label != LEFT_OUT
        if len(piece.words) < LEAST_VALUE:
            return not self._is_number(piece)
        return not all(word in self._small.small or word in self._valued for word in piece.words)

    def _is_number(self, piece: Piece) -> bool:
        """Whether it is a length without its unit: "a timer for fifteen"."""
        number = self._graph.values.get("number")
        if number is None:
            return False
        try:
            number.parse(" ".join(piece.words), datetime.max)
        except ValueError:
            return False
        return True

    def _swallows(self, walk: Walk) -> bool:
        """Whether free text has in it what is said to be left out: "in an hour the washing"."""
        left = [one.call.net for one in walk.pieces if one.label == LEFT_OUT]
        free = [one for one in walk.pieces if one.call.net == FREE_TEXT and one.label != LEFT_OUT]
        starts = [start for one in free for start in range(one.start, one.stop)]
        return any(self.spans(Call(net), at) for net in left if net != FREE_TEXT for at in starts)

    def _asks(self, walk: Walk) -> bool:
        """Whether free text is a question, or the rest of one: "remind me what day it is"."""
        free = [one for one in walk.pieces if one.call.net == FREE_TEXT and one.words]
        around = [self.sentence.between(max(0, one.start - 1), one.start + 1) for one in free]
        return any(key(word) in self._questions for text in around for word in words(text))

    def _tells(self, walk: Walk, heard: bool) -> bool:
        """Whether the words that were said tell what it is about."""
        free = [word for one in walk.pieces if one.call.net == FREE_TEXT for word in one.words]
        telling = sum(self._small.tells(key(word)) for word in walk.words)
        if not walk.literals or not telling or len(free) > MOST_FREE:
            return False
        return not heard or (walk.literals if free else telling) >= LEAST_HEARD

    def _taken(self, place: Place, net: Net) -> Iterator[Place]:
        yield from super()._taken(place, net)
        for node in self._leads(place.node, net):
            for call, target in node.calls:
                if call.slot in self._slots:
                    nothing = Piece(call, place.at, place.at, (), LEFT_OUT, COST)
                    yield after(place, target, place.at, nothing, COST)

    def _leads(self, node: Node, net: Net) -> Iterator[Node]:
        """The node, and those that small words of the template lead to."""
        nodes = [node]
        for _ in range(LEADS):
            yield from nodes
            nodes = [
                net.expand(target)
                for one in nodes
                for word, target in one.words.items()
                if word in self._small.small
            ]
