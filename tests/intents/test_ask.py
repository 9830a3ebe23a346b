"""Open questions are commands where a source is there to answer them, and nowhere else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.acting.references import Answer
from assistant.acting.sources import Chain
from assistant.acting.sources.notes import NotesSource
from assistant.settings import AnswerSettings, load
from tests.intents.desk import Desk, make_desk
from tests.intents.encoding import encoded

UTTERANCES = Path(__file__).parent.parent / "utterances" / "ask.jsonl"
CASES = [json.loads(line) for line in UTTERANCES.read_text("utf-8").splitlines()]
LITERAL = [case for case in CASES if case["literal"]]
OTHERS = [case for case in CASES if not case["literal"]]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "garden.md").write_text("The tomatoes need water. They stand in the sun. Always.")
    return make_desk(folder, Chain([NotesSource(folder)]))


@pytest.mark.parametrize("case", LITERAL, ids=lambda case: str(case["text"]))
def test_what_a_template_has_is_understood(desk: Desk, case: dict[str, Any]) -> None:
    command = desk.decide_alone(case["text"]).command
    assert command is not None
    assert command.intent == case["intent"]
    assert {slot.name: encoded(slot.value) for slot in command.slots} == case["slots"]


def test_other_wordings_do_nothing_else(desk: Desk) -> None:
    decisions = [desk.decide_alone(case["text"]) for case in OTHERS]
    done = {found.command.intent for found in decisions if found.command}
    assert done <= {"ask.look_up"}


@pytest.mark.parametrize("language", ["de", "es", "fr", "it"])
def test_questions_in_other_languages(language: str, tmp_path: Path) -> None:
    """What a template has is understood with its subject; nothing else is done about the rest."""
    (tmp_path / "garden.md").write_text("…")
    desk = make_desk(tmp_path, Chain([NotesSource(tmp_path)]), language=language)
    lines = (UTTERANCES.parent / "ask" / f"{language}.jsonl").read_text("utf-8").splitlines()
    assert len(lines) >= 60
    for case in map(json.loads, lines):
        command = desk.decide_alone(case["text"]).command
        if case["literal"]:
            assert command, case
            topics = [encoded(slot.value) for slot in command.slots if slot.name == "topic"]
            assert (command.intent, topics) == (case["intent"], [case["topic"]])
        else:
            assert command is None or command.intent == case["intent"], case


def test_an_answer_names_its_source_and_is_short(desk: Desk) -> None:
    said = desk.say("what do the tomatoes need")
    assert said == "Your note “garden” says: The tomatoes need water. They stand in the sun."
    assert desk.say("say that again") == said


def test_the_guide_is_true(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "questions.md").read_text("utf-8")
    note, name = re.findall(r"^With \"(.*)\" in `(.*)`:$", guide, re.MULTILINE)[0]
    (tmp_path / name).write_text(note)
    desk = make_desk(tmp_path, Chain([NotesSource(tmp_path)]))
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", guide, re.MULTILINE)
    assert [desk.say(said) for said, _ in turns] == [answer for _, answer in turns]
    for example in re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL):
        (tmp_path / "config.toml").write_text(example)
        assert load(tmp_path / "config.toml").settings.answers != AnswerSettings()


def test_i_do_not_know_is_an_answer(desk: Desk) -> None:
    assert desk.say("who was marie curie") == "I don't know."


@pytest.mark.parametrize(
    "said", ["what time is it", "what is five plus three", "what is the capital of france"]
)
def test_what_is_known_better_is_answered_as_before(desk: Desk, said: str) -> None:
    command = desk.decide_alone(said).command
    assert command is not None
    assert command.intent.startswith(("question.", "calculate."))


def test_without_a_source_they_are_no_commands(tmp_path: Path) -> None:
    assert make_desk(tmp_path).decide("who was marie curie").kind == "reject"


def test_an_answer_that_is_empty(tmp_path: Path) -> None:
    class Silent:
        def ask(self, question: str) -> Answer | None:
            return Answer("nobody", ())

    assert make_desk(tmp_path, Silent()).say("who was marie curie") == "I don't know."
