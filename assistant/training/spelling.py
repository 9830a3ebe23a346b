"""Between text and a model's letters: what a transcript is in the columns of its output.

Made of the vocabulary that the recogniser reads with, so that what is learnt is what will be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.records import Vocabulary
from assistant.training.layout import DELIMITER, MARKS


@dataclass(frozen=True, slots=True)
class Spelling:
    """Writes text in a vocabulary's columns."""

    vocabulary: Vocabulary

    def fold(self, text: str) -> str:
        """The text in the case of the vocabulary, where that has one alone."""
        if self._upper_alone():
            return text.upper()
        letters = (token for token in self._columns() if token.isalpha())
        return text if any(letter.isupper() for letter in letters) else text.lower()

    def unfold(self, text: str) -> str:
        """What was read, in lower case where the vocabulary has no other letters than capitals."""
        return text.lower() if self._upper_alone() else text

    def _upper_alone(self) -> bool:
        return not any(token.islower() for token in self._columns() if token.isalpha())

    def targets(self, text: str) -> list[int]:
        """Columns of the letters; those that the vocabulary lacks are left out."""
        columns = self._columns()
        return [columns[letter] for letter in self.fold(text) if letter in columns]

    def missing(self, texts: Iterable[str]) -> set[str]:
        """Letters of the texts that the vocabulary lacks."""
        columns = self._columns()
        return {letter for text in texts for letter in self.fold(text) if letter not in columns}

    def _columns(self) -> dict[str, int]:
        """The column of each letter, the blank between words among them."""
        found = {
            token: column
            for column, token in enumerate(self.vocabulary.tokens)
            if len(token) == 1 and column not in self.vocabulary.special
        }
        if self.vocabulary.word_delimiter is not None:
            found.pop(self.vocabulary.tokens[self.vocabulary.word_delimiter], None)
            found[" "] = self.vocabulary.word_delimiter
        return found


def new_vocabulary(texts: Iterable[str]) -> Vocabulary:
    """A vocabulary with all letters of the texts."""
    letters = sorted({letter for text in texts for letter in text} - {" "})
    tokens = (*MARKS, DELIMITER, *letters)
    return Vocabulary(tokens, 0, len(MARKS), frozenset(range(len(MARKS))))
