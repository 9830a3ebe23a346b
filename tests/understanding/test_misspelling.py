"""How a model misspells: counted, written down, and used to compare."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.confusion import Confusions
from assistant.understanding.misspelling import Misspellings, learnt, packed, unpacked
from assistant.understanding.starter_misspellings import starter_misspellings

PAIRS = [("call the cook", "kall the kook"), ("call a nice cat", "kal a nice cat")] * 100
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=10)


def distance(known: Misspellings, said: str, heard: str) -> float:
    return float(known.distances(known.written([said]), np.array([0]), [heard])[0])


def test_shares_are_counted_by_neighbours() -> None:
    table = learnt(PAIRS)
    assert table["", "k", ""] == {"k": 1.0}
    assert table["^", "c", "a"] == {"k": pytest.approx(0.67), "c": pytest.approx(0.33)}
    assert table["a", "l", "l"] == {"l": 0.5, "": 0.5}
    assert ("", "c", "e") not in table, "it was seen too seldom to say anything"


def test_sound_that_was_not_understood_teaches_nothing() -> None:
    assert learnt([("call anna", "mbxuewq")] * 500) == {}


def test_a_table_is_written_and_read() -> None:
    table = learnt(PAIRS)
    assert unpacked(packed(table)) == table


def test_a_usual_misspelling_is_nearer_than_an_unusual_one() -> None:
    known = Misspellings(learnt(PAIRS))
    assert distance(known, "call", "kall") < distance(known, "call", "tall")
    assert distance(known, "call", "kal") < distance(known, "call", "kabl")
    assert distance(known, "call", "call") < distance(known, "call", "")


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_pairs_are_compared_alike_alone_and_together(pairs: list[tuple[str, str]]) -> None:
    known = starter_misspellings()
    said, heard = [one for one, _ in pairs], [other for _, other in pairs]
    together = known.distances(known.written(said), np.arange(len(pairs)), heard)
    assert together.tolist() == pytest.approx([distance(known, *pair) for pair in pairs], abs=1e-4)
    assert (together >= 0).all()


@given(WORDS)
def test_letters_of_other_alphabets_are_compared_too(word: str) -> None:
    assert distance(starter_misspellings(), "é" + word, "ß" + word) >= 0


def test_of_words_that_are_equally_far_by_ear_the_usual_misspelling_is_nearer() -> None:
    words = ["talk", "task"]
    plain = Confusions(words).near("tak")
    learned = Confusions(words, starter_misspellings()).near("tak")
    assert plain["talk"] == plain["task"]
    assert learned["talk"] < learned["task"]
    assert Confusions(words, starter_misspellings()).near("task")["task"] == 0
