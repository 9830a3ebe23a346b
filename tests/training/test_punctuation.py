"""Learning where marks stand, from sentences made for it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from assistant.captions.punctuation import PAUSES_S, PunctuationModel, Restorer
from assistant.records import Word
from assistant.training.punctuation import Written, agreements, estimate, written


def forms(line: str) -> list[tuple[str, str, bool]]:
    return [(word.said, word.form, word.last) for word in written(line)]


def test_a_line_is_read_with_its_marks_and_capitals() -> None:
    assert forms("In Well-known Rome, it's late.") == [
        ("in", "In", False),
        ("well", "Well", False),
        ("known", "known", False),
        ("rome", "Rome", False),
        ("it's", "it's", False),
        ("late", "late", True),
    ]


def test_sentences_within_a_line_end_and_abbreviations_do_not() -> None:
    said = '"Where is Mr. Bell now?" Nobody can say; really!'
    assert [word for word, _, last in forms(said) if last] == ["now", "really"]


@pytest.mark.parametrize("line", ["", "It is 5 miles away.", "no sentence at all", "Oh no!"])
def test_what_is_not_read_as_it_is_written_teaches_nothing(line: str) -> None:
    assert written(line) == []


def lines(count: int) -> list[list[Written]]:
    """Sentences, some with a name."""
    draw = random.Random(1)
    made = []
    for _ in range(count):
        who, what = draw.choice(["Anna", "the dog", "my aunt"]), draw.choice(["ran", "sang"])
        made.append(f"Then {who} {what}, but nobody came.")
        made.append(f"Why do we wait for {who} here?")
    return [written(line) for line in made]


def spoken(text: list[list[Written]]) -> list[Word]:
    """By somebody who pauses at the ends of sentences."""
    at_s, words = 0.0, []
    for word in (word for line in text for word in line):
        words.append(Word(word.said, at_s, at_s + 0.3, 0.9))
        at_s += 0.3 + (0.9 if word.last else 0.02)
    return words


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> PunctuationModel:
    file = tmp_path_factory.mktemp("model") / "model.npz"
    estimate(lines(150), [spoken(lines(20))]).save(file)
    return PunctuationModel.load(file)


def test_it_puts_everything_back(model: PunctuationModel) -> None:
    reference = [word for line in lines(10) for word in line]
    restored = Restorer(model).restore(spoken(lines(10)))
    for sign, one in agreements(reference, restored).items():
        assert one.f1 == 1.0, sign


def test_pauses_are_learnt_without_marks(model: PunctuationModel) -> None:
    short, long = np.searchsorted(PAUSES_S, [0.02, 0.9])
    assert model.pauses[short] < -2
    assert model.pauses[long] > 2
