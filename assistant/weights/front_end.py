"""Static int8 for the convolutions of a feature extractor, calibrated on real speech.

After the matrices are int8, the convolutions that turn sound into features are most of the work.
Quantised as the sound comes (dynamically) they would be slower than in fp32, so the range of what
goes through each is measured beforehand. Convolutions behind the first matrix, such as the
positional one of the encoder, stay as they are: they are few, and rounding them costs words.

Once they are int8, what lies between them takes as long as they do, since activations and norms go
through tens of megabytes: so that is written in a form which the runtime does quickly, and done in
pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.weights.calibration import Inputs, Range, measure
from assistant.weights.gelus import name_gelus
from assistant.weights.graph import attribute, constants, opset, prune
from assistant.weights.group_norm import fold_group_norm
from assistant.weights.narrow import int8_kernel
from assistant.weights.pieces import in_pieces, pieces_of

Array = NDArray[Any]

SPLITS_UNEVENLY = 18
"""The first opset whose Split takes a number of pieces."""


def front_convolutions(model: Any) -> list[Any]:
    """The convolutions in front of the first matrix of an onnx.ModelProto.

    Those that hear the waveform itself are left out: they cost little, and eight bits of a waveform
    are few.
    """
    tensors = constants(model.graph)
    behind: set[str] = set()
    found = []
    for node in model.graph.node:  # in the order of the data
        if node.op_type.startswith("MatMul") or behind & set(node.input):
            behind.update(node.output)
        elif node.op_type == "Conv" and _hears_features(tensors.get(node.input[1])):
            found.append(node)
    return found


def quantise_front(model: Any, speech: Iterable[Inputs]) -> None:
    """Make the front end of an onnx.ModelProto int8, in the ranges that `speech`, at least one
    recording, gives.

    Sound is uint8 around a zero of its own, weights are int8 with a scale for each output channel.
    """
    name_gelus(model)
    convolutions = front_convolutions(model)
    fold_group_norm(model)
    tensors = dict.fromkeys(name for n in convolutions for name in (n.input[0], n.output[0]))
    ranges = measure(model, list(tensors), speech)
    least = _least_steps(convolutions)
    heard = [_rounded(node.input[0]) for node in convolutions]
    _quantise(model.graph, {node.output[0] for node in convolutions}, ranges)
    if opset(model) >= SPLITS_UNEVENLY:
        for name, steps in zip(heard, least, strict=True):
            in_pieces(model, name, pieces_of(steps))


def _hears_features(kernel: Any) -> bool:
    """Whether it is a constant kernel over more than one channel: (outputs, inputs, width, …)."""
    return kernel is not None and kernel.dims[1] > 1


def _least_steps(convolutions: Sequence[Any]) -> list[int]:
    """How many steps in time each of `convolutions`, one behind the other, hears at least, for one
    step to come out of the last; 0 where one of those behind pads what it hears."""
    least, steps = [], 1
    for node in reversed(convolutions):
        width, stride = attribute(node, "kernel_shape", []), attribute(node, "strides", [1])
        plain = len(width) == 1 and not any(attribute(node, "pads", [])) and steps
        steps = (steps - 1) * stride[0] + width[0] if plain else 0
        least.append(steps)
    return least[::-1]


def _rounded(tensor: str) -> str:
    """The name of its uint8 form."""
    return f"{tensor}.uint8"


def _quantise(graph: Any, chosen: set[str], ranges: dict[str, Range]) -> None:
    """Put int8 convolutions in the place of those that give the tensors `chosen`."""
    from onnx import numpy_helper

    known, added = constants(graph), dict[str, Array]()
    for name, found in ranges.items():
        added |= {f"{name}.scale": np.asarray(found.scale), f"{name}.zero": np.asarray(found.zero)}
    nodes: list[Any] = []
    rounded: set[str] = set()
    for node in graph.node:
        nodes += _int8(node, known, added, rounded) if node.output[0] in chosen else [node]
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.extend(numpy_helper.from_array(v, name) for name, v in added.items())
    prune(graph)


def _int8(
    node: Any, known: dict[str, Any], added: dict[str, Array], rounded: set[str]
) -> list[Any]:
    """What stands for a convolution: rounded operands are widened, and the result is rounded, which
    the runtime recognises and computes in int8 as a whole.

    Its weights go to `added`; what several convolutions hear is rounded once, and named in
    `rounded`.
    """
    from onnx import helper, numpy_helper

    sound, kernel, *bias = node.input
    heard = node.output[0]
    values, scales = int8_kernel(numpy_helper.to_array(known[kernel]))
    scales = scales.reshape(-1)
    added |= {f"{heard}.kernel": values, f"{heard}.kernel.scale": scales}
    nodes = [] if sound in rounded else [_round(sound, sound)]
    rounded |= {sound, heard}
    nodes += [
        _widen(sound, f"{heard}.sound"),
        helper.make_node(
            "DequantizeLinear",
            [f"{heard}.kernel", f"{heard}.kernel.scale"],
            [f"{heard}.weights"],
            axis=0,
        ),
    ]
    operands = [f"{heard}.sound", f"{heard}.weights"]
    if bias:
        products = added[f"{sound}.scale"] * scales
        sums = np.rint(numpy_helper.to_array(known[bias[0]]) / products).astype(np.int32)
        added |= {f"{heard}.bias": sums, f"{heard}.bias.scale": products}
        names = [f"{heard}.bias", f"{heard}.bias.scale"]
        nodes.append(helper.make_node("DequantizeLinear", names, [f"{heard}.offset"], axis=0))
        operands.append(f"{heard}.offset")
    convolution = helper.make_node("Conv", operands, [f"{heard}.exact"], node.name)
    convolution.attribute.extend(node.attribute)
    return [*nodes, convolution, _round(f"{heard}.exact", heard), _widen(heard, heard)]


def _round(source: str, tensor: str) -> Any:
    """To uint8 in the range of `tensor`."""
    from onnx import helper

    inputs = [source, f"{tensor}.scale", f"{tensor}.zero"]
    return helper.make_node("QuantizeLinear", inputs, [_rounded(tensor)])


def _widen(tensor: str, target: str) -> Any:
    """Back to fp32."""
    from onnx import helper

    inputs = [_rounded(tensor), f"{tensor}.scale", f"{tensor}.zero"]
    return helper.make_node("DequantizeLinear", inputs, [target])
