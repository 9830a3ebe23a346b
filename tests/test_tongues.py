"""Five languages in sound: tiny models that espeak-ng's voices taught hear strange voices and
sentences, and the whole way goes from there to an answer in the language.

`scripts/make-tongues` made the models.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import soundfile
from rapidfuzz.distance import Levenshtein

from assistant import Clock, Recognizer, app
from assistant.events import Acted
from assistant.recognition.spoken_language import SpokenLanguage
from assistant.records import SAMPLE_RATE, Floats, Utterance
from assistant.settings import RecognitionSettings, Settings, UnderstandingSettings
from tests.program import new_home, run
from tests.tongues.voices import HELD_OUT, HELD_OUT_TEXTS, LANGUAGES, read_aloud

FOLDER = Path(__file__).parent / "tongues"
FOUR = tuple(language for language in LANGUAGES if language != "en")

LEAST_IDENTIFIED = 0.9
MOST_LETTER_ERRORS = 0.1

ANSWERS = {
    "de": "Timer auf zehn Minuten gestellt.",
    "es": "Temporizador de diez minutos puesto.",
    "fr": "Minuteur réglé : dix minutes.",
    "it": "Timer impostato: dieci minuti.",
}
"""To the first of the HELD_OUT_TEXTS."""

heard = cache(read_aloud)


def clips(language: str) -> list[tuple[str, Floats]]:
    """What is said, and how: every sentence by one strange voice after the other."""
    voices = HELD_OUT * len(HELD_OUT_TEXTS[language])
    return [
        (text, heard(language, voice, text))
        for voice, text in zip(voices, HELD_OUT_TEXTS[language], strict=False)
    ]


def test_strange_voices_are_told_apart() -> None:
    identifier = SpokenLanguage(FOLDER / "identifier")
    assert identifier.languages == tuple(LANGUAGES)
    told = [
        identifier.identify(sound).language == language
        for language in LANGUAGES
        for _, sound in clips(language)
    ]
    assert sum(told) / len(told) >= LEAST_IDENTIFIED


@pytest.mark.parametrize("language", FOUR)
def test_four_languages_are_written_down(language: str) -> None:
    recognizer = Recognizer.load(FOLDER / "four")
    pairs = [(text.replace("-", " "), recognizer(sound)["text"]) for text, sound in clips(language)]
    errors = sum(Levenshtein.distance(text, str(found)) for text, found in pairs)
    assert errors / sum(len(text) for text, _ in pairs) <= MOST_LETTER_ERRORS


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> app.Assistant:
    """Who understands all five, each heard by the model of its language."""
    recognition = RecognitionSettings(
        identifier=str(FOLDER / "identifier"),
        languages=tuple(f"{language}={FOLDER / 'four'}" for language in FOUR),
        warm_up=False,
    )
    understanding = UnderstandingSettings(language=" ".join(LANGUAGES))
    settings = Settings(recognition=recognition, understanding=understanding)
    folder = tmp_path_factory.mktemp("polyglot")
    return app.assemble(settings, app.Abilities(), aloud=False, pretend=folder)


@pytest.mark.parametrize("language", FOUR)
def test_a_spoken_command_is_done_and_answered_in_its_language(
    assistant: app.Assistant, language: str
) -> None:
    sound = heard(language, "f5", HELD_OUT_TEXTS[language][0])
    events = list(assistant.pipeline.hear(Utterance(sound)))
    assert [each.reply.text for each in events if isinstance(each, Acted)] == [ANSWERS[language]]
    assert assistant.desk.conversation.language() == language
    timers = assistant.desk.services[Clock].timers()  # type: ignore[attr-defined]
    assert timers[-1].length is not None
    assert timers[-1].length.total_seconds() == 600


def test_the_program_tells_and_reads_the_language(tmp_path: Path) -> None:
    home = new_home(tmp_path)
    config = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(
        f'[recognition]\nidentifier = "{FOLDER / "identifier"}"\n'
        f'languages = ["de={FOLDER / "four"}"]\n'
    )
    soundfile.write(
        tmp_path / "said.wav", heard("de", "m6", "stelle einen timer auf zehn minuten"), SAMPLE_RATE
    )
    done = run(home, "transcribe", "--language", "auto", tmp_path / "said.wav")
    assert done.stdout.startswith("[de] stelle einen timer auf ze"), done.stderr
