"""From a trellis back to what was said: words and slots with the frames that they fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from assistant.records import Emissions
from assistant.understanding.net import Call
from assistant.understanding.sound.acoustic_graph import Indices, Part, Site, free_text
from assistant.understanding.sound.viterbi import NO_CALL, NOWHERE, Arrival, Step, Trellis


@dataclass(frozen=True, slots=True)
class Said:
    """One word of the net itself."""

    word: str
    start: int
    """First frame."""
    stop: int
    """One behind the last frame of its last letter."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a call was filled with."""

    call: Call
    words: tuple[Said, ...]
    labels: tuple[int, ...]
    """What its net accepts the words as: entries of a list with the same name, for example."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def stop(self) -> int:
        return self.words[-1].stop


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """One way through the graph that takes all frames."""

    score: float
    """Log-likelihood: the sum of the frames' scores, less the penalty of free text."""
    labels: tuple[int, ...]
    """What the root net accepts it as, ascending."""
    items: tuple[Said | Filled, ...]
    frames: NDArray[np.float32]
    """For each frame its score, shape (frames,)."""

    @property
    def words(self) -> tuple[Said, ...]:
        return tuple(_words(self.items))

    @property
    def filled(self) -> tuple[Filled, ...]:
        return tuple(item for item in self.items if isinstance(item, Filled))


def _words(items: Sequence[Said | Filled]) -> Iterator[Said]:
    for item in items:
        if isinstance(item, Filled):
            yield from item.words
        else:
            yield item


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring frames in the same place."""

    node: int
    call: int
    start: int
    stop: int
    """One behind the last frame in the symbol; blanks behind it don't count."""


def labels(trellis: Trellis, arrival: Arrival) -> tuple[int, ...]:
    """What the root net accepts the arriving path as, without tracing it."""
    step = trellis.steps[-1]
    cell, graph = step.cells[arrival.index], trellis.graph
    node, call = int(trellis.places.nodes[cell]), int(trellis.places.calls[cell])
    root = graph.parts[trellis.root]
    if call == NO_CALL:
        return _finals(root, node - graph.first_node[trellis.root])
    site = root.sites[call - 1 - graph.first_whole_site[trellis.root]]
    return root.finals[int(root.owners[site.back])]


def _finals(part: Part, node: int) -> tuple[int, ...]:
    """Labels accepted behind a word's last letter, or at a delimiter."""
    endings = part.endings(node)
    if not endings:
        return part.finals[int(part.owners[node])]
    return tuple(sorted({label for ending in endings for label in part.finals[ending.state]}))


def trace(trellis: Trellis, arrival: Arrival, emissions: Emissions) -> Path:
    """The path that arrives there; `emissions` are what was searched, to read free text from."""
    nodes, calls, in_blank = _places(trellis, arrival)
    columns = np.where(in_blank, trellis.blank, trellis.graph.columns[nodes])
    frames = trellis.scores[np.arange(len(nodes)), columns]
    runs = _runs(nodes, calls, in_blank)
    items = tuple(_Reader(trellis, emissions).items(runs))
    return Path(arrival.score, labels(trellis, arrival), items, frames)


def _places(trellis: Trellis, arrival: Arrival) -> tuple[Indices, Indices, NDArray[np.bool_]]:
    """For each frame: node, call, whether the path is in the blank behind the node's symbol."""
    count, places = len(trellis.steps), trellis.places
    cells, blanks = np.zeros(count, np.intp), np.zeros(count, np.bool_)
    index, in_blank = arrival.index, arrival.in_blank
    for number in range(count - 1, -1, -1):
        cells[number], blanks[number] = trellis.steps[number].cells[index], in_blank
        if number:
            index, in_blank = _before(trellis, number, index, in_blank)
    return places.nodes[cells], places.calls[cells], blanks


def _before(trellis: Trellis, number: int, index: int, in_blank: bool) -> tuple[int, bool]:
    """Where a path was one frame earlier: the index, and whether it was in the blank."""
    step, earlier = trellis.steps[number], trellis.steps[number - 1]
    source = int(step.source[index])
    if not in_blank and source == NOWHERE:
        return int(step.same[index]), False
    came = int(step.same[index]) if in_blank else source
    if not in_blank and _column(trellis, step, index) == _column(trellis, earlier, came):
        return came, True
    return came, bool(earlier.in_blank[came] >= earlier.in_symbol[came])


