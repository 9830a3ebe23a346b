"""Fits the calibration of the sound's confidence (`understanding/sound/evidence.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from assistant.bench.task import Task
from assistant.recognition.greedy import GreedyDecoder
from assistant.training.corpus import Clip, read_samples
from assistant.understanding.said import Said
from assistant.understanding.sound.evidence import Calibration, Evidence, shares

RIDGE = 0.1
"""Pull of the weights towards 0, in utterances of one unit squared."""
STEPS = 60
TEXT = [field.name for field in fields(Evidence)].index("text")
"""The transcript's agreement; where it seems to speak against a command, that is chance."""
SPREADS = tuple(np.geomspace(1.0, 30.0, 60).tolist())


@dataclass(frozen=True, slots=True)
class Trial:
    """The likeliest command of an utterance, and the truth."""

    evidence: Evidence
    said: bool
    """The intent is the one that was wanted."""
    right: bool
    """So are the slots."""
    log_likelihoods: tuple[float, ...]
    """Of it and its rivals."""


def trials(clips: Iterable[Clip], task: Task, now: datetime) -> Iterator[Trial]:
    """A trial for each clip that may be a command at all."""
    decoder = GreedyDecoder()
    for clip in clips:
        samples = read_samples(clip)
        emissions = task.model.emissions(samples)
        transcript, wanted = decoder.decode(emissions), task.wanted(clip)
        found = task.reader.heard_commands(Said(transcript, now, True, emissions))
        usable = [one for one in found if not one.candidate.problem]
        if usable and transcript.text.strip():
            meant = task.meanings.of(usable[0].candidate.command)
            yield Trial(
                usable[0].evidence,
                wanted is not None and meant.intent == wanted.intent,
                meant == wanted,
                tuple(one.log_likelihood for one in usable),
            )


def fitted(seen: Sequence[Trial]) -> Calibration:
    """The calibration under which the trials are likeliest."""
    features = np.array([(*astuple(one.evidence), 1.0) for one in seen])
    said = np.array([one.said for one in seen], float)
    found = logistic(features, said)
    if found[TEXT] < 0:
        features[:, TEXT] = 0.0
        found = logistic(features, said)
    *weights, constant = found.tolist()
    torn = [one for one in seen if one.said]
    spread = max(SPREADS, key=lambda each: _log_likelihood(torn, each))
    rounded = tuple(round(weight, 2) for weight in weights)
    return Calibration(rounded, round(constant, 2), round(spread, 1))


def logistic(features: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression by Newton's method; the last feature is the constant 1.

    `features` has shape (trials, features), `right` 0 or 1 for each trial.
    """
    weights = np.zeros(features.shape[1])
    ridge = np.diag([RIDGE] * (len(weights) - 1) + [0.0])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        curvature = (features.T * (sure * (1 - sure) + 1e-9)) @ features + ridge
        weights += np.linalg.solve(curvature, features.T @ (right - sure) - ridge @ weights)
    return weights


def _log_likelihood(seen: Sequence[Trial], spread: float) -> float:
    """Of which commands are right, if their shares are the chances for it."""
    chosen = Calibration((), 0.0, spread)
    chances = np.clip([shares(one.log_likelihoods, chosen)[0] for one in seen], 1e-3, 1 - 1e-3)
    right = np.array([one.right for one in seen])
    return float(np.log(np.where(right, chances, 1 - chances)).sum())
