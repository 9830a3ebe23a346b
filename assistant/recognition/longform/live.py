"""Words of a stream while it is spoken: partial ones at once, settled ones that never change.

What is being said is read again and again as it grows. A word is settled when two readings in
turn agree on it and on all before it (local agreement), or when the speaker pauses.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from assistant.ports import Decoder, VoiceDetector
from assistant.recognition.longform.chunks import BLOCK_S, VOICED, WINDOW
from assistant.recognition.longform.reader import ChunkModel
from assistant.records import Block, Word


@dataclass(frozen=True, slots=True)
class Limits:
    """When what is read."""

    step_s: float = 0.1
    """Sound between two readings; a machine that needs longer for one takes longer steps."""
    pause_s: float = 0.5
    """Silence that settles everything."""
    margin_s: float = 0.3
    """Sound before speech that is read with it."""
    longest_s: float = 6.0
    """The most that is read at once."""
    context_s: float = 1.5
    """Settled sound that is read again with what follows it, where it gets too long."""
    whole_s: float = 0.4
    """A word that ended so long ago isn't being spoken any more."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a reading brought. Times are seconds from the beginning of the stream."""

    settled: tuple[Word, ...]
    """New ones; they follow on those of earlier updates."""
    partial: tuple[Word, ...]
    """What was said behind them, for now."""
    heard_s: float
    """How far the stream was heard."""
    pause: bool
    """The speaker paused: nothing is partial."""


class LiveReader:
    """Takes block after block; a stream's own state."""

    def __init__(
        self,
        model: ChunkModel,
        decoder: Decoder,
        detector: VoiceDetector,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model, self._decoder, self._detector = model, decoder, detector
        self._limits = limits or Limits()
        self._clock = clock
        self._recent: deque[bool] = deque(maxlen=WINDOW)
        self._took_s = 0.0
        self._settled_s = 0.0
        self._held: list[Block] = []
        self._before: list[Word] = []
        self._speaking = False
        self._silence_s = self._unread_s = 0.0

    def push(self, block: Block) -> Update | None:
        """What is new, where something was read."""
        self._recent.append(self._detector.is_speech(block.samples))
        speech = sum(self._recent) >= VOICED
        self._held.append(block)
        self._silence_s = 0.0 if speech else self._silence_s + BLOCK_S
        if not self._speaking and not speech:
            self._rest(self._held)
            return None
        self._speaking = True
        self._unread_s += BLOCK_S
        if self._silence_s >= self._limits.pause_s:
            return self.end()
        if self._unread_s >= max(self._limits.step_s, self._took_s):
            return self._step()
        return None

    def end(self) -> Update | None:
        """What was being said when the stream ended or the speaker paused, all settled."""
        if not self._speaking:
            return None
        settled, heard_s = tuple(self._read()), self._heard_s
        self._settled_s = heard_s - self._silence_s
        self._rest(self._held)
        return Update(settled, (), heard_s, pause=True)

    def _step(self) -> Update:
        words, heard_s = self._read(), self._heard_s
        self._unread_s = 0.0
        # The last word may still be growing.
        ended = len(words) - bool(words and words[-1].end_s > heard_s - self._limits.whole_s)
        pairs = zip(words[:ended], self._before, strict=False)
        count = len(list(takewhile(lambda pair: pair[0].text == pair[1].text, pairs)))
        if len(self._held) * BLOCK_S >= self._limits.longest_s:
            count = max(count, self._cut(words, heard_s))
        settled, self._before = words[:count], words[count:]
        if settled:
            self._settled_s = settled[-1].end_s
        return Update(tuple(settled), tuple(self._before), heard_s, pause=False)

    def _cut(self, words: Sequence[Word], heard_s: float) -> int:
        """Let go of the older half of the sound; how many words that settles, come what may."""
        half_s = self._limits.longest_s / 2
        keep_s = heard_s - half_s
        count = sum(word.end_s <= keep_s for word in words)
        goes_on_s = min([keep_s, *(word.start_s for word in words[count:])])
        first_s = max(goes_on_s, keep_s - half_s / 2) - self._limits.context_s
        self._held = [block for block in self._held if block.start_s >= first_s]
        return count

    def _read(self) -> list[Word]:
        """Words behind those that are settled."""
        began_s = self._clock()
        (emissions,) = self._model.together([np.concatenate([b.samples for b in self._held])])
        start_s = self._held[0].start_s
        words = [
            replace(word, start_s=start_s + word.start_s, end_s=start_s + word.end_s)
            for word in self._decoder.decode(emissions).words
        ]
        self._took_s = self._clock() - began_s
        return [word for word in words if (word.start_s + word.end_s) / 2 > self._settled_s]

    @property
    def _heard_s(self) -> float:
        return self._held[-1].start_s + BLOCK_S

    def _rest(self, held: list[Block]) -> None:
        """Nobody speaks."""
        self._held = held[-round(self._limits.margin_s / BLOCK_S) :]
        self._before = []
        self._speaking = False
        self._silence_s = self._unread_s = 0.0
