"""Which files of a repository make a model that we run, or export. Pure: names and sizes alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from assistant.errors import ModelError
from assistant.weights.shelf import KnownFile, stays_inside

_DESCRIPTIONS = re.compile(
    r"(config|preprocessor_config|processor_config|vocab|tokenizer_config|special_tokens_map"
    r"|added_tokens|phonemes)\.json|README\.md|LICENSE(\.\w+)?"
)
_ONNX = re.compile(r"(onnx/)?model[^/]*\.onnx")
_PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
_WEIGHTS = (".onnx", ".safetensors", *_PICKLES)
_SHARDS = r"-\d{5}-of-\d{5}"
"""What the name of a piece ends in where the weights are too large for one file."""

LARGEST_DESCRIPTION = 50_000_000
"""Bytes of the largest file that is no weights; it is read into memory whole."""


def has_onnx(files: Sequence[KnownFile]) -> bool:
    """Whether a repository needs no export."""
    return any(_ONNX.fullmatch(file.name) for file in files)


def has_weights(files: Sequence[KnownFile]) -> bool:
    """Whether there is more of a model than what describes it."""
    return any(PurePosixPath(file.name).suffix in _WEIGHTS for file in files)


def choose(repository: str, files: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """The files to install: the smallest int8 ONNX, else the plain one, and what describes it.

    Raises ModelError for a repository that names files outside itself, has no model that we can
    run, or claims absurd sizes.
    """
    return (*_described(repository, files), *_weights(repository, files))


def choose_checkpoint(
    repository: str, files: Sequence[KnownFile], language: str = "", allow_pickle: bool = False
) -> tuple[KnownFile, ...]:
    """The files of a torch checkpoint: weights, the language's adapter, and what describes them.

    Raises ModelError as `choose` does, and where there are only pickles unless they are allowed.
    """
    described = _described(repository, files)
    weights = _checkpoint(files, "model", ".safetensors")
    if not weights and allow_pickle:
        weights = _checkpoint(files, "pytorch_model", ".bin")
    if not weights:
        raise _nothing_to_export(repository, files)
    return (*described, *weights, *_adapter(repository, files, language, allow_pickle))


def languages_of(files: Sequence[KnownFile]) -> list[str]:
    """The languages that a checkpoint has adapters for."""
    found = (re.fullmatch(r"adapter\.([\w-]+)\.(safetensors|bin)", file.name) for file in files)
    return sorted({each[1] for each in found if each})


def _described(repository: str, files: Sequence[KnownFile]) -> list[KnownFile]:
    for file in files:
        if not stays_inside(file.name):
            raise ModelError(
                f"{repository} names a file {file.name!r} outside itself: don't use this model."
            )
    described = [file for file in files if _DESCRIPTIONS.fullmatch(file.name)]
    if not any(file.name == "config.json" for file in described):
        raise ModelError(f"{repository} has no config.json: it is no model in the usual layout.")
    for file in files:
        if file.name.endswith(".json") and file.size > LARGEST_DESCRIPTION:
            raise ModelError(
                f"{file.name} of {repository} claims {file.size} bytes: don't use this model."
            )
    return described


def _weights(repository: str, files: Sequence[KnownFile]) -> list[KnownFile]:
    """One ONNX file, and what it keeps beside itself (model.onnx_data)."""
    graphs = [file for file in files if _ONNX.fullmatch(file.name)]
    if not graphs:
        raise _nothing_to_run(repository)
    forms = {
        graph.name: [file for file in files if file.name.startswith(graph.name)] for graph in graphs
    }
    small = [name for name in forms if re.search("int8|quantized", PurePosixPath(name).stem)]
    plain = [name for name in forms if PurePosixPath(name).stem == "model"]
    return min(
        (forms[name] for name in small or plain or forms),
        key=lambda form: sum(file.size for file in form),
    )


def _checkpoint(files: Sequence[KnownFile], stem: str, ending: str) -> list[KnownFile]:
    """The weights in one file, else in pieces with their index."""
    whole = [file for file in files if file.name == stem + ending]
    index = [file for file in files if file.name == f"{stem}{ending}.index.json"]
    pieces = [file for file in files if re.fullmatch(re.escape(stem) + _SHARDS + ending, file.name)]
    return whole or ([*index, *pieces] if index and pieces else [])


def _adapter(
    repository: str, files: Sequence[KnownFile], language: str, allow_pickle: bool
) -> list[KnownFile]:
    """The adapter of a language: a file of its own beside the weights that all languages share."""
    if not language:
        return []
    for ending in ("safetensors", *(("bin",) if allow_pickle else ())):
        found = [file for file in files if file.name == f"adapter.{language}.{ending}"]
        if found:
            return found
    languages = languages_of(files)
    some = ", ".join(languages[:12]) + (" …" if len(languages) > 12 else "")
    raise ModelError(
        f"{repository} has no adapter for {language!r} in safetensors; "
        + (f"it has {some}." if languages else "it has none at all, leave --language out.")
    )


def _nothing_to_run(repository: str) -> ModelError:
    return ModelError(
        f"{repository} has no ONNX file: export it with `assistant models export`, "
        "or look for an export of it on the hub."
    )


def _nothing_to_export(repository: str, files: Sequence[KnownFile]) -> ModelError:
    if any(PurePosixPath(file.name).suffix in _PICKLES for file in files):
        return ModelError(
            f"{repository} has only a pickle, which can run any code when it is opened, and is "
            "refused: look for safetensors or an ONNX export of the model on the hub, or, if you "
            "trust whoever made it, add --allow-pickle."
        )
    return ModelError(
        f"{repository} has no weights that we know: look for a model with model.safetensors, "
        "or for an ONNX export of it."
    )
