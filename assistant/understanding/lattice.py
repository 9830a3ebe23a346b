"""A sentence as a lattice: beside the words as written, other ways to hear or spell them.

Nodes are numbered so that every arc leads to a higher number. Digits are spelled out on arcs
beside them; a misheard sentence also gets arcs for words run together or torn apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import or_

from assistant.understanding.seams import NO_SEAMS, Seams
from assistant.understanding.text import Token, composed, key, tokens
from assistant.understanding.values.languages import KNOWN
from assistant.understanding.values.spelling import spelt

JOIN_COST = 0.15
"""Reading two words as one."""
POLITE_COST = 0.1
"""Passing over a polite phrase."""
SPLIT_COST = 0.2
"""Reading one word as two."""
SEAM_COST = 0.03
"""The same where a template has them touch; a name that is the whole word is likelier all the same.
"""


@dataclass(frozen=True, slots=True)
class Arc:
    """One word between two nodes."""

    word: str
    """Its key; empty where words are passed over."""
    target: int
    cost: float = 0.0
    ends_text: bool = False
    """Free text ends with it, and a word that was written onto it follows."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """All readings of a sentence as words."""

    text: str
    arcs: tuple[tuple[Arc, ...], ...]
    """For each node; the last one, the end, has none."""
    begins: tuple[int, ...]
    """For each node: offset in `text` of the word behind it."""
    ends: tuple[int, ...]
    """For each node: offset in `text` behind the word before it."""
    length: int
    """Words as they were written."""

    @property
    def end(self) -> int:
        return len(self.arcs) - 1

    def between(self, start: int, stop: int) -> str:
        """The text from node to node, as it was written."""
        return self.text[self.begins[start] : self.ends[stop]]

    def is_within_word(self, node: int) -> bool:
        """Whether letters that touch stand on both sides."""
        at = self.begins[node]
        return self.ends[node] == at and self.text[at - 1 : at].isalpha()


@dataclass(frozen=True, slots=True)
class _Way:
    """Another reading of the words from `first` up to `last` (not included)."""

    first: int
    last: int
    said: tuple[str, ...]
    cost: float = 0.0
    lengths: tuple[int, ...] = ()
    """Of the parts of one word, where they are such, in letters."""
    ends_text: bool = False
    """Free text may end with the first of them."""


def lattice(
    text: str,
    language: str = "en",
    known: Callable[[str], bool] | None = None,
    whole: Callable[[str], bool] = lambda _: False,
    polite: Collection[tuple[str, ...]] = (),
    seams: Seams = NO_SEAMS,
) -> Lattice:
    """Read the text. With `known` (is this a word's key?), words are also joined and torn.

    Words that are `whole` are never joined with others. `polite` phrases, as keys, may be passed
    over: these arcs have no word. Words are also cut at `seams`.
    """
    text = composed(text)
    heard = tokens(text)
    ways = _spelt_out(text, heard, language) if language in KNOWN else []
    if known:
        ways += [*_joined(heard, known, whole), *_torn(heard, known)]
    ways += [*_cut(heard, seams), *_passed(heard, polite)]
    return _build(text, heard, ways)


def _spelt_out(text: str, heard: Sequence[Token], language: str) -> list[_Way]:
    """Figures and symbols as they are said."""
    ways = []
    for (start, end), form in groupby(spelt(text, language), key=lambda one: (one.start, one.end)):
        inside = [i for i, token in enumerate(heard) if start <= token.start and token.end <= end]
        said = tuple(key(one.word) for one in form)
        if inside and said != tuple(key(heard[index].word) for index in inside):
            ways.append(_Way(inside[0], inside[-1] + 1, said))
    return ways


def _joined(
    heard: Sequence[Token], known: Callable[[str], bool], whole: Callable[[str], bool]
) -> list[_Way]:
    """Two words as one, unless both are good words already."""
    ways = []
    for index, (one, two) in enumerate(pairwise(heard)):
        first, second = key(one.word), key(two.word)
        good = known(first) and known(second) and not known(first + second)
        if not (good or whole(first) or whole(second)):
            ways.append(_Way(index, index + 2, (first + second,), JOIN_COST))
    return ways


def _passed(heard: Sequence[Token], polite: Collection[tuple[str, ...]]) -> list[_Way]:
    """Phrases that only frame a command."""
    said = tuple(key(token.word) for token in heard)
    return [
        _Way(first, first + len(phrase), ("",), POLITE_COST)
        for first in range(len(said))
        for phrase in polite
        if said[first : first + len(phrase)] == phrase
    ]


def _torn(heard: Sequence[Token], known: Callable[[str], bool]) -> list[_Way]:
    ways = []
    for index, token in enumerate(heard):
        word = key(token.word)
        if len(word) > 3 and not known(word):
            for cut in range(1, len(word)):
                halves = word[:cut], word[cut:]
                good = [known(half) for half in halves]
                if any(good) and all(map(or_, good, (len(half) > 3 for half in halves))):
                    ways.append(_Way(index, index + 1, halves, SPLIT_COST))
    return ways


def _cut(heard: Sequence[Token], seams: Seams) -> Iterator[_Way]:
    """Compounds as the words that they are made of."""
    for index, token in enumerate(heard):
        ways = [(parts, False) for parts in seams.cuts(token.word)]
        ways += [(parts, True) for parts in seams.cuts_behind_text(token.word)]
        for parts, ends_text in ways:
            said, lengths = tuple(map(key, parts)), tuple(map(len, parts))
            yield _Way(index, index + 1, said, SEAM_COST, lengths, ends_text)


def _build(text: str, heard: Sequence[Token], ways: Sequence[_Way]) -> Lattice:
    """Number the nodes: those inside of another reading come behind the word they start at."""
    inner = [0] * (len(heard) + 1)
    for way in ways:
        inner[way.first] += len(way.said) - 1
    outer = [index + sum(inner[:index]) for index in range(len(heard) + 1)]
    size = outer[-1] + 1
    arcs: list[list[Arc]] = [[] for _ in range(size)]
    begins, ends = [len(text)] * size, [0] * size
    for index, token in enumerate(heard):
        arcs[outer[index]].append(Arc(key(token.word), outer[index + 1]))
        begins[outer[index]], ends[outer[index + 1]] = token.start, token.end
    free = [place + 1 for place in outer]
    for way in ways:
        node = outer[way.first]
        for number, word in enumerate(way.said):
            final = number == len(way.said) - 1
            target = outer[way.last] if final else free[way.first]
            ends_text = way.ends_text and not number
            arcs[node].append(Arc(word, target, 0.0 if number else way.cost, ends_text))
            if not final:
                begins[target], ends[target] = heard[way.first].start, heard[way.last - 1].end
                if way.lengths:
                    begins[target] = ends[target] = begins[node] + way.lengths[number]
                free[way.first] += 1
                node = target
    return Lattice(text, tuple(map(tuple, arcs)), tuple(begins), tuple(ends), len(heard))
