"""Reading and writing ONNX files whole, with errors that say what to do."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from assistant.errors import ModelError

CONTRIB = "com.microsoft"
"""The domain of operators that onnxruntime adds to ONNX's own."""

LARGEST_FILE = 2**31 - 2**20
"""Bytes of weights that one ONNX file holds; protobuf ends at 2 GiB."""


def import_onnx() -> ModuleType:
    """The package onnx. Raises ModelError when it isn't installed."""
    try:
        import onnx
    except ImportError as error:
        raise ModelError(
            "This needs the package onnx: install it with `pip install 'assistant[export]'`."
        ) from error
    module: ModuleType = onnx
    return module


def read_graph(path: Path, *, weights: bool = True) -> Any:
    """The onnx.ModelProto, with or without weights that lie in other files.

    Raises ModelError when `path` is missing or no model, weights are missing beside it, or it
    claims other weights than it has.
    """
    onnx = import_onnx()
    from google.protobuf.message import DecodeError

    if not path.is_file():
        raise ModelError(f"There is no model file {path}: export the model first.")
    try:
        model = onnx.load(str(path), load_external_data=weights)
    except DecodeError as error:
        raise ModelError(f"{path} is no ONNX model: export the model again.") from error
    except (OSError, ValueError, onnx.checker.ValidationError) as error:
        raise ModelError(
            f"{path} lacks the weights that it keeps in another file; copy them beside it."
        ) from error
    if not model.graph.node:  # as protobuf reads an empty file
        raise ModelError(f"{path} is no ONNX model: export the model again.")
    if weights:
        _check_tensors(path, model.graph)
    return model


def _check_tensors(path: Path, graph: Any) -> None:
    """Raises ModelError where a tensor's shape isn't that of its weights."""
    from onnx import numpy_helper

    for tensor in graph.initializer:
        try:
            numpy_helper.to_array(tensor)  # a view of the bytes
        except (ValueError, TypeError, KeyError) as error:
            shape = str(list(tensor.dims))[:80]
            raise ModelError(
                f"{path} claims a tensor {tensor.name[:80]!r} of the shape {shape}, which its "
                "weights don't fill; don't use this model, or download it again."
            ) from error


def write_graph(model: Any, path: Path) -> None:
    """One file, or two where the weights don't fit into one."""
    onnx = import_onnx()
    beside = path.with_name(f"{path.name}_data")
    beside.unlink(missing_ok=True)
    if sum(len(tensor.raw_data) for tensor in model.graph.initializer) < LARGEST_FILE:
        onnx.save(model, str(path))
    else:
        onnx.save(model, str(path), save_as_external_data=True, location=beside.name)


def constants(graph: Any) -> dict[str, Any]:
    """The onnx.TensorProto of everything that an onnx.GraphProto knows beforehand, by name."""
    known = {tensor.name: tensor for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            known[node.output[0]] = node.attribute[0].t
        elif node.op_type == "Identity" and node.input[0] in known:  # of several that are equal
            known[node.output[0]] = known[node.input[0]]
    return known


def prune(graph: Any) -> None:
    """Drop the nodes and tensors of an onnx.GraphProto that lead to none of its outputs."""
    wanted = {output.name for output in graph.output}
    for place in reversed(range(len(graph.node))):
        if wanted.isdisjoint(graph.node[place].output):
            del graph.node[place]
        else:
            wanted |= _read(graph.node[place])
    for place in reversed(range(len(graph.initializer))):
        if graph.initializer[place].name not in wanted:
            del graph.initializer[place]


def _read(node: Any) -> set[str]:
    """The tensors that a node reads, its inner graphs included."""
    inner = [node for attribute in node.attribute for node in attribute.g.node]
    return set(node.input).union(*map(_read, inner))


def attribute(node: Any, name: str, usual: Any) -> Any:
    """What a node says under `name`, or `usual`."""
    from onnx import helper

    found = [helper.get_attribute_value(one) for one in node.attribute if one.name == name]
    return found[0] if found else usual


def opset(model: Any) -> int:
    """The version of ONNX's own operators that an onnx.ModelProto is written in."""
    return next((one.version for one in model.opset_import if one.domain in ("", "ai.onnx")), 0)


def allow_contrib(model: Any) -> None:
    """Let an onnx.ModelProto use the operators of CONTRIB."""
    from onnx import helper

    if all(one.domain != CONTRIB for one in model.opset_import):
        model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
