"""The microphone: opened at its own rate, watched, and reopened when it goes away."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from assistant.errors import MicrophoneError
from assistant.events import (
    Listening,
    MicrophoneBack,
    MicrophoneLost,
    Overflowed,
    SourceEvent,
)
from assistant.hearing.devices import (
    SoundLibrary,
    choose,
    choose_again,
    list_again,
    list_devices,
    load_library,
)
from assistant.hearing.echo import EchoCanceller, Loopback
from assistant.hearing.feed import Chunk, Feed
from assistant.hearing.resample import Cutter, Resampler
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block
from assistant.settings import AudioSettings

CALLBACK_S = 0.04
"""Sound in one callback. Half of it costs twice the processor time in silence."""

LATENCY_S = 0.1
"""What PortAudio may buffer: enough to be woken 25 times a second and not 500 times."""

QUEUE_S = 20.0
"""Sound that waits while the loop is busy recognising or acting; more is lost and reported."""

FIRST_CALLBACK_S = 5.0
"""How long a freshly opened device may take; up to 2.1 s was seen with PulseAudio."""

ECHO_S = 0.1
"""After the assistant spoke, its own sound lingers in the room for about so long."""

POLL_S = 0.5
"""How often a stream that delivers nothing is asked whether it still runs."""

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

INVALID_CHANNEL_COUNT = -9998
"""PortAudio's error for a device that can't record with as few channels as one."""


class Microphone:
    """An AudioSource over sounddevice; used by one thread."""

    def __init__(
        self,
        settings: AudioSettings,
        library: SoundLibrary | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        loopback: Loopback | None = None,
    ) -> None:
        """With a `loopback`, what that says was played is taken out of what is heard.

        Raises AudioError where that needs what isn't installed.
        """
        self.name = ""
        self._loopback = loopback
        self._canceller = EchoCanceller() if loopback else None
        self._settings = settings
        self._library = library
        self._clock = clock
        self._sleep = sleep
        self._stream: Any = None
        self._skip_frames = 0

    def blocks(self) -> Generator[Block | SourceEvent, None, None]:
        """Blocks without end, and what happens between them; closing it closes the device.

        While the microphone is gone, silence comes in its place, so that the loop keeps turning.
        Raises MicrophoneError when it can't be opened in the first place.
        """
        library = self.open()
        try:
            self._await_first()
            yield Listening(self._clock(), self._device.name)
            while True:
                reason = yield from self._deliver()
                yield from self._recover(library, reason)
        finally:
            self._close()

    def open(self) -> SoundLibrary:
        """Start the device, unless it runs, and return at once: it takes a while to wake up.

        Raises MicrophoneError when it can't be opened.
        """
        library = self._library = self._library or load_library()
        if self._stream is None:
            self._began_s = self._clock()
            self._cutter = Cutter()
            self._device = choose(list_devices(library), self._settings.device)
            self._open(library)
        return library

    def discard(self) -> None:
        """Forget what was heard up to now, also what is still on its way through the device."""
        if self._stream is None:
            return
        dropped_s = self._feed.clear() / self._device.rate
        self._restart(self._cutter.position_s + dropped_s)
        self._skip_frames = round((self._stream.latency + ECHO_S) * self._device.rate)

    def _open(self, library: SoundLibrary) -> None:
        """Open and start the stream of `self._device`. Raises MicrophoneError."""
        chunks = round(QUEUE_S / CALLBACK_S)
        self._feed = Feed(chunks, self._clock, self._device.rate, self._loopback)
        try:
            self._stream = self._opened(library)
            self._stream.start()
        except library.PortAudioError as error:
            self._close()
            raise MicrophoneError(
                f"The microphone {self._device.name} can't be opened ({_reason(error)}); "
                "close the program that uses it, or choose another device."
            ) from error
        self._restart(self._now_s())
        self._skip_frames = 0

    def _opened(self, library: SoundLibrary) -> Any:
        try:
            return self._stream_of(library, channels=1)
        except library.PortAudioError as error:
            if INVALID_CHANNEL_COUNT not in error.args:
                raise
            return self._stream_of(library, channels=self._device.inputs)

    def _stream_of(self, library: SoundLibrary, channels: int) -> Any:
        rate = self._device.rate
        return library.InputStream(
            device=self._device.index,
            channels=channels,
            samplerate=rate,
            blocksize=round(rate * CALLBACK_S),
            latency=LATENCY_S,
            dtype="float32",
            callback=self._feed.callback,
            finished_callback=self._feed.finished,
        )

    def _restart(self, position_s: float) -> None:
        """Begin a new stretch of sound that has no seam with what came before."""
        self._resampler = Resampler(self._device.rate)
        self._cutter = Cutter(position_s)
        self._ready: list[Block] = []
        if self._canceller:
            self._canceller.restart()

    def _now_s(self) -> float:
        """Time in the source by the clock; never before what was delivered already."""
        return max(self._cutter.position_s, self._clock() - self._began_s)

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.abort()
            self._stream.close()
            self._stream = None

    def _await_first(self) -> None:
        while not self._feed.begun:
            if self._feed.age_s > FIRST_CALLBACK_S:
                raise MicrophoneError(
                    f"The microphone {self._device.name} is open but delivers no sound; "
                    "check that it isn't suspended, or choose another device."
                )
            self._sleep(BLOCK_S)

    def _deliver(self) -> Generator[Block | SourceEvent, None, str]:
        """Blocks until the microphone is lost. The generator's value is the reason."""
        while True:
            try:
                chunk = self._feed.get(min(POLL_S, self._settings.silent_after_s))
            except queue.Empty:
                if self._feed.age_s > self._settings.silent_after_s:
                    return f"it delivered nothing for {self._settings.silent_after_s:g} s"
                if self._stream.active:
                    continue
                chunk = None
            if chunk is None:
                return "it was unplugged or stopped"
            yield from self._pass_on(chunk)

    def _pass_on(self, chunk: Chunk) -> Iterator[Block | SourceEvent]:
        if chunk.lost_frames:
            lost_s = chunk.lost_frames / self._device.rate
            self._restart(self._cutter.position_s + lost_s)
            yield Overflowed(self._clock(), lost_s)
        if self._skip_frames > 0:
            self._skip_frames -= len(chunk.samples)
            self._restart(self._cutter.position_s + len(chunk.samples) / self._device.rate)
            return
        self._ready = self._cutter.push(self._resampler.push(chunk.samples))
        if self._canceller and self._loopback:
            self._canceller.played(chunk.played, self._loopback.rate)
            self._ready = [
                replace(block, samples=self._canceller.clean(block.samples))
                for block in self._ready
            ]
        while self._ready:  # discard() may empty it between two blocks
            yield self._ready.pop(0)

    def _recover(self, library: SoundLibrary, reason: str) -> Iterator[Block | SourceEvent]:
        """Reopen, with longer and longer waits, until sound comes again."""
        lost_s = self._clock()
        yield MicrophoneLost(lost_s, reason)
        self._restart(self._now_s())
        wait_s = self._settings.retry_s
        while True:
            self._close()
            yield from self._silence(wait_s)
            wait_s = min(2 * wait_s, self._settings.retry_max_s)
            if self._reopened(library):
                yield from self._silence_until_first()
                if self._feed.begun:
                    break
        self._restart(self._now_s())
        back_s = self._clock()
        yield MicrophoneBack(back_s, self._device.name, back_s - lost_s)

    def _reopened(self, library: SoundLibrary) -> bool:
        try:
            devices = list_again(library)
            self._device = choose_again(devices, self._settings.device, self._device)
            self._open(library)
        except (MicrophoneError, library.PortAudioError):
            return False  # still gone, which was reported already
        return True

    def _silence_until_first(self) -> Iterator[Block]:
        while not self._feed.begun and self._feed.age_s < FIRST_CALLBACK_S:
            yield from self._silence(BLOCK_S)

    def _silence(self, seconds: float) -> Iterator[Block]:
        """Silence that takes as long as it lasts."""
        end_s = self._clock() + seconds
        while self._clock() < end_s:
            self._sleep(BLOCK_S)
            yield from self._cutter.push(np.zeros(BLOCK_SAMPLES, np.float32))


def _reason(error: Exception) -> str:
    """PortAudio's own words, without its codes."""
    said = str(error.args[0]) if error.args else str(error)
    return said.removeprefix("Error opening InputStream: ").split(" [")[0].rstrip(".")
