"""A checkpoint of `transformers` to fine-tune: read, given letters for the texts, and written."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor, nn

from assistant.errors import ModelError, TrainingError
from assistant.recognition.features import normalised
from assistant.recognition.jsonfile import read_json_if_there
from assistant.recognition.vocabulary import fit, read_vocabulary
from assistant.records import Floats, Vocabulary
from assistant.training.layout import write_preprocessor, write_tokenizer
from assistant.training.spelling import Spelling, new_vocabulary
from assistant.weights.choose import choose_checkpoint
from assistant.weights.hub import Hub, Source
from assistant.weights.pull import download

VocabularyChoice = Literal["auto", "keep", "new"]

RAW_LEVEL = np.float32(0.1)
"""Root mean square of speech for the few models that want it as it is recorded."""


@dataclass(frozen=True, slots=True)
class Pretrained:
    """A model in memory, and the files that describe it."""

    model: Any
    """A `transformers` model with a CTC head."""
    vocabulary: Vocabulary
    source: Path
    normalises: bool
    """Wants each recording at mean 0 and variance 1."""
    masks: bool
    """Wants to be told what is padding."""
    new_letters: bool
    """The vocabulary isn't that of `source`."""

    def prepared(self, samples: Floats) -> Floats:
        """A recording as the model wants it, shape (samples,)."""
        return normalised(samples) if self.normalises else samples

    def levelled(self, wave: Floats) -> Floats:
        """A recording of mean 0 and variance 1 as the model wants it."""
        return wave if self.normalises else wave * RAW_LEVEL

    def inputs(self, waves: Sequence[Floats]) -> dict[str, Tensor]:
        """A batch, zeros behind the shorter recordings."""
        padded = np.zeros((len(waves), max(map(len, waves))), np.float32)
        mask = np.zeros(padded.shape, np.int64)
        for row, seen, wave in zip(padded, mask, waves, strict=True):
            row[: len(wave)], seen[: len(wave)] = wave, 1
        found = {"input_values": torch.from_numpy(padded)}
        if self.masks:
            found["attention_mask"] = torch.from_numpy(mask)
        return {name: values.to(self.model.device) for name, values in found.items()}


def checkpoint_folder(name: str, hub: Hub | None = None) -> Path:
    """The folder of that name, or the cache's copy of owner/model[@revision] on the hub.

    Raises ModelError where the hub has no such model, or none that is safe to read.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    hub = hub or Hub()
    listing = hub.listing(Source.parse(name))
    files = choose_checkpoint(name, listing.files)
    paths = download(hub, listing, files, folder=hub.cache_folder)
    return paths[files[0]].parent


def load(folder: Path, texts: Sequence[str], choice: VocabularyChoice, seed: int) -> Pretrained:
    """The model in `folder`, with letters for `texts`, on a GPU where there is one.

    Only safetensors are read. Raises ModelError where it is no such model, TrainingError where it
    lacks letters and is to keep its vocabulary.
    """
    model = _model(folder)
    model.config.ctc_zero_infinity = True
    preprocessor = read_json_if_there(folder / "preprocessor_config.json")
    layered = getattr(model.config, "feat_extract_norm", "group") == "layer"
    old = _vocabulary(folder, model)
    new = _chosen(folder, old, texts, choice)
    if new is not old:
        _replace_head(model, old, new, seed)
    return Pretrained(
        model.to("cuda" if torch.cuda.is_available() else "cpu"),
        new,
        folder,
        preprocessor.flag("do_normalize", default=True),
        preprocessor.flag("return_attention_mask", default=layered),
        new is not old,
    )


def _model(folder: Path) -> Any:
    import transformers

    transformers.logging.set_verbosity_error()
    try:
        return transformers.AutoModelForCTC.from_pretrained(
            folder, use_safetensors=True, dtype=torch.float32
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ModelError(
            f"{folder} can't be fine-tuned ({first}); name a folder with config.json and "
            "model.safetensors of a Wav2Vec2 or a relative."
        ) from error


def _vocabulary(folder: Path, model: Any) -> Vocabulary | None:
    """What the head's outputs stand for; None where they were never trained."""
    if not (folder / "vocab.json").is_file():
        return None
    found = read_vocabulary(folder, "", model.config.pad_token_id)
    return fit(found, model.lm_head.out_features, folder)


def _chosen(
    folder: Path, old: Vocabulary | None, texts: Sequence[str], choice: VocabularyChoice
) -> Vocabulary:
    missing = Spelling(old).missing(texts) if old else set()
    if old and (choice == "keep" or (choice == "auto" and not missing)):
        if missing:
            raise TrainingError(
                f"{folder} has no letters {' '.join(sorted(missing))!r} for the texts; let it have "
                "a new vocabulary, or write the texts without them."
            )
        return old
    if choice == "keep":
        raise TrainingError(f"{folder} has no vocab.json to keep; let it have a new vocabulary.")
    return new_vocabulary(texts)


def _replace_head(model: Any, old: Vocabulary | None, new: Vocabulary, seed: int) -> None:
    """A layer for the new letters; those that the old one had begin as they were."""
    torch.manual_seed(seed)
    before, head = model.lm_head, nn.Linear(model.lm_head.in_features, len(new.tokens))
    with torch.no_grad():
        head.bias.zero_()
        head.weight.normal_(std=model.config.initializer_range)
        for column, other in _shared(old, new) if old else ():
            head.weight[column] = before.weight[other]
            head.bias[column] = before.bias[other]
    model.lm_head = head
    model.config.vocab_size, model.config.pad_token_id = len(new.tokens), new.blank


def _shared(old: Vocabulary, new: Vocabulary) -> list[tuple[int, int]]:
    """Columns of the new vocabulary, and of the same letters in the old one."""
    spelling = Spelling(old)
    letters = [
        (column, spelling.targets(token))
        for column, token in enumerate(new.tokens)
        if column not in new.special and column != new.word_delimiter
    ]
    pairs = [(column, found[0]) for column, found in letters if len(found) == 1]
    gaps = [(new.word_delimiter, old.word_delimiter)]
    parted = [(a, b) for a, b in gaps if a is not None and b is not None]
    return [(new.blank, old.blank), *parted, *pairs]


def save(tuned: Pretrained, folder: Path) -> None:
    """Weights as safetensors, and every file that `transformers` wants around them."""
    folder.mkdir(parents=True, exist_ok=True)
    tuned.model.save_pretrained(folder, safe_serialization=True)
    described = ["preprocessor_config.json"]
    if tuned.new_letters:
        write_tokenizer(folder, tuned.vocabulary.tokens)
    else:
        described += [
            "vocab.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
        ]  # fmt: skip
    for name in described:
        if (tuned.source / name).is_file():
            shutil.copyfile(tuned.source / name, folder / name)
    if not (folder / "preprocessor_config.json").is_file():
        write_preprocessor(folder, mask=tuned.masks)
