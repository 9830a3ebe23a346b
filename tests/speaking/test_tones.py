"""The tones, as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.speaking.tones import NOTES_HZ, RATE_HZ, tone


@pytest.mark.parametrize("name", NOTES_HZ)
def test_a_tone_is_short_soft_and_without_clicks(name: str) -> None:
    samples = tone(name)
    assert samples.dtype == np.float32
    assert len(samples) / RATE_HZ == pytest.approx(0.06 * len(NOTES_HZ[name]))
    assert 0.05 < np.max(np.abs(samples)) < 0.2
    assert abs(samples[0]) < 1e-3
    assert abs(samples[-1]) < 1e-3
    assert np.max(np.abs(np.diff(samples))) < 0.04


@pytest.mark.parametrize("name", NOTES_HZ)
def test_a_tone_holds_its_notes(name: str) -> None:
    notes = NOTES_HZ[name]
    for note, part in zip(notes, np.split(tone(name), len(notes)), strict=True):
        spectrum = np.abs(np.fft.rfft(part, RATE_HZ))
        assert np.argmax(spectrum) == pytest.approx(note, abs=12)


def test_tones_differ() -> None:
    assert len({tone(name).tobytes() for name in NOTES_HZ}) == len(NOTES_HZ)


def test_another_name_is_an_error_that_names_the_tones() -> None:
    with pytest.raises(ValueError, match="listening, done, failed"):
        tone("gong")
