"""Recordings as a source: WAV, FLAC, OGG, MP3 and whatever else libsndfile reads.

Every rate, channel count and bit depth becomes float32 mono at SAMPLE_RATE. Samples that are not
finite (float files can hold them) are replaced by silence: one bad sample shouldn't cost a
recording.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy as np
import soundfile

from assistant.errors import AudioError
from assistant.events import Damaged, Listening, SourceEvent
from assistant.hearing.cut import Sized, is_unsized, loss
from assistant.hearing.resample import RATES_HZ, Resampler, blocks_of, mono, repaired
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats, Utterance

CHUNK_FRAMES = 16_384
"""Frames read at once: memory stays flat, however long the recording."""

PLAIN = ("WAV", "WAVEX", "RF64", "W64", "FLAC", "AIFF", "AU", "CAF")
"""Formats of sound alone, without tracks and timestamps."""

UNCOUNTED = 2**62
"""More frames than this libsndfile takes FLAC to have that doesn't say how many."""

TAIL_S = 1.0
"""Silence after the end, so that the last utterance gets its endpoint."""

LATE_S = 0.5
"""Real-time playing that falls behind by more than this goes on from where it is."""


class FileSource:
    """A recording as an AudioSource; `realtime` plays it as fast as it was spoken."""

    def __init__(
        self,
        path: str | Path,
        realtime: bool = False,
        tail_s: float = TAIL_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = str(path)
        self._path = Path(path)
        self._realtime = realtime
        self._tail_s = tail_s
        self._clock = clock
        self._sleep = sleep

    def blocks(self) -> Iterator[Block | SourceEvent]:
        """The recording in blocks, the last padded, then `tail_s` of silence; Damaged at the end
        where some of it is missing.

        Raises AudioError when there is nothing to read or nothing readable.
        """
        with _opened(self._path) as file:
            yield Listening(self._clock(), str(self._path))
            sound = _Sound(file)
            blocks = blocks_of(sound.chunks(), file.samplerate, self._tail_s)
            yield from paced(blocks, self._clock, self._sleep) if self._realtime else blocks
        if message := sound.loss(self._path):
            yield Damaged(self._clock(), message)

    def discard(self) -> None:
        """Nothing to forget: a recording doesn't hear the assistant."""


def paced(
    items: Iterable[Block | SourceEvent],
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Block | SourceEvent]:
    """Each block when its sound would have ended, counted from the beginning."""
    began_s = clock()
    for item in items:
        if isinstance(item, Block):
            early_s = began_s + item.start_s + BLOCK_SAMPLES / SAMPLE_RATE - clock()
            if early_s > 0:
                sleep(early_s)
            elif early_s < -LATE_S:
                began_s -= early_s
        yield item


def spelled(path: str | Path) -> str | bytes:
    """The path as libsndfile takes it: names on Unix are bytes that needn't be text."""
    return str(path) if os.name == "nt" else os.fsencode(path)


def opens(path: str | Path) -> bool:
    """Whether libsndfile can read it, be there sound in it or not."""
    try:
        with _with_header(Path(path)):
            return True
    except (soundfile.SoundFileError, OSError, AudioError):
        return False


def is_plain(path: str | Path) -> bool:
    """Whether it is sound alone and as it was sampled, so that libsndfile tells all about it."""
    try:
        with _with_header(Path(path)) as file:
            return file.format in PLAIN and file.samplerate in RATES_HZ and file.frames > 0
    except (soundfile.SoundFileError, OSError, AudioError):
        return False


def read_whole(path: str | Path, warn: Callable[[str], None] = lambda _: None) -> Utterance:
    """The whole recording as one utterance; `warn` is told where some of it is missing.

    Raises AudioError as `FileSource` does.
    """
    with _opened(Path(path)) as file:
        sound, resampler = _Sound(file), Resampler(file.samplerate)
        parts = [resampler.push(chunk) for chunk in sound.chunks()]
        parts.append(resampler.flush())
    if message := sound.loss(Path(path)):
        warn(message)
    return Utterance(np.concatenate(parts), source=str(path))


class _Sound:
    """What can be read of an open file, and how far that goes."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file
        self._frames = 0
        self._broken = False

    def chunks(self) -> Iterator[Floats]:
        """Mono samples at the rate of the file. Raises SoundFileError where there are none."""
        while not self._broken and len(samples := self._next()):
            self._frames += len(samples)
            yield mono(repaired(samples))

    def _next(self) -> Floats:
        """Some frames, shape (frames, channels); none where the file ends or can't be read on."""
        buffer = np.full((CHUNK_FRAMES, self._file.channels), np.nan, np.float32)
        try:
            read: Floats = self._file.read(out=buffer)
        except soundfile.SoundFileError:  # the rest of the buffer is as it was
            read = buffer[~np.isnan(buffer).all(axis=1)]
            self._broken = True
            if not self._frames + len(read):
                raise
        return read

    def loss(self, path: Path) -> str:
        """What is missing, as a sentence; empty where nothing is known to be."""
        rate, counted = self._file.samplerate, self._file.frames
        counted_s = counted / rate if counted < UNCOUNTED else 0.0
        return loss(path, self._file.format, self._frames / rate, counted_s)


@contextmanager
def _opened(path: Path) -> Iterator[soundfile.SoundFile]:
    """The file, open and known to hold sound; failures become one sentence."""
    check_exists(path)
    try:
        with _with_header(path) as file:
            _check_header(path, file)
            yield file
    except (soundfile.SoundFileError, OSError) as error:
        said = str(error).rpartition("': ")[2].rstrip(".").lower()  # without the path
        raise _unreadable(path, said or "damaged") from error


@contextmanager
def _with_header(path: Path) -> Iterator[soundfile.SoundFile]:
    with Sized(path) if is_unsized(path) else nullcontext(spelled(path)) as readable:
        try:
            file = soundfile.SoundFile(readable)
        except TypeError as error:  # soundfile wants to be told about formats without a header
            raise _unreadable(path, "it has no header") from error
        with file:
            yield file


def _unreadable(path: Path, why: str) -> AudioError:
    return AudioError(f"{path} can't be read as sound ({why}); convert it to WAV or FLAC.")


def check_exists(path: Path) -> None:
    """Raises AudioError where there is no file, a folder, nothing in it, or no right to read it."""
    if not path.exists():
        raise AudioError(f"There is no file {path}; check the path.")
    if path.is_dir():
        raise AudioError(f"{path} is a folder; name the recordings in it.")
    if not os.access(path, os.R_OK):
        raise AudioError(f"You have no right to read {path}; ask its owner, or copy it.")
    if path.is_file() and path.stat().st_size == 0:
        raise AudioError(f"{path} is empty; record it again.")


def _check_header(path: Path, file: soundfile.SoundFile) -> None:
    if file.samplerate not in RATES_HZ:
        raise AudioError(
            f"{path} claims {file.samplerate} samples a second, so its header is damaged; "
            "convert or record it again."
        )
    if file.frames == 0:
        raise AudioError(f"{path} has a header but no sound; record it again.")
