"""What preprocessor_config.json may say about a log-mel front end, and what it may not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.frontend import EXTRACTOR, read_log_mel
from assistant.recognition.jsonfile import JsonFile
from assistant.recognition.logmel import LogMel
from assistant.settings import RecognitionSettings
from assistant.weights.adopt import adopt
from tests.tiny_model import make_tiny_model
from tests.tiny_toolkits import make_nemo


def read(**entries: object) -> LogMel | None:
    described = {"feature_extractor_type": EXTRACTOR, **entries}
    return read_log_mel(JsonFile(Path("preprocessor_config.json"), described), 16_000)


def test_models_that_read_samples_have_none() -> None:
    assert read(feature_extractor_type="Wav2Vec2FeatureExtractor") is None


def test_what_is_not_said_is_as_usual() -> None:
    assert read() == LogMel(16_000, 80, 512, 400, 160)


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"win_length": 600}, "win_length must be no longer"),
        ({"hop_length": 600}, "hop_length must be no longer"),
        ({"n_fft": 1_000_000}, "n_fft must be no longer"),
        ({"feature_size": 5_000}, "feature_size must be no more"),
        ({"low_hz": 9_000}, "low_hz must be below"),
        ({"high_hz": 9_000}, "low_hz must be below"),
        ({"window": "kaiser"}, "window must be one of"),
        ({"normalisation": "global"}, "a number for each band"),
        ({"normalisation": "global", "mean": [0] * 80, "deviation": [0] * 80}, "above 0"),
        ({"mean": [1, "two"]}, "mean must be a list of numbers"),
        ({"mean": [float("nan")]}, "mean must be a list of numbers"),
        ({"least": float("inf")}, "least must be a number"),
        ({"preemphasis": -1}, "preemphasis must be a number"),
    ],
)
def test_values_that_can_not_be(entries: dict[str, object], says: str) -> None:
    with pytest.raises(ModelError, match=says):
        read(**entries)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(
    entries=st.dictionaries(
        st.sampled_from([*LogMel.__dataclass_fields__, "feature_size"]), anything, max_size=3
    )
)
def test_whatever_it_says_is_followed_or_refused(entries: dict[str, Any]) -> None:
    try:
        front = read(**entries)
    except ModelError:
        return
    assert front
    assert front.hop_length <= front.n_fft <= 65_536


def change(path: Path, **entries: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


def load(folder: Path) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    adopt(make_nemo(tmp_path / "nemo"), tmp_path / "model")
    return tmp_path / "model"


def test_a_front_end_and_a_model_that_do_not_belong_together(folder: Path, tmp_path: Path) -> None:
    reads_samples = make_tiny_model(tmp_path / "tiny")
    change(reads_samples / "preprocessor_config.json", feature_extractor_type=EXTRACTOR)
    with pytest.raises(ModelError, match="would read input_features"):
        load(reads_samples)
    change(folder / "preprocessor_config.json", feature_size=80)
    with pytest.raises(ModelError, match=r"free axes \(batch, steps, 80\)"):
        load(folder)
    change(folder / "preprocessor_config.json", feature_extractor_type="Wav2Vec2FeatureExtractor")
    with pytest.raises(ModelError, match="would read input_values"):
        load(folder)


def test_a_frame_of_more_than_a_second_is_refused(folder: Path) -> None:
    change(folder / "config.json", subsampling_factor=200)
    with pytest.raises(ModelError, match="more than a second"):
        load(folder)


@pytest.mark.parametrize("samples", [0, 1, 700, 16_001])
def test_sound_of_any_length_is_read(folder: Path, samples: int) -> None:
    emissions = load(folder).emissions(np.zeros(samples, np.float32))
    assert np.isfinite(emissions.log_probs).all()
    assert len(emissions.log_probs) >= samples // 320
