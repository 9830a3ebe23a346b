"""Pronunciations by espeak-ng, merged and remembered."""

import json
from pathlib import Path

import pytest

from assistant.errors import TrainingError
from assistant.training.corpus import Clip
from assistant.training.phonemes import PHONEMES, phonemize, symbols, with_phonemes


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_CACHE", str(tmp_path))
    return tmp_path


def test_words_are_spelled_in_the_listed_symbols() -> None:
    spelled = phonemize(["set a timer for ten minutes", "the quick brown fox", "", "button"])
    assert spelled[0] == "s ɛ t | ə | t aɪ m ɚ | f ɔː ɹ | t ɛ n | m ɪ n ɪ t s"
    assert spelled[2] == ""
    assert {symbol for line in spelled for symbol in line.split()} <= set(PHONEMES)
    assert [line.count("|") for line in spelled] == [5, 3, 0, 0]


def test_a_letter_is_not_an_article() -> None:
    letter, article = phonemize(["seven a m", "a moment"])
    assert "| eɪ |" in letter
    assert article.startswith("ə |")


def test_what_was_pronounced_once_is_remembered(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = phonemize(["good day"])
    assert set(json.loads(next(cache.glob("*.json")).read_text())) == {"good", "day"}
    monkeypatch.setenv("PATH", "")
    assert phonemize(["good day"]) == first


def test_without_espeak_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TrainingError, match="install"):
        phonemize(["hello"])


def test_stress_is_dropped_and_symbols_are_merged() -> None:
    assert symbols("ˌæbɹɐkədˈæbɹə") == "æ b ɹ ə k ə d æ b ɹ ə"
    assert symbols("bˈʌʔn̩") == "b ʌ t ə n"
    assert symbols("t͡ʃˈɜːt͡ʃ") == "tʃ ɜː tʃ"


def test_clips_are_given_their_pronunciation() -> None:
    clip = Clip(Path("x.wav"), "yes", "ann", 1.0, "here", "CC0 1.0")
    assert with_phonemes([clip])[0].phonemes == "j ɛ s"
