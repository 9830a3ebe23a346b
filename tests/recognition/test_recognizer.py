"""Three lines: load, call, text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from assistant.errors import AudioError, ModelError
from assistant.ports import Recognizer as RecognizerPort
from assistant.recognition.recognizer import Recognizer
from assistant.settings import RecognitionSettings
from tests.tiny_model import letter_times, make_tiny_model, speak


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def recognizer(folder: Path) -> RecognizerPort:
    return Recognizer.load(str(folder))


def test_samples(recognizer: RecognizerPort) -> None:
    assert recognizer(speak("set a timer"))["text"] == "set a timer"


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize(
    ("suffix", "subtype"), [("wav", "PCM_16"), ("wav", "PCM_24"), ("wav", "FLOAT"), ("flac", None)]
)
def test_files(
    recognizer: RecognizerPort, tmp_path: Path, rate: int, suffix: str, subtype: str | None
) -> None:
    path = tmp_path / f"a.{suffix}"
    sound = soxr.resample(speak("next tuesday"), 16_000, rate)
    soundfile.write(path, sound, rate, subtype=subtype)
    assert recognizer(str(path))["text"] == "next tuesday"


def test_two_channels(recognizer: RecognizerPort, tmp_path: Path) -> None:
    sound = speak("stop")
    soundfile.write(tmp_path / "a.wav", np.stack([sound, sound / 2], axis=1), 16_000)
    assert recognizer(str(tmp_path / "a.wav"))["text"] == "stop"


def test_words_lie_where_they_were_spoken(recognizer: RecognizerPort) -> None:
    words = recognizer(speak("call mary"))["words"]
    assert isinstance(words, list)
    spoken = letter_times("call mary")
    assert [word["text"] for word in words] == ["call", "mary"]
    assert words[0]["start_s"] == pytest.approx(spoken[0][1], abs=0.03)
    assert words[0]["end_s"] == pytest.approx(spoken[3][2], abs=0.03)
    assert words[1]["start_s"] == pytest.approx(spoken[5][1], abs=0.03)
    assert words[1]["end_s"] == pytest.approx(spoken[8][2], abs=0.03)


def test_a_name_in_a_folder_of_models(folder: Path) -> None:
    by_name = Recognizer.load("tiny", search_folders=[folder.parent])
    by_setting = Recognizer.load(
        settings=RecognitionSettings(model="tiny"), search_folders=[folder.parent]
    )
    assert by_name(speak("yes"))["text"] == by_setting(speak("yes"))["text"] == "yes"


def test_an_unknown_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model 'none'"):
        Recognizer.load("none", search_folders=[tmp_path])


def test_an_empty_recording_has_no_text(recognizer: RecognizerPort, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(0, np.float32), 8_000)
    found = recognizer(str(tmp_path / "a.wav"))
    assert (found["text"], found["words"]) == ("", [])


def test_a_file_that_is_not_there(recognizer: RecognizerPort, tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="no file"):
        recognizer(str(tmp_path / "none.wav"))


def test_a_file_that_is_no_sound(recognizer: RecognizerPort, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("only words")
    with pytest.raises(AudioError, match="can't be read as sound"):
        recognizer(str(tmp_path / "a.wav"))
