""" "Why did you ask that?" and "pardon?" while a question waits, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intents.desk import Desk, make_desk

UTTERANCES = Path(__file__).parent.parent / "utterances"
CALL = {
    "en": "call anna jones",
    "de": "ruf anna jones an",
    "es": "llama a anna jones",
    "fr": "appelle anna jones",
    "it": "chiama anna jones",
}
NO = {"de": "nein", "fr": "non"}
WHY = {
    "en": ("why did you ask that", "why do you ask", "why are you asking me that"),
    "de": ("warum hast du das gefragt", "warum fragst du", "wieso willst du das wissen"),
    "es": ("por qué has preguntado eso", "por qué preguntas", "por qué me lo preguntas"),
    "fr": ("pourquoi as-tu demandé ça", "pourquoi tu demandes", "pourquoi me demandes-tu ça"),
    "it": ("perché l'hai chiesto", "perché chiedi", "perché me lo chiedi"),
}


@pytest.fixture(scope="module", params=CALL)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("desk"), language=request.param)


@pytest.fixture
def asked(desk: Desk) -> Iterator[str]:
    """The question that waits."""
    language = desk.understander.language
    yield desk.say(CALL[language])
    assert desk.decide(NO.get(language, "no")).reason == "declined"


def repeats(language: str) -> Iterator[str]:
    """The phrases that ask to hear the last answer again."""
    file = UTTERANCES / ("repeat.jsonl" if language == "en" else f"{language}.jsonl")
    for said in map(json.loads, file.read_text("utf-8").splitlines()):
        if said["intent"] == "repeat.repeat" and said["literal"]:
            yield said["text"]


def test_why_is_explained_and_then_the_question_is_asked_again(desk: Desk, asked: str) -> None:
    language = desk.understander.language
    for why in WHY[language]:
        explained = desk.say(why)
        assert explained.endswith(f" {asked}"), why
        assert CALL[language] in explained, why


def test_why_alone_is_about_the_question(desk: Desk, asked: str) -> None:
    said = {"en": "why", "de": "warum", "es": "por qué", "fr": "pourquoi", "it": "perché"}
    explained = desk.say(said[desk.understander.language])
    assert explained.endswith(f" {asked}")
    assert explained != asked


def test_whatever_asks_to_hear_it_again_repeats_the_question(desk: Desk, asked: str) -> None:
    phrases = list(repeats(desk.understander.language))
    assert len(phrases) >= 15
    assert {phrase: desk.say(phrase) for phrase in phrases} == dict.fromkeys(phrases, asked)


def test_help_is_given_and_then_the_question_is_asked_again(desk: Desk, asked: str) -> None:
    said = {"en": "what can i say", "de": "hilfe", "es": "ayuda", "fr": "aide", "it": "aiuto"}
    helped = desk.say(said[desk.understander.language])
    assert helped.endswith(f" {asked}")
    assert helped != asked
