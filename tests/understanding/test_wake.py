from __future__ import annotations

import pytest

from assistant.understanding.wake import after_wake, torn_off


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("computer call Anna", "call Anna"),
        ("Computer, call Anna!", "call Anna!"),
        ("computa call anna", "call anna"),
        ("com puter call anna", "call anna"),
        ("hey computer call anna", "call anna"),
        ("kompjuter", ""),
        ("COMPUTER", ""),
    ],
)
def test_the_phrase_is_found_however_it_was_spelt(text: str, rest: str) -> None:
    assert after_wake(text, "computer") == rest


@pytest.mark.parametrize("text", ["call anna", "call the computer", "", "come here", "compare it"])
def test_other_beginnings_are_not_the_phrase(text: str) -> None:
    assert after_wake(text, "computer") is None


def test_a_phrase_may_have_several_words() -> None:
    assert after_wake("hay jarvis what time is it", "hey jarvis") == "what time is it"
    assert after_wake("hey what time is it", "hey jarvis") is None


@pytest.mark.parametrize(
    ("word", "rest"),
    [("computerwhat", "what"), ("compitercal", "cal"), ("what", "what"), ("", "")],
)
def test_what_the_phrase_ran_into_is_torn_off(word: str, rest: str) -> None:
    assert torn_off(word, "hey computer") == rest
