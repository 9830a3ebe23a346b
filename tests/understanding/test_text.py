from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.text import composed, key, tokens, words


def test_case_and_punctuation_are_no_part_of_words() -> None:
    assert words("What's the TIME, please?!") == ("what's", "the", "time", "please")


def test_typographic_and_missing_apostrophes_are_the_same_word() -> None:
    assert key(words("what’s")[0]) == key(words("what's")[0]) == key("whats")


def test_letters_and_digits_part() -> None:
    assert words("5pm at 20%") == ("5", "pm", "at", "20", "%")


def test_a_stroke_or_a_dash_is_a_word_between_figures_alone() -> None:
    assert words("10/4 - 1") == ("10", "/", "4", "-", "1")
    assert words("/") == ("/",)  # a part of a text
    assert words("salt/pepper - a to-do") == ("salt", "pepper", "a", "to", "do")


@given(st.text(max_size=60))
def test_tokens_lie_where_they_say(text: str) -> None:
    plain = composed(text)
    for token in tokens(text):
        assert plain[token.start : token.end].lower().replace("’", "'") == token.word


@given(st.text(max_size=60))
def test_words_of_words_are_the_same_words(text: str) -> None:
    once = words(text.casefold())
    assert words(" ".join(once)) == once
