"""From sound to what a model reads, and long recordings in windows: arrays in, arrays out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.records import Floats


def normalised(samples: Floats) -> Floats:
    """Mean 0 and variance 1, as transformers' Wav2Vec2FeatureExtractor does it; silence gives 0.

    The same expression in the same precision, so that the model reads the same numbers.
    """
    if not len(samples):
        return samples
    scaled: Floats = (samples - samples.mean()) / np.sqrt(samples.var() + 1e-7)
    return scaled


def padded(samples: Floats, length: int) -> Floats:
    """At least `length` samples, with zeros at the end."""
    return np.pad(samples, (0, max(0, length - len(samples))))


def log_softmax(logits: Floats) -> Floats:
    """Natural-log probabilities over the last axis; log-probabilities stay as they are."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a long recording, and which of its frames count."""

    start: int
    """First sample."""
    stop: int
    """One behind the last sample."""
    skip: int
    """Frames at its beginning that the window before it gives."""
    keep: int | None
    """Frames that count after those; None for all that follow."""


def windows(samples: int, length: int, context: int, stride: int) -> list[Window]:
    """Windows of `length` samples over a recording, each with `context` samples on either side.

    `length` and `context` are whole numbers of `stride`, the samples from frame to frame, so the
    frames of all windows lie on one grid: joined, they are the frames of the whole.
    """
    if samples <= length:
        return [Window(0, samples, 0, None)]
    step = length - 2 * context
    starts = range(0, samples - 2 * context, step)
    made = []
    for start in starts:
        last = start == starts[-1]
        skip = context // stride if start else 0
        keep = None if last else (length - context) // stride - skip
        made.append(Window(start, min(start + length, samples), skip, keep))
    return made
