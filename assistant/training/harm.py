"""The harm of `augment`, done to a whole batch at once by torch, where the batch lies.

A GPU reads thousands of hours in minutes; processors could not spoil utterances that fast. The
recipe, the rooms and the curves are those of `augment`; what differs is that every row draws its
own numbers from one generator on the device, and that speed is changed while rows are gathered.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from assistant.records import SAMPLE_RATE
from assistant.training.augment import (
    Augmentation,
    NoiseBank,
    fast_length,
    rooms,
    telephone_curve,
)

KNOTS = (0.0, 100.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 6000.0, 8000.0)
"""Hz between which the equaliser's gain runs straight."""
SWING_DB = 9.0
TOP_MEL = 2840.0
"""Mels of half the sampling rate."""
ROUND = 16
"""Rows are transformed by so many at a time."""
BANDS, GAPS = 2, 6
"""Masked bands, and gaps, that a row has at most."""


@dataclass(frozen=True, slots=True)
class Spectrum:
    """What depends on the length of a transform alone, on the device."""

    telephone: Tensor
    """(bins,) gain of a telephone line."""
    mel: Tensor
    """(bins,) mels of each bin."""
    knot: Tensor
    """(bins,) the knot at or above each bin."""
    share: Tensor
    """(bins,) how far each bin is from the knot below to the one above."""


def spectrum_of(size: int, device: torch.device) -> Spectrum:
    """For a real transform of `size` samples."""
    bins = size // 2 + 1
    hertz = np.linspace(0, SAMPLE_RATE / 2, bins)
    knot = np.clip(np.searchsorted(KNOTS, hertz), 1, len(KNOTS) - 1)
    knots = np.array(KNOTS)
    share = (hertz - knots[knot - 1]) / (knots[knot] - knots[knot - 1])
    return Spectrum(
        torch.from_numpy(telephone_curve(bins)).to(device),
        torch.from_numpy(2595 * np.log10(1 + hertz / 700)).float().to(device),
        torch.from_numpy(knot).to(device),
        torch.from_numpy(share).float().to(device),
    )


@dataclass(frozen=True, slots=True)
class Rows:
    """Where in the resident sound the utterances of a batch lie, and how they are played."""

    starts: Tensor
    """(rows, pieces) int64, first sample of each piece."""
    lengths: Tensor
    """(rows, pieces) int64; 0 for a piece that is none."""
    places: Tensor
    """(rows, pieces) int64, the sample of the row at which the piece begins."""
    speeds: Tensor
    """(rows, pieces) float64, how fast it is played."""


def gathered(sound: Tensor, rows: Rows, samples: int) -> Tensor:
    """(rows, samples) float32 of int16 `sound`: each piece at its place, of one loudness."""
    return torch.stack(
        [_piece(sound, rows, piece, samples) for piece in range(rows.starts.shape[1])]
    ).sum(0)


def _piece(sound: Tensor, rows: Rows, piece: int, samples: int) -> Tensor:
    length = rows.lengths[:, piece, None]
    at = torch.arange(samples, device=sound.device)[None] - rows.places[:, piece, None]
    time = at * rows.speeds[:, piece, None]
    inside = (time >= 0) & (time < length - 1)
    time = torch.where(inside, time, 0.0)
    left = time.long()
    share = (time - left).float()
    index = (rows.starts[:, piece, None] + left).clamp_max(len(sound) - 2)
    wave = sound[index].float() * (1 - share) + sound[index + 1].float() * share
    wave = torch.where(inside, wave, 0.0)
    loudness = (wave.square().sum(1) / inside.sum(1).clamp_min(1)).sqrt().clamp_min(1e-3)
    return wave * (0.1 / loudness)[:, None]


