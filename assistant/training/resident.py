"""A corpus that lies in the memory of the device that learns from it.

A GPU hears a day of speech in a few seconds: nothing may be read, decoded or copied on the way.
All sound is one long row of 16-bit samples on the device (an hour takes 115 MB); a batch is drawn
on the processor as places in it, and gathered, played faster or slower and harmed on the device.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from assistant.errors import TrainingError
from assistant.records import SAMPLE_RATE
from assistant.training.augment import Generator, draw_speed
from assistant.training.batches import (
    Batch,
    Feed,
    Pool,
    SymbolTable,
    choose,
    clips_of,
    snapshot,
    targeted,
)
from assistant.training.corpus import Clip, read_audio
from assistant.training.harm import Harm, Rows, gathered

PIECES = 4
"""Clips that are joined in one row at most."""


class Shelf:
    """Sound on the device, clip after clip, with room for more."""

    def __init__(self, hours: float, device: torch.device) -> None:
        """Room for `hours` of sound."""
        self._sound = torch.zeros(int(hours * 3600 * SAMPLE_RATE), dtype=torch.int16, device=device)
        self._places: dict[tuple[Path, int], tuple[int, int]] = {}
        self._used = 0

    @property
    def sound(self) -> Tensor:
        """All that lies there, int16, shape (samples,)."""
        return self._sound[: self._used]

    def add(self, clip: Clip) -> bool:
        """Put `clip` there unless it is there already; False when there is no room left."""
        key = (clip.path, clip.offset)
        if key in self._places:
            return True
        wave = read_audio(clip)
        if self._used + len(wave) > len(self._sound):
            return False
        self._sound[self._used : self._used + len(wave)] = torch.from_numpy(wave)
        self._places[key] = (self._used, len(wave))
        self._used += len(wave)
        return True

    def place(self, clip: Clip) -> tuple[int, int]:
        """First sample of `clip`, and how many it has."""
        return self._places[clip.path, clip.offset]


class ResidentFeed:
    """Batches of what the manifests list, made on the device."""

    def __init__(
        self,
        manifests: tuple[str, ...],
        feed: Feed,
        symbols: SymbolTable,
        device: torch.device,
        hours: float,
    ) -> None:
        """Raises TrainingError when the manifests have no speech to learn from."""
        self._manifests, self._feed, self._symbols, self._device = manifests, feed, symbols, device
        self._shelf = Shelf(hours, device)
        self._read: dict[str, list[Clip]] = {}
        self._rng = np.random.default_rng([feed.seed, 23])
        if not self.look():
            raise TrainingError(f"No manifest matches {' '.join(manifests)}.")
        noises = [c for c in self.clips if c.split == "train" and c.kind == "noise"]
        noise = np.concatenate([read_audio(clip) for clip in noises] or [np.zeros(0, np.int16)])
        self._harm = Harm(feed.augmentation, feed.seed, torch.from_numpy(noise).to(device), device)

    def look(self) -> bool:
        """Take in what the manifests list by now; whether that is more than before."""
        seen = snapshot(self._manifests)
        new = {file: n for file, n in seen.items() if n != len(self._read.get(file, ()))}
        if not new:
            return False
        for file, count in new.items():
            self._read[file] = clips_of({file: count})
            self._shelve(self._read[file])
        self.clips = [clip for _, clips in sorted(self._read.items()) for clip in clips]
        self._pool = Pool(self.clips, self._feed)
        return True

    def _shelve(self, clips: list[Clip]) -> None:
        for clip in clips:
            if clip.split == "train" and clip.kind != "noise" and not self._shelf.add(clip):
                raise TrainingError("The corpus is larger than the room made for it on the device.")

    @property
    def hours(self) -> float:
        """Speech there is to learn from."""
        return sum(clip.seconds for clip in self._pool.spoken) / 3600

    def batch(self, heard: float) -> Batch:
        """A batch for a model that has heard `heard` hours; its waves are on the device."""
        curriculum = self._feed.curriculum
        strength = curriculum.strength(heard)
        groups = choose(self._pool, self._feed, self._rng, curriculum.longest(heard))
        rows, ends = self._laid_out(groups, strength)
        waves = gathered(self._shelf.sound, rows, int(ends.max()))
        on_device = torch.from_numpy(ends).to(self._device)
        harmed = self._harm(waves, on_device, self._shelf.sound, strength)
        return targeted(harmed, groups, self._symbols)

    def _laid_out(
        self, groups: list[list[Clip]], strength: float
    ) -> tuple[Rows, NDArray[np.int64]]:
        """Where the clips of each row go, and how many samples each row has."""
        pieces = min(PIECES, max(map(len, groups)))
        starts = np.zeros((len(groups), pieces), np.int64)
        lengths, places = np.zeros_like(starts), np.zeros_like(starts)
        speeds = np.ones(starts.shape)
        ends = np.zeros(len(groups), np.int64)
        for row, group in enumerate(groups):
            for piece, clip in enumerate(group[:pieces]):
                starts[row, piece], lengths[row, piece] = self._shelf.place(clip)
                speeds[row, piece] = draw_speed(self._rng, self._feed.augmentation, strength)
                places[row, piece] = ends[row] + self._gap(self._rng)
                played = lengths[row, piece] / speeds[row, piece]
                ends[row] = places[row, piece] + int(played)
            ends[row] += self._gap(self._rng)
        on_device = [
            torch.from_numpy(a).to(self._device) for a in (starts, lengths, places, speeds)
        ]
        return Rows(*on_device), ends

    def _gap(self, rng: Generator) -> int:
        """Samples of silence before or behind an utterance."""
        low, high = self._feed.augmentation.silence
        return int(max(0.0, rng.uniform(low, high)) * SAMPLE_RATE)
