"""One automaton over words, made from expressions and determinised where somebody walks.

A net has word arcs and calls: a call stands for any sentence of another net. Nets don't call
themselves, directly or round a corner, so a network of them accepts exactly what one big
automaton would, and one net (a list of contacts) can change without the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.kept import fingerprint
from assistant.understanding.expression import (
    Alternative,
    Expression,
    NumberRange,
    Permutation,
    RuleRef,
    Sequence,
    SlotRef,
    Touch,
    Words,
)
from assistant.understanding.text import key

MAX_ARCS = 20_000
"""Arcs of one template with its rules written out."""
MAX_NESTING = 200
"""Brackets and rules within one another."""


class NetError(Exception):
    """An expression can't be laid; whoever knows its place turns this into a TemplateError."""


class Call(NamedTuple):
    """An arc that any sentence of another net takes. A tuple, since thousands are read from the
    cache at each start."""

    net: str
    slot: str = ""
    """The slot that remembers the words; empty for a rule inside a value."""
    bounds: NumberRange | None = None
    """Which numbers fit, where not all do."""


class Side(NamedTuple):
    """What may stand on one side of a place where no space need be."""

    words: frozenset[str]
    nets: frozenset[str]


Spellings = Mapping[str, tuple[tuple[str, ...], ...]]
"""By `text.key` of a word, how else it may be heard, in words: {"siobhan": (("shivawn",),)}."""

Resolve = Callable[[RuleRef | SlotRef | NumberRange], "tuple[Call, bool] | Expression"]
"""What a reference stands for: a call (and whether its net accepts no words at all), or an
expression to put in its place."""


def refuse(reference: RuleRef | SlotRef | NumberRange) -> Expression:
    """The `Resolve` of expressions that may not refer to anything."""
    raise NetError(f"{type(reference).__name__} can't be used here")


@dataclass(slots=True)
class Node:
    """A state of the determinised net. Its arcs are found when somebody comes by."""

    states: tuple[int, ...]
    words: dict[str, Node] = field(default_factory=dict)
    """By `text.key` of the word."""
    calls: tuple[tuple[Call, Node], ...] = ()
    finals: tuple[int, ...] = ()
    """What is accepted here: numbers given to `Net.add`, ascending."""
    known: bool = False


