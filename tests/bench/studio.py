"""Clips that the tiny model of tones reads without an error, and the household as a task."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.bench.meanings import Meanings
from assistant.bench.task import Task
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.settings import RecognitionSettings
from assistant.training.corpus import Clip, read_manifest, write_manifest, write_pack
from tests.tiny_model import make_tiny_model, speak
from tests.understanding.household import ALL, NOW, understander


def record(folder: Path, texts: Sequence[str], kind: str = "people") -> Path:
    """A manifest of the texts, each spoken by somebody else; "" becomes a hiss."""
    clips = []
    for number, text in enumerate(texts):
        sound = speak(text) if text else _hiss(number)
        samples = (sound * 32767).astype("<i2")
        speaker, seconds = f"studio_{number}", len(samples) / 16_000
        split = "dev"
        clips.append(
            (Clip(folder, text, speaker, seconds, "studio", "CC0 1.0", split, kind), samples)
        )
    manifest = folder / f"{kind}.jsonl"
    write_manifest(manifest, write_pack(folder / f"{kind}.i16", clips))
    return manifest


def _hiss(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.05, 16_000).astype(np.float32)


def clips(folder: Path, texts: Sequence[str], kind: str = "people") -> list[Clip]:
    return list(read_manifest(record(folder, texts, kind)))


def household(folder: Path) -> Task:
    """The household's commands, heard through the tiny model."""
    model = ModelFolder.load(make_tiny_model(folder / "tiny"))
    reader, meanings = understander().reader, Meanings(ALL)
    acoustic = OnnxAcousticModel(model, RecognitionSettings())
    return Task(reader, acoustic, meanings, meanings.by_words(reader, NOW))
