"""Dynamic int8 quantisation of an ONNX model.

Only MatMul is quantised, with signed weights and one scale for each output channel: that is where
the weights of a transformer are. Quantised convolutions (dynamically) are slower than fp32 ones, so
what is left is merely stored in fewer bytes: the runtime turns it back into fp32 once, as it loads.
"""

from __future__ import annotations

import logging
import math
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.weights.shelf import RECORD_FILE


def quantise(source: str | Path, target: str | Path) -> Path:
    """Write an int8 copy of the ONNX model `source` to `target`, and return `target`.

    The file appears whole or not at all. Weights that `source` keeps in external files are
    read from beside it and end up inside `target`.
    Raises ModelError when `source` is missing or no ONNX model, has nothing to quantise, or when
    the package onnx isn't installed.
    """
    source, target = Path(source), Path(target)
    if not source.is_file():
        raise ModelError(f"There is no model file {source}: export the model first.")
    _check(source, _import_onnx())
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".quantise-") as folder:
        draft = Path(folder) / target.name
        _quantise_dynamic(source, draft)
        _store_narrow(draft)
        draft.replace(target)
    return target


def quantise_folder(source: Path, target: Path) -> None:
    """Fill the folder `target` with an int8 copy of the model in the folder `source`.

    Raises ModelError when `source` has no fp32 model.onnx, and whatever `quantise` does.
    """
    graphs = [
        path for path in (source / "model.onnx", source / "onnx/model.onnx") if path.is_file()
    ]
    if not graphs:
        raise ModelError(
            f"{source} has no model.onnx in fp32, only what is quantised already; use it as it is."
        )
    quantise(graphs[0], target / "model_quantized.onnx")
    for path in source.iterdir():
        if path.suffix in (".json", ".md") and path.name != RECORD_FILE:
            shutil.copyfile(path, target / path.name)


def _import_onnx() -> ModuleType:
    try:
        import onnx
    except ImportError as error:
        raise ModelError(
            "Quantising needs the package onnx: install it with `pip install assistant[export]`."
        ) from error
    module: ModuleType = onnx
    return module


def _check(source: Path, onnx: ModuleType) -> None:
    """Refuse what isn't a model, and a model without a MatMul of constant weights."""
    from google.protobuf.message import DecodeError

    try:
        graph = onnx.load(str(source), load_external_data=False).graph
    except DecodeError as error:
        raise ModelError(f"{source} is no ONNX model: export the model again.") from error
    constant = {tensor.name for tensor in graph.initializer}
    constant |= {node.output[0] for node in graph.node if node.op_type == "Constant"}
    if not any(n.op_type == "MatMul" and constant & set(n.input) for n in graph.node):
        raise ModelError(
            f"{source} has no MatMul with constant weights: "
            "it is quantised already or of another kind, use it as it is."
        )


def _quantise_dynamic(source: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with _without_advice():
        quantize_dynamic(
            str(source),
            str(target),
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
        )


@contextmanager
def _without_advice() -> Iterator[None]:
    """Drop what the library advises through the root logger.

    It wants shapes inferred first, which constant weights of a MatMul don't need.
    """
    root = logging.getLogger()

    def keep(record: logging.LogRecord) -> bool:
        return record.levelno > logging.WARNING

    root.addFilter(keep)
    try:
        yield
    finally:
        root.removeFilter(keep)


NARROWED = 1024
"""Weights that a tensor has at least to be worth storing in fewer bytes."""

LARGEST_HALF = 65_000.0
"""Beyond it fp16 is infinite."""


def _store_narrow(path: Path) -> None:
    """Keep the large tensors that are left in fp32 in fewer bytes, behind what widens them again.

    Cast and Mul of constants are folded as the runtime loads (DequantizeLinear is not).
    """
    import onnx

    model = onnx.load(str(path))
    graph = model.graph
    nodes = [node for tensor in list(graph.initializer) for node in _narrowed(tensor, graph)]
    nodes += graph.node
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))


def _narrowed(tensor: Any, graph: Any) -> list[Any]:
    """Narrow one tensor of `graph`; the nodes that make of it what it was.

    Kernels of convolutions become int8 with a scale for each output channel, others fp16: those on
    the waveform itself too, which are small and where a rounded filter lets other tones through.
    """
    from onnx import TensorProto, helper, numpy_helper

    if tensor.data_type != TensorProto.FLOAT or math.prod(tensor.dims) < NARROWED:
        return []
    name, values = tensor.name, numpy_helper.to_array(tensor)
    if values.ndim >= 3 and values.shape[1] > 1:
        kernel, scale = _bytes(values)
        tensor.CopyFrom(numpy_helper.from_array(kernel, f"{name}_int8"))
        graph.initializer.append(numpy_helper.from_array(scale, f"{name}_scale"))
        return [
            helper.make_node("Cast", [f"{name}_int8"], [f"{name}_float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [name]),
        ]
    if abs(values).max() >= LARGEST_HALF:
        return []
    tensor.CopyFrom(numpy_helper.from_array(values.astype("float16"), f"{name}_half"))
    return [helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT)]


def _bytes(kernel: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """(outputs, inputs, width) as int8, and the (outputs, 1, 1) that it is to be multiplied by."""
    axes = tuple(range(1, kernel.ndim))
    scale = np.maximum(np.abs(kernel).max(axis=axes, keepdims=True) / 127, 1e-12)
    return np.rint(kernel / scale).astype(np.int8), scale.astype(np.float32)
