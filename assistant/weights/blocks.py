"""Weights in blocks of 8 or 4 bits, for memory rather than speed.

Each column of a MatMul's constant matrix is cut into blocks of BLOCK rows with a scale of their
own, as the operator MatMulNBits of onnxruntime's contrib set reads them.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.weights.graph import CONTRIB, allow_contrib
from assistant.weights.matrices import put_instead, replace_matrices

Bits = Literal[4, 8]

BLOCK = 32
"""Rows that share a scale; the operator takes powers of two from 16."""

INT8_SUMS = 4
"""The operator's accuracy_level: it may round the sound to int8, block by block, as it goes."""


def quantise_blocks(model: Any, bits: Bits) -> None:
    """Replace each MatMul of an onnx.ModelProto whose second factor is a constant matrix.

    Raises ModelError when there is none.
    """
    from onnx import numpy_helper

    def nodes_for(node: Any, _name: str, weights: Any) -> list[Any]:
        return [_node(node, tuple(weights.dims), bits)]

    for tensor in replace_matrices(model, nodes_for):
        name, graph = tensor.name, model.graph
        values, scales = packed(numpy_helper.to_array(tensor), bits)
        graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scales"))
        put_instead(graph, tensor, numpy_helper.from_array(values, f"{name}_q{bits}"))
    allow_contrib(model)


def packed(
    weights: NDArray[np.float32], bits: Bits
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A matrix (rows, columns) as (columns, blocks, bytes), and the scales (columns, blocks).

    Values lie around the middle of their range (8 or 128), which the operator takes for zero; the
    last block is filled up with zeros; of two values in a byte the first is the lower half.
    """
    rows, columns = weights.shape
    blocks = -(-rows // BLOCK)
    filled = np.zeros((columns, blocks * BLOCK), np.float32)
    filled[:, :rows] = weights.T
    cut = filled.reshape(columns, blocks, BLOCK)
    zero = 1 << (bits - 1)
    # The extreme value gets the end of the range that reaches one step further.
    extreme = np.take_along_axis(cut, np.abs(cut).argmax(axis=2)[..., None], axis=2)
    scales = np.where(extreme, extreme / -zero, 1.0).astype(np.float32)
    values = np.clip(np.rint(cut / scales) + zero, 0, 2 * zero - 1).astype(np.uint8)
    if bits == 4:
        values = values[..., 0::2] | (values[..., 1::2] << 4)
    return values, scales[..., 0]


def _node(node: Any, shape: tuple[int, int], bits: Bits) -> Any:
    from onnx import helper

    sound, weights = node.input
    return helper.make_node(
        "MatMulNBits",
        [sound, f"{weights}_q{bits}", f"{weights}_scales"],
        list(node.output),
        name=node.name,
        domain=CONTRIB,
        K=shape[0],
        N=shape[1],
        bits=bits,
        block_size=BLOCK,
        accuracy_level=INT8_SUMS,
    )
