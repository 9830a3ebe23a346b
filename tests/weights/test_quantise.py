"""Quantised models: smaller weights, the same reading."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from assistant.errors import ModelError
from assistant.weights.quantise import quantise


def save_linear(path: Path, **options: Any) -> np.ndarray:
    """y = x @ w with 256 times 64 weights whose columns differ a lot in size; gives w."""
    weights = np.random.default_rng(0).normal(size=(256, 64)).astype(np.float32)
    weights *= np.geomspace(0.001, 10, 64, dtype=np.float32)
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])],
        "linear",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, None, 256])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, None, 64])],
        [numpy_helper.from_array(weights, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save_model(model, path, **options)
    return weights


def run(path: Path, x: np.ndarray) -> np.ndarray:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"x": x})[0])


def worst_channel(path: Path, weights: np.ndarray) -> float:
    """Relative error of the model's worst output channel on noise."""
    x = np.random.default_rng(1).normal(size=(1, 50, 256)).astype(np.float32)
    exact, found = x @ weights, run(path, x)
    error = np.mean((found - exact) ** 2, axis=(0, 1)) / np.mean(exact**2, axis=(0, 1))
    return float(np.sqrt(error.max()))


def test_each_output_channel_keeps_its_precision(tmp_path: Path) -> None:
    weights = save_linear(tmp_path / "a.onnx")
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    # the smallest channel as well as the largest
    assert worst_channel(tmp_path / "b.onnx", weights) < 0.03


def test_the_file_shrinks_and_only_matmul_changes(tmp_path: Path) -> None:
    save_linear(tmp_path / "a.onnx")
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    assert (tmp_path / "b.onnx").stat().st_size < 0.4 * (tmp_path / "a.onnx").stat().st_size
    kinds = {node.op_type for node in onnx.load(tmp_path / "b.onnx").graph.node}
    assert "MatMulInteger" in kinds
    assert "MatMul" not in kinds


def test_kernels_take_a_quarter_of_the_room_and_say_the_same(tmp_path: Path) -> None:
    kernel = np.random.default_rng(2).normal(size=(64, 256, 4)).astype(np.float32)
    kernel *= np.geomspace(0.01, 10, 64, dtype=np.float32)[:, None, None]
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["x", "kernel"], ["heard"]),
            helper.make_node("MatMul", ["heard", "w"], ["y"]),
        ],
        "heard",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 256, 35])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 64, 8])],
        [
            numpy_helper.from_array(kernel, "kernel"),
            numpy_helper.from_array(np.eye(32, 8, dtype=np.float32), "w"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save_model(model, tmp_path / "a.onnx")
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    assert (tmp_path / "b.onnx").stat().st_size < 0.28 * (tmp_path / "a.onnx").stat().st_size
    x = np.random.default_rng(3).normal(size=(1, 256, 35)).astype(np.float32)
    exact, found = run(tmp_path / "a.onnx", x), run(tmp_path / "b.onnx", x)
    assert np.abs(found - exact).max() < 0.02 * np.abs(exact).max()


def test_missing_folders_are_made_and_no_draft_stays(tmp_path: Path) -> None:
    save_linear(tmp_path / "a.onnx")
    target = tmp_path / "new" / "folder" / "model_quantized.onnx"
    assert quantise(tmp_path / "a.onnx", target) == target
    assert list(target.parent.iterdir()) == [target]


def test_external_weights_are_taken_in(tmp_path: Path) -> None:
    weights = save_linear(
        tmp_path / "a.onnx", save_as_external_data=True, location="a.data", size_threshold=64
    )
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    (tmp_path / "a.data").unlink()
    assert worst_channel(tmp_path / "b.onnx", weights) < 0.03


def test_a_missing_source(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model file"):
        quantise(tmp_path / "none.onnx", tmp_path / "b.onnx")


def test_a_source_that_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(b"\xff\x00 certainly not protobuf")
    with pytest.raises(ModelError, match="no ONNX model"):
        quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")


def test_an_empty_file_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").touch()
    with pytest.raises(ModelError, match="no ONNX model"):
        quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")


@pytest.mark.parametrize("shape", [(10**12, 10**9), (2**31, 2**33), (256, 65)])
def test_a_tensor_that_its_weights_do_not_fill(tmp_path: Path, shape: tuple[int, int]) -> None:
    save_linear(tmp_path / "a.onnx")
    model = onnx.load(tmp_path / "a.onnx")
    model.graph.initializer[0].dims[:] = shape
    onnx.save(model, tmp_path / "a.onnx")
    with pytest.raises(ModelError, match="a tensor 'w' of the shape"):
        quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")


def test_a_quantised_model_is_not_quantised_again(tmp_path: Path) -> None:
    save_linear(tmp_path / "a.onnx")
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    with pytest.raises(ModelError, match="quantised already"):
        quantise(tmp_path / "b.onnx", tmp_path / "c.onnx")
    assert not (tmp_path / "c.onnx").exists()


def test_without_onnx_the_error_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_linear(tmp_path / "a.onnx")
    usual = builtins.__import__

    def without_onnx(name: str, *args: Any, **options: Any) -> Any:
        if name == "onnx":
            raise ImportError(name)
        return usual(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without_onnx)
    with pytest.raises(ModelError, match=r"assistant\[export\]"):
        quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
