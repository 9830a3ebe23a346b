"""Matrices as int8: the weights beforehand, one scale for each output channel, and the sound as it
comes.

Written node by node rather than by onnxruntime.quantization, which copies a model several times,
once into the folder that it comes from: a model of a billion weights
needs more than 10 GB there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

Replace = Callable[[Any, str, Any], list[Any]]
"""Of a MatMul, the name of its constant matrix and the matrix: the nodes that stand for it."""


def has_matrices(model: Any) -> bool:
    """Whether an onnx.ModelProto, with its weights or without, multiplies by constant matrices."""
    constants = {tensor.name for tensor in model.graph.initializer if len(tensor.dims) == 2}
    return any(node.op_type == "MatMul" and node.input[1] in constants for node in model.graph.node)


def replace_matrices(model: Any, nodes_for: Replace) -> list[Any]:
    """Put `nodes_for` in the place of each MatMul of an onnx.ModelProto by a constant matrix.

    Returns the tensors of those matrices, each once. Raises ModelError when there is none.
    """
    graph = model.graph
    constants = {t.name: t for t in graph.initializer if len(t.dims) == 2}
    nodes: list[Any] = []
    replaced: dict[str, Any] = {}
    for node in graph.node:
        weights = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        if weights is None:
            nodes.append(node)
        else:
            replaced[weights.name] = weights
            nodes += nodes_for(node, weights.name, weights)
    if not replaced:
        raise ModelError("No MatMul has a constant matrix; use the model as it is.")
    del graph.node[:]
    graph.node.extend(nodes)
    return list(replaced.values())


def put_instead(graph: Any, tensor: Any, quantised: Any) -> None:
    """Put `quantised` in the place of `tensor`, or beside it where other nodes still read that."""
    if any(tensor.name in node.input for node in graph.node):
        graph.initializer.append(quantised)
    else:
        tensor.CopyFrom(quantised)


def quantise_matrices(model: Any) -> None:
    """Make each MatMul of an onnx.ModelProto by a constant matrix one of int8.

    The runtime knows the pattern and computes it as a whole. Raises ModelError when there is none.
    """
    from onnx import numpy_helper

    heard: set[str] = set()
    for tensor in replace_matrices(model, lambda node, name, _: _nodes(node, name, heard)):
        name, graph = tensor.name, model.graph
        values, scales = int8_columns(numpy_helper.to_array(tensor))
        zeros = np.zeros(len(scales), np.int8)
        graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scale"))
        graph.initializer.append(numpy_helper.from_array(zeros, f"{name}_zero"))
        put_instead(graph, tensor, numpy_helper.from_array(values, f"{name}_int8"))


def int8_columns(
    weights: NDArray[np.float32],
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix (rows, columns) as int8, and what each column is to be multiplied by."""
    scales = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-12).astype(np.float32)
    return np.rint(weights / scales).astype(np.int8), scales


def _nodes(node: Any, weights: str, heard: set[str]) -> list[Any]:
    """What stands for one MatMul; sound that several multiply is quantised once."""
    from onnx import TensorProto, helper

    sound, product = node.input[0], node.output[0]
    quantised = [f"{sound}_{part}" for part in ("uint8", "scale", "zero")]
    made = [] if sound in heard else [helper.make_node("DynamicQuantizeLinear", [sound], quantised)]
    heard.add(sound)
    inputs = [quantised[0], f"{weights}_int8", quantised[2], f"{weights}_zero"]
    both = [quantised[1], f"{weights}_scale"]
    return [
        *made,
        helper.make_node("MatMulInteger", inputs, [f"{product}_sums"]),
        helper.make_node("Cast", [f"{product}_sums"], [f"{product}_float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", both, [f"{product}_scale"]),
        helper.make_node("Mul", [f"{product}_float", f"{product}_scale"], [product]),
    ]