class Net:
    """An automaton that accepts the sentences of the expressions added to it."""

    def __init__(self, spellings: Spellings | None = None) -> None:
        """Where an expression has a word with other `spellings`, any of them is accepted."""
        self._spellings = spellings or {}
        self._resolve: Resolve = refuse
        self._states = 1
        self._skips: dict[int, list[int]] = {}
        """By state, as below: most states have only one kind of arcs."""
        self._words: dict[int, list[tuple[str, int]]] = {}
        self._calls: dict[int, list[tuple[Call, int]]] = {}
        self._accepts: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        self._touches: list[int] = []
        """States where no space need be."""
        self._sides: frozenset[tuple[Side, Side]] | None = None
        """What stands around these, once somebody asked."""
        self._nodes: dict[tuple[int, ...], Node] = {}
        self._arcs = 0
        self._digest = ""
        self.spelling: dict[str, str] = {}
        """For the key of every word of this net: the word as it was written."""

    @property
    def called(self) -> set[str]:
        """The nets that this one calls."""
        return {call.net for calls in self._calls.values() for call, _ in calls}

    @property
    def parts(self) -> set[str]:
        """The nets whose words belong to this one's own: it calls them without a slot."""
        return {call.net for calls in self._calls.values() for call, _ in calls if not call.slot}

    def add(self, expression: Expression, label: int, resolve: Resolve | None = None) -> None:
        """Accept `expression` too; walks that end there report `label`.

        Raises NetError beyond MAX_ARCS or MAX_NESTING.
        """
        self._arcs, self._resolve, self._digest = 0, resolve or refuse, ""
        self._sides = None
        start = self._state()
        self._skip(0, start)
        self._accepts[self._append(expression, start, 0)] = label
        self._starts[label] = start
        self._resolve = refuse
        self._nodes.clear()

    @property
    def digest(self) -> str:
        """A fingerprint of its states and arcs: nets of the same digest accept the same."""
        if not self._digest:
            content = self._skips, self._words, self._calls, self._accepts, self._starts
            self._digest = fingerprint(*content, self.spelling)
        return self._digest

    def __getstate__(self) -> dict[str, object]:
        """Kept with its digest and the sides, and without the nodes that somebody came by."""
        made = {"_digest": self.digest, "_sides": self.touching(), "_nodes": {}}
        return {**self.__dict__, **made}

    def touching(self) -> frozenset[tuple[Side, Side]]:
        """What stands before and behind each place where no space need be."""
        if self._sides is None:
            back = _Backwards(self._skips, self._words, self._calls) if self._touches else None
            around = ((back.side(one), self._side(one)) for one in self._touches if back)
            self._sides = frozenset(around)
        return self._sides

    def _side(self, state: int) -> Side:
        closed = self._closure((state,))
        words = (word for one in closed for word, _ in self._words.get(one, ()))
        nets = (call.net for one in closed for call, _ in self._calls.get(one, ()))
        return Side(frozenset(words), frozenset(nets))

    def start(self) -> Node:
        """The node that every walk starts from."""
        return self._node((0,))

    def expand(self, node: Node) -> Node:
        """The same node with its arcs filled in."""
        if not node.known:
            spoken: dict[str, list[int]] = {}
            called: dict[Call, list[int]] = {}
            for state in node.states:
                for word, target in self._words.get(state, ()):
                    spoken.setdefault(word, []).append(target)
                for call, target in self._calls.get(state, ()):
                    called.setdefault(call, []).append(target)
            node.words = {word: self._node(targets) for word, targets in spoken.items()}
            node.calls = tuple((call, self._node(targets)) for call, targets in called.items())
            node.known = True
        return node

    def first_calls(self, label: int) -> set[str]:
        """The nets that sentences of the label can begin with."""
        states = self._closure((self._starts[label],))
        return {call.net for state in states for call, _ in self._calls.get(state, ())}

    def draw(self, choose: Callable[[int], int], label: int | None = None) -> list[str | Call]:
        """One way through: words as they were written, and calls.

        At every fork `choose(n)` picks one of n arcs. With a label, one of its sentences. Empty
        where the net accepts nothing.
        """
        state = 0 if label is None else self._starts[label]
        said: list[str | Call] = []
        while state not in self._accepts:
            skips = [(None, target) for target in self._skips.get(state, ())]
            arcs = [*skips, *self._words.get(state, ()), *self._calls.get(state, ())]
            if not arcs:
                return []
            step, state = arcs[choose(len(arcs))]
            if step is not None:
                said.append(step if isinstance(step, Call) else self.spelling[step])
        return said

    def _node(self, states: Iterable[int]) -> Node:
        closed = self._closure(states)
        found = self._nodes.get(closed)
        if found is None:
            finals = sorted({self._accepts[s] for s in closed if s in self._accepts})
            found = self._nodes[closed] = Node(closed, finals=tuple(finals))
        return found

    def _closure(self, states: Iterable[int]) -> tuple[int, ...]:
        """The states reachable without a word, less those that only lead on."""
        waiting, seen = list(states), set[int]()
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                waiting += self._skips.get(state, ())
        matter = (s for s in seen if s in self._words or s in self._calls or s in self._accepts)
        return tuple(sorted(matter))

    def _state(self) -> int:
        self._states += 1
        return self._states - 1

    def _skip(self, start: int, end: int) -> None:
        self._skips.setdefault(start, []).append(end)

    def _count(self) -> None:
        self._arcs += 1
        if self._arcs > MAX_ARCS:
            raise NetError(f"more than {MAX_ARCS} arcs")

    def _append(self, expression: Expression, start: int, depth: int) -> int:
        """Lay the expression from `start`; gives the state where it ends."""
        if depth > MAX_NESTING:
            raise NetError(f"brackets and rules nested more than {MAX_NESTING} deep")
        match expression:
            case Words(said):
                return self._append_words(said, start)
            case Sequence(items):
                for item in items:
                    start = self._append(item, start, depth + 1)
                return start
            case Alternative(items):
                end = self._state()
                for item in items:
                    self._skip(self._append(item, start, depth + 1), end)
                self._count()
                return end
            case Permutation(items):
                return self._append_permutation(items, start, depth + 1)
            case Touch():
                self._touches.append(start)
                return start
            case _:
                return self._append_reference(expression, start, depth + 1)

    def _append_words(self, said: tuple[str, ...], start: int) -> int:
        for word in said:
            end = self._state()
            for way in ((word,), *self._spellings.get(key(word), ())):
                self._append_way(way, start, end)
            start = end
        return start

    def _append_way(self, way: tuple[str, ...], start: int, end: int) -> None:
        for place, word in enumerate(way, 1):
            self._count()
            after = end if place == len(way) else self._state()
            self.spelling.setdefault(key(word), word)
            self._words.setdefault(start, []).append((key(word), after))
            start = after

    def _append_permutation(self, items: tuple[Expression, ...], start: int, depth: int) -> int:
        """One state for each set of items that was said already."""
        said = {0: start}
        for done in range(2 ** len(items) - 1):
            for number, item in enumerate(items):
                if not done >> number & 1:
                    self._count()
                    after = done | 1 << number
                    end = said[after] if after in said else said.setdefault(after, self._state())
                    self._skip(self._append(item, said[done], depth), end)
        return said[2 ** len(items) - 1]

    def _append_reference(
        self, reference: RuleRef | SlotRef | NumberRange, start: int, depth: int
    ) -> int:
        meant = self._resolve(reference)
        if not isinstance(meant, tuple):
            return self._append(meant, start, depth)
        self._count()
        call, nullable = meant
        end = self._state()
        self._calls.setdefault(start, []).append((call, end))
        if nullable:
            self._skip(start, end)
        return end


class _Backwards:
    """The arcs of a net by where they lead."""

    def __init__(
        self,
        skips: Mapping[int, list[int]],
        words: Mapping[int, list[tuple[str, int]]],
        calls: Mapping[int, list[tuple[Call, int]]],
    ) -> None:
        self._skips = defaultdict[int, list[int]](list)
        self._words = defaultdict[int, list[str]](list)
        self._nets = defaultdict[int, list[str]](list)
        for state, targets in skips.items():
            for target in targets:
                self._skips[target].append(state)
        for arcs in words.values():
            for word, target in arcs:
                self._words[target].append(word)
        for called in calls.values():
            for call, target in called:
                self._nets[target].append(call.net)

    def side(self, state: int) -> Side:
        """What is the last to be said before the state."""
        waiting, seen = [state], set[int]()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += self._skips.get(one, ())
        words = (word for one in seen for word in self._words.get(one, ()))
        nets = (net for one in seen for net in self._nets.get(one, ()))
        return Side(frozenset(words), frozenset(nets))
