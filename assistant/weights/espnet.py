"""The encoder and the CTC layer of ESPnet models, as espnet_onnx exports them.

config.yaml says what there is: the front end, its statistics (feats_stats.npz), the tokens, and two
ONNX files in `full/`, which are joined into one here. A decoder beside them isn't used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from assistant.errors import ModelError
from assistant.weights.foreign import Foreign, parse_yaml, refuse_unknown, renamed, section
from assistant.weights.graph import import_onnx, read_graph

_STFT = {"center": True, "onesided": True, "normalized": False}
_LOG_MEL = {"log_base": None}
"""Settings of the front end that have to be as they usually are."""


def read_espnet(folder: Path) -> Foreign:
    """The model that espnet_onnx exported to `folder`.

    Raises ModelError when files are missing or broken, or of a kind that can't be followed.
    """
    path = folder / "config.yaml"
    try:
        config = parse_yaml(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} can't be read; export the model again.") from error
    encoder = section(config, "encoder", str(path))
    front = _front(section(encoder, "frontend", str(path)), str(path))
    front |= _normalisation(encoder, folder)
    bands = int(front["feature_size"])
    token = section(config, "token", str(path))
    tokens, blank = token.get("list"), token.get("blank", 0)
    if not isinstance(tokens, list) or not isinstance(blank, int) or blank >= len(tokens):
        raise ModelError(f"{path} has no list of tokens with a blank; export the model again.")
    return Foreign(
        toolkit="espnet",
        graph=_joined(folder, encoder, section(config, "ctc", str(path)), bands),
        tokens=[str(token) for token in tokens],
        blank=str(tokens[blank]),
        front=front,
        tokenizer=_tokenizer(config, str(tokens[-1])),
    )


def _front(settings: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Our front end's settings for those of ESPnet's DefaultFrontend."""
    stft, mel = section(settings, "stft", where), section(settings, "logmel", where)
    refuse_unknown(f"{where}: stft", stft, _STFT)
    refuse_unknown(f"{where}: logmel", mel, _LOG_MEL)
    return {
        "sampling_rate": mel.get("sr", mel.get("fs", 16_000)),
        "feature_size": mel.get("n_mels", 80),
        "n_fft": stft.get("n_fft", 512),
        "win_length": stft.get("win_length") or stft.get("n_fft", 512),
        "hop_length": stft.get("hop_length", 128),
        "window": stft.get("window") or "ones",
        "periodic": True,
        "padding": "reflect",
        "low_hz": mel.get("fmin") or 0.0,
        "high_hz": mel.get("fmax") or 0.0,
        "mel_scale": "htk" if mel.get("htk") else "slaney",
        "floor": "clamp",
        "least": 1e-10,
    }


def _normalisation(encoder: Mapping[str, Any], folder: Path) -> dict[str, object]:
    if not encoder.get("do_normalize"):
        return {"normalisation": "none"}
    where = str(folder / "config.yaml")
    wanted = section(encoder, "normalize", where)
    if wanted.get("type") == "utterance_mvn":
        refuse_unknown(f"{where}: normalize", wanted, {"norm_means": True, "norm_vars": False})
        return {"normalisation": "mean"}
    refuse_unknown(f"{where}: normalize", wanted, {"type": "gmvn"})
    name = PurePosixPath(str(wanted.get("stats_file", "feats_stats.npz"))).name
    mean, deviation = _statistics(folder / name, float(wanted.get("eps", 1e-20)))
    return {
        "normalisation": "global",
        "mean": list(mean if wanted.get("norm_means", True) else np.zeros_like(mean)),
        "deviation": list(deviation if wanted.get("norm_vars", True) else np.ones_like(mean)),
    }


def _statistics(path: Path, least: float) -> tuple[Any, Any]:
    """Mean and standard deviation of each band."""
    from zipfile import BadZipFile

    try:
        with np.load(path, allow_pickle=False) as stats:
            count, total, squares = (stats[name] for name in ("count", "sum", "sum_square"))
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise ModelError(
            f"{path} has no statistics of features (count, sum, sum_square); "
            "copy feats_stats.npz of the model there."
        ) from error
    mean = total / count
    return mean, np.sqrt(np.maximum(squares / count - mean * mean, least))


def _tokenizer(config: Mapping[str, Any], last: str) -> dict[str, object]:
    kind = config.get("tokenizer", {}).get("token_type")
    marks = {"bos_token": last, "eos_token": last} if last.startswith("<") else {}
    if kind == "bpe":
        return {"word_start": "▁", **marks}
    return {"word_delimiter_token": "<space>", **marks}


def _joined(folder: Path, encoder: Mapping[str, Any], ctc: Mapping[str, Any], bands: int) -> Any:
    """One graph from features to the log-probabilities of the CTC layer."""
    onnx = import_onnx()
    from onnx import compose

    front, head = (read_graph(_file(folder, part)) for part in (encoder, ctc))
    inputs = {value.name for value in front.graph.input}
    if inputs not in ({"feats"}, {"feats", "feats_length"}):
        raise ModelError(
            f"The encoder in {folder} reads {', '.join(sorted(inputs))} rather than feats and "
            "feats_length; export the model with a newer espnet_onnx."
        )
    lengths = "feats_length" if "feats_length" in inputs else None
    try:
        joined = compose.merge_models(
            front,
            head,
            io_map=[("encoder_out", "x")],
            outputs=["ctc.ctc_out"],
            prefix2="ctc.",
        )
    except (ValueError, onnx.checker.ValidationError) as error:
        raise ModelError(
            f"The encoder and the CTC layer in {folder} don't fit together; "
            "export both from the same model."
        ) from error
    return renamed(joined, ("feats", False), lengths, "ctc.ctc_out", bands)


def _file(folder: Path, part: Mapping[str, Any]) -> Path:
    """Where a part lies: config.yaml has the path that it had where it was exported."""
    name = PurePosixPath(str(part.get("model_path", "")).replace("\\", "/")).name
    return folder / "full" / name
