"""The range of what goes through a model, measured on real recordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.weights.graph import import_onnx, prune

Inputs = Mapping[str, NDArray[np.generic]]
"""What the model is given for one recording, by the names of its inputs."""

LEVELS = 255
"""Steps of uint8."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a tensor's values lie between; 0 is among them."""

    low: float = 0.0
    high: float = 0.0

    @property
    def scale(self) -> np.float32:
        """The step of a uint8 that spans it."""
        return np.float32((self.high - self.low) / LEVELS or 1.0)

    @property
    def zero(self) -> np.uint8:
        """The uint8 that stands for 0."""
        return np.uint8(round(-self.low / float(self.scale)))

    def with_(self, low: float, high: float) -> Range:
        """This one, as far as to hold those as well."""
        return Range(min(self.low, low), max(self.high, high))


def measure(model: Any, tensors: Sequence[str], sounds: Iterable[Inputs]) -> dict[str, Range]:
    """The range of each of `tensors` of an onnx.ModelProto over all `sounds`.

    Only what leads to them is computed.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # failures arrive as exceptions
    session = onnxruntime.InferenceSession(
        _measuring(model, tensors).SerializeToString(), options, ["CPUExecutionProvider"]
    )
    given = {node.name for node in session.get_inputs()}
    found = dict.fromkeys(tensors, Range())
    for sound in sounds:
        ends = session.run(None, {name: sound[name] for name in given})
        for name, low, high in zip(tensors, ends[::2], ends[1::2], strict=True):
            found[name] = found[name].with_(float(low), float(high))
    return found


def _measuring(model: Any, tensors: Sequence[str]) -> Any:
    """A model that gives the least and the largest value of each."""
    onnx = import_onnx()
    helper = onnx.helper
    graph = onnx.GraphProto(name="ranges")
    graph.node.extend(model.graph.node)
    for name in tensors:
        for kind, end in (("ReduceMin", f"{name}.low"), ("ReduceMax", f"{name}.high")):
            graph.node.append(helper.make_node(kind, [name], [end], keepdims=0))
            graph.output.append(helper.make_tensor_value_info(end, onnx.TensorProto.FLOAT, []))
    prune(graph)
    read = {name for node in graph.node for name in node.input}
    graph.initializer.extend(t for t in model.graph.initializer if t.name in read)
    graph.input.extend(given for given in model.graph.input if given.name in read)
    measuring = onnx.ModelProto(ir_version=model.ir_version, graph=graph)
    measuring.opset_import.extend(model.opset_import)
    return measuring
