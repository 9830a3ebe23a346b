"""Voice detection on sounds whose nature is known."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.hearing.vad import WebRtcDetector
from assistant.records import BLOCK_SAMPLES, Floats
from assistant.settings import HearingSettings
from tests.hearing.sounds import bursts, silence, vowel


def share_of_speech(detector: WebRtcDetector, samples: Floats) -> float:
    blocks = samples[: len(samples) // BLOCK_SAMPLES * BLOCK_SAMPLES].reshape(-1, BLOCK_SAMPLES)
    return float(np.mean([detector.is_speech(block) for block in blocks]))


@pytest.mark.parametrize("aggressiveness", range(4))
def test_a_vowel_is_speech_and_silence_is_not(aggressiveness: int) -> None:
    detector = WebRtcDetector(HearingSettings(aggressiveness=aggressiveness))
    assert share_of_speech(detector, silence(1.0)) == 0
    assert share_of_speech(detector, vowel(1.0)) > 0.8


def test_what_lies_below_the_floor_never_counts() -> None:
    faint = bursts(3.0, dbfs=-62)
    lenient = HearingSettings(aggressiveness=0)
    assert share_of_speech(WebRtcDetector(lenient, floor_dbfs=-120.0), faint) > 0.2
    assert share_of_speech(WebRtcDetector(lenient), faint) == 0


def test_full_scale_does_not_wrap_around() -> None:
    detector = WebRtcDetector(HearingSettings())
    loud = vowel(1.0)
    loud = np.clip(loud / np.max(np.abs(loud)) * 4, -1, 1).astype(np.float32)
    assert share_of_speech(detector, loud) > 0.8


def test_reset_forgets_what_was_heard() -> None:
    used = WebRtcDetector(HearingSettings())
    noise = np.random.default_rng(1).normal(0, 0.05, 16_000).astype(np.float32)
    share_of_speech(used, noise)
    used.reset()
    fresh = WebRtcDetector(HearingSettings())
    block = (noise[:BLOCK_SAMPLES] * 3).astype(np.float32)
    assert [used.is_speech(block) for _ in range(20)] == [fresh.is_speech(block) for _ in range(20)]
