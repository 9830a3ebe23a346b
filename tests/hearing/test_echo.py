"""The way from the loudspeaker to the microphone, and what is left of an echo."""

from __future__ import annotations

import sys

import numpy as np
import pytest
import soxr

from assistant.errors import AudioError
from assistant.hearing.echo import EchoCanceller, Loopback
from assistant.hearing.microphone import Microphone
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats
from assistant.settings import AudioSettings
from tests.hearing.fake_sound import FakeSound, Vanish
from tests.hearing.sounds import tone


def murmur(seconds: float, seed: int = 1) -> Floats:
    """Noise that comes and goes as syllables do."""
    samples = round(seconds * SAMPLE_RATE)
    rising = np.sin(2 * np.pi * 3 * np.arange(samples) / SAMPLE_RATE) ** 2
    noise = np.convolve(np.random.default_rng(seed).normal(size=samples), np.ones(4) / 4, "same")
    return (0.2 * rising * noise).astype(np.float32)


def echo(played: Floats, delay_s: float = 0.15, gain: float = 0.5) -> Floats:
    """What a room makes of it."""
    late = round(delay_s * SAMPLE_RATE)
    return np.concatenate([np.zeros(late, np.float32), gain * played])[: len(played)]


def cleaned(near: Floats, far: Floats) -> Floats:
    """Both devices in step, block by block."""
    loopback, canceller = Loopback(), EchoCanceller()
    found = []
    for at in range(0, len(near), BLOCK_SAMPLES):
        loopback.played(far[at : at + BLOCK_SAMPLES], SAMPLE_RATE)
        canceller.played(loopback.taken(BLOCK_SAMPLES / SAMPLE_RATE), SAMPLE_RATE)
        found.append(canceller.clean(near[at : at + BLOCK_SAMPLES]))
    return np.concatenate(found)


def power(samples: Floats) -> float:
    return float(np.mean(np.square(samples, dtype=np.float64)))


def test_an_echo_is_taken_out_and_a_voice_over_it_is_not() -> None:
    played = murmur(6.0)
    heard = echo(played)
    person = slice(4 * SAMPLE_RATE, 5 * SAMPLE_RATE)
    heard[person] += tone(1.0, 700)
    clean = cleaned(heard, played)
    alone = slice(2 * SAMPLE_RATE, 4 * SAMPLE_RATE)
    assert power(clean[alone]) < power(heard[alone]) / 1000
    assert power(clean[person]) > power(tone(1.0, 700)) / 4


def test_before_the_room_is_known_what_comes_meanwhile_is_silence() -> None:
    played = murmur(2.0)
    clean = cleaned(echo(played), played)
    assert not clean[: round(1.4 * SAMPLE_RATE)].any()
    assert clean[round(1.7 * SAMPLE_RATE) :].any()


def test_without_anything_played_sound_is_left_as_it_is() -> None:
    canceller, block = EchoCanceller(), tone(0.02, 700)
    canceller.played(np.zeros(0, np.float32), SAMPLE_RATE)
    assert canceller.clean(block) is block


def test_what_was_played_comes_in_step_with_what_is_recorded() -> None:
    loopback = Loopback()
    assert len(loopback.taken(1.0)) == 0
    loopback.played(np.arange(500, dtype=np.float32), SAMPLE_RATE)
    loopback.played(np.arange(500, 800, dtype=np.float32), SAMPLE_RATE)
    assert loopback.taken(0.02).tolist() == list(range(320))
    assert loopback.taken(0.02).tolist() == list(range(320, 640))
    assert loopback.taken(0.02).tolist() == list(range(640, 800))


def test_a_loudspeaker_with_another_rate_begins_anew() -> None:
    loopback = Loopback()
    loopback.played(np.zeros(100, np.float32), SAMPLE_RATE)
    loopback.played(np.ones(100, np.float32), 48_000)
    assert loopback.rate == 48_000
    assert loopback.taken(1.0).tolist() == [1.0] * 100


@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_a_microphone_does_not_hear_what_is_played(rate: int) -> None:
    played, loopback = murmur(4.0), Loopback()
    chunk = 2 * BLOCK_SAMPLES
    heard = echo(played)

    library = FakeSound([[]])
    microphone = Microphone(AudioSettings(), library, loopback=loopback)
    microphone.open()
    (stream,) = library.streams
    samples_per_chunk = chunk * rate // SAMPLE_RATE
    loud = soxr.resample(played, SAMPLE_RATE, rate)
    for at in range(0, len(heard) - chunk, chunk):
        begin = at * rate // SAMPLE_RATE
        loopback.played(loud[begin : begin + samples_per_chunk], rate)
        stream.play([heard[at : at + chunk]])
    stream.play([Vanish()])
    found = []
    for item in microphone.blocks():
        if isinstance(item, Block):
            found.append(item.samples)
        elif found:
            break
    clean = np.concatenate(found)
    late = slice(2 * SAMPLE_RATE, None)
    assert power(clean[late]) < power(heard[late]) / 200


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "livekit.rtc", None)
    with pytest.raises(AudioError, match=r"pip install 'assistant\[echo\]'"):
        Microphone(AudioSettings(), FakeSound(), loopback=Loopback())
