"""The worker of Piper as a real process, with a stand-in for the library that it loads."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import AudioError
from assistant.speaking.piper import PiperSynthesiser

PIPER = """
import os, time
import numpy as np

class SynthesisConfig:
    def __init__(self, length_scale):
        self.length_scale = length_scale

class Chunk:
    def __init__(self, level, samples):
        self.audio_int16_bytes = np.full(samples, level, "<i2").tobytes()

class Config:
    length_scale = 1.5
    sample_rate = 22050

class PiperVoice:
    config = Config

    @staticmethod
    def load(file):
        return PiperVoice()

    def synthesize(self, text, style):
        if text == "choke":
            raise ValueError("unknown phoneme")
        if text == "exit":
            os._exit(3)
        if text == "hang":
            time.sleep(600)
        if text == "garbage":
            print("no JSON at all", flush=True)
        yield Chunk(16384, round(100 * style.length_scale))
        yield Chunk(-16384, len(text))
"""


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a voice, where the stand-in is installed."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "piper.py").write_text(PIPER)
    monkeypatch.syspath_prepend(str(library))
    inherited = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(library), inherited))))
    file = tmp_path / "en_US-joe-medium.onnx"
    file.write_bytes(b"")
    Path(f"{file}.json").write_text("{}")
    return file


def test_sentences_become_sound_at_the_speed_of_the_settings(voice: Path) -> None:
    piper = PiperSynthesiser(voice, rate_wpm=330)
    for words in ("hello", "grüße"):
        sound = piper.sound(words, "en")
        assert sound.rate == 22_050
        assert sound.samples.tolist() == [0.5] * 75 + [-0.5] * 5


@pytest.mark.parametrize(("words", "says"), [
    ("choke", r"can't speak with the voice en_US-joe-medium.onnx \(unknown phoneme\)"),
    ("exit", "ended, hangs or is no voice"),
    ("hang", "ended, hangs or is no voice"),
    ("garbage", "ended, hangs or is no voice"),
])  # fmt: skip
def test_after_what_goes_wrong_the_next_sentence_works(voice: Path, words: str, says: str) -> None:
    piper = PiperSynthesiser(voice, 165, patience_s=3.0)
    with pytest.raises(AudioError, match=says):
        piper.sound(words, "en")
    assert np.any(piper.sound("hello", "en").samples)


def test_what_is_missing_is_told_at_the_start(
    voice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AudioError, match=r"no file .*other\.onnx"):
        PiperSynthesiser(tmp_path / "other.onnx", 165)
    Path(f"{voice}.json").unlink()
    with pytest.raises(AudioError, match=r"no file .*medium\.onnx\.json"):
        PiperSynthesiser(voice, 165)
    monkeypatch.undo()
    with pytest.raises(AudioError, match="pip install piper-tts"):
        PiperSynthesiser(voice, 165)
