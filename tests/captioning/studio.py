"""Recordings that the tiny model understands, and settings to caption them with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile

from assistant.captioning.captioner import Job, jobs_for
from assistant.records import SAMPLE_RATE
from assistant.settings import Settings, load
from tests.tiny_model import make_tiny_model, speak

SENTENCES = (
    "we left the harbour at dawn",
    "nobody waved",
    "by noon the coast was gone",
    "and still the wind grew stronger",
)
PAUSE_S = 1.2


def settings(folder: Path) -> Settings:
    """With a tiny model in the folder, in one thread."""
    model = make_tiny_model(folder / "model")
    chosen = load(environ={}).settings
    recognition = replace(chosen.recognition, model=str(model), threads=1, warm_up=False)
    return replace(chosen, recognition=recognition)


def record(file: Path, times: int = 1) -> Path:
    """The sentences with pauses between them, so many times over."""
    pause = np.zeros(round(PAUSE_S * SAMPLE_RATE), np.float32)
    sounds = [part for text in SENTENCES * times for part in (speak(text), pause)]
    soundfile.write(file, np.concatenate(sounds), SAMPLE_RATE)
    return file


def job(file: Path, *kinds: str, folder: Path | None = None) -> Job:
    (found,) = jobs_for([str(file)], folder, kinds or ("txt",))
    return found


def said(text: str) -> list[str]:
    return text.lower().replace(".", " ").replace(",", " ").split()
