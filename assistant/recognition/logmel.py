"""Log-mel energies, as models of NeMo and ESPnet read them: sound in, features out.

The steps and their order are those of both toolkits: pre-emphasis, a windowed Fourier transform
centred on each hop, power, triangular mel filters, logarithm, normalisation. Where they differ, a
field of LogMel says so; `preprocessor_config.json` has the same fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.records import Floats

Normalisation = Literal["none", "per_feature", "all_features", "mean", "global"]

CHUNK = 512
"""Frames that are transformed at once, so that a long recording doesn't need much memory."""

LEAST_DEVIATION = 1e-5
"""What NeMo adds to a standard deviation."""

_LINEAR_HZ, _LINEAR_MELS, _OCTAVES = 1000.0, 15.0, np.log(6.4) / 27
"""Slaney's scale: 200/3 Hz a mel up to 1 kHz, 27 mels for each factor of 6.4 above."""


@dataclass(frozen=True)
class LogMel:
    """A front end, with lengths in samples at `sampling_rate`."""

    sampling_rate: int
    bands: int
    n_fft: int
    win_length: int
    hop_length: int
    window: Literal["hann", "hamming", "blackman", "ones"] = "hann"
    periodic: bool = False
    """The window is one period of its formula, rather than symmetric."""
    preemphasis: float = 0.0
    """How much of the sample before is taken off each; 0 for none."""
    padding: Literal["constant", "reflect"] = "constant"
    """What lies beyond both ends of the sound: silence, or the sound mirrored."""
    partial: bool = True
    """Whether what is left behind the last whole hop makes a frame."""
    low_hz: float = 0.0
    high_hz: float = 0.0
    """The end of the highest filter; 0 for half the sampling rate."""
    mel_scale: Literal["slaney", "htk"] = "slaney"
    floor: Literal["add", "clamp"] = "add"
    """Whether `least` is added to the energies or is the smallest of them."""
    least: float = 2.0**-24
    normalisation: Normalisation = "none"
    """Of each band or of all, to mean 0 and variance 1 over the recording; "mean" for the mean of
    each band alone; "global" for `mean` and `deviation`."""
    mean: tuple[float, ...] = ()
    deviation: tuple[float, ...] = ()

    def features(self, samples: Floats) -> Floats:
        """Shape (frames, bands) for samples of shape (samples,), at least `n_fft` of them."""
        sound = samples.astype(np.float32, copy=False)
        if self.preemphasis:
            sound = np.append(sound[:1], sound[1:] - np.float32(self.preemphasis) * sound[:-1])
        padded = np.pad(sound, self.n_fft // 2, self.padding)
        frames = np.lib.stride_tricks.sliding_window_view(padded, self.n_fft)[:: self.hop_length]
        if not self.partial:
            frames = frames[: max(1, len(sound) // self.hop_length)]
        parts = [self._logs(frames[at : at + CHUNK]) for at in range(0, len(frames), CHUNK)]
        return self._normalised(np.concatenate(parts)).astype(np.float32)

    def _logs(self, frames: Floats) -> Floats:
        """Logarithms of the energy in each band, shape (frames, bands)."""
        spectrum = np.fft.rfft(frames * self._window)
        energies = (spectrum.real**2 + spectrum.imag**2).astype(np.float32) @ self._filters
        least = np.float32(self.least)
        logs: Floats = np.log(
            energies + least if self.floor == "add" else np.maximum(energies, least)
        )
        return logs

    def _normalised(self, logs: Floats) -> Floats:
        if self.normalisation == "none":
            return logs
        if self.normalisation == "global":
            return _scaled(logs, np.array(self.mean), np.array(self.deviation))
        if self.normalisation == "all_features":
            return _scaled(logs, logs.mean(), _deviation(logs.reshape(-1, 1)) + LEAST_DEVIATION)
        mean = logs.mean(axis=0)
        if self.normalisation == "mean":
            return _scaled(logs, mean, np.ones(1))
        return _scaled(logs, mean, _deviation(logs) + LEAST_DEVIATION)

    @cached_property
    def _window(self) -> Floats:
        """The window in the middle of a frame of `n_fft`."""
        size = self.win_length + self.periodic
        make = {"hann": np.hanning, "hamming": np.hamming, "blackman": np.blackman}
        window = make.get(self.window, np.ones)(size)[: self.win_length]
        before = (self.n_fft - self.win_length) // 2
        padded = np.pad(window, (before, self.n_fft - self.win_length - before))
        return padded.astype(np.float32)

    @cached_property
    def _filters(self) -> Floats:
        high = self.high_hz or self.sampling_rate / 2
        return mel_filters(
            self.sampling_rate,
            self.n_fft,
            self.bands,
            self.low_hz,
            high,
            htk=self.mel_scale == "htk",
        )


def mel_filters(
    sampling_rate: int, n_fft: int, bands: int, low_hz: float, high_hz: float, *, htk: bool = False
) -> Floats:
    """Triangular filters of equal area, shape (bins, bands), as librosa.filters.mel makes them."""
    ends = _to_mel(np.array([low_hz, high_hz]), htk)
    corners = _to_hz(np.linspace(ends[0], ends[1], bands + 2), htk)
    bins = np.linspace(0, sampling_rate / 2, n_fft // 2 + 1)
    slopes = corners[None, :] - bins[:, None]
    widths = np.diff(corners)
    rising, falling = -slopes[:, :-2] / widths[:-1], slopes[:, 2:] / widths[1:]
    filters = np.maximum(0, np.minimum(rising, falling)) * 2 / (corners[2:] - corners[:-2])
    return filters.astype(np.float32)


def _to_mel(hertz: NDArray[np.float64], htk: bool) -> NDArray[np.float64]:
    if htk:
        return np.asarray(2595 * np.log10(1 + hertz / 700))
    above = _LINEAR_MELS + np.log(np.maximum(hertz, _LINEAR_HZ) / _LINEAR_HZ) / _OCTAVES
    return np.where(hertz < _LINEAR_HZ, hertz * _LINEAR_MELS / _LINEAR_HZ, above)


def _to_hz(mels: NDArray[np.float64], htk: bool) -> NDArray[np.float64]:
    if htk:
        return np.asarray(700 * (10 ** (mels / 2595) - 1))
    above = _LINEAR_HZ * np.exp(_OCTAVES * (mels - _LINEAR_MELS))
    return np.where(mels < _LINEAR_MELS, mels * _LINEAR_HZ / _LINEAR_MELS, above)


def _scaled(logs: Floats, mean: Any, deviation: Any) -> Floats:
    """In single precision, as the toolkits compute."""
    scaled: Floats = (logs - np.float32(mean)) / np.float32(deviation)
    return scaled


def _deviation(values: Floats) -> Floats:
    """Of each column, corrected for its own mean; 0 for a single row."""
    if len(values) < 2:
        return np.zeros(values.shape[1], np.float32)
    deviation: Floats = values.std(axis=0, ddof=1, dtype=np.float64).astype(np.float32)
    return deviation
