"""Weights in blocks: how far they are off, and that onnxruntime reads what we wrote."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from assistant.errors import ModelError
from assistant.weights.blocks import BLOCK, Bits, packed, quantise_blocks


def product(weights: np.ndarray, *more: onnx.NodeProto) -> onnx.ModelProto:
    """y = x @ w."""
    rows, columns = weights.shape
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"], name="product"), *more],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, None, rows])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, None, columns])],
        [numpy_helper.from_array(weights, "w")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def run(model: onnx.ModelProto, x: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return np.asarray(session.run(None, {"x": x})[0])


@settings(max_examples=25, deadline=None)
@given(rows=st.integers(1, 100), columns=st.integers(1, 20), seed=st.integers(0, 99))
@pytest.mark.parametrize("bits", [8, 4])
def test_no_weight_is_off_by_more_than_a_step(
    bits: Bits, rows: int, columns: int, seed: int
) -> None:
    weights = np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)
    values, scales = packed(weights, bits)
    assert values.shape == (columns, -(-rows // BLOCK), BLOCK * bits // 8)
    model = product(weights)
    quantise_blocks(model, bits)
    found = run(model, np.eye(rows, dtype=np.float32)[None])[0]
    steps = np.abs(np.repeat(scales, BLOCK, axis=1)[:, :rows].T)
    # one step at the far end of the range, and what the operator rounds of the ones in x
    assert (np.abs(found - weights) <= steps * 1.02 + 1e-6).all()


@pytest.mark.parametrize(("bits", "most"), [(8, 0.02), (4, 0.15)])
def test_products_stay_close_whatever_the_size_of_a_column(bits: Bits, most: float) -> None:
    draw = np.random.default_rng(0)
    weights = draw.normal(size=(256, 64)).astype(np.float32)
    weights *= np.geomspace(0.001, 10, 64, dtype=np.float32)
    x = draw.normal(size=(1, 50, 256)).astype(np.float32)
    model = product(weights)
    quantise_blocks(model, bits)
    assert [node.op_type for node in model.graph.node] == ["MatMulNBits"]
    error = np.abs(run(model, x) - x @ weights).mean(axis=(0, 1))
    assert (error < most * np.abs(x @ weights).mean(axis=(0, 1))).all()


def test_a_matrix_of_zeros_stays_one() -> None:
    model = product(np.zeros((40, 3), np.float32))
    quantise_blocks(model, 4)
    assert not run(model, np.ones((1, 2, 40), np.float32)).any()


def test_weights_that_others_read_too_stay_for_them() -> None:
    weights = np.random.default_rng(0).normal(size=(32, 32)).astype(np.float32)
    model = product(weights, helper.make_node("Identity", ["w"], ["copy"]))
    copy = helper.make_tensor_value_info("copy", TensorProto.FLOAT, [32, 32])
    model.graph.output.append(copy)
    quantise_blocks(model, 8)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    x = np.ones((1, 1, 32), np.float32)
    assert (session.run(["copy"], {"x": x})[0] == weights).all()


def test_a_model_without_matrices_is_refused() -> None:
    model = product(np.ones((2, 2), np.float32))
    del model.graph.node[:]
    with pytest.raises(ModelError, match="No MatMul"):
        quantise_blocks(model, 8)
