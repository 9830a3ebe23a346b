"""Whatever FFmpeg reads as a source: films, podcasts, HLS, RTSP, RTMP (extra `media`: PyAV).

Times are those that a player shows, counted from the beginning of the container: sound that begins
late has silence before it, gaps are silence, and what was heard already is left out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import AudioError, UsageError, reason
from assistant.events import Damaged, Listening, MicrophoneBack, MicrophoneLost, SourceEvent
from assistant.hearing.cut import cut_short, loss
from assistant.hearing.files import check_exists, paced
from assistant.hearing.resample import RATES_HZ, Cutter, Resampler, mono, repaired
from assistant.hearing.timeline import Timeline
from assistant.records import SAMPLE_RATE, Block, Floats

if TYPE_CHECKING:
    from av import AudioFrame, AudioLayout, AudioResampler
    from av.audio.stream import AudioStream
    from av.container import InputContainer

LIVE = ("rtsp", "rtmp", "rtmps", "srt", "tcp", "udp", "rtp")
"""Streams that have no end of their own: where they break off, they are opened again."""

OTHERS = ("http", "https", "ftp", "hls")

ANSWER_S = 20.0
"""How long an address may take to answer."""

RETRIES = 6
"""How often a stream that dropped is opened again, after waits that double from `RETRY_S`."""

RETRY_S = 0.5

UNSURE = ("mp3", "ogg")
"""Containers, by FFmpeg's names, that needn't say how long they are: FFmpeg guesses."""

LONGEST_GAP_S = 6 * 3600.0
"""Where a file doesn't say how long it is, a longer gap in its times can't be true."""

_FILL_S = 1.0
"""Silence is made in pieces of this length, so that a long gap needs no memory."""

_HTTP = {"reconnect": "1", "reconnect_on_network_error": "1", "reconnect_delay_max": "10"}

_STREAM = {"analyzeduration": "2000000"}
"""Microseconds in which its tracks must show up: FFmpeg would wait 5 s for a picture that RTMP may
never bring."""


def scheme(address: str) -> str:
    """The protocol of a URL; empty for a file, whatever it is called."""
    found = re.match(r"([a-z]+)://", address)
    return found[1] if found and found[1] in (*LIVE, *OTHERS) else ""


class MediaSource:
    """A file or URL as an AudioSource; used once."""

    def __init__(
        self,
        address: str,
        track: int = 0,
        language: str = "",
        realtime: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        formats: Sequence[str] = (),
    ) -> None:
        """`track` counts the audio tracks from 1; 0 picks one, in `language` where there is it.
        `realtime` plays a file as fast as it was spoken; streams come at their own pace. Of
        FFmpeg's `formats` only these are tried, where some are named."""
        self.name = address
        self._track, self._language = track, language
        self._formats = formats
        self._realtime = realtime and not scheme(address)
        self._clock, self._sleep = clock, sleep
        self._live = scheme(address) in LIVE
        self._left_out = 0
        self._broke_off = ""

    def blocks(self) -> Iterator[Block | SourceEvent]:
        """The sound in blocks of 20 ms without holes, the last one padded.

        Raises AudioError for what can't be read at all, and where a stream doesn't come back.
        """
        items = self._items()
        yield from paced(items, self._clock, self._sleep) if self._realtime else items

    def _items(self) -> Iterator[Block | SourceEvent]:
        cutter = Cutter()
        for item in self._live_sounds() if self._live else self._sounds(Timeline(0.0)):
            if isinstance(item, np.ndarray):
                yield from cutter.push(item)
            else:
                yield item
        yield from cutter.flush()

    def discard(self) -> None:
        """Nothing to forget: a recording doesn't hear the assistant."""

    def seconds(self) -> float:
        """How long it lasts; 0 where it doesn't say. Raises AudioError as `blocks` does."""
        with self._opened() as (container, _):
            return (container.duration or 0) / 1_000_000

    def _live_sounds(self) -> Iterator[Floats | SourceEvent]:
        """One connection after another, with as much silence as passes between them."""
        line, tries = Timeline(LONGEST_GAP_S), 0
        lost_s: float | None = None
        while True:
            left_s, was_s = self._clock(), line.position_s
            try:
                for item in self._sounds(line):
                    if lost_s is not None and isinstance(item, Listening):
                        yield MicrophoneBack(item.at_s, self.name, item.at_s - lost_s)
                        lost_s = None
                    else:
                        yield item
            except AudioError:
                if not line.position_s:
                    raise
            if line.position_s > was_s:
                left_s, tries = self._clock(), 0
            if tries == RETRIES:
                yield Damaged(self._clock(), f"{self.name} broke off and didn't come back.")
                return
            if lost_s is None:
                lost_s = left_s
                yield MicrophoneLost(self._clock(), f"{self.name} broke off")
            self._sleep(min(RETRY_S * 2**tries, ANSWER_S))
            tries += 1
            gone_s = self._clock() - left_s
            yield from _silence(gone_s, SAMPLE_RATE)
            line.wait(gone_s)

    def _sounds(self, line: Timeline) -> Iterator[Floats | SourceEvent]:
        """Sound at SAMPLE_RATE, continuous on the line."""
        with self._opened() as (container, stream):
            yield Listening(self._clock(), self.name)
            duration_s = (container.duration or 0) / 1_000_000
            line.longest_gap_s = duration_s or LONGEST_GAP_S
            origin_s = (container.start_time or 0) / 1_000_000
            yield from _placed(self._frames(container, stream), line, origin_s)
            for message in self._damage(container.format.name, line.position_s, duration_s):
                yield Damaged(self._clock(), message)

    def _frames(self, container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
        """Decoded frames; what is damaged is left out. A file that breaks off just ends."""
        import av

        try:
            for packet in container.demux(stream):
                try:
                    yield from packet.decode()
                except (av.error.InvalidDataError, av.error.PatchWelcomeError):
                    self._left_out += 1
        except av.FFmpegError as error:
            if self._live:
                raise AudioError(f"{self.name} broke off ({reason(error)}).") from error
            self._broke_off = reason(error)

    def _damage(self, kind: str, position_s: float, duration_s: float) -> Iterator[str]:
        """What is missing, in sentences: sound in a container of this kind ended, which says how
        long it is."""
        if self._broke_off:
            yield f"{self.name} broke off ({self._broke_off}); what came was heard."
        if self._left_out:
            yield f"{self.name} is damaged; {self._left_out} packets were left out."
        if not scheme(self.name) and kind in UNSURE:
            if message := loss(Path(self.name), kind.upper(), position_s, duration_s):
                yield message
        elif duration_s - position_s > max(1.0, 0.01 * duration_s) and not self._live:
            yield cut_short(self.name, position_s, duration_s)

    @contextmanager
    def _opened(self) -> Iterator[tuple[InputContainer, AudioStream]]:
        av = _library(self.name)
        kind = scheme(self.name)
        # Anything else in a file's name is a name, never a protocol of FFmpeg's.
        where = self.name if kind else f"file:{self.name}"
        if not kind:
            check_exists(Path(self.name))
        options = _HTTP if kind in ("http", "https") else _STREAM if kind in LIVE else {}
        if self._formats:
            options = {**options, "format_whitelist": ",".join(self._formats)}
        try:
            container = av.open(where, options=options, timeout=(ANSWER_S, ANSWER_S))
        except (av.FFmpegError, OSError, ValueError) as error:
            raise AudioError(
                f"{self.name} can't be read ({reason(error)}); check it with a player, or "
                "convert it to WAV or FLAC."
            ) from error
        with container:
            yield container, self._chosen(container)

    def _chosen(self, container: InputContainer) -> AudioStream:
        streams = list(container.streams.audio)
        if not streams:
            raise AudioError(f"There is no sound in {self.name}; name a file that has some.")
        if self._track > len(streams):
            there = " or ".join(_described(each) for each in streams)
            raise UsageError(f"{self.name} has no audio track {self._track}; choose {there}.")
        if self._track:
            return streams[self._track - 1]
        return max(streams, key=lambda stream: _fitness(stream, self._language))


class _Mixer:
    """Frames of one format, as mono at SAMPLE_RATE."""

    def __init__(self, frame: AudioFrame) -> None:
        from av import AudioResampler

        self._format = _format(frame)
        # Known layouts are mixed as films are meant to be, voices to the fore; where nobody knows
        # which channel is which, all count the same.
        layout: AudioLayout | str = "mono" if _is_known(frame) else frame.layout
        self._mix: AudioResampler = AudioResampler("flt", layout, frame.sample_rate)
        self._resampler = Resampler(frame.sample_rate)
        self.rate = frame.sample_rate

    def fits(self, frame: AudioFrame) -> bool:
        return self._format == _format(frame)

    def push(self, frame: AudioFrame, skip_s: float) -> Floats:
        mixed = [
            mono(np.float32(out.to_ndarray()).reshape(-1, out.layout.nb_channels))
            for out in self._mix.resample(frame)
        ]
        samples = repaired(np.concatenate(mixed)) if mixed else np.zeros(0, np.float32)
        return self._resampler.push(samples[round(skip_s * self.rate) :])

    def silence(self, seconds: float) -> Iterator[Floats]:
        for zeros in _silence(seconds, self.rate):
            yield self._resampler.push(zeros)

    def flush(self) -> Floats:
        return self._resampler.flush()


def _placed(frames: Iterator[AudioFrame], line: Timeline, origin_s: float) -> Iterator[Floats]:
    """Sound of frames at SAMPLE_RATE, as the line wants them."""
    mixer: _Mixer | None = None
    for frame in frames:
        if frame.sample_rate not in RATES_HZ or not frame.samples:
            continue
        if mixer is None or not mixer.fits(frame):
            if mixer:
                yield mixer.flush()
            mixer = _Mixer(frame)
        at_s = None if frame.time is None else frame.time - origin_s
        silence_s, skip_s = line.place(at_s, frame.samples / frame.sample_rate)
        yield from mixer.silence(silence_s)
        yield mixer.push(frame, skip_s)
    if mixer:
        yield mixer.flush()


def _silence(seconds: float, rate: int) -> Iterator[Floats]:
    samples, piece = round(seconds * rate), round(_FILL_S * rate)
    for begin in range(0, samples, piece):
        yield np.zeros(min(piece, samples - begin), np.float32)


def _format(frame: AudioFrame) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate


def _is_known(frame: AudioFrame) -> bool:
    return not frame.layout.name.endswith("channels")


def _fitness(stream: AudioStream, language: str) -> tuple[bool, bool, bool, int]:
    """The language first, then speech that is no commentary, then what the container prefers."""
    from av.stream import Disposition

    kinds = stream.disposition
    aside = Disposition.comment | Disposition.visual_impaired | Disposition.descriptions
    spoken = (stream.language or "").lower()
    fits = bool(language) and spoken[:2] == language[:2].lower()
    return fits, not kinds & aside, bool(kinds & Disposition.default), -stream.index


def _described(stream: AudioStream) -> str:
    channels = f"{stream.channels} channel{'s' if stream.channels > 1 else ''}"
    said = [stream.language or "", stream.metadata.get("title", ""), channels]
    return f"{stream.container.streams.audio.index(stream) + 1} ({', '.join(filter(None, said))})"


def _library(name: str) -> ModuleType:
    try:
        import av
    except ImportError as error:
        raise AudioError(
            f"{name} needs FFmpeg's libraries; install them with "
            "`pip install 'assistant[media]'`, or convert it to WAV."
        ) from error
    return av
