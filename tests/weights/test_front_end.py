"""A feature extractor in int8, calibrated on what it is to hear."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from assistant.errors import ModelError
from assistant.weights.calibration import Inputs
from assistant.weights.front_end import front_convolutions
from assistant.weights.quantise import Recipe, quantise

CHANNELS = 16
FLOAT, INT8 = TensorProto.FLOAT, TensorProto.INT8


def save_heard(path: Path, *, opset: int = 17) -> Path:
    """Sound through a waveform convolution, a deeper one, a matrix, and a convolution behind it."""
    draw = np.random.default_rng(0)
    weights = {
        "first": draw.normal(size=(CHANNELS, 1, 10)),
        "second": draw.normal(size=(CHANNELS, CHANNELS, 3)),
        "matrix": draw.normal(size=(CHANNELS, CHANNELS)),
        "behind": draw.normal(size=(CHANNELS, CHANNELS, 3)),
    }
    nodes = [
        helper.make_node("Conv", ["sound", "first"], ["a"], strides=[5]),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "second"], ["c"], strides=[2]),
        helper.make_node("Transpose", ["c"], ["d"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["d", "matrix"], ["e"]),
        helper.make_node("Transpose", ["e"], ["f"], perm=[0, 2, 1]),
        helper.make_node("Conv", ["f", "behind"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "heard",
        [helper.make_tensor_value_info("sound", TensorProto.FLOAT, [1, 1, "samples"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, CHANNELS, "frames"])],
        [numpy_helper.from_array(w.astype(np.float32), name) for name, w in weights.items()],
    )
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8), path
    )
    return path


def speech(seed: int, loud: float = 1.0) -> Inputs:
    noise = np.random.default_rng(seed).normal(size=(1, 1, 4_000)) * loud
    return {"sound": noise.astype(np.float32)}


def heard(path: Path, inputs: Inputs) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, dict(inputs))[0])


def off(path: Path, small: Path, inputs: Inputs) -> float:
    """Mean difference of the outputs, relative to their mean size."""
    exact = heard(path, inputs)
    return float(np.abs(heard(small, inputs) - exact).mean() / np.abs(exact).mean())


def kernels(path: Path) -> dict[str, int]:
    """The type of each tensor with the shape of a convolution's kernel."""
    return {t.name: t.data_type for t in onnx.load(path).graph.initializer if len(t.dims) == 3}


def test_only_what_hears_features_in_front_of_the_matrices_is_chosen(tmp_path: Path) -> None:
    (chosen,) = front_convolutions(onnx.load(save_heard(tmp_path / "a.onnx")))
    assert chosen.input[1] == "second"


def test_the_front_end_becomes_int8_and_says_nearly_the_same(tmp_path: Path) -> None:
    full = save_heard(tmp_path / "a.onnx")
    steps: list[str] = []
    recipe = Recipe(speech=[speech(1), speech(2)])
    small = quantise(full, tmp_path / "b.onnx", recipe, steps.append)
    assert off(full, small, speech(3)) < 0.05
    assert kernels(small) == {"first": FLOAT, "c.kernel": INT8, "behind": FLOAT}
    assert sum("listening" in step for step in steps) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.onnx", "b.onnx"]


def test_it_is_the_speech_that_gives_the_ranges(tmp_path: Path) -> None:
    full = save_heard(tmp_path / "a.onnx")
    fitting = quantise(full, tmp_path / "b.onnx", Recipe(speech=[speech(1)]))
    too_quiet = quantise(full, tmp_path / "c.onnx", Recipe(speech=[speech(1, loud=0.05)]))
    assert off(full, too_quiet, speech(3)) > 5 * off(full, fitting, speech(3))


def test_weights_in_blocks_and_a_front_end_go_together(tmp_path: Path) -> None:
    full = save_heard(tmp_path / "a.onnx")
    small = quantise(full, tmp_path / "b.onnx", Recipe(8, [speech(1)]))
    assert off(full, small, speech(3)) < 0.05
    assert "MatMulNBits" in {node.op_type for node in onnx.load(small).graph.node}


def test_a_model_of_convolutions_alone_is_quantised_as_a_whole(tmp_path: Path) -> None:
    full = save_heard(tmp_path / "a.onnx")
    model = onnx.load(full)
    matrix = next(node for node in model.graph.node if node.op_type == "MatMul")
    matrix.CopyFrom(helper.make_node("Identity", matrix.input[:1], matrix.output))
    onnx.save(model, full)
    with pytest.raises(ModelError, match="nothing but convolutions"):
        quantise(full, tmp_path / "b.onnx")
    small = quantise(full, tmp_path / "b.onnx", Recipe(speech=[speech(1), speech(2)]))
    assert off(full, small, speech(3)) < 0.05
    assert kernels(small) == {"first": FLOAT, "c.kernel": INT8, "y.kernel": INT8}


def test_an_old_model_is_to_be_exported_again(tmp_path: Path) -> None:
    full = save_heard(tmp_path / "a.onnx", opset=11)
    with pytest.raises(ModelError, match="opset 11"):
        quantise(full, tmp_path / "b.onnx", Recipe(speech=[speech(1)]))


def test_a_bias_two_that_hear_the_same_and_one_that_hears_the_other(tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    shapes = {"a": (8, 4, 3), "b": (8, 4, 3), "c": (8, 8, 1), "bias": (8,), "matrix": (8, 8)}
    nodes = [
        helper.make_node("Identity", ["bias"], ["offset"]),
        helper.make_node("Conv", ["sound", "a", "offset"], ["left"]),
        helper.make_node("Conv", ["sound", "b"], ["first"]),
        helper.make_node("Conv", ["first", "c", "offset"], ["right"]),
        helper.make_node("Add", ["left", "right"], ["both"]),
        helper.make_node("Transpose", ["both"], ["rows"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["rows", "matrix"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "two",
        [helper.make_tensor_value_info("sound", FLOAT, [1, 4, "samples"])],
        [helper.make_tensor_value_info("y", FLOAT, [1, "frames", 8])],
        [
            numpy_helper.from_array(draw.normal(size=shape).astype(np.float32), name)
            for name, shape in shapes.items()
        ],
    )
    full = tmp_path / "a.onnx"
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), full
    )
    sounds: list[Inputs] = [{"sound": draw.normal(size=(1, 4, 500)).astype(np.float32)}]
    small = quantise(full, tmp_path / "b.onnx", Recipe(speech=sounds))
    assert off(full, small, sounds[0]) < 0.03
    made = [node.op_type for node in onnx.load(small).graph.node]
    assert made.count("QuantizeLinear") == 4  # the sound once, and what each makes of it
