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
    """Natural logarithm of the letters but for free text: little is sooner found in anything."""
    text: float
    """Confidence of the transcript's own reading that means the same; 0 where there is none."""
    clarity: float
    """Confidence of the transcript: how clear the signal was."""
    phonemes: float
    """As `SoundReading.phoneme_ratio`: the same as `ratio` as far as only the phonemes tell."""
    alone: float
    """1 where only the letters or only the phonemes found it, else 0."""
    choices: float
    """As `SoundReading.choices`: how much else could have been said, in natural-log units."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic regression on `Evidence`, and the temperature of the rivals."""

    weights: tuple[float, ...]
    """For each field of `Evidence` in its order."""
    constant: float
    spread: float
    """Natural-log units by which a reading must be likelier to leave its rivals a third."""


CALIBRATION = Calibration(
    weights=(2.95, 0.71, 3.99, 1.14, 0.99, -0.1, -0.8, -0.21), constant=-6.83, spread=2.4
)
"""Fitted on development people by `assistant bench calibrate`, which prints this line, with the
first model of Moonshine's layers (162 hours); fitted anew on later ones it answers no better. That
the transcript says so too weighs one more than was fitted: it costs no false answer in hours of
speech that asks for nothing, and brings "call Anna" back, which is short."""


def evidence(reading: SoundReading, text: float, transcript: Transcript) -> Evidence:
    """What speaks for the reading; `text` is the transcript's confidence in the same meaning."""
    letters = len(reading.text.replace(" ", "")) * (1.0 - reading.free_share)
    return Evidence(
        reading.ratio,
        reading.free_share,
        math.log(max(letters, 1.0)),
        text,
        transcript.confidence,
        reading.phoneme_ratio,
        float(reading.alone),
        reading.choices,
    )


EXPECTED = 5.0
"""What an answer to a question has in advance of a command out of the blue, in natural-log odds. Of
the speech that was fitted on a sixth were commands; while a question waits nearly all is answers,
and these are short."""

UNASKED = -1.2
"""As `EXPECTED`, for what is heard when nobody was asked, nor called by a wake phrase: a room has
more talk in it that asks for nothing than the development speech has, and there are more commands
every day that it could sound like. Of five false answers in hours of such speech three are left
(docs/decisions.md)."""

IDLE = -1.5
"""As `EXPECTED`, for a command that could do nothing at the moment, such as to end a call where
there is none: a fifth as likely as while there is one. Word for word it is believed, and answered,
all the same."""


def shifted(confidence: float, by: float) -> float:
    """A confidence, 0 to 1, after evidence worth `by` in natural-log odds."""
    odds = confidence * math.exp(by)
    return odds / (1.0 - confidence + odds)


def said(found: Evidence, calibration: Calibration = CALIBRATION, prior: float = 0.0) -> float:
    """How likely it is that this, or something that sounds like it, was said: 0 to 1.

    `prior` is what is known beforehand, in natural-log odds beside the speech that was fitted on.
    What speaks against the reading counts as far as the transcript doesn't say the same.
    """
    parts = zip(calibration.weights, astuple(found), strict=True)
    expected = max(prior, 0.0) + min(prior, 0.0) * (1.0 - found.text)
    total = calibration.constant + expected + sum(weight * part for weight, part in parts)
    return 1.0 / (1.0 + math.exp(-total))


def shares(log_likelihoods: Sequence[float], calibration: Calibration = CALIBRATION) -> list[float]:
    """How likely each of several readings is if one of them is right: they sum to 1."""
    best = max(log_likelihoods, default=0.0)
    odds = [math.exp((one - best) / calibration.spread) for one in log_likelihoods]
    return [one / sum(odds) for one in odds]
