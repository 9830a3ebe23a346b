"""What a model costs, and how well it hears: each measured in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from assistant.errors import ModelError
from assistant.records import SAMPLE_RATE
from assistant.training.corpus import Clip, read_audio
from assistant.training.evaluate import Rate, compared, greedy, rates


@dataclass(frozen=True, slots=True)
class Cost:
    """One model on one thread."""

    model: str
    megabytes: float
    """Of the ONNX file and what lies beside it, in millions of bytes."""
    load_s: float
    """CPU seconds until the model can hear."""
    peak_mb: float
    """Largest resident memory of a process that loads the model and hears the clips, in MiB."""
    real_time_factor: float
    """CPU seconds for a second of sound."""
    cer: Rate
    """Character errors, greedy; the interval is over speakers."""


def cost(name: str, folder: Path, clips: Sequence[Clip]) -> Cost:
    """Measure the model in `folder` on `clips`.

    Raises ModelError when it can't be run, or when the system ends it for want of memory.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as alone:
        try:
            return alone.submit(_measured, name, folder, tuple(clips)).result()
        except BrokenProcessPool as error:
            raise ModelError(
                f"{name} was ended by the system, surely for want of memory; compare smaller ones."
            ) from error


def _measured(name: str, folder: Path, clips: Sequence[Clip]) -> Cost:
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings

    begun = time.process_time()
    described = ModelFolder.load(folder)
    model = OnnxAcousticModel(described, RecognitionSettings(threads=1))
    load_s = time.process_time() - begun
    model.warm_up()
    heard, busy_s, samples = [], 0.0, 0
    for clip in clips:
        wave = read_audio(clip).astype(np.float32) / np.float32(32768)
        begun = time.process_time()
        emissions = model.emissions(wave)
        busy_s += time.process_time() - begun
        samples += len(wave)
        heard.append(compared(clip, "clean", "greedy", greedy(emissions)))
    return Cost(
        model=name,
        megabytes=described.onnx_bytes / 1e6,
        load_s=load_s,
        peak_mb=_peak_mb(),
        real_time_factor=busy_s * SAMPLE_RATE / samples,
        cer=rates(heard)[1],
    )


def _peak_mb() -> float:
    # getrusage would count what the parent had when it started us.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
