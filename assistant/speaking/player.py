"""Plays samples on the loudspeaker of the settings, by sounddevice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
import soxr

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.settings import AudioSettings

PATIENCE_S = 3.0
"""A loudspeaker that needs so much longer than the sound lasts doesn't play at all."""

LATENCY_S = 0.1
"""What PortAudio buffers: a busy machine doesn't stutter, and a tone isn't late."""

MARGIN_S = 0.1
"""Beyond what PortAudio knows of, a sound server has a little of its own buffered."""

LEAD_S = 0.05
"""Silence before the sound: a loudspeaker that wakes up swallows the first moments."""


class SoundLibrary(Protocol):
    """The part of the `sounddevice` module that the player uses; tests bring their own."""

    PortAudioError: type[Exception]
    OutputStream: Callable[..., Any]

    def query_devices(self, device: int | str | None, kind: str) -> dict[str, Any]: ...


class Player:
    """Opens the loudspeaker anew for each sound, so that a replugged one is found."""

    def __init__(self, settings: AudioSettings, library: SoundLibrary | None = None) -> None:
        self._output = settings.output
        self._library = library

    def available(self) -> bool:
        """Whether there is a loudspeaker; nothing is opened."""
        try:
            self._device(self._loaded())
        except AudioError:
            return False
        return True

    def play(self, samples: Floats, rate: int) -> None:
        """Play mono samples, shape (samples,) at `rate`, to the end.

        Raises AudioError when there is no loudspeaker or it doesn't play.
        """
        if not len(samples):
            return
        library = self._loaded()
        device = self._device(library)
        device_rate = round(device["default_samplerate"])
        lead = np.zeros(round(LEAD_S * device_rate), np.float32)
        sound = soxr.resample(np.asarray(samples, np.float32), rate, device_rate)
        playing = _Playing(np.concatenate((lead, sound)))
        try:
            self._run(playing, library, device, device_rate)
        except library.PortAudioError as error:
            raise AudioError(
                f"The loudspeaker {device['name']} can't be opened ({error.args[0]}); "
                "choose another in the setting audio.output."
            ) from error
        if not playing.complete:
            raise AudioError(
                f"The loudspeaker {device['name']} stopped in the middle; check that it is "
                "plugged in."
            )

    def _run(
        self, playing: _Playing, library: SoundLibrary, device: dict[str, Any], rate: int
    ) -> None:
        stream = library.OutputStream(
            device=device["index"],
            channels=min(2, device["max_output_channels"]),
            samplerate=rate,
            dtype="float32",
            latency=LATENCY_S,
            callback=playing.callback,
            finished_callback=playing.over.set,
        )
        try:
            stream.start()
            playing.over.wait(len(playing.samples) / rate + PATIENCE_S)
            if playing.complete:
                # Taken, not heard yet. Draining would be simpler, but ALSA drops a sound that is
                # shorter than its buffer instead of playing it.
                time.sleep(stream.latency + MARGIN_S)
        finally:
            stream.abort()
            stream.close()

    def _loaded(self) -> SoundLibrary:
        if self._library is None:
            self._library = _load_library()
        return self._library

    def _device(self, library: SoundLibrary) -> dict[str, Any]:
        wanted = int(self._output) if self._output.isdigit() else self._output or None
        try:
            return library.query_devices(wanted, "output")
        except (ValueError, library.PortAudioError) as error:
            missing = f"{self._output!r} is not one loudspeaker" if wanted else "none was found"
            raise AudioError(
                f"There is no loudspeaker to play on: {missing}; `assistant devices` lists them."
            ) from error


class _Playing:
    """One sound on its way out; PortAudio's thread takes it piece by piece."""

    def __init__(self, samples: Floats) -> None:
        self.samples = np.clip(samples, -1.0, 1.0)
        self.over = threading.Event()
        """Everything was taken, or the loudspeaker vanished."""
        self._position = 0

    @property
    def complete(self) -> bool:
        """Whether everything was taken."""
        return self._position >= len(self.samples)

    def callback(self, outdata: Floats, frames: int, _time: object, _status: object) -> None:
        """For PortAudio: fill the buffer, with silence after the end."""
        piece = self.samples[self._position : self._position + frames]
        outdata[: len(piece)] = piece[:, None]
        outdata[len(piece) :] = 0
        self._position += len(piece)
        if self.complete:
            self.over.set()


def _load_library() -> SoundLibrary:
    try:
        import sounddevice
    except OSError as error:
        raise AudioError(
            "The system library PortAudio is missing; install it with "
            "`sudo apt install libportaudio2`."
        ) from error
    library: SoundLibrary = sounddevice
    return library
