"""A head start from others' work: Moonshine's encoder, which letters and phonemes are yet to be
taught.

    python -m assistant.training.inherit encoder_model.ort --folder runs/heir

Moonshine tiny (Jeffries and others, "Moonshine: speech recognition for live transcription and voice
commands", 2024; MIT; the wheel `moonshine-voice` has it) heard 200,000 hours. A layer of its
encoder is a layer of Wav2Vec2 with turned attention, weight for weight. What comes out is a
checkpoint that `train --start` takes up: letters and phonemes are learnt there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from transformers import MoonshineConfig
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from assistant.errors import TrainingError
from assistant.recognition.acoustic import onnx_errors
from assistant.storage import make_folder
from assistant.training.batches import SymbolTable
from assistant.training.model import ModelShape, SpeechModel
from assistant.training.origin import MOONSHINE
from assistant.training.plan import TrainingSettings
from assistant.training.rotary import turned_units
from assistant.training.state import CHECKPOINT, fresh, save
from assistant.weights.graph import import_onnx

HEIR = ModelShape(
    width=288,
    layers=6,
    heads=8,
    feed_forward=1152,
    conv_kernels=(127, 7, 3),
    conv_channels=(288, 576, 288),
    conv_strides=(64, 3, 2),
    context_layers=0,
    phoneme_layer=3,
    activation="gelu",
    rotary=True,
    moonshine=True,
)
"""Moonshine tiny's convolutions and layers, frames of 24 ms: 7.7 million parameters, 8 MB."""

PRODUCT = "/MatMul_quant"
"""How onnxruntime's quantiser names the products of a linear layer."""


def read_encoder(path: Path) -> MoonshineEncoder:
    """Moonshine's encoder from its file for onnxruntime (.onnx or .ort), int8 weights widened.

    Raises TrainingError when it is no such file.
    """
    try:
        weights = _weights(path)
        width, layers = len(weights["conv1.weight"]), _layers(weights)
        inner = len(weights["layers.0.mlp.fc1.weight"])
        config = MoonshineConfig(
            hidden_size=width, intermediate_size=inner, encoder_num_hidden_layers=layers
        )
        encoder = MoonshineEncoder(config)
        encoder.load_state_dict(weights)
    except (KeyError, RuntimeError, StopIteration) as error:
        raise TrainingError(f"{path} is not Moonshine's encoder.") from error
    return encoder.eval().requires_grad_(requires_grad=False)


def _layers(weights: Mapping[str, Tensor]) -> int:
    return sum(name.endswith("mlp.fc1.weight") for name in weights)


def _weights(path: Path) -> dict[str, Tensor]:
    """By the names that transformers gives them."""
    graph = _graph(path)
    held = {tensor.name: tensor for tensor in graph.initializer}
    found = {
        name.removesuffix("_add_tensor"): _tensor(held[name])
        for name in held
        if name.startswith("conv") or name.endswith((".bias", "norm.weight"))
    }
    for node in graph.node:
        if node.name.endswith(PRODUCT):
            name = node.name.removesuffix(PRODUCT).strip("/").replace("/", ".")
            found[f"{name}.weight"] = _widened(node, held)
    # The norm behind the first convolution is written as one over a single channel, then a product
    # and a sum, the first of the graph with a column of constants.
    for kind, name in (("Mul", "weight"), ("Add", "bias")):
        found[f"groupnorm.{name}"] = next(
            _tensor(held[each]).flatten()
            for node in graph.node
            if node.op_type == kind
            for each in node.input
            if each in held and held[each].dims[1:] == [1]
        )
    return found


def _graph(path: Path) -> Any:
    """The file as an ONNX graph: onnxruntime turns its own format back."""
    import onnxruntime

    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.optimized_model_filepath = str(plain)
        options.add_session_config_entry("session.save_model_format", "ONNX")
        try:
            onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except onnx_errors() as error:
            raise TrainingError(f"onnxruntime can't read {path}: {str(error)[:160]}") from error
        return import_onnx().load(plain).graph


def _tensor(held: Any) -> Tensor:
    from onnx import numpy_helper

    return torch.from_numpy(numpy_helper.to_array(held).astype(np.float32))


def _widened(node: Any, held: Mapping[str, Any]) -> Tensor:
    """The (outputs, inputs) matrix that a quantised product multiplies by."""
    (name,) = (each for each in node.input if each in held and each.endswith("_quantized"))
    name = name.removesuffix("_quantized")
    values, scale, zero = (
        _tensor(held[f"{name}_{part}"]) for part in ("quantized", "scale", "zero_point")
    )
    return ((values - zero) * scale).T.contiguous()


@torch.no_grad()
def inherited(model: SpeechModel, encoder: MoonshineEncoder) -> None:
    """Give `model`, of the shape `HEIR` or one with fewer layers, the weights of `encoder`."""
    front, ours = model.wav2vec2.feature_extractor, model.wav2vec2.encoder
    for part in ("conv1", "groupnorm", "conv2", "conv3"):
        getattr(front, part).load_state_dict(getattr(encoder, part).state_dict())
    for mine, theirs in zip(ours.layers, encoder.layers[: len(ours.layers)], strict=True):
        order = _halves(mine.attention.num_heads, mine.attention.head_dim)
        attention, inner = mine.attention, mine.feed_forward
        attention.q_proj.weight.copy_(theirs.self_attn.q_proj.weight[order])
        attention.k_proj.weight.copy_(theirs.self_attn.k_proj.weight[order])
        attention.v_proj.weight.copy_(theirs.self_attn.v_proj.weight)
        attention.out_proj.weight.copy_(theirs.self_attn.o_proj.weight)
        mine.layer_norm.weight.copy_(theirs.input_layernorm.weight)
        mine.final_layer_norm.weight.copy_(theirs.post_attention_layernorm.weight)
        inner.intermediate_dense.load_state_dict(theirs.mlp.fc1.state_dict())
        inner.output_dense.load_state_dict(theirs.mlp.fc2.state_dict())
    ours.layer_norm.weight.copy_(encoder.layer_norm.weight)


def _halves(heads: int, size: int) -> list[int]:
    """Rows of a projection in our order: they turn neighbouring units, we turn two halves."""
    units = turned_units(size)
    order = [*range(0, units, 2), *range(1, units, 2), *range(units, size)]
    return [head * size + unit for head in range(heads) for unit in order]


def begin(encoder: MoonshineEncoder, settings: TrainingSettings) -> Path:
    """Write the checkpoint of an heir whose readings are yet to be learnt."""
    state = fresh(settings, SymbolTable(settings.phonemes))
    state.origin = MOONSHINE
    inherited(state.model, encoder)
    state.average.load_state_dict(state.model.state_dict())
    make_folder(settings.folder)
    save(state, settings.folder / CHECKPOINT)
    return settings.folder / CHECKPOINT


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=HEIR.layers, help="the first so many")
    return parser


def main() -> None:
    """The command line."""
    asked = parser().parse_args()
    shape = replace(HEIR, layers=asked.layers)
    settings = TrainingSettings(folder=asked.folder, manifests=(), shape=shape)
    print(begin(read_encoder(asked.encoder), settings))


if __name__ == "__main__":
    main()
