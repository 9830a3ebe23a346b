"""Three lines: load, call, text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr

from assistant.errors import AudioError, ModelError, UsageError
from assistant.recognition.recognizer import Recognizer
from assistant.settings import RecognitionSettings
from tests.tiny_model import letter_times, make_tiny_model, speak


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def recognizer(folder: Path) -> Recognizer:
    return Recognizer.load(str(folder))


def test_samples(recognizer: Recognizer) -> None:
    assert recognizer(speak("set a timer"))["text"] == "set a timer"


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize(
    ("suffix", "subtype"), [("wav", "PCM_16"), ("wav", "PCM_24"), ("wav", "FLOAT"), ("flac", None)]
)
def test_files(
    recognizer: Recognizer, tmp_path: Path, rate: int, suffix: str, subtype: str | None
) -> None:
    path = tmp_path / f"a.{suffix}"
    sound = soxr.resample(speak("next tuesday"), 16_000, rate)
    soundfile.write(path, sound, rate, subtype=subtype)
    assert recognizer(str(path))["text"] == "next tuesday"


def test_two_channels(recognizer: Recognizer, tmp_path: Path) -> None:
    sound = speak("stop")
    soundfile.write(tmp_path / "a.wav", np.stack([sound, sound / 2], axis=1), 16_000)
    assert recognizer(str(tmp_path / "a.wav"))["text"] == "stop"


def test_words_lie_where_they_were_spoken(recognizer: Recognizer) -> None:
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


def test_an_empty_recording_has_no_text(recognizer: Recognizer, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(0, np.float32), 8_000)
    found = recognizer(str(tmp_path / "a.wav"))
    assert (found["text"], found["words"]) == ("", [])


def test_a_file_that_is_not_there(recognizer: Recognizer, tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="no file"):
        recognizer(str(tmp_path / "none.wav"))


def test_a_file_that_is_no_sound(recognizer: Recognizer, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("only words")
    with pytest.raises(AudioError, match="can't be read as sound"):
        recognizer(str(tmp_path / "a.wav"))


def test_everything_that_a_pipeline_takes(recognizer: Recognizer, tmp_path: Path) -> None:
    sound = speak("next tuesday")
    path = tmp_path / "a.wav"
    soundfile.write(path, sound, 16_000)
    low = soxr.resample(sound, 16_000, 8_000)
    high = soxr.resample(sound, 16_000, 44_100)
    given = [
        path,
        str(path),
        path.read_bytes(),
        sound,
        np.stack([sound, sound]),
        np.stack([sound, sound], axis=1),
        {"array": low, "sampling_rate": 8_000},
        {"raw": high, "sampling_rate": 44_100, "path": None},
    ]
    assert [found["text"] for found in recognizer(given)] == ["next tuesday"] * len(given)


def test_letters_lie_where_they_were_spoken(recognizer: Recognizer) -> None:
    chunks = recognizer(speak("call mary"), return_timestamps="char")["chunks"]
    assert isinstance(chunks, list)
    spoken = letter_times("call mary")
    assert "".join(each["text"] for each in chunks) == "call mary"
    for chunk, (_, start_s, end_s) in zip(chunks, spoken, strict=True):
        assert chunk["timestamp"] == pytest.approx((start_s, end_s), abs=0.03)


def test_chunks_of_words_are_the_words(recognizer: Recognizer) -> None:
    found = recognizer(speak("call mary"), return_timestamps="word")
    assert found["chunks"] == [
        {"text": word["text"], "timestamp": (word["start_s"], word["end_s"])}
        for word in found["words"]  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize(
    "sound",
    [
        {"array": np.zeros(9, np.float32)},
        {"sampling_rate": 16_000},
        {"array": [0.0], "sampling_rate": 16_000},
        {"array": np.zeros(9, np.float32), "sampling_rate": 0},
    ],
)
def test_dicts_that_hold_no_sound(recognizer: Recognizer, sound: dict[str, object]) -> None:
    with pytest.raises(UsageError, match='must have "array"'):
        recognizer(sound)


@pytest.mark.parametrize("content", [b"", b"no sound"])
def test_bytes_that_are_no_sound(recognizer: Recognizer, content: bytes) -> None:
    with pytest.raises(AudioError, match="can't be read as sound"):
        recognizer(content)


@pytest.mark.parametrize("sound", [3, None, (0.0, 0.1)])
def test_what_is_no_sound_at_all(recognizer: Recognizer, sound: Any) -> None:
    with pytest.raises(UsageError, match=type(sound).__name__):
        recognizer(sound)


@pytest.mark.parametrize(
    ("options", "says"),
    [({"return_timestamps": "words"}, '"char" or "word"'), ({"batch_size": 0}, "1 or more")],
)
def test_options_that_mean_nothing(
    recognizer: Recognizer, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        recognizer(speak("hello"), **options)
