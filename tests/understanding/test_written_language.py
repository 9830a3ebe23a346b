"""Telling languages apart by their letters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.understanding.written_language import KNOWN, language_of

UTTERANCES = Path(__file__).parent.parent / "utterances"
ENGLISH = ("timer", "alarm", "question", "schedule", "lists", "dial")


def phrases(language: str) -> list[str]:
    names = ENGLISH if language == "en" else (language,)
    lines = [
        line
        for name in names
        for line in (UTTERANCES / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    return [json.loads(line)["text"] for line in lines]


@pytest.mark.parametrize("language", KNOWN)
def test_what_is_said_to_an_assistant_is_told_apart(language: str) -> None:
    said = phrases(language)
    told = [text for text in said if language_of(text) == language]
    assert len(told) / len(said) >= 0.93


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The old house stood at the end of a long road through the woods."),
        ("de", "Das alte Haus stand am Ende einer langen Straße durch den Wald."),
        ("es", "La vieja casa estaba al final de un largo camino por el bosque."),
        ("fr", "La vieille maison se trouvait au bout d'une longue route dans la forêt."),
        ("it", "La vecchia casa si trovava alla fine di una lunga strada nel bosco."),
    ],
)
def test_a_sentence_of_anything_is_told_apart(language: str, text: str) -> None:
    assert language_of(text) == language


def test_only_the_languages_that_are_asked_for_come_into_question() -> None:
    assert language_of("qué hora es", ("de", "it")) == "it"


def test_without_any_words_it_is_the_first() -> None:
    assert language_of("", ("fr", "de")) == "fr"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UsageError, match="“tlh” can't be told"):
        language_of("nuqneH", ("tlh", "en"))
