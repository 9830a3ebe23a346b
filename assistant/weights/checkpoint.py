"""A torch checkpoint on the disk, looked at before anything of it is loaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from assistant.errors import ModelError
from assistant.records import SAMPLE_RATE
from assistant.weights.shelf import KnownFile, stays_inside
from assistant.weights.tensors import check_tensors

Task = Literal["ctc", "classification"]
"""Letters for each frame, or one label, such as the language, for all of the sound."""

FAMILY = (
    "wav2vec2",  # with XLS-R and MMS
    "wav2vec2-conformer",
    "hubert",
    "wavlm",
    "data2vec-audio",
    "unispeech",
    "unispeech-sat",
    "sew",
    "sew-d",
)
"""As config.json calls them: the kinds of model that read samples."""

_LARGEST = 1_000_000
"""No size in a config.json is larger."""

_Config = dict[str, object]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What is known of a checkpoint before it is loaded."""

    folder: Path
    task: Task
    sampling_rate: int
    """Samples a second that the model wants."""
    weight_bytes: int


def files_of(folder: Path) -> list[KnownFile]:
    """The files of a local checkpoint, which nobody names a digest of.

    Raises ModelError when there is no such folder.
    """
    if not folder.is_dir():
        raise ModelError(f"There is no folder {folder}; name one, or owner/model on the hub.")
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    return [KnownFile(path.name, path.stat().st_size, digest="") for path in files]


def check(folder: Path) -> Checkpoint:
    """Look at a checkpoint's files. Nothing of it is run, and no weight is read.

    Raises ModelError for a model of another kind, for weights that were cut off or are elsewhere,
    and for sizes that can't be true.
    """
    config = _read(folder / "config.json")
    kind = config.get("model_type")
    if kind not in FAMILY:
        raise ModelError(
            f"{folder.name} is a model of the kind {kind!r:.40}; only {', '.join(FAMILY)} can be "
            "exported here."
        )
    _check_index(folder)
    weights = [*folder.glob("*.safetensors"), *folder.glob("*.bin")]
    weight_bytes = sum(
        check_tensors(path) if path.suffix == ".safetensors" else path.stat().st_size
        for path in weights
    )
    _check_claims(folder, config, weight_bytes)
    return Checkpoint(folder, _task(folder, config), _sampling_rate(folder), weight_bytes)


def _read(path: Path) -> _Config:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path} can't be read as JSON; download the model again.") from error
    if not isinstance(found, dict):
        raise ModelError(f"{path} must hold a JSON object; download the model again.")
    return found


def _task(folder: Path, config: _Config) -> Task:
    named = config.get("architectures")
    architecture = str(named[0]) if isinstance(named, list) and named else "nothing"
    if architecture.endswith("ForCTC"):
        return "ctc"
    if architecture.endswith("ForSequenceClassification"):
        return "classification"
    raise ModelError(
        f"{folder.name} is a model for {architecture}: only …ForCTC, which gives text, and "
        "…ForSequenceClassification, which tells languages apart, can be exported; "
        "fine-tune it first, or take one that was."
    )


def _sampling_rate(folder: Path) -> int:
    rate = _read(folder / "preprocessor_config.json").get("sampling_rate", SAMPLE_RATE)
    if not isinstance(rate, int) or not 4_000 <= rate <= 192_000:
        raise ModelError(
            f"{folder.name}: no model works at {rate!r:.40} samples a second; correct "
            "sampling_rate in preprocessor_config.json (16000 for nearly every model)."
        )
    return rate


def _check_index(folder: Path) -> None:
    """Every piece of the weights lies in the folder itself."""
    for index in folder.glob("*.index.json"):
        pieces = _read(index).get("weight_map")
        names = set(map(str, pieces.values())) if isinstance(pieces, dict) else {"nothing"}
        for name in sorted(names):
            if not stays_inside(name):
                raise ModelError(
                    f"{index.name} names weights {name!r:.80} outside the model's folder: "
                    "don't use this model."
                )
            if not (folder / name).is_file():
                raise ModelError(f"The weights {name:.80} are missing; download the model again.")


def _check_claims(folder: Path, config: _Config, weight_bytes: int) -> None:
    """A config of enormous sizes would have memory taken for weights that nobody has."""
    hidden, inner = _size(config, "hidden_size", 768), _size(config, "intermediate_size", 3072)
    layers = _size(config, "num_hidden_layers", 12)
    channels = (1, *_sizes(config, "conv_dim", (512,) * 7))
    kernels = _sizes(config, "conv_kernel", (10, 3, 3, 3, 3, 2, 2))
    convolutions = sum(
        before * after * kernel
        for (before, after), kernel in zip(pairwise(channels), kernels, strict=False)
    )
    head = hidden * _size(config, "vocab_size", 32)
    claimed = layers * (4 * hidden**2 + 2 * hidden * inner) + convolutions + head
    if 2 * claimed > weight_bytes:  # two bytes for a weight, at the least
        raise ModelError(
            f"config.json of {folder.name} describes {claimed / 1e6:.0f} million weights, but the "
            f"files hold {weight_bytes / 1e6:.0f} MB: don't use this model, or download it again."
        )


def _size(config: _Config, key: str, default: int) -> int:
    return _sizes({key: [config.get(key, default)]}, key, ())[0]


def _sizes(config: _Config, key: str, default: Sequence[int]) -> list[int]:
    found = config.get(key, list(default))
    listed = found if isinstance(found, list) else [found]
    sizes = [size for size in listed if isinstance(size, int) and 1 <= size <= _LARGEST]
    if len(sizes) < len(listed):
        raise ModelError(
            f"config.json: {key} of {found!r:.60} can't be true; download the model again."
        )
    return sizes
