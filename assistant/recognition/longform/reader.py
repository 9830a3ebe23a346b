"""Reads chunks of long sound: emissions on one grid of frames, and words passage after passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

import numpy as np

from assistant.ports import Decoder
from assistant.recognition.longform.chunks import Chunk
from assistant.records import SAMPLE_RATE, Emissions, Floats, Vocabulary, Word

PASSAGE_S = 20.0
"""Somebody who speaks on for longer is decoded up to the last good place between two words."""

LONGEST_PASSAGE_S = 60.0
"""So much is decoded even where there is none."""


class ChunkModel(Protocol):
    """Reads sound without looking for windows in it."""

    @property
    def frame_samples(self) -> int:
        """Samples at SAMPLE_RATE from one frame to the next."""
        ...

    def together(self, sounds: Sequence[Floats]) -> list[Emissions]:
        """Emissions for sounds of one length, each of shape (samples,) at SAMPLE_RATE."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Emissions of the part of a chunk that counts."""

    emissions: Emissions
    start: int
    """The first frame's number in the recording."""
    chunk: Chunk


@dataclass(frozen=True, slots=True)
class Passage:
    """Decoded words; what comes later changes nothing in them."""

    words: tuple[Word, ...]
    """Times are seconds from the beginning of the recording."""
    stop: int
    """One behind its last sample in the recording: where the next passage may begin."""


def parts(
    model: ChunkModel, chunks: Iterable[Chunk], batch: int = 1, done: int = 0
) -> Iterator[Part]:
    """Emissions of chunks, `batch` neighbours of one length at a time.

    Those that count for nothing behind sample `done` aren't read. Batches are the same wherever
    reading begins, so that the numbers are too.
    """
    for group in _batches(chunks, batch):
        if group[-1].stop <= done:
            continue
        read = model.together([chunk.samples for chunk in group])
        for chunk, emissions in zip(group, read, strict=True):
            part = _counted(chunk, emissions)
            first = round(done / SAMPLE_RATE / emissions.frame_s)
            if len(part.emissions.log_probs) and part.start + len(part.emissions.log_probs) > first:
                yield _behind(part, first)


def join(found: Sequence[Part]) -> Emissions:
    """One Emissions of neighbouring parts.

    A chunk gives a frame less than it is long where its context doesn't reach over the cut; there
    the last frame stands twice, which changes no text and keeps the times right.
    """
    rows: list[Floats] = []
    at = found[0].start
    for part in found:
        if rows and part.start > at:
            rows.append(np.repeat(rows[-1][-1:], part.start - at, axis=0))
        rows.append(part.emissions.log_probs)
        at = part.start + len(part.emissions.log_probs)
    return replace(found[0].emissions, log_probs=np.concatenate(rows), phonemes=None)


def passages(found: Iterable[Part], decoder: Decoder) -> Iterator[Passage]:
    """Words of parts, as soon as nothing that comes later can change them."""
    waiting: list[Part] = []
    for part in found:
        if waiting and not _overlap(waiting[-1].chunk, part.chunk):
            yield _decoded(waiting, decoder)
            waiting = []
        waiting.append(part)
        while cut := _between_words(emissions := join(waiting)):
            first, rest = _split(emissions, waiting, cut)
            yield _decoded([first], decoder)
            waiting = [rest]
    if waiting:
        yield _decoded(waiting, decoder)


def _overlap(one: Chunk, next_one: Chunk) -> bool:
    """Whether a word may reach from one into the next: the cut isn't in silence."""
    follows = next_one.start + next_one.left == one.stop
    return follows and bool(one.right or next_one.left)


def _batches(chunks: Iterable[Chunk], most: int) -> Iterator[list[Chunk]]:
    group: list[Chunk] = []
    for chunk in chunks:
        if group and (len(group) == most or len(chunk.samples) != len(group[0].samples)):
            yield group
            group = []
        group.append(chunk)
    if group:
        yield group


def _counted(chunk: Chunk, emissions: Emissions) -> Part:
    """Less the frames of the context, as transformers' pipeline counts them."""
    frame = round(emissions.frame_s * SAMPLE_RATE)
    skip, drop = chunk.left // frame, chunk.right // frame
    stop = round(len(chunk.samples) / frame) - drop
    kept = emissions.log_probs[skip:stop]
    start = round(chunk.start / frame) + skip
    return Part(replace(emissions, log_probs=kept, phonemes=None), start, chunk)


def _behind(part: Part, first: int) -> Part:
    """Its frames from number `first` on."""
    skip = max(0, first - part.start)
    kept = replace(part.emissions, log_probs=part.emissions.log_probs[skip:])
    return Part(kept, part.start + skip, part.chunk)


def _split(emissions: Emissions, waiting: Sequence[Part], cut: int) -> tuple[Part, Part]:
    first, last = waiting[0], waiting[-1]
    before, behind = emissions.log_probs[:cut], emissions.log_probs[cut:]
    frame = round(emissions.frame_s * SAMPLE_RATE)
    ended = replace(last.chunk, samples=last.chunk.samples[:0], start=(first.start + cut) * frame)
    return (
        Part(replace(emissions, log_probs=before), first.start, replace(ended, right=0)),
        Part(replace(emissions, log_probs=behind), first.start + cut, last.chunk),
    )


def _decoded(waiting: Sequence[Part], decoder: Decoder) -> Passage:
    emissions = join(waiting)
    start_s = waiting[0].start * emissions.frame_s
    words = tuple(
        replace(word, start_s=start_s + word.start_s, end_s=start_s + word.end_s)
        for word in decoder.decode(emissions).words
    )
    return Passage(words, waiting[-1].chunk.stop)


def _between_words(emissions: Emissions) -> int:
    """The frame where a long passage can be cut; 0 where it isn't long, or goes on.

    Looks at a fixed number of frames, however many there are, so that a passage is cut at the same
    place wherever reading began.
    """
    for seconds in (PASSAGE_S, LONGEST_PASSAGE_S):
        frames = round(seconds / emissions.frame_s)
        if len(emissions.log_probs) < frames:
            return 0
        columns = emissions.log_probs[:frames].argmax(axis=1)
        if cut := _longest_gap(columns.tolist(), emissions.vocabulary):
            return cut
    blanks = np.flatnonzero(columns[1:] == emissions.vocabulary.blank) + 1
    return int(blanks[-1]) if len(blanks) else frames


def _longest_gap(columns: Sequence[int], vocabulary: Vocabulary) -> int:
    """The middle of the longest gap with a delimiter in it; 0 where there is none."""
    best, at = (0, 0), 0
    for is_gap, group in groupby(columns, lambda column: _is_gap(column, vocabulary)):
        run = list(group)
        if is_gap and at > 0 and vocabulary.word_delimiter in run:
            best = max(best, (len(run), at + len(run) // 2))
        at += len(run)
    return best[1]


def _is_gap(column: int, vocabulary: Vocabulary) -> bool:
    return column in (vocabulary.blank, vocabulary.word_delimiter)
