"""Words in the columns of a vocabulary."""

from __future__ import annotations

from assistant.records import Vocabulary
from assistant.understanding.sound.pronounce import RuleLexicon
from assistant.understanding.sound.spelling import LetterSpeller, PhonemeSpeller

UPPER = Vocabulary(("<pad>", "|", "A", "B", "É", "'"), 0, 1, frozenset({0}))
SOUNDS = Vocabulary(("<pad>", "|", "eɪ", "b", "<unk>"), 0, 1, frozenset({0, 4}))


def test_case_follows_the_vocabulary() -> None:
    assert LetterSpeller(UPPER).ways("ab") == ((2, 3),)


def test_apostrophes_and_accents_may_be_left_out() -> None:
    assert LetterSpeller(UPPER).ways("a'b") == ((2, 5, 3), (2, 3))
    assert (4,) in LetterSpeller(UPPER).ways("é")


def test_a_word_with_an_unknown_letter_cannot_be_written() -> None:
    assert LetterSpeller(UPPER).ways("abc") == ()


def test_the_delimiter_and_marks_are_no_letters() -> None:
    assert LetterSpeller(UPPER).ways("|") == ()


def test_phonemes_come_from_the_lexicon() -> None:
    lexicon = RuleLexicon({"bay": (("b", "eɪ"), ("b", "eɪ"), ("b", "x"), ("<unk>",))}, {})
    assert PhonemeSpeller(SOUNDS, lexicon).ways("bay") == ((3, 2),)
    assert PhonemeSpeller(SOUNDS, lexicon).ways("?") == ()
