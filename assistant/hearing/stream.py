"""Raw sound from a pipe: 16-bit little-endian PCM, mono."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO

import numpy as np

from assistant.errors import AudioError, UsageError
from assistant.events import Listening, SourceEvent
from assistant.hearing.resample import RATES_HZ, blocks_of
from assistant.records import SAMPLE_RATE, Block, Floats

TAIL_S = 1.0
"""Silence after the end, so that the last utterance gets its endpoint."""

READ_S = 0.02
"""Sound waited for at once: a live pipe must not be held up."""

FULL_SCALE = 32_768.0


class PcmSource:
    """A byte stream, such as standard input, as an AudioSource."""

    def __init__(
        self,
        stream: BinaryIO,
        rate: int = SAMPLE_RATE,
        tail_s: float = TAIL_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if rate not in RATES_HZ:
            raise UsageError(
                f"A rate of {rate} Hz can't be right; give {RATES_HZ[0]} to {RATES_HZ[-1]}."
            )
        self.name = "-"
        self._stream = stream
        self._rate = rate
        self._tail_s = tail_s
        self._clock = clock

    def blocks(self) -> Iterator[Block | SourceEvent]:
        """The stream in blocks until it ends; half a sample at the end is dropped.

        Raises AudioError when it ends before it began.
        """
        yield Listening(self._clock(), "standard input")
        chunks = self._chunks()
        if (first := next(chunks, None)) is None:
            raise AudioError("No sound came through standard input; check what is piped into it.")
        yield from blocks_of(chain([first], chunks), self._rate, self._tail_s)

    def discard(self) -> None:
        """Nothing to forget: what is in the pipe was meant for us."""

    def _chunks(self) -> Iterator[Floats]:
        wanted, rest = 2 * round(self._rate * READ_S), b""
        while data := self._stream.read(wanted):
            data = rest + data
            whole = len(data) - len(data) % 2
            rest = data[whole:]
            if whole:
                yield np.frombuffer(data[:whole], "<i2").astype(np.float32) / np.float32(FULL_SCALE)
