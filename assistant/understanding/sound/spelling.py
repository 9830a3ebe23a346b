"""How words are written in the symbols of a model: letters, or the phonemes of a second reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.records import Vocabulary

Columns = tuple[int, ...]
"""One way to write a word: columns of the emissions, without blanks."""


class Speller(Protocol):
    """Writes words in the symbols of a vocabulary."""

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def content(self) -> object:
        """What it writes by: spellers of the same content, by its `repr`, write the same."""
        ...

    def ways(self, word: str) -> Sequence[Columns]:
        """All ways to write the word, the usual one first; none where it can't be written."""
        ...


class LetterSpeller:
    """Words in letters, with and without their apostrophes and accents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._columns = letters(vocabulary)
        self._known: dict[str, tuple[Columns, ...]] = {}

    @property
    def content(self) -> object:
        return self.vocabulary

    def ways(self, word: str) -> Sequence[Columns]:
        if word not in self._known:
            found = (self._write(form) for form in _forms(word))
            self._known[word] = tuple(dict.fromkeys(one for one in found if one))
        return self._known[word]

    def _write(self, form: str) -> Columns:
        """Empty where a letter is missing from the vocabulary."""
        if any(letter not in self._columns for letter in form):
            return ()
        return tuple(self._columns[letter] for letter in form)


class PhonemeSpeller:
    """Words in phonemes, from a lexicon; what it lacks is pronounced by `guess`."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.vocabulary = vocabulary
        self._lexicon = lexicon
        self._columns = {
            token: column
            for column, token in enumerate(vocabulary.tokens)
            if column not in (*vocabulary.special, vocabulary.blank, vocabulary.word_delimiter)
        }
        self._known: dict[str, tuple[Columns, ...]] = {}

    @property
    def content(self) -> object:
        return self.vocabulary, self._lexicon.content

    def ways(self, word: str) -> Sequence[Columns]:
        if word not in self._known:
            found = (
                tuple(self._columns[symbol] for symbol in symbols)
                for symbols in self._lexicon.pronunciations(word)
                if symbols and all(symbol in self._columns for symbol in symbols)
            )
            self._known[word] = tuple(dict.fromkeys(found))
        return self._known[word]


class Lexicon(Protocol):
    """Says how words are pronounced."""

    @property
    def content(self) -> object:
        """What it says them by: lexicons of the same content, by its `repr`, say the same."""
        ...

    def pronunciations(self, word: str) -> Iterable[Sequence[str]]:
        """Phoneme symbols of each pronunciation, the usual one first."""
        ...


def letters(vocabulary: Vocabulary) -> dict[str, int]:
    """The column of each letter, by the letter in lower case.

    None where tokens are pieces of words: such a model says little about single letters.
    """
    if vocabulary.word_start:
        return {}
    marks = (*vocabulary.special, vocabulary.blank, vocabulary.word_delimiter)
    return {
        token.lower(): column
        for column, token in enumerate(vocabulary.tokens)
        if column not in marks and len(token) == 1
    }


def _forms(word: str) -> list[str]:
    """The word, and the plainer ways in which a model may write it."""
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [form for one in (word, plain) for form in (one, one.replace("'", ""))]
