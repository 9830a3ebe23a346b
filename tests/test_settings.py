"""Settings: which source wins, what is refused and how it is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import HearingSettings, UnderstandingSettings, load, names, remember
from assistant.settings.guide import guide, meanings


def write(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_flags_win_over_the_environment_over_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, '[audio]\ndevice = "file"\noutput = "file"\nretry_s = 1\n')
    environ = {"ASSISTANT_AUDIO_DEVICE": "environment", "ASSISTANT_AUDIO_OUTPUT": "environment"}
    loaded = load(file, environ, {"audio.device": "flag"})
    audio = loaded.settings.audio
    assert (audio.device, audio.output, audio.retry_s) == ("flag", "environment", 1.0)
    assert loaded.origin["audio.device"] == "flag"
    assert loaded.origin["audio.output"] == "environment"
    assert loaded.origin["audio.retry_s"] == str(file)
    assert loaded.origin["speaking.voice"] == "default"


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml", {}).settings.recognition.model == "starter-en"


def test_environment_values_are_read_as_their_type() -> None:
    environ = {
        "ASSISTANT_HEARING_AGGRESSIVENESS": "3",
        "ASSISTANT_SPEAKING_TONES": "false",
        "ASSISTANT_ACTING_INTENTS": "one:two",
        "ASSISTANT_SPEAKING_VOICE": "none",
    }
    settings = load(None, environ).settings
    assert settings.hearing.aggressiveness == 3
    assert settings.speaking.tones is False
    assert settings.acting.intents == ("one", "two")
    assert settings.speaking.voice == "none"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[audio\n", "no valid TOML"),
        ("audio = 3\n", "must be a section"),
        ("[audio]\ndevise = 1\n", "no setting audio.devise"),
        ("[audio]\ndevice = 3\n", "audio.device must be text, not 3"),
        ("[hearing]\naggressiveness = 7\n", "0, 1, 2 or 3, not 7"),
        ("[hearing]\naggressiveness = true\n", "a whole number, not True"),
        ("[speaking]\nvoice = 'loud'\n", '"command LINE", not'),
        ("[speaking]\nvoice = 'piper '\n", '"piper FILE.onnx"'),
        ("[speaking]\nvoices = ['de']\n", 'like "de=VOICE"'),
        ("[speaking]\nvoices = ['de=loud']\n", 'like "de=VOICE"'),
        ("[acting]\nintents = 'x'\n[kitchen]\na = 1\n", "no setting kitchen.a; there are [audio]"),
        ("[recognition]\nproviders = [1]\n", "a list of texts"),
        ("[hearing]\nmax_utterance_s = 0.1\n", "longer than"),
        ("[hearing]\nmax_utterance_s = inf\n", "must be a number, not inf"),
        ("[audio]\nretry_max_s = -1\n", "retry_s or more"),
        ("[acting]\ncalendar = 'ftp://example.org'\n", "a file, or https://… of a server"),
        ("[acting]\ncontacts = 'https://'\n", "acting.contacts must be a file, or https://…"),
        ("[acting]\nto_do = 'https:///lists'\n", "acting.to_do must be https://… of a server"),
        ("[recognition]\nthreads = 100_000\n", "0 to 256"),
        ("[understanding]\nwake = '!!!'\n", "words, or empty"),
        ("[understanding]\nspellings = ['siobhan']\n", 'like "siobhan=shivawn"'),
        ("[understanding]\nspellings = ['siobhan kelly=shivawn']\n", "understanding.spellings"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        load(write(tmp_path, text), {})


def test_a_word_may_be_spelt_by_ear_in_several_ways() -> None:
    spellings = ("Siobhan = Shivawn", "nguyen=win", "siobhan=shi vawn")
    settings = UnderstandingSettings(spellings=spellings)
    assert settings.spelt == {"siobhan": ("shivawn", "shi vawn"), "nguyen": ("win",)}


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(
        SettingsError,
        match=r"Can't read the settings in .*: it is no text in UTF-8; mend or move it",
    ):
        load(file, {})


def test_a_bad_number_in_the_environment_is_named() -> None:
    with pytest.raises(SettingsError, match=r"environment: audio\.retry_s must be a number"):
        load(None, {"ASSISTANT_AUDIO_RETRY_S": "soon"})


def test_a_misspelt_variable_of_one_of_our_sections_is_named() -> None:
    with pytest.raises(SettingsError, match=r"environment: no setting audio\.retri_s; there are"):
        load(None, {"ASSISTANT_AUDIO_RETRI_S": "1"})
    assert load(None, {"ASSISTANT_REMOTE_TOKEN": "secret"}).origin["audio.retry_s"] == "default"


def test_a_path_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    # Root may read everybody's folder, so that another refusal stands for “permission denied”.
    with pytest.raises(SettingsError, match="file name too long; mend or move it"):
        load(tmp_path / ("x" * 300) / "config.toml", {})


def test_remembering_keeps_what_else_is_in_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, "# mine\n[audio]\nretry_s = 2.0 # patient\n")
    remember(file, "audio.device", "USB")
    assert "# patient" in file.read_text()
    assert load(file, {}).settings.audio.device == "USB"
    remember(tmp_path / "new" / "config.toml", "audio.device", "USB")
    assert load(tmp_path / "new" / "config.toml", {}).settings.audio.device == "USB"


def test_every_setting_has_a_name_and_records_check_themselves() -> None:
    assert "understanding.accept" in names()
    with pytest.raises(SettingsError, match="pre_roll_s"):
        HearingSettings(pre_roll_s=-1)


def test_the_page_about_the_settings_is_made_of_them() -> None:
    page = (Path(__file__).parents[1] / "docs" / "settings.md").read_text("utf-8")
    assert page == guide(), "run: assistant config --guide > docs/settings.md"


def test_every_setting_says_what_it_means() -> None:
    said = meanings()
    assert tuple(said) == names()
    assert all(said.values())
    assert said["understanding.wake"].startswith("Obey only after this phrase")
