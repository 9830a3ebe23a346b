"""Text as people write it: its sentences, and the words that carry what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Prof|vs|no|c|ca|approx))\.$")

_EMPTY = """
a about an and any are as at be been being can could did do does for from give had has have how i in
is it its long many me much of on or please tell that the their there these they this those to was
we were what when where which who whom whose why will with would you my know explain look up called
name s
"""

EMPTY_WORDS = frozenset(_EMPTY.split())
"""Words that say nothing about what a question is about."""

SENTENCES_SAID = 2
"""An answer is listened to, not read."""


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found: list[str] = []
    for piece in _BETWEEN.split(" ".join(text.split())):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        elif piece:
            found.append(piece)
    return found


def complete_sentences(pieces: Iterator[str]) -> Iterator[str]:
    """The sentences of a text that arrives in pieces, each as soon as the next one begins."""
    text = ""
    for piece in pieces:
        text += piece
        *whole, text = sentences(text) or [""]
        # What was split off is complete; a blank at the end belongs to what comes next.
        text += " " if piece[-1:].isspace() and text else ""
        yield from whole
    yield from sentences(text)


def key_words(text: str) -> frozenset[str]:
    """What it is about, in the form in which words are compared."""
    words = re.findall(r"[^\W_]+", text.casefold().replace("'s", " ").replace("’s", " "))
    return frozenset(_stem(word) for word in words if word not in EMPTY_WORDS)


def _stem(word: str) -> str:
    """Without the ending of the plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
