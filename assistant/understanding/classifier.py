"""Which intent a sentence is about when no template has its wording.

Logistic regression over letters, sounds, words and what they mean (`features.py`), learnt by
gradient descent from sentences drawn from the templates. numpy only; docs/performance.md compares
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.confusion import SmallWords
from assistant.understanding.features import Features, Indices, Vector
from assistant.understanding.text import words
from assistant.understanding.word_vectors import Floats, WordVectors

EPOCHS = 20
"""Times that every sentence is learnt from."""
BATCH = 64
"""Sentences that are learnt from together."""
RATE = 3.0
"""Size of the first step along the gradient; later ones shrink to nothing."""
BLIND = 1 / 3
"""How often a sentence is learnt from without what its words mean, so that the rest can do without:
a misspelt word may mean something else. (Dropout, of a whole part of the input.)"""


@dataclass(frozen=True, slots=True)
class Guess:
    """An intent that a sentence may mean."""

    intent: str
    score: float
    """Its probability among the intents, 0 to 1, from the sentence as it was heard: small for all
    intents where the sentence is strange."""
    margin: float
    """How far the probability is above the best other intent's, as heard and with words mended: the
    mean of both. Mending helps where a word was misspelt and harms where it is a new one."""
    similarity: float
    """Cosine to the nearest of the intent's own sentences, 0 to 1."""


class Classifier:
    """Knows the sentences of each intent. The same sentences make the same classifier."""

    def __init__(
        self,
        sentences: Iterable[tuple[str, str]],
        small: SmallWords,
        vectors: WordVectors | None = None,
    ) -> None:
        """Learn from (sentence, intent) pairs."""
        pairs = [(sentence, intent) for sentence, intent in sentences if words(sentence)]
        self._names = sorted({intent for _, intent in pairs})
        self._features = Features([sentence for sentence, _ in pairs], small, vectors)
        self._owner = np.array([self._names.index(intent) for _, intent in pairs], np.intp)
        seen = [self._features.vector(sentence) for sentence, _ in pairs]
        self._weights = _learnt(seen, self._owner, len(self._features), len(self._names))
        self._samples = _Samples(seen, len(self._features))

    def guesses(self, sentence: str, count: int = 3) -> list[Guess]:
        """The likeliest intents, best first."""
        if not words(sentence) or not self._names:
            return []
        plain = self._features.vector(sentence)
        as_heard = _softmax(self._weights.scores(plain))
        mended = _softmax(self._weights.scores(self._features.mended(sentence)))
        both: Floats = (as_heard + mended) / np.float32(2)
        similar = self._samples.similarity(plain)
        order = np.argsort(-both, kind="stable")[:count]
        return [self._guess(int(name), as_heard, both, similar) for name in order]

    def _guess(self, name: int, as_heard: Floats, both: Floats, similar: Floats) -> Guess:
        others = np.delete(both, name)
        margin = float(both[name] - (others.max() if len(others) else 0.0))
        nearest = float(similar[self._owner == name].max())
        return Guess(self._names[name], float(as_heard[name]), margin, nearest)


class _Samples:
    """The sentences that were learnt, by their features."""

    def __init__(self, vectors: Sequence[Vector], columns: int) -> None:
        column = np.concatenate([np.zeros(0, np.intp), *(one.columns for one in vectors)])
        order = np.argsort(column, kind="stable")
        rows = np.repeat(np.arange(len(vectors)), [len(one.columns) for one in vectors])
        values = np.concatenate([np.zeros(0, np.float32), *(one.values for one in vectors)])
        self._count = len(vectors)
        self._meanings = np.array([one.meaning for one in vectors], np.float32)
        self._starts = np.searchsorted(column[order], np.arange(columns + 1))
        self._rows, self._values = rows[order].astype(np.int32), values[order]

    def similarity(self, vector: Vector) -> Floats:
        """Cosine to each sentence."""
        starts = self._starts[vector.columns]
        sizes = self._starts[vector.columns + 1] - starts
        behind = np.cumsum(sizes) - sizes
        places = np.arange(sizes.sum()) + np.repeat(starts - behind, sizes)
        products = self._values[places] * np.repeat(vector.values, sizes)
        alike = np.bincount(self._rows[places], products, self._count).astype(np.float32)
        return alike + self._meanings @ vector.meaning


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Sentences that are learnt from together."""

    columns: Indices
    """Of the features that occur among them."""
    rows: Indices
    """For each value: its sentence, and below its place among the columns."""
    places: Indices
    values: Floats
    meanings: Floats
    """Of shape (sentences, dimensions)."""
    owner: Indices
    """The intent of each sentence."""

    def dense(self) -> Floats:
        """The sparse parts as a matrix of shape (sentences, columns)."""
        matrix = np.zeros((len(self.owner), len(self.columns)), np.float32)
        matrix[self.rows, self.places] = self.values
        return matrix


@dataclass(frozen=True, slots=True, eq=False)
class _Weights:
    """What each intent is known by."""

    sparse: Floats
    """Of shape (features, intents)."""
    meaning: Floats
    """Of shape (dimensions, intents)."""

    def scores(self, vector: Vector) -> Floats:
        """One for each intent."""
        scores: Floats = vector.values @ self.sparse[vector.columns] + vector.meaning @ self.meaning
        return scores

    def learn(self, batch: _Batch, seeing: NDArray[np.bool_], rate: float) -> None:
        """Take one step along the gradient, with the meaning of those sentences that are seeing."""
        matrix, own = batch.dense(), self.sparse[batch.columns]
        meanings = batch.meanings * seeing[:, None]
        missed = -_softmax(matrix @ own + meanings @ self.meaning)
        missed[np.arange(len(missed)), batch.owner] += 1
        self.sparse[batch.columns] = own + rate * (matrix.T @ missed)
        self.meaning[:] += rate * (meanings.T @ missed)


def _learnt(vectors: Sequence[Vector], owner: Indices, columns: int, intents: int) -> _Weights:
    draw = np.random.default_rng(0)
    dimensions = len(vectors[0].meaning) if vectors else 0
    shapes = (columns, intents), (dimensions, intents)
    weights = _Weights(*(np.zeros(shape, np.float32) for shape in shapes))
    batches = list(_batches(vectors, owner, draw.permutation(len(vectors))))
    steps = [number for _ in range(EPOCHS) for number in draw.permutation(len(batches))]
    for done, number in enumerate(steps):
        seeing = draw.random(len(batches[number].owner)) >= BLIND
        weights.learn(batches[number], seeing, RATE * (1 - done / len(steps)))
    return weights


def _batches(vectors: Sequence[Vector], owner: Indices, order: Indices) -> Iterator[_Batch]:
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        chosen = [vectors[row] for row in part]
        columns, places = np.unique(
            np.concatenate([one.columns for one in chosen]), return_inverse=True
        )
        rows = np.repeat(np.arange(len(part)), [len(one.columns) for one in chosen])
        values = np.concatenate([one.values for one in chosen])
        meanings = np.array([one.meaning for one in chosen], np.float32)
        yield _Batch(columns, rows, places, values, meanings, owner[part])


def _softmax(scores: Floats) -> Floats:
    """Probabilities of each row's classes."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares
