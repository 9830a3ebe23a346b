"""The microphone on real PortAudio, spoken to through a private sound server."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Thread

import numpy as np
import pytest

from assistant.events import Listening, MicrophoneBack, MicrophoneLost, SourceEvent
from assistant.hearing.devices import list_devices
from assistant.hearing.microphone import Microphone
from assistant.records import Block, Floats
from assistant.settings import AudioSettings
from assistant.speaking import Player, Sound
from tests.hearing.sounds import loudest_hertz, tone
from tests.virtual_sound import VirtualSound

pytestmark = pytest.mark.sound

SETTINGS = AudioSettings(silent_after_s=1.0, retry_s=0.2)

Stream = Iterator[Block | SourceEvent]


def wait_for(stream: Stream, kind: type[SourceEvent]) -> SourceEvent:
    return next(item for item in stream if isinstance(item, kind))


def hear(stream: Stream, during: Callable[[], None]) -> Floats:
    """What the microphone gives while `during` runs, and half a second after it."""
    thread = Thread(target=during)
    thread.start()
    heard: list[Floats] = []
    after = 0
    while after < 25:
        item = next(stream)
        assert isinstance(item, Block), item
        heard.append(item.samples)
        after += not thread.is_alive()
    thread.join()
    return np.concatenate(heard)


def loud(samples: Floats) -> Floats:
    """From the first to the last sample that is clearly above nothing."""
    above = np.flatnonzero(np.abs(samples) > 0.05)
    return samples[above[0] : above[-1] + 1] if len(above) else samples[:0]


@pytest.fixture
def microphone(sound: VirtualSound) -> Microphone:
    assert sound.environment  # its server is there before PortAudio looks for devices
    return Microphone(SETTINGS)


@pytest.fixture
def stream(microphone: Microphone) -> Iterator[Stream]:
    """What the microphone gives, from when it listens."""
    with closing(microphone.blocks()) as blocks:
        wait_for(blocks, Listening)
        yield blocks


def test_what_is_said_is_heard_whole_and_in_tune(sound: VirtualSound, stream: Stream) -> None:
    heard = loud(hear(stream, lambda: sound.speak(tone(1.0, 700))))
    assert 0.97 < len(heard) / 16_000 < 1.3  # a busy machine stutters, but loses nothing
    assert loudest_hertz(heard) == pytest.approx(700, abs=3)


def test_a_pulled_plug_is_noticed_and_a_new_one_found(sound: VirtualSound, stream: Stream) -> None:
    sound.unplug()
    lost = wait_for(stream, MicrophoneLost)
    assert isinstance(lost, MicrophoneLost)
    assert "unplugged" in lost.reason
    sound.plug()
    assert isinstance(wait_for(stream, MicrophoneBack), MicrophoneBack)
    heard = loud(hear(stream, lambda: sound.speak(tone(0.5, 700))))
    assert loudest_hertz(heard) == pytest.approx(700, abs=6)


def test_a_microphone_gone_silent_is_noticed_and_reopened(
    sound: VirtualSound, stream: Stream
) -> None:
    sound.suspend(True)
    lost = wait_for(stream, MicrophoneLost)
    assert isinstance(lost, MicrophoneLost)
    assert "nothing for 1 s" in lost.reason
    sound.suspend(False)
    assert isinstance(wait_for(stream, MicrophoneBack), MicrophoneBack)


def test_what_was_said_before_discard_is_gone(
    sound: VirtualSound, microphone: Microphone, stream: Stream
) -> None:
    def answer() -> None:
        time.sleep(0.4)  # nobody answers faster
        sound.speak(tone(0.5, 1_500))

    sound.speak(tone(1.0, 700))
    microphone.discard()
    heard = loud(hear(stream, answer))
    assert loudest_hertz(heard) == pytest.approx(1_500, abs=6)
    assert 0.47 < len(heard) / 16_000 < 0.8


def test_what_the_assistant_plays_is_not_heard_after_discard(
    microphone: Microphone, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    def play() -> None:
        Player(AudioSettings()).play(Sound(tone(1.0, 700), 16_000))

    # The loudspeaker is right at the microphone: what else would bring its sound there buffers
    # more and more where the machine is busy, and no room does.
    monkeypatch.setenv("PULSE_SINK", "vmic_in")
    assert len(loud(hear(stream, play)))
    play()
    microphone.discard()
    assert not len(loud(hear(stream, lambda: time.sleep(0.5))))


def test_the_virtual_devices_are_listed(sound: VirtualSound) -> None:
    assert sound.environment
    names = [device.name for device in list_devices()]
    assert "pulse" in names
