"""Augmentation: the same for the same seed, and true to its rules on length and level."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.training.augment import (
    Augmentation,
    Augmenter,
    add_noise,
    change_speed,
    draw_speed,
    place,
    rms,
    room_response,
)

SPEECH = (0.1 * np.sin(np.arange(16_000) ** 1.2 / 40)).astype(np.float32)
EVERYTHING = Augmentation(
    room=1, equaliser=1, telephone=1, noise=1, clip=1, band_mask=1, time_mask=1
)


class Crowd:
    """Noise and babble without a corpus."""

    def noise(self, rng: np.random.Generator, samples: int) -> np.ndarray:
        return rng.standard_normal(samples).astype(np.float32)

    def babble(self, rng: np.random.Generator, samples: int) -> np.ndarray:
        return np.full(samples, 0.1, np.float32)


AUGMENTER = Augmenter(EVERYTHING, 5, Crowd())


def harmed(seed: int, strength: float) -> np.ndarray:
    return AUGMENTER(SPEECH, np.random.default_rng(seed), strength)


def test_the_same_seed_does_the_same_harm_and_another_does_not() -> None:
    assert np.array_equal(harmed(3, 1.0), harmed(3, 1.0))
    assert not np.allclose(harmed(3, 1.0), harmed(4, 1.0))


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000), strength=st.floats(0, 1))
def test_length_stays_and_the_level_is_what_the_model_expects(seed: int, strength: float) -> None:
    wave = harmed(seed, strength)
    assert wave.shape == SPEECH.shape
    assert wave.dtype == np.float32
    assert np.isfinite(wave).all()
    assert abs(float(wave.mean())) < 1e-3
    assert rms(wave) == pytest.approx(1.0, abs=0.02)


def test_without_strength_only_a_faint_floor_is_added() -> None:
    clean = SPEECH / SPEECH.std()
    assert rms(harmed(1, 0.0) - clean) < 0.03


def test_silence_stays_finite() -> None:
    wave = AUGMENTER(np.zeros(4000, np.float32), np.random.default_rng(1), 1.0)
    assert np.isfinite(wave).all()


@settings(deadline=None, max_examples=40)
@given(factor=st.floats(0.5, 2.0), samples=st.integers(2, 5000))
def test_speed_divides_the_length(factor: float, samples: int) -> None:
    assert len(change_speed(np.ones(samples, np.float32), factor)) == pytest.approx(
        samples / factor, abs=1
    )


def test_twice_as_fast_is_an_octave_up() -> None:
    tone = np.sin(2 * np.pi * 500 * np.arange(16_000) / 16_000).astype(np.float32)
    spectrum = np.abs(np.fft.rfft(change_speed(tone, 2.0)))
    assert np.argmax(spectrum) * 16_000 / 8000 == pytest.approx(1000, abs=5)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_speed_stays_in_its_range_and_is_1_without_strength(seed: int) -> None:
    recipe = Augmentation()
    assert (
        recipe.speed[0] <= draw_speed(np.random.default_rng(seed), recipe, 1.0) <= recipe.speed[1]
    )
    assert draw_speed(np.random.default_rng(seed), recipe, 0.0) == 1.0


@pytest.mark.parametrize("snr", [0.0, 10.0, 20.0])
def test_noise_stands_as_far_under_speech_as_it_should(snr: float) -> None:
    noise = np.random.default_rng(1).standard_normal(len(SPEECH)).astype(np.float32)
    added = add_noise(SPEECH, noise, rms(SPEECH), snr) - SPEECH
    assert 20 * np.log10(rms(SPEECH) / rms(added)) == pytest.approx(snr, abs=0.1)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_a_room_begins_with_the_direct_sound_and_dies_away(seed: int) -> None:
    response = room_response(np.random.default_rng(seed))
    assert response[0] == 1.0
    half = len(response) // 2
    assert np.square(response[1:]).sum() <= 0.51
    assert np.square(response[half:]).sum() < np.square(response[1:half]).sum()


def test_pieces_stand_where_their_gaps_put_them() -> None:
    whole = place([np.ones(3, np.float32), np.full(2, 2.0, np.float32)], [1, 2], 10)
    assert whole.tolist() == [0, 1, 1, 1, 0, 0, 2, 2, 0, 0]
