"""Tones and replies on real PortAudio, heard at the private sound server's loudspeaker."""

from __future__ import annotations

import numpy as np
import pytest
import soxr

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.settings import AudioSettings, SpeakingSettings
from assistant.speaking import Mouth, Player, Sound, make_voice, synthesiser
from assistant.speaking.tones import RATE_HZ, tone
from tests.virtual_sound import SPEAKER_RATE, VirtualSound, install

pytestmark = pytest.mark.sound


def assert_whole(heard: Floats, expected: Floats) -> None:
    """All of it came through; a busy machine may stutter, which tears the sound but loses none."""
    assert np.linalg.norm(heard) == pytest.approx(np.linalg.norm(expected), rel=0.03)
    assert likeness(heard, expected) > 0.6


def likeness(heard: Floats, expected: Floats) -> float:
    """Correlation at the best shift; 1 when `expected` is in `heard` unchanged."""
    padded = np.concatenate([heard, np.zeros(len(expected), np.float32)])
    size = 1 << (len(padded) + len(expected)).bit_length()
    spectrum = np.fft.rfft(padded, size) * np.conj(np.fft.rfft(expected, size))
    best = float(np.max(np.fft.irfft(spectrum, size)))
    return best / float(np.linalg.norm(heard) * np.linalg.norm(expected))


def test_a_tone_is_heard_whole(sound: VirtualSound) -> None:
    with sound.heard_at_speaker() as heard:
        Player(AudioSettings()).play(Sound(tone("listening"), RATE_HZ))
    expected = soxr.resample(tone("listening"), RATE_HZ, SPEAKER_RATE)
    assert_whole(heard[0], expected)


def test_a_reply_is_heard_whole(sound: VirtualSound) -> None:
    install(("espeak-ng",), ("espeak-ng",))
    voice = make_voice(SpeakingSettings(), AudioSettings())
    assert isinstance(voice, Mouth)
    espeak = synthesiser("espeak-ng", SpeakingSettings().rate_wpm)
    assert espeak is not None
    with sound.heard_at_speaker() as heard:
        voice.say("Timer set for five minutes.")
        voice.wait()
    expected = espeak.sound("Timer set for five minutes.", "en")
    assert expected is not None
    assert_whole(heard[0], soxr.resample(expected.samples, expected.rate, SPEAKER_RATE))


def test_an_unknown_loudspeaker_is_an_error(sound: VirtualSound) -> None:
    assert sound.environment
    with pytest.raises(AudioError, match="'nowhere' is not one loudspeaker"):
        Player(AudioSettings(output="nowhere")).play(Sound(tone("done"), RATE_HZ))
