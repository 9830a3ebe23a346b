"""Which files of a repository make a model that we run. Pure: names and sizes alone."""

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

LARGEST_DESCRIPTION = 50_000_000
"""Bytes of the largest file that is no weights; it is read into memory whole."""


def choose(repository: str, files: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """The files to install: the smallest int8 ONNX, else the plain one, and what describes it.

    Raises ModelError for a repository that names files outside itself, has no model that we can
    run, or claims absurd sizes.
    """
    for file in files:
        if not stays_inside(file.name):
            raise ModelError(
                f"{repository} names a file {file.name!r} outside itself: don't use this model."
            )
    described = [file for file in files if _DESCRIPTIONS.fullmatch(file.name)]
    if not any(file.name == "config.json" for file in described):
        raise ModelError(f"{repository} has no config.json: it is no model in the usual layout.")
    for file in described:
        if file.size > LARGEST_DESCRIPTION:
            raise ModelError(
                f"{file.name} of {repository} claims {file.size} bytes: don't use this model."
            )
    return (*described, *_weights(repository, files))


def _weights(repository: str, files: Sequence[KnownFile]) -> list[KnownFile]:
    """One ONNX file, and what it keeps beside itself (model.onnx_data)."""
    graphs = [file for file in files if _ONNX.fullmatch(file.name)]
    if not graphs:
        raise _nothing_to_run(repository, files)
    forms = {
        graph.name: [file for file in files if file.name.startswith(graph.name)] for graph in graphs
    }
    small = [name for name in forms if re.search("int8|quantized", PurePosixPath(name).stem)]
    plain = [name for name in forms if PurePosixPath(name).stem == "model"]
    return min(
        (forms[name] for name in small or plain or forms),
        key=lambda form: sum(file.size for file in form),
    )


def _nothing_to_run(repository: str, files: Sequence[KnownFile]) -> ModelError:
    endings = {PurePosixPath(file.name).suffix for file in files}
    if ".safetensors" in endings:
        return ModelError(
            f"{repository} has no ONNX file, only safetensors: export it to ONNX, "
            "or look for an export of it on the hub."
        )
    if endings & set(_PICKLES):
        return ModelError(
            f"{repository} has only a pickle, which can run any code when it is opened, and is "
            "refused: look for an ONNX export of the model on the hub."
        )
    return ModelError(f"{repository} has no weights that we know: look for an ONNX export.")
