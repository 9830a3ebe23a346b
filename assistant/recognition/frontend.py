"""The log-mel front end that a preprocessor_config.json describes.

    {"feature_extractor_type": "LogMelFeatureExtractor", "sampling_rate": 16000,
     "feature_size": 80, "n_fft": 512, "win_length": 400, "hop_length": 160, ...}

The other keys are the fields of LogMel by their names.
"""

from __future__ import annotations

from typing import Any

from assistant.errors import ModelError
from assistant.recognition.jsonfile import JsonFile
from assistant.recognition.logmel import LogMel

EXTRACTOR = "LogMelFeatureExtractor"

_CHOICES: dict[str, tuple[str, ...]] = {
    "window": ("hann", "hamming", "blackman", "ones"),
    "padding": ("constant", "reflect"),
    "mel_scale": ("slaney", "htk"),
    "floor": ("add", "clamp"),
    "normalisation": ("none", "per_feature", "all_features", "mean", "global"),
}

_MOST_BANDS, _LONGEST = 1024, 65_536


def read_log_mel(preprocessor: JsonFile, sampling_rate: int) -> LogMel | None:
    """The front end, or None where the model reads samples.

    Raises ModelError for values that can't be.
    """
    if preprocessor.text("feature_extractor_type") != EXTRACTOR:
        return None
    window = preprocessor.integer("win_length", 400)
    chosen: dict[str, Any] = {k: preprocessor.choice(k, some) for k, some in _CHOICES.items()}
    front = LogMel(
        sampling_rate=sampling_rate,
        bands=preprocessor.integer("feature_size", 80),
        n_fft=preprocessor.integer("n_fft", 512),
        win_length=window,
        hop_length=preprocessor.integer("hop_length", 160),
        periodic=preprocessor.flag("periodic", default=False),
        preemphasis=preprocessor.number("preemphasis", 0.0),
        partial=preprocessor.flag("partial", default=True),
        low_hz=preprocessor.number("low_hz", 0.0),
        high_hz=preprocessor.number("high_hz", 0.0),
        least=preprocessor.number("least", LogMel.least),
        mean=preprocessor.numbers("mean"),
        deviation=preprocessor.numbers("deviation"),
        **chosen,
    )
    _check(front, preprocessor)
    return front


def _check(front: LogMel, preprocessor: JsonFile) -> None:
    """Lengths, bands and statistics that belong together."""
    wrong = {
        "win_length must be no longer than n_fft": front.win_length > front.n_fft,
        "hop_length must be no longer than n_fft": front.hop_length > front.n_fft,
        f"n_fft must be no longer than {_LONGEST}": front.n_fft > _LONGEST,
        f"feature_size must be no more than {_MOST_BANDS}": front.bands > _MOST_BANDS,
        "low_hz must be below high_hz, and that within half the sampling rate": not (
            front.low_hz < (front.high_hz or front.sampling_rate / 2) <= front.sampling_rate / 2
        ),
        "mean and deviation must have a number for each band, deviations above 0": (
            front.normalisation == "global"
            and (
                {len(front.mean), len(front.deviation)} != {front.bands}
                or min(front.deviation) <= 0
            )
        ),
    }
    for rule, broken in wrong.items():
        if broken:
            raise ModelError(f"{preprocessor.path}: {rule}; export or import the model again.")
