"""The JSON files around a model, as Hugging Face's tools write them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

MARKS = ("<pad>", "<s>", "</s>", "<unk>")
"""In front of the letters of a vocabulary of ours; the first is the CTC blank."""

DELIMITER = "|"
"""The column between words, right behind the marks."""


def write_preprocessor(folder: Path, *, mask: bool) -> None:
    """The model reads 16 kHz at mean 0 and variance 1; with `mask`, padding is told to it."""
    write_json(
        folder / "preprocessor_config.json",
        {
            "feature_extractor_type": "Wav2Vec2FeatureExtractor",
            "feature_size": 1,
            "sampling_rate": 16_000,
            "do_normalize": True,
            "return_attention_mask": mask,
            "padding_side": "right",
            "padding_value": 0.0,
        },
    )


def write_tokenizer(folder: Path, tokens: Sequence[str]) -> None:
    """A vocabulary that begins with MARKS and DELIMITER."""
    write_json(folder / "vocab.json", {token: column for column, token in enumerate(tokens)})
    names = ("pad_token", "bos_token", "eos_token", "unk_token")
    marks = dict(zip(names, MARKS, strict=True))
    write_json(folder / "special_tokens_map.json", marks)
    write_json(
        folder / "tokenizer_config.json",
        {
            **marks,
            "tokenizer_class": "Wav2Vec2CTCTokenizer",
            "word_delimiter_token": DELIMITER,
            "do_lower_case": False,
            "replace_word_delimiter_char": " ",
        },
    )


def write_json(path: Path, content: Mapping[str, object], *, sort: bool = False) -> None:
    """Indented, letters as they are."""
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=sort)
    path.write_text(text + "\n", encoding="utf-8")
