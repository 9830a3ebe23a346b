"""The command graph, letter by letter, as arrays that a frame-by-frame search can walk.

Every net becomes a `Part` of nodes; a node stands for one symbol that is being said. Words that
leave the same state share their first letters (a trie). A word delimiter is a node too, one for
each state, in which all words that lead there meet. CTC's blanks need no nodes: the search keeps
two scores for each (in the symbol, in the blank behind it).

A call that fills a slot is a `Site`. Its net isn't copied: the search walks the net's part as
often as there are sites under way, and comes back to where the site leads. So a list of contacts
is compiled once, and alone when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.graph import FREE_TEXT
from assistant.understanding.net import Call
from assistant.understanding.sound.spelling import Speller
from assistant.understanding.sound.words import State, WordNet

Indices = NDArray[np.intp]
Numbers = NDArray[np.int32]
"""As `Indices`, in half the room: what is only kept."""
Flags = NDArray[np.bool_]

NEVER, LETTER, ANYTHING = 0, 1, 2
"""Columns behind the vocabulary's own: impossible; any letter of free text; anything at all."""

ENTER, BEGIN = 0, 1
"""Nodes of every part: before its first letter, as a slot and as a whole sentence."""


class Site(NamedTuple):
    """A place in a net where a call may be taken. A tuple, as `Ending` below."""

    call: Call
    state: int
    """Of the net: where the call begins."""
    back: int
    """The node to go on from when the called net is through."""
    final: bool
    """Whether a sentence may end there."""


class Ending(NamedTuple):
    """A word that ends at a node."""

    word: str
    state: int
    """Of the net: where the word leads."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One net. Nodes are numbered from 0; arcs, sites and endings of a node lie next to each other.

    Nearly all of it is arrays, since thousands of nodes are read from the cache at each start.
    """

    columns: Numbers
    """For each node: the column of the symbol that is said in it."""
    first_arc: Numbers
    """Shape (nodes + 1,): where the arcs of each node begin in `targets`."""
    targets: Numbers
    first_site: Numbers
    """Shape (nodes + 1,): where the sites of each node begin in `entered`."""
    entered: Numbers
    """Numbers of sites."""
    ends: Flags
    """A slot may end in the node."""
    closes: Flags
    """A sentence may end in the node: `ends`, or the delimiter behind."""
    first_letters: Flags
    """The node is the first of a word."""
    delimiters: Flags
    owners: Numbers
    """For each node: the state of the net in front of its word; for a delimiter, its state."""
    first_ending: Numbers
    """Shape (nodes + 1,): where the endings of each node begin in the next two."""
    ending_words: Numbers
    """Numbers of `words`."""
    ending_states: Numbers
    """States of the net, where the words lead."""
    words: tuple[str, ...]
    sites: tuple[Site, ...]
    finals: tuple[tuple[int, ...], ...]
    """For each state of the net: the labels accepted there."""

    def endings(self, node: int) -> list[Ending]:
        """The words that end at a node; none at most of them."""
        here = slice(self.first_ending[node], self.first_ending[node + 1])
        words, states = self.ending_words[here].tolist(), self.ending_states[here].tolist()
        return [Ending(self.words[word], state) for word, state in zip(words, states, strict=True)]


def compile_part(net: WordNet, speller: Speller) -> Part:
    """The letters of a net."""
    return _Compiler(net, speller).part()


def free_text_part(speller: Speller) -> Part:
    """Any letter, then anything."""
    behind = len(speller.vocabulary.tokens)
    layout = _Layout()
    for column in (NEVER, NEVER, LETTER, ANYTHING):
        layout.add(behind + column, 0)
    layout.rows[ENTER] = layout.rows[BEGIN] = [2]
    layout.rows[2] = [3]
    layout.endings = {2: [Ending("", 0)], 3: [Ending("", 0)]}
    return layout.part((), ((0,),))


