"""The wake phrase in a transcript, as well as the recogniser spelt it: "computa call anna"."""

from __future__ import annotations

from assistant.understanding.confusion import distance_by_ear
from assistant.understanding.text import Token, composed, key, tokens

LARGEST = 0.22
"""The largest distance, 0 to 1, at which words still count as the phrase."""
EXTRA_WORDS = 2
"""The phrase may have been torn into so many more words."""
GREETINGS = frozenset(("hey", "hi", "hello", "ok", "okay", "oh", "um", "uh"))
"""One of these may stand before the phrase."""


def after_wake(text: str, phrase: str) -> str | None:
    """What follows the wake phrase at the start of the text; "" for nothing, None without it."""
    heard = tokens(composed(text))
    first = _end_of_phrase(heard, phrase)
    if first is None and heard and heard[0].word in GREETINGS:
        second = _end_of_phrase(heard[1:], phrase)
        first = None if second is None else second + 1
    if first is None:
        return None
    return composed(text)[heard[first].start :] if first < len(heard) else ""


def _end_of_phrase(heard: tuple[Token, ...], phrase: str) -> int | None:
    """How many of the words are the phrase, most alike first."""
    wanted = [key(token.word) for token in tokens(phrase)]
    most = min(len(heard), len(wanted) + EXTRA_WORDS)
    ways = [
        (
            distance_by_ear("".join(key(token.word) for token in heard[:count]), "".join(wanted)),
            count,
        )
        for count in range(1, most + 1)
    ]
    distance, count = min(ways, default=(1.0, 0))
    return count if distance <= LARGEST else None


def torn_off(word: str, phrase: str) -> str:
    """What follows in a word that the end of the phrase ran into: "what" of "computerwhat"; the
    word itself where it doesn't begin so.
    """
    last = key(tokens(phrase)[-1].word)
    distance, stop = min(
        ((distance_by_ear(key(word[:stop]), last), stop) for stop in range(1, len(word))),
        default=(1.0, 0),
    )
    return word[stop:] if distance <= LARGEST else word
