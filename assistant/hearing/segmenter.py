"""Cuts a stream of blocks, each marked as speech or not, into utterances.

Pure: no clock, no device. Times come from the blocks. Speech is "established" where ONSET_VOICED
of the last ONSET_WINDOW blocks are voiced; one stray block neither begins an utterance nor keeps
one from ending.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Utterance
from assistant.settings import HearingSettings

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

ONSET_WINDOW = 5
ONSET_VOICED = 3

TAIL_S = 0.3
"""Sound that an utterance keeps after its last voiced block: room for a faint last consonant, while
all of `end_silence_s` would cost recogniser time. Of 120 quiet sentences in noise (7 dB), 10 lost
something at the end; with 0.2 it was 22."""

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
    end_silence: int
    longest: int
    tail: int


def _limits(settings: HearingSettings) -> _Limits:
    longest = max(_whole(settings.max_utterance_s), 2 * ONSET_WINDOW)
    end_silence = max(_at_least(settings.end_silence_s), ONSET_WINDOW)
    return _Limits(
        pre_roll=min(_at_least(settings.pre_roll_s), longest - ONSET_WINDOW - 1),
        min_speech=_at_least(settings.min_speech_s),
        end_silence=end_silence,
        longest=longest,
        tail=min(_at_least(TAIL_S), end_silence),
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

    def push(self, block: Block, speech: bool) -> Utterance | None:
        """The utterance that this block ends, if it ends one."""
        self._recent.append(speech)
        piece = _Piece(block, speech)
        if self._collecting:
            return self._collect(piece)
        self._wait(piece)
        return None

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
        self._gap = 0

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
        self._collecting, self._gap = True, 0

    def _collect(self, piece: _Piece) -> Utterance | None:
        self._pieces.append(piece)
        self._gap = 0 if self._established(piece) else self._gap + 1
        if self._gap >= self._limits.end_silence and not piece.speech:
            return self._end()
        if len(self._pieces) >= self._limits.longest:
            return self._cut()
        return None

    def _established(self, piece: _Piece) -> bool:
        return piece.speech and sum(self._recent) >= ONSET_VOICED

    def _end(self) -> Utterance | None:
        """Close the utterance after its tail; what follows the tail is run-up of the next."""
        spoken = max(0, len(self._pieces) - self._gap)
        keep = min(len(self._pieces), spoken + self._limits.tail)
        kept, rest = self._pieces[:keep], self._pieces[keep:]
        voiced = sum(piece.speech for piece in kept[:spoken])
        # The rest of a cut utterance is speech, however short: it was long enough before the cut.
        if voiced >= (1 if self._continues else max(1, self._limits.min_speech)):
            utterance = self._utterance(kept, kept[spoken - 1])
        else:
            utterance, rest = None, self._pieces
        self._idle()
        self._run_up.extend(rest)
        return utterance

    def _cut(self) -> Utterance:
        """The hard maximum: give what there is, and go on collecting without a break."""
        last = max(0, len(self._pieces) - self._gap - 1)
        utterance = self._utterance(self._pieces, self._pieces[last], truncated=True)
        self._pieces = []
        self._continues = True
        return utterance

    def _utterance(
        self, pieces: Sequence[_Piece], last_voiced: _Piece, truncated: bool = False
    ) -> Utterance:
        return Utterance(
            np.concatenate([piece.block.samples for piece in pieces]),
            start_s=pieces[0].block.start_s,
            source=self._source,
            speech_end_s=last_voiced.block.start_s + BLOCK_S,
            truncated=truncated,
        )


def _hole(before: Block, after: Block) -> bool:
    return abs(after.start_s - before.start_s - BLOCK_S) > HOLE_S
