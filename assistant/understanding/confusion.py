"""What it costs to take one word for another, in the way that letter-writing recognisers err.

They write by ear: "fife minits", "kall", "wats". So words are compared letter by letter, by a rough
key of their sound and, where it is known how the model misspells, by how likely that is; means of
these distances count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from assistant.understanding.idioms import idioms
from assistant.understanding.misspelling import Misspellings
from assistant.understanding.text import composed, key, tokens, words

LARGEST = 0.5
"""Words further apart aren't taken for one another."""
HOMOPHONE = 0.5
"""How much the letters still count where the sound is the same."""
KNOWN_COST, KNOWN_ALIKE_COST = 0.2, 0.15
"""Taking a word that makes sense itself for another one, and for one that sounds the same."""
FARTHEST = 0.7
"""Words further apart by ear aren't compared by the model's own misspellings."""
A_LETTER = 3.0
"""Natural-log units a letter that a misspelling may be unlikely to count like another word."""


def _patterns(*rules: tuple[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), sound) for pattern, sound in rules]


_SPELLINGS = _patterns(
    ("^two$", "to"),
    ("^one$", "won"),
    ("^who", "ho"),
    ("^hour", "our"),
    ("^(kn|gn|pn)", "n"),
    ("^wr", "r"),
    ("^wh", "w"),
    ("[ts]ion", "Sn"),
    ("igh", "i"),
    ("gh", ""),
    ("ph", "f"),
    ("tch|ch|sh|j|dg", "S"),
    ("ck|qu?|c(?![eiy])", "k"),
    ("x", "ks"),
    ("th", "d"),
    ("[czs]", "s"),
    ("(?<=[^aeiouy])e$", ""),
    ("(?<=[aeiouy])[hwr](?![aeiouy])", ""),
    ("ng", "n"),
    ("[aeiouy]+", "a"),
    (r"(.)\1+", r"\1"),
)
"""Spellings of one sound, applied in turn. S stands for all hissed consonants, a for any vowels."""

_CONFUSED = str.maketrans("bvgtm", "pfkdn")
"""Sounds that are easily taken for one another, as one letter."""


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """How an English word sounds, but for its vowels: "four" and "for" are both "fa"."""
    for pattern, sound in _SPELLINGS:
        word = pattern.sub(sound, word)
    return word


def sound_key(word: str) -> str:
    """A rougher key: "five" and "fife" are both "faf"."""
    return spelling_key(word).translate(_CONFUSED)


def distance_by_ear(one: str, other: str) -> float:
    """How far two words are apart by letters and sound: 0 for the same, 1 for nothing alike."""
    distance = Levenshtein.normalized_distance
    return (distance(one, other) + distance(sound_key(one), sound_key(other))) / 2


