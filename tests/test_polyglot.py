"""An assistant of several languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import soundfile
from click.testing import CliRunner

from assistant import app
from assistant.app.recognising import in_language, written_language
from assistant.cli.transcribe import command
from assistant.errors import UsageError
from assistant.events import Acted, Asked
from assistant.records import SAMPLE_RATE, Utterance
from assistant.settings import RecognitionSettings, Settings, UnderstandingSettings
from tests.tiny_model import make_tiny_model, speak


@pytest.fixture
def assistant(tmp_path: Path) -> app.Assistant:
    settings = Settings(understanding=UnderstandingSettings(language="en, de"))
    return app.assemble(settings, app.Abilities(), aloud=False, pretend=tmp_path)


def answers(assistant: app.Assistant, text: str) -> list[str]:
    found = []
    for event in assistant.pipeline.ask(text):
        if isinstance(event, Acted):
            found.append(event.reply.text)
        elif isinstance(event, Asked):
            found.append(event.question)
    return found


def test_each_is_answered_in_its_language(assistant: app.Assistant) -> None:
    assert answers(assistant, "stelle einen Timer auf zehn Minuten") == [
        "Timer auf zehn Minuten gestellt."
    ]
    assert assistant.desk.conversation.language() == "de"
    assert answers(assistant, "set a timer for ten minutes") == ["Timer set for ten minutes."]
    assert assistant.desk.conversation.language() == "en"
    assert answers(assistant, "stelle einen Timer") == ["Wie lange?"]
    assert answers(assistant, "zehn Minuten") == ["Timer auf zehn Minuten gestellt."]


def test_a_routine_is_made_of_commands_in_the_language_that_it_was_told_in(
    assistant: app.Assistant,
) -> None:
    learnt = "Wenn du „teezeit“ sagst: stelle einen Timer auf vier Minuten."
    told = "wenn ich Teezeit sage, dann stelle einen Timer auf vier Minuten"
    assert answers(assistant, told) == [learnt]


def test_the_conversation_of_the_guide(assistant: app.Assistant) -> None:
    guide = (Path(__file__).parent.parent / "docs" / "languages.md").read_text("utf-8")
    turns = re.findall(r"you: (.*)\nit:  (.*)", guide.partition("The house, music")[0])
    assert len(turns) == 4
    assert [" ".join(answers(assistant, said)) for said, _ in turns] == [said for _, said in turns]


def test_the_models_of_the_guide_are_called_as_pulling_calls_them() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "languages.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    (own,) = [
        table["recognition"] for table in map(tomllib.loads, blocks) if "recognition" in table
    ]
    named = {
        own["identifier"],
        *RecognitionSettings(languages=own["languages"]).by_language.values(),
    }
    assert named == set(re.findall(r"models pull (\S+/\S+)", guide))


def test_sound_in_german_is_answered_in_german(tmp_path: Path) -> None:
    """One model for both languages, whose text tells them apart."""
    folder = make_tiny_model(tmp_path / "tiny")
    settings = Settings(
        recognition=RecognitionSettings(model=str(folder), warm_up=False),
        understanding=UnderstandingSettings(language="en, de"),
    )
    made = app.assemble(settings, app.Abilities(), aloud=False, pretend=tmp_path)
    said = speak("stelle einen timer auf zehn minuten")
    events = list(made.pipeline.hear(Utterance(said)))
    (acted,) = [event for event in events if isinstance(event, Acted)]
    assert acted.reply.text == "Timer auf zehn Minuten gestellt."
    assert made.desk.conversation.language() == "de"


@pytest.mark.parametrize(
    ("language", "written"),
    [("auto", "[de] stelle einen timer"), ("fr", "[fr] stelle einen timer")],
)
def test_the_language_is_written_down(tmp_path: Path, language: str, written: str) -> None:
    folder, sound = make_tiny_model(tmp_path / "tiny"), tmp_path / "said.wav"
    soundfile.write(sound, speak("stelle einen timer"), SAMPLE_RATE)
    done = CliRunner().invoke(command, [str(sound), "--model", str(folder), "--language", language])
    assert (done.exit_code, done.output) == (0, f"{written}\n")


def test_a_model_of_one_language_wrote_down_that_one() -> None:
    other = Settings(recognition=RecognitionSettings(model="polyglot"))
    assert written_language("call anna", other) == "it"
    assert written_language("call anna", Settings()) == "en"


def test_an_unknown_language_is_misuse() -> None:
    with pytest.raises(UsageError, match="no language 'xx'; name auto, one of de, en, es, fr, it"):
        CliRunner().invoke(
            command, ["any.wav", "--language", "xx"], standalone_mode=False, catch_exceptions=False
        )


def test_a_language_with_a_model_of_its_own_is_known() -> None:
    recognition = RecognitionSettings(languages=("nl=dutch",))
    chosen = in_language(Settings(recognition=recognition), "nl")
    assert chosen.recognition.model == "dutch"
