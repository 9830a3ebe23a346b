"""Steps in time that have nothing to do with one another, computed a few at a time.

What is still in the processor's cache when the next node reads it costs a fraction of what has gone
to memory and back, and only one piece of it takes room at once.
"""

from __future__ import annotations

import math
from typing import Any

from assistant.weights.graph import attribute, prune

TURNED = [0, 2, 1]
"""From (batch, channels, steps) to (batch, steps, channels), or back."""

EITHER_WAY = ("DequantizeLinear", "Gelu", "QuantizeLinear")
ROWS = ("LayerNormalization", "MatMul")
"""Nodes that treat every step alone: those of ROWS where it is a row."""

MOST = 8
"""More hardly make it quicker."""


def pieces_of(least: int) -> int:
    """Into how many pieces a tensor of at least that many steps can be cut without an empty one.

    Split makes all but the last as long as the longest, rounded up: of n, the last has something
    where there are more than (n - 1)² steps.
    """
    return min(MOST, math.isqrt(least - 1) + 1) if least > 0 else 1


def in_pieces(model: Any, target: str, pieces: int) -> None:
    """Compute the tensor `target` (batch, channels, steps) of an onnx.ModelProto so, as far back
    as every step is on its own.

    Needs ONNX's opset 18. Nothing changes where not even its last node can be cut.
    """
    from onnx import helper

    graph = model.graph
    chain, axis = _chain(graph, target)
    if not chain or pieces < 2:
        return
    source = chain[0].input[0]
    parts = [f"{target}.part{number}" for number in range(pieces)]
    nodes = [helper.make_node("Split", [source], parts, axis=axis, num_outputs=pieces)]
    for part in parts:
        nodes += _again(chain, part)
    done = [f"{part}.{len(chain)}" for part in parts]
    nodes.append(helper.make_node("Concat", done, [target], axis=2))
    place = next(i for i, node in enumerate(graph.node) if target in node.output)
    del graph.node[place]
    for node in reversed(nodes):
        graph.node.insert(place, node)
    prune(graph)


def _chain(graph: Any, target: str) -> tuple[list[Any], int]:
    """The nodes that lead to `target`, each the only reader of the one before, and the axis of the
    steps in what the first of them reads."""
    makers = {name: node for node in graph.node for name in node.output}
    readers: dict[str, int] = {}
    for node in graph.node:
        for name in node.input:
            readers[name] = readers.get(name, 0) + 1
    chain: list[Any] = []
    axis, tensor = 2, target
    while tensor in makers and (not chain or readers[tensor] == 1):
        node = makers[tensor]
        if node.op_type == "Transpose" and attribute(node, "perm", []) == TURNED:
            axis = 3 - axis
        elif not _is_stepwise(node, axis) or (chain and node.op_type == "QuantizeLinear"):
            break  # what is rounded in there belongs to the convolution before
        chain.insert(0, node)
        tensor = node.input[0]
    return chain, axis


def _is_stepwise(node: Any, axis: int) -> bool:
    return node.op_type in EITHER_WAY or (node.op_type in ROWS and axis == 1)


def _again(chain: list[Any], part: str) -> list[Any]:
    """Copies of the nodes that go from `part` to "<part>.<how many they are>"."""
    nodes = []
    for number, node in enumerate(chain):
        copy = type(node)()
        copy.CopyFrom(node)
        copy.name = ""
        copy.input[0] = f"{part}.{number}" if number else part
        copy.output[:] = [f"{part}.{number + 1}"]
        nodes.append(copy)
    return nodes
