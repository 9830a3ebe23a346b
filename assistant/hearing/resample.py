"""Sound of any rate and any number of channels, turned into blocks of 20 ms at SAMPLE_RATE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import soxr

from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats

QUALITY = "HQ"
"""soxr's name for 20-bit quality: inaudible, 0.2 ms of work and at most 40 ms of delay a second."""

RATES_HZ = range(1_000, 768_001)
"""What we take for a sampling rate; anything else is a damaged header."""


def mono(samples: Floats) -> Floats:
    """The mean of all channels; `samples` has shape (frames,) or (frames, channels)."""
    if samples.ndim == 1:
        return samples
    if samples.shape[1] == 1:
        return samples[:, 0]
    mixed: Floats = samples.mean(axis=1, dtype=np.float32)
    return mixed


def repaired(samples: Floats) -> Floats:
    """Samples in [-1, 1]: what is not a number or infinite becomes silence, the rest is clipped."""
    finite = np.where(np.isfinite(samples), samples, np.float32(0))
    return np.clip(finite, -1.0, 1.0)


class Resampler:
    """Brings a stream of mono samples from `rate` to SAMPLE_RATE, without seams between chunks."""

    def __init__(self, rate: int) -> None:
        self._stream = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32", quality=QUALITY)
        self._same = rate == SAMPLE_RATE

    def push(self, samples: Floats) -> Floats:
        """As many samples as are ready; a few milliseconds stay behind for the next call."""
        return samples if self._same else self._resampled(samples, last=False)

    def flush(self) -> Floats:
        """What stayed behind. The resampler is spent after this."""
        nothing = np.zeros(0, np.float32)
        return nothing if self._same else self._resampled(nothing, last=True)

    def _resampled(self, samples: Floats, last: bool) -> Floats:
        chunk: Floats = self._stream.resample_chunk(np.ascontiguousarray(samples), last=last)
        return np.clip(chunk, -1.0, 1.0)  # the filter rings a little over full scale


class Cutter:
    """Cuts a stream of samples at SAMPLE_RATE into blocks that know when they began."""

    def __init__(self, start_s: float = 0.0) -> None:
        self._rest = np.zeros(0, np.float32)
        self._start_s = start_s
        self._cut = 0

    @property
    def position_s(self) -> float:
        """The time of the next sample that is pushed."""
        samples = self._cut * BLOCK_SAMPLES + len(self._rest)
        return self._start_s + samples / SAMPLE_RATE

    def push(self, samples: Floats) -> list[Block]:
        """The blocks that are complete; what is left over waits for the next call."""
        joined = np.concatenate((self._rest, samples)) if len(self._rest) else samples
        whole = len(joined) - len(joined) % BLOCK_SAMPLES
        self._rest = joined[whole:]
        return [
            self._block(joined[begin : begin + BLOCK_SAMPLES])
            for begin in range(0, whole, BLOCK_SAMPLES)
        ]

    def flush(self) -> list[Block]:
        """What is left over as one block, padded with silence; empty when nothing is."""
        missing = -len(self._rest) % BLOCK_SAMPLES
        return self.push(np.zeros(missing, np.float32))

    def _block(self, samples: Floats) -> Block:
        start_s = self._start_s + self._cut * BLOCK_SAMPLES / SAMPLE_RATE
        self._cut += 1
        return Block(samples, start_s)


def blocks_of(chunks: Iterable[Floats], rate: int, tail_s: float) -> Iterator[Block]:
    """Mono chunks at `rate` as blocks, followed by `tail_s` of silence, so that an endpoint comes.

    A stream without any sample gives no block at all.
    """
    resampler, cutter = Resampler(rate), Cutter()
    empty = True
    for chunk in chunks:
        empty = empty and not len(chunk)
        yield from cutter.push(resampler.push(chunk))
    if empty:
        return
    yield from cutter.push(resampler.flush())
    yield from cutter.flush()
    yield from cutter.push(np.zeros(round(tail_s * SAMPLE_RATE), np.float32))
    yield from cutter.flush()
