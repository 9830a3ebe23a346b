"""What is taken over from another's encoder says what it said there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.training.miniature import PHONEMES, settings, small_shape, write_corpus

if TYPE_CHECKING:
    from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

    from assistant.training.model import ModelShape

pytestmark = pytest.mark.train


def small() -> tuple[MoonshineEncoder, ModelShape]:
    """An untrained encoder and the shape that inherits from it."""
    import torch
    from transformers import MoonshineConfig
    from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

    from assistant.training.inherit import HEIR

    torch.manual_seed(1)
    config = MoonshineConfig(
        hidden_size=40,
        intermediate_size=64,
        encoder_num_hidden_layers=2,
        encoder_num_attention_heads=2,
        encoder_num_key_value_heads=2,
    )
    encoder = MoonshineEncoder(config).eval().requires_grad_(requires_grad=False)
    for layer in encoder.layers:
        # As far from an untrained layer's near nothing as trained ones are.
        layer.self_attn.q_proj.weight.mul_(20)
        layer.self_attn.k_proj.weight.mul_(20)
    own = {"width": 40, "conv_channels": (40, 80, 40)}
    taken = ("conv_kernels", "conv_strides", "context_layers", "activation", "rotary", "moonshine")
    return encoder, small_shape(**{name: getattr(HEIR, name) for name in taken}, **own)


def test_the_heir_says_what_the_encoder_says() -> None:
    import torch

    from assistant.training.inherit import inherited
    from assistant.training.model import build_model
    from assistant.training.stem import LOUDNESS

    encoder, shape = small()
    heir = build_model(shape, len(PHONEMES) + 1, seed=1).eval()
    inherited(heir, encoder)
    heir.lead = 0
    waves = torch.randn(2, 16_000)
    with torch.inference_mode():
        padded = torch.nn.functional.pad(LOUDNESS * waves, (447, 447))
        said = heir.lm_head(encoder(padded).last_hidden_state)
        letters, phonemes = heir(waves)
    assert torch.allclose(letters, said, atol=1e-4)
    assert letters.shape[1] == phonemes.shape[1] == shape.frames(16_000)


def test_training_goes_on_from_it_and_remembers_whose_it_was(tmp_path: Path) -> None:
    from assistant.training.inherit import begin
    from assistant.training.origin import MOONSHINE, ORIGINS
    from assistant.training.release import averaged
    from assistant.training.state import save_half
    from assistant.training.train import train

    encoder, shape = small()
    manifest = write_corpus(tmp_path)
    start = begin(encoder, settings(tmp_path, manifest, 2, shape=shape))
    more = train(settings(tmp_path, manifest, 2, "more", shape=shape, start=start))
    assert more.step == 2
    save_half(more.checkpoint, tmp_path / "half")
    assert averaged([tmp_path / "half"]).origin is ORIGINS[MOONSHINE]
    licence = tmp_path / "half" / "LICENSE-moonshine"
    assert "Useful Sensors" in licence.read_text(encoding="utf-8")


def quantised(encoder: MoonshineEncoder, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`encoder` as its makers give it away: its matrices int8, in the format of onnxruntime."""
    import onnxruntime
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers.models.moonshine import modeling_moonshine

    # This torch can't export the turning; there are no weights in it.
    monkeypatch.setattr(modeling_moonshine, "apply_rotary_pos_emb", lambda q, k, *_, **__: (q, k))
    encoder.config._attn_implementation = "eager"
    names = {"input_names": ["input_values"], "opset_version": 18}
    plain, small = target.with_suffix(".fp32.onnx"), target.with_suffix(".onnx")
    torch.onnx.export(encoder, (torch.randn(1, 4000),), str(plain), dynamo=False, **names)
    quantize_dynamic(plain, small, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(target)
    options.add_session_config_entry("session.save_model_format", "ORT")
    onnxruntime.InferenceSession(str(small), options, providers=["CPUExecutionProvider"])
    return target


def test_an_encoder_is_read_from_the_form_it_is_given_away_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.training.inherit import read_encoder

    encoder, _ = small()
    for vector in encoder.parameters():
        if vector.ndim == 1:
            vector.normal_()  # Equal ones would be written once for all.
    read = read_encoder(quantised(encoder, tmp_path / "encoder_model.ort", monkeypatch))
    exact, found = encoder.state_dict(), read.state_dict()
    assert exact.keys() == found.keys()
    for name, weights in exact.items():
        step = weights.abs().max() / 127 if weights.ndim == 2 else 0.0
        assert (found[name] - weights).abs().max() <= 1.01 * step + 1e-6, name


def test_another_file_is_no_encoder(tmp_path: Path) -> None:
    from assistant.errors import TrainingError
    from assistant.training.inherit import read_encoder

    broken = tmp_path / "encoder_model.ort"
    broken.write_bytes(b"no model at all")
    with pytest.raises(TrainingError, match="onnxruntime can't read"):
        read_encoder(broken)
    starter = Path("models/starter-en/model_quantized.onnx")
    with pytest.raises(TrainingError, match="is not Moonshine's encoder"):
        read_encoder(starter)
