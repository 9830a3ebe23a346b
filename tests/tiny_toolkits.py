"""Tiny models in the shape in which other toolkits export theirs; they read the tones of `speak`.

Log-mel features go in. A frame's letter is the one whose tone has most of the energy, as in
`tiny_model`; two features make one frame. The front ends differ as the toolkits' do.

    nemo = make_nemo(tmp_path / "nemo")            model.nemo and model.onnx
    espnet = make_espnet(tmp_path / "espnet")      config.yaml, feats_stats.npz, full/*.onnx
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import yaml
from onnx import TensorProto, helper, numpy_helper

from assistant.recognition.logmel import LogMel, mel_filters
from assistant.records import SAMPLE_RATE, Floats
from tests.tiny_model import DELIMITER, LETTERS, letter_hz

BANDS = 160
"""Enough to tell the tones of two neighbouring letters apart."""

SUBSAMPLING = 2

NEMO_FRONT = LogMel(SAMPLE_RATE, BANDS, 512, 400, 160, preemphasis=0.97, partial=False)
ESPNET_FRONT = LogMel(
    SAMPLE_RATE, BANDS, 512, 400, 160, periodic=True, padding="reflect", floor="clamp", least=1e-10
)

PIECES = ("▁", *(f"▁{letter}" for letter in LETTERS), *LETTERS)
"""As of SentencePiece, where a letter that begins a word is another piece. The models here put out
a word's beginning as a piece of its own."""

_SHARPNESS, _BLANK_SHARE, _QUIET = 4.0, 0.2, 1e-7
_MEAN, _DEVIATION = -6.0, 3.0
"""Of every band in the statistics of the ESPnet model."""


def make_nemo(
    folder: Path, *, pieces: bool = True, normalize: str | None = None, lengths: bool = True
) -> Path:
    """An exported CTC model: with word pieces (Conformer, Citrinet) or letters (QuartzNet).

    Without `lengths` it has no such input, as models of convolutions alone are exported.
    """
    folder.mkdir(parents=True)
    tokens = list(PIECES) if pieces else [" ", *LETTERS]
    sources = ["▁" if pieces else " ", *LETTERS]
    config = {
        "target": f"nemo.collections.asr.models.EncDecCTCModel{'BPE' if pieces else ''}",
        "sample_rate": SAMPLE_RATE,
        "preprocessor": {
            "_target_": "nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor",
            "sample_rate": SAMPLE_RATE,
            "normalize": normalize,
            "window_size": 0.025,
            "window_stride": 0.01,
            "window": "hann",
            "features": BANDS,
            "n_fft": 512,
            "dither": 1e-05,
            "pad_to": 0,
        },
        "encoder": {"_target_": "nemo.ConformerEncoder", "subsampling_factor": SUBSAMPLING},
        "decoder": {"num_classes": len(tokens), "vocabulary": tokens},
    }
    with tarfile.open(folder / "model.nemo", "w") as archive:
        _add(archive, "./model_config.yaml", yaml.safe_dump(config, allow_unicode=True))
        _add(archive, "./model_weights.ckpt", "not read")
    bands_first = [helper.make_node("Transpose", ["audio_signal"], ["features"], perm=[0, 2, 1])]
    inputs = [_value("audio_signal", TensorProto.FLOAT, ["batch", BANDS, "time"])]
    if lengths:
        bands_first.append(helper.make_node("Identity", ["length"], ["unused"]))
        inputs.append(_value("length", TensorProto.INT64, ["batch"]))
    columns = [*tokens, "<blank>"]
    reading = _reading(NEMO_FRONT, columns, sources, "<blank>", "logprobs")
    outputs = [_value("logprobs", TensorProto.FLOAT, ["batch", "frames", len(columns)])]
    _save(folder / "model.onnx", bands_first + reading.nodes, inputs, outputs, reading.constants)
    return folder


