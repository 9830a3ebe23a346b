"""CTC models of NVIDIA NeMo: Conformer, FastConformer, Citrinet, QuartzNet.

NeMo exports the ONNX file itself (`model.export("model.onnx")`); the .nemo archive beside it has
the settings of the front end and the vocabulary. Its weights are not read.
"""

from __future__ import annotations

import math
import tarfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import ModelError
from assistant.weights.foreign import Foreign, parse_yaml, refuse_unknown, renamed, section
from assistant.weights.graph import read_graph

BLANK = "<blank>"

MOST_BYTES = 16_000_000
"""Of a text inside an archive; a vocabulary has less."""

_FIXED = {
    "log": True,
    "mag_power": 2.0,
    "exact_pad": False,
    "frame_splicing": 1,
    "mel_norm": "slaney",
}
"""Settings of the front end that have to be as they usually are."""

_LEAST = {"tiny": float(np.finfo(np.float32).tiny), "eps": float(np.finfo(np.float32).eps)}


def read_nemo(folder: Path) -> Foreign:
    """The model of which `folder` has one .nemo and one .onnx file.

    Raises ModelError when they are missing or broken, or of a model without CTC.
    """
    archive, exported = _only(folder, "*.nemo"), _only(folder, "*.onnx")
    config = parse_yaml(_member(archive, "model_config.yaml"), f"{archive}: model_config.yaml")
    front = _front(section(config, "preprocessor", str(archive)), str(archive))
    tokens, pieces = _tokens(config, archive)
    graph = read_graph(exported)
    inputs = {value.name for value in graph.graph.input}
    outputs = {value.name for value in graph.graph.output}
    if "audio_signal" not in inputs or "logprobs" not in outputs:
        raise ModelError(
            f"{exported} has the outputs {', '.join(sorted(outputs))}; a CTC model of NeMo has "
            "logprobs: export one of that kind, a hybrid one with its CTC decoder."
        )
    lengths = "length" if "length" in inputs else None
    bands = int(str(front["feature_size"]))
    return Foreign(
        toolkit="nemo",
        graph=renamed(graph, ("audio_signal", True), lengths, "logprobs", bands),
        tokens=[*tokens, BLANK],
        blank=BLANK,
        front=front,
        tokenizer={"word_start": "▁"} if pieces else {"word_delimiter_token": " "},
    )


def _front(settings: Mapping[str, Any], where: str) -> dict[str, object]:
    """Our front end's settings for those of AudioToMelSpectrogramPreprocessor."""
    refuse_unknown(f"{where}: preprocessor", settings, _FIXED)
    rate = _number(settings, "sample_rate", 16_000, where)
    window = round(_number(settings, "window_size", 0.02, where) * rate)
    usual_fft = 2 ** math.ceil(math.log2(max(window, 1)))
    least = settings.get("log_zero_guard_value", 2.0**-24)
    return {
        "sampling_rate": round(rate),
        "feature_size": round(_number(settings, "features", 64, where)),
        "n_fft": round(_number(settings, "n_fft", usual_fft, where)),
        "win_length": window,
        "hop_length": round(_number(settings, "window_stride", 0.01, where) * rate),
        "window": {"none": "ones"}.get(str(settings.get("window")), settings.get("window", "hann")),
        "preemphasis": settings.get("preemph", 0.97) or 0.0,
        "partial": False,
        "low_hz": settings.get("lowfreq") or 0.0,
        "high_hz": settings.get("highfreq") or 0.0,
        "floor": settings.get("log_zero_guard_type", "add"),
        "least": _LEAST.get(str(least), least),
        **_normalisation(settings.get("normalize", "per_feature")),
    }


def _normalisation(wanted: object) -> dict[str, object]:
    if isinstance(wanted, dict):
        mean, deviation = (np.ravel(wanted.get(f"fixed_{k}", [])) for k in ("mean", "std"))
        return {
            "normalisation": "global",
            "mean": [float(value) for value in mean],
            "deviation": [float(value) for value in deviation],
        }
    known = wanted in ("per_feature", "all_features")
    return {"normalisation": wanted if known else "none"}


def _number(settings: Mapping[str, Any], key: str, usual: float, where: str) -> float:
    value = settings.get(key)
    value = usual if value is None else value
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ModelError(f"{where}: {key} must be a number above 0, not {value!r:.60}.")
    return float(value)


def _tokens(config: Mapping[str, Any], archive: Path) -> tuple[list[str], bool]:
    """The vocabulary without the blank, and whether it is pieces of words."""
    listed = config.get("decoder", {}).get("vocabulary") or config.get("labels")
    if not listed:
        lines = _member(archive, "tokenizer.vocab").splitlines()
        listed = [line.partition("\t")[0] for line in lines if line]
    if not isinstance(listed, list) or not all(isinstance(token, str) for token in listed):
        raise ModelError(f"{archive} has no list of tokens; save the model again with NeMo.")
    pieces = " " not in listed
    return (_marked(listed) if pieces else listed), pieces


def _marked(pieces: Sequence[str]) -> list[str]:
    """Pieces with ▁ where a word begins, also of the tokenizers that mark the others with ##."""
    if any(piece.startswith("▁") for piece in pieces):
        return list(pieces)
    return [piece[2:] if piece.startswith("##") else f"▁{piece}" for piece in pieces]


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise ModelError(
            f"{folder} has {len(found)} files {pattern}; put one model's .nemo file and the .onnx "
            "file that NeMo exported of it there."
        )
    return found[0]


def _member(archive: Path, name: str) -> str:
    """The text of the file `name` in a .nemo archive."""
    try:
        with tarfile.open(archive) as packed:
            for entry in packed:
                if entry.isfile() and entry.name.endswith(name) and entry.size <= MOST_BYTES:
                    stream = packed.extractfile(entry)
                    return stream.read().decode("utf-8") if stream else ""
    except (tarfile.TarError, OSError, EOFError, UnicodeDecodeError) as error:
        raise ModelError(f"{archive} is no whole .nemo archive; download it again.") from error
    raise ModelError(f"{archive} has no {name}; save the model again with NeMo.")
