from __future__ import annotations

import pytest

from assistant.understanding.classifier import Classifier
from assistant.understanding.confusion import SmallWords

SMALL = SmallWords("en")

SENTENCES = [
    *((f"set a timer for {n} minutes", "timer") for n in ("five", "ten", "twenty", "three")),
    ("start the timer", "timer"),
    *((f"what is the weather {when}", "weather") for when in ("today", "tomorrow", "like")),
    ("will it rain", "weather"),
    *((f"call {who}", "call") for who in ("anna", "my mother", "the doctor", "bob")),
]


def test_other_wordings_find_their_intent() -> None:
    classifier = Classifier(SENTENCES, SMALL)
    for text, intent in [
        ("could you put a timer on", "timer"),
        ("is it going to rain tomorrow", "weather"),
        ("i want to call the doctor now", "call"),
        ("set a tymer for fife minits", "timer"),
    ]:
        assert classifier.guesses(text)[0].intent == intent


def test_guesses_come_best_first_and_know_their_distance() -> None:
    best, second, *_ = Classifier(SENTENCES, SMALL).guesses("start a timer for ten minutes")
    assert best.score > second.score
    assert best.margin == pytest.approx(best.score - second.score)
    assert second.margin < 0 < best.similarity <= 1.001


def test_what_has_nothing_in_common_is_not_similar() -> None:
    classifier = Classifier(SENTENCES, SMALL)
    own = classifier.guesses("set a timer for five minutes")[0]
    strange = classifier.guesses("zyzzyva qwop")[0]
    assert strange.similarity < 0.2 < own.similarity


def test_learning_is_repeatable() -> None:
    first, second = (Classifier(SENTENCES, SMALL).guesses("call the timer") for _ in range(2))
    assert first == second


def test_nothing_learnt_guesses_nothing() -> None:
    assert Classifier([], SMALL).guesses("call anna") == []


def test_no_words_are_guessed_as_nothing() -> None:
    assert Classifier(SENTENCES, SMALL).guesses("?!") == []


def test_misspelt_words_are_mended_and_strange_ones_cost() -> None:
    classifier = Classifier(SENTENCES, SMALL)
    clean, misspelt, strange = (
        classifier.guesses(text)[0]
        for text in ("call the doctor", "kall tha docter", "call the zyzzyva qwopping")
    )
    assert {one.intent for one in (clean, misspelt, strange)} == {"call"}
    assert clean.score > misspelt.score
    assert clean.score > strange.score
    assert misspelt.margin > misspelt.score / 2


def test_scores_are_probabilities() -> None:
    guesses = Classifier(SENTENCES, SMALL).guesses("what is the weather", count=9)
    assert sum(guess.score for guess in guesses) == pytest.approx(1.0, abs=1e-5)


def test_many_sentences_are_learnt_in_batches() -> None:
    tens = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    more = [(f"set an alarm in {a} hours and {b} minutes", "alarm") for a in tens for b in tens]
    classifier = Classifier([*SENTENCES, *more], SMALL)
    assert classifier.guesses("an alarm in four hours and nine minutes")[0].intent == "alarm"
    assert classifier.guesses("will it rain")[0].intent == "weather"
