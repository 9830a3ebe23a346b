"""What speaks for a reading of an utterance, and how sure that makes: one calibrated number.

Two questions are kept apart. Was this command said at all? That is told by how far the sound had to
be bent, and by whether the transcript agrees. And was it this one, not a rival? That is told by how
much likelier it is than the others. The product of both is the confidence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from assistant.records import Transcript
from assistant.understanding.sound.readings import SoundReading


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one reading, beside its rivals."""

    ratio: float
    """As `SoundReading.ratio`: how far the sound was bent, a letter; 0 for not at all."""
    free_share: float
    """Share of the letters that stand in free text: what the command does not cover."""
    length: float
    """Natural logarithm of the letters: a short command is sooner found in anything."""
    text: float
    """Confidence of the transcript's own reading that means the same; 0 where there is none."""
    clarity: float
    """Confidence of the transcript: how clear the signal was."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic regression on `Evidence`, and the temperature of the rivals."""

    weights: tuple[float, ...]
    """For each field of `Evidence` in its order."""
    constant: float
    spread: float
    """Natural-log units by which a reading must be likelier to leave its rivals a third."""


CALIBRATION = Calibration(weights=(2.73, -4.15, 1.52, 0.0, 4.13), constant=-2.8, spread=2.7)
"""Fitted on development people by `assistant bench calibrate`, which prints this line."""


def evidence(reading: SoundReading, text: float, transcript: Transcript) -> Evidence:
    """What speaks for the reading; `text` is the transcript's confidence in the same meaning."""
    letters = max(len(reading.text.replace(" ", "")), 1)
    return Evidence(
        reading.ratio,
        reading.free_share,
        math.log(letters),
        text,
        transcript.confidence,
    )


def said(found: Evidence, calibration: Calibration = CALIBRATION) -> float:
    """How likely it is that this, or something that sounds like it, was said: 0 to 1."""
    parts = zip(calibration.weights, astuple(found), strict=True)
    total = calibration.constant + sum(weight * part for weight, part in parts)
    return 1.0 / (1.0 + math.exp(-total))


def shares(log_likelihoods: Sequence[float], calibration: Calibration = CALIBRATION) -> list[float]:
    """How likely each of several readings is if one of them is right: they sum to 1."""
    best = max(log_likelihoods, default=0.0)
    odds = [math.exp((one - best) / calibration.spread) for one in log_likelihoods]
    return [one / sum(odds) for one in odds]
