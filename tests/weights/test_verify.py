"""Comparing two forms of one model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from assistant.errors import ModelError
from assistant.records import Emissions, Floats, Vocabulary
from assistant.weights.verify import compare

VOCABULARY = Vocabulary(("<pad>", "a", "b"), blank=0, word_delimiter=None)
SOUND = np.zeros(160, np.float32)


@dataclass
class Reader:
    """Gives the best column of each frame probability `sure`, and the rest what is left."""

    path: list[int]
    sure: float = 0.8
    vocabulary: Vocabulary = VOCABULARY

    def emissions(self, samples: Floats) -> Emissions:
        width = len(self.vocabulary.tokens)
        probs = np.full((len(self.path), width), (1 - self.sure) / (width - 1), np.float32)
        probs[np.arange(len(self.path)), self.path] = self.sure
        return Emissions(np.log(probs), self.vocabulary, 0.02)


def test_a_model_agrees_with_itself() -> None:
    found = compare(Reader([0, 1, 1, 2]), Reader([0, 1, 1, 2]), [SOUND, SOUND])
    assert (found.max_abs, found.mean_abs) == (0, 0)
    assert (found.utterances, found.frames) == (2, 8)
    assert (found.frame_agreement, found.same_reading) == (1, 1)


def test_differences_are_of_log_probabilities() -> None:
    found = compare(Reader([1], sure=0.8), Reader([1], sure=0.4), [SOUND])
    assert found.max_abs == pytest.approx(np.log(3))  # 0.1 against 0.3
    assert found.mean_abs == pytest.approx((np.log(2) + 2 * np.log(3)) / 3)


def test_another_path_with_the_same_reading() -> None:
    found = compare(Reader([0, 1, 1, 2]), Reader([0, 0, 1, 2]), [SOUND])
    assert found.frame_agreement == 0.75
    assert found.same_reading == 1


def test_a_letter_read_twice_is_another_reading() -> None:
    found = compare(Reader([1, 1, 1]), Reader([1, 0, 1]), [SOUND])
    assert found.same_reading == 0


def test_models_with_other_frames_are_not_compared() -> None:
    with pytest.raises(ModelError, match="two forms of one model"):
        compare(Reader([1, 2]), Reader([1]), [SOUND])


def test_models_with_other_symbols_are_not_compared() -> None:
    other = Vocabulary(("<pad>", "b", "a"), blank=0, word_delimiter=None)
    with pytest.raises(ModelError, match="two forms of one model"):
        compare(Reader([1]), Reader([1], vocabulary=other), [SOUND])


def test_nothing_to_compare_on() -> None:
    with pytest.raises(ModelError, match="no sound"):
        compare(Reader([1]), Reader([1]), [])
