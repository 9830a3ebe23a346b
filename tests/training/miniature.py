"""Two sentences of tones, a network of a few thousand weights: training in seconds.

Imports of torch happen inside functions: the tests that need it are collected where it is not
installed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.training.corpus import Clip, write_manifest, write_pack

if TYPE_CHECKING:
    from assistant.training.model import ModelShape
    from assistant.training.plan import TrainingSettings

PHONEMES = ("|", "a", "b", "n", "oʊ")
SENTENCES = {"no": "n oʊ", "banana no": "b a n a n a | n oʊ"}
HERTZ = {"n": 300.0, "oʊ": 700.0, "a": 1100.0, "b": 2300.0, "|": 0.0}


def spoken(phonemes: str) -> np.ndarray:
    """A tone of 160 ms for each phoneme, int16."""
    time = np.arange(2560) / 16_000
    return np.concatenate(
        [(6000 * np.sin(2 * np.pi * HERTZ[p] * time)).astype("int16") for p in phonemes.split()]
    )


def write_corpus(folder: Path) -> Path:
    """A manifest of both sentences by one training and one development speaker, and a noise."""
    pairs = []
    for speaker, split in (("ann", "train"), ("bob", "dev")):
        for text, phonemes in SENTENCES.items():
            sound = spoken(phonemes)
            pairs.append(
                (
                    Clip(
                        folder,
                        text,
                        speaker,
                        len(sound) / 16_000,
                        "tones",
                        "CC0 1.0",
                        split,
                        phonemes=phonemes,
                    ),
                    sound,
                )
            )
    hiss = np.random.default_rng(0).integers(-3000, 3000, 8000).astype("int16")
    pairs.append((Clip(folder, "", "hiss", 0.5, "hiss", "CC0 1.0", kind="noise"), hiss))
    manifest = folder / "manifest.jsonl"
    write_manifest(manifest, write_pack(folder / "tones.i16", pairs))
    return manifest


def small_shape(**others: object) -> ModelShape:
    """Of a network of a few thousand weights; `others` are fields that differ."""
    from assistant.training.model import ModelShape

    values: dict[str, object] = {
        "width": 32,
        "layers": 2,
        "heads": 2,
        "feed_forward": 64,
        "conv_channels": (16, 24, 32),
        "context_layers": 1,
        "phoneme_layer": 1,
        "position_kernel": 4,
        "position_groups": 4,
        **others,
    }
    return ModelShape(**values)  # type: ignore[arg-type]


def settings(
    folder: Path, manifest: Path, steps: int, name: str = "run", **more: object
) -> TrainingSettings:
    """A run of `steps` steps on `manifest`."""
    from assistant.training.batches import Feed
    from assistant.training.plan import TrainingSettings

    values: dict[str, object] = {
        "folder": folder / name,
        "manifests": (str(manifest),),
        "phonemes": PHONEMES,
        "shape": small_shape(),
        "feed": Feed(batch_seconds=4.0),
        "steps": steps,
        "warm_up": 5,
        "front_steps": 3,
        "evaluate_hours": 0.02,
        "dev_clips": 2,
        "workers": 0,
        "threads": 1,
        **more,
    }
    return TrainingSettings(**values)  # type: ignore[arg-type]
