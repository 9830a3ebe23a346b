"""A scripted stand-in for the output side of the sounddevice module."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from assistant.records import Floats

BUFFER = 256


class PortAudioError(Exception):
    """As sounddevice raises it."""


@dataclass
class FakeLoudspeaker:
    """Plays into `heard`, in a hurry; `takes` limits how many frames it takes before it vanishes.

    A `paused` one takes nothing yet.
    """

    rate: int = 48_000
    channels: int = 2
    takes: int | None = None
    refuses: str = ""
    missing: Exception | None = None
    interrupted: bool = False
    """Somebody presses Ctrl-C as soon as the sound starts."""
    asked: list[Any] = field(default_factory=list)
    opened: list[dict[str, Any]] = field(default_factory=list)
    heard: list[Floats] = field(default_factory=list)
    closed: int = 0
    paused: bool = False
    gone: int = 0
    """Streams that ended."""

    def __post_init__(self) -> None:
        self.PortAudioError = PortAudioError

    def query_devices(self, device: int | str | None, kind: str) -> dict[str, Any]:
        self.asked.append((device, kind))
        if self.missing is not None:
            raise self.missing
        return {
            "index": 4,
            "name": "Speaker",
            "max_output_channels": self.channels,
            "default_samplerate": float(self.rate),
        }

    def OutputStream(self, **options: Any) -> FakeStream:  # noqa: N802
        if self.refuses:
            raise PortAudioError(self.refuses, -9985)
        self.opened.append(options)
        return FakeStream(self, options)

    def sound(self) -> Floats:
        """What was heard on the first channel, from its first to its last sound."""
        first = np.concatenate(self.heard)[:, 0]
        audible = np.flatnonzero(np.abs(first) > 1e-4)
        return first[audible[0] : audible[-1] + 1]


class FakeStream:
    latency = 0.0

    def __init__(self, speaker: FakeLoudspeaker, options: dict[str, Any]) -> None:
        self._speaker = speaker
        self._callback: Callable[..., None] = options["callback"]
        self._finished: Callable[[], None] = options["finished_callback"]
        self._channels: int = options["channels"]

        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        if self._speaker.interrupted:
            raise KeyboardInterrupt

    def abort(self) -> None:
        self._over.set()

    def close(self) -> None:
        if self._thread.is_alive():
            self._thread.join()
        self._speaker.closed += 1

    def _run(self) -> None:
        taken, limit = 0, self._speaker.takes
        while not self._over.is_set() and (limit is None or taken < limit):
            time.sleep(0.001)
            if self._speaker.paused:
                continue
            buffer = np.full((BUFFER, self._channels), np.nan, np.float32)
            self._callback(buffer, BUFFER, None, None)
            self._speaker.heard.append(buffer)
            taken += BUFFER
        self._finished()
        self._speaker.gone += 1
