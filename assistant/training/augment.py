"""What happens to an utterance between the disk and the model: rooms, noise, microphones, speed.

Everything is numpy on float32 waveforms at 16 kHz and a function of the generator that is passed
in, so that a run can be repeated. Filters of one utterance (room, equaliser, telephone band,
masked bands) are multiplied into one spectrum: one FFT pair a waveform, whatever is switched on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.recognition.features import normalised
from assistant.records import SAMPLE_RATE

Wave = np.ndarray
Generator = np.random.Generator


class NoiseSource(Protocol):
    """Where recorded noise and babble come from."""

    def noise(self, rng: Generator, samples: int) -> Wave | None:
        """`samples` samples of recorded noise, None where there is none."""

    def babble(self, rng: Generator, samples: int) -> Wave | None:
        """`samples` samples of several people talking at once, None where there is nobody."""


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How often each kind of harm is done, at full strength (probabilities unless a unit is
    given).
    """

    speed: tuple[float, float] = (0.85, 1.18)
    """Range of the speed factor; pitch moves with it."""
    room: float = 0.4
    equaliser: float = 0.5
    telephone: float = 0.08
    noise: float = 0.6
    babble: float = 0.08
    snr_db: tuple[float, float] = (0.0, 30.0)
    """Signal-to-noise ratio of recorded and coloured noise."""
    clip: float = 0.06
    band_mask: float = 0.4
    time_mask: float = 0.4
    silence: tuple[float, float] = (-0.1, 0.4)
    """Range of the silence before and, again, after an utterance, seconds; less than 0 is none.
    Some must have none: recordings are often cut tight, and a model that has always heard silence
    first misses their first and last sounds."""
    level: tuple[float, float] = (0.01, 0.5)
    """Range of the root mean square after everything (drawn on a log scale)."""


GENTLE = Augmentation(
    speed=(0.93, 1.08),
    room=0.1,
    equaliser=0.3,
    telephone=0.0,
    noise=0.3,
    babble=0.0,
    snr_db=(5.0, 30.0),
    clip=0.02,
    band_mask=0.2,
    time_mask=0.2,
)
"""For a model that has been trained already, on recordings from where it will be used."""

ROOMS = 256
"""Room responses that are made once and drawn from."""


def draw_speed(rng: Generator, recipe: Augmentation, strength: float) -> float:
    """A speed factor; at strength 0 always 1."""
    low, high = recipe.speed
    factor = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    return float(factor**strength)


def change_speed(wave: Wave, factor: float) -> Wave:
    """`wave` played `factor` times as fast (linear interpolation), round(len / factor) samples."""
    if abs(factor - 1.0) < 1e-3:
        return wave
    count = max(1, round(len(wave) / factor))
    at = np.arange(count, dtype=np.float32) * np.float32(factor)
    left = np.minimum(at.astype(np.int64), len(wave) - 1)
    right = np.minimum(left + 1, len(wave) - 1)
    share = at - left
    return np.asarray(wave[left] * (1 - share) + wave[right] * share, dtype=np.float32)


def rms(wave: Wave) -> float:
    """Root mean square; never 0."""
    return float(np.sqrt(np.mean(np.square(wave, dtype=np.float32)) + 1e-12))


def room_response(rng: Generator) -> Wave:
    """A made-up room: the direct sound, a few early reflections, a decaying noise tail.

    Reverberation time (60 dB) 0.1–0.8 s; the tail stands 3–20 dB under the direct sound in energy.
    """
    decay = float(np.exp(rng.uniform(np.log(0.1), np.log(0.8))))
    count = int(min(decay, 0.5) * SAMPLE_RATE)
    time = np.arange(count) / SAMPLE_RATE
    tail = rng.standard_normal(count) * np.exp(-6.908 * time / decay)
    tail[: int(rng.uniform(0.002, 0.01) * SAMPLE_RATE)] = 0.0
    tail = np.convolve(tail, [0.5, 0.5])[:count]
    for _ in range(int(rng.integers(2, 7))):
        tail[int(rng.uniform(0.001, 0.04) * SAMPLE_RATE)] += rng.uniform(-3.0, 3.0)
    ratio = 10 ** (rng.uniform(3.0, 20.0) / 20)
    response = tail / (np.linalg.norm(tail) * ratio + 1e-9)
    response[0] = 1.0
    return response.astype(np.float32)


