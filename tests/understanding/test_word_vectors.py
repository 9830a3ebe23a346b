"""Words that are used alike point the same way, in a language that has a table of them."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.classifier import Classifier
from assistant.understanding.confusion import SmallWords
from assistant.understanding.word_vectors import WordVectors, word_vectors

ENGLISH = WordVectors("en")


def alike(one: str, other: str) -> float:
    return float(ENGLISH.mean({one: 1.0}) @ ENGLISH.mean({other: 1.0}))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("buy", "purchase", "kitchen"),
        ("phone", "telephone", "banana"),
        ("rain", "snow", "delete"),
        ("postpone", "cancel", "violin"),
    ],
)
def test_words_used_alike_point_the_same_way(word: str, near: str, far: str) -> None:
    assert alike(word, near) > 0.5 > 0.3 > alike(word, far)


@given(st.dictionaries(st.sampled_from(["buy", "the", "milk", "xqzt", "vlorp"]), st.just(1.0)))
def test_the_length_is_the_share_of_known_words(words: dict[str, float]) -> None:
    length = np.linalg.norm(ENGLISH.mean(words))
    known = [word for word in words if word in ENGLISH]
    assert length == pytest.approx(0, abs=1e-6) if not known else 0 < length <= 1.0001
    assert (length > 0.9999) == (bool(words) and len(known) == len(words))


def test_common_words_count_less() -> None:
    mean = ENGLISH.mean({"the": 1.0, "umbrella": 1.0})
    assert mean @ ENGLISH.mean({"umbrella": 1.0}) > 0.99


def test_a_language_without_a_table_has_none() -> None:
    assert word_vectors("xx") is None
    with pytest.raises(FileNotFoundError):
        WordVectors("xx")


def test_what_is_kept_names_the_table_and_does_not_hold_it() -> None:
    kept = pickle.dumps(word_vectors("en"))
    assert len(kept) < 200
    assert pickle.loads(kept) is word_vectors("en")


def test_a_word_that_was_never_learnt_is_known_by_its_meaning() -> None:
    learnt = [
        ("buy some milk", "shopping"),
        ("buy bread and eggs", "shopping"),
        ("play some music", "music"),
        ("play the next song", "music"),
    ]
    small = SmallWords("en")
    classifier = Classifier(learnt, small, word_vectors("en"))
    assert classifier.guesses("purchase butter", 1)[0].intent == "shopping"
    assert classifier.guesses("start an album", 1)[0].intent == "music"
    without = Classifier(learnt, small).guesses("purchase butter", 1)[0]
    assert classifier.guesses("purchase butter", 1)[0].score > without.score + 0.1
