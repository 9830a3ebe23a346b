"""The bounded queue between PortAudio's thread, which must never wait, and the loop."""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.hearing.echo import Loopback
from assistant.hearing.resample import mono
from assistant.records import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """What one callback brought."""

    samples: Floats
    """Mono, shape (frames,), at the device's rate."""
    lost_frames: int
    """Frames that were lost just before these."""
    played: Floats
    """What the loudspeaker played meanwhile, at the rate of the loopback; empty for nothing."""


class Feed:
    """Takes chunks from the callback; full, it drops and counts."""

    def __init__(
        self, chunks: int, clock: Callable[[], float], rate: int, loopback: Loopback | None = None
    ) -> None:
        """Room for `chunks` callbacks of a device with `rate` frames a second."""
        self._rate = rate
        self._loopback = loopback or Loopback()
        self._queue: queue.SimpleQueue[Chunk | None] = queue.SimpleQueue()
        self._room = chunks
        self._clock = clock
        self._lost_frames = 0
        self._began_s = clock()
        self._last_s: float | None = None

    @property
    def begun(self) -> bool:
        """Whether there was a callback at all."""
        return self._last_s is not None

    @property
    def age_s(self) -> float:
        """Seconds since the last callback, or since the beginning when there was none."""
        since_s = self._began_s if self._last_s is None else self._last_s
        return self._clock() - since_s

    def callback(self, indata: Floats, frames: int, _time: object, status: Any) -> None:
        """For PortAudio: called in its own thread with a buffer that it uses again."""
        self._last_s = self._clock()
        if status.input_overflow:
            self._lost_frames += frames  # PortAudio doesn't say how much; a callback's worth
        played = self._loopback.taken(frames / self._rate)  # also where it is lost
        if self._queue.qsize() >= self._room:
            self._lost_frames += frames
            return
        self._queue.put(Chunk(mono(indata).copy(), self._lost_frames, played))
        self._lost_frames = 0

    def finished(self) -> None:
        """For PortAudio: the stream ended, by us or because the device vanished."""
        self._queue.put(None)

    def get(self, timeout_s: float) -> Chunk | None:
        """The next chunk, or None at the end. Raises queue.Empty after `timeout_s`."""
        return self._queue.get(timeout=max(0.0, timeout_s))

    def clear(self) -> int:
        """Forget what waits; how many frames it was, those lost among them included."""
        frames = self._lost_frames
        self._lost_frames = 0
        for _ in range(self._queue.qsize()):
            if chunk := self._queue.get_nowait():
                frames += len(chunk.samples) + chunk.lost_frames
        return frames
