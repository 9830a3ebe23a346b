"""Marks and capitals for words that were only heard, with the model that comes with the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.captions.punctuation import BUNDLED, PunctuationModel, Restorer
from assistant.errors import ModelError
from assistant.records import Word
from tests.captions.test_cues import timed

LOADED = PunctuationModel.load()


def restored(text: str, pauses: dict[str, float] | None = None) -> str:
    words = timed(text, 0.3, pauses)
    return " ".join(word.text for word in Restorer(LOADED).restore(words))


def test_sentences_end_where_people_pause() -> None:
    said = "he was born in london and studied law she moved to germany in april"
    assert restored(said, {"law": 1.2}) == (
        "He was born in London and studied law. She moved to Germany in April."
    )


def test_names_keep_their_capitals_with_an_ending() -> None:
    assert restored("it is john's and i'm not in germany") == (
        "It is John's and I'm not in Germany."
    )


def test_what_a_model_wrote_with_marks_stays_as_it_is() -> None:
    assert restored("yes, we are in BERLIN") == "yes, we are in BERLIN"


def test_capitals_alone_are_no_news() -> None:
    """Many models write nothing but capitals."""
    assert restored("HE IS IN GERMANY") == "He is in Germany."


@settings(max_examples=30)
@given(texts=st.lists(st.text("abc'é\ud800", min_size=1, max_size=8), max_size=30))
def test_words_keep_their_letters_and_times(texts: list[str]) -> None:
    words = [Word(text, place, place + 0.5, 0.5) for place, text in enumerate(texts)]
    restored = Restorer(LOADED).restore(words)
    assert [replace(word, text=word.text.rstrip(".").lower()) for word in restored] == words


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"no model")
    with pytest.raises(ModelError, match=r"model\.npz can't be read"):
        PunctuationModel.load(tmp_path / "model.npz")


def test_it_is_small() -> None:
    assert BUNDLED.stat().st_size < 1_000_000
