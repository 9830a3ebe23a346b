"""A scripted stand-in for the output side of the sounddevice module."""

from __future__ import annotations

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
    """Plays into `heard`, at once; `takes` limits how many frames it takes before it vanishes."""

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

    def start(self) -> None:
        taken = 0
        limit = self._speaker.takes if self._speaker.takes is not None else 10 * self._speaker.rate
        while taken < limit:
            buffer = np.full((BUFFER, self._channels), np.nan, np.float32)
            self._callback(buffer, BUFFER, None, None)
            self._speaker.heard.append(buffer)
            taken += BUFFER
        if self._speaker.takes is not None:
            self._finished()
        if self._speaker.interrupted:
            raise KeyboardInterrupt

    def abort(self) -> None: ...

    def close(self) -> None:
        self._speaker.closed += 1