class Confusions:
    """The words of a vocabulary that a heard word may stand for."""

    def __init__(self, vocabulary: Iterable[str], misspellings: Misspellings | None = None) -> None:
        """`misspellings` are those of the model that wrote down what was heard, if it is known."""
        self._misspellings = misspellings
        self._keys = sorted(vocabulary)
        self._known = frozenset(self._keys)
        self._words = np.array(self._keys, dtype=str)
        spellings = [spelling_key(word) for word in self._keys]
        self._spellings = np.array(spellings, dtype=str)
        self._sounds = [spelling.translate(_CONFUSED) for spelling in spellings]
        self._written = misspellings.written(self._keys) if misspellings else None
        self._near: dict[str, dict[str, float]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def near(self, word: str) -> dict[str, float]:
        """The vocabulary's words that `word` may stand for, with the costs (0 for itself)."""
        if word not in self._near:
            self.prepare([word])
        return self._near[word]

    def prepare(self, heard: Sequence[str]) -> None:
        """Find the neighbours of many words at once, which is quicker; forgets all others."""
        heard = sorted(set(heard))
        self._near = {word: {} for word in heard}
        if heard and self._keys:
            costs = self._costs(heard)
            for row, column in np.argwhere(costs <= LARGEST):
                self._near[heard[row]][self._keys[column]] = float(costs[row, column])

    def _costs(self, heard: Sequence[str]) -> NDArray[np.float32]:
        """Of taking each heard word (row) for each word of the vocabulary (column)."""
        spellings = [spelling_key(word) for word in heard]
        sounds = [spelling.translate(_CONFUSED) for spelling in spellings]
        distance = Levenshtein.normalized_distance
        by_letter = cdist(heard, self._keys, scorer=distance, dtype=np.float32)
        by_sound = cdist(sounds, self._sounds, scorer=distance, dtype=np.float32)
        alike = np.array(spellings)[:, None] == self._spellings
        known = np.array([word in self._known for word in heard])[:, None]
        by_ear = (np.where(alike, HOMOPHONE, 1.0) * by_letter + by_sound) / 2
        other = np.array(heard)[:, None] != self._words
        real = np.where(alike, KNOWN_ALIKE_COST, KNOWN_COST) * (known & other)
        misspelt = self._as_misspelt(heard, by_ear)
        misspelt[alike] = np.minimum(misspelt, by_ear)[alike]  # it sounds so, however it is written
        costs: NDArray[np.float32] = misspelt + real
        return costs

    def _as_misspelt(
        self, heard: Sequence[str], by_ear: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """The mean of the distances by ear and by what the model is known to write."""
        if self._misspellings is None or self._written is None:
            return by_ear
        rows, columns = np.nonzero(by_ear <= FARTHEST)
        written = [heard[row] for row in rows.tolist()]
        distances = self._misspellings.distances(self._written, columns, written)
        costs = by_ear.copy()
        costs[rows, columns] = (by_ear[rows, columns] + distances / A_LETTER) / 2
        return costs


def _words(text: str) -> frozenset[str]:
    return frozenset(map(key, text.split()))


class SmallWords:
    """Words that carry little meaning, and those that turn it round."""

    def __init__(self, language: str) -> None:
        known = idioms(language)
        self._fillers = _words(known.fillers)
        self._negations = _words(known.negations)
        self._kept = self._negations | _words(known.sign)
        self._anywhere = _words(known.anywhere)
        self.small = _words(known.small)
        """May be missing from what was heard."""
        phrases = known.polite.split("|")
        self.polite = [tuple(map(key, words(phrase))) for phrase in phrases if phrase]
        """May be passed over, as tuples of keys."""

    def behind_polite(self, text: str) -> str:
        """What follows the polite phrase that a text begins with; empty where it doesn't. A single
        word is none: "Hey Jude" is a song.
        """
        heard = tokens(text)
        said = tuple(key(token.word) for token in heard)
        longest = max((len(one) for one in self.polite if said[: len(one)] == one), default=0)
        return composed(text)[heard[longest].start :] if 1 < longest < len(heard) else ""

    def skip(self, word: str, known: bool) -> float:
        """The cost of ignoring a word that was heard; negations and "minus" can't be ignored.

        A word that is `known` to some template or value was hardly said by chance.
        """
        if word in self._kept:
            return float("inf")
        if word in self._fillers:
            return 0.15
        if word in self.small:
            return 0.25
        if known:
            return 1.5
        return 0.4 if len(word) < 3 else 0.9

    def is_filler(self, word: str) -> bool:
        """Whether the word can be left out without a loss."""
        return word in self._fillers or word in self.small

    def anywhere(self, word: str) -> bool:
        """Whether any request may have the word, whatever it is about."""
        return word in self._anywhere

    def tells(self, word: str) -> bool:
        """Whether the word says what a sentence is about; never in a language without a list."""
        return bool(self._anywhere) and word not in self._anywhere

    def negated(self, words: Iterable[str]) -> bool:
        """Whether any of the words turns the meaning round."""
        return not self._negations.isdisjoint(words)
