"""A tiny SpeechBrain model: exported from the names of its weights, and held against torch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import ModelError
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.records import Floats
from assistant.settings import RecognitionSettings
from assistant.weights.adopt import adopt

pytestmark = pytest.mark.train

LABELS = ("<blank>", " ", *"ABCDE'")

HYPERPARAMS = """
sample_rate: 16000
wav2vec2_hub: someone/tiny
blank_index: 0
activation: !name:torch.nn.LeakyReLU
wav2vec2: !new:speechbrain.lobes.models.huggingface_transformers.wav2vec2.Wav2Vec2
    source: !ref <wav2vec2_hub>
    output_norm: True
    freeze: True
enc: !new:speechbrain.nnet.containers.Sequential
    input_shape: [null, null, 24]
    linear1: !name:speechbrain.nnet.linear.Linear
        n_neurons: 20
    bn1: !name:speechbrain.nnet.normalization.BatchNorm1d
ctc_lin: !new:speechbrain.nnet.linear.Linear
    input_size: 20
    n_neurons: 8
asr_model: !new:torch.nn.ModuleList
    - [!ref <enc>, !ref <ctc_lin>]
tokenizer: !new:os.system
"""


def parts() -> tuple[Any, dict[str, Any]]:
    """A wav2vec of random weights, and the layers behind it under SpeechBrain's names."""
    import torch
    from transformers import Wav2Vec2Config, Wav2Vec2Model

    torch.manual_seed(0)
    config = Wav2Vec2Config(
        hidden_size=24,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        conv_dim=(16, 16),
        conv_kernel=(10, 8),
        conv_stride=(20, 16),
        num_feat_extract_layers=2,
        num_conv_pos_embeddings=8,
        num_conv_pos_embedding_groups=2,
    )
    head = {
        "0.linear1.w.weight": torch.randn(20, 24),
        "0.linear1.w.bias": torch.randn(20),
        "0.bn1.norm.weight": torch.rand(20) + 0.5,
        "0.bn1.norm.bias": torch.randn(20),
        "0.bn1.norm.running_mean": torch.randn(20),
        "0.bn1.norm.running_var": torch.rand(20) + 0.5,
        "0.bn1.norm.num_batches_tracked": torch.tensor(3),
        "0.linear2.w.weight": torch.randn(20, 20),
        "0.linear2.w.bias": torch.randn(20),
        "1.w.weight": torch.randn(len(LABELS), 20),
        "1.w.bias": torch.randn(len(LABELS)),
    }
    return Wav2Vec2Model(config).eval(), head


@pytest.fixture
def source(tmp_path: Path) -> Path:
    import torch
    from transformers import Wav2Vec2FeatureExtractor

    folder = tmp_path / "speechbrain"
    folder.mkdir()
    heard, head = parts()
    heard.config.save_pretrained(folder)
    Wav2Vec2FeatureExtractor(do_normalize=True).save_pretrained(folder)
    state = {f"model.{name}": value for name, value in heard.state_dict().items()}
    torch.save(state, folder / "wav2vec2.ckpt")
    torch.save(head, folder / "asr.ckpt")
    (folder / "hyperparams.yaml").write_text(HYPERPARAMS)
    lines = [f"{label!r} => {column}" for column, label in enumerate(LABELS)]
    settings = ["=" * 16, "'starting_index' => 0"]
    (folder / "label_encoder.txt").write_text("\n".join([*lines, *settings]))
    return folder


def as_speechbrain(sound: Floats) -> Floats:
    """Log-probabilities, with the calls into torch that SpeechBrain's EncoderASR makes."""
    import torch
    from torch.nn import functional

    heard, head = parts()
    wave = torch.from_numpy(sound)[None]
    with torch.no_grad():
        out = heard(functional.layer_norm(wave, wave.shape[1:])).last_hidden_state
        out = functional.layer_norm(out, out.shape[1:])
        out = functional.linear(out, head["0.linear1.w.weight"], head["0.linear1.w.bias"])
        norm = [head[f"0.bn1.norm.{k}"] for k in ("running_mean", "running_var", "weight", "bias")]
        out = functional.batch_norm(out.transpose(1, 2), *norm).transpose(1, 2)
        out = functional.leaky_relu(out)
        out = functional.linear(out, head["0.linear2.w.weight"], head["0.linear2.w.bias"])
        out = functional.leaky_relu(out)
        out = functional.linear(out, head["1.w.weight"], head["1.w.bias"])
        found: Floats = functional.log_softmax(out, dim=-1)[0].numpy()
    return found


def adopted(source: Path) -> OnnxAcousticModel:
    target = source.with_name("adopted")
    target.mkdir()
    assert adopt(source, target) == "speechbrain"
    return OnnxAcousticModel(ModelFolder.load(target), RecognitionSettings(threads=1))


@pytest.mark.parametrize("samples", [3_001, 32_000])
def test_emissions_are_those_of_speechbrain(source: Path, samples: int) -> None:
    sound = np.random.default_rng(0).normal(0.1, 0.03, samples).astype(np.float32)
    emissions = adopted(source).emissions(sound)
    reference = as_speechbrain(sound)
    assert emissions.log_probs.shape == reference.shape
    assert emissions.log_probs == pytest.approx(reference, abs=1e-3)
    assert emissions.vocabulary.tokens[: len(LABELS)] == LABELS
    assert (emissions.vocabulary.blank, emissions.vocabulary.word_delimiter) == (0, 1)


def test_pieces_of_words_are_read_from_a_sentencepiece_model(source: Path) -> None:
    import io

    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["ab cd", "dc ba", "bad cab"] * 9),
        model_writer=written,
        vocab_size=len(LABELS),
        model_type="char",
        minloglevel=2,
    )
    (source / "label_encoder.txt").unlink()
    (source / "tokenizer.ckpt").write_bytes(written.getvalue())
    vocabulary = adopted(source).emissions(np.zeros(9_000, np.float32)).vocabulary
    assert {"▁", *"abcd"} <= set(vocabulary.tokens)
    assert (vocabulary.tokens[vocabulary.blank], vocabulary.word_start) == ("<unk>", "▁")


def broken(kind: str, folder: Path) -> None:
    import torch

    if kind == "code inside":
        torch.save(Path("somewhere"), folder / "asr.ckpt")
    elif kind == "cut":
        (folder / "wav2vec2.ckpt").write_bytes((folder / "wav2vec2.ckpt").read_bytes()[:900])
    elif kind == "other weights":
        torch.save({"model.other": torch.zeros(1)}, folder / "wav2vec2.ckpt")
    elif kind == "a decoder":
        head = torch.load(folder / "asr.ckpt", weights_only=True)
        torch.save({**head, "2.dec.weight": torch.zeros(2, 2)}, folder / "asr.ckpt")
    elif kind == "other labels":
        (folder / "label_encoder.txt").write_text("'a' => 0")
    elif kind == "no labels":
        (folder / "label_encoder.txt").unlink()
    else:
        (folder / "hyperparams.yaml").write_text("a: [")


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("code inside", "no whole file of weights alone"),
        ("cut", "no whole file of weights alone"),
        ("other weights", "lacks"),
        ("a decoder", "CTC alone"),
        ("other labels", "1 tokens for 8 outputs"),
        ("no labels", "has no label_encoder.txt"),
        ("no settings", "can't be read"),
    ],
)
def test_what_is_wrong_with_a_model(source: Path, kind: str, says: str) -> None:
    broken(kind, source)
    with pytest.raises(ModelError, match=says):
        adopted(source)
