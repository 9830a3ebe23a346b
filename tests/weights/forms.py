"""Tiny checkpoints beside their exports, and what torch says of a sound. Needs torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.bundled import bundled
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.audio import read_audio
from assistant.recognition.features import normalised
from assistant.recognition.folder import ModelFolder
from assistant.records import Floats
from assistant.settings import RecognitionSettings
from assistant.weights import exporter
from assistant.weights.checkpoint import Task, files_of
from assistant.weights.choose import choose_checkpoint
from assistant.weights.export import RefusedError, Report, Wanted, export

NOISE = 1e-3
"""How far log-probabilities may be apart for rounding alone."""

SPEECH = read_audio(bundled("examples") / "06-not-a-command.wav")
"""A person reading aloud."""


def in_this_process(job: exporter.Job) -> dict[str, Any]:
    """What the workshop does, without loading torch each time."""
    try:
        return exporter.perform(job, lambda _: None)
    except exporter.CheckpointError as error:
        raise RefusedError(str(error)) from error


def runs(folder: Path, task: Task) -> None:
    if task == "ctc":
        load(folder)


def load(folder: Path) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))


def exported(
    source: Path,
    target: Path,
    with_exporter: Callable[[exporter.Job], dict[str, Any]] = in_this_process,
    **wanted: Any,
) -> Report:
    chosen = choose_checkpoint(
        str(source),
        files_of(source),
        wanted.get("language", ""),
        wanted.get("allow_pickle", False),
    )
    files = {file.name: source / file.name for file in chosen}
    return export(files, target, Wanted(str(source), **wanted), SPEECH, with_exporter, runs)


def torch_log_probs(model: Any, sound: Floats) -> np.ndarray:
    import torch

    with torch.no_grad():
        logits = model(torch.from_numpy(normalised(sound))[None]).logits
    return np.asarray(logits[0].log_softmax(-1).numpy())


@dataclass(frozen=True)
class Form:
    """A checkpoint and its export."""

    source: Path
    folder: Path
    model: Any
    report: Report


Forms = Callable[[str], Form]
"""By the kind; each is made once."""
