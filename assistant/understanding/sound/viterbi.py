"""The best paths of an utterance through an acoustic graph: Viterbi with a beam, frame by frame.

A hypothesis is a place of the graph: a node, and the call that led into its part (`NO_CALL` in the
part that the search began with). It has two scores, as CTC wants it: for paths that are in the
node's symbol, and for paths in the blank behind it. A symbol may be followed by an equal one only
through a blank. All hypotheses of a frame are numpy arrays; there is no loop over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.records import Floats
from assistant.understanding.sound.acoustic_graph import (
    BEGIN,
    AcousticGraph,
    Indices,
)

NO_CALL = 0
"""The call of hypotheses in the part where the search began; in others, the site's number + 1."""
NOWHERE = -1
_LOWEST = np.float32(-np.inf)
_UNSEEN = np.iinfo(np.intp).min
PAGE = 128
"""Nodes whose places are numbered together."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How hard to search."""

    beam: float = 25.0
    """Hypotheses further below the best of their frame, in natural-log units, are dropped."""
    max_active: int = 300
    """At most so many hypotheses a frame, the best ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """The hypotheses behind one frame, and where each came from in the frame before."""

    cells: Indices
    """Their places, as `Places` numbers them."""
    in_symbol: Floats
    """Scores of paths that are in the node's symbol."""
    in_blank: Floats
    """Scores of paths in the blank behind it."""
    same: Indices
    """Index of the same place in the frame before; NOWHERE for places that are new."""
    source: Indices
    """Index that the symbol was entered from; NOWHERE where it goes on."""


class Places:
    """Numbers the places of a part and of the nets that it calls, when they are first reached.

    Nodes are numbered by pages of `PAGE` neighbours, so that only what is walked takes room. A
    search leaves the scratch arrays as it found them, so one `Places` serves many searches from the
    same root, one at a time.
    """

    def __init__(self, graph: AcousticGraph, root: str) -> None:
        self.graph, self.root = graph, root
        self.size = 0
        self.nodes = np.zeros(0, np.intp)
        """For each cell: its node."""
        self.calls = np.zeros(0, np.intp)
        self.best = np.zeros(0, np.float32)
        """Scratch: the best score of the frame."""
        self.winner = np.zeros(0, np.intp)
        """Scratch: the arc that brought it."""
        self.taken = np.zeros(0, np.bool_)
        """Scratch: known in the frame before."""
        self._offset = np.full(len(graph.site_enter) + 1, _UNSEEN, np.intp)
        """For each call: what must be added to a node's page for its entry in `_pages`."""
        self._pages = np.zeros(0, np.intp)
        """First cells of pages; NOWHERE for pages that weren't reached."""
        self._turn_to(NO_CALL, graph.first_node[root], len(graph.parts[root].columns))

    def cells(self, nodes: Indices, calls: Indices) -> Indices:
        """The cells of places; those that are new are numbered."""
        entries = self._offset[calls] + nodes // PAGE
        first = self._pages[entries]
        new = (first < 0).nonzero()[0]
        if len(new):
            opened, where = np.unique(entries[new], return_index=True)
            self._open(opened, nodes[new[where]] // PAGE, calls[new[where]])
            first = self._pages[entries]
        cells: Indices = first + nodes % PAGE
        return cells

    def call(self, sites: Indices) -> Indices:
        """The calls that take these sites."""
        graph = self.graph
        for site in dict.fromkeys(sites[self._offset[sites + 1] == _UNSEEN].tolist()):
            self._turn_to(site + 1, int(graph.site_enter[site]), int(graph.site_size[site]))
        return sites + 1

    def _turn_to(self, call: int, first_node: int, count: int) -> None:
        """Entries for the pages of a call's nodes."""
        before, behind = first_node // PAGE, (first_node + count - 1) // PAGE + 1
        self._offset[call] = len(self._pages) - before
        self._pages = np.concatenate([self._pages, np.full(behind - before, NOWHERE, np.intp)])

    def _open(self, entries: Indices, pages: Indices, calls: Indices) -> None:
        """Cells for pages that are reached for the first time."""
        begin, count = self.size, len(entries) * PAGE
        self.size += count
        if self.size > len(self.nodes):
            self._grow(max(count, len(self.nodes)))
        self._pages[entries] = begin + PAGE * np.arange(len(entries))
        cells = slice(begin, self.size)
        self.nodes[cells] = (PAGE * pages[:, None] + np.arange(PAGE)).ravel()
        self.calls[cells] = np.repeat(calls, PAGE)

    def _grow(self, more: int) -> None:
        self.nodes = np.concatenate([self.nodes, np.zeros(more, np.intp)])
        self.calls = np.concatenate([self.calls, np.zeros(more, np.intp)])
        self.best = np.concatenate([self.best, np.full(more, _LOWEST, np.float32)])
        self.winner = np.concatenate([self.winner, np.zeros(more, np.intp)])
        self.taken = np.concatenate([self.taken, np.zeros(more, np.bool_)])


@dataclass(frozen=True, slots=True, eq=False)
class Trellis:
    """What a search leaves behind: enough to trace every path that is still alive."""

    places: Places
    scores: Floats
    """What was searched, shape (frames, vocabulary + 3)."""
    blank: int
    steps: Sequence[Step]

    @property
    def graph(self) -> AcousticGraph:
        return self.places.graph

    @property
    def root(self) -> str:
        return self.places.root


@dataclass(frozen=True, slots=True)
class Arrival:
    """A path that ends where a sentence may end."""

    score: float
    index: int
    """Of the hypothesis in the last step."""
    in_blank: bool


def search(places: Places, scores: Floats, blank: int, settings: SearchSettings) -> Trellis:
    """Walk the part that `places` begin with.

    `scores` are those of `scores.Scores`, in the vocabulary of the graph, of which `blank` is a
    column.
    """
    walk = _Search(places, blank, settings)
    return Trellis(places, scores, blank, [walk.step(frame) for frame in scores])


def arrivals(trellis: Trellis) -> list[Arrival]:
    """Every path that the last frame completes, best first."""
    if not trellis.steps:
        return []
    step, graph = trellis.steps[-1], trellis.graph
    nodes, calls = trellis.places.nodes[step.cells], trellis.places.calls[step.cells]
    inside = ((calls != NO_CALL) & graph.ends[nodes]).nonzero()[0]
    inside = inside[graph.site_final[calls[inside] - 1]]
    found = np.concatenate([((calls == NO_CALL) & graph.closes[nodes]).nonzero()[0], inside])
    best = np.maximum(step.in_blank, step.in_symbol)
    order = found[np.argsort(-best[found], kind="stable")]
    in_blank = step.in_blank > step.in_symbol
    return [
        Arrival(float(best[i]), int(i), bool(in_blank[i])) for i in order if np.isfinite(best[i])
    ]


class _Search:
    """The hypotheses of the last frame, on their way to the next."""

    def __init__(self, places: Places, blank: int, settings: SearchSettings) -> None:
        self._graph, self._places = places.graph, places
        self._settings, self._blank = settings, blank
        begin = places.graph.first_node[places.root] + BEGIN
        self._cells = places.cells(np.array([begin]), np.array([NO_CALL]))
        self._symbol = np.array([_LOWEST], np.float32)
        self._in_blank = np.array([0.0], np.float32)

    def step(self, frame: Floats) -> Step:
        """One frame on; `frame` has shape (vocabulary + 3,)."""
        nodes = self._places.nodes[self._cells]
        columns = self._graph.columns[nodes]
        stay = self._symbol + frame[columns]
        either = np.maximum(self._symbol, self._in_blank)
        wait = either + frame[self._blank]
        floor = max(stay.max(initial=_LOWEST), wait.max(initial=_LOWEST)) - self._settings.beam
        leaving = (either > floor - _loudest(frame, self._blank)).nonzero()[0]
        source, cells, score = self._arcs(frame, leaving, nodes, columns, either, floor)
        return self._merged(stay, wait, source, cells, score)

    def _arcs(
        self,
        frame: Floats,
        leaving: Indices,
        nodes: Indices,
        columns: Indices,
        either: Floats,
        floor: float,
    ) -> tuple[Indices, Indices, Floats]:
        """The arcs worth taking: index of the source, cell that it leads to, score there."""
        graph = self._graph
        origin, ways, calls = self._ways_on(leaving, nodes[leaving])
        which, arcs = _expanded(graph.first_arc, ways)
        target, source = graph.targets[arcs], origin[which]
        column = graph.columns[target]
        score = either[source]
        again = (column == columns[source]).nonzero()[0]
        score[again] = self._in_blank[source[again]]
        score += frame[column]
        floor = max(floor, score.max(initial=_LOWEST) - self._settings.beam)
        worth = (score > floor).nonzero()[0]
        cells = self._places.cells(target[worth], calls[which[worth]])
        return source[worth], cells, score[worth]

    def _ways_on(self, leaving: Indices, nodes: Indices) -> tuple[Indices, Indices, Indices]:
        """Where arcs begin: the hypotheses, what follows calls that may end, and calls begun.

        For each the index of its hypothesis, its node, and its call.
        """
        graph, places = self._graph, self._places
        calls = places.calls[self._cells[leaving]]
        done = (graph.ends[nodes] & (calls != NO_CALL)).nonzero()[0]
        if len(done):
            leaving = np.concatenate([leaving, leaving[done]])
            nodes = np.concatenate([nodes, graph.site_back[calls[done] - 1]])
            calls = np.concatenate([calls, np.full(len(done), NO_CALL)])
        calling = graph.calls[nodes].nonzero()[0]
        if len(calling):
            which, numbers = _expanded(graph.first_site, nodes[calling])
            sites = graph.entered[numbers]
            leaving = np.concatenate([leaving, leaving[calling[which]]])
            nodes = np.concatenate([nodes, graph.site_enter[sites]])
            calls = np.concatenate([calls, places.call(sites)])
        return leaving, nodes, calls

    def _merged(
        self, stay: Floats, wait: Floats, source: Indices, arrived: Indices, score: Floats
    ) -> Step:
        """The best of staying and arriving in every place, less what falls out of the beam."""
        places, old = self._places, self._cells
        places.best[old], places.winner[old], places.taken[old] = stay, NOWHERE, True
        self._meet(arrived, score)
        fresh = (places.winner[arrived] == np.arange(len(arrived))).nonzero()[0]
        fresh = arrived[fresh]
        fresh = fresh[~places.taken[fresh]]
        cells = np.concatenate([old, fresh])
        symbol, winner = places.best[cells], places.winner[cells]
        places.best[cells], places.taken[old] = _LOWEST, False
        blank = np.concatenate([wait, np.full(len(fresh), _LOWEST, np.float32)])
        keep = self._kept(np.maximum(symbol, blank))
        self._cells, self._symbol, self._in_blank = cells[keep], symbol[keep], blank[keep]
        won = winner[keep]
        came = np.append(source, NOWHERE)[won]
        keep[keep >= len(old)] = NOWHERE
        return Step(self._cells, self._symbol, self._in_blank, keep, came)

    def _meet(self, cells: Indices, score: Floats) -> None:
        """The best score for each cell, and the number of the arc that brought it.

        Where several arcs lead to one cell the last one written stays, so those that are better
        are written again until none is.
        """
        best, winner = self._places.best, self._places.winner
        better = (score > best[cells]).nonzero()[0]
        while len(better):
            where, what = cells[better], score[better]
            best[where] = what
            winner[where] = better
            better = better[what > best[where]]

    def _kept(self, best: Floats) -> Indices:
        """The hypotheses within the beam, at most `max_active`."""
        keep: Indices = (best > best.max(initial=_LOWEST) - self._settings.beam).nonzero()[0]
        most = self._settings.max_active
        if len(keep) > most:
            keep = keep[np.sort(np.argpartition(-best[keep], most)[:most])]
        return keep


def _loudest(frame: Floats, blank: int) -> float:
    """The best score but the blank's."""
    before, behind = frame[:blank], frame[blank + 1 :]
    return float(max(before.max(initial=_LOWEST), behind.max(initial=_LOWEST)))


def _expanded(first: Indices, rows: Indices) -> tuple[Indices, Indices]:
    """All items of the rows: which of the rows each belongs to, and its place."""
    begin = first[rows]
    counts = first[rows + 1] - begin
    which = np.repeat(np.arange(len(rows)), counts)
    places = np.arange(len(which)) + (begin - np.cumsum(counts) + counts)[which]
    return which, places
