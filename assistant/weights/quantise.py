"""Smaller forms of an ONNX model: int8 to be quick, 8- and 4-bit weights to be small.

Usually only MatMul is quantised, dynamically, with signed weights and one scale for each output
channel: that is where the weights of a transformer are. Convolutions quantised like that are slower
than in fp32; they can be made int8 with ranges measured beforehand (`front_end`). What is left is
merely stored in fewer bytes (`narrow`): the runtime turns it back into fp32 once, as it loads.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import ModelError
from assistant.weights.blocks import Bits, quantise_blocks
from assistant.weights.calibration import Inputs
from assistant.weights.front_end import front_convolutions, quantise_front
from assistant.weights.graph import opset, read_graph, write_graph
from assistant.weights.matrices import has_matrices, quantise_matrices
from assistant.weights.narrow import store_narrow
from assistant.weights.shelf import RECORD_FILE

OLDEST_OPSET = 13
"""The first in which a scale for each channel of a kernel can be written down."""

Told = Callable[[str], object]
"""Called with what begins."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is made smaller."""

    weights_only: Bits | None = None
    """Bits of a weight in blocks, for memory; None for int8 sound and weights, for speed."""
    speech: Sequence[Inputs] = ()
    """What the model is given for real recordings; with some, the front end becomes int8 too."""


def quantise(
    source: str | Path, target: str | Path, recipe: Recipe | None = None, told: Told = str
) -> Path:
    """Write a smaller copy of the ONNX model `source` to `target`, and return `target`.

    The file appears whole or not at all. Weights that `source` keeps in external files are
    read from beside it and end up inside `target`, or beside it where one file can't hold them.
    Raises ModelError when `source` is missing or no ONNX model, has nothing to quantise, or when
    the package onnx isn't installed.
    """
    source, target, recipe = Path(source), Path(target), recipe or Recipe()
    _check(source, recipe)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".quantise-") as folder:
        draft = Path(folder) / target.name
        told("matrices")
        model = read_graph(source)
        if has_matrices(model):
            _quantise_matrices(model, recipe.weights_only)
        if recipe.speech:
            quantise_front(model, _announced(recipe.speech, told))
        told("storing")
        store_narrow(model)
        write_graph(model, draft)
        # The graph comes last: without it, its weights are nothing.
        for file in sorted(Path(folder).iterdir(), reverse=True):
            file.replace(target.parent / file.name)
    return target


def quantise_folder(
    source: Path, target: Path, recipe: Recipe | None = None, told: Told = str
) -> None:
    """Fill the folder `target` with a smaller copy of the model in the folder `source`.

    Raises ModelError when `source` has no fp32 model.onnx, and whatever `quantise` does.
    """
    quantise(full_model(source), target / "model_quantized.onnx", recipe, told)
    for path in source.iterdir():
        if path.suffix in (".json", ".md") and path.name != RECORD_FILE:
            shutil.copyfile(path, target / path.name)


def full_model(folder: Path) -> Path:
    """The fp32 model.onnx of a model folder. Raises ModelError when it has none."""
    for path in (folder / "model.onnx", folder / "onnx/model.onnx"):
        if path.is_file():
            return path
    raise ModelError(
        f"{folder} has no model.onnx in fp32, only what is quantised already; use it as it is."
    )


def _check(source: Path, recipe: Recipe) -> None:
    """Refuse what isn't a model, and a model without anything that `recipe` quantises."""
    model = read_graph(source, weights=False)
    if not has_matrices(model) and not recipe.speech:
        raise ModelError(
            f"{source} has no MatMul with constant weights: it is quantised already, use it as it "
            "is, or nothing but convolutions, which are quantised with speech to calibrate on."
        )
    if recipe.speech:
        _check_front(source, model)


def _check_front(source: Path, model: Any) -> None:
    if not front_convolutions(model):
        raise ModelError(
            f"{source} has no convolutions in front of its matrices; quantise it without speech."
        )
    if opset(model) < OLDEST_OPSET:
        raise ModelError(
            f"{source} is of ONNX's opset {opset(model)}, and its convolutions can be quantised "
            f"from {OLDEST_OPSET} on; export the model again."
        )


def _quantise_matrices(model: Any, weights_only: Bits | None) -> None:
    if weights_only:
        quantise_blocks(model, weights_only)
    else:
        quantise_matrices(model)


def _announced(speech: Sequence[Inputs], told: Told) -> Iterator[Inputs]:
    for number, inputs in enumerate(speech, 1):
        told(f"listening to recording {number} of {len(speech)}")
        yield inputs
