"""A tiny ONNX CTC model that reads tones, and the voice that speaks them.

Each letter has a frequency of its own between 1 and 3.8 kHz. `speak` hums like a voice (harmonics
of a wavering 120 Hz, so that a voice detector takes it for speech) and adds the tone of each
letter in turn. The model that `make_tiny_model` writes measures in each 25 ms frame how much of
the energy sits at each letter's frequency; a frame without a clear tone is blank. So it reads
back exactly what was spoken, whatever the level, through a real onnxruntime session.

    folder = make_tiny_model(tmp_path / "tiny")
    samples = speak("set a timer")

Needs the package onnx, and nothing else beside what the assistant needs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from assistant.records import SAMPLE_RATE, Floats

LETTERS = "abcdefghijklmnopqrstuvwxyz'"
SPECIAL = ("<pad>", "<s>", "</s>", "<unk>")
DELIMITER = "|"

KERNEL, STRIDE = 400, 320
"""Samples of a frame, and from one frame to the next, as in Wav2Vec2: 25 ms and 20 ms."""

LETTER_S = 0.06
"""How long a letter's tone sounds: at least one frame lies wholly inside."""
GAP_S = 0.02
"""Humming between two letters."""
REPEAT_GAP_S = 0.06
"""Humming between equal letters: at least one blank frame lies wholly inside."""
HUM_S = 0.2
"""Humming before the first and after the last letter, for a voice detector to wake up."""

_FIRST_HZ, _STEP_HZ = 1050.0, 95.0
_BLANK_SHARE = 0.1
"""A frame whose strongest tone has less of the energy than this is blank."""
_SHARPNESS = 4.0
"""Logits are this many times the logarithm of the tones' shares."""
_SILENCE = 1e-9
"""Mean square below which a frame counts as empty."""


@dataclass(frozen=True, slots=True)
class TinyModel:
    """What sort of model `make_tiny_model` writes."""

    upper: bool = False
    """Upper-case letters in the vocabulary."""
    delimiter: str = DELIMITER
    do_normalize: bool = True
    attention_mask: bool = False
    """The model has an input `attention_mask`, and the preprocessor says that it wants it."""
    phonemes: bool = False
    """A second output `phoneme_logits`: each letter read as the phoneme "/a/", "/b/", ..."""
    deep: bool = False
    """One convolution more, over the tones' shares, that changes nothing."""
    int8: bool = False
    """Also write model_quantized.onnx beside model.onnx."""
    onnx_subfolder: bool = False
    """Put the models into onnx/, as many repositories do."""
    external_data: bool = False
    """Keep the weights in model.onnx_data."""
    input_name: str = "input_values"
    sampling_rate: int = SAMPLE_RATE
    language: str = ""
    """Nest the vocabulary below this language, as MMS models do."""
    extra_tokens: tuple[str, ...] = ()
    """More entries in vocab.json than the model has outputs."""
    omit: tuple[str, ...] = ()
    """Files that are left out."""

    def tokens(self) -> tuple[str, ...]:
        """The vocabulary, in the order of the model's outputs."""
        letters = LETTERS.upper() if self.upper else LETTERS
        return (*SPECIAL, self.delimiter, *letters)


def letter_hz(letter: str) -> float:
    """The frequency of a lower-case letter, or of the word delimiter `|`."""
    return _FIRST_HZ + _STEP_HZ * (DELIMITER + LETTERS).index(letter)


def speak(text: str, *, level: float = 0.1, silence_s: float = 0.0) -> Floats:
    """Samples at SAMPLE_RATE in which the tiny model hears `text`.

    `text` has letters, apostrophes and single spaces; case doesn't matter. `level` is the root
    mean square of the voice; `silence_s` of digital silence goes before and after it.
    """
    tones, end_s = _schedule(text.lower().replace(" ", DELIMITER))
    times = np.arange(round(end_s * SAMPLE_RATE)) / SAMPLE_RATE
    voice = _hum(times)
    for letter, start_s in tones:
        voice += _tone(times, letter_hz(letter), start_s)
    voice *= _loudness(times)
    voice *= level / np.sqrt(np.mean(voice**2))
    silence = np.zeros(round(silence_s * SAMPLE_RATE))
    return np.concatenate([silence, voice, silence]).astype(np.float32)


def letter_times(text: str) -> list[tuple[str, float, float]]:
    """When `speak` says each letter of `text`: (letter, start, end) in seconds; space is `|`."""
    tones, _ = _schedule(text.lower().replace(" ", DELIMITER))
    return [(letter, start_s, start_s + LETTER_S) for letter, start_s in tones]


