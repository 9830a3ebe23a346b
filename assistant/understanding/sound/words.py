"""Nets of words as plain automata: calls that fill no slot are written out where they stand.

A value such as a date is a net that calls nets for days and months. Sound is searched letter by
letter, and there one level of calls is enough: the calls that fill slots stay calls, so that a
list or a value is compiled once, and everything below is determinised together, where "at", "on"
and "in" of many rules become one arc each. No net calls itself, so every net is acyclic, and
states with the same future are merged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from assistant.understanding.net import Call, Net, Node


class State(NamedTuple):
    """One state of a `WordNet`. A tuple, since thousands are read from the cache at each start."""

    words: tuple[tuple[str, int], ...]
    """Words as they are written, each with the state that it leads to."""
    calls: tuple[tuple[Call, int], ...]
    """Calls that fill slots."""
    finals: tuple[int, ...]
    """Labels that are accepted here."""


class WordNet:
    """A minimal deterministic automaton over words; walks begin in state 0.

    Its states are made, or read from the cache, when somebody first looks: a part that was compiled
    from them in an earlier run needs none.
    """

    def __init__(self, make: Callable[[], tuple[State, ...]]) -> None:
        self._make = make

    @cached_property
    def states(self) -> tuple[State, ...]:
        return self._make()


def flatten(nets: Mapping[str, Net], name: str) -> tuple[State, ...]:
    """The net of that name, with the calls that fill no slot written out."""
    return _Flattener(nets, name).minimised()


class _Flattener:
    """Determinises over the borders of nets.

    A place is a node together with the calls that led there. Places and stacks of calls are
    numbered, so that sets of places are sets of numbers.
    """

    def __init__(self, nets: Mapping[str, Net], name: str) -> None:
        self._nets = nets
        self._nodes: dict[int, tuple[str, Node]] = {}
        self._stacks: dict[tuple[int, int] | None, int] = {None: 0}
        self._backs: list[tuple[int, int]] = [(0, 0)]
        """For each stack: the node to go on at behind the innermost call, and the rest of it."""
        self._places: dict[tuple[int, int], int] = {}
        self._here: list[tuple[int, int]] = []
        """For each place: its node and its stack."""
        self._closures: dict[int, tuple[int, ...]] = {}
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[tuple[int, ...]] = []
        self._number([self._place(self._known(name, nets[name].start()), 0)])
        self._states: list[State] = []
        while len(self._states) < len(self._sets):
            self._states.append(self._expanded(self._sets[len(self._states)]))

    def minimised(self) -> tuple[State, ...]:
        """States with the same future as one, numbered from the start on."""
        merged = list[State]()
        known, place = dict[object, int](), dict[int, int]()
        for number in self._from_the_ends():
            state = _renumbered(self._states[number], place)
            future = frozenset(state.words), frozenset(state.calls), state.finals
            if future not in known:
                known[future] = len(merged)
                merged.append(state)
            place[number] = known[future]
        last = len(merged) - 1
        turned = {number: last - number for number in range(last + 1)}
        return tuple(_renumbered(state, turned) for state in reversed(merged))

    def _from_the_ends(self) -> list[int]:
        """Every state behind all that it leads to; the start comes last."""
        order, seen = list[int](), {0}
        waiting = [(0, iter(_following(self._states[0])))]
        while waiting:
            number, rest = waiting[-1]
            following = next((one for one in rest if one not in seen), None)
            if following is None:
                order.append(number)
                waiting.pop()
            else:
                seen.add(following)
                waiting.append((following, iter(_following(self._states[following]))))
        return order

    def _expanded(self, places: tuple[int, ...]) -> State:
        spoken: dict[str, list[int]] = {}
        called: dict[Call, list[int]] = {}
        finals = set[int]()
        for place in places:
            number, stack = self._here[place]
            net, node = self._nodes[number]
            spelling = self._nets[net].spelling
            for word, target in node.words.items():
                after = self._place(self._known(net, target), stack)
                spoken.setdefault(spelling[word], []).append(after)
            for call, target in node.calls:
                if call.slot:
                    after = self._place(self._known(net, target), stack)
                    called.setdefault(call, []).append(after)
            if not stack:
                finals.update(node.finals)
        return State(
            tuple((word, self._number(targets)) for word, targets in spoken.items()),
            tuple((call, self._number(targets)) for call, targets in called.items()),
            tuple(sorted(finals)),
        )

    def _number(self, places: list[int]) -> int:
        """The number of the set of places, and of all that can be reached without a word."""
        found = tuple(dict.fromkeys(one for place in places for one in self._closure(place)))
        number = self._numbers.setdefault(frozenset(found), len(self._sets))
        if number == len(self._sets):
            self._sets.append(found)
        return number

    def _closure(self, place: int) -> tuple[int, ...]:
        """The places reachable without a word, less those that only lead on."""
        if place not in self._closures:
            number, stack = self._here[place]
            net, node = self._nodes[number]
            after: list[int] = []
            if node.finals and stack:
                after.append(self._place(*self._backs[stack]))
            for call, target in node.calls:
                if not call.slot:
                    inner = self._stack(self._known(net, target), stack)
                    start = self._known(call.net, self._nets[call.net].start())
                    after.append(self._place(start, inner))
            matters = (
                node.words or (node.finals and not stack) or any(c.slot for c, _ in node.calls)
            )
            reached = [place] if matters else []
            reached += [one for other in after for one in self._closure(other)]
            self._closures[place] = tuple(dict.fromkeys(reached))
        return self._closures[place]

    def _place(self, node: int, stack: int) -> int:
        place = self._places.setdefault((node, stack), len(self._here))
        if place == len(self._here):
            self._here.append((node, stack))
        return place

    def _stack(self, back: int, rest: int) -> int:
        stack = self._stacks.setdefault((back, rest), len(self._backs))
        if stack == len(self._backs):
            self._backs.append((back, rest))
        return stack

    def _known(self, net: str, node: Node) -> int:
        """The node's number; it is expanded when it gets one."""
        number = id(node)
        if number not in self._nodes:
            self._nodes[number] = net, self._nets[net].expand(node)
        return number


def _following(state: State) -> list[int]:
    return [target for _, target in (*state.words, *state.calls)]


def _renumbered(state: State, numbers: Mapping[int, int]) -> State:
    return State(
        tuple((word, numbers[target]) for word, target in state.words),
        tuple((call, numbers[target]) for call, target in state.calls),
        state.finals,
    )