def rooms(seed: int, count: int = ROOMS) -> list[Wave]:
    """`count` room responses, the same for the same seed."""
    rng = np.random.default_rng([seed, 7])
    return [room_response(rng) for _ in range(count)]


def equaliser_curve(rng: Generator, bins: int, swing_db: float = 9.0) -> Wave:
    """A smooth random gain over `bins` frequency bins: eight log-spaced knots within
    +-`swing_db`.
    """
    knots = np.array([0, 100, 250, 500, 1000, 2000, 4000, 6000, 8000], dtype=np.float32)
    gains = rng.uniform(-swing_db, swing_db, len(knots))
    frequency = np.linspace(0, SAMPLE_RATE / 2, bins)
    return np.asarray(10 ** (np.interp(frequency, knots, gains) / 20), dtype=np.float32)


def telephone_curve(bins: int) -> Wave:
    """300–3,400 Hz with gentle edges."""
    frequency = np.linspace(0, SAMPLE_RATE / 2, bins)
    low = 1 / (1 + np.exp(-(frequency - 300) / 30))
    high = 1 / (1 + np.exp((frequency - 3_400) / 60))
    return np.asarray(low * high, dtype=np.float32)


def band_mask_curve(rng: Generator, bins: int) -> Wave:
    """Ones with one band taken out, up to a sixth of the mel range wide."""
    frequency = np.linspace(0, SAMPLE_RATE / 2, bins)
    mel = 2595 * np.log10(1 + frequency / 700)
    width = rng.uniform(50, 450)
    start = rng.uniform(0, mel[-1] - width)
    return np.where((mel >= start) & (mel < start + width), 0.02, 1.0).astype(np.float32)


