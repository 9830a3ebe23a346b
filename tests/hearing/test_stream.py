"""Raw sound from a pipe."""

from __future__ import annotations

import io

import numpy as np
import pytest

from assistant.errors import AudioError, UsageError
from assistant.events import Listening
from assistant.hearing.stream import PcmSource
from assistant.records import SAMPLE_RATE, Block, Floats
from tests.hearing.sounds import loudest_hertz, tone


def pcm(samples: Floats) -> bytes:
    return (samples * 32_767).astype("<i2").tobytes()


def heard(data: bytes, rate: int = SAMPLE_RATE) -> Floats:
    items = list(PcmSource(io.BytesIO(data), rate, tail_s=0.0).blocks())
    assert isinstance(items[0], Listening)
    blocks = [item.samples for item in items if isinstance(item, Block)]
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def test_samples_come_through_as_they_are() -> None:
    samples = tone(0.5)
    np.testing.assert_allclose(heard(pcm(samples)), samples, atol=1e-4)


def test_full_scale_stays_within_one() -> None:
    extremes = np.array([-32_768, 32_767] * 160, "<i2").tobytes()
    samples = heard(extremes)
    assert samples.min() == -1.0
    assert samples.max() == pytest.approx(1.0, abs=1e-4)


def test_half_a_sample_at_the_end_is_dropped() -> None:
    data = pcm(tone(0.1))
    np.testing.assert_array_equal(heard(data + b"\x7f"), heard(data))


class Dripping(io.BytesIO):
    """A pipe that gives bytes as they come, not as they belong together."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(7, size) if size and size > 0 else size)


def test_a_pipe_that_splits_samples_loses_none() -> None:
    data = pcm(tone(0.1))
    items = PcmSource(Dripping(data), tail_s=0.0).blocks()
    dripped = np.concatenate([item.samples for item in items if isinstance(item, Block)])
    np.testing.assert_array_equal(dripped, heard(data))


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_another_rate_is_resampled(rate: int) -> None:
    samples = heard(pcm(tone(1.0, 440, rate)), rate)
    assert len(samples) == pytest.approx(SAMPLE_RATE, abs=320)
    assert loudest_hertz(samples) == pytest.approx(440, abs=2)


@pytest.mark.parametrize("data", [b"", b"\x01"])
def test_nothing_is_an_error(data: bytes) -> None:
    items = PcmSource(io.BytesIO(data)).blocks()
    assert isinstance(next(items), Listening)
    with pytest.raises(AudioError, match="No sound came through standard input; check"):
        next(items)


def test_the_end_is_followed_by_silence_for_the_endpoint() -> None:
    items = list(PcmSource(io.BytesIO(pcm(tone(0.1)))).blocks())
    samples = np.concatenate([item.samples for item in items if isinstance(item, Block)])
    assert len(samples) == 1_600 + SAMPLE_RATE
    assert not samples[1_600:].any()


@pytest.mark.parametrize("rate", [0, -16_000, 100, 1_000_000])
def test_an_impossible_rate_is_refused(rate: int) -> None:
    with pytest.raises(UsageError, match="give 1000 to 768000"):
        PcmSource(io.BytesIO(), rate)
