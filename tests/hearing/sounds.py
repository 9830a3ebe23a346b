"""Sounds made by arithmetic, for tests that need no recording."""

from __future__ import annotations

import numpy as np

from assistant.records import SAMPLE_RATE, Floats


def tone(seconds: float, hertz: float = 440.0, rate: int = SAMPLE_RATE) -> Floats:
    """A sine at half of full scale, shape (samples,)."""
    at = np.arange(round(seconds * rate)) / rate
    return (0.5 * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


def vowel(seconds: float, rate: int = SAMPLE_RATE) -> Floats:
    """A buzz at 120 Hz with the partials of an "ah": what a detector takes for a voice."""
    at = np.arange(round(seconds * rate)) / rate
    pitch = 120 + 10 * np.sin(2 * np.pi * 4 * at)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    partials = range(1, 30)
    weights = [_formants(120.0 * k) / k for k in partials]
    buzz = sum(w * np.sin(k * phase) for k, w in zip(partials, weights, strict=True))
    syllables = 0.6 + 0.4 * np.sin(2 * np.pi * 3 * at)
    voiced = np.asarray(buzz * syllables)
    return (0.3 * voiced / np.max(np.abs(voiced))).astype(np.float32)


def _formants(hertz: float) -> float:
    peaks = ((730, 90), (1090, 110), (2440, 170))
    return 0.1 + sum(1 / (1 + ((hertz - centre) / width) ** 2) for centre, width in peaks)


def bursts(seconds: float, dbfs: float) -> Floats:
    """Noise that comes and goes at random, which detectors take for speech at any level."""
    random = np.random.default_rng(0)
    noise = random.normal(0, 10 ** (dbfs / 20), round(seconds * 50) * 320)
    return (noise * np.repeat(random.random(round(seconds * 50)) < 0.3, 320)).astype(np.float32)


def silence(seconds: float, rate: int = SAMPLE_RATE) -> Floats:
    return np.zeros(round(seconds * rate), np.float32)


def loudest_hertz(samples: Floats, rate: int = SAMPLE_RATE) -> float:
    """The frequency with the most energy, to the width of one bin."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))
