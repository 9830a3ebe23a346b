"""Whether sound begins with the wake phrase."""

from __future__ import annotations

import pytest

from assistant.understanding.sound import SoundReader
from tests.understanding.sound.helpers import graph, intent, spelled

READER = SoundReader(graph(intent("ask.time", "what time is it")))


def behind(text: str, phrase: str = "computer", **how: float) -> str | None:
    """What stands behind the phrase. Two frames come first, then two a letter."""
    stop = READER.opening(spelled(text, **how), phrase.split())  # type: ignore[arg-type]
    return None if stop is None else text[(stop - 1) // 2 :].strip()


@pytest.mark.parametrize("text", ["computer what time is it", "computerwhat time is it"])
def test_what_follows_the_phrase_is_told(text: str) -> None:
    assert behind(text) == "what time is it"


def test_the_phrase_alone_has_nothing_behind_it() -> None:
    assert behind("computer") == ""


def test_a_phrase_may_have_several_words() -> None:
    assert behind("smart mirror what time is it", "smart mirror") == "what time is it"


@pytest.mark.parametrize("text", ["what time is it", "call the computer", "", "compare it now"])
def test_other_beginnings_are_not_the_phrase(text: str) -> None:
    assert behind(text) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_misspelt_phrase_is_found_in_poor_sound(seed: int) -> None:
    assert behind("compiter what time is it", sure=6.0, noise=1.2, seed=seed) == "what time is it"


def test_words_that_cannot_be_written_are_never_said() -> None:
    assert behind("computer", "计算机") is None
