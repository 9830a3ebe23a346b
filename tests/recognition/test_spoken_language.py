"""Telling the spoken language by a model, and reading the sound with the model of that language."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from assistant.errors import ModelError
from assistant.recognition.spoken_language import PolyglotModel, SpokenLanguage
from assistant.records import SAMPLE_RATE, Emissions, Floats, Vocabulary

PITCHES_HZ = {"deu": 400, "eng": 2000, "tlh": 5000}
"""How each language sounds to the model that `make_identifier` writes."""


def hum(hz: float, seconds: float = 1.0) -> Floats:
    return np.sin(2 * np.pi * hz * np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE).astype(
        np.float32
    )


def make_identifier(folder: Path, architecture: str = "Wav2Vec2ForSequenceClassification") -> Path:
    """A classifier that measures how much of the sound is at the pitch of each language."""
    kernels = np.stack([hum(hz)[:400] for hz in PITCHES_HZ.values()])[:, None]
    nodes = [
        helper.make_node("Unsqueeze", ["input_values", "one"], ["sound"]),
        helper.make_node("Conv", ["sound", "kernels"], ["tones"], strides=[200]),
        helper.make_node("Mul", ["tones", "tones"], ["power"]),
        helper.make_node("ReduceMean", ["power"], ["mean"], axes=[2], keepdims=0),
        helper.make_node("Log", ["mean"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "identifier",
        [helper.make_tensor_value_info("input_values", TensorProto.FLOAT, ["batch", "samples"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", len(PITCHES_HZ)])],
        [
            numpy_helper.from_array(np.array([1], np.int64), "one"),
            numpy_helper.from_array(kernels.astype(np.float32), "kernels"),
        ],
    )
    folder.mkdir()
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9),
        folder / "model.onnx",
    )
    labels = {str(place): name for place, name in enumerate(PITCHES_HZ)}
    config = {"architectures": [architecture], "id2label": labels}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "preprocessor_config.json").write_text(json.dumps({"do_normalize": True}))
    return folder


@pytest.fixture
def identifier(tmp_path: Path) -> SpokenLanguage:
    return SpokenLanguage(make_identifier(tmp_path / "identifier"))


def test_the_language_is_told_with_two_letters(identifier: SpokenLanguage) -> None:
    assert identifier.languages == ("de", "en", "tlh")
    found = identifier.identify(hum(400))
    assert found.language == "de"
    assert found.confidence > 0.9
    assert identifier.identify(hum(2000)).language == "en"


def test_only_those_asked_for_come_into_question(identifier: SpokenLanguage) -> None:
    assert identifier.identify(hum(400), ("en", "tlh")).language != "de"
    with pytest.raises(ModelError, match="knows none of fr"):
        identifier.identify(hum(400), ("fr",))


def test_the_shortest_sound_has_a_language_too(identifier: SpokenLanguage) -> None:
    assert identifier.identify(hum(400, 0.05)).language == "de"


class Written:
    """A model that only writes its name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def emissions(self, samples: Floats) -> Emissions:
        blank = Emissions(np.zeros((1, 1), np.float32), Vocabulary((self.name,), 0, None), 0.02)
        return replace(blank)


def test_the_model_of_the_language_reads(identifier: SpokenLanguage) -> None:
    model = PolyglotModel(identifier, {"en": Written("English"), "de": Written("German")})
    heard = model.emissions(hum(400))
    assert (heard.vocabulary.tokens, heard.language) == (("German",), "de")
    assert model.emissions(hum(2000)).vocabulary.tokens == ("English",)


def test_a_recogniser_is_no_identifier(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="doesn't tell languages"):
        SpokenLanguage(make_identifier(tmp_path / "ctc", "Wav2Vec2ForCTC"))


def test_a_folder_without_labels_is_named(tmp_path: Path) -> None:
    folder = make_identifier(tmp_path / "bare")
    config = {"architectures": ["Wav2Vec2ForSequenceClassification"]}
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match="no id2label"):
        SpokenLanguage(folder)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    folder = make_identifier(tmp_path / "empty")
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"no \.onnx file"):
        SpokenLanguage(folder)
