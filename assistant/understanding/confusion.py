"""What it costs to take one word for another, in the way that letter-writing recognisers err.

They write by ear: "fife minits", "kall", "wats". So words are compared twice, letter by letter and
by a rough key of their sound, and the mean of both distances counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from assistant.understanding.text import key

LARGEST = 0.5
"""Words further apart aren't taken for one another."""
HOMOPHONE = 0.5
"""How much the letters still count where the sound is the same."""
KNOWN_COST = 0.2
"""Taking a word that makes sense itself for another one that doesn't sound the same."""

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
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
        ("b", "p"),
        ("v", "f"),
        ("g", "k"),
        ("t", "d"),
        ("m", "n"),
        ("[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
]
"""Applied in turn: spellings of one sound, then sounds that are easily confused, as one letter.

S stands for all hissed consonants, a for any vowels.
"""


def sound_key(word: str) -> str:
    """A rough key of how an English word sounds: "five" and "fife" are both "faf"."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def distance_by_ear(one: str, other: str) -> float:
    """How far two words are apart by letters and sound: 0 for the same, 1 for nothing alike."""
    distance = Levenshtein.normalized_distance
    return (distance(one, other) + distance(sound_key(one), sound_key(other))) / 2


class Confusions:
    """The words of a vocabulary that a heard word may stand for."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._keys = sorted(vocabulary)
        self._known = frozenset(self._keys)
        self._sounds = [sound_key(word) for word in self._keys]
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
        sounds = [sound_key(word) for word in heard]
        if not heard or not self._keys:
            self._near = {word: {} for word in heard}
            return
        distance = Levenshtein.normalized_distance
        costs = 0.5 * cdist(heard, self._keys, scorer=distance, dtype=np.float32)
        by_sound = cdist(sounds, self._sounds, scorer=distance, dtype=np.float32)
        costs = np.where(by_sound == 0, HOMOPHONE, 1.0) * costs + 0.5 * by_sound
        known = np.array([word in self._known for word in heard])
        costs += np.where(known[:, None] & (by_sound > 0), KNOWN_COST, 0.0)
        self._near = {word: {} for word in heard}
        for row, column in np.argwhere(costs <= LARGEST):
            self._near[heard[row]][self._keys[column]] = float(costs[row, column])


_FILLERS = {
    "en": "a ah an er hey hm just now oh ok okay please so the then uh um well would could can you "
    "i me my want to",
}
_NEGATIONS = {"en": "dont doesnt didnt wont wouldnt cant cannot not no never nothing without stop"}
_SMALL = {"en": "a an the my to for of in on at is it me and i you up"}


def _words(table: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(map(key, table.get(language, "").split()))


class SmallWords:
    """Words that carry little meaning, and those that turn it round."""

    def __init__(self, language: str) -> None:
        self._fillers = _words(_FILLERS, language)
        self._negations = _words(_NEGATIONS, language)
        self.small = _words(_SMALL, language)
        """May be missing from what was heard."""

    def skip(self, word: str, known: bool) -> float:
        """The cost of ignoring a word that was heard; negations can't be ignored.

        A word that is `known` to some template or value was hardly said by chance.
        """
        if word in self._negations:
            return float("inf")
        if word in self._fillers:
            return 0.15
        if known:
            return 1.5
        return 0.4 if len(word) < 3 else 0.9

    def negated(self, words: Iterable[str]) -> bool:
        """Whether any of the words turns the meaning round."""
        return not self._negations.isdisjoint(words)
