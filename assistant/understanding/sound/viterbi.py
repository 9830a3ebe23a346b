"""The best paths of an utterance through an acoustic graph: Viterbi with a beam, frame by frame.

A hypothesis is a place of the graph: a node, and the call that led into its part (`NO_CALL` in the
part that the search began with). It has two scores, as CTC wants it: for paths that are in the
node's symbol, and for paths in the blank behind it. A symbol may be followed by an equal one only
through a blank. All hypotheses of a frame are numpy arrays; there is no loop over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.records import Emissions, Floats
from assistant.understanding.sound.acoustic_graph import (
    ANYTHING,
    BEGIN,
    LETTER,
    NEVER,
    AcousticGraph,
    Flags,
    Indices,
)

NO_CALL = 0
"""The call of hypotheses in the part where the search began; in others, the site's number + 1."""
NOWHERE = -1
_LOWEST = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How hard to search."""

    beam: float = 60.0
    """Hypotheses further below the best of their frame, in natural-log units, are dropped."""
    max_active: int = 4000
    """At most so many hypotheses a frame, the best ones."""
    free_text_penalty: float = 0.5
    """What each frame of free text that isn't blank costs, in natural-log units."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """The hypotheses behind one frame, and where each came from in the frame before."""

    nodes: Indices
    calls: Indices
    in_symbol: Floats
    """Scores of paths that are in the node's symbol."""
    in_blank: Floats
    """Scores of paths in the blank behind it."""
    same: Indices
    """Index of the same place in the frame before; NOWHERE for places that are new."""
    source: Indices
    """Index that the symbol was entered from; NOWHERE where it goes on."""
    entered_from_blank: Flags
    blank_from_blank: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Trellis:
    """What a search leaves behind: enough to trace every path that is still alive."""

    graph: AcousticGraph
    root: str
    scores: Floats
    """Emissions with the columns of free text, shape (frames, vocabulary + 3)."""
    blank: int
    steps: Sequence[Step]
    first_site: int
    """Number of the root's first site in the graph."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A path that ends where a sentence may end."""

    score: float
    index: int
    """Of the hypothesis in the last step."""
    in_blank: bool


def extended(emissions: Emissions, penalty: float) -> Floats:
    """Emissions with the columns of free text behind their own, shape (frames, vocabulary + 3)."""
    scores, vocabulary = emissions.log_probs, emissions.vocabulary
    marks = {vocabulary.blank, vocabulary.word_delimiter, *vocabulary.special}
    spoken = [column for column in range(scores.shape[1]) if column not in marks]
    more = np.full((len(scores), 3), _LOWEST, np.float32)
    more[:, LETTER] = scores[:, spoken].max(axis=1, initial=_LOWEST) - penalty
    more[:, ANYTHING] = more[:, LETTER]
    if vocabulary.word_delimiter is not None:
        said = scores[:, vocabulary.word_delimiter] - penalty
        np.maximum(more[:, ANYTHING], said, out=more[:, ANYTHING])
    np.maximum(more[:, ANYTHING], scores[:, vocabulary.blank], out=more[:, ANYTHING])
    return np.concatenate([scores, more], axis=1).astype(np.float32, copy=False)


def search(
    graph: AcousticGraph, root: str, emissions: Emissions, settings: SearchSettings
) -> Trellis:
    """Walk the part called `root` with the emissions, which have the vocabulary of the graph."""
    scores = extended(emissions, settings.free_text_penalty)
    blank = emissions.vocabulary.blank
    walk = _Search(graph, root, blank, settings)
    steps = [walk.step(frame) for frame in scores]
    return Trellis(graph, root, scores, blank, steps, graph.first_whole_site[root])


def arrivals(trellis: Trellis) -> list[Arrival]:
    """Every path that the last frame completes, best first."""
    if not trellis.steps:
        return []
    step, graph = trellis.steps[-1], trellis.graph
    complete = np.where(step.calls == NO_CALL, graph.closes[step.nodes], graph.ends[step.nodes])
    inside = np.flatnonzero(complete & (step.calls != NO_CALL))
    complete[inside] = graph.site_final[step.calls[inside] - 1]
    found = np.flatnonzero(complete)
    in_blank = step.in_blank[found] > step.in_symbol[found]
    best = np.maximum(step.in_blank[found], step.in_symbol[found])
    order = np.argsort(-best, kind="stable")
    return [
        Arrival(float(best[i]), int(found[i]), bool(in_blank[i]))
        for i in order
        if np.isfinite(best[i])
    ]


