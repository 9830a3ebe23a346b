"""Does a converted model still say what its original says?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from assistant.errors import ModelError
from assistant.ports import AcousticModel
from assistant.records import Emissions, Floats


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a candidate's emissions are from the reference's."""

    utterances: int
    frames: int
    max_abs: float
    """Largest absolute difference of a log-probability."""
    mean_abs: float
    """Mean absolute difference of the log-probabilities."""
    frame_agreement: float
    """Share of frames whose best symbol is the same, 0 to 1."""
    same_reading: float
    """Share of utterances that a greedy decoder reads alike, 0 to 1."""


def compare(
    reference: AcousticModel, candidate: AcousticModel, sounds: Iterable[Floats]
) -> Difference:
    """Run both models over each sound, shape (samples,) at SAMPLE_RATE.

    Raises ModelError when there is no sound, or when frames or symbols don't correspond.
    """
    pairs = [(reference.emissions(sound), candidate.emissions(sound)) for sound in sounds]
    if not pairs:
        raise ModelError("There is no sound to compare the models on; give at least one recording.")
    for one, other in pairs:
        _check_alike(one, other)
    gaps = np.concatenate([np.abs(a.log_probs - b.log_probs).ravel() for a, b in pairs])
    paths = [(a.log_probs.argmax(axis=1), b.log_probs.argmax(axis=1)) for a, b in pairs]
    readings = [(_reading(a, pairs[0][0]), _reading(b, pairs[0][0])) for a, b in paths]
    return Difference(
        utterances=len(pairs),
        frames=sum(len(path) for path, _ in paths),
        max_abs=float(gaps.max()),
        mean_abs=float(gaps.mean(dtype=np.float64)),
        frame_agreement=float(np.concatenate([a == b for a, b in paths]).mean()),
        same_reading=sum(a == b for a, b in readings) / len(readings),
    )


def _check_alike(one: Emissions, other: Emissions) -> None:
    same_shape = one.log_probs.shape == other.log_probs.shape
    if not same_shape or one.vocabulary.tokens != other.vocabulary.tokens:
        raise ModelError(
            f"The models give {one.log_probs.shape} and {other.log_probs.shape} log-probabilities "
            "for the same sound, or of other symbols; compare two forms of one model."
        )


def _reading(path: np.ndarray, emissions: Emissions) -> list[int]:
    """The path without repetitions and blanks."""
    kept = np.flatnonzero(np.diff(path, prepend=-1))
    columns: list[int] = path[kept].tolist()
    return [column for column in columns if column != emissions.vocabulary.blank]
