"""Text as people write it: where its sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"(?<=[.!?…])[\"”’»')]*\s+(?=[\"“‘„«¿¡'(]*[^\W_])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|St|Prof|vs|no|ca?|approx|z\. ?B|bzw|Sr|Sra))\.$"
)
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
"""Where an ordinal is written so, as in German: "der 24. Dezember"."""


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found: list[str] = []
    for piece in _BETWEEN.split(" ".join(text.split())):
        if found and not _ends(found[-1], piece):
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


def _ends(sentence: str, following: str) -> bool:
    """Whether the full stop at the end of `sentence` ends it. What follows begins with a capital
    letter or a figure."""
    first = next((letter for letter in following if letter.isalnum()), "a")
    return not (first.islower() or _ABBREVIATION.search(sentence) or _ORDINAL.search(sentence))