@dataclass(slots=True)
class _Table:
    """One cell for every place that hypotheses have reached; parts get theirs when first called.

    The place of node n under call c has cell n + shift[c].
    """

    shift: NDArray[np.int64]
    size: int = 0
    best: Floats = field(default_factory=lambda: np.empty(0, np.float32))
    winner: Indices = field(default_factory=lambda: np.empty(0, np.int32))
    taken: Flags = field(default_factory=lambda: np.empty(0, np.bool_))

    def add(self, call: int, first_node: int, nodes: int) -> None:
        self.shift[call] = self.size - first_node
        self.size += nodes

    def grow(self) -> None:
        more = self.size - len(self.best)
        if more > 0:
            more = max(more, len(self.best))
            self.best = np.concatenate([self.best, np.full(more, _LOWEST, np.float32)])
            self.winner = np.concatenate([self.winner, np.zeros(more, np.int32)])
            self.taken = np.concatenate([self.taken, np.zeros(more, np.bool_)])


_UNSEEN = np.iinfo(np.int64).max


class _Search:
    """The hypotheses of the last frame, on their way to the next."""

    def __init__(
        self, graph: AcousticGraph, root: str, blank: int, settings: SearchSettings
    ) -> None:
        self._graph, self._settings, self._blank = graph, settings, blank
        calls = len(graph.site_enter) + 1
        self._table = _Table(np.full(calls, _UNSEEN, np.int64))
        first, size = graph.first_node[root], len(graph.parts[root].columns)
        self._table.add(NO_CALL, first, size)
        self._table.grow()
        self._nodes = np.array([first + BEGIN], np.int32)
        self._calls = np.array([NO_CALL], np.int32)
        self._symbol = np.array([_LOWEST], np.float32)
        self._in_blank = np.array([0.0], np.float32)

    def step(self, frame: Floats) -> Step:
        """One frame on; `frame` has shape (vocabulary + 3,)."""
        graph = self._graph
        columns = graph.columns[self._nodes]
        stay = self._symbol + frame[columns]
        either = np.maximum(self._symbol, self._in_blank)
        blank_from_blank = self._in_blank >= self._symbol
        wait = either + frame[self._blank]
        floor = max(stay.max(initial=_LOWEST), wait.max(initial=_LOWEST)) - self._settings.beam
        cells = self._cells(self._nodes, self._calls)
        source, target, calls, score, from_blank = self._arcs(frame, columns, either, floor)
        table = self._table
        table.best[cells], table.winner[cells], table.taken[cells] = stay, NOWHERE, True
        arrived = self._cells(target, calls)
        self._meet(arrived, score)
        winner = table.winner[arrived]
        fresh = np.flatnonzero((winner == np.arange(len(arrived))) & ~table.taken[arrived])
        every = np.concatenate([cells, arrived[fresh]])
        symbol, taken = table.best[every], table.winner[every]
        table.best[every], table.taken[every] = _LOWEST, False
        old = len(cells)
        in_blank = np.concatenate([wait, np.full(len(fresh), _LOWEST, np.float32)])
        keep = self._kept(np.maximum(symbol, in_blank))
        was = np.where(keep < old, keep, NOWHERE).astype(np.int32)
        won = taken[keep]
        entered = won != NOWHERE
        self._nodes = np.concatenate([self._nodes, target[fresh]])[keep]
        self._calls = np.concatenate([self._calls, calls[fresh]])[keep]
        self._symbol, self._in_blank = symbol[keep], in_blank[keep]
        blank_before = np.zeros(len(keep), np.bool_)
        blank_before[was >= 0] = blank_from_blank[was[was >= 0]]
        came, came_from_blank = _picked(source, from_blank, won, entered)
        return Step(
            self._nodes,
            self._calls,
            self._symbol,
            self._in_blank,
            was,
            came,
            came_from_blank,
            blank_before,
        )

    def _cells(self, nodes: Indices, calls: Indices) -> NDArray[np.int64]:
        return nodes + self._table.shift[calls]

    def _meet(self, cells: NDArray[np.int64], score: Floats) -> None:
        """The best score for each cell, and the number of the arc that brought it.

        Where several arcs lead to one cell the last one written stays, so those that are better
        are written again until none is.
        """
        table = self._table
        better = np.flatnonzero(score > table.best[cells])
        while len(better):
            table.best[cells[better]] = score[better]
            table.winner[cells[better]] = better
            better = better[score[better] > table.best[cells[better]]]

    def _kept(self, best: Floats) -> NDArray[np.int64]:
        """The hypotheses within the beam, at most `max_active`."""
        keep = np.flatnonzero(best > best.max(initial=_LOWEST) - self._settings.beam)
        most = self._settings.max_active
        if len(keep) > most:
            keep = keep[np.sort(np.argpartition(-best[keep], most)[:most])]
        return keep

    def _arcs(
        self, frame: Floats, columns: Indices, either: Floats, floor: float
    ) -> tuple[Indices, Indices, Indices, Floats, Flags]:
        """The arcs worth taking: source's index, target node, call, score, source was in blank."""
        graph = self._graph
        loudest = frame.copy()
        loudest[self._blank] = _LOWEST
        leaving = np.flatnonzero(either + loudest.max() > floor).astype(np.int32)
        source, nodes, calls = self._ways_on(leaving)
        which, arcs = _expanded(graph.first_arc, nodes)
        target, source = graph.targets[arcs], source[which]
        column = graph.columns[target]
        again = column == columns[source]
        before = np.where(again, self._in_blank[source], either[source])
        score = before + frame[column]
        worth = np.flatnonzero(score > floor)
        source, again = source[worth], again[worth]
        from_blank = again | (self._in_blank[source] >= self._symbol[source])
        return source, target[worth], calls[which[worth]], score[worth], from_blank

    def _ways_on(self, leaving: Indices) -> tuple[Indices, Indices, Indices]:
        """Where arcs begin: hypotheses themselves, what follows their call, and calls begun."""
        graph = self._graph
        nodes, calls = self._nodes[leaving], self._calls[leaving]
        done = np.flatnonzero((calls != NO_CALL) & graph.ends[nodes])
        if len(done):
            back = graph.site_back[calls[done] - 1]
            leaving = np.concatenate([leaving, leaving[done]])
            nodes = np.concatenate([nodes, back])
            calls = np.concatenate([calls, np.zeros(len(done), np.int32)])
        calling = np.flatnonzero(graph.first_site[nodes + 1] > graph.first_site[nodes])
        if len(calling):
            which, places = _expanded(graph.first_site, nodes[calling])
            sites = graph.entered[places]
            self._open(sites)
            leaving = np.concatenate([leaving, leaving[calling[which]]])
            nodes = np.concatenate([nodes, graph.site_enter[sites]])
            calls = np.concatenate([calls, sites + 1])
        return leaving, nodes, calls

    def _open(self, sites: Indices) -> None:
        """Room in the table for the nets of sites that are called for the first time."""
        table, graph = self._table, self._graph
        new = sites[table.shift[sites + 1] == _UNSEEN]
        for site in dict.fromkeys(new.tolist()):
            table.add(site + 1, int(graph.site_enter[site]), int(graph.site_size[site]))
        table.grow()


def _expanded(first: Indices, rows: Indices) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All items of the rows: which of the rows each belongs to, and its place."""
    begin = first[rows]
    counts = first[rows + 1] - begin
    behind = np.cumsum(counts)
    which = np.repeat(np.arange(len(rows)), counts)
    places = np.arange(len(which)) + (begin - behind + counts)[which]
    return which, places


def _picked(
    source: Indices, from_blank: Flags, won: Indices, entered: Flags
) -> tuple[Indices, Flags]:
    came = np.full(len(won), NOWHERE, np.int32)
    came[entered] = source[won[entered]]
    blank = np.zeros(len(won), np.bool_)
    blank[entered] = from_blank[won[entered]]
    return came, blank


__all__ = [
    "NEVER",
    "NO_CALL",
    "Arrival",
    "SearchSettings",
    "Step",
    "Trellis",
    "arrivals",
    "search",
]
