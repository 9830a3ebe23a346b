"""The words that carry what a text is about."""

from __future__ import annotations

import re

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
