"""A convolution of the waveform and the group norm behind it, as one multiplication by a matrix.

The first layer of a base Wav2Vec2 makes 512 channels of every fifth sample and then brings each to
mean 0 and variance 1 over the whole recording. What a channel hears is linear in the ten samples of
a window, so its mean and variance follow from the windows' mean and covariance, ten numbers and a
hundred, and can be had before the channels are: in double precision, so that nothing is lost
where a filter takes away most of what it hears. Norm, scale and shift then go into the kernel,
and three tensors of 1.6 million numbers for each second of sound are neither written nor read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.weights.graph import attribute, constants, prune

Array = NDArray[Any]

FOLDED = """
folded (float[batch, 1, samples] sound) => (float[batch, channels, steps] heard)
{{
  taps = Conv <strides: ints = [{stride}]> (sound, pick)
  shape = Shape (taps)
  steps = Gather (shape, last_axis)
  count = Cast <to: int = 11> (steps)
  windows = Cast <to: int = 11> (taps)
  sums = ReduceSum (windows, last_axis)
  mean = Div (sums, count)
  centred = Sub (windows, mean)
  turned = Transpose <perm: ints = [0, 2, 1]> (centred)
  products = MatMul (centred, turned)
  covariance = Div (products, count)
  half = MatMul (covariance, kernel)
  squares = Mul (half, kernel)
  variance = ReduceSum (squares, middle_axis)
  positive = Add (variance, epsilon)
  deviation = Sqrt (positive)
  gain = Div (weight, deviation)
  row = Transpose <perm: ints = [0, 2, 1]> (mean)
  means = MatMul (row, kernel)
  moved = Mul (means, gain)
  offset = Sub (bias, moved)
  scaled = Mul (kernel, gain)
  exact = Concat <axis: int = 1> (scaled, offset)
  matrix = Cast <to: int = 1> (exact)
  rows = Transpose <perm: ints = [0, 2, 1]> (taps)
  frames = Pad (rows, one_more, one)
  channels = MatMul (frames, matrix)
  heard = Transpose <perm: ints = [0, 2, 1]> (channels)
}}
"""
"""What is put in. `taps` and `windows` are (batch, taps, steps), `matrix` is (batch, taps + 1,
channels), `frames` are (batch, steps, taps + 1) with a one at each end, for the offset. 11 is
float64."""

PREFIX = "group_norm."
"""In front of every name but the first and the last."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution with one channel in, and a norm of each channel that comes out."""

    sound: str
    heard: str
    kernel: Array
    """(channels, 1, taps); a bias would be taken away with the mean."""
    stride: int
    weight: Array
    bias: Array
    """Of each channel, behind the norm."""
    epsilon: float


def fold_group_norm(model: Any) -> None:
    """Do so in an onnx.ModelProto; one without such a layer stays as it is."""
    from onnx import numpy_helper

    graph = model.graph
    layer = _find(graph)
    if layer is None:
        return
    for name, values in _tensors(layer).items():
        graph.initializer.append(numpy_helper.from_array(values, PREFIX + name))
    place = next(i for i, node in enumerate(graph.node) if layer.heard in node.output)
    del graph.node[place]
    for node in reversed(_nodes(layer)):
        graph.node.insert(place, node)
    prune(graph)


def _find(graph: Any) -> _Layer | None:
    """Conv, Reshape to groups of one channel, InstanceNormalization, Reshape back, Mul and Add, as
    torch's exporter writes GroupNorm."""
    known = constants(graph)
    makers = {name: node for node in graph.node for name in node.output}
    for add in graph.node:
        path = [add]
        for kind in ("Add", "Mul", "Reshape", "InstanceNormalization", "Reshape", "Conv"):
            if path[-1] is None or path[-1].op_type != kind:
                break
            path.append(makers.get(path[-1].input[0]))
        else:
            layer = _layer(path, known)
            if layer:
                return layer
    return None


def _layer(path: list[Any], known: dict[str, Any]) -> _Layer | None:
    """Of the six nodes from the last back to the convolution; None for another norm."""
    from onnx import numpy_helper

    add, mul, _, norm, _, convolution = path[:6]
    names = (convolution.input[1], mul.input[1], add.input[1], norm.input[1], norm.input[2])
    if not all(name in known for name in names):
        return None
    kernel, weight, bias, ones, zeros = (numpy_helper.to_array(known[name]) for name in names)
    channels = len(kernel)
    plain = ones.size == channels and bool(np.all(ones == 1)) and not np.any(zeros)
    if kernel.shape[1:2] != (1,) or kernel.ndim != 3 or not plain or not _is_plain(convolution):
        return None
    return _Layer(
        sound=convolution.input[0],
        heard=add.output[0],
        kernel=kernel,
        stride=attribute(convolution, "strides", [1])[0],
        weight=weight.reshape(channels),
        bias=bias.reshape(channels),
        epsilon=attribute(norm, "epsilon", 1e-5),
    )


def _is_plain(convolution: Any) -> bool:
    """Whether it neither pads nor leaves samples out, and hears its channels together."""
    pads, apart = attribute(convolution, "pads", []), attribute(convolution, "dilations", [1])
    return not any(pads) and set(apart) == {1} and attribute(convolution, "group", 1) == 1


def _tensors(layer: _Layer) -> dict[str, Array]:
    """What FOLDED reads, by name."""
    taps = layer.kernel.shape[2]
    return {
        "pick": np.eye(taps, dtype=np.float32)[:, None],
        "kernel": layer.kernel[:, 0].T.astype(np.float64),
        "weight": layer.weight.astype(np.float64),
        "bias": layer.bias.astype(np.float64),
        "epsilon": np.array([layer.epsilon]),
        "middle_axis": np.array([1]),
        "last_axis": np.array([2]),
        "one_more": np.array([0, 0, 0, 0, 0, 1]),
        "one": np.array(1, np.float32),
    }


def _nodes(layer: _Layer) -> list[Any]:
    from onnx import parser

    graph = parser.parse_graph(FOLDED.format(stride=layer.stride))
    names = {"sound": layer.sound, "heard": layer.heard}
    for node in graph.node:
        node.input[:] = [names.get(name, PREFIX + name) for name in node.input]
        node.output[:] = [names.get(name, PREFIX + name) for name in node.output]
    return list(graph.node)