def make_espnet(folder: Path) -> Path:
    """What espnet_onnx writes: an encoder and the CTC layer behind it, with letters."""
    where = folder / "full"
    where.mkdir(parents=True)
    tokens = ["<blank>", "<unk>", "<space>", *LETTERS, "<sos/eos>"]
    config = {
        "encoder": {
            "enc_type": "XformerEncoder",
            "model_path": str(where / "xformer_encoder.onnx"),
            "frontend": {
                "frontend_type": "default",
                "stft": {"n_fft": 512, "win_length": 400, "hop_length": 160, "window": "hann",
                         "center": True, "onesided": True, "normalized": False},
                "logmel": {"sr": SAMPLE_RATE, "n_fft": 512, "n_mels": BANDS, "fmin": 0,
                           "fmax": 8000.0, "htk": False, "log_base": None},
            },
            "do_normalize": True,
            "normalize": {"type": "gmvn", "norm_means": True, "norm_vars": True, "eps": 1e-20,
                          "stats_file": str(folder / "feats_stats.npz")},
        },
        "ctc": {"model_path": str(where / "ctc.onnx")},
        "token": {"blank": 0, "sos": len(tokens) - 1, "eos": len(tokens) - 1, "list": tokens},
        "tokenizer": {"token_type": "char"},
    }  # fmt: skip
    (folder / "config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    mean, square = np.full(BANDS, _MEAN), np.full(BANDS, _MEAN**2 + _DEVIATION**2)
    np.savez(folder / "feats_stats.npz", count=100, sum=100 * mean, sum_square=100 * square)
    _save_espnet(where, tokens)
    return folder


def _save_espnet(where: Path, tokens: Sequence[str]) -> None:
    """The encoder undoes the statistics and finds the tones; the CTC layer knows the letters."""
    undone = [
        helper.make_node("Mul", ["feats", "deviation"], ["spread"]),
        helper.make_node("Add", ["spread", "mean"], ["features"]),
        helper.make_node("Identity", ["feats_length"], ["encoder_out_lens"]),
    ]
    reading = _reading(ESPNET_FRONT, tokens, ["<space>", *LETTERS], "<blank>", "ctc_out")
    size = len(DELIMITER + LETTERS)
    constants = reading.constants | {
        "mean": np.array(_MEAN, np.float32),
        "deviation": np.array(_DEVIATION, np.float32),
    }
    inputs = [
        _value("feats", TensorProto.FLOAT, [1, "feats_length", BANDS]),
        _value("feats_length", TensorProto.INT64, [1]),
    ]
    middle = [
        _value("encoder_out", TensorProto.FLOAT, [1, "frames", size]),
        _value("encoder_out_lens", TensorProto.INT64, [1]),
    ]
    named = [helper.make_node("Identity", ["found"], ["encoder_out"])]
    front, head = reading.nodes[:-2], reading.nodes[-2:]
    _save(where / "xformer_encoder.onnx", undone + front + named, inputs, middle, constants)
    head[0].input[0] = "x"
    _save(
        where / "ctc.onnx",
        head,
        [_value("x", TensorProto.FLOAT, [1, "length", size])],
        [_value("ctc_out", TensorProto.FLOAT, [1, "length", len(tokens)])],
        {name: constants[name] for name in ("weight", "bias")},
    )


class _Reading:
    """Nodes from `features` (batch, steps, bands) by way of `found` to the output."""

    def __init__(self, nodes: list[onnx.NodeProto], constants: dict[str, np.ndarray]) -> None:
        self.nodes, self.constants = nodes, constants


def _reading(
    front: LogMel, columns: Sequence[str], sources: Sequence[str], blank: str, output: str
) -> _Reading:
    node = helper.make_node
    tones, total = _detectors(front)
    weight = np.zeros((len(sources), len(columns)), np.float32)
    bias = np.full(len(columns), -40.0, np.float32)
    for row, token in enumerate(sources):
        weight[row, columns.index(token)] = _SHARPNESS
        bias[columns.index(token)] = 0
    bias[columns.index(blank)] = _SHARPNESS * np.log(_BLANK_SHARE)
    nodes = [
        node("Exp", ["features"], ["energies"]),
        node("Slice", ["energies", "begin", "end", "axis", "step"], ["half"]),
        node("MatMul", ["half", "tones"], ["loud"]),
        node("MatMul", ["half", "total"], ["all"]),
        node("Add", ["all", "quiet"], ["audible"]),
        node("Div", ["loud", "audible"], ["shares"]),
        node("Add", ["shares", "quiet"], ["positive"]),
        node("Log", ["positive"], ["found"]),
        node("MatMul", ["found", "weight"], ["product"]),
        node("Add", ["product", "bias"], [output]),
    ]
    constants = {
        "tones": tones,
        "total": total,
        "quiet": np.array(_QUIET, np.float32),
        "weight": weight,
        "bias": bias,
        "begin": np.array([0], np.int64),
        "end": np.array([2**31], np.int64),
        "axis": np.array([1], np.int64),
        "step": np.array([SUBSAMPLING], np.int64),
    }
    return _Reading(nodes, constants)


def _detectors(front: LogMel) -> tuple[Floats, Floats]:
    """(bands, letters) and (bands, 1): what a letter's tone and what all sound comes to.

    Scaled so that a letter's tone alone has the whole of the energy.
    """
    filters = mel_filters(SAMPLE_RATE, front.n_fft, BANDS, 0, SAMPLE_RATE / 2)
    total = (1 / np.maximum(filters.sum(axis=0), 1e-9))[:, None] * (filters.sum(axis=0) > 0)[
        :, None
    ]
    times = np.arange(4_000) / SAMPLE_RATE
    tones = np.zeros((BANDS, len(DELIMITER + LETTERS)), np.float32)
    for column, letter in enumerate(DELIMITER + LETTERS):
        tone = 0.1 * np.sin(2 * np.pi * letter_hz(letter) * times)
        energies = np.exp(front.features(tone.astype(np.float32)).mean(axis=0))
        band = int(energies.argmax())
        tones[band, column] = (energies @ total).item() / energies[band]
    return tones, total.astype(np.float32)


def _save(
    path: Path,
    nodes: list[onnx.NodeProto],
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    constants: dict[str, np.ndarray],
) -> None:
    used = {name for node in nodes for name in node.input}
    tensors = [numpy_helper.from_array(v, k) for k, v in constants.items() if k in used]
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    onnx.save_model(model, path)


def _value(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _add(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    archive.addfile(entry, io.BytesIO(data))
