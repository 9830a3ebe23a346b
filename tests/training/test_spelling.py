"""Text in a model's letters, whatever their case and order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.records import Vocabulary
from assistant.training.spelling import Spelling, new_vocabulary

CAPITALS = Vocabulary(("<pad>", "<s>", "</s>", "<unk>", "|", *"EANT'"), 0, 4, frozenset(range(4)))

WORDS = st.lists(st.text("abcdefgäöüß'", min_size=1, max_size=6), min_size=1, max_size=4)


def read(columns: list[int], vocabulary: Vocabulary) -> str:
    letters = (vocabulary.tokens[column] for column in columns)
    return "".join(" " if letter == "|" else letter for letter in letters)


@given(WORDS)
def test_a_new_vocabulary_spells_its_own_texts(words: list[str]) -> None:
    text = " ".join(words)
    vocabulary = new_vocabulary([text])
    spelling = Spelling(vocabulary)
    assert not spelling.missing([text])
    assert read(spelling.targets(text), vocabulary) == text
    assert vocabulary.blank not in spelling.targets(text)


def test_a_vocabulary_of_capitals_is_written_in_capitals_and_read_in_lower_case() -> None:
    spelling = Spelling(CAPITALS)
    assert read(spelling.targets("an ant"), CAPITALS) == "AN ANT"
    assert spelling.unfold("AN ANT") == "an ant"


def test_letters_that_a_vocabulary_lacks_are_named_and_left_out() -> None:
    spelling = Spelling(CAPITALS)
    assert spelling.missing(["a tent", "übel"]) == {"Ü", "B", "L"}
    assert read(spelling.targets("übel"), CAPITALS) == "E"


def test_both_cases_stay_as_they_are() -> None:
    vocabulary = new_vocabulary(["Anna und", "ANNA"])
    spelling = Spelling(vocabulary)
    assert read(spelling.targets("Anna"), vocabulary) == "Anna"
    assert spelling.unfold("Anna") == "Anna"
