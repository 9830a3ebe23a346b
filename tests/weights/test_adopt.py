"""Exports of NeMo and ESPnet become model folders that hear what was said."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import yaml

from assistant.errors import ModelError
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Transcript
from assistant.settings import RecognitionSettings
from assistant.weights.adopt import adopt
from tests.tiny_model import speak
from tests.tiny_toolkits import ESPNET_FRONT, NEMO_FRONT, make_espnet, make_nemo

SAID = "set a timer"


def adopted(source: Path) -> Path:
    target = source.with_name("adopted")
    target.mkdir()
    adopt(source, target)
    return target


def model(folder: Path) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))


def heard(folder: Path) -> Transcript:
    return GreedyDecoder(keep_special=True).decode(model(folder).emissions(speak(SAID)))


@pytest.mark.parametrize("pieces", [True, False])
def test_a_model_of_nemo_hears_what_was_said(tmp_path: Path, pieces: bool) -> None:
    folder = adopted(make_nemo(tmp_path / "nemo", pieces=pieces))
    found = heard(folder)
    assert found.text == SAID
    assert [word.text for word in found.words] == SAID.split()
    assert [word.start_s for word in found.words] == pytest.approx([0.22, 0.54, 0.7], abs=0.1)
    assert ModelFolder.load(folder).frame_s == pytest.approx(0.02)


def test_a_model_of_espnet_hears_what_was_said(tmp_path: Path) -> None:
    assert heard(adopted(make_espnet(tmp_path / "espnet"))).text == SAID


@pytest.mark.parametrize("normalize", [None, "per_feature", "all_features"])
@pytest.mark.parametrize("lengths", [True, False])
def test_emissions_are_those_of_the_exported_graph_on_the_toolkits_features(
    tmp_path: Path, normalize: str | None, lengths: bool
) -> None:
    """The features themselves are held against the toolkits' own in `test_logmel`."""
    source = make_nemo(tmp_path / "nemo", normalize=normalize, lengths=lengths)
    front = replace(NEMO_FRONT, normalisation=normalize or "none")
    features = front.features(speak(SAID)).T[None]
    session = onnxruntime.InferenceSession(str(source / "model.onnx"))
    given = {"audio_signal": features}
    if lengths:
        given["length"] = np.array([features.shape[2]])
    logits = session.run(None, given)[0][0]
    emissions = model(adopted(source)).emissions(speak(SAID)).log_probs
    reference = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    assert emissions == pytest.approx(reference, abs=1e-3)


def test_long_sound_is_read_in_windows_that_join(tmp_path: Path) -> None:
    folder = adopted(make_espnet(tmp_path / "espnet"))
    sound = np.concatenate([speak(SAID)] * 25)
    assert len(sound) > 25 * 16_000
    text = GreedyDecoder().decode(model(folder).emissions(sound)).text
    assert text.replace(" ", "") == SAID.replace(" ", "") * 25


def test_the_front_ends_are_those_of_the_toolkits(tmp_path: Path) -> None:
    nemo = ModelFolder.load(adopted(make_nemo(tmp_path / "a" / "nemo"))).log_mel
    assert nemo == NEMO_FRONT
    espnet = ModelFolder.load(adopted(make_espnet(tmp_path / "b" / "espnet"))).log_mel
    assert espnet
    assert espnet.mean == pytest.approx([-6.0] * 160)
    assert espnet.deviation == pytest.approx([3.0] * 160)
    same = ("bands", "n_fft", "win_length", "hop_length", "periodic", "padding", "floor", "least")
    assert [getattr(espnet, k) for k in same] == [getattr(ESPNET_FRONT, k) for k in same]


