"""From words with times to captions: where one ends and the next begins, and its lines.

Of all ways to divide the words the one that costs least, found by dynamic programming over the
places between words. What a division costs:

- each caption 1, so that they are few;
- ending one, or a line, where no clause ends: see `_parting`;
- a caption that is shorter or quicker than the settings want: TOO_FAST for each second it lacks;
- a sentence that ends within a caption, or a pause within it: see `_going_on`;
- lines of different lengths: UNEVEN for each share of a line by which they differ.

A caption never has more lines or lasts longer than the settings allow, unless a single word does,
and never goes on over a long pause or to another speaker.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.records import Cue, Word
from assistant.settings import CaptionSettings

TOO_FAST = 20.0
UNEVEN = 0.5

SENTENCE_ENDS, CLAUSE_ENDS = ".?!…", ",;:–—"
CLOSING = "\"'”’»)]"
"""What may stand behind the sign that ends a sentence."""

OPENERS = """
    and but or nor so because although though while when where which who that if unless until before
    after since than as
"""
"""English words that begin clauses: better in front of one than behind it."""

LEANING = """
    a an the my your his her its our their this these those of to in on at by for from with into
    about over under not no is are was were be been am will would can could may might must shall
    should do does did have has had i we he she it they you mr mrs dr
"""
"""English words that belong to what follows them: a bad end of a line, as the openers are."""

_OPENERS = frozenset(OPENERS.split())
_LEANING = _OPENERS | frozenset(LEANING.split())

LEAST_S = 0.001
"""The shortest caption: the formats count in milliseconds."""


def make_cues(
    words: Sequence[Word],
    style: CaptionSettings | None = None,
    *,
    speakers: Sequence[str] = (),
    duration_s: float = math.inf,
) -> list[Cue]:
    """Captions with all of the words in their order.

    `words` come in the order of their times. `speakers` names who says each of them, if it is
    known. No caption goes past `duration_s`, the length of the recording, and no two overlap.
    """
    spoken = [
        (replace(word, text=" ".join(word.text.split())), speaker)
        for word, speaker in zip(words, speakers or [""] * len(words), strict=True)
        if word.text.strip()
    ]
    division = _Division([word for word, _ in spoken], [who for _, who in spoken], style)
    return list(_apart(division.cues(), duration_s))


def _apart(cues: Sequence[Cue], duration_s: float) -> Iterator[Cue]:
    """None before the recording or past its end, none of them over another."""
    begin_s = 0.0
    for cue in cues:
        start_s = min(max(cue.start_s, begin_s), max(begin_s, duration_s - LEAST_S))
        begin_s = max(min(cue.end_s, duration_s), start_s + LEAST_S)
        yield replace(cue, start_s=start_s, end_s=begin_s)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A way to write words in lines, and what it costs."""

    cost: float
    ends: tuple[int, ...]
    """The place behind the last word of each line."""


