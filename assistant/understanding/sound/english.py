"""How English words sound, as english.txt has it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assistant.understanding.sound.pronounce import RuleLexicon, unpacked_rules, unpacked_words

FILE = Path(__file__).with_suffix(".txt")
"""A head, words and letter-to-sound rules, with an empty line between; an entry a line."""


@cache
def english() -> RuleLexicon:
    """The lexicon, read when it is first needed."""
    _, words, rules = FILE.read_text(encoding="utf-8").split("\n\n")
    return RuleLexicon(unpacked_words(words.split()), unpacked_rules(rules.split()))