def change_nemo(folder: Path, change: Callable[[dict[str, dict[str, object]]], None]) -> None:
    archive = folder / "model.nemo"
    with tarfile.open(archive) as packed:
        stream = packed.extractfile("./model_config.yaml")
        assert stream
        config = yaml.safe_load(stream)
    change(config)
    (folder / "model_config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True))
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(folder / "model_config.yaml", "model_config.yaml")


def test_older_archives_and_tokenizers(tmp_path: Path) -> None:
    source = make_nemo(tmp_path / "nemo")

    def older(config: dict[str, dict[str, object]]) -> None:
        config["decoder"]["vocabulary"] = ["the", "##s", "a"]
        config["preprocessor"]["normalize"] = "per_feature"

    change_nemo(source, older)
    folder = adopted(source)
    vocabulary = json.loads((folder / "vocab.json").read_text())
    assert list(vocabulary) == ["▁the", "s", "▁a", "<blank>"]
    front = json.loads((folder / "preprocessor_config.json").read_text())
    assert front["normalisation"] == "per_feature"
    with pytest.raises(ModelError, match="outputs"):
        model(folder)


def broken(kind: str, folder: Path) -> None:
    """Damage an export of NeMo in one way."""
    if kind == "cut archive":
        data = (folder / "model.nemo").read_bytes()
        (folder / "model.nemo").write_bytes(data[:700])
    elif kind == "no archive":
        (folder / "model.nemo").write_bytes(b"certainly no tar")
    elif kind == "no graph":
        (folder / "model.onnx").unlink()
    elif kind == "cut graph":
        data = (folder / "model.onnx").read_bytes()
        (folder / "model.onnx").write_bytes(data[: len(data) // 2])
    elif kind == "two graphs":
        (folder / "other.onnx").write_bytes(b"")
    elif kind == "another graph":
        graph = onnx.load(folder / "model.onnx")
        graph.graph.output[0].name = "loud"
        onnx.save(graph, folder / "model.onnx")
    elif kind == "another power":
        change_nemo(folder, lambda config: config["preprocessor"].update(mag_power=1.0))
    elif kind == "objects":
        change_nemo(folder, lambda config: config.update(decoder={"vocabulary": [1, 2]}))
    elif kind == "other bands":
        change_nemo(folder, lambda config: config["preprocessor"].update(features=40))
    else:
        change_nemo(folder, lambda config: config["preprocessor"].update(window_stride="soon"))


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("cut archive", "no whole .nemo archive"),
        ("no archive", "no whole .nemo archive"),
        ("no graph", "0 files"),
        ("cut graph", "no ONNX model"),
        ("two graphs", "2 files"),
        ("another graph", "logprobs"),
        ("another power", "mag_power = 1.0"),
        ("objects", "list of tokens"),
        ("other bands", "doesn't run"),
        ("odd number", "window_stride must be a number"),
    ],
)
def test_what_is_wrong_with_an_export_of_nemo(tmp_path: Path, kind: str, says: str) -> None:
    source = make_nemo(tmp_path / "nemo")
    broken(kind, source)
    with pytest.raises(ModelError, match=says):
        adopted(source)


def change_espnet(folder: Path, *keys: str, value: object) -> None:
    config = yaml.safe_load((folder / "config.yaml").read_text())
    inner = config
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = value
    (folder / "config.yaml").write_text(yaml.safe_dump(config))


@pytest.mark.parametrize(
    ("keys", "value", "says"),
    [
        (("encoder",), None, "no section encoder"),
        (("token", "list"), "abc", "list of tokens"),
        (("encoder", "frontend", "logmel", "log_base"), 10, "log_base = 10"),
        (("encoder", "frontend", "stft", "center"), False, "center = False"),
        (("encoder", "normalize", "type"), "other", "type = 'other'"),
        (("ctc", "model_path"), "/elsewhere/xformer_encoder.onnx", "don't fit together"),
        (("ctc", "model_path"), "/elsewhere/none.onnx", "no model file"),
    ],
)
def test_what_is_wrong_with_an_export_of_espnet(
    tmp_path: Path, keys: tuple[str, ...], value: object, says: str
) -> None:
    source = make_espnet(tmp_path / "espnet")
    change_espnet(source, *keys, value=value)
    with pytest.raises(ModelError, match=says):
        adopted(source)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"\x93NUMPY\x01\x00"])
def test_broken_statistics(tmp_path: Path, content: bytes) -> None:
    source = make_espnet(tmp_path / "espnet")
    (source / "feats_stats.npz").write_bytes(content)
    with pytest.raises(ModelError, match="no statistics"):
        adopted(source)


def test_settings_that_would_run_something_are_refused(tmp_path: Path) -> None:
    source = make_espnet(tmp_path / "espnet")
    (source / "config.yaml").write_text("encoder: !!python/object/apply:os.getcwd []")
    with pytest.raises(ModelError, match="no plain YAML"):
        adopted(source)


def test_a_folder_of_nothing_known(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no export"):
        adopt(tmp_path, tmp_path)
