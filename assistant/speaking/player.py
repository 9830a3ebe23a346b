"""Plays samples on the loudspeaker of the settings, by sounddevice."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


Hearer = Callable[[Floats, int], None]
"""Is told the samples, mono, that go to the loudspeaker, and their rate, by PortAudio's thread."""


class SoundLibrary(Protocol):
    """The part of the `sounddevice` module that the player uses; tests bring their own."""

    PortAudioError: type[Exception]
    OutputStream: Callable[..., Any]

    def query_devices(self, device: int | str | None, kind: str) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Something to be played."""

    samples: Floats
    """Mono, shape (samples,), in [-1, 1]."""
    rate: int
    """Samples a second."""


class Player:
    """Opens the loudspeaker anew for each sound, so that a replugged one is found.

    With a hearer it stays open from the first sound on: opened anew, its sound would come back to
    the microphone with another delay each time, and an echo canceller would have to learn it.
    """

    def __init__(
        self,
        settings: AudioSettings,
        library: SoundLibrary | None = None,
        hearer: Hearer | None = None,
    ) -> None:
        self._output = settings.output
        self._library, self._hearer = library, hearer
        self._kept: Playback | None = None

    def available(self) -> bool:
        """Whether there is a loudspeaker; nothing is opened."""
        try:
            self._device(self._loaded())
        except AudioError:
            return False
        return True

    def play(self, sound: Sound) -> None:
        """Play it to the end. Raises AudioError as `opened` does."""
        if len(sound.samples):
            with self.opened() as playback:
                playback.add(sound)

    @contextmanager
    def opened(self) -> Iterator[Playback]:
        """The loudspeaker, open, for sounds that are played one after another, as they come.

        On leaving, what was added is played to its end. Raises AudioError when there is no
        loudspeaker or it doesn't play.
        """
        library = self._loaded()
        device = self._device(library)
        try:
            playback, self._kept = self._kept, None
            if playback is None or not playback.begun_again():
                playback = Playback(library, device, self._hearer)
            try:
                yield playback
                playback.finish()
                self._kept = playback if self._hearer else None
            finally:
                if self._kept is not playback:
                    playback.close()
        except library.PortAudioError as error:
            raise AudioError(
                f"The loudspeaker {device['name']} can't be opened ({error.args[0]}); "
                "choose another in the setting audio.output."
            ) from error

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


class Playback:
    """A loudspeaker that is open; one thread adds sounds, any may `stop` them."""

    def __init__(
        self, library: SoundLibrary, device: dict[str, Any], hearer: Hearer | None = None
    ) -> None:
        self._name: str = device["name"]
        self._rate: int = round(device["default_samplerate"])
        self._track = _Track(self._rate, hearer)
        self._track.add(np.zeros(round(LEAD_S * self._rate), np.float32))
        self._stopped = threading.Event()
        self._stream = library.OutputStream(
            device=device["index"],
            channels=min(2, device["max_output_channels"]),
            samplerate=self._rate,
            dtype="float32",
            latency=LATENCY_S,
            callback=self._track.callback,
            finished_callback=self._track.vanish,
        )
        self._started = False

    def begun_again(self) -> bool:
        """Be ready for more after `finish`; False where the loudspeaker has vanished since."""
        self._stopped.clear()
        return self._track.begun_again()

    @property
    def left_s(self) -> float:
        """How much of what was added isn't played yet."""
        return self._track.left / self._rate

    def add(self, sound: Sound) -> None:
        """Play it behind what was added before; returns at once."""
        samples = soxr.resample(np.asarray(sound.samples, np.float32), sound.rate, self._rate)
        self._track.add(np.clip(samples, -1.0, 1.0))
        if not self._started:
            self._started = True
            self._stream.start()

    def stop(self) -> None:
        """Fall silent now; `finish` returns."""
        self._stopped.set()
        self._track.clear()

    def finish(self) -> None:
        """Wait until all is played. Raises AudioError when the loudspeaker doesn't play it."""
        self._track.end()
        if not self._started:
            return
        self._track.over.wait(self.left_s + PATIENCE_S)
        if self._stopped.is_set():
            return
        if self._track.left or self._track.vanished:
            raise AudioError(
                f"The loudspeaker {self._name} stopped in the middle; check that it is plugged in."
            )
        # Taken, not heard yet. Draining would be simpler, but ALSA drops a sound that is shorter
        # than its buffer instead of playing it.
        self._stopped.wait(self._stream.latency + MARGIN_S)

    def close(self) -> None:
        """Give the loudspeaker back; what still waits isn't played."""
        self._stream.abort()
        self._stream.close()


class _Track:
    """Sounds on their way out; PortAudio's thread takes them piece by piece."""

    def __init__(self, rate: int, hearer: Hearer | None) -> None:
        self._rate, self._hearer = rate, hearer
        self.over = threading.Event()
        """Everything was taken, or the loudspeaker vanished."""
        self.vanished = False
        self._pieces: deque[Floats] = deque()
        self._added = self._taken = 0
        self._ended = False

    def begun_again(self) -> bool:
        """Empty, unless the loudspeaker vanished, which is False."""
        self._added = self._taken = 0
        self._ended = False
        self.over.clear()
        return not self.vanished

    def vanish(self) -> None:
        """For PortAudio: the stream ended, by us or because the loudspeaker vanished."""
        self.vanished = True
        self.over.set()

    def clear(self) -> None:
        """Forget what wasn't taken."""
        self._pieces.clear()
        self.over.set()

    @property
    def left(self) -> int:
        """Samples that weren't taken yet."""
        return self._added - self._taken

    def add(self, samples: Floats) -> None:
        self._added += len(samples)
        self._pieces.append(samples)

    def end(self) -> None:
        """Nothing more is added."""
        self._ended = True
        if not self.left:
            self.over.set()

    def callback(self, outdata: Floats, frames: int, _time: object, _status: object) -> None:
        """For PortAudio: fill the buffer, with silence where there is nothing to play."""
        filled = 0
        while filled < frames and self._pieces:
            piece = self._pieces.popleft()
            taken, rest = np.split(piece, [frames - filled])
            outdata[filled : filled + len(taken)] = taken[:, None]
            filled += len(taken)
            if len(rest):
                self._pieces.appendleft(rest)
        outdata[filled:] = 0
        if self._hearer:
            self._hearer(outdata[:, 0].copy(), self._rate)
        self._taken += filled
        if self._ended and not self.left:
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
