"""Letter-to-sound rules, and the list of English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.training.phonemes import PHONEMES
from assistant.understanding.sound.english import english
from assistant.understanding.sound.pronounce import (
    Phonemes,
    learn,
    packed_rules,
    packed_words,
    spoken,
    unpacked_rules,
    unpacked_words,
)

SOUNDS = {"a": "æ", "e": "ɛ", "o": "oʊ", "t": "t", "n": "n", "k": "k"}


def plain(word: str) -> Phonemes:
    """A language in which c is soft before e, x is two sounds, and h is silent."""
    found: list[str] = []
    for letter, following in zip(word, f"{word[1:]}$", strict=True):
        match letter:
            case "c":
                found.append("s" if following == "e" else "k")
            case "x":
                found += ["k", "s"]
            case "h":
                pass
            case _:
                found.append(SOUNDS[letter])
    return tuple(found)


WORDS = [
    a + b + c
    for a in ("ca", "ce", "no", "ta", "xe")
    for b in ("ce", "ca", "hat", "x", "ne")
    for c in ("", "t", "co", "ex")
]


def test_rules_say_what_they_learnt_from() -> None:
    rules = learn({word: plain(word) for word in WORDS})
    assert {word: spoken(word, rules) for word in WORDS} == {word: plain(word) for word in WORDS}


def test_rules_carry_over_to_other_words() -> None:
    rules = learn({word: plain(word) for word in WORDS})
    for word in ("cocoa", "tactex", "cenocexa"):
        assert spoken(word, rules) == plain(word)


def test_an_irregular_word_doesnt_become_a_rule() -> None:
    rules = learn({word: plain(word) for word in WORDS} | {"tanec": ("n", "t")})
    assert spoken("tano", rules) == plain("tano")


def test_words_that_cannot_be_aligned_are_left_out() -> None:
    assert learn({"a": ("t", "t", "t", "t")}) == {}
    assert learn({}) == {}


letters = st.text("abc'", min_size=1, max_size=5)
phonemes = st.lists(st.sampled_from(PHONEMES[1:]), min_size=1, max_size=4).map(tuple)
sides = st.text("abc^$", max_size=4)


@given(
    st.dictionaries(letters, st.lists(phonemes, min_size=1, max_size=3).map(tuple)),
    st.dictionaries(st.tuples(sides, st.sampled_from("abc"), sides), phonemes | st.just(())),
)
def test_packing_and_back(
    words: dict[str, tuple[Phonemes, ...]], rules: dict[tuple[str, str, str], Phonemes]
) -> None:
    assert unpacked_words(packed_words(words)) == words
    assert unpacked_rules(packed_rules(rules)) == rules


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("timer", "t aɪ m ɚ"),
        ("minutes", "m ɪ n ɪ t s"),
        ("don't", "d oʊ n t"),
        ("o'clock", "ə k l ɑː k"),
        ("lamp", "l æ m p"),
        ("siobhan", "ʃ ɪ v ɔː n"),
        ("sean", "ʃ ɔː n"),
        ("chloe", "k l oʊ i"),
    ],
)
def test_english_words(word: str, said: str) -> None:
    assert tuple(said.split()) in list(english().pronunciations(word))


def test_english_speaks_the_phonemes_of_the_starter_model() -> None:
    for word in ("siobhan", "xylophone", "thermostat", "zoe", "qi", "whats"):
        for said in english().pronunciations(word):
            assert said
            assert set(said) <= set(PHONEMES)
