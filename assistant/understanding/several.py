"""Where one utterance may hold two commands: "set a timer for ten minutes and call anna"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from assistant.records import Language
from assistant.understanding.confusion import distance_by_ear
from assistant.understanding.idioms import idioms
from assistant.understanding.said import Said
from assistant.understanding.text import Token, key, tokens, words

BY_EAR = 0.34
"""The largest distance, 0 to 1, at which a word that was heard counts as such: "an", "end"."""
MOST = 3
"""Only so many places are tried: whoever says more of these words is telling a story."""


def parted(said: Said, language: Language) -> Iterator[tuple[Said, Said]]:
    """What stands before and behind each joint, both with words of their own."""
    yield from islice(_parted(said, _joints(language)), MOST)


def goes_on(said: Said, language: Language) -> bool:
    """Whether it ends in the middle, with a joint."""
    found = tokens(said.text)
    return bool(found) and key(found[-1].word) in _joints(language)


def swallows(text: str, said: Said, language: Language) -> bool:
    """Whether words that stand before others, and may be any, have a joint among them: nobody
    calls a timer "timer for five minutes and then set a". What ends with a joint and more words
    may well be a note of just that.
    """
    joints, within = _joints(language), list(map(key, words(text)))
    ends = list(map(key, words(said.text)))[-len(within) :] == within
    return not ends and any(word in joints for word in within)


def _joints(language: Language) -> frozenset[str]:
    """Words between two commands; several may follow one another."""
    return frozenset(idioms(language).joints.split())


def _parted(said: Said, joints: frozenset[str]) -> Iterator[tuple[Said, Said]]:
    found = tokens(said.text)
    for place in range(1, len(found) - 1):
        behind = place + 1
        while behind < len(found) and _is_joint(found[behind], said.heard, joints):
            behind += 1
        joins = _is_joint(found[place], said.heard, joints)
        if joins and not _is_joint(found[place - 1], said.heard, joints) and behind < len(found):
            yield (
                said.part(0, found[place - 1].end),
                said.part(found[behind].start, len(said.text)),
            )


def _is_joint(token: Token, heard: bool, joints: frozenset[str]) -> bool:
    word = key(token.word)
    if not heard:
        return word in joints
    return any(distance_by_ear(word, joint) <= BY_EAR for joint in joints)
