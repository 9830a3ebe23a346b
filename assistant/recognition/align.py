"""Forced alignment: where in the sound each letter of a known text is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.recognition.greedy import Run


def align(log_probs: NDArray[np.floating], columns: Sequence[int], blank: int) -> list[Run]:
    """The frames of each of `columns` on the best CTC path that spells them.

    `log_probs` has shape (frames, vocabulary). Empty where the frames are too few. Time and
    memory grow with frames times letters.
    """
    labels = np.full(2 * len(columns) + 1, blank)
    labels[1::2] = columns
    may_skip = np.zeros(len(labels), bool)  # the blank between two different letters
    may_skip[3::2] = labels[3::2] != labels[1:-2:2]
    emitted = log_probs[:, labels]
    moves = np.zeros(emitted.shape, np.int8)
    scores = np.full(len(labels), -np.inf)
    scores[0] = 0.0
    for frame, said in enumerate(emitted):
        ways = np.full((3, len(labels)), -np.inf)
        ways[0] = scores
        ways[1, 1:] = scores[:-1]
        ways[2, 2:] = np.where(may_skip[2:], scores[:-2], -np.inf)
        moves[frame] = ways.argmax(axis=0)
        scores = ways.max(axis=0) + said
    last = len(labels) - 1
    if last and scores[last - 1] > scores[last]:
        last -= 1
    return _runs(moves, last, columns) if np.isfinite(scores[last]) else []


def _runs(moves: NDArray[np.int8], label: int, columns: Sequence[int]) -> list[Run]:
    """Back from the last label: each letter with its frames."""
    path = np.empty(len(moves), int)
    for frame in range(len(moves) - 1, -1, -1):
        path[frame] = label
        label -= int(moves[frame, label])
    places = np.arange(1, 2 * len(columns), 2)
    starts, stops = np.searchsorted(path, places), np.searchsorted(path, places, side="right")
    return [
        Run(column, int(start), int(stop))
        for column, start, stop in zip(columns, starts, stops, strict=True)
    ]
