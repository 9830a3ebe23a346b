"""The activation of a Wav2Vec2 as one node, where an exporter wrote it as five."""

from __future__ import annotations

import math
from typing import Any

from assistant.weights.graph import CONTRIB, allow_contrib, constants, prune


def name_gelus(model: Any) -> None:
    """Put one Gelu in the place of x / √2, Erf, + 1, times x and times ½ in an onnx.ModelProto.

    The runtime does the same as it loads, but no longer recognises the five where x is rounded to
    int8 in front of them.
    """
    from onnx import helper

    graph = model.graph
    known = constants(graph)
    makers = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        sound = _activated(node, makers, known)
        if sound:
            node.CopyFrom(helper.make_node("Gelu", [sound], node.output, node.name, domain=CONTRIB))
    prune(graph)
    allow_contrib(model)


def _activated(node: Any, makers: dict[str, Any], known: dict[str, Any]) -> str:
    """The tensor x of which `node`, the last of the five, is the Gelu, or ""."""
    whole = makers.get(_behind(node, "Mul", 0.5, known))
    if whole is None or whole.op_type != "Mul":
        return ""
    sound, share = whole.input
    erf = makers.get(_behind(makers.get(share), "Add", 1.0, known))
    if erf is None or erf.op_type != "Erf":
        return ""
    divided = _behind(makers.get(erf.input[0]), "Div", math.sqrt(2), known)
    return sound if divided == sound else ""


def _behind(node: Any, kind: str, number: float, known: dict[str, Any]) -> str:
    """What `node` adds `number` to, or multiplies or divides by it; "" if it does anything else."""
    from onnx import numpy_helper

    if node is None or node.op_type != kind or node.input[1] not in known:
        return ""
    constant = numpy_helper.to_array(known[node.input[1]])
    fits = constant.size == 1 and math.isclose(constant.item(), number, rel_tol=1e-5)
    return str(node.input[0]) if fits else ""
