"""Media files of every kind, made with PyAV for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from assistant.records import SAMPLE_RATE, Floats


@dataclass(frozen=True, slots=True)
class Track:
    """One audio track: pieces of mono sound, each with the time at which it begins."""

    pieces: Sequence[tuple[float, Floats]]
    codec: str
    rate: int = SAMPLE_RATE
    layout: str = "mono"
    language: str = ""


def write(path: Path | str, *tracks: Track, options: dict[str, str] | None = None) -> None:
    """Write the tracks into a container; the path's ending says which."""
    with av.open(str(path), "w", options=options or {}) as container:
        streams = []
        for track in tracks:
            stream = container.add_stream(track.codec, rate=track.rate, layout=track.layout)
            if track.language:
                stream.metadata["language"] = track.language
            streams.append(stream)
        for track, stream in zip(tracks, streams, strict=True):
            for frame in frames(track, stream.format.name, stream.frame_size or 1024):
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))


def frames(track: Track, kind: str, size: int) -> Iterable[av.AudioFrame]:
    """The track's sound in pieces of `size` samples, of the kind that its codec takes."""
    mixer = av.AudioResampler(kind, track.layout, track.rate)
    for begin_s, samples in track.pieces:
        for start in range(0, len(samples), size):
            part = np.zeros(size, np.float32)
            part[: len(samples) - start] = samples[start : start + size]
            frame = av.AudioFrame.from_ndarray(part[None], "fltp", "mono")
            frame.sample_rate = track.rate
            frame.pts = round(begin_s * track.rate) + start
            frame.time_base = Fraction(1, track.rate)
            yield from mixer.resample(frame)


def add_film(container: av.container.OutputContainer) -> av.VideoStream:
    """A track of small pictures, whose times are counted in milliseconds."""
    film = container.add_stream("mpeg4", rate=1000)
    film.width = film.height = 32
    film.time_base = film.codec_context.time_base = Fraction(1, 1000)
    return film


def picture(at_ms: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), "rgb24")
    frame.pts, frame.time_base = at_ms, Fraction(1, 1000)
    return frame
