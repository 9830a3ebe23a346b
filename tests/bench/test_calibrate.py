"""Fitting the confidence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.bench.calibrate import Trial, fitted, logistic, trials
from assistant.understanding.sound.evidence import Evidence, said, shares
from tests.bench.studio import clips, household
from tests.understanding.household import NOW


def test_a_logistic_regression_finds_the_weights_that_made_the_data() -> None:
    random = np.random.default_rng(1)
    features = np.column_stack([random.normal(size=(4000, 2)), np.ones(4000)])
    chances = 1 / (1 + np.exp(-features @ [2.0, -1.0, 0.5]))
    right = (random.random(4000) < chances).astype(float)
    assert logistic(features, right) == pytest.approx([2.0, -1.0, 0.5], abs=0.2)


def trial(ratio: float, was_said: bool, margin: float, right: bool) -> Trial:
    known = Evidence(ratio, 0.0, 3.0, 0.0, 0.8, ratio, 0.0, 0.0)
    return Trial(known, was_said, right, (0.0, -margin))


def test_bent_sound_is_found_to_be_no_command_and_close_rivals_to_be_a_doubt() -> None:
    random = np.random.default_rng(2)
    seen = [trial(r, False, 5.0, False) for r in random.normal(-4, 1, 200)]
    for ratio, margin in zip(
        random.normal(-1, 0.5, 200), random.exponential(10.0, 200), strict=True
    ):
        seen.append(trial(ratio, True, margin, random.random() < 1 / (1 + np.exp(-margin / 6))))
    found = fitted(seen)
    assert said(seen[0].evidence, found) < 0.2 < 0.8 < said(seen[-1].evidence, found)
    assert found.spread == pytest.approx(6.0, rel=0.5)


def test_shares_sum_to_one_and_likelier_readings_have_more() -> None:
    found = shares([3.0, 0.0, -8.0])
    assert sum(found) == pytest.approx(1.0)
    assert found == sorted(found, reverse=True)


def test_trials_know_what_was_said(tmp_path: Path) -> None:
    task = household(tmp_path)
    heard = clips(tmp_path, ["call hannah", "", "the queen sat in the garden"])
    command, *others = trials(heard, task, NOW)
    assert (command.said, command.right) == (True, True)
    assert not any(one.said for one in others)
