"""Our log-mel front end against those of NeMo and ESPnet.

`front_ends.npz` was made by `scripts/make-front-end-references`: the toolkits' published steps,
written down once more with torch and librosa.
"""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.recognition import logmel
from assistant.recognition.logmel import LogMel, Normalisation, mel_filters
from assistant.records import Floats

REFERENCES = np.load(Path(__file__).with_name("front_ends.npz"))
SOUND: Floats = REFERENCES["samples"] / np.float32(32768)


def nemo(bands: int, win_length: int, normalisation: Normalisation = "per_feature") -> LogMel:
    return LogMel(
        16_000,
        bands,
        512,
        win_length,
        160,
        preemphasis=0.97,
        partial=False,
        normalisation=normalisation,
    )


def espnet() -> LogMel:
    mean = REFERENCES["espnet_sum"] / REFERENCES["espnet_count"]
    variance = REFERENCES["espnet_sum_square"] / REFERENCES["espnet_count"] - mean * mean
    return LogMel(
        16_000,
        80,
        512,
        400,
        160,
        periodic=True,
        padding="reflect",
        floor="clamp",
        least=1e-10,
        normalisation="global",
        mean=tuple(mean),
        deviation=tuple(np.sqrt(variance)),
    )


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("quartznet", nemo(64, 320)),
        ("conformer", nemo(80, 400)),
        ("all_features", nemo(80, 400, "all_features")),
        ("espnet", espnet()),
    ],
)
def test_features_are_those_of_the_toolkit(name: str, front: LogMel) -> None:
    found, reference = front.features(SOUND), REFERENCES[name]
    assert found.dtype == np.float32
    assert found.shape == reference.shape
    assert np.abs(found - reference).max() < 1e-3
    assert np.abs(found - reference).mean() < 1e-5


def test_filters_on_the_other_mel_scale() -> None:
    found = mel_filters(16_000, 512, 40, 20, 7600, htk=True)
    assert np.abs(found.T - REFERENCES["htk"]).max() < 1e-6


def test_long_sound_is_read_in_chunks_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = espnet().features(SOUND)
    monkeypatch.setattr(logmel, "CHUNK", 7)
    assert espnet().features(SOUND) == pytest.approx(whole, abs=1e-5)


def test_long_sound_needs_little_more_memory_than_its_features() -> None:
    sound = np.random.default_rng(0).normal(size=120 * 16_000).astype(np.float32)
    tracemalloc.start()
    features = espnet().features(sound)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # all frames at once would take 150 MB
    assert peak < sound.nbytes + 3 * features.nbytes + 16e6


@settings(max_examples=30, deadline=None)
@given(
    samples=st.integers(512, 4_000),
    partial=st.booleans(),
    normalisation=st.sampled_from(("none", "per_feature", "all_features", "mean")),
)
def test_silence_of_any_length_gives_finite_features(
    samples: int, partial: bool, normalisation: Normalisation
) -> None:
    front = LogMel(16_000, 80, 512, 400, 160, partial=partial, normalisation=normalisation)
    found = front.features(np.zeros(samples, np.float32))
    assert found.shape == (samples // 160 + partial, 80)
    assert np.isfinite(found).all()


@pytest.mark.parametrize("window", ["hann", "hamming", "blackman", "ones"])
def test_a_tone_is_loudest_in_its_own_band(window: str) -> None:
    front = LogMel(16_000, 40, 512, 400, 160, window=window)  # type: ignore[arg-type]
    times = np.arange(8_000) / 16_000
    tone = np.sin(2 * np.pi * 1500 * times).astype(np.float32)
    band = int(front.features(tone).mean(axis=0).argmax())
    assert mel_filters(16_000, 512, 40, 0, 8_000)[48, band] > 0  # the bin of 1500 Hz
