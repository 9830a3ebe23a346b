"""Forced alignment against trying every path."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognition.align import align
from assistant.recognition.greedy import collapse


@given(
    frames=st.integers(1, 6),
    columns=st.lists(st.integers(1, 2), max_size=4),
    seed=st.integers(0, 999),
)
def test_the_best_of_all_paths_is_found(frames: int, columns: list[int], seed: int) -> None:
    log_probs = np.log(np.random.default_rng(seed).dirichlet(np.ones(3), frames))
    paths = [
        path
        for path in itertools.product(range(3), repeat=frames)
        if [run.column for run in collapse(path, 0)] == columns
    ]
    runs = align(log_probs, columns, 0)
    if not paths:
        assert runs == []
        return
    best = max(paths, key=lambda path: log_probs[range(frames), path].sum())
    assert runs == collapse(best, 0)
