"""Which intent a sentence is about when no template has its wording.

Ridge regression on hashed character n-grams (2 to 5, within words), words and pairs of words,
learnt from sentences drawn from the templates. numpy only; the figures that chose it are in
docs/performance.md.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.text import words

BUCKETS = 4096
"""Size of the hashed feature vector."""
RIDGE = 0.5
"""Weight of the penalty; features are of unit length."""

_Floats = NDArray[np.float32]
_Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Guess:
    """An intent that a sentence may mean."""

    intent: str
    score: float
    """The regression's answer: about 1 for the intent's own sentences, 0 for others."""
    margin: float
    """How far the score is above the best other intent's."""
    similarity: float
    """Cosine to the nearest of the intent's own sentences, 0 to 1."""


class Classifier:
    """Knows the sentences of each intent by their letters."""

    def __init__(self, sentences: Iterable[tuple[str, str]]) -> None:
        """Learn from (sentence, intent) pairs."""
        self._grams: dict[str, _Indices] = {}
        pairs = list(sentences)
        self._names = sorted({intent for _, intent in pairs})
        self._owner = np.array([self._names.index(intent) for _, intent in pairs], dtype=np.int64)
        counts = np.zeros((len(pairs), BUCKETS), dtype=np.float32)
        for row, (sentence, _) in enumerate(pairs):
            counts[row, self._features(sentence)] = 1.0
        self._rarity = np.log((len(pairs) + 1) / (counts.sum(axis=0) + 1)).astype(np.float32) + 1
        samples = _unit(counts * self._rarity)
        self._weights = self._learn(samples)
        self._columns = np.ascontiguousarray(samples.T)  # a sentence needs few of the features

    def _learn(self, samples: _Floats) -> _Floats:
        """Dual ridge: fewer sentences than features."""
        targets = np.zeros((len(self._owner), len(self._names)), dtype=np.float32)
        targets[np.arange(len(self._owner)), self._owner] = 1.0
        gram = samples @ samples.T
        gram[np.diag_indices_from(gram)] += RIDGE
        solved = np.linalg.solve(gram, targets)
        weights: _Floats = samples.T @ solved
        return weights

    def guesses(self, sentence: str, count: int = 3) -> list[Guess]:
        """The likeliest intents, best first."""
        if not words(sentence) or not self._names:
            return []
        features = self._features(sentence)
        values = self._rarity[features]
        values = values / np.linalg.norm(values)
        scores = values @ self._weights[features]
        similar = values @ self._columns[features]
        order = np.argsort(-scores, kind="stable")[:count]
        return [self._guess(int(name), scores, similar) for name in order]

    def _guess(self, name: int, scores: _Floats, similar: _Floats) -> Guess:
        others = np.delete(scores, name)
        margin = float(scores[name] - (others.max() if len(others) else 0.0))
        nearest = float(similar[self._owner == name].max())
        return Guess(self._names[name], float(scores[name]), margin, nearest)

    def _features(self, sentence: str) -> _Indices:
        """The buckets of everything in the sentence, each once."""
        said = words(sentence)
        pairs = (f"{one} {two}" for one, two in itertools.pairwise(("^", *said, "$")))
        found = [*map(self._word_grams, said), _buckets(pairs)]
        return np.unique(np.concatenate(found))

    def _word_grams(self, word: str) -> _Indices:
        if word not in self._grams:
            edged = f" {word} "
            sizes = range(2, min(5, len(edged)) + 1)
            cuts = (edged[at : at + n] for n in sizes for at in range(len(edged) - n + 1))
            self._grams[word] = _buckets((*cuts, f"={word}"))
        return self._grams[word]


def _buckets(grams: Iterable[str]) -> _Indices:
    return np.array([zlib.crc32(gram.encode()) % BUCKETS for gram in grams], dtype=np.int64)


def _unit(rows: _Floats) -> _Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: _Floats = rows / np.maximum(lengths, 1e-9)
    return unit