def _column(trellis: Trellis, step: Step, index: int) -> int:
    return int(trellis.graph.columns[trellis.places.nodes[step.cells[index]]])


def _runs(nodes: Indices, calls: Indices, in_blank: NDArray[np.bool_]) -> list[_Run]:
    """Runs of frames in one place; frames before the first symbol belong to none."""
    spoken = np.flatnonzero(~in_blank)
    runs: list[_Run] = []
    for frame in spoken.tolist():
        place = int(nodes[frame]), int(calls[frame])
        if runs and (runs[-1].node, runs[-1].call) == place:
            runs[-1] = _Run(*place, runs[-1].start, frame + 1)
        else:
            runs.append(_Run(*place, frame, frame + 1))
    return runs


class _Reader:
    """Reads runs as words."""

    def __init__(self, trellis: Trellis, emissions: Emissions) -> None:
        self._trellis, self._emissions = trellis, emissions
        self._root = trellis.graph.parts[trellis.root]

    def items(self, runs: Sequence[_Run]) -> Iterator[Said | Filled]:
        """The words of the root net, and its calls with theirs."""
        stretches = [list(group) for _, group in groupby(runs, lambda run: run.call)]
        for number, stretch in enumerate(stretches):
            if stretch[0].call != NO_CALL:
                yield self._call(stretch)
            else:
                first = self._trellis.graph.first_node[self._trellis.root]
                yield from _read(self._root, first, stretch, self._after(stretches[number + 1 :]))

    def _after(self, following: Sequence[Sequence[_Run]]) -> int | None:
        """The state in front of the next call; None at the end."""
        return self._site(following[0][0].call).state if following else None

    def _call(self, runs: Sequence[_Run]) -> Filled:
        call = self._site(runs[0].call).call
        if free_text(call.net):
            return Filled(call, self._free_words(runs[0].start, runs[-1].stop), (0,))
        graph = self._trellis.graph
        part, first = graph.parts[call.net], graph.first_node[call.net]
        words = tuple(_read(part, first, runs, None))
        return Filled(call, words, _finals(part, runs[-1].node - first))

    def _site(self, call: int) -> Site:
        return self._root.sites[call - 1 - self._trellis.graph.first_whole_site[self._trellis.root]]

    def _free_words(self, start: int, stop: int) -> tuple[Said, ...]:
        """The best letters of each frame, blanks and repetitions removed."""
        vocabulary = self._emissions.vocabulary
        scores = self._emissions.log_probs[start:stop].copy()
        scores[:, sorted(vocabulary.special - {vocabulary.blank})] = -np.inf
        marks = {vocabulary.blank, vocabulary.word_delimiter}
        scores[0, [column for column in marks if column is not None]] = -np.inf
        words: list[Said] = []
        before, parted = vocabulary.blank, True
        for frame, column in enumerate(scores.argmax(axis=1).tolist(), start):
            if column == vocabulary.word_delimiter:
                parted = True
            elif column not in (before, vocabulary.blank):
                said = Said("", frame, frame) if parted else words.pop()
                letter = vocabulary.tokens[column].lower()
                words.append(Said(said.word + letter, said.start, frame + 1))
                parted = False
            before = column
        return tuple(words)


def _read(part: Part, first: int, runs: Sequence[_Run], after: int | None) -> Iterator[Said]:
    """The words of one part. The last one leads to the state `after`, or where a net may end."""
    word: list[_Run] = []
    for run in runs:
        node = run.node - first
        if word and (part.delimiters[node] or part.first_letters[node]):
            yield _said(part, first, word, int(part.owners[node]))
            word = []
        if not part.delimiters[node]:
            word.append(run)
    if word:
        yield _said(part, first, word, after)


def _said(part: Part, first: int, letters: Sequence[_Run], after: int | None) -> Said:
    """Of words that are written alike, the one that leads on to where the path went."""
    fitting = [
        ending
        for ending in part.endings(letters[-1].node - first)
        if (ending.state == after if after is not None else part.finals[ending.state])
    ]
    return Said(fitting[0].word, letters[0].start, letters[-1].stop)
