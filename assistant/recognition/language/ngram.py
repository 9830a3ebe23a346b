"""A back-off n-gram model of words, as arrays.

The n-grams form a tree: the root is the empty context, and the node of "set a timer" hangs below
that of "set a". Nodes are numbered level by level, and within a level by (parent, word), so that
the list of all edges is sorted and one binary search finds a child. A *state* is the node of the
longest context that can still matter; `score` follows edges, and where there is none it pays the
context's back-off weight and forgets the context's first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]

BEGIN, END, UNKNOWN = "<s>", "</s>", "<unk>"
"""The marks that ARPA files use: before a sentence, after it, any word that isn't listed."""

ROOT = 0
IMPOSSIBLE = -98 * np.log(10)
"""ARPA files write less than this for log 0."""

MOST_ORDER = 10
"""Longer n-grams aren't read; nobody makes them."""


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """All n-grams of one length, in any order."""

    words: Integers
    """Numbers of words, shape (n-grams, length)."""
    log_probs: Reals
    """Natural logarithms of the last word's probability behind the others, shape (n-grams,)."""
    backoffs: Reals
    """Natural logarithms of the back-off weights, shape (n-grams,); 0 where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class NgramModel:
    """Use `from_levels`. All logarithms are natural."""

    words: tuple[str, ...]
    edges: Integers
    """parent · len(words) + word for each node but the root, ascending."""
    starts: tuple[int, ...]
    """The first node of each level, and one behind the last node; level 0 is the root."""
    log_probs: Reals
    """Of each node's last word behind its context."""
    backoffs: Reals
    suffixes: Integers
    """The node of each n-gram without its first word."""
    states: Integers
    """For each node the longest suffix that any longer n-gram begins with."""
    numbers: dict[str, int]
    """Word → its number."""

    @property
    def order(self) -> int:
        """Words of the longest n-grams."""
        return len(self.starts) - 2

    @property
    def begin(self) -> int:
        """The state before the first word of a sentence."""
        return self.after([self.number(BEGIN)]) if BEGIN in self.numbers else ROOT

    def number(self, word: str) -> int:
        """The word's number, or that of `<unk>`."""
        return self.numbers.get(word, self.numbers[UNKNOWN])

    def after(self, words: Sequence[int]) -> int:
        """The state behind these words."""
        state = np.array([ROOT])
        for word in words:
            _, state = self.score(state, np.array([word]))
        return int(state[0])

    def score(self, states: Integers, words: Integers) -> tuple[Reals, Integers]:
        """Log-probability of each word behind its state, and the state behind that.

        Both of shape (n,), as the results.
        """
        states, found = states.copy(), np.zeros(len(words), np.int64)
        scores = np.zeros(len(words))
        left = np.arange(len(words))
        while len(left):
            nodes, known = self._children(states[left], words[left])
            reached, left = left[known], left[~known]
            found[reached] = nodes[known]
            scores[left] += self.backoffs[states[left]]
            states[left] = self.suffixes[states[left]]
        return scores + self.log_probs[found], self.states[found]

    def end(self, states: Integers) -> Reals:
        """Log-probability that the sentence ends behind each state; 0 for a model without ends."""
        if END not in self.numbers:
            return np.zeros(len(states))
        return self.score(states, np.full(len(states), self.numbers[END]))[0]

    def _children(self, nodes: Integers, words: Integers) -> tuple[Integers, NDArray[np.bool_]]:
        """The node below each node by each word, and whether there is one."""
        keys = nodes * len(self.words) + words
        places = np.searchsorted(self.edges, keys)
        known = self.edges[np.minimum(places, len(self.edges) - 1)] == keys
        return places + 1, known

    def level(self, length: int) -> Level:
        """All n-grams of this length, in the order of their nodes."""
        start, stop = self.starts[length : length + 2]
        nodes, columns = np.arange(start, stop), []
        for _ in range(length):
            nodes, word = np.divmod(self.edges[nodes - 1], len(self.words))
            columns.append(word)
        words = np.stack(columns[::-1], axis=1)
        return Level(words, self.log_probs[start:stop], self.backoffs[start:stop])

    @classmethod
    def from_levels(cls, words: Sequence[str], levels: Sequence[Level]) -> NgramModel:
        """A model of n-grams of length 1, 2, ...

        Where `<unk>` isn't listed, it is as likely as the least likely word. N-grams whose
        beginning or end is missing among the shorter ones lend them what backing off gives.
        Raises ModelError for a word listed twice.
        """
        levels = list(levels)
        while not len(levels[-1].words):
            levels.pop()
        words = tuple(words) if UNKNOWN in words else (*words, UNKNOWN)
        numbers = {word: number for number, word in enumerate(words)}
        if len(numbers) < len(words):
            raise ModelError("The language model lists a word twice; make it again.")
        return _Builder(len(words), _closed(len(words), levels)).model(words, numbers)


def nothing_known() -> NgramModel:
    """The model that finds every word equally good, at no cost."""
    every = Level(np.zeros((1, 1), np.int64), np.zeros(1), np.zeros(1))
    return NgramModel.from_levels([UNKNOWN], [every])


def _closed(size: int, levels: Sequence[Level]) -> list[Level]:
    """The levels, each with the n-grams that the longer ones begin and end with.

    What is added has a log-probability of NaN.
    """
    every = np.arange(size)[:, None]
    closed = list(levels)
    for number in range(len(levels) - 1, 0, -1):
        longer = closed[number].words
        wanted = np.concatenate([longer[:, :-1], longer[:, 1:]])
        closed[number - 1] = _with(closed[number - 1], wanted)
    closed[0] = _with(closed[0], every)
    log_probs = closed[0].log_probs
    likely = log_probs[log_probs > IMPOSSIBLE]
    unlisted = likely.min() if len(likely) else 0.0
    log_probs = np.where(np.isnan(log_probs), unlisted, log_probs)
    closed[0] = Level(closed[0].words, log_probs, closed[0].backoffs)
    return closed


def _with(level: Level, wanted: Integers) -> Level:
    """The level and those of the wanted n-grams that it lacks; of equal n-grams the first."""
    rows = np.concatenate([level.words, wanted])
    _, first = np.unique(rows, axis=0, return_index=True)
    added = len(wanted)
    log_probs = np.concatenate([level.log_probs, np.full(added, np.nan)])
    backoffs = np.concatenate([level.backoffs, np.zeros(added)])
    return Level(rows[first], log_probs[first], backoffs[first])


class _Builder:
    """Numbers the nodes of closed levels."""

    def __init__(self, size: int, levels: Sequence[Level]) -> None:
        self._size = size
        self._edges = [np.zeros(0, np.int64)]
        self._starts = [ROOT, 1]
        self._log_probs, self._backoffs = [np.zeros(1)], [np.zeros(1)]
        self._suffixes = [np.array([ROOT])]
        for level in levels:
            self._add(level)

    def _add(self, level: Level) -> None:
        keys = self._find(level.words[:, :-1]) * self._size + level.words[:, -1]
        ranks = np.argsort(keys)
        words = level.words[ranks]
        suffixes = self._find(words[:, 1:])
        # What `_closed` had to add gets what backing off would have given.
        parents = keys[ranks] // self._size
        log_probs = level.log_probs[ranks]
        lent = np.concatenate(self._backoffs)[parents] + np.concatenate(self._log_probs)[suffixes]
        self._log_probs.append(np.where(np.isnan(log_probs), lent, log_probs))
        self._backoffs.append(level.backoffs[ranks])
        self._edges.append(keys[ranks])
        self._suffixes.append(suffixes)
        self._starts.append(self._starts[-1] + len(keys))

    def _find(self, words: Integers) -> Integers:
        """The nodes of n-grams that are all there, shape (n-grams, length)."""
        nodes = np.full(len(words), ROOT)
        for depth in range(words.shape[1]):
            edges = self._edges[depth + 1]
            keys = nodes * self._size + words[:, depth]
            nodes = self._starts[depth + 1] + np.searchsorted(edges, keys)
        return nodes

    def model(self, words: tuple[str, ...], numbers: dict[str, int]) -> NgramModel:
        edges, backoffs = np.concatenate(self._edges), np.concatenate(self._backoffs)
        suffixes = np.concatenate(self._suffixes)
        needed = backoffs != 0
        needed[edges // self._size] = True
        needed[self._starts[-2] :] = False  # nothing is longer than the longest
        needed[ROOT] = True
        states = np.arange(len(suffixes))
        for _ in self._starts:
            states = np.where(needed[states], states, suffixes[states])
        return NgramModel(
            words,
            edges,
            tuple(self._starts),
            np.concatenate(self._log_probs),
            backoffs,
            suffixes,
            states,
            numbers,
        )
