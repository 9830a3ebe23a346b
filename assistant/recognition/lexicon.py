"""The words that a decoder knows, as a tree of letters in arrays.

Node 0 is the beginning of a word. Each word hangs below it, letter by letter, in columns of the
model's vocabulary. Where other words are allowed too, one further node stands for all that is
spelled beyond the tree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.records import Vocabulary

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]

START = 0
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that can be recognised."""

    spelling: str
    number: int
    """Of the language model."""
    score: float
    """What the word is worth by itself: the look-ahead while it isn't complete."""
    bonus: float = 0.0
    """Added when it is complete, and part of the look-ahead."""


@dataclass(frozen=True, slots=True)
class Others:
    """How words that aren't in the lexicon count, where they are allowed."""

    number: int
    """Of the language model's `<unk>`."""
    score: float
    bonus: float


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Arrays over the nodes."""

    children: NDArray[np.int32]
    """Shape (nodes, columns): the node behind each letter, NOWHERE for none."""
    numbers: Integers
    """Of the word that is complete here; NOWHERE for none."""
    bonuses: Reals
    """For the word that is complete here."""
    look_ahead: Reals
    """The best score and bonus of any word that goes through here; 0 at the start."""


def build(entries: Sequence[Entry], vocabulary: Vocabulary, others: Others | None) -> Lexicon:
    """The lexicon of all entries that the vocabulary can spell.

    Of entries that are spelled alike in its columns the last counts.
    """
    column_of = letter_columns(vocabulary)
    spelled = {
        tuple(column_of[letter] for letter in entry.spelling): entry
        for entry in entries
        if entry.spelling and all(letter in column_of for letter in entry.spelling)
    }
    tree = _Tree(len(vocabulary.tokens))
    for columns in sorted(spelled):
        tree.add(columns, spelled[columns])
    return tree.lexicon(others)


def letter_columns(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Each letter's column, also in the other case where the vocabulary has only one.

    None where tokens are pieces of words.
    """
    if vocabulary.word_start:
        return {}
    letters = {
        token: column
        for column, token in enumerate(vocabulary.tokens)
        if len(token) == 1
        and column not in vocabulary.special | {vocabulary.blank, vocabulary.word_delimiter}
    }
    other = {
        cased: column
        for token, column in letters.items()
        for cased in (token.upper(), token.lower())
        if len(cased) == 1
    }
    return other | letters


class _Tree:
    """Grows by words in sorted order: each shares its first letters with the word before it."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._parents, self._columns = [NOWHERE], [NOWHERE]
        self._numbers, self._bonuses, self._values = [NOWHERE], [0.0], [-np.inf]
        self._path = [START]
        self._spelled: tuple[int, ...] = ()

    def add(self, columns: tuple[int, ...], entry: Entry) -> None:
        shared = 0
        while shared < len(self._spelled) and columns[shared] == self._spelled[shared]:
            shared += 1
        del self._path[shared + 1 :]
        for column in columns[shared:]:
            self._path.append(self._grow(self._path[-1], column))
        self._spelled = columns
        node = self._path[-1]
        self._numbers[node], self._bonuses[node] = entry.number, entry.bonus
        self._values[node] = entry.score + entry.bonus

    def _grow(self, parent: int, column: int) -> int:
        """A new node."""
        self._parents.append(parent)
        self._columns.append(column)
        self._numbers.append(NOWHERE)
        self._bonuses.append(0.0)
        self._values.append(-np.inf)
        return len(self._parents) - 1

    def lexicon(self, others: Others | None) -> Lexicon:
        children = np.full((len(self._parents), self._width), NOWHERE, np.int32)
        parents, columns = np.array(self._parents[1:], int), np.array(self._columns[1:], int)
        children[parents, columns] = np.arange(1, len(self._parents))
        numbers, bonuses = np.array(self._numbers), np.array(self._bonuses)
        known = Lexicon(children, numbers, bonuses, self._look_ahead())
        return known if others is None else _opened(known, others)

    def _look_ahead(self) -> Reals:
        best = list(self._values)
        for node in range(len(best) - 1, START, -1):  # children before their parents
            parent = self._parents[node]
            best[parent] = max(best[parent], best[node])
        best[START] = 0.0
        return np.array(best)


def _opened(known: Lexicon, others: Others) -> Lexicon:
    """With a last node for every spelling that leads out of the tree, and other words anywhere."""
    beyond = len(known.numbers)
    children = np.vstack([known.children, np.full_like(known.children[:1], beyond)])
    numbers, bonuses = np.append(known.numbers, NOWHERE), np.append(known.bonuses, 0.0)
    unlisted = numbers == NOWHERE
    look_ahead = np.append(known.look_ahead, -np.inf)
    opened = np.maximum(look_ahead, others.score + others.bonus)
    opened[START] = 0.0
    return Lexicon(
        np.where(children == NOWHERE, np.int32(beyond), children),
        np.where(unlisted, others.number, numbers),
        np.where(unlisted, others.bonus, bonuses),
        opened,
    )
