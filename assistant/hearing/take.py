"""One take after the other, and whether a take is good enough to learn from.

`Taker` hears a source until somebody has spoken; `flaw` is pure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from assistant.events import MicrophoneLost, Overflowed
from assistant.ports import AudioSource, Gate, Segmenter, VoiceDetector
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats, Utterance

PATIENCE_S = 20.0
"""Sound without a voice in it after which the sentence is shown again."""

FULL = 0.99
"""Samples beyond it were clipped."""

CLIPPED_SHARE = 1e-3
"""A louder voice than the microphone takes; single clipped samples are clicks."""

FAINTEST_DBFS = -45.0
"""Of the speech; fainter, 16 bits hold little of the consonants."""

NOISIEST_DB = 12.0
"""Speech has to stand at least so far over what is heard between the words."""

LETTERS_A_SECOND = (2.0, 25.0)
"""Nobody reads slower or faster."""

BEGINNING_S = 0.06
"""An utterance keeps the sound from before the voice; a voice there already began before it."""


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """What was heard of one sentence."""

    utterance: Utterance | None
    """None where nobody spoke."""
    broken: bool = False
    """Sound was lost on the way, or the microphone went."""


class Taker:
    """Hears takes from one source, which runs on between them."""

    def __init__(
        self, source: AudioSource, detector: VoiceDetector, segmenter: Segmenter, gate: Gate
    ) -> None:
        self._source, self._items = source, source.blocks()
        self._detector, self._segmenter, self._gate = detector, segmenter, gate

    def take(self) -> Take | None:
        """The next take; None when the source has ended. What was said before isn't heard.

        Raises AudioError when the source can't be opened.
        """
        self._source.discard()
        self._segmenter.flush()
        self._detector.reset()
        broken, silence_s = False, 0.0
        for item in self._items:
            if not isinstance(item, Block):
                broken = broken or isinstance(item, Overflowed | MicrophoneLost)
                continue
            if not self._gate.is_open():
                continue
            speech = self._detector.is_speech(item.samples)
            utterance = self._segmenter.push(item, speech)
            silence_s = 0.0 if speech else silence_s + len(item.samples) / SAMPLE_RATE
            if silence_s > PATIENCE_S or (utterance and utterance.finished):
                self._gate.close()
                return Take(utterance, broken)
        return self._last(broken)

    def _last(self, broken: bool) -> Take | None:
        """What was under way when the source ended."""
        utterance = self._segmenter.flush()
        return Take(utterance, broken) if utterance else None


@dataclass(frozen=True, slots=True)
class Levels:
    """How loud a take is, in decibels below full scale."""

    speech_dbfs: float
    """Of the louder half of its blocks."""
    noise_dbfs: float
    """Of its faintest tenth."""
    clipped: float
    """Share of the samples at full scale."""

    @property
    def snr_db(self) -> float:
        return self.speech_dbfs - self.noise_dbfs


def levels(samples: Floats) -> Levels:
    """Levels of an utterance of at least one block, shape (samples,)."""
    whole = samples[: len(samples) // BLOCK_SAMPLES * BLOCK_SAMPLES].reshape(-1, BLOCK_SAMPLES)
    powers = np.sort(np.square(whole).mean(axis=1))
    faintest = powers[: math.ceil(len(powers) / 10)]
    return Levels(
        _decibels(powers[len(powers) // 2 :].mean()),
        _decibels(faintest.mean()),
        float((np.abs(samples) >= FULL).mean()),
    )


def flaw(take: Take, text: str) -> str:
    """Why the take of `text` isn't good enough, and what to do; empty where it is."""
    utterance = take.utterance
    if take.broken:
        return "Some of the sound was lost on its way; say it again."
    if utterance is None:
        return "Nothing was heard; read the sentence aloud."
    return _flaw_of_level(utterance.samples) or _flaw_of_length(utterance, len(text))


def _flaw_of_level(samples: Floats) -> str:
    found = levels(samples)
    if found.clipped > CLIPPED_SHARE:
        return "It was too loud and is clipped; move away or turn the microphone down."
    if found.speech_dbfs < FAINTEST_DBFS:
        return f"It was too quiet ({found.speech_dbfs:.0f} dB); come closer or turn it up."
    if found.snr_db < NOISIEST_DB:
        return (
            f"The voice is only {found.snr_db:.0f} dB over the noise; "
            "come closer, or wait until it is quieter."
        )
    beginning = levels(samples[: round(BEGINNING_S * SAMPLE_RATE)])
    if beginning.speech_dbfs > found.speech_dbfs - NOISIEST_DB / 2:
        return "Its beginning is cut off; wait a moment before you speak."
    return ""


def _flaw_of_length(utterance: Utterance, letters: int) -> str:
    end_s = utterance.end_s if utterance.speech_end_s is None else utterance.speech_end_s
    slowest, fastest = LETTERS_A_SECOND
    if utterance.truncated:
        return "It went on for too long; read the sentence alone."
    if letters > fastest * (end_s - utterance.start_s):
        return "It was too short for the sentence; read all of it in one go."
    if letters < slowest * (end_s - utterance.start_s) - slowest:
        return "It was too long for the sentence; read it alone."
    return ""


def _decibels(power: float) -> float:
    return 10 * math.log10(max(float(power), 1e-10))