class _Layout:
    """Nodes under construction."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        self.owners: list[int] = []
        self.rows: list[list[int]] = []
        self.entered: dict[int, list[int]] = {}
        self.endings: dict[int, list[Ending]] = {}
        self.first_letters = set[int]()
        self.delimiters = set[int]()

    def add(self, column: int, owner: int) -> int:
        self.columns.append(column)
        self.owners.append(owner)
        self.rows.append([])
        return len(self.columns) - 1

    def part(self, sites: tuple[Site, ...], finals: tuple[tuple[int, ...], ...]) -> Part:
        size = len(self.columns)
        final = [n for n, found in self.endings.items() if any(finals[e.state] for e in found)]
        closing = [node for node in self.delimiters if finals[self.owners[node]]]
        first_arc, targets = _packed(self.rows)
        first_site, entered = _packed([self.entered.get(node, ()) for node in range(size)])
        endings = [self.endings.get(node, ()) for node in range(size)]
        numbers: dict[str, int] = {}
        first_ending, words = _packed(
            [[numbers.setdefault(one.word, len(numbers)) for one in found] for found in endings]
        )
        _, states = _packed([[one.state for one in found] for found in endings])
        return Part(
            np.array(self.columns, np.int32),
            first_arc,
            targets,
            first_site,
            entered,
            _flags(size, final),
            _flags(size, [*final, *closing]),
            _flags(size, self.first_letters),
            _flags(size, self.delimiters),
            np.array(self.owners, np.int32),
            first_ending,
            words,
            states,
            tuple(numbers),
            sites,
            finals,
        )


class _Compiler:
    def __init__(self, net: WordNet, speller: Speller) -> None:
        self._states, self._speller = net.states, speller
        self._delimiter = speller.vocabulary.word_delimiter
        self._layout = _Layout()
        never = len(speller.vocabulary.tokens) + NEVER
        self._layout.add(never, 0)
        self._layout.add(never, 0)
        self._heads = [self._lay_words(number, state) for number, state in enumerate(net.states)]
        self._sites: list[Site] = []
        self._calls = [
            self._lay_calls(number, state, never) for number, state in enumerate(net.states)
        ]

    def part(self) -> Part:
        layout = self._layout
        self._leave(ENTER, 0)
        self._leave(BEGIN, 0)
        if self._delimiter is None:
            for node, found in layout.endings.items():
                for state in dict.fromkeys(ending.state for ending in found):
                    self._leave(node, state)
            for site, state in self._backs:
                self._leave(site.back, state)
        else:
            delimiters = [self._lay_delimiter(number) for number in range(len(self._states))]
            layout.rows[BEGIN].append(delimiters[0])
            for node, found in layout.endings.items():
                layout.rows[node] += dict.fromkeys(delimiters[ending.state] for ending in found)
                for state in dict.fromkeys(one.state for one in found if one.word.endswith("'")):
                    self._leave(node, state)  # "d'heure" is written in one
            for site, state in self._backs:
                layout.rows[site.back].append(delimiters[state])
        finals = tuple(state.finals for state in self._states)
        return layout.part(tuple(self._sites), finals)

    @property
    def _backs(self) -> list[tuple[Site, int]]:
        targets = [target for state in self._states for _, target in state.calls]
        return list(zip(self._sites, targets, strict=True))

    def _lay_delimiter(self, number: int) -> int:
        node = self._layout.add(self._delimiter or 0, number)
        self._layout.delimiters.add(node)
        self._leave(node, number)
        self._layout.rows[node].append(node)
        return node

    def _leave(self, node: int, state: int) -> None:
        """Everything that can be said from a state follows the node."""
        self._layout.rows[node] += self._heads[state]
        if self._calls[state]:
            self._layout.entered.setdefault(node, []).extend(self._calls[state])

    def _lay_words(self, number: int, state: State) -> list[int]:
        """A trie of the words that leave the state; gives their first letters."""
        layout, heads = self._layout, dict[int, int]()
        below: dict[int, dict[int, int]] = {}
        for word, target in state.words:
            for way in self._speller.ways(word):
                branch = heads
                node = ENTER
                for column in way:
                    if column not in branch:
                        branch[column] = layout.add(column, number)
                        if branch is not heads:
                            layout.rows[node].append(branch[column])
                    node = branch[column]
                    branch = below.setdefault(node, {})
                layout.endings.setdefault(node, []).append(Ending(word, target))
        layout.first_letters.update(heads.values())
        return list(heads.values())

    def _lay_calls(self, number: int, state: State, never: int) -> list[int]:
        first = len(self._sites)
        for call, target in state.calls:
            back = self._layout.add(never, target)
            final = bool(self._states[target].finals)
            self._sites.append(Site(call, number, back, final))
        return list(range(first, len(self._sites)))


def _flags(size: int, nodes: Iterable[int]) -> Flags:
    flags = np.zeros(size, np.bool_)
    flags[list(nodes)] = True
    return flags


def _packed(rows: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Rows one behind the other: where each begins, and all their items."""
    first = np.zeros(len(rows) + 1, np.int32)
    np.cumsum([len(row) for row in rows], out=first[1:])
    return first, np.array([item for row in rows for item in row], np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class AcousticGraph:
    """All parts in one numbering: nodes and sites of a part come one behind the other, once where
    nets share it."""

    parts: Mapping[str, Part]
    vocabulary_size: int
    first_node: Mapping[str, int]
    first_whole_site: Mapping[str, int]
    columns: Indices
    first_arc: Indices
    targets: Indices
    first_site: Indices
    entered: Indices
    calls: Flags
    """The node has sites."""
    ends: Flags
    closes: Flags
    site_enter: Indices
    """For each site: the node `ENTER` of the net that it calls."""
    site_size: Indices
    """For each site: the nodes of that net."""
    site_back: Indices
    """For each site: the node to go on from behind the call."""
    site_final: Flags

    @property
    def nodes(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part, and how much of the parts before it there is in the whole."""

    part: Part
    nodes: int
    sites: int
    arcs: int
    entries: int


def _placed(parts: Iterable[Part]) -> list[_Placed]:
    """The parts, one behind the other."""
    found: list[_Placed] = []
    nodes = sites = arcs = entries = 0
    for part in parts:
        found.append(_Placed(part, nodes, sites, arcs, entries))
        nodes, sites = nodes + len(part.columns), sites + len(part.sites)
        arcs, entries = arcs + len(part.targets), entries + len(part.entered)
    return found


def join(parts: Mapping[str, Part], vocabulary_size: int) -> AcousticGraph:
    """Put parts together; every net that a site calls must be among them. Nets may share one."""
    each = _placed({id(part): part for part in parts.values()}.values())
    places = {id(one.part): one for one in each}
    placed = {net: places[id(part)] for net, part in parts.items()}
    first_node = {net: one.nodes for net, one in placed.items()}
    sites = [(site, one.nodes) for one in each for site in one.part.sites]
    called = [site.call.net for site, _ in sites]
    start = np.zeros(1, np.int32)
    return AcousticGraph(
        parts=parts,
        vocabulary_size=vocabulary_size,
        first_node=first_node,
        first_whole_site={net: one.sites for net, one in placed.items()},
        columns=_concatenated([one.part.columns for one in each]),
        first_arc=_concatenated([start, *(one.part.first_arc[1:] + one.arcs for one in each)]),
        targets=_concatenated([one.part.targets + one.nodes for one in each]),
        first_site=_concatenated([start, *(one.part.first_site[1:] + one.entries for one in each)]),
        entered=_concatenated([one.part.entered + one.sites for one in each]),
        calls=np.concatenate([np.diff(one.part.first_site) > 0 for one in each]),
        ends=np.concatenate([one.part.ends for one in each]),
        closes=np.concatenate([one.part.closes for one in each]),
        site_enter=np.array([first_node[net] for net in called], np.intp),
        site_size=np.array([len(parts[net].columns) for net in called], np.intp),
        site_back=np.array([site.back + nodes for site, nodes in sites], np.intp),
        site_final=np.array([site.final for site, _ in sites], np.bool_),
    )


def _concatenated(arrays: Sequence[Numbers]) -> Indices:
    return np.concatenate(arrays).astype(np.intp)


def free_text(net: str) -> bool:
    """Whether the net stands for any words at all."""
    return net == FREE_TEXT
