"""What programs hand over as sound, as mono samples at SAMPLE_RATE."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import AudioError, UsageError
from assistant.records import SAMPLE_RATE, Floats

Audio = str | Path | bytes | Floats | Mapping[str, Any]
"""A file that libsndfile reads, or its bytes; samples of shape (samples,) at SAMPLE_RATE, or with
channels; or {"array" or "raw": such samples, "sampling_rate": int}."""


def samples_of(audio: Audio) -> Floats:
    """The sound as mono samples at SAMPLE_RATE.

    Raises AudioError for sound that can't be read, and UsageError for what is no sound at all.
    """
    if isinstance(audio, np.ndarray):
        return _mono(audio)
    if isinstance(audio, Mapping):
        array, rate = audio.get("array", audio.get("raw")), audio.get("sampling_rate")
        if not isinstance(array, np.ndarray) or not isinstance(rate, int) or rate < 1:
            raise UsageError(
                'A dict of sound must have "array" with a numpy array and "sampling_rate" with a '
                f"whole number, not {sorted(map(str, audio))}."
            )
        return _resampled(_mono(array), rate)
    if isinstance(audio, bytes):
        return _read(io.BytesIO(audio), "The sound in these bytes")
    if isinstance(audio, str | Path):
        return read_audio(Path(audio))
    raise UsageError(
        "Sound is a path, the bytes of a file, a numpy array, a dict with one, or a list of these, "
        f"not {type(audio).__name__}."
    )


def read_audio(path: Path) -> Floats:
    """The whole file as mono samples at SAMPLE_RATE. Raises AudioError when it can't be read."""
    if not path.is_file():
        raise AudioError(f"There is no file {path}; check the path.")
    return _read(path, str(path))


def _read(file: Path | io.BytesIO, name: str) -> Floats:
    import soundfile

    try:
        samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, TypeError, OSError) as error:
        raise AudioError(f"{name} can't be read as sound; convert it to WAV or FLAC.") from error
    return _resampled(samples.mean(axis=1), rate)


def _mono(samples: Floats) -> Floats:
    """The mean of the channels, which are along the shorter axis."""
    if samples.ndim == 2:
        samples = samples.mean(axis=int(samples.shape[0] > samples.shape[1]))
    return samples


def _resampled(samples: Floats, rate: int) -> Floats:
    if rate == SAMPLE_RATE or not len(samples):
        return samples
    import soxr

    resampled: Floats = soxr.resample(samples, rate, SAMPLE_RATE)
    return resampled
