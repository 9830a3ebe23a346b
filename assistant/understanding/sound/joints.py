"""Where a second command may begin: behind a joint ("and", "then"), behind a whole command.

The transcript often swallows the joint ("what time is itnem"), so it is looked for in the sound. A
search for commands tells for each frame how well the sound up to there fits a whole one; from there
a small chain of letters is followed through the joint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from assistant.records import Floats, Vocabulary
from assistant.understanding.sound.acoustic_graph import Indices
from assistant.understanding.sound.scores import Scores
from assistant.understanding.sound.spelling import Columns, Speller
from assistant.understanding.sound.viterbi import NO_CALL, Trellis

APART_S = 0.2
"""Of joints that end no further apart the better one counts."""
LEAST = -0.2
"""The lowest `Joint.ratio`: with synthetic voices true joints lie above -0.1, others below -0.2."""
_NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Joint:
    """Where a joint may have been said."""

    start: int
    """Its first frame."""
    stop: int
    """The first frame behind it."""
    ratio: float
    """Log-likelihood of a command and the joint less that of the best unconstrained path, for each
    frame up to `stop`."""


def commands_until(trellis: Trellis, heard: Scores) -> Floats:
    """How well the frames before each one fit a whole command: the log-likelihood ratio, shape
    (frames + 1,); minus infinity where none may end.
    """
    graph, places = trellis.graph, trellis.places
    until = np.full(len(trellis.steps) + 1, _NEVER, np.float32)
    for number, step in enumerate(trellis.steps, 1):
        nodes, calls = places.nodes[step.cells], places.calls[step.cells]
        inside = calls != NO_CALL
        whole = np.where(inside, graph.ends[nodes], graph.closes[nodes])
        whole[inside] &= graph.site_final[calls[inside] - 1]
        scores = np.maximum(step.in_symbol, step.in_blank)[whole]
        until[number] = scores.max(initial=_NEVER)
    until[1:] -= np.cumsum(heard.best)
    return until


def joints_until(
    trellis: Trellis, heard: Scores, speller: Speller, joints: Sequence[str]
) -> tuple[Floats, Indices]:
    """For each frame how well a command and a joint may end before it, and where that joint
    begins; both have shape (frames + 1,). Others of the `joints` may follow the first.
    """
    begins = commands_until(trellis, heard)
    first, *others = joints
    said = (*((word,) for word in joints), *((first, word) for word in others))
    ways = [way for words in said for way in spelled(speller, words)]
    if not ways:  # the vocabulary can write none of them
        return np.full(len(begins), _NEVER, np.float32), np.zeros(len(begins), np.intp)
    vocabulary = speller.vocabulary
    search = JointSearch(ways, vocabulary.blank, marks_of(vocabulary))
    return search.until(begins, heard)


def spelled(speller: Speller, words: Sequence[str]) -> Iterator[Columns]:
    """All ways to write the words one behind the other; none where one can't be written."""
    marks = marks_of(speller.vocabulary)
    for head, *tail in product(*(speller.ways(word) for word in words)):
        yield sum(((*marks, *way) for way in tail), head)


def marks_of(vocabulary: Vocabulary) -> Columns:
    """What stands between words: the delimiter, or nothing."""
    return () if vocabulary.word_delimiter is None else (vocabulary.word_delimiter,)


class JointSearch:
    """Follows all ways to say a joint at once, frame by frame."""

    def __init__(self, ways: Sequence[Columns], blank: int, marks: Columns) -> None:
        """`marks` stand between words, or may: the delimiter, or none."""
        chains = [(*marks, *way, *marks) for way in ways]
        self._columns = np.array([column for chain in chains for column in chain], np.intp)
        self._blank = blank
        behind = np.cumsum([len(chain) for chain in chains])
        begins = behind - [len(chain) for chain in chains]
        self._first = np.concatenate([begins + n for n in range(len(marks) + 1)]).astype(np.intp)
        """States that a joint may begin in: delimiters may be missing."""
        self._last = np.concatenate([behind - 1 - n for n in range(len(marks) + 1)]).astype(np.intp)
        self._again = np.append(False, self._columns[1:] == self._columns[:-1])
        self._inner = np.ones(len(self._columns), bool)
        self._inner[begins] = False

    def until(self, begins: Floats, heard: Scores) -> tuple[Floats, Indices]:
        """For each frame how well a joint may end before it, and where that joint begins.

        `begins` says how well one may begin before each frame; both have shape (frames + 1,).
        """
        count = len(self._columns)
        symbol, behind = np.full((2, count), _NEVER, np.float32)
        origin, origin_behind = np.zeros((2, count), np.intp)
        found, starts = np.full(len(begins), _NEVER, np.float32), np.zeros(len(begins), np.intp)
        for frame, row in enumerate(heard.table):
            row = row - heard.best[frame]
            waits = symbol > behind
            blank = np.where(waits, symbol, behind) + row[self._blank]
            came = np.where(waits, origin, origin_behind)
            entering, source = self._entering(symbol, behind, origin, origin_behind)
            fresh = self._first[begins[frame] > entering[self._first]]
            entering[fresh], source[fresh] = begins[frame], frame
            enters = entering > symbol
            symbol = np.where(enters, entering, symbol) + row[self._columns]
            origin = np.where(enters, source, origin)
            behind, origin_behind = blank, came
            at = self._last[np.argmax(np.maximum(symbol, behind)[self._last])]
            better = bool(symbol[at] > behind[at])
            found[frame + 1] = symbol[at] if better else behind[at]
            starts[frame + 1] = origin[at] if better else origin_behind[at]
        return found, starts

    def _entering(
        self, symbol: Floats, behind: Floats, origin: Indices, origin_behind: Indices
    ) -> tuple[Floats, Indices]:
        """The score of coming into each state from the one before, and where its joint begins."""
        spoken = np.where(self._again, _NEVER, np.append(_NEVER, symbol[:-1]))
        waited = np.append(_NEVER, behind[:-1])
        direct = spoken > waited
        entering = np.where(self._inner, np.where(direct, spoken, waited), _NEVER)
        source = np.where(direct, np.append(0, origin[:-1]), np.append(0, origin_behind[:-1]))
        return entering, source


def best_joints(until: Floats, starts: Indices, most: int, frame_s: float) -> list[Joint]:
    """The joints whose ends fit best, each better than all near it."""
    found: list[Joint] = []
    apart = round(APART_S / frame_s)
    ratios = until / np.maximum(np.arange(len(until)), 1)
    for stop in np.argsort(-ratios, kind="stable").tolist():
        if len(found) == most or not ratios[stop] >= LEAST:
            break
        if all(abs(stop - one.stop) > apart for one in found):
            found.append(Joint(int(starts[stop]), stop, float(ratios[stop])))
    return found
