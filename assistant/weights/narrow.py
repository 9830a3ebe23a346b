"""Fewer bytes for what a quantiser left in fp32; the runtime widens it once, as it loads."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

NARROWED = 1024
"""Weights that a tensor has at least to be worth storing in fewer bytes."""

LARGEST_HALF = 65_000.0
"""Beyond it fp16 is infinite."""


def store_narrow(model: Any) -> None:
    """Keep the large fp32 tensors of an onnx.ModelProto in fewer bytes, behind what widens them.

    Cast and Mul of constants are folded as the runtime loads (DequantizeLinear is not).
    """
    graph = model.graph
    kept = {name for node in graph.node if node.op_type in _AS_THEY_ARE for name in node.input}
    tensors = [tensor for tensor in graph.initializer if tensor.name not in kept]
    nodes = [node for tensor in tensors for node in _narrowed(tensor, graph)]
    nodes += graph.node
    del graph.node[:]
    graph.node.extend(nodes)


_AS_THEY_ARE = ("QuantizeLinear", "DequantizeLinear", "MatMulNBits")
"""Their scales belong to quantised weights, and the runtime wants to see them as it loads."""


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
        kernel, scale = int8_kernel(values)
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


def int8_kernel(kernel: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """(outputs, inputs, width, …) as int8, and what each output is to be multiplied by, of shape
    (outputs, 1, 1, …)."""
    axes = tuple(range(1, kernel.ndim))
    scale = np.maximum(np.abs(kernel).max(axis=axes, keepdims=True) / 127, 1e-12)
    return np.rint(kernel / scale).astype(np.int8), scale.astype(np.float32)
