from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.confusion import SmallWords
from assistant.understanding.features import Features, Vector

FEATURES = Features(
    ["set a timer for ten minutes", "what is the weather", "call anna", "call bob"],
    SmallWords("en"),
)


def length(vector: Vector) -> float:
    return float(np.linalg.norm(vector.values))


def test_known_sentences_have_length_one_and_strange_ones_less() -> None:
    assert length(FEATURES.vector("call anna")) == pytest.approx(1.0, abs=1e-3)
    assert length(FEATURES.vector("call zyx")) < 0.8
    assert length(FEATURES.vector("zzyx")) < 0.2


def test_a_misspelt_word_is_mended_to_the_known_one() -> None:
    known = FEATURES.vector("set a timer")
    for text, least in (("set a tymer", 0.5), ("set a zyzzyva", 0.0)):
        plain, mended = FEATURES.vector(text), FEATURES.mended(text)
        gain = product(mended, known) - product(plain, known)
        assert gain > 0.1 if least else gain == pytest.approx(0.0, abs=0.05)


def product(one: Vector, other: Vector) -> float:
    dense = np.zeros((2, len(FEATURES)))
    for row, vector in zip(dense, (one, other), strict=True):
        np.add.at(row, vector.columns, vector.values)
    return float(dense[0] @ dense[1])


def test_rare_features_count_more() -> None:
    anna, call = FEATURES.vector("anna"), FEATURES.vector("call")
    assert product(anna, FEATURES.vector("call anna")) > product(call, FEATURES.vector("call anna"))


@given(st.text(max_size=30))
def test_any_text_is_a_vector_no_longer_than_one(text: str) -> None:
    for vector in (FEATURES.vector(text), FEATURES.mended(text)):
        assert length(vector) <= 1.001
        assert vector.columns.max(initial=0) < len(FEATURES)
