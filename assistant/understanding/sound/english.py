"""How English words sound, as english.txt has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.understanding.sound.pronounce import (
    Phonemes,
    RuleLexicon,
    unpacked_rules,
    unpacked_words,
)

FILE = Path(__file__).with_suffix(".txt")
"""A head, words and letter-to-sound rules, with an empty line between; an entry a line."""


class English:
    """Implements `spelling.Lexicon`. The file is read when a word is first asked for: those of
    commands that were compiled in an earlier run never are."""

    @property
    def content(self) -> object:
        """The file belongs to the code."""
        return FILE.name

    def pronunciations(self, word: str) -> Sequence[Phonemes]:
        return english().pronunciations(word)


@cache
def english() -> RuleLexicon:
    """The words and rules of the file."""
    _, words, rules = FILE.read_text(encoding="utf-8").split("\n\n")
    return RuleLexicon(unpacked_words(words.split()), unpacked_rules(rules.split()))
