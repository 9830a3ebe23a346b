"""The built-in abilities in other languages: what people say, and what is answered."""

from __future__ import annotations

import inspect
import json
import re
import string
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.acting import phrases
from assistant.acting.loader import load
from assistant.bundled import bundled
from tests.intents.desk import Desk, furnished, make_desk
from tests.intents.encoding import encoded

LANGUAGES = ("de", "es", "fr", "it")
UTTERANCES = Path(__file__).parent.parent / "utterances"
INTENTS = load([bundled("intents")], installed=False).intents
ENGLISH = ("holiday", "home", "house", "media", "notes", "routines", "weather")
"""Families of which no language has sentences yet."""
UNTRANSLATED = {"why.why", "question.look_up", "ask.look_up"} | {
    made.name
    for made in INTENTS
    if made.name.partition(".")[0] in ENGLISH
    or (made.name.startswith("calculate.") and not made.tongues)
}
"""Explanations, facts, what knows everything, and the rarer sums are English too."""


@cache
def cases(language: str) -> list[dict[str, Any]]:
    lines = (UTTERANCES / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def desk(language: str, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return furnished(make_desk(tmp_path_factory.mktemp(language), language=language))


def test_sixty_phrases_are_understood(desk: Desk, language: str) -> None:
    wrong = []
    for case in cases(language):
        desk.at_s += 100.0  # the question before is forgotten
        command = desk.decide(case["text"]).command
        slots = {slot.name: encoded(slot.value) for slot in command.slots} if command else {}
        if command is None or (command.intent, slots) != (case["intent"], case["slots"]):
            wrong.append((case["text"], command))
    assert wrong == []
    assert len({case["text"] for case in cases(language)}) >= 60


def test_every_ability_has_phrases(language: str) -> None:
    reached = {case["intent"] for case in cases(language)}
    assert reached == {made.name for made in INTENTS} - UNTRANSLATED


def test_every_ability_has_sentences_and_an_example(language: str) -> None:
    for made in INTENTS:
        if made.name not in UNTRANSLATED:
            assert made.spec_in(language).templates, made.name
            assert made.examples_in(language), made.name


def test_phrases_are_those_of_the_ability_with_the_same_values(language: str) -> None:
    for made in INTENTS:
        texts = (Path(made.file).read_text("utf-8"), inspect.getsource(phrases))
        source = re.sub(r'"\n\s*"', "", "".join(texts))
        source = source.replace("'", '"')
        for said, other in made.translation(language).phrases.items():
            asked = said.replace("'", '"')
            assert f'"{asked}"' in source, f"{made.name} doesn't say {said!r}"
            assert fields(other) == fields(said), (made.name, said)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


TALKS = {
    "de": {
        "stelle einen Timer auf zehn Minuten": "Timer auf zehn Minuten gestellt.",
        "stelle einen Timer": "Wie lange?",
        "eine halbe Stunde": "Timer auf eine halbe Stunde gestellt.",
        "weck mich morgen um sieben": "Wecker gestellt für morgen um 7 Uhr.",
        "ruf Bob Hall an": "Bob Hall anrufen, Handy, 0 7 7, 0 0 9 0, 0 5 5 5?",
        "wie bitte": "Bob Hall anrufen, Handy, 0 7 7, 0 0 9 0, 0 5 5 5?",
        "nein danke": "",
        "setze Milch und Brot auf die Einkaufsliste": "Milch und Brot steht jetzt auf der "
        "Einkaufsliste.",
        "erinnere mich morgen um neun an die Pflanzen": "Ich erinnere dich morgen um 9 Uhr: "
        "die Pflanzen.",
        "was ist zehn geteilt durch vier": "2,5.",
        "wie viele Tage sind es bis Weihnachten": "Noch 296 Tage bis Freitag, der 25. Dezember.",
        "stelle einen Timer auf fünf Minuten und wie spät ist es": "Timer auf fünf Minuten "
        "gestellt. Es ist 10 Uhr morgens.",
    },
    "es": {
        "pon un temporizador de diez minutos": "Temporizador de diez minutos puesto.",
        "pon un temporizador": "¿De cuánto tiempo?",
        "media hora": "Temporizador de media hora puesto.",
        "despiértame mañana a las siete": "Alarma puesta para mañana a las 7.",
        "llama a Bob Hall": "¿Llamo a Bob Hall, móvil, 0 7 7, 0 0 9 0, 0 5 5 5?",
        "no gracias": "",
        "añade leche a la lista de la compra": "He apuntado leche en la lista de la compra.",
        "qué hora es": "Ahora mismo: las 10 de la mañana.",
    },
    "fr": {
        "mets un minuteur de dix minutes": "Minuteur réglé : dix minutes.",
        "mets un minuteur": "Pour combien de temps ?",
        "une demi-heure": "Minuteur réglé : une demi-heure.",
        "réveille-moi demain à sept heures": "Réveil réglé pour demain à 7 h.",
        "appelle Bob Hall": "Appeler Bob Hall, portable, 0 7 7, 0 0 9 0, 0 5 5 5 ?",
        "non merci": "",
        "ajoute du lait à la liste de courses": "Du lait, c'est ajouté à la liste de courses.",
        "quelle heure est-il": "Il est 10 h du matin.",
    },
    "it": {
        "imposta un timer di dieci minuti": "Timer impostato: dieci minuti.",
        "imposta un timer": "Per quanto tempo?",
        "mezz'ora": "Timer impostato: mezz'ora.",
        "svegliami domani alle sette": "Sveglia impostata per domani alle 7.",
        "chiama Bob Hall": "Chiamo Bob Hall, cellulare, 0 7 7, 0 0 9 0, 0 5 5 5?",
        "no grazie": "",
        "aggiungi latte alla lista della spesa": "Ho aggiunto latte alla lista della spesa.",
        "che ore sono": "Adesso: le 10 di mattina.",
    },
}


def test_answers_are_in_the_language(language: str, tmp_path: Path) -> None:
    desk = make_desk(tmp_path, language=language)
    assert {said: desk.say(said) for said in TALKS[language]} == TALKS[language]


def test_what_is_announced_is_in_the_language_too(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, language="de")
    desk.say("stelle einen Timer auf zehn Minuten")
    desk.wall.now_s += 601
    assert desk.announced() == ["*Dein Timer auf zehn Minuten ist abgelaufen."]
