"""Tells speech from other sound, block by block, with WebRTC's detector."""

from __future__ import annotations

import math

import numpy as np
import webrtcvad

from assistant.records import SAMPLE_RATE, Floats
from assistant.settings import HearingSettings

FLOOR_DBFS = -60.0
"""Fainter blocks never count: WebRTC's detector adapts to any level, also to a muted input's hiss.
Speech into a badly set microphone is around -45."""

FULL_SCALE = 32_767


class WebRtcDetector:
    """WebRTC's Gaussian mixture detector behind an energy floor; holds a little state."""

    def __init__(self, settings: HearingSettings, floor_dbfs: float = FLOOR_DBFS) -> None:
        self._aggressiveness = settings.aggressiveness
        self._floor = math.pow(10.0, floor_dbfs / 10)
        self.reset()

    def is_speech(self, samples: Floats) -> bool:
        """Whether the block, shape (BLOCK_SAMPLES,), holds a voice."""
        pcm = (samples * FULL_SCALE).astype("<i2").tobytes()
        # The detector hears faint blocks too: what it learns of the silence finds quiet speech.
        voiced = bool(self._detector.is_speech(pcm, SAMPLE_RATE))
        return voiced and float(np.dot(samples, samples)) >= self._floor * len(samples)

    def reset(self) -> None:
        """Forget what was heard before."""
        self._detector = webrtcvad.Vad(self._aggressiveness)
