"""Chunks with strides, read as transformers' pipeline reads them: the same text to the letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from assistant.recognition.audio import read_audio
from assistant.recognition.recognizer import Recognizer
from assistant.records import Floats
from tests.program import ROOT
from tests.starter_pipeline import starter_pipeline

pytestmark = pytest.mark.train

CHUNK_S, STRIDE_S = 3.0, 0.5
STEP_S = CHUNK_S - 2 * STRIDE_S

BORDERS = [
    round(seconds * 16_000) + samples
    for seconds in (CHUNK_S, CHUNK_S + STEP_S, CHUNK_S + STEP_S + STRIDE_S, CHUNK_S + 3 * STEP_S)
    for samples in (-321, -160, -1, 0, 1, 159, 320)
]
"""Samples around the ends of chunks."""


@pytest.fixture(scope="module")
def speech() -> Floats:
    """A person and synthetic speakers, one behind the other."""
    names = ("06-not-a-command", "05-schedule", "02-question", "01-timer")
    return np.concatenate([read_audio(ROOT / "examples" / f"{name}.wav") for name in names])


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Recognizer, Callable[..., dict[str, Any]]]:
    """The starter's own weights: read by us with onnxruntime, and by the pipeline with torch."""
    from assistant.training.release import export

    folder = tmp_path_factory.mktemp("model")
    pipeline, weights = starter_pipeline(folder)
    export(weights.model, folder / "model.onnx")
    return Recognizer.load(folder), pipeline


@pytest.mark.parametrize("samples", BORDERS)
def test_the_text_is_the_same_at_every_length(
    both: tuple[Recognizer, Callable[..., dict[str, Any]]], speech: Floats, samples: int
) -> None:
    same_text(both, speech[:samples], CHUNK_S, STRIDE_S)


@pytest.mark.parametrize("stride_s", [None, 0.0, 0.31, (0.8, 0.2), (0.4, 0.0), (0.0, 1.0)])
@pytest.mark.parametrize("chunk_s", [1.0, 2.347, 30.0])
def test_the_text_is_the_same_for_every_setting(
    both: tuple[Recognizer, Callable[..., dict[str, Any]]],
    speech: Floats,
    chunk_s: float,
    stride_s: float | Sequence[float] | None,
) -> None:
    if stride_s in ((0.8, 0.2), (0.0, 1.0)) and chunk_s == 1.0:
        chunk_s = 1.5  # nothing would be left of it
    same_text(both, speech[16_000:120_000], chunk_s, stride_s)


def same_text(
    both: tuple[Recognizer, Callable[..., dict[str, Any]]],
    samples: Floats,
    chunk_s: float,
    stride_s: float | Sequence[float] | None,
) -> None:
    ours, theirs = both
    wanted = theirs(samples.copy(), chunk_length_s=chunk_s, stride_length_s=stride_s)["text"]
    found = ours(samples, chunk_length_s=chunk_s, stride_length_s=stride_s, batch_size=2)["text"]
    assert wanted
    assert found == wanted
