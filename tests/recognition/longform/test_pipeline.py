"""Chunks with strides, read as transformers' pipeline reads them: the same text to the letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.recognition.recognizer import Recognizer, read_audio
from assistant.records import Floats
from tests.program import ROOT

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
    import torch
    from transformers import (
        AutomaticSpeechRecognitionPipeline,
        Wav2Vec2CTCTokenizer,
        Wav2Vec2FeatureExtractor,
    )

    from assistant.training.model import SpeechModel
    from assistant.training.release import averaged, export, write_layout

    class Letters(SpeechModel):
        """Its letters alone, as the pipeline wants them."""

        def forward(self, input_values: Any, attention_mask: Any = None) -> Any:
            return SimpleNamespace(logits=super().forward(input_values)[0])

    folder = tmp_path_factory.mktemp("model")
    weights = averaged([ROOT / "models" / "training" / "starter-en"])
    export(weights.model, folder / "model.onnx")
    write_layout(weights, folder)
    letters = Letters(weights.model.config).eval()
    letters.load_state_dict(weights.model.state_dict())
    pipeline = AutomaticSpeechRecognitionPipeline(
        model=letters,
        tokenizer=Wav2Vec2CTCTokenizer.from_pretrained(folder),
        feature_extractor=Wav2Vec2FeatureExtractor.from_pretrained(folder),
        device=torch.device("cpu"),
    )
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
    found = ours(samples, chunk_s, stride_s, batch_size=2)["text"]  # type: ignore[arg-type]
    assert wanted
    assert found == wanted
