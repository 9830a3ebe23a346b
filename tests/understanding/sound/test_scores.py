"""Emissions made ready for the search."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.records import Emissions, Vocabulary
from assistant.understanding.sound.acoustic_graph import ANYTHING, LETTER, NEVER
from assistant.understanding.sound.scores import ScoreSettings, part_of, scores
from tests.understanding.sound.helpers import FRAME_S, normalised, spelled

TINY = Vocabulary(("<pad>", "<s>", "|", "a", "b"), 0, 2, frozenset({0, 1}))


def emissions(*frames: list[float]) -> Emissions:
    return Emissions(normalised(np.array(frames)), TINY, FRAME_S)


def test_without_weight_the_emissions_stay() -> None:
    heard = emissions([0, 0, 0, 3, 0], [2, 0, 0, 0, 1])
    table = scores(heard, ScoreSettings(prior_weight=0.0)).table
    kept = [0, 2, 3, 4]
    np.testing.assert_allclose(table[:, kept], heard.log_probs[:, kept], rtol=1e-5)
    assert np.isneginf(table[:, 1]).all()


def test_what_is_common_everywhere_says_less() -> None:
    heard = emissions([5, 0, 0, 1, 0], [5, 0, 0, 0, 0], [5, 0, 0, 0, 0])
    plain, weighed = (scores(heard, ScoreSettings(prior_weight=w)).table[0] for w in (0.0, 0.7))
    assert weighed[3] - weighed[0] > plain[3] - plain[0]


def test_given_priors_are_used_for_every_utterance() -> None:
    heard = emissions([1, 0, 0, 0, 0])
    priors = np.array([0.5, 0.1, 0.1, 0.2, 0.1], np.float32)
    table = scores(heard, ScoreSettings(prior_weight=1.0), priors).table
    assert table[0, 3] == pytest.approx(heard.log_probs[0, 3] - np.log(0.2), abs=1e-5)


def test_free_text_pays_for_letters_and_delimiters_but_not_for_blanks() -> None:
    settings = ScoreSettings(prior_weight=0.0, free_text_penalty=1.5)
    heard = emissions([0, 0, 0, 4, 0], [0, 0, 4, 0, 0], [4, 0, 0, 0, 0])
    table = scores(heard, settings).table
    width = len(TINY.tokens)
    assert np.isneginf(table[:, width + NEVER]).all()
    assert table[0, width + LETTER] == pytest.approx(table[0, 3] - 1.5)
    assert table[1, width + ANYTHING] == pytest.approx(table[1, 2] - 1.5)
    assert table[2, width + ANYTHING] == pytest.approx(table[2, 0])


def test_emissions_are_left_as_they_were() -> None:
    heard = spelled("call anna")
    before = heard.log_probs.copy()
    scores(heard, ScoreSettings())
    np.testing.assert_array_equal(heard.log_probs, before)


def test_a_part_has_its_own_frames() -> None:
    whole = scores(spelled("call anna"), ScoreSettings())
    part = part_of(whole, 3, 7)
    np.testing.assert_array_equal(part.table, whole.table[3:7])
    np.testing.assert_array_equal(part.best, whole.best[3:7])
    np.testing.assert_array_equal(part.emissions.log_probs, whole.emissions.log_probs[3:7])
