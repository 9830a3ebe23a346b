"""docs/voices.md: its settings are settings, its command speaks, its sentences are said so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.settings import Settings, SpeakingSettings, load
from assistant.speaking import synthesiser
from assistant.speaking.plain import said_as
from tests.program import ROOT
from tests.virtual_sound import install

PAGE = (ROOT / "docs" / "voices.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SAID = re.findall(r"^\| (\w\w) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def read(example: str, folder: Path) -> Settings:
    file = folder / "config.toml"
    file.write_text(example, encoding="utf-8")
    return load(file, {}).settings


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_settings(example: str, tmp_path: Path) -> None:
    assert read(example, tmp_path).speaking != SpeakingSettings()


def test_the_command_of_the_page_speaks(tmp_path: Path) -> None:
    install(("espeak-ng",), ("espeak-ng",))
    (settings,) = (s for e in EXAMPLES if "command" in (s := read(e, tmp_path).speaking).voice)
    made = synthesiser(settings.voice, settings.rate_wpm)
    assert made is not None
    sound = made.sound("Guten Tag.", "de")
    assert sound is not None
    assert len(sound.samples) > sound.rate / 2


@pytest.mark.parametrize(("language", "written", "said"), SAID)
def test_the_sentences_of_the_page_are_said_so(language: str, written: str, said: str) -> None:
    assert said_as(written, language) == [said]


def test_every_language_has_a_sentence() -> None:
    assert [language for language, _, _ in SAID] == ["en", "de", "es", "fr", "it"]
