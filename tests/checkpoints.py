"""Tiny torch checkpoints of every architecture that can be exported, with random weights.

    save_checkpoint(folder, "wavlm")

Needs torch and transformers, which are imported where they are used.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tiny_model import LETTERS, SPECIAL

TOKENS = (*SPECIAL, "|", *LETTERS)

_SIZES: dict[str, Any] = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 48,
    "conv_dim": (16,) * 7,
    "num_conv_pos_embeddings": 16,
    "num_conv_pos_embedding_groups": 4,
    "vocab_size": len(TOKENS),
    # Large enough for letters that follow the sound, as those of trained weights do.
    "initializer_range": 0.1,
}

_LAYER_NORM = {"feat_extract_norm": "layer", "do_stable_layer_norm": True, "conv_bias": True}

KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "wav2vec2": ("Wav2Vec2", {}),
    "xls-r": ("Wav2Vec2", _LAYER_NORM),
    "conformer": ("Wav2Vec2Conformer", {"position_embeddings_type": "relative"}),
    "conformer-rotary": ("Wav2Vec2Conformer", {"position_embeddings_type": "rotary"}),
    "hubert": ("Hubert", {}),
    "hubert-large": ("Hubert", _LAYER_NORM),
    "wavlm": ("WavLM", {}),
    "wavlm-large": ("WavLM", _LAYER_NORM),
    "data2vec": ("Data2VecAudio", {"conv_pos_kernel_size": 5, "num_conv_pos_embeddings": 2}),
    "unispeech": ("UniSpeech", {"num_ctc_classes": len(TOKENS)}),
    "unispeech-sat": ("UniSpeechSat", {}),
    "sew": ("SEW", {"conv_dim": (16,) * 13, "squeeze_factor": 2}),
    "sew-d": ("SEWD", {"conv_dim": (16,) * 13, "squeeze_factor": 2}),
}
"""The class's stem in transformers, and what its config has beyond the sizes."""

MASKED = tuple(kind for kind, (_, own) in KINDS.items() if own is _LAYER_NORM)
"""Those that are told what is padding (`return_attention_mask`)."""

LANGUAGES = {"eng": TOKENS, "deu": (*TOKENS, "ä", "ö", "ü", "ß")}
"""Of the checkpoint with adapters: the vocabulary of each."""


def save_checkpoint(folder: Path, kind: str = "wav2vec2", head: str = "ForCTC", **more: Any) -> Any:
    """Write a checkpoint as transformers does, and return the model. `more` goes to its config."""
    import torch
    import transformers

    stem, own = KINDS[kind]
    torch.manual_seed(sorted(KINDS).index(kind))
    config = getattr(transformers, f"{stem}Config")(**{**_SIZES, **own, **more})
    model = getattr(transformers, f"{stem}{head}")(config).eval()
    if head == "ForCTC":
        model.lm_head.bias.data.normal_(std=0.1)
    model.save_pretrained(folder)
    save_description(folder, attention_mask=own.get("feat_extract_norm") == "layer")
    return model


def save_with_adapters(folder: Path) -> dict[str, Any]:
    """Write a checkpoint of the MMS kind, and return the model of each language."""
    from safetensors.torch import save_file

    models = {}
    for language, tokens in LANGUAGES.items():
        width = {"adapter_attn_dim": 4, "vocab_size": len(tokens)}
        model = save_checkpoint(folder, "xls-r", **width)
        _shake_adapters(model, len(tokens))
        own = {**model._get_adapters()}
        save_file(
            {name: weight.detach().contiguous() for name, weight in own.items()},
            folder / f"adapter.{language}.safetensors",
        )
        models[language] = model
    vocabularies = {name: _numbered(tokens) for name, tokens in LANGUAGES.items()}
    _write(folder / "vocab.json", vocabularies)
    _write(folder / "tokenizer_config.json", {**_TOKENIZER, "target_lang": "deu"})
    return models


_TOKENIZER = {
    "tokenizer_class": "Wav2Vec2CTCTokenizer",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "bos_token": "<s>",
    "eos_token": "</s>",
    "word_delimiter_token": "|",
}


def save_description(folder: Path, attention_mask: bool = False) -> None:
    """The files beside config.json and the weights."""
    _write(folder / "vocab.json", _numbered(TOKENS))
    _write(folder / "tokenizer_config.json", _TOKENIZER)
    extractor = {
        "feature_extractor_type": "Wav2Vec2FeatureExtractor",
        "feature_size": 1,
        "sampling_rate": 16_000,
        "do_normalize": True,
        "padding_side": "right",
        "padding_value": 0.0,
        "return_attention_mask": attention_mask,
    }
    _write(folder / "preprocessor_config.json", extractor)


def _shake_adapters(model: Any, seed: int) -> None:
    """Each language's own; transformers makes them all alike."""
    import torch

    torch.manual_seed(seed)
    with torch.no_grad():
        for weight in model._get_adapters().values():
            weight.normal_(std=0.4)


def _numbered(tokens: tuple[str, ...]) -> dict[str, int]:
    return {token: number for number, token in enumerate(tokens)}


def _write(path: Path, entries: object) -> None:
    path.write_text(json.dumps(entries), encoding="utf-8")
