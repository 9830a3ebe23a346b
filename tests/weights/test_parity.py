"""The text and the times of transformers' pipeline, for every architecture, on speech."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant import Recognizer
from assistant.bundled import bundled
from assistant.recognition.audio import read_audio
from assistant.records import Floats
from assistant.settings import RecognitionSettings
from tests.checkpoints import KINDS, MASKED
from tests.starter_pipeline import starter_pipeline
from tests.weights.forms import Forms, torch_log_probs

pytestmark = pytest.mark.train

EXAMPLES = sorted(bundled("examples").glob("*.wav"))
SOUNDS = [read_audio(path) for path in EXAMPLES]

FRAME_S = 0.02

Readers = tuple[Callable[..., Any], Recognizer, Any]
"""transformers' pipeline, ours, and the torch model."""


@pytest.fixture(scope="module")
def readers(forms: Forms) -> Callable[[str], Readers]:
    import transformers

    @cache
    def of(kind: str) -> Readers:
        form = forms(kind)
        theirs = transformers.pipeline(
            "automatic-speech-recognition", model=str(form.source), device="cpu"
        )
        ours = Recognizer.load(str(form.folder), RecognitionSettings(threads=1))
        return theirs, ours, form.model

    return of


def is_sure(model: Any, sound: Floats) -> bool:
    """Whether no frame's two best letters are so close that rounding decides between them."""
    best = np.sort(torch_log_probs(model, sound), axis=1)
    return bool((best[:, -1] - best[:, -2]).min() > 1e-4)


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=6,
    derandomize=True,  # a frame on the edge is skipped, whatever the processor's rounding
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(
    which=st.integers(0, len(SOUNDS) - 1),
    start=st.integers(0, 20_000),
    length=st.integers(800, 50_000),
)
def test_any_stretch_of_speech_reads_alike(
    readers: Callable[[str], Readers], kind: str, which: int, start: int, length: int
) -> None:
    theirs, ours, model = readers(kind)
    sound = SOUNDS[which][start : start + length]
    assume(is_sure(model, sound))
    for unit in ("char", "word"):
        expected = theirs(sound.copy(), return_timestamps=unit)
        found = ours(sound, return_timestamps=unit)
        assert found["text"] == expected["text"]
        check_chunks(found["chunks"], expected["chunks"])


def test_trained_weights_read_alike(tmp_path: Path) -> None:
    """The starter's, so that letters are those that were said."""
    from assistant.training.release import export

    theirs, weights = starter_pipeline(tmp_path)
    export(weights.model, tmp_path / "model.onnx")
    ours = Recognizer.load(tmp_path)
    for sound in SOUNDS:
        for unit in ("char", "word"):
            expected = theirs(sound.copy(), return_timestamps=unit)
            found = ours(sound, return_timestamps=unit)
            assert found["text"] == expected["text"]
            check_chunks(found["chunks"], expected["chunks"])
    check_texts(ours(list(SOUNDS)), theirs(copied(SOUNDS)))


def check_chunks(found: Any, expected: list[dict[str, Any]]) -> None:
    """The same letters or words, each within one frame of where it should be."""
    assert [each["text"] for each in found] == [each["text"] for each in expected]
    for ours, theirs in zip(found, expected, strict=True):
        assert ours["timestamp"] == pytest.approx(theirs["timestamp"], abs=FRAME_S)


@pytest.mark.parametrize("kind", KINDS)
def test_sound_too_short_for_a_frame_is_read(readers: Callable[[str], Readers], kind: str) -> None:
    _, ours, _ = readers(kind)
    for length in (0, 1, 399, 400, 719, 720):
        assert isinstance(ours(SOUNDS[0][:length])["text"], str)


@pytest.mark.parametrize("kind", KINDS)
def test_recordings_in_a_list_read_alike(readers: Callable[[str], Readers], kind: str) -> None:
    theirs, ours, model = readers(kind)
    whole = [sound for sound in SOUNDS if is_sure(model, sound)]
    alike = [sound[:30_000] for sound in SOUNDS if is_sure(model, sound[:30_000])]
    assert min(len(whole), len(alike)) > 3
    check_texts(ours(list(whole)), theirs(copied(whole)))
    # In one batch, where none has to be padded: padding changes what the pipeline itself reads.
    check_texts(ours(list(alike)), theirs(copied(alike), batch_size=len(alike)))


@pytest.mark.parametrize("kind", MASKED)
def test_padding_that_is_told_changes_nothing(readers: Callable[[str], Readers], kind: str) -> None:
    """A batch of recordings of any length, each beside what it reads alone. The pipeline goes on
    reading in the padding, so that only what begins within a recording is compared.
    """
    theirs, ours, model = readers(kind)
    sounds = [sound for sound in SOUNDS if is_sure(model, sound)]
    assert len({len(sound) for sound in sounds}) > 3
    padded = theirs(copied(sounds), batch_size=len(sounds), return_timestamps="char")
    for sound, expected in zip(sounds, padded, strict=True):
        found = ours(sound, return_timestamps="char")["chunks"]
        end_s = len(torch_log_probs(model, sound)) * FRAME_S - FRAME_S / 2
        begun = [each for each in expected["chunks"] if each["timestamp"][0] < end_s]
        assert [each["text"] for each in found] == [each["text"] for each in begun]
        assert [each["timestamp"][0] for each in found] == pytest.approx(
            [each["timestamp"][0] for each in begun], abs=FRAME_S
        )


def copied(sounds: list[Floats]) -> list[Floats]:
    """The pipeline may change what it is given."""
    return [sound.copy() for sound in sounds]


def check_texts(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert [each["text"] for each in found] == [each["text"] for each in expected]