class _Division:
    """Words, and the best places to part them."""

    def __init__(
        self, words: Sequence[Word], speakers: Sequence[str], style: CaptionSettings | None
    ) -> None:
        self._words, self._speakers = words, speakers
        self._style = style or CaptionSettings()
        # The place of each word's first letter in the whole text, with a space between any two.
        self._offsets = [0]
        for word in words:
            self._offsets.append(self._offsets[-1] + len(word.text) + 1)
        self._partings = [0.0, *map(_parting, words, words[1:]), 0.0]

    def cues(self) -> list[Cue]:
        """The captions of the cheapest division."""
        costs = [0.0]
        lines: list[tuple[int, ...]] = [(0,)]
        for stop in range(1, len(self._words) + 1):
            cost, places = min((costs[way[0]] + cost, way) for cost, way in self._last(stop))
            costs.append(cost)
            lines.append(places)
        chosen, stop = [], len(self._words)
        while stop:
            chosen.append(self._cue(lines[stop]))
            stop = lines[stop][0]
        return chosen[::-1]

    def _last(self, stop: int) -> Iterator[tuple[float, tuple[int, ...]]]:
        """Every caption that may end at `stop`: its cost, and the places around its lines."""
        style, most = self._style, (self._style.line_chars + 1) * self._style.lines
        within = 0.0
        for start in range(stop - 1, -1, -1):
            alone = start == stop - 1
            if not alone:
                if self._breaks(start + 1):
                    return
                within += self._going_on(start + 1)
            long = self._offsets[stop] - self._offsets[start] > most
            lasting = self._words[stop - 1].end_s - self._words[start].start_s > style.max_s
            if not alone and (long or lasting):
                return
            lines = self._lines(start, stop, style.lines)
            if lines is not None:
                hurry = TOO_FAST * self._lacking_s(start, stop)
                cost = 1 + within + lines.cost + hurry + self._partings[stop]
                yield cost, (start, *lines.ends)

    def _breaks(self, place: int) -> bool:
        """Whether a caption must end here."""
        before, behind = self._words[place - 1], self._words[place]
        pause = behind.start_s - before.end_s > self._style.pause_s
        return pause or self._speakers[place - 1] != self._speakers[place]

    def _going_on(self, place: int) -> float:
        """What it costs when a caption doesn't end here, though it could."""
        before, behind = self._words[place - 1], self._words[place]
        pause = min(1.0, max(0.0, behind.start_s - before.end_s))
        return 2 * pause + (1.5 if _ends(before, SENTENCE_ENDS) else 0.0)

    def _lines(self, start: int, stop: int, most: int) -> _Lines | None:
        """The best way to write the words in at most so many lines; None where they don't fit."""
        width = self._style.line_chars
        length = self._offsets[stop] - self._offsets[start] - 1
        if length <= width or stop == start + 1:
            return _Lines(0.0, (stop,))
        if most == 1:
            return None
        best = None
        for end in range(start + 1, stop):
            first = self._offsets[end] - self._offsets[start] - 1
            if first > width and end > start + 1:
                break
            rest = self._lines(end, stop, most - 1)
            if rest is None:
                continue
            other = self._offsets[rest.ends[0]] - self._offsets[end] - 1
            uneven = UNEVEN * abs(first - other) / width
            cost = rest.cost + uneven + self._partings[end]
            if best is None or cost < best.cost:
                best = _Lines(cost, (end, *rest.ends))
        return best

    def _end_s(self, start: int, stop: int) -> float:
        """When the caption goes: it stays as long as it takes to read, if nothing follows."""
        style, begin_s = self._style, self._words[start].start_s
        letters = self._offsets[stop] - self._offsets[start] - 1
        wanted_s = max(style.min_s, letters / style.chars_per_s)
        end_s = max(self._words[stop - 1].end_s, begin_s + wanted_s)
        if stop < len(self._words):
            end_s = min(end_s, self._words[stop].start_s - style.gap_s)
        return max(min(end_s, begin_s + style.max_s), begin_s + LEAST_S)

    def _lacking_s(self, start: int, stop: int) -> float:
        """How much longer the caption should be shown than it can be."""
        style, letters = self._style, self._offsets[stop] - self._offsets[start] - 1
        wanted_s = min(style.max_s, max(style.min_s, letters / style.chars_per_s))
        shown_s = self._end_s(start, stop) - self._words[start].start_s
        return max(0.0, wanted_s - shown_s - 1e-9)

    def _cue(self, places: tuple[int, ...]) -> Cue:
        start, stop = places[0], places[-1]
        lines = tuple(
            " ".join(word.text for word in self._words[begin:end])
            for begin, end in itertools.pairwise(places)
        )
        words = tuple(self._words[start:stop])
        end_s = self._end_s(start, stop)
        return Cue(words[0].start_s, end_s, lines, self._speakers[start], words)


def _parting(before: Word, behind: Word) -> float:
    """What it costs to part two words: nothing behind a sentence, much within a group of words."""
    pause = min(1.0, max(0.0, behind.start_s - before.end_s))
    if _ends(before, SENTENCE_ENDS):
        return 0.0
    if _ends(before, CLAUSE_ENDS):
        return 0.5 * (1 - pause)
    cost = 2.0
    if _plain(before) in _LEANING:
        cost = 4.0
    elif _plain(behind) in _OPENERS:
        cost = 1.0
    return cost * (1 - pause)


def _ends(word: Word, signs: str) -> bool:
    return word.text.rstrip(CLOSING).endswith(tuple(signs))


def _plain(word: Word) -> str:
    return word.text.casefold().strip(SENTENCE_ENDS + CLAUSE_ENDS + CLOSING)