def _schedule(letters: str) -> tuple[list[tuple[str, float]], float]:
    """(letter, start in seconds) for each, and where the voice ends."""
    tones: list[tuple[str, float]] = []
    at_s = HUM_S
    for before, letter in zip(" " + letters, letters, strict=False):
        at_s += REPEAT_GAP_S if letter == before else GAP_S
        tones.append((letter, at_s))
        at_s += LETTER_S
    return tones, at_s + HUM_S


def _hum(times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seven harmonics of a pitch that wavers around 120 Hz; nothing above 900 Hz."""
    phase = 2 * np.pi * 120 * times + 1.2 * np.sin(2 * np.pi * 5 * times)
    weights = (1.0, 0.8, 0.7, 0.9, 0.7, 0.4, 0.2)
    harmonics = np.array([w * np.sin((h + 1) * phase) for h, w in enumerate(weights)])
    return np.asarray(harmonics.sum(axis=0))


def _tone(times: NDArray[np.float64], hertz: float, start_s: float) -> NDArray[np.float64]:
    """One letter: a tone about as strong as the hum, with 5 ms of fading at both ends."""
    inside = np.minimum(times - start_s, start_s + LETTER_S - times)
    fade = np.clip(inside / 0.005, 0, 1)
    return np.asarray(2.2 * fade * np.sin(2 * np.pi * hertz * times))


def _loudness(times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Swells four times a second, as syllables do."""
    return np.asarray(0.75 + 0.25 * np.sin(2 * np.pi * 4 * times))


def make_tiny_model(folder: Path, model: TinyModel | None = None) -> Path:
    """Write a model folder in the Hugging Face layout, and return it."""
    model = model or TinyModel()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _json_files(model).items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    _write_onnx(folder / "onnx" if model.onnx_subfolder else folder, model)
    for name in model.omit:
        (folder / name).unlink()
    return folder


def _json_files(model: TinyModel) -> dict[str, object]:
    tokens = (*model.tokens(), *model.extra_tokens)
    vocabulary: dict[str, object] = {token: index for index, token in enumerate(tokens)}
    if model.language:
        vocabulary = {model.language: vocabulary}
    names = dict(zip(("pad_token", "bos_token", "eos_token", "unk_token"), SPECIAL, strict=True))
    tokenizer = {
        "tokenizer_class": "Wav2Vec2CTCTokenizer",
        "word_delimiter_token": model.delimiter,
        "do_lower_case": False,
        "target_lang": model.language or None,
        **names,
    }
    files: dict[str, object] = {
        "config.json": {
            "model_type": "wav2vec2",
            "architectures": ["Wav2Vec2ForCTC"],
            "conv_kernel": [KERNEL],
            "conv_stride": [STRIDE],
            "pad_token_id": 0,
            "vocab_size": len(model.tokens()),
        },
        "preprocessor_config.json": {
            "feature_extractor_type": "Wav2Vec2FeatureExtractor",
            "do_normalize": model.do_normalize,
            "return_attention_mask": model.attention_mask,
            "sampling_rate": model.sampling_rate,
            "padding_value": 0.0,
            "feature_size": 1,
        },
        "vocab.json": vocabulary,
        "tokenizer_config.json": tokenizer,
        "special_tokens_map.json": names,
    }
    if model.phonemes:
        files["phonemes.json"] = list(phoneme_tokens())
    return files


def phoneme_tokens() -> tuple[str, ...]:
    """The vocabulary of the second output: blank, word boundary, then "/a/", "/b/", ..."""
    return ("<pad>", DELIMITER, *(f"/{letter}/" for letter in LETTERS))


def _write_onnx(folder: Path, model: TinyModel) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.onnx"
    if model.external_data:
        data = f"{path.name}_data"
        onnx.save_model(
            _build(model), path, save_as_external_data=True, location=data, size_threshold=64
        )
    else:
        onnx.save_model(_build(model), path)
    if model.int8:
        from assistant.weights.quantise import quantise

        quantise(path, folder / "model_quantized.onnx")


def _filters() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Hann-windowed cosines and sines of every letter, (2 * letters, 1, KERNEL), and the window.

    Scaled so that the two squares of a letter's filter outputs add up to the mean square of
    a tone at its frequency.
    """
    window = np.hanning(KERNEL + 1)[:KERNEL]
    hertz = np.array([letter_hz(letter) for letter in DELIMITER + LETTERS])
    angles = 2 * np.pi * hertz[:, None] * np.arange(KERNEL) / SAMPLE_RATE
    filters = np.concatenate([np.cos(angles), np.sin(angles)]) * window
    filters *= np.sqrt(2) / window.sum()
    energy = (window**2 / np.sum(window**2))[None, None, :]
    return filters[:, None, :].astype(np.float32), energy.astype(np.float32)


def _projection(tokens: Sequence[str], sources: Sequence[str]) -> tuple[Floats, Floats]:
    """Weights (letters, tokens) and bias that turn logarithms of shares into logits."""
    weights = np.zeros((len(DELIMITER + LETTERS), len(tokens)), np.float32)
    bias = np.full(len(tokens), -40.0, np.float32)
    bias[0] = _SHARPNESS * np.log(_BLANK_SHARE)
    for row, token in enumerate(sources):
        weights[row, tokens.index(token)] = _SHARPNESS
        bias[tokens.index(token)] = 0.0
    return weights, bias


def _build(model: TinyModel) -> onnx.ModelProto:
    """Samples (batch, samples) to logits (batch, frames, tokens)."""
    inputs, nodes = _front(model)
    constants = _measuring_constants()
    nodes += _measuring(model.deep)
    outputs = []
    for name, tokens, sources in _heads(model):
        weights, bias = _projection(tokens, sources)
        constants |= {f"{name}.weight": weights, f"{name}.bias": bias}
        nodes += [
            helper.make_node("MatMul", ["features", f"{name}.weight"], [f"{name}.product"]),
            helper.make_node("Add", [f"{name}.product", f"{name}.bias"], [name]),
        ]
        outputs.append(_value(name, TensorProto.FLOAT, ["batch", "frames", len(tokens)]))
    initializers = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "tones", inputs, outputs, initializers)
    built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(built)
    return built


def _heads(model: TinyModel) -> list[tuple[str, Sequence[str], Sequence[str]]]:
    """Name of each output, its tokens, and the token of the delimiter and of each letter."""
    tokens = model.tokens()
    heads: list[tuple[str, Sequence[str], Sequence[str]]] = [
        ("logits", tokens, tokens[len(SPECIAL) :])
    ]
    if model.phonemes:
        phonemes = phoneme_tokens()
        heads.append(("phoneme_logits", phonemes, phonemes[1:]))
    return heads


def _front(model: TinyModel) -> tuple[list[onnx.ValueInfoProto], list[onnx.NodeProto]]:
    """The inputs, and the nodes that make `samples` of them."""
    inputs = [_value(model.input_name, TensorProto.FLOAT, ["batch", "samples"])]
    if not model.attention_mask:
        return inputs, [helper.make_node("Identity", [model.input_name], ["samples"])]
    inputs.append(_value("attention_mask", TensorProto.INT64, ["batch", "samples"]))
    return inputs, [
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [model.input_name, "mask"], ["samples"]),
    ]


def _measuring(deep: bool) -> list[onnx.NodeProto]:
    """From `samples` to `features`: the logarithm of each tone's share of its frame's energy."""
    node = helper.make_node
    return [
        node("Unsqueeze", ["samples", "channel"], ["sound"]),
        node("Conv", ["sound", "filters"], ["waves"], strides=[STRIDE]),
        node("Mul", ["waves", "waves"], ["squares"]),
        node("Split", ["squares"], ["cosines", "sines"], axis=1, num_outputs=2),
        node("Add", ["cosines", "sines"], ["tones"]),
        node("Mul", ["sound", "sound"], ["powers"]),
        node("Conv", ["powers", "energy"], ["total"], strides=[STRIDE]),
        node("Add", ["total", "silence"], ["audible"]),
        node("Div", ["tones", "audible"], ["shares"]),
        node("Add", ["shares", "silence"], ["positive"]),
        node("Log", ["positive"], ["logs"]),
        node("Conv", ["logs", "same"], ["again"])
        if deep
        else node("Identity", ["logs"], ["again"]),
        node("Transpose", ["again"], ["features"], perm=[0, 2, 1]),
    ]


def _measuring_constants() -> dict[str, NDArray[np.generic]]:
    filters, energy = _filters()
    return {
        "filters": filters,
        "energy": energy,
        "channel": np.array([1], np.int64),
        "silence": np.array(_SILENCE, np.float32),
        "same": np.eye(len(DELIMITER + LETTERS), dtype=np.float32)[:, :, None],
    }


def _value(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)
