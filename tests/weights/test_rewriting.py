"""Parts of a graph written in a form that is quicker, and says the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from onnx import TensorProto, helper, numpy_helper

from assistant.weights.gelus import name_gelus
from assistant.weights.graph import prune
from assistant.weights.group_norm import fold_group_norm
from assistant.weights.pieces import in_pieces, pieces_of
from assistant.weights.quantise import Recipe, quantise
from tests.weights.wav2vec2_front import DEEPER, front, heard, kinds, shortest, sound


def constant(model: onnx.ModelProto, name: str, value: np.ndarray) -> None:
    """Give a tensor of the model another value."""
    found = next(tensor for tensor in model.graph.initializer if tensor.name == name)
    found.CopyFrom(numpy_helper.from_array(value, name))


@pytest.mark.parametrize("norm", ["group", "layer"])
def test_an_activation_of_five_nodes_becomes_one(norm: str) -> None:
    model = front(norm)
    exact = heard(model, sound(2_000))
    name_gelus(model)
    assert kinds(model).count("Gelu") == 1 + len(DEEPER)
    assert not {"Erf", "Div"} & set(kinds(model))
    np.testing.assert_allclose(heard(model, sound(2_000)), exact, atol=1e-5)


def test_what_only_looks_like_an_activation_stays() -> None:
    model = front("group")
    constant(model, "root", np.array(1.7, np.float32))
    name_gelus(model)
    assert "Gelu" not in kinds(model)


@settings(max_examples=20, deadline=None)
@given(samples=some.integers(shortest(), 3_000), batch=some.integers(1, 3), seed=some.integers(0))
def test_a_group_norm_goes_into_the_kernel(samples: int, batch: int, seed: int) -> None:
    exact, folded = front("group"), front("group")
    fold_group_norm(folded)
    assert "InstanceNormalization" not in kinds(folded)
    said = sound(samples, batch=batch, seed=seed)
    np.testing.assert_allclose(heard(folded, said), heard(exact, said), rtol=1e-3, atol=1e-3)


def test_a_filter_that_takes_nearly_everything_away_is_normalised_as_exactly() -> None:
    model = front("group")
    kernel = np.zeros((12, 1, 10), np.float32)
    kernel[:, 0, :2] = [1, -1 + 1e-4]  # of a tone of 20 Hz, some 1e-4 is left
    constant(model, "first", kernel)
    tone = np.sin(2 * np.pi * 20 * np.arange(4_000) / 16_000)[None].astype(np.float32)
    exact = heard(model, tone)
    fold_group_norm(model)
    np.testing.assert_allclose(heard(model, tone), exact, atol=0.02 * np.abs(exact).max())


def test_silence_and_other_norms() -> None:
    model = front("group")
    silent = np.zeros((1, 1_000), np.float32)
    exact = heard(model, silent)
    fold_group_norm(model)
    np.testing.assert_allclose(heard(model, silent), exact, atol=1e-4)
    for name, value in {"ones": np.full(12, 2, np.float32), "groups": np.array([0, 4, -1])}.items():
        other = front("group")
        constant(other, name, value)
        if name == "groups":
            constant(other, "ones", np.ones(4, np.float32))
            constant(other, "zeros", np.zeros(4, np.float32))
        fold_group_norm(other)
        assert "InstanceNormalization" in kinds(other)


@given(least=some.integers(0, 400), more=some.integers(0, 400))
def test_no_piece_is_empty(least: int, more: int) -> None:
    pieces, steps = pieces_of(least), max(1, least + more)
    longest = -(-steps // pieces)
    assert pieces == 1 or steps - (pieces - 1) * longest > 0


@pytest.mark.parametrize("norm", ["group", "layer"])
@pytest.mark.parametrize("samples", [shortest(), 1_003, 4_000])
def test_what_is_done_in_pieces_says_the_same(norm: str, samples: int) -> None:
    model = front(norm)
    name_gelus(model)
    exact = heard(model, sound(samples))
    in_pieces(model, "active0", 3)
    assert {"Split", "Concat"} < set(kinds(model))
    np.testing.assert_array_equal(heard(model, sound(samples)), exact)


def test_what_looks_at_other_steps_is_not_done_in_pieces() -> None:
    model = front("group")
    before = list(model.graph.node)
    in_pieces(model, "heard1", 4)
    in_pieces(model, "active0", 1)
    assert list(model.graph.node) == before


@pytest.mark.parametrize("opset", [17, 18])
@pytest.mark.parametrize("norm", ["group", "layer"])
def test_a_whole_front_end_hears_nearly_the_same(tmp_path: Path, norm: str, opset: int) -> None:
    full = front(norm, opset=opset)
    onnx.save(full, tmp_path / "a.onnx")
    speech = [{"sound": sound(5_000, seed=seed)} for seed in range(3)]
    small = quantise(tmp_path / "a.onnx", tmp_path / "b.onnx", Recipe(speech=speech))
    for samples in (shortest(), 4_001):
        said = sound(samples, batch=2, seed=9)
        exact = heard(full, said)
        assert np.abs(heard(small, said) - exact).mean() < 0.05 * np.abs(exact).mean()
    made = set(kinds(onnx.load(small)))
    assert ("Split" in made) == (opset >= 18)
    assert "InstanceNormalization" not in made


def test_what_an_inner_graph_reads_is_kept() -> None:
    inner = helper.make_graph(
        [helper.make_node("Add", ["x", "kept"], ["sum"])],
        "inner",
        [],
        [helper.make_tensor_value_info("sum", TensorProto.FLOAT, None)],
    )
    graph = helper.make_graph(
        [helper.make_node("If", ["flag"], ["y"], then_branch=inner, else_branch=inner)],
        "outer",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])],
        [numpy_helper.from_array(np.ones(1), name) for name in ("flag", "kept", "idle")],
    )
    prune(graph)
    assert [tensor.name for tensor in graph.initializer] == ["flag", "kept"]
