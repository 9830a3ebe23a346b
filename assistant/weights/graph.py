"""Reading and writing ONNX files whole, with errors that say what to do."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from assistant.errors import ModelError

LARGEST_FILE = 2**31 - 2**20
"""Bytes of weights that one ONNX file holds; protobuf ends at 2 GiB."""


def import_onnx() -> ModuleType:
    """The package onnx. Raises ModelError when it isn't installed."""
    try:
        import onnx
    except ImportError as error:
        raise ModelError(
            "This needs the package onnx: install it with `pip install assistant[export]`."
        ) from error
    module: ModuleType = onnx
    return module


def read_graph(path: Path, *, weights: bool = True) -> Any:
    """The onnx.ModelProto, with or without weights that lie in other files.

    Raises ModelError when `path` is missing or no model, or weights are missing beside it.
    """
    onnx = import_onnx()
    from google.protobuf.message import DecodeError

    if not path.is_file():
        raise ModelError(f"There is no model file {path}: export the model first.")
    try:
        return onnx.load(str(path), load_external_data=weights)
    except DecodeError as error:
        raise ModelError(f"{path} is no ONNX model: export the model again.") from error
    except (OSError, ValueError, onnx.checker.ValidationError) as error:
        raise ModelError(
            f"{path} lacks the weights that it keeps in another file; copy them beside it."
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
