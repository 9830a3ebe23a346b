"""A head start from others' work: the layers of Moonshine's encoder, behind convolutions of ours.

    python -m assistant.training.inherit encoder_model.ort --folder runs/heir --manifests …

Moonshine tiny (Jeffries and others, "Moonshine: speech recognition for live transcription and voice
commands", 2024; MIT; the wheel `moonshine-voice` has it) heard 200,000 hours. A layer of its
encoder is a layer of Wav2Vec2 with turned attention, weight for weight. What comes before the
layers is our own, cheaper and without a norm over the whole recording; it learns here, without
transcripts, to tell what Moonshine's convolutions say of the same sound. What comes out is a
checkpoint that `train --start` takes up: letters and phonemes are learnt there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import MoonshineConfig
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from assistant.errors import TrainingError
from assistant.recognition.acoustic import onnx_errors
from assistant.training.batches import Batch, SymbolTable, prefetched
from assistant.training.model import ModelShape, SpeechModel
from assistant.training.origin import MOONSHINE
from assistant.training.plan import TrainingSettings
from assistant.training.rotary import turned_units
from assistant.training.state import CHECKPOINT, fresh, save
from assistant.training.team import Team
from assistant.training.train import FRONT_STEP, segment_maker
from assistant.weights.graph import import_onnx

HEIR = ModelShape(
    width=288,
    layers=6,
    heads=8,
    feed_forward=1152,
    conv_strides=(12, 8, 4),
    phoneme_layer=3,
    activation="gelu",
    rotary=True,
)
"""Moonshine tiny's layers and frames of 24 ms: 7.6 million parameters, 8 MB."""

LOUDNESS = 0.07
"""Root mean square at which Moonshine hears what our networks hear at 1."""

SEEN = 895
"""Samples that a frame of Moonshine's convolutions sees."""

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
    """Give the layers of `model`, which has the shape `HEIR`, the weights of `encoder`."""
    ours = model.wav2vec2.encoder
    for mine, theirs in zip(ours.layers, encoder.layers, strict=True):
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


@torch.inference_mode()
def stem(encoder: MoonshineEncoder, waves: Tensor) -> Tensor:
    """(batch, frames, width): what the convolutions of `encoder` say, frame n centred on 384 n."""
    sound = functional.pad(waves * LOUDNESS, (SEEN // 2, SEEN // 2))[:, None]
    hidden = encoder.groupnorm(encoder.conv1(sound).tanh())
    hidden = functional.gelu(encoder.conv3(functional.gelu(encoder.conv2(hidden))))
    return hidden.transpose(1, 2)


def teach_front(
    model: SpeechModel, encoder: MoonshineEncoder, batches: Iterator[Batch], rate: float
) -> list[float]:
    """Let what stands before the layers of `model` learn what that of `encoder` says.

    Returns the share of the variance that it missed in each batch.
    """
    ours = model.wav2vec2
    learning = (ours.feature_extractor, ours.feature_projection, ours.encoder.pos_conv_embed)
    parameters = [weight for part in learning for weight in part.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=rate, betas=(0.9, 0.98), fused=True)
    missed = []
    for step, batch in enumerate(batches):
        with torch.autocast("cpu", torch.bfloat16):
            sound = functional.pad(batch.waves, (model.margin, model.margin))
            hidden, _ = ours.feature_projection(ours.feature_extractor(sound).transpose(1, 2))
            hidden = hidden + ours.encoder.pos_conv_embed(hidden)
            wanted = stem(encoder, batch.waves).clone()
        loss = _missed(hidden, wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 2.0)
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 50)
        optimiser.step()
        missed.append(float(loss.detach()))
    return missed


def _missed(heard: Tensor, wanted: Tensor) -> Tensor:
    """The mean over units of the share of the variance that `heard` misses of `wanted`."""
    frames = min(heard.shape[1], wanted.shape[1])
    heard, wanted = heard[:, :frames].float(), wanted[:, :frames].float()
    spread = wanted.var((0, 1)).clamp_min(1e-2)
    return ((heard - wanted).square().mean((0, 1)) / spread).mean()


def begin(encoder: MoonshineEncoder, settings: TrainingSettings) -> Path:
    """Write the checkpoint of an heir whose front was taught for `settings.front_steps`."""
    torch.set_num_threads(settings.threads)
    state = fresh(settings, SymbolTable(settings.phonemes))
    state.origin = MOONSHINE
    inherited(state.model, encoder)
    stop = FRONT_STEP + settings.front_steps
    maker = segment_maker(state, settings, Team())
    batches = prefetched(maker, FRONT_STEP, stop, settings.workers)
    missed = teach_front(state.model.train(), encoder, batches, settings.rate)[-20:]
    print(f"the front misses {sum(missed) / len(missed):.1%} of the variance")
    state.average.load_state_dict(state.model.state_dict())
    settings.folder.mkdir(parents=True, exist_ok=True)
    save(state, settings.folder / CHECKPOINT)
    return settings.folder / CHECKPOINT


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--manifests", nargs="+", required=True)
    parser.add_argument("--front-steps", type=int, default=250)
    parser.add_argument("--rate", type=float, default=2e-3)
    return parser


def main() -> None:
    """The command line."""
    asked = parser().parse_args()
    settings = TrainingSettings(
        folder=asked.folder,
        manifests=tuple(asked.manifests),
        shape=HEIR,
        rate=asked.rate,
        front_steps=asked.front_steps,
    )
    print(begin(read_encoder(asked.encoder), settings))


if __name__ == "__main__":
    main()
