"""Noise of a known level, for measuring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from assistant.errors import UsageError
from assistant.records import Floats
from assistant.training.augment import loop_piece
from assistant.training.corpus import Clip, decode_audio, read_samples

FRAME = 2048
"""Samples of the frames whose loudest counts: 128 ms."""


CLEAN = "clean"

Harm = Callable[[Floats, int], Floats]
"""Puts noise into the samples of a clip; the number tells which clip, for chance that repeats."""


def conditions(noises: Sequence[Path], levels_db: Sequence[float]) -> Mapping[str, Harm]:
    """Clean, and each level over the recorded noises, by name.

    Raises UsageError for levels without a noise, CorpusError for a recording that can't be read.
    """
    if levels_db and not noises:
        raise UsageError("--level needs --noise, a recording to mix in.")
    recorded = [decode_audio(file).astype(np.float32) / np.float32(32768) for file in noises]
    noisy = {f"{db:g} dB": partial(mixed, noises=recorded, level_db=db) for db in levels_db}
    return {CLEAN: lambda samples, _number: samples, **noisy}


def behind(openings: Sequence[Clip], found: Mapping[str, Harm]) -> Mapping[str, Harm]:
    """The conditions with one of the clips, such as a wake phrase, said before each utterance."""
    spoken = [read_samples(clip) for clip in openings]

    def both(harm: Harm, samples: Floats, number: int) -> Floats:
        first = spoken[number % len(spoken)]
        scale = np.sqrt(_loudest(samples) / max(_loudest(first), 1e-12))
        return harm(np.concatenate([np.float32(scale) * first, samples]), number)

    return {name: partial(both, harm) for name, harm in found.items()}


def mixed(samples: Floats, number: int, noises: Sequence[Floats], level_db: float) -> Floats:
    """Speech with a piece of one of the noises behind it, at `level_db` below it.

    The level is that of the loudest 128 ms of both, as in Picovoice's published benchmark, so that
    pauses don't count. Chance comes from `number` alone.
    """
    chance = np.random.default_rng(number)
    noise = noises[int(chance.integers(len(noises)))]
    piece = loop_piece(noise, int(chance.integers(len(noise))), len(samples))
    scale = np.sqrt(_loudest(samples) / max(_loudest(piece), 1e-12) / 10 ** (level_db / 10))
    both = samples + np.float32(scale) * piece
    return np.asarray(both / max(1.0, float(np.abs(both).max())), np.float32)


def _loudest(samples: Floats) -> float:
    """The largest mean square of any frame."""
    frames = [samples[at : at + FRAME] for at in range(0, max(len(samples) - FRAME, 0) + 1, FRAME)]
    return max(float(np.mean(np.square(frame))) for frame in frames)
