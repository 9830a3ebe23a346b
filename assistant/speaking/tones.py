"""Soft tones that say without words what the assistant does. Pure: numbers in, samples out."""

from __future__ import annotations

import numpy as np

from assistant.records import Floats

RATE_HZ = 24_000
"""Samples a second of every tone."""

AMPLITUDE = 0.12
"""Of full scale, about -18 dB: heard, not startling."""

EDGE_S = 0.015
"""Each note fades in and out over so long; a hard edge would click."""

NOTES_HZ = {
    "listening": (587.3, 880.0),
    "done": (880.0, 587.3),
    "failed": (293.7, 220.0),
    "ringing": (880.0, 1174.7) * 6,
}
"""Two notes each: up when listening starts, down when it ends, low when something failed; and a
warble that is heard in the next room."""

NOTE_S = 0.06


def tone(name: str) -> Floats:
    """The tone "listening", "done", "failed" or "ringing", mono at RATE_HZ, shape (samples,).

    Raises ValueError for another name.
    """
    if name not in NOTES_HZ:
        raise ValueError(f"There is no tone {name!r}; there are {', '.join(NOTES_HZ)}.")
    return np.concatenate([_note(hertz) for hertz in NOTES_HZ[name]])


def _note(hertz: float) -> Floats:
    at_s = np.arange(round(NOTE_S * RATE_HZ)) / RATE_HZ
    wave = AMPLITUDE * np.sin(2 * np.pi * hertz * at_s) * _envelope(len(at_s))
    return wave.astype(np.float32)


def _envelope(samples: int) -> Floats:
    """One in the middle, with raised-cosine edges down to zero."""
    edge = round(EDGE_S * RATE_HZ)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.arange(edge) / edge)
    shape = np.ones(samples)
    shape[:edge] = rise
    shape[-edge:] = rise[::-1]
    return shape.astype(np.float32)
