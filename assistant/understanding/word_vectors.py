"""What words mean: vectors that point the same way where words are used alike ("buy", "purchase").

The table of a language is word_vectors_<language>.npz beside this file, so far for English alone:
GloVe's vectors (Pennington, Socher and Manning, "GloVe: Global Vectors for Word Representation",
2014) of the words that people use most, in eight bits. scripts/make-word-vectors makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

COMMON = 100
"""The word of this rank counts half; commoner ones less: rank / (rank + COMMON). It is the smooth
inverse frequency of Arora, Liang and Ma ("A Simple but Tough-to-Beat Baseline for Sentence
Embeddings", 2017) for words whose frequency falls as their rank grows."""


class WordVectors:
    """The words of a language, by how they are used."""

    def __init__(self, language: str) -> None:
        """Raises FileNotFoundError where nothing is known of the language."""
        self._language = language
        with np.load(_file(language), allow_pickle=False) as table:
            words = bytes(table["words"]).decode().split("\n")
            self._vectors: NDArray[np.int8] = table["vectors"]
        self._rank = {word: rank for rank, word in enumerate(words)}

    def __reduce__(self) -> tuple[object, ...]:
        """What is kept on disk names the table, and has no copy of it."""
        return word_vectors, (self._language,)

    def __contains__(self, word: str) -> bool:
        return word in self._rank

    def mean(self, words: Mapping[str, float]) -> Floats:
        """The direction in which the words point together, shape (dimensions,), each as much as it
        counts; its length is the share of the known ones, 0 to 1."""
        known = [word for word in words if word in self]
        ranks = np.array([self._rank[word] for word in known], np.intp)
        counts = np.array([words[word] for word in known], np.float32)
        counts *= (ranks + 1) / (ranks + 1 + COMMON)
        total: Floats = counts @ self._vectors[ranks].astype(np.float32)
        length = float(np.linalg.norm(total))
        heard = float(counts @ counts)
        strange = sum(count**2 for word, count in words.items() if word not in self)
        return total * np.float32(heard / (heard + strange) / length) if length else total


@cache
def word_vectors(language: str) -> WordVectors | None:
    """Those of the language, None where it has none."""
    return WordVectors(language) if _file(language).is_file() else None


def _file(language: str) -> Path:
    return Path(__file__).with_name(f"word_vectors_{language}.npz")
