"""What a model costs, and how well it hears: each measured in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import AssistantError, ModelError
from assistant.records import SAMPLE_RATE, Floats
from assistant.training.corpus import Clip, read_samples
from assistant.training.evaluate import Heard, Rate, compared, edits, greedy, rates
from assistant.training.text import normalise

CHECKPOINTS = ("*.safetensors", "pytorch_model*.bin")
"""The weights that transformers loads from a model folder."""

Reader = Callable[[Floats], str]
"""The text of samples of shape (samples,) at SAMPLE_RATE."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model folder, and what runs it."""

    name: str
    folder: Path
    transformers: bool = False
    """Its checkpoint, by transformers' pipeline, and not its ONNX file by the assistant."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One model on one thread."""

    model: str
    megabytes: float
    """Of the ONNX file or checkpoint and what lies beside it, in millions of bytes."""
    load_s: float
    """CPU seconds until the model can hear, once the libraries are imported."""
    peak_mb: float
    """Largest resident memory of a process that loads the model and hears the clips, in MiB."""
    real_time_factor: float
    """CPU seconds for a second of sound."""
    cer: Rate
    """Character errors, greedy; the interval is over speakers."""
    changed: float
    """Characters that it reads otherwise than the first model, for each that this one reads."""


def with_pipelines(models: Sequence[Model]) -> list[Model]:
    """The models, and behind each that has a checkpoint transformers' pipeline, if it is here."""
    there = all(find_spec(name) for name in ("torch", "transformers"))
    found = []
    for model in models:
        found.append(model)
        if there and _checkpoint(model.folder):
            found.append(Model(f"{model.name} (transformers)", model.folder, transformers=True))
    return found


def costs(models: Sequence[Model], clips: Sequence[Clip]) -> Iterator[Cost]:
    """Measure each of `models` on `clips`, one after the other.

    Raises ModelError when one can't be run, or when the system ends it for want of memory.
    """
    first: list[str] = []
    for model in models:
        taken = _alone(model, clips)
        texts = [heard.text for heard in taken.heard]
        first = first or texts
        yield Cost(
            model=model.name,
            megabytes=taken.size / 1e6,
            load_s=taken.load_s,
            peak_mb=taken.peak_mb,
            real_time_factor=taken.busy_s / taken.sound_s,
            cer=rates(taken.heard)[1],
            changed=_changed(first, texts),
        )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What the process of one model tells."""

    size: int
    load_s: float
    peak_mb: float
    busy_s: float
    sound_s: float
    heard: tuple[Heard, ...]


def _alone(model: Model, clips: Sequence[Clip]) -> _Taken:
    """Run a model in a process of its own, which is given the sound clip by clip, so that nothing
    but the model takes memory there.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, model), daemon=True)
    process.start()
    theirs.close()
    try:
        return _asked(ours, clips)
    except (EOFError, ConnectionError) as error:
        raise ModelError(
            f"{model.name} was ended by the system, surely for want of memory; "
            "compare smaller ones."
        ) from error
    finally:
        ours.close()
        process.join()


def _asked(connection: Connection, clips: Sequence[Clip]) -> _Taken:
    """Send each clip, and gather what comes back."""
    size, load_s = _answer(connection)
    heard, busy_s, samples, peak_mb = [], 0.0, 0, 0.0
    for clip in clips:
        wave = read_samples(clip)
        connection.send(wave)
        text, seconds, peak_mb = _answer(connection)
        busy_s += seconds
        samples += len(wave)
        heard.append(compared(clip, "clean", "greedy", normalise(text)))
    return _Taken(size, load_s, peak_mb, busy_s, samples / SAMPLE_RATE, tuple(heard))


def _answer(connection: Connection) -> Any:
    answer = connection.recv()
    if isinstance(answer, AssistantError):
        raise answer
    return answer


def _serve(connection: Connection, model: Model) -> None:
    """In the process of the model: load it, then read every wave that comes."""
    try:
        size, load_s, read = (_pipeline if model.transformers else _ours)(model.folder)
        read(np.zeros(SAMPLE_RATE, np.float32))
        connection.send((size, load_s))
        while True:
            wave = connection.recv()
            begun = time.process_time()
            text = read(wave)
            connection.send((text, time.process_time() - begun, _peak_mb()))
    except AssistantError as error:
        connection.send(error)
    except EOFError:  # there are no more clips
        return


def _ours(folder: Path) -> tuple[int, float, Reader]:
    """Bytes of the model in `folder`, CPU seconds to load it, and what reads sound with it."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings

    begun = time.process_time()
    described = ModelFolder.load(folder)
    model = OnnxAcousticModel(described, RecognitionSettings(threads=1))
    load_s = time.process_time() - begun
    return described.onnx_bytes, load_s, lambda wave: greedy(model.emissions(wave))


def _pipeline(folder: Path) -> tuple[int, float, Reader]:
    """The same of transformers, from the checkpoint in `folder`."""
    import torch
    from transformers import pipeline

    torch.set_num_threads(1)
    begun = time.process_time()
    recognise: Any = pipeline("automatic-speech-recognition", model=str(folder), device="cpu")
    load_s = time.process_time() - begun
    size = sum(file.stat().st_size for file in _checkpoint(folder))

    def read(wave: Floats) -> str:
        return str(recognise({"raw": wave, "sampling_rate": SAMPLE_RATE})["text"])

    return size, load_s, read


def _checkpoint(folder: Path) -> list[Path]:
    return [file for pattern in CHECKPOINTS for file in folder.glob(pattern)]


def _changed(first: Sequence[str], texts: Sequence[str]) -> float:
    pairs = zip(first, texts, strict=True)
    return sum(edits(a, b) for a, b in pairs) / max(1, sum(map(len, texts)))


def _peak_mb() -> float:
    # getrusage would count what the parent had when it started us.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
