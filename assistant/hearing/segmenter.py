"""Cuts a stream of blocks, each marked as speech or not, into utterances.

Pure: no clock, no device. Times come from the blocks. Speech is "established" where ONSET_VOICED
of the last ONSET_WINDOW blocks are voiced; one stray block neither begins an utterance nor keeps
one from ending.

How much silence ends an utterance depends on what was said. So early in each silence `push` gives
the utterance unfinished; somebody may read it and `settle` how long to wait for more. Where nobody
does, `end_silence_s` counts.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Completeness, Utterance
from assistant.settings import HearingSettings

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

ONSET_WINDOW = 5
ONSET_VOICED = 3

HOLE_S = 0.1
"""Over a larger jump in time between blocks, the sound before is no run-up to what comes."""


@dataclass(frozen=True, slots=True)
class _Piece:
    block: Block
    speech: bool


@dataclass(frozen=True, slots=True)
class _Limits:
    """HearingSettings in blocks, with the least that the windows need."""

    pre_roll: int
    min_speech: int
    silence: Mapping[Completeness, int]
    """What ends an utterance."""
    pause: int
    """Silence after which an utterance is given unfinished; it keeps as much, so that it is the
    same when it has finished."""
    longest: int


def _limits(settings: HearingSettings) -> _Limits:
    longest = max(_whole(settings.max_utterance_s), 2 * ONSET_WINDOW)
    silence: dict[Completeness, float] = {
        "complete": settings.complete_silence_s,
        "open": settings.open_silence_s,
        "unknown": settings.end_silence_s,
        "incomplete": settings.incomplete_silence_s,
    }
    blocks = {kind: max(_at_least(seconds), ONSET_WINDOW) for kind, seconds in silence.items()}
    return _Limits(
        pre_roll=min(_at_least(settings.pre_roll_s), longest - ONSET_WINDOW - 1),
        min_speech=_at_least(settings.min_speech_s),
        silence=blocks,
        pause=min(blocks.values()),
        longest=longest,
    )


def _at_least(seconds: float) -> int:
    return math.ceil(round(seconds / BLOCK_S, 6))


def _whole(seconds: float) -> int:
    return math.floor(round(seconds / BLOCK_S, 6))


class UtteranceSegmenter:
    """The state machine: idle with a run-up of recent blocks, or collecting an utterance."""

    def __init__(self, settings: HearingSettings, source: str = "") -> None:
        """`source` is the file name that its utterances carry."""
        self._limits = _limits(settings)
        self._source = source
        self._run_up: deque[_Piece] = deque(maxlen=self._limits.pre_roll + ONSET_WINDOW)
        self._recent: deque[bool] = deque(maxlen=ONSET_WINDOW)
        self._idle()

    @property
    def collecting(self) -> bool:
        """Whether an utterance is under way."""
        return self._collecting

    def push(self, block: Block, speech: bool) -> Utterance | None:
        """The utterance that this block ends, if it ends one."""
        self._recent.append(speech)
        piece = _Piece(block, speech)
        if self._collecting:
            return self._collect(piece)
        self._wait(piece)
        return None

    def settle(self, completeness: Completeness) -> Utterance | None:
        """Wait for as much silence as becomes what was said; the utterance where that is over."""
        self._wanted = self._limits.silence[completeness]
        return self._end() if self._collecting and self._gap >= self._wanted else None

    def flush(self) -> Utterance | None:
        """The utterance under way, if any; nothing of the past reaches into the next one."""
        utterance = self._end() if self._collecting else None
        self._run_up.clear()
        self._recent.clear()
        return utterance

    def _idle(self) -> None:
        self._collecting = False
        self._continues = False
        self._pieces: list[_Piece] = []
        self._speak_on()

    def _speak_on(self) -> None:
        """Somebody speaks: the next silence is another one."""
        self._gap = 0
        self._paused = False
        self._wanted = self._limits.silence["unknown"]

    def _wait(self, piece: _Piece) -> None:
        """Idle: remember the run-up, and begin where speech is established."""
        if self._run_up and _hole(self._run_up[-1].block, piece.block):
            self._run_up.clear()
        self._run_up.append(piece)
        if self._established(piece):
            self._begin()

    def _begin(self) -> None:
        pieces = list(self._run_up)
        window = max(0, len(pieces) - ONSET_WINDOW)
        first = next(i for i in range(window, len(pieces)) if pieces[i].speech)
        self._pieces = pieces[max(0, first - self._limits.pre_roll) :]
        self._run_up.clear()
        self._collecting = True
        self._speak_on()

    def _collect(self, piece: _Piece) -> Utterance | None:
        self._pieces.append(piece)
        if self._established(piece):
            self._speak_on()
        else:
            self._gap += 1
        if self._gap >= self._wanted and not piece.speech:
            return self._end()
        if len(self._pieces) >= self._limits.longest:
            return self._cut()
        return None if piece.speech else self._pause()

    def _pause(self) -> Utterance | None:
        """What was said so far, once in each silence that is long enough."""
        if self._paused or self._gap < self._limits.pause:
            return None
        self._paused = True
        kept = self._kept()
        return replace(self._utterance(kept), finished=False) if self._spoke(kept) else None

    def _established(self, piece: _Piece) -> bool:
        return piece.speech and sum(self._recent) >= ONSET_VOICED

    def _end(self) -> Utterance | None:
        """Close the utterance after its tail; what follows the tail is run-up of the next."""
        kept = self._kept()
        utterance, rest = None, self._pieces
        if self._spoke(kept):
            utterance, rest = self._utterance(kept), self._pieces[len(kept) :]
        self._idle()
        self._run_up.extend(rest)
        return utterance

    def _kept(self) -> list[_Piece]:
        """The utterance up to here, with its tail."""
        return self._pieces[: self._spoken + self._limits.pause]

    @property
    def _spoken(self) -> int:
        """Pieces up to the last one in which somebody certainly spoke."""
        return max(0, len(self._pieces) - self._gap)

    def _spoke(self, kept: Sequence[_Piece]) -> bool:
        """Whether there is enough of a voice in it.

        The rest of a cut utterance is speech, however short: it was long enough before the cut.
        """
        voiced = sum(piece.speech for piece in kept[: self._spoken])
        return voiced >= (1 if self._continues else max(1, self._limits.min_speech))

    def _cut(self) -> Utterance:
        """The hard maximum: give what there is, and go on collecting without a break."""
        utterance = replace(self._utterance(self._pieces), truncated=True)
        self._pieces = []
        self._continues = True
        return utterance

    def _utterance(self, pieces: Sequence[_Piece]) -> Utterance:
        last_voiced = pieces[max(0, self._spoken - 1)]
        return Utterance(
            np.concatenate([piece.block.samples for piece in pieces]),
            start_s=pieces[0].block.start_s,
            source=self._source,
            speech_end_s=last_voiced.block.start_s + BLOCK_S,
        )


def _hole(before: Block, after: Block) -> bool:
    return abs(after.start_s - before.start_s - BLOCK_S) > HOLE_S
