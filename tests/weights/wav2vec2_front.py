"""The front end of a Wav2Vec2 as torch's exporter writes it, but small."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

CHANNELS = 12
TAPS, STRIDE = 10, 5
DEEPER = ((3, 2), (3, 2), (2, 2))
"""Width and stride of each convolution behind the first."""

node = helper.make_node


def gelu(source: str, target: str) -> list[onnx.NodeProto]:
    """x / √2, Erf, + 1, times x, times ½."""
    steps = [f"{target}.{number}" for number in range(4)]
    return [
        node("Div", [source, "root"], [steps[0]]),
        node("Erf", steps[:1], steps[1:2]),
        node("Add", [steps[1], "unit"], [steps[2]]),
        node("Mul", [source, steps[2]], [steps[3]]),
        node("Mul", [steps[3], "half"], [target]),
    ]


def group_norm(source: str, target: str) -> list[onnx.NodeProto]:
    steps = [f"{target}.{number}" for number in range(5)]
    return [
        node("Reshape", [source, "groups"], [steps[0]]),
        node("InstanceNormalization", [steps[0], "ones", "zeros"], [steps[1]], epsilon=1e-5),
        node("Shape", [source], [steps[2]]),
        node("Reshape", [steps[1], steps[2]], [steps[3]]),
        node("Mul", [steps[3], "weight"], [steps[4]]),
        node("Add", [steps[4], "bias"], [target]),
    ]


def layer_norm(source: str, target: str) -> list[onnx.NodeProto]:
    return [
        node("Transpose", [source], [f"{target}.0"], perm=[0, 2, 1]),
        node("LayerNormalization", [f"{target}.0", "gain", "shift"], [f"{target}.1"], axis=-1),
        node("Transpose", [f"{target}.1"], [target], perm=[0, 2, 1]),
    ]


def front(norm: str, *, opset: int = 18) -> onnx.ModelProto:
    """`norm` is "group", of the first layer as in base models, or "layer", of each as in large."""
    nodes = [
        node("Unsqueeze", ["sound", "middle"], ["wave"]),
        node("Conv", ["wave", "first"], ["heard0"], strides=[STRIDE]),
    ]
    for number in range(len(DEEPER) + 1):
        heard, normed, active = (f"{name}{number}" for name in ("heard", "normed", "active"))
        if norm == "layer":
            nodes += layer_norm(heard, normed)
        else:
            nodes += group_norm(heard, normed) if not number else []
        nodes += gelu(heard if norm == "group" and number else normed, active)
        if number < len(DEEPER):
            width, stride = DEEPER[number]
            following = f"heard{number + 1}"
            nodes.append(
                node(
                    "Conv",
                    [active, f"kernel{number}", f"offset{number}"],
                    [following],
                    strides=[stride],
                    kernel_shape=[width],
                )
            )
    nodes += [
        node("Transpose", [f"active{len(DEEPER)}"], ["rows"], perm=[0, 2, 1]),
        node("MatMul", ["rows", "matrix"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "front",
        [helper.make_tensor_value_info("sound", TensorProto.FLOAT, ["batch", "samples"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", "frames", CHANNELS])],
        [numpy_helper.from_array(value, name) for name, value in _tensors().items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)


def _tensors() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(0)

    def some(*shape: int) -> np.ndarray:
        return draw.normal(size=shape).astype(np.float32)

    deeper = {
        f"kernel{number}": some(CHANNELS, CHANNELS, width) / np.float32(CHANNELS)
        for number, (width, _) in enumerate(DEEPER)
    } | {f"offset{number}": some(CHANNELS) for number in range(len(DEEPER))}
    return deeper | {
        "first": some(CHANNELS, 1, TAPS),
        "weight": some(CHANNELS, 1),
        "bias": some(CHANNELS, 1),
        "gain": some(CHANNELS),
        "shift": some(CHANNELS),
        "matrix": some(CHANNELS, CHANNELS),
        "ones": np.ones(CHANNELS, np.float32),
        "zeros": np.zeros(CHANNELS, np.float32),
        "groups": np.array([0, CHANNELS, -1]),
        "middle": np.array([1]),
        "root": np.array(np.sqrt(2), np.float32),
        "unit": np.array(1, np.float32),
        "half": np.array(0.5, np.float32),
    }


def shortest() -> int:
    """Samples that make one frame."""
    steps = 1
    for width, stride in reversed(((TAPS, STRIDE), *DEEPER)):
        steps = (steps - 1) * stride + width
    return steps


def sound(samples: int, *, batch: int = 1, seed: int = 1) -> np.ndarray:
    """Noise whose neighbours are alike, as those of speech are; (batch, samples)."""
    noise = np.random.default_rng(seed).normal(size=(batch, samples + 20))
    smooth = np.stack([np.convolve(each, np.hanning(20), "valid")[:samples] for each in noise])
    return np.asarray(smooth / smooth.std(), np.float32)


def heard(model: onnx.ModelProto | Path, samples: np.ndarray) -> np.ndarray:
    data = str(model) if isinstance(model, Path) else model.SerializeToString()
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"sound": samples})[0])


def kinds(model: onnx.ModelProto) -> Sequence[str]:
    return [one.op_type for one in model.graph.node]
