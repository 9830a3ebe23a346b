"""Noise of the level that was asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.bench.noise import FRAME, conditions, mixed
from assistant.errors import UsageError

SPEECH = np.concatenate([np.zeros(FRAME), np.full(FRAME, 0.1)]).astype(np.float32)
NOISE = np.full(FRAME // 2, 0.3, np.float32)


@pytest.mark.parametrize("level_db", [24.0, 12.0, 6.0, 0.0])
def test_the_loudest_frames_are_so_far_apart(level_db: float) -> None:
    noise = mixed(SPEECH, 0, [NOISE], level_db) - SPEECH
    assert 20 * np.log10(0.1 / np.abs(noise).max()) == pytest.approx(level_db, abs=0.01)


def test_the_same_clip_gets_the_same_noise() -> None:
    hiss = np.random.default_rng(0).normal(0, 0.1, 50_000).astype(np.float32)
    assert np.array_equal(mixed(SPEECH, 3, [hiss], 6), mixed(SPEECH, 3, [hiss], 6))
    assert not np.array_equal(mixed(SPEECH, 3, [hiss], 6), mixed(SPEECH, 4, [hiss], 6))


def test_loud_mixtures_stay_within_the_scale() -> None:
    assert np.abs(mixed(SPEECH * 9, 0, [NOISE], -6)).max() <= 1.0


def test_clean_comes_first_and_levels_want_a_recording() -> None:
    assert list(conditions((), ())) == ["clean"]
    with pytest.raises(UsageError, match="--noise"):
        conditions((), (6.0,))


def test_a_recording_makes_a_condition_of_each_level(tmp_path: Path) -> None:
    import soundfile

    soundfile.write(tmp_path / "fan.wav", NOISE, 16_000)
    made = conditions([tmp_path / "fan.wav"], (24.0, 6.0))
    assert list(made) == ["clean", "24 dB", "6 dB"]
    assert np.array_equal(made["clean"](SPEECH, 0), SPEECH)
    assert not np.array_equal(made["6 dB"](SPEECH, 0), SPEECH)