def fast_length(count: int) -> int:
    """The smallest length of the form 2^a, 3 * 2^a or 5 * 2^a that holds `count` samples."""
    power = 1 << max(0, (count - 1).bit_length())
    return min(n for n in (power, power // 2 * 3 // 2, power // 8 * 5, power) if n >= count)


def colour(
    wave: Wave, rng: Generator, recipe: Augmentation, strength: float, responses: Sequence[Wave]
) -> Wave:
    """Room, microphone and line in one spectrum; the length stays."""
    room = (
        responses[int(rng.integers(len(responses)))]
        if rng.random() < recipe.room * strength
        else None
    )
    size = fast_length(len(wave) + (len(room) if room is not None else 0))
    bins = size // 2 + 1
    gain = np.ones(bins, dtype=np.complex64)
    if rng.random() < recipe.equaliser * strength:
        gain *= equaliser_curve(rng, bins)
    if rng.random() < recipe.telephone * strength:
        gain *= telephone_curve(bins)
    if rng.random() < recipe.band_mask * strength:
        gain *= band_mask_curve(rng, bins)
    if room is not None:
        gain *= np.fft.rfft(room, size)
    return np.fft.irfft(np.fft.rfft(wave, size) * gain, size)[: len(wave)].astype(np.float32)


class NoiseBank:
    """Ready-made white, pink and brown noise to cut pieces from (drawing it afresh is slow)."""

    def __init__(self, seed: int, seconds: float = 30.0) -> None:
        rng = np.random.default_rng([seed, 11])
        count = int(seconds * SAMPLE_RATE)
        spectrum = np.fft.rfft(rng.standard_normal(count))
        frequency = np.maximum(np.fft.rfftfreq(count, 1 / SAMPLE_RATE), 20.0)
        self._kinds = [
            np.fft.irfft(spectrum * frequency**-slope, count).astype(np.float32)
            for slope in (0.0, 0.5, 1.0)
        ]

    def piece(self, rng: Generator, samples: int) -> Wave:
        """`samples` samples of one colour of noise."""
        kind = self._kinds[int(rng.integers(len(self._kinds)))]
        return loop_piece(kind, int(rng.integers(len(kind))), samples)


def loop_piece(wave: Wave, start: int, samples: int) -> Wave:
    """`samples` samples of `wave` from `start`, going round at its end."""
    return np.take(wave, np.arange(start, start + samples), mode="wrap").astype(np.float32)


def add_noise(wave: Wave, noise: Wave, speech_rms: float, snr_db: float) -> Wave:
    """`wave` with `noise` `snr_db` under `speech_rms`."""
    return wave + noise * np.float32(speech_rms / rms(noise) * 10 ** (-snr_db / 20))


def mask_time(wave: Wave, rng: Generator) -> Wave:
    """One or two gaps of up to 100 ms, silent."""
    masked = wave.copy()
    for _ in range(int(rng.integers(1, 3))):
        width = int(rng.uniform(0.02, 0.1) * SAMPLE_RATE)
        start = int(rng.integers(max(1, len(wave) - width)))
        masked[start : start + width] *= np.float32(0.01)
    return masked


def place(pieces: Sequence[Wave], gaps: Sequence[int], samples: int) -> Wave:
    """`pieces` in a waveform of `samples` samples, each after its gap; silence elsewhere."""
    whole = np.zeros(samples, dtype=np.float32)
    at = 0
    for piece, gap in zip(pieces, gaps, strict=True):
        at += gap
        piece = piece[: max(0, samples - at)]
        whole[at : at + len(piece)] = piece
        at += len(piece)
    return whole


class Augmenter:
    """Applies an `Augmentation` to waveforms that already have their final length."""

    def __init__(self, recipe: Augmentation, seed: int, source: NoiseSource | None = None) -> None:
        self.recipe = recipe
        self._source = source
        self._rooms = rooms(seed)
        self._bank = NoiseBank(seed)

    def __call__(self, wave: Wave, rng: Generator, strength: float) -> Wave:
        """`wave` harmed with `strength` 0–1, of the same length, mean 0 and variance 1."""
        recipe = self.recipe
        level = rms(wave[np.abs(wave) > 1e-4]) if np.any(np.abs(wave) > 1e-4) else 1e-3
        wave = colour(wave, rng, recipe, strength, self._rooms)
        if rng.random() < recipe.time_mask * strength:
            wave = mask_time(wave, rng)
        wave = self._with_noise(wave, rng, strength, level)
        if rng.random() < recipe.clip * strength:
            limit = np.quantile(np.abs(wave[::7]), rng.uniform(0.9, 0.995))
            wave = np.clip(wave, -limit, limit)
        return normalised(wave)

    def _with_noise(self, wave: Wave, rng: Generator, strength: float, level: float) -> Wave:
        """A floor of faint noise always; recorded or coloured noise and babble as the recipe
        says.
        """
        wave = add_noise(wave, self._bank.piece(rng, len(wave)), level, rng.uniform(35, 65))
        low, high = self.recipe.snr_db
        if rng.random() < self.recipe.noise * strength:
            recorded = (
                self._source.noise(rng, len(wave)) if self._source and rng.random() < 0.7 else None
            )
            noise = recorded if recorded is not None else self._bank.piece(rng, len(wave))
            wave = add_noise(wave, noise, level, rng.uniform(low, high))
        if self._source and rng.random() < self.recipe.babble * strength:
            babble = self._source.babble(rng, len(wave))
            if babble is not None:
                wave = add_noise(wave, babble, level, rng.uniform(8, 25))
        return wave
