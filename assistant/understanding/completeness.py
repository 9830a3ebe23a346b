"""Whether a command could go on: what the graph accepts behind a sentence.

Words that change nothing don't count, such as "please": only more of a value ("and a half"),
another slot ("on his mobile"), or words that make another command of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph, Sentence
from assistant.understanding.net import Net, Node
from assistant.understanding.text import key


def may_go_on(graph: CommandGraph, sentence: Sequence[str]) -> bool:
    """Whether anything that matters may follow the words of a sentence of the graph."""
    places = _walked(graph, sentence)
    meant = {_intent(graph, label) for place in places for label in place.accepted}
    return any(_adds(graph, place, meant) for place in places)


def never_over(graph: CommandGraph) -> list[Sentence]:
    """The sentences that can begin with free text. Whatever was said could go on in them, so one
    of these is enough for no command to be over.
    """
    net = graph.nets[MAIN]
    return [
        sentence
        for label, sentence in enumerate(graph.sentences)
        if FREE_TEXT in net.first_calls(label)
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """A node, and where to go on when its net is through."""

    net: str
    node: Node
    back: _Place | None = None
    begun: bool = True
    """In free text: whether it has a word yet."""
    key: tuple[object, ...] = field(default=())

    @property
    def accepted(self) -> Sequence[int]:
        """Labels of sentences that may end here."""
        return self.node.finals if self.net == MAIN else ()


def _walked(graph: CommandGraph, sentence: Iterable[str]) -> list[_Place]:
    """All places that the words lead to."""
    places = _closed(graph, [_place(MAIN, graph.nets[MAIN].start())])
    for word in sentence:
        places = _closed(graph, (one for place in places for one in _after(place, key(word))))
    return places


def _place(net: str, node: Node, back: _Place | None = None, begun: bool = True) -> _Place:
    return _Place(net, node, back, begun, (net, id(node), back.key if back else (), begun))


_WORDS = Node(())
"""Stands for the inside of free text."""


def _after(place: _Place, word: str) -> Iterator[_Place]:
    if place.net == FREE_TEXT:
        yield _place(FREE_TEXT, _WORDS, place.back)
    elif word in place.node.words:
        yield _place(place.net, place.node.words[word], place.back)


def _closed(graph: CommandGraph, places: Iterable[_Place]) -> list[_Place]:
    """The places, and all that can be reached from them without a word."""
    found: dict[object, _Place] = {}
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place.key not in found:
            found[place.key] = place
            waiting += _entered(graph, place)
            if place.back and (place.node.finals or (place.net == FREE_TEXT and place.begun)):
                waiting.append(place.back)
    return list(found.values())


def _entered(graph: CommandGraph, place: _Place) -> Iterator[_Place]:
    if place.net == FREE_TEXT:
        return
    graph.nets[place.net].expand(place.node)
    for call, target in place.node.calls:
        back = _place(place.net, target, place.back)
        if call.net == FREE_TEXT:
            yield _place(FREE_TEXT, _WORDS, back, begun=False)
        else:
            yield _place(call.net, graph.nets[call.net].start(), back)


def _adds(graph: CommandGraph, place: _Place, meant: set[str]) -> bool:
    """Whether a way on from here leads to more than the commands that are `meant` already."""
    if place.net != MAIN:
        return place.net == FREE_TEXT or bool(place.node.words)
    return any(
        node.calls or any(_intent(graph, label) not in meant for label in node.finals)
        for node in _ahead(graph.nets[MAIN], place.node)
    )


def _ahead(net: Net, node: Node) -> Iterator[Node]:
    """All nodes of the net that words alone lead to."""
    waiting, seen = list(net.expand(node).words.values()), set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield net.expand(one)
            waiting += one.words.values()


def _intent(graph: CommandGraph, label: int) -> str:
    return graph.sentences[label].intent.name
