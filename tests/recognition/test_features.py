"""What the model reads, and windows that join without a seam."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognition.features import log_softmax, normalised, padded, windows


def test_normalised_sound_has_mean_0_and_variance_1() -> None:
    sound = np.random.default_rng(0).normal(0.3, 0.02, 5_000).astype(np.float32)
    found = normalised(sound)
    assert found.dtype == np.float32
    assert found.mean() == pytest.approx(0, abs=1e-4)
    assert found.std() == pytest.approx(1, rel=1e-3)


def test_silence_stays_silence() -> None:
    assert not normalised(np.full(500, 0.25, np.float32)).any()
    assert len(normalised(np.zeros(0, np.float32))) == 0


def test_very_quiet_sound_is_not_blown_up_to_full_variance() -> None:
    sound = np.random.default_rng(0).normal(0, 1e-5, 5_000).astype(np.float32)
    assert normalised(sound).std() < 0.05


def test_padding_only_lengthens() -> None:
    assert padded(np.ones(2, np.float32), 4).tolist() == [1, 1, 0, 0]
    assert padded(np.ones(5, np.float32), 4).tolist() == [1] * 5


def test_log_softmax_of_large_logits_is_exact_and_normal() -> None:
    logits = np.array([[1000, 1000, -1000], [0, 0, 0]], np.float32)
    found = log_softmax(logits)
    assert found[0, :2] == pytest.approx(np.log([0.5, 0.5]))
    assert np.exp(found).sum(axis=1) == pytest.approx([1, 1])


def test_log_probabilities_stay_as_they_are() -> None:
    once = log_softmax(np.random.default_rng(0).normal(size=(50, 30)).astype(np.float32))
    assert log_softmax(once) == pytest.approx(once, abs=1e-5)


@given(
    samples=st.integers(1, 3_000),
    frames=st.integers(3, 30),
    context=st.integers(1, 10),
    stride=st.integers(1, 7),
    data=st.data(),
)
def test_windows_give_each_frame_once_and_in_order(
    samples: int, frames: int, context: int, stride: int, data: st.DataObject
) -> None:
    length = (frames + 2 * context) * stride
    field = data.draw(st.integers(stride, (context + 1) * stride))
    samples = max(samples, field)

    def frames_of(start: int, stop: int) -> list[int]:
        """The first sample of each frame that a convolution over the stretch gives."""
        return list(range(start, stop - field + 1, stride))

    joined: list[int] = []
    for window in windows(samples, length, context * stride, stride):
        assert window.stop - window.start <= length
        end = None if window.keep is None else window.skip + window.keep
        joined += frames_of(window.start, window.stop)[window.skip : end]
    assert joined == frames_of(0, samples)