class Harm:
    """Rooms, microphones, noise, gaps and levels for batches on one device."""

    def __init__(self, recipe: Augmentation, seed: int, noise: Tensor, device: torch.device):
        """`noise` is recorded noise, int16, one recording after another (may be empty)."""
        self._recipe, self._device = recipe, device
        self._draw = torch.Generator(device=device).manual_seed(seed)
        self._host = np.random.default_rng([seed, 17])
        self._spectra: dict[int, Spectrum] = {}
        self._noise = noise
        bank, rng = NoiseBank(seed), np.random.default_rng([seed, 13])
        colours = np.concatenate([bank.piece(rng, 30 * SAMPLE_RATE) for _ in range(12)])
        self._coloured = torch.from_numpy(colours).to(device)
        responses = rooms(seed)
        longest = max(map(len, responses))
        self._rooms = torch.from_numpy(
            np.stack([np.pad(r, (0, longest - len(r))) for r in responses])
        ).to(device)

    def __call__(self, waves: Tensor, ends: Tensor, sound: Tensor, strength: float) -> Tensor:
        """`waves` (rows, samples) harmed with `strength` 0-1.

        Each row is of mean 0 and variance 1 until its end, one of `ends` (rows,), and 0 behind it,
        as the network pads an utterance that it hears alone. `sound` is where babble comes from:
        all that is spoken, int16.
        """
        audible = waves.abs() > 1e-4
        level = (waves.square().sum(1) / audible.sum(1).clamp_min(1)).sqrt().clamp_min(1e-3)
        waves = self._coloured_line(waves, strength)
        waves = self._with_gaps(waves, strength)
        waves = self._with_noise(waves, sound, level, strength)
        waves = self._clipped(waves, level, strength)
        heard = torch.arange(waves.shape[1], device=self._device) < ends[:, None]
        counts = ends[:, None].clamp_min(1)
        waves = (waves - (waves * heard).sum(1, keepdim=True) / counts) * heard
        return waves / (waves.square().sum(1, keepdim=True) / counts + 1e-7).sqrt()

    def _uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> Tensor:
        drawn = torch.rand(shape, generator=self._draw, device=self._device)
        return low + (high - low) * drawn

    def _chosen(self, rows: int, probability: float) -> Tensor:
        """(rows,) bool."""
        return self._uniform(rows) < probability

    def _coloured_line(self, waves: Tensor, strength: float) -> Tensor:
        """Room, microphone and line in one spectrum."""
        # Transforms are planned anew for every number of rows: only multiples of some occur.
        rows, samples = waves.shape
        waves = functional.pad(waves, (0, 0, 0, -rows % ROUND))
        count = len(waves)
        size = fast_length(samples + self._rooms.shape[1])
        if size not in self._spectra:
            self._spectra[size] = spectrum_of(size, self._device)
        seen = self._spectra[size]
        gain = self._equaliser(count, seen, strength) * self._band_masks(count, seen, strength)
        on_line = self._chosen(count, self._recipe.telephone * strength)[:, None]
        gain = torch.where(on_line, gain * seen.telephone, gain)
        spectrum = torch.fft.rfft(waves, size) * gain
        # How many, the processor decides: asking the device would mean waiting for it.
        inside = int(self._host.binomial(count, self._recipe.room * strength))
        inside += -inside % ROUND
        if inside:
            which = torch.randint(
                len(self._rooms), (inside,), generator=self._draw, device=self._device
            )
            rooms_heard = torch.fft.rfft(self._rooms[which], size)
            spectrum = torch.cat([spectrum[:inside] * rooms_heard, spectrum[inside:]])
        return torch.fft.irfft(spectrum, size)[:rows, :samples]

    def _equaliser(self, count: int, seen: Spectrum, strength: float) -> Tensor:
        """(rows, bins) gains; ones for the rows that have no equaliser."""
        gains = self._uniform(count, len(KNOTS), low=-SWING_DB, high=SWING_DB)
        gains = gains * self._chosen(count, self._recipe.equaliser * strength)[:, None]
        decibels = gains[:, seen.knot - 1] * (1 - seen.share) + gains[:, seen.knot] * seen.share
        return torch.pow(10.0, decibels / 20)

    def _band_masks(self, count: int, seen: Spectrum, strength: float) -> Tensor:
        """(rows, bins): ones, with up to `BANDS` bands taken out."""
        kept = torch.ones(count, len(seen.mel), device=self._device)
        for _ in range(BANDS):
            width = self._uniform(count, 1, low=50.0, high=450.0)
            start = self._uniform(count, 1) * (TOP_MEL - width)
            chosen = self._chosen(count, self._recipe.band_mask * strength)[:, None]
            masked = chosen & (seen.mel >= start) & (seen.mel < start + width)
            kept = torch.where(masked, 0.02, kept)
        return kept

    def _with_gaps(self, waves: Tensor, strength: float) -> Tensor:
        """Gaps of up to 120 ms, no more than one a second of sound."""
        count, samples = waves.shape
        at = torch.arange(samples, device=self._device)[None]
        kept = torch.ones_like(waves)
        for _ in range(min(GAPS, 1 + samples // SAMPLE_RATE)):
            width = self._uniform(count, 1, low=0.02, high=0.12) * SAMPLE_RATE
            start = self._uniform(count, 1) * samples
            chosen = self._chosen(count, self._recipe.time_mask * strength)[:, None]
            kept = torch.where(chosen & (at >= start) & (at < start + width), 0.01, kept)
        return waves * kept

    def _with_noise(self, waves: Tensor, sound: Tensor, level: Tensor, strength: float) -> Tensor:
        """A floor of faint noise always; recorded or coloured noise and babble by the recipe."""
        count, samples = waves.shape
        floor = self._windows(self._coloured, count, samples)
        waves = waves + self._scaled(floor, level, (35.0, 65.0))
        coloured = self._windows(self._coloured, count, samples)
        if len(self._noise):
            recorded = self._windows(self._noise, count, samples)
            coloured = torch.where(self._chosen(count, 0.7)[:, None], recorded, coloured)
        noisy = self._chosen(count, self._recipe.noise * strength)[:, None]
        waves = waves + noisy * self._scaled(coloured, level, self._recipe.snr_db)
        babble = torch.stack([self._windows(sound, count, samples) for _ in range(4)]).sum(0)
        among = self._chosen(count, self._recipe.babble * strength)[:, None]
        return waves + among * self._scaled(babble, level, (8.0, 25.0))

    def _windows(self, sound: Tensor, count: int, samples: int) -> Tensor:
        """(count, samples) float32, stretches of `sound` from anywhere."""
        starts = torch.randint(len(sound), (count, 1), generator=self._draw, device=self._device)
        at = torch.arange(samples, device=self._device)[None]
        return sound[(starts + at) % len(sound)].float()

    def _scaled(self, noise: Tensor, level: Tensor, snr_db: tuple[float, float]) -> Tensor:
        """`noise` so far under `level` (rows,) as is drawn from `snr_db`."""
        loudness = (noise.square().mean(1) + 1e-12).sqrt()
        ratio = torch.pow(10.0, -self._uniform(len(noise), low=snr_db[0], high=snr_db[1]) / 20)
        return noise * (level / loudness * ratio)[:, None]

    def _clipped(self, waves: Tensor, level: Tensor, strength: float) -> Tensor:
        limit = (level * self._uniform(len(waves), low=1.5, high=3.5))[:, None]
        chosen = self._chosen(len(waves), self._recipe.clip * strength)[:, None]
        return torch.where(chosen, torch.minimum(torch.maximum(waves, -limit), limit), waves)
