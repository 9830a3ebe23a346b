"""Where long sound is cut for the acoustic model: at silences, or at fixed lengths that overlap.

Pure: blocks in, chunks out. All cuts lie on one grid of the model's frames, so that what is read of
the chunks can be joined.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.errors import UsageError
from assistant.ports import VoiceDetector
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

PAUSE = 5
"""Blocks of silence that part words; shorter ones may be inside one, in front of a "t"."""

WINDOW, VOICED = 5, 3
"""Somebody speaks where so many of the last blocks are voiced: one stray block is no speech."""


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """A stretch of sound that is read at once, and which part of what is read counts."""

    samples: Floats
    """Shape (samples,), float32 mono at SAMPLE_RATE."""
    start: int
    """Number of its first sample in the recording."""
    left: int = 0
    """Samples at its beginning that are context alone: the chunk before reads them."""
    right: int = 0
    """Samples at its end that are context alone: the chunk behind reads them."""

    @property
    def stop(self) -> int:
        """One behind the last sample that counts."""
        return self.start + len(self.samples) - self.right


@dataclass(frozen=True, slots=True)
class Strides:
    """Chunks of one length that overlap, as transformers' pipeline cuts them."""

    chunk_s: float
    """`chunk_length_s` of the pipeline."""
    left_s: float
    """Context on the left; the pipeline's `stride_length_s`, or the first of its pair."""
    right_s: float
    """Context on the right."""

    def __post_init__(self) -> None:
        """Raises UsageError where nothing is left of a chunk."""
        if self.chunk_s <= self.left_s + self.right_s:
            raise self._useless()

    @classmethod
    def of(cls, chunk_s: float, stride_s: float | tuple[float, float] | None = None) -> Strides:
        """With the pipeline's default for what isn't said: a sixth of the chunk on either side."""
        if isinstance(stride_s, tuple):
            return cls(chunk_s, *stride_s)
        stride_s = chunk_s / 6 if stride_s is None else stride_s
        return cls(chunk_s, stride_s, stride_s)

    def cut(self, sounds: Iterable[Floats], frame_samples: int) -> Iterator[Chunk]:
        """Chunks of sound that comes in arrays of any length, shape (samples,).

        Every length is rounded to whole frames. Raises UsageError where nothing is left then.
        """
        length, left, right = (
            round(seconds * SAMPLE_RATE / frame_samples) * frame_samples
            for seconds in (self.chunk_s, self.left_s, self.right_s)
        )
        if length <= left + right:
            raise self._useless()
        return _strided(sounds, length, left, right)

    def _useless(self) -> UsageError:
        return UsageError(
            f"A chunk of {self.chunk_s:g} s leaves nothing between strides of {self.left_s:g} and "
            f"{self.right_s:g} s; make the chunk longer."
        )


def _strided(sounds: Iterable[Floats], length: int, left: int, right: int) -> Iterator[Chunk]:
    waiting: list[Floats] = []
    count, start = 0, 0
    for sound in sounds:
        waiting.append(sound)
        count += len(sound)
        # A chunk that just holds the end is the last one, so one sample more must be there.
        while count > length:
            joined = np.concatenate(waiting)
            yield Chunk(joined[:length], start, left if start else 0, right)
            waiting = [joined[length - left - right :]]
            count -= length - left - right
            start += length - left - right
    if count:
        yield Chunk(np.concatenate(waiting), start, left if start else 0)


@dataclass(frozen=True, slots=True)
class Silences:
    """Chunks that begin and end in silence, so that no word is cut. Silence itself isn't read."""

    longest_s: float = 5.0
    """The most that is read at once. Memory grows with it, by 20 MB a second for a base model."""
    gap_s: float = 1.0
    """A silence so long always ends a chunk; shorter ones are where a long chunk is cut."""
    margin_s: float = 0.3
    """Silence that is read around speech: detectors are late, and consonants are faint."""
    context_s: float = 1.0
    """Where somebody speaks on for `longest_s`, so much is read twice on either side of the cut."""

    def cut(self, blocks: Iterable[Block], detector: VoiceDetector) -> Iterator[Chunk]:
        """A hole in the times of the blocks counts as the end of the sound before it."""
        stretch = _Stretch(self)
        for block in blocks:
            yield from stretch.push(block, detector.is_speech(block.samples))
        yield from stretch.end()


