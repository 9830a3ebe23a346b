"""The voice of the tests: other tests rely on what holds here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soxr
import webrtcvad
from numpy.typing import NDArray

from assistant.recognition.recognizer import Recognizer
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Floats
from tests.tiny_model import LETTERS, make_tiny_model, speak

SENTENCES = ["set a timer for ten minutes", "call o'neill on oh seven seven", LETTERS, "zzz aaa a"]


@pytest.fixture(scope="module")
def recognizer(tmp_path_factory: pytest.TempPathFactory) -> Recognizer:
    folder: Path = tmp_path_factory.mktemp("models")
    return Recognizer.load(make_tiny_model(folder))


@pytest.mark.parametrize("sentence", SENTENCES)
class TestHeard:
    def test_by_the_model(self, recognizer: Recognizer, sentence: str) -> None:
        assert recognizer(speak(sentence, silence_s=0.5))["text"] == sentence

    def test_after_resampling_to_a_telephone(self, recognizer: Recognizer, sentence: str) -> None:
        narrow = soxr.resample(speak(sentence), SAMPLE_RATE, 8_000)
        assert recognizer(soxr.resample(narrow, 8_000, SAMPLE_RATE))["text"] == sentence

    def test_cut_off_by_any_number_of_samples(self, recognizer: Recognizer, sentence: str) -> None:
        for cut in range(0, 320, 37):
            assert recognizer(speak(sentence)[cut:])["text"] == sentence

    @pytest.mark.parametrize("level", [0.003, 0.03, 0.3])
    def test_at_any_level_in_16_bits(
        self, recognizer: Recognizer, sentence: str, level: float
    ) -> None:
        pcm = _pcm(speak(sentence, level=level))
        assert recognizer((pcm / 32_768).astype(np.float32))["text"] == sentence

    def test_in_noise_10_db_below(self, recognizer: Recognizer, sentence: str) -> None:
        sound = speak(sentence)
        noise = np.random.default_rng(0).normal(0, 0.1 * 10**-0.5, len(sound))
        assert recognizer(sound + noise.astype(np.float32))["text"] == sentence

    @pytest.mark.parametrize("level", [0.01, 0.1, 0.3])
    def test_as_a_voice_in_a_quiet_room(self, sentence: str, level: float) -> None:
        sound = speak(sentence, level=level, silence_s=0.4)
        sound += np.random.default_rng(0).normal(0, 0.0003, len(sound)).astype(np.float32)
        pcm, detector = _pcm(sound), webrtcvad.Vad(2)
        starts = range(0, len(pcm) - BLOCK_SAMPLES, BLOCK_SAMPLES)
        heard = [
            detector.is_speech(pcm[i : i + BLOCK_SAMPLES].tobytes(), SAMPLE_RATE) for i in starts
        ]
        assert all(heard[20:-20])
        assert not any(heard[-5:])


def test_noise_says_nothing(recognizer: Recognizer) -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, 2 * SAMPLE_RATE).astype(np.float32)
    assert recognizer(noise)["text"] == ""


def _pcm(sound: Floats) -> NDArray[np.int16]:
    return (np.clip(sound, -1, 1) * 32_767).astype("<i2")
