"""What a sentence looks like to the classifier: its letters, sounds, words, pairs of words, and
what the words mean.

A sentence becomes a sparse vector in which rare features count more (TF-IDF) and those of small
words less: a few sentences don't show how common "the" is. Features that the
classifier has never met take their share of a vector's length, so that strange sentences get small
vectors. A sentence to be classified is read twice: as it was heard, and with unknown words taken
for the known ones that they resemble. The first keeps what can't be mended, the second mends what
the recogniser misspelt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.confusion import LARGEST, Confusions, SmallWords, sound_key
from assistant.understanding.text import key, words
from assistant.understanding.word_vectors import Floats, WordVectors

Indices = NDArray[np.intp]

ALIKE = 0.9 * LARGEST
"""An unknown word is taken for a known one that is no further away."""
SMALL = 0.6
"""How much features count that only small words have, and what small words mean."""
MEANING = 0.25
"""The share of the squared length of a vector that is for what the words mean, in a language that
has vectors of words; chosen like the shares of the others, below."""
_SUFFIX = re.compile(r"(?<=...)(ing|ed|es|s|er|ly|ment|tion)$")


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A sparse vector, with a dense part behind it; a column may come more than once."""

    columns: Indices
    values: Floats
    meaning: Floats
    """The dense part: what the words mean, without dimensions where no language says that."""


@lru_cache(maxsize=16384)
def _cuts(word: str, longest: int) -> tuple[str, ...]:
    """All stretches of two to `longest` letters, with the word's edges as spaces."""
    edged = f" {word} "
    sizes = range(2, min(longest, len(edged)) + 1)
    return tuple(edged[at : at + size] for size in sizes for at in range(len(edged) - size + 1))


def _letters(said: Sequence[str]) -> set[str]:
    return {cut for word in said for cut in _cuts(word, 5)}


def _sounds(said: Sequence[str]) -> set[str]:
    return {f"~{cut}" for word in said for cut in _cuts(sound_key(word), 4)}


def _words(said: Sequence[str]) -> set[str]:
    return {f"={word}" for word in said}


def _stems(said: Sequence[str]) -> set[str]:
    return {f"/{_SUFFIX.sub('', word)}" for word in said}


def _pairs(said: Sequence[str]) -> set[str]:
    return {f"{one}+{two}" for one, two in pairwise(("^", *said, "$"))}


def _far_pairs(said: Sequence[str]) -> set[str]:
    """Pairs of words with one or two others between them."""
    begun = ("^", *said)
    return {f"{one}_{two}" for at, one in enumerate(begun) for two in begun[at + 2 : at + 4]}


_Part = tuple[Indices, Floats]
"""Columns of a sparse vector, and what stands in them."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of features."""

    grams: Callable[[Sequence[str]], set[str]]
    weight: float
    """Its share of the squared length of the sparse vector; the shares add up to 1."""
    mended: float
    """How much of it is read from mended words, in a sentence to be classified."""


_BY_WORD = (
    _Kind(_letters, 0.48, 0.5),
    _Kind(_sounds, 0.12, 0.0),
    _Kind(_words, 0.09, 1.0),
    _Kind(_stems, 0.09, 1.0),
)
_KINDS = (*_BY_WORD, _Kind(_pairs, 0.14, 1.0), _Kind(_far_pairs, 0.08, 1.0))
"""Chosen on the validation sentences of CLINC150 and HWU64, clean and misspelt, with examples from
their training sentences; small changes change little."""


class Features:
    """The features of some sentences, and how rare each is."""

    def __init__(
        self, sentences: Iterable[str], small: SmallWords, vectors: WordVectors | None = None
    ) -> None:
        self._small, self._vectors = small, vectors
        said = [_said(sentence) for sentence in sentences]
        counts = Counter(gram for one in said for kind in _KINDS for gram in kind.grams(one))
        self._columns = {gram: column for column, gram in enumerate(sorted(counts))}
        frequency = np.array([counts[gram] for gram in self._columns], np.float32)
        self._rarity = _rarity(len(said), frequency)
        self._strange = float(_rarity(len(said), np.zeros(1, np.float32))[0])
        self._vocabulary = frozenset(word for one in said for word in one)
        light = _light(self._vocabulary, small)
        self._rarity[[self._columns[gram] for gram in light]] *= SMALL
        self._confusions = Confusions(self._vocabulary)

    def __len__(self) -> int:
        """Columns of the sparse part of a vector."""
        return len(self._columns)

    def vector(self, sentence: str) -> Vector:
        """The sentence as it is written; of length 1 where all its features are known."""
        said = _said(sentence)
        return self._vector([self._part(kind, said) for kind in _KINDS], said)

    def mended(self, sentence: str) -> Vector:
        """The same, with unknown words as the known ones that they resemble."""
        said = _said(sentence)
        known = self._mended(said)
        parts: list[_Part] = []
        for kind in _KINDS:
            for reading, share in ((said, 1 - kind.mended), (known, kind.mended)):
                if share:
                    columns, values = self._part(kind, reading)
                    parts.append((columns, values * np.float32(share)))
        meant = [
            word if self._means(word) else near for word, near in zip(said, known, strict=True)
        ]
        return self._vector(parts, meant)

    def _vector(self, parts: Sequence[_Part], said: Sequence[str]) -> Vector:
        """The parts as one, with the meaning of what was said."""
        sparse = 1.0 if self._vectors is None else 1 - MEANING
        return Vector(
            np.concatenate([columns for columns, _ in parts]),
            np.concatenate([values for _, values in parts]) * np.float32(sparse**0.5),
            self._meaning(said),
        )

    def _means(self, word: str) -> bool:
        return self._vectors is not None and word in self._vectors

    def _meaning(self, said: Sequence[str]) -> Floats:
        """Shorter by the share of words that have no known meaning."""
        if self._vectors is None:
            return np.zeros(0, np.float32)
        counts = {word: SMALL if self._small.is_filler(word) else 1.0 for word in said}
        return self._vectors.mean(counts) * np.float32(MEANING**0.5)

    def _part(self, kind: _Kind, said: Sequence[str]) -> _Part:
        grams = kind.grams(said)
        known = [self._columns[gram] for gram in grams if gram in self._columns]
        columns = np.array(sorted(known), np.intp)
        values = self._rarity[columns]
        squared = float(values @ values) + self._strange**2 * (len(grams) - len(columns))
        scale = (kind.weight / squared) ** 0.5 if squared else 0.0
        return columns, values * np.float32(scale)

    def _mended(self, said: Sequence[str]) -> list[str]:
        strange = [word for word in said if word not in self._vocabulary]
        self._confusions.prepare(strange)
        return [word if word in self._vocabulary else self._nearest(word) for word in said]

    def _nearest(self, word: str) -> str:
        """The known word that is most like this one; itself where none is."""
        near = self._confusions.near(word)
        best = min(near, key=near.__getitem__, default=word)
        return best if near.get(best, 1.0) <= ALIKE else word


def _light(vocabulary: Iterable[str], small: SmallWords) -> list[str]:
    """The features that only small words have."""
    words = sorted(vocabulary)
    little = [word for word in words if small.is_filler(word)]
    others = [word for word in words if not small.is_filler(word)]
    return sorted({g for kind in _BY_WORD for g in kind.grams(little) - kind.grams(others)})


def _rarity(sentences: int, frequency: Floats) -> Floats:
    rarity: Floats = np.log((sentences + 1) / (frequency + 1)) + 1
    return rarity.astype(np.float32)


def _said(sentence: str) -> list[str]:
    return [key(word) for word in words(sentence)]