@dataclass(frozen=True, slots=True)
class _Piece:
    block: Block
    speech: bool


@dataclass(slots=True)
class _Held:
    """Blocks that weren't given yet."""

    pieces: list[_Piece] = field(default_factory=list)
    left: int = 0
    """Blocks at the beginning that were read already."""
    silence: int = 0
    """Blocks since somebody spoke."""
    spoken: bool = False
    """Whether somebody spoke in what wasn't read yet."""


class _Stretch:
    """Blocks that may become a chunk: a little silence, speech, and the silence behind it."""

    def __init__(self, limits: Silences) -> None:
        self._longest = _blocks(limits.longest_s)
        self._margin = _blocks(limits.margin_s)
        self._gap = max(_blocks(limits.gap_s), 2 * self._margin)
        self._context = min(max(_blocks(limits.context_s), self._margin), self._longest // 4)
        self._recent: deque[bool] = deque(maxlen=WINDOW)
        self._held = _Held()

    def push(self, block: Block, voiced: bool) -> Iterator[Chunk]:
        if self._held.pieces and _hole(self._held.pieces[-1].block, block):
            yield from self.end()
            self._held = _Held()
        held = self._held
        self._recent.append(voiced)
        speech = sum(self._recent) >= VOICED
        held.pieces.append(_Piece(block, speech))
        held.silence = 0 if speech else held.silence + 1
        held.spoken = held.spoken or speech
        if not held.spoken:
            self._rest(held.pieces)
        elif held.silence >= self._gap:
            yield from self.end()
        elif len(held.pieces) >= self._longest:
            yield self._cut(held)

    def end(self) -> Iterator[Chunk]:
        """What was spoken so far, with its margin; what is left may be the margin of the next."""
        held = self._held
        if held.spoken:
            until = len(held.pieces) - max(0, held.silence - self._margin)
            yield _chunk(held.pieces[:until], held.left, 0)
            self._rest(held.pieces[until:])

    def _cut(self, held: _Held) -> Chunk:
        """In the middle of the longest silence of the second half; where there is none that
        parts words, anywhere, with context on either side."""
        begin, stop = _longest_silence([piece.speech for piece in held.pieces], self._longest // 2)
        if stop - begin >= PAUSE:
            middle = (begin + stop) // 2
            self._go_on(held.pieces[middle:], 0, held.silence)
            return _chunk(held.pieces[:middle], held.left, 0)
        self._go_on(held.pieces[-2 * self._context :], self._context, held.silence)
        return _chunk(held.pieces, held.left, self._context)

    def _rest(self, pieces: list[_Piece]) -> None:
        """Nobody speaks: no more than a margin is kept."""
        self._held = _Held(pieces[-self._margin :])

    def _go_on(self, pieces: list[_Piece], left: int, silence: int) -> None:
        """Behind a cut in the middle of speech."""
        self._held = _Held(pieces, left, silence, any(piece.speech for piece in pieces[left:]))


def _hole(before: Block, after: Block) -> bool:
    return abs(after.start_s - before.start_s - BLOCK_S) > BLOCK_S


def _longest_silence(speech: Sequence[bool], first: int) -> tuple[int, int]:
    """The longest run of silence that begins at `first` or later: its first block, and one behind
    its last. The last of several; (0, 0) where there is none."""
    best, begin = (0, 0), first
    for place in range(first, len(speech) + 1):
        if place == len(speech) or speech[place]:
            if place - begin >= max(1, best[1] - best[0]):
                best = (begin, place)
            begin = place + 1
    return best


def _chunk(pieces: Sequence[_Piece], left: int, right: int) -> Chunk:
    return Chunk(
        np.concatenate([piece.block.samples for piece in pieces]),
        round(pieces[0].block.start_s * SAMPLE_RATE),
        left * BLOCK_SAMPLES,
        right * BLOCK_SAMPLES,
    )


def _blocks(seconds: float) -> int:
    return max(1, round(seconds / BLOCK_S))
