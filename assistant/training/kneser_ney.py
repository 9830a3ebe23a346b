"""Interpolated modified Kneser-Ney smoothing: from sentences to an n-gram model.

After Chen and Goodman, "An Empirical Study of Smoothing Techniques for Language Modeling" (1998),
with pruning by count as Heafield et al. (2013) have it and by relative entropy after Stolcke
(1998). All n-grams of one length are arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.errors import TrainingError
from assistant.recognition.language.ngram import BEGIN, END, UNKNOWN, Level, NgramModel

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]

MOST_ORDER = 5

MARKS = (UNKNOWN, BEGIN, END)
"""The first words of every vocabulary."""

BEGIN_NUMBER = MARKS.index(BEGIN)

NEVER = -99 * float(np.log(10))
"""The log-probability of `<s>`, which is never said."""

DISCOUNTS = (0.5, 1.0, 1.5)
"""For n-grams seen once, twice and more often, where there are too few to estimate them."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make a model."""

    order: int = 3
    """Words of the longest n-grams."""
    cutoffs: tuple[int, ...] = ()
    """For each length, from one word up, n-grams seen no more often are left out; the last
    stands for the lengths behind it. None for nothing."""
    words: int = 0
    """Only so many of the most frequent words, the others as `<unk>`; 0 for all."""
    threshold: float = 0.0
    """What leaving out an n-gram may cost, see `prune`; 0 to leave out none."""

    def __post_init__(self) -> None:
        if not 1 <= self.order <= MOST_ORDER:
            raise TrainingError(f"The order must be 1 to {MOST_ORDER}, not {self.order}.")
        if list(self.cutoffs) != sorted(self.cutoffs) or self.cutoff(1) > 0:
            raise TrainingError(
                "The cutoffs must begin with 0 and never fall: 0,0,1 leaves out three words "
                "seen once."
            )

    def cutoff(self, length: int) -> int:
        """For n-grams of this length."""
        return self.cutoffs[min(length, len(self.cutoffs)) - 1] if self.cutoffs else 0


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """All n-grams of one length, by (parent, word); all arrays of shape (n-grams,)."""

    words: Integers
    """Shape (n-grams, length)."""
    parents: Integers
    """The place of each one's beginning among those a word shorter."""
    suffixes: Integers
    """The place of each one's end, likewise."""
    counts: Integers
    """How often each was seen."""


def estimate(sentences: Iterable[Sequence[str]], recipe: Recipe) -> NgramModel:
    """The model of sentences of words. Raises TrainingError where there are none."""
    vocabulary, text = _numbered(list(sentences), recipe.words)
    counted = _count(text, len(vocabulary), recipe.order)
    return NgramModel.from_levels(vocabulary, _smoothed(counted, recipe))


def _numbered(sentences: Sequence[Sequence[str]], most: int) -> tuple[list[str], list[Integers]]:
    """The vocabulary, and each sentence as numbers between its marks."""
    seen = Counter(word for sentence in sentences for word in sentence)
    for mark in MARKS:
        seen.pop(mark, None)
    if not seen:
        raise TrainingError("There are no words to learn from; name files with text.")
    frequent = [word for word, _ in seen.most_common(most or None)]
    vocabulary = [*MARKS, *sorted(frequent)]
    numbers = {word: number for number, word in enumerate(vocabulary)}
    marked = [
        np.array(
            [BEGIN_NUMBER, *(numbers.get(word, 0) for word in sentence), numbers[END]], np.int64
        )
        for sentence in sentences
    ]
    return vocabulary, marked


def _count(text: Sequence[Integers], size: int, order: int) -> list[_Counted]:
    """The n-grams of each length up to `order`."""
    tokens = np.concatenate(text)
    lengths = [len(sentence) for sentence in text]
    ends = np.repeat(np.cumsum(lengths), lengths)
    places = tokens.copy()  # of the n-gram that begins at each token
    every, nothing = np.arange(size)[:, None], np.zeros(size, np.int64)
    counted = [_Counted(every, nothing, nothing, np.bincount(tokens, minlength=size))]
    for length in range(2, order + 1):
        begins = np.flatnonzero(np.arange(len(tokens)) + length <= ends)
        keys = places[begins] * size + tokens[begins + length - 1]
        kept, first, inverse, counts = np.unique(
            keys, return_index=True, return_inverse=True, return_counts=True
        )
        example = begins[first]
        words = tokens[example[:, None] + np.arange(length)]
        counted.append(_Counted(words, kept // size, places[example + 1], counts))
        places[begins] = inverse
    return counted


def _smoothed(counted: Sequence[_Counted], recipe: Recipe) -> list[Level]:
    """Probabilities and back-off weights of each length, from one word up."""
    size = len(counted[0].words)
    shorter = np.full(1, 1 / (size - 1))  # any word but <s> may follow nothing
    levels: list[Level] = []
    for length, level in enumerate(counted, 1):
        counts = _adjusted(counted, length)
        kept = (level.counts > recipe.cutoff(length)) | (length == 1)
        taken = np.where(kept, _discounts(counts)[np.minimum(counts, 3)], counts)
        totals = np.bincount(level.parents, counts, len(shorter))
        shares = np.bincount(level.parents, taken, len(shorter)) / np.maximum(totals, 1)
        if levels:
            levels[-1] = _with_backoffs(levels[-1], np.where(totals > 0, shares, 1.0))
        probs = (counts - taken) / totals[level.parents]
        probs += shares[level.parents] * shorter[level.suffixes]
        levels.append(Level(level.words, np.log(probs), np.zeros(len(probs))))
        shorter = probs
    levels[0].log_probs[BEGIN_NUMBER] = NEVER
    return [
        _chosen(made, level.counts > recipe.cutoff(length))
        for length, (made, level) in enumerate(zip(levels, counted, strict=True), 1)
    ]


def _adjusted(counted: Sequence[_Counted], length: int) -> Integers:
    """How often n-grams were seen, if they are the longest; else behind how many words.

    Nothing stands before `<s>`, so what begins with it is counted as seen.
    """
    level = counted[length - 1]
    if length == len(counted):
        counts = level.counts.copy()
    else:
        before = np.bincount(counted[length].suffixes, minlength=len(level.counts))
        counts = np.where(level.words[:, 0] == BEGIN_NUMBER, level.counts, before)
    if length == 1:
        counts[BEGIN_NUMBER] = 0
    return counts


def _discounts(counts: Integers) -> Reals:
    """What is taken from counts of 0, 1, 2 and more."""
    once, twice, thrice, four = (int(np.count_nonzero(counts == n)) for n in (1, 2, 3, 4))
    if not once or not twice or not thrice:
        return np.array([0.0, *DISCOUNTS])
    share = once / (once + 2 * twice)
    found = (
        1 - 2 * share * twice / once,
        2 - 3 * share * thrice / twice,
        3 - 4 * share * four / thrice,
    )
    sound = all(0 < discount < count for count, discount in enumerate(found, 1))
    return np.array([0.0, *(found if sound else DISCOUNTS)])


def _with_backoffs(level: Level, shares: Reals) -> Level:
    return Level(level.words, level.log_probs, np.log(shares))


def _chosen(level: Level, kept: Flags) -> Level:
    if level.words.shape[1] == 1:
        return level
    return Level(level.words[kept], level.log_probs[kept], level.backoffs[kept])
