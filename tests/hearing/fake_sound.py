"""A scripted stand-in for the sounddevice module.

Each time a stream is started it plays the next scene: a list of what the device does. Everything
happens at once, in the caller's thread, so nothing depends on timing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

from assistant.records import Floats


class PortAudioError(Exception):
    """As sounddevice raises it: text, then PortAudio's code."""


@dataclass(frozen=True)
class Overflow:
    """PortAudio says that it lost something, and delivers these samples."""

    samples: Floats


@dataclass(frozen=True)
class Refuse:
    """Opening fails."""

    message: str = "Device unavailable"
    code: int = -9985


class Vanish:
    """The stream ends by itself, as when the plug is pulled."""


class Stop:
    """The stream stops being active without telling anybody."""


Scene = Sequence[Floats | Overflow | Vanish | Stop] | Refuse


def microphone(name: str = "Mic", inputs: int = 1, outputs: int = 0, rate: int = 16_000) -> Any:
    """A device as `query_devices` describes it."""
    return {
        "name": name,
        "max_input_channels": inputs,
        "max_output_channels": outputs,
        "default_samplerate": float(rate),
    }


@dataclass
class FakeSound:
    """The functions of sounddevice that a Microphone uses."""

    scenes: list[Scene] = field(default_factory=list)
    devices: list[Any] = field(default_factory=lambda: [microphone()])
    later_devices: list[list[Any]] = field(default_factory=list)
    """What there is after each new look."""
    least_channels: int = 1
    opened: list[dict[str, Any]] = field(default_factory=list)
    streams: list[FakeStream] = field(default_factory=list)
    looks: int = 0

    def __post_init__(self) -> None:
        self.PortAudioError = PortAudioError
        self.default = SimpleNamespace(device=(0, -1))

    @property
    def open_streams(self) -> int:
        return sum(not stream.closed for stream in self.streams)

    def query_devices(self) -> Sequence[dict[str, Any]]:
        return self.devices

    def _terminate(self) -> None:
        assert self.open_streams == 0, "PortAudio would close the stream under us"

    def _initialize(self) -> None:
        self.looks += 1
        if self.later_devices:
            self.devices = self.later_devices.pop(0)

    def InputStream(self, **options: Any) -> FakeStream:  # noqa: N802
        self.opened.append(options)
        if options["channels"] < self.least_channels:
            raise PortAudioError("Error opening InputStream: Invalid number of channels", -9998)
        scene = self.scenes.pop(0) if self.scenes else []
        if isinstance(scene, Refuse):
            text = f"Error opening InputStream: {scene.message} [PaErrorCode {scene.code}]"
            raise PortAudioError(text, scene.code)
        stream = FakeStream(scene, options)
        self.streams.append(stream)
        return stream


class FakeStream:
    """One opened device."""

    latency = 0.1

    def __init__(self, scene: Sequence[Any], options: dict[str, Any]) -> None:
        self._scene = scene
        self._callback: Callable[..., None] = options["callback"]
        self._finished: Callable[[], None] = options["finished_callback"]
        self._channels: int = options["channels"]
        self.active = False
        self.closed = False

    def start(self) -> None:
        self.active = True
        self.play(self._scene)

    def play(self, scene: Sequence[Any]) -> None:
        for happening in scene:
            if isinstance(happening, Vanish):
                self.active = False
                self._finished()
            elif isinstance(happening, Stop):
                self.active = False
            elif isinstance(happening, Overflow):
                self._deliver(happening.samples, overflow=True)
            else:
                self._deliver(happening, overflow=False)

    def _deliver(self, samples: Floats, overflow: bool) -> None:
        """The callback gets a buffer that is overwritten as soon as it returns."""
        buffer = np.repeat(samples[:, None], self._channels, axis=1)
        self._callback(buffer, len(samples), None, SimpleNamespace(input_overflow=overflow))
        buffer[:] = np.nan

    def abort(self) -> None:
        self.active = False

    def close(self) -> None:
        self.closed = True
