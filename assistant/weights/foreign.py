"""Models of other toolkits, told in the terms of our model folders."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import ModelError
from assistant.recognition.acoustic import onnx_errors
from assistant.recognition.frontend import EXTRACTOR
from assistant.weights.graph import import_onnx, write_graph

PROBED = 960
"""Features with which it is found out how many of them make a frame: 9.6 s for most models."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A CTC model as its toolkit describes it."""

    toolkit: str
    graph: Any
    """The onnx.ModelProto, with inputs and outputs under our names: see `renamed`."""
    tokens: Sequence[str]
    """What the columns of its output stand for."""
    blank: str
    front: Mapping[str, object]
    """What preprocessor_config.json says beside the kind of front end."""
    tokenizer: Mapping[str, object]
    """What tokenizer_config.json says beside the blank."""


def write_foreign(model: Foreign, folder: Path) -> None:
    """Fill `folder` with the model in the layout that `assistant.recognition` reads.

    Raises ModelError when the graph doesn't run on features as `front` describes them.
    """
    write_graph(model.graph, folder / "model.onnx")
    files: dict[str, object] = {
        "config.json": {
            "model_type": model.toolkit,
            "architectures": [f"{model.toolkit}ForCTC"],
            "subsampling_factor": _subsampling(folder / "model.onnx", model.front),
            "vocab_size": len(model.tokens),
        },
        "preprocessor_config.json": {"feature_extractor_type": EXTRACTOR, **model.front},
        "vocab.json": {token: column for column, token in enumerate(model.tokens)},
        "tokenizer_config.json": {"pad_token": model.blank, **model.tokenizer},
    }
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / name).write_text(text + "\n", encoding="utf-8")


def renamed(
    graph: Any, features: tuple[str, bool], lengths: str | None, logits: str, bands: int
) -> Any:
    """`graph`, an onnx.ModelProto, with the inputs and the output that our model folders have.

    `features` is the name of its input and whether bands come before steps; `lengths` is the input
    that counts the steps. What was an input is now made from `input_features` (batch, steps, bands)
    and `input_lengths` (batch,), so that nothing inside need change.
    """
    from onnx import TensorProto, helper

    inner = graph.graph
    kinds = {value.name: value.type.tensor_type.elem_type for value in inner.input}
    name, bands_first = features
    order = [0, 2, 1] if bands_first else [0, 1, 2]
    made = [helper.make_node("Transpose", ["input_features"], [name], perm=order)]
    inputs = [_value("input_features", TensorProto.FLOAT, ["batch", "steps", bands])]
    if lengths:
        made.append(helper.make_node("Cast", ["input_lengths"], [lengths], to=kinds[lengths]))
        inputs.append(_value("input_lengths", TensorProto.INT64, ["batch"]))
    width = next(v for v in inner.output if v.name == logits).type.tensor_type.shape.dim[-1]
    columns = width.dim_value or "columns"
    nodes = [*made, *inner.node, helper.make_node("Identity", [logits], ["logits"])]
    for field, values in (
        (inner.node, nodes),
        (inner.input, inputs),
        (inner.output, [_value("logits", TensorProto.FLOAT, ["batch", "frames", columns])]),
    ):
        del field[:]
        field.extend(values)
    del inner.value_info[:]
    return graph


def refuse_unknown(where: str, settings: Mapping[str, object], known: Mapping[str, object]) -> None:
    """Raise ModelError for a setting that our front end can't follow; absent ones are fine."""
    for name, value in known.items():
        if settings.get(name, value) not in (value, None):
            raise ModelError(
                f"{where} has {name} = {settings[name]!r}, which the front end here can't follow; "
                "take another model."
            )


def section(settings: Mapping[str, object], key: str, where: str) -> dict[str, Any]:
    """A mapping inside a configuration. Raises ModelError when there is none."""
    found = settings.get(key)
    if not isinstance(found, dict):
        raise ModelError(f"{where} has no section {key}; export the model again.")
    return found


def parse_yaml(text: str, where: str) -> dict[str, Any]:
    """The mapping in a YAML text; tags that would make Python objects are refused."""
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise ModelError(f"{where} is no plain YAML; export the model again.") from error
    if not isinstance(found, dict):
        raise ModelError(f"{where} holds no settings; export the model again.")
    return found


def _subsampling(path: Path, front: Mapping[str, object]) -> int:
    """Features that make one frame, found by running the model on silence."""
    import onnxruntime

    silence = np.zeros((1, PROBED, int(str(front["feature_size"]))), np.float32)
    try:
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        given = {"input_features": silence, "input_lengths": np.array([PROBED], np.int64)}
        wanted = {node.name: given[node.name] for node in session.get_inputs()}
        frames = session.run(["logits"], wanted)[0].shape[1]
    except onnx_errors() as error:
        raise ModelError(
            f"The model doesn't run on {PROBED} features of {silence.shape[2]} bands "
            f"({str(error)[:160]}); export it again with a free number of them."
        ) from error
    return max(1, round(PROBED / max(1, int(frames))))


def _value(name: str, kind: int, shape: Sequence[str | int]) -> Any:
    return import_onnx().helper.make_tensor_value_info(name, kind, list(shape))
