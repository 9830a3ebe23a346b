"""Words of a sentence: the one normalisation that templates, transcripts and typed text share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_ELIDED = (
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|un|mezz|dell|all|dall|nell|sull|quell|quest|dov|com|cos|quant)"
)
"""What French and Italian shorten before a vowel; it is a word of its own: "d'heure", "un'ora"."""

WORD = rf"(?<![^\W\d_]){_ELIDED}['’]|[^\W\d_]+(?:['’][^\W\d_]+)*"
"""A word, as a pattern."""

_BEHIND_FIGURE, _BEFORE_FIGURE = r"(?:(?<=\d)|(?<=\d )|^)", r"(?=\d| \d|$)"
_SIGN = rf"[%°+*×÷^$£€¥]|{_BEHIND_FIGURE}/{_BEFORE_FIGURE}|(?:(?<=\d )|^)[−-](?= \d|$)"
"""A sign that is said like a word. A stroke or a dash is so between figures alone, of which a part
of a text may lack one.
"""

_TOKEN = re.compile(rf"\d+|{WORD}|{_SIGN}")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, and where it stands in the text that it came from."""

    word: str
    """Lower case, composed (NFC), with a plain apostrophe where it has one."""
    start: int
    end: int
    """Offset behind its last character."""


def composed(text: str) -> str:
    """The same text with every accented letter as one character."""
    return unicodedata.normalize("NFC", text)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`; punctuation only separates them. Offsets are into `composed(text)`."""
    return tuple(
        Token(_word(found.group()), found.start(), found.end())
        for found in _TOKEN.finditer(composed(text))
    )


def _word(found: str) -> str:
    return found.lower().replace("’", "'")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` without their places."""
    return tuple(_word(found) for found in _TOKEN.findall(composed(text)))


def key(word: str) -> str:
    """What words are compared by: "what's" and "whats" are the same word."""
    return word.replace("'", "")
