from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.confusion import (
    LARGEST,
    Confusions,
    SmallWords,
    distance_by_ear,
    sound_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("five", "fife"), ("two", "to"), ("eight", "ate"), ("night", "nite"), ("call", "kal")],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


def test_the_nearest_word_by_ear_is_the_right_one() -> None:
    confusions = Confusions(["minutes", "seconds", "hours", "months"])
    near = confusions.near("minits")
    assert min(near, key=near.__getitem__) == "minutes"


def test_a_known_word_is_not_lightly_taken_for_another() -> None:
    confusions = Confusions(["fifteen", "fifty"])
    assert confusions.near("fifteen")["fifteen"] == 0
    assert confusions.near("fifteen").get("fifty", 1.0) > confusions.near("fiften")["fifteen"]


def test_homophones_are_cheap() -> None:
    near = Confusions(["for", "four"]).near("for")
    assert near["for"] < near["four"] < LARGEST / 2


def test_words_that_have_nothing_in_common_are_not_near() -> None:
    assert Confusions(["timer"]).near("anna") == {}


def test_no_vocabulary_is_near_nothing() -> None:
    assert Confusions([]).near("anna") == {}


def test_negations_can_not_be_skipped_and_fillers_cost_little() -> None:
    small = SmallWords("en")
    assert small.skip("dont", known=True) == float("inf")
    assert small.skip("please", known=True) < small.skip("umbrella", known=False)
    assert small.skip("umbrella", known=False) < small.skip("ten", known=True)
    assert small.negated(["dont", "call"])
    assert not small.negated(["call"])


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert 0 <= distance_by_ear(one, other) <= 1
    assert distance_by_ear(one, other) == distance_by_ear(other, one)
    assert distance_by_ear(one, one) == 0


def test_words_that_any_request_has_tell_nothing() -> None:
    assert SmallWords("en").tells("timer")
    assert not SmallWords("en").tells("could")
    assert not SmallWords("xx").tells("timer"), "nothing is known of this language"
