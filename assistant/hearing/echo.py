"""Takes what the loudspeaker plays out of what the microphone hears, with WebRTC's canceller.

The player tells the `Loopback` what goes to the loudspeaker; each callback of the microphone takes
as much of it as it brings itself. So the two stay in step by counting samples, however late anybody
looks at them. What is handed to a loudspeaker is heard later, never earlier; how much later, up to
half a second, the canceller finds out by itself.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

import numpy as np

from assistant.errors import AudioError
from assistant.hearing.resample import Resampler
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Floats

LINGER_S = 1.0
"""So long after the last sound the room is still heard, and the canceller in use."""

LEARNT_S = 1.5
"""So much must have been played before the canceller knows the room; until then the microphone is
deaf to what comes while something plays."""

FRAME = SAMPLE_RATE // 100
"""WebRTC works on 10 ms."""

FULL_SCALE = 32_767


class Loopback:
    """What was played and not heard back yet; between the threads of both devices."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pieces: deque[Floats] = deque()
        self._kept = 0
        self.rate = SAMPLE_RATE
        """Samples a second of what is played."""

    def played(self, samples: Floats, rate: int) -> None:
        """For the player: these samples, mono, go to the loudspeaker now."""
        with self._lock:
            if rate != self.rate:
                self._pieces.clear()
                self.rate, self._kept = rate, 0
            self._pieces.append(samples)
            self._kept += len(samples)

    def taken(self, seconds: float) -> Floats:
        """For the microphone: what was played while it recorded so much; empty for nothing."""
        with self._lock:
            wanted = min(round(seconds * self.rate), self._kept)
            self._kept -= wanted
            found: list[Floats] = [np.zeros(0, np.float32)]
            while wanted:
                piece = self._pieces.popleft()
                if len(piece) > wanted:
                    self._pieces.appendleft(piece[wanted:])
                found.append(piece[:wanted])
                wanted -= len(found[-1])
        return np.concatenate(found)


class EchoCanceller:
    """WebRTC's echo canceller, which learns the room as it goes."""

    def __init__(self) -> None:
        """Raises AudioError where its library isn't installed."""
        try:
            from livekit.rtc import AudioFrame
            from livekit.rtc.apm import AudioProcessingModule
        except ImportError as error:
            raise AudioError(
                "Echo cancellation needs livekit; install it with `pip install 'assistant[echo]'`, "
                "or set audio.echo_cancellation to false."
            ) from error
        self._frame = AudioFrame
        self._module = AudioProcessingModule(echo_cancellation=True)
        self._linger = 0
        self._to_learn = round(LEARNT_S * SAMPLE_RATE / BLOCK_SAMPLES)
        self._rate = 0
        self.restart()

    def restart(self) -> None:
        """What comes has no seam with what was heard before."""
        self._resampler: Resampler | None = None
        self._played = np.zeros(0, np.float32)

    def played(self, samples: Floats, rate: int) -> None:
        """What was played while the next samples were recorded, at `rate`."""
        if len(samples):
            if self._resampler is None or rate != self._rate:
                self._resampler, self._rate = Resampler(rate), rate
            self._played = np.concatenate([self._played, self._resampler.push(samples)])

    def clean(self, samples: Floats) -> Floats:
        """A block of the microphone, shape (BLOCK_SAMPLES,), without what was played."""
        played, self._played = np.split(self._played, [BLOCK_SAMPLES])
        if played.any():
            self._linger = round(LINGER_S * SAMPLE_RATE / BLOCK_SAMPLES)
        elif not self._linger:
            return samples
        else:
            self._linger -= 1
        far = np.zeros(BLOCK_SAMPLES, np.float32)
        far[BLOCK_SAMPLES - len(played) :] = played
        clean = np.concatenate(
            [
                self._processed(samples[at : at + FRAME], far[at : at + FRAME])
                for at in range(0, BLOCK_SAMPLES, FRAME)
            ]
        )
        if self._to_learn:
            self._to_learn -= bool(far.any())
            return np.zeros_like(clean)
        return clean

    def _processed(self, near: Floats, far: Floats) -> Floats:
        self._module.process_reverse_stream(self._framed(far))
        frame = self._framed(near)
        self._module.process_stream(frame)
        return np.frombuffer(frame.data, "<i2").astype(np.float32) / np.float32(FULL_SCALE)

    def _framed(self, samples: Floats) -> Any:
        pcm = (np.clip(samples, -1.0, 1.0) * FULL_SCALE).astype("<i2").tobytes()
        return self._frame(pcm, SAMPLE_RATE, 1, FRAME)
