"""The microphone on a scripted device; the real PortAudio is in test_microphone_live.py."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest

from assistant.errors import MicrophoneError
from assistant.events import Listening, MicrophoneBack, MicrophoneLost, Overflowed, SourceEvent
from assistant.hearing.microphone import ECHO_S, FIRST_CALLBACK_S, QUEUE_S, Microphone
from assistant.records import BLOCK_SAMPLES, Block, Floats
from assistant.settings import AudioSettings
from tests.hearing.fake_sound import (
    FakeSound,
    FakeStream,
    Overflow,
    Refuse,
    Scene,
    Stop,
    Vanish,
    microphone,
)
from tests.hearing.sounds import loudest_hertz, tone

SETTINGS = AudioSettings(silent_after_s=0.05)
CHUNK = 640
"""Samples of one callback at 16 kHz."""


class Watch:
    """A clock that moves when somebody sleeps, and a little with every look."""

    def __init__(self) -> None:
        self.now_s = 50.0
        self.slept_s = 0.0

    def clock(self) -> float:
        self.now_s += 1e-4
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds
        self.slept_s += seconds


def chunk(value: float) -> Floats:
    return np.full(CHUNK, value, np.float32)


def opened(
    library: FakeSound, settings: AudioSettings = SETTINGS, watch: Watch | None = None
) -> Microphone:
    watch = watch or Watch()
    return Microphone(settings, library, watch.clock, watch.sleep)


def until_back(source: Iterator[Block | SourceEvent]) -> Iterator[Block | SourceEvent]:
    for item in source:
        yield item
        if isinstance(item, MicrophoneBack):
            return


def events(items: list[Block | SourceEvent]) -> list[SourceEvent]:
    return [item for item in items if not isinstance(item, Block)]


def blocks(items: list[Block | SourceEvent]) -> list[Block]:
    return [item for item in items if isinstance(item, Block)]


def test_blocks_follow_once_the_device_delivers() -> None:
    library = FakeSound([[chunk(0.1), chunk(0.2)]])
    first, *rest = islice(opened(library).blocks(), 5)
    assert isinstance(first, Listening)
    assert first.device == "Mic"
    found = blocks(rest)
    assert [float(block.samples[0]) for block in found] == pytest.approx([0.1, 0.1, 0.2, 0.2])
    assert {block.samples.shape for block in found} == {(BLOCK_SAMPLES,)}
    assert np.diff([block.start_s for block in found]) == pytest.approx([0.02] * 3)


def test_the_device_is_opened_at_its_own_rate_and_resampled() -> None:
    sound = tone(1.0, 440, 48_000)
    chunks = np.split(sound, 25)
    library = FakeSound([chunks], [microphone(rate=48_000)])
    items = list(islice(opened(library).blocks(), 46))
    assert library.opened[0]["samplerate"] == 48_000
    assert library.opened[0]["blocksize"] == 1_920
    heard = np.concatenate([block.samples for block in blocks(items)])
    assert loudest_hertz(heard) == pytest.approx(440, abs=2)
    np.testing.assert_allclose(heard[800:13_000], tone(1.0)[800:13_000], atol=1e-3)


def test_a_device_with_many_channels_only_is_mixed_down() -> None:
    library = FakeSound([[chunk(0.3)]], [microphone(inputs=6)], least_channels=6)
    items = list(islice(opened(library).blocks(), 2))
    assert [options["channels"] for options in library.opened] == [1, 6]
    assert blocks(items)[0].samples == pytest.approx(0.3)


def test_the_wanted_device_is_opened() -> None:
    library = FakeSound([[chunk(0.1)]], [microphone("One"), microphone("Two")])
    next(opened(library, AudioSettings(device="two")).blocks())
    assert library.opened[0]["device"] == 1


def test_a_device_that_was_opened_early_is_opened_once() -> None:
    library = FakeSound([[chunk(0.1)], [chunk(0.2)]])
    microphone = opened(library)
    microphone.open()
    assert library.open_streams == 1
    items = list(islice(microphone.blocks(), 2))
    assert len(library.opened) == 1
    assert blocks(items)[0].samples == pytest.approx(0.1)


def test_no_microphone_is_an_error() -> None:
    with pytest.raises(MicrophoneError, match="There is no microphone"):
        next(opened(FakeSound(devices=[])).blocks())


def test_a_busy_device_is_an_error_when_starting() -> None:
    library = FakeSound([Refuse("Device unavailable")])
    with pytest.raises(MicrophoneError) as caught:
        next(opened(library).blocks())
    assert str(caught.value) == (
        "The microphone Mic can't be opened (Device unavailable); "
        "close the program that uses it, or choose another device."
    )


def test_a_device_that_never_delivers_is_an_error_when_starting() -> None:
    library, watch = FakeSound([[]]), Watch()
    with pytest.raises(MicrophoneError, match="delivers no sound"):
        next(opened(library, watch=watch).blocks())
    assert watch.slept_s == pytest.approx(FIRST_CALLBACK_S, rel=0.1)
    assert library.open_streams == 0


def test_the_stream_is_closed_when_the_loop_is_left() -> None:
    library = FakeSound([[chunk(0.1)]])
    source = opened(library).blocks()
    next(source)
    assert library.open_streams == 1
    source.close()
    assert library.open_streams == 0


def lost_and_back(first: Scene, *later: Scene) -> tuple[list[Block | SourceEvent], FakeSound]:
    library = FakeSound([first, *later, [chunk(0.9)]])
    return list(until_back(opened(library).blocks())), library


def test_a_vanished_device_is_reported_and_comes_back() -> None:
    items, library = lost_and_back([chunk(0.1), Vanish()])
    listening, lost, back = events(items)
    assert isinstance(listening, Listening)
    assert isinstance(lost, MicrophoneLost)
    assert "unplugged" in lost.reason
    assert isinstance(back, MicrophoneBack)
    assert back.gone_s == pytest.approx(back.at_s - lost.at_s)
    assert back.gone_s >= SETTINGS.retry_s
    assert (library.looks, len(library.streams)) == (1, 2)


def test_what_was_heard_before_the_loss_is_delivered_first() -> None:
    items, _ = lost_and_back([chunk(0.1), chunk(0.2), Vanish()])
    values = [
        float(item.samples[0]) if isinstance(item, Block) else type(item).__name__ for item in items
    ]
    assert values[:6] == pytest.approx(["Listening", 0.1, 0.1, 0.2, 0.2, "MicrophoneLost"])


def test_a_device_that_falls_silent_counts_as_lost() -> None:
    library = FakeSound([[chunk(0.1)], [chunk(0.2)]])
    source = Microphone(SETTINGS, library)  # with the real clock
    _, lost, back = events(list(until_back(source.blocks())))
    assert isinstance(lost, MicrophoneLost)
    assert lost.reason == "it delivered nothing for 0.05 s"
    assert isinstance(back, MicrophoneBack)


def test_a_stream_that_stops_without_a_word_is_noticed_too() -> None:
    items, _ = lost_and_back([chunk(0.1), Stop()])
    lost = events(items)[1]
    assert isinstance(lost, MicrophoneLost)
    assert "stopped" in lost.reason


def test_the_loss_is_told_once_however_often_reopening_fails() -> None:
    items, library = lost_and_back([chunk(0.1), Vanish()], Refuse(), Refuse(), [], Refuse())
    assert [type(event) for event in events(items)] == [Listening, MicrophoneLost, MicrophoneBack]
    assert library.looks == 5


def test_the_waits_grow_up_to_their_limit() -> None:
    settings = AudioSettings(silent_after_s=0.05, retry_s=1.0, retry_max_s=4.0)
    library = FakeSound([[chunk(0.1), Vanish()], *[Refuse()] * 4, [chunk(0.2)]])
    *_, back = until_back(opened(library, settings).blocks())
    assert isinstance(back, MicrophoneBack)
    assert back.gone_s == pytest.approx(1 + 2 + 4 + 4 + 4, rel=0.05)


def test_silence_in_real_time_keeps_the_loop_turning_meanwhile() -> None:
    items, _ = lost_and_back([chunk(0.1), Vanish()], Refuse())
    kinds = [type(item) for item in items]
    gone = blocks(items[kinds.index(MicrophoneLost) :])
    assert all(not block.samples.any() for block in gone)
    assert len(gone) == pytest.approx((0.5 + 1.0) / 0.02, rel=0.1)
    starts = [block.start_s for block in blocks(items)]
    assert starts == sorted(starts)


def test_a_device_without_a_microphone_left_is_awaited() -> None:
    library = FakeSound([[chunk(0.1), Vanish()], [chunk(0.2)]])
    library.later_devices = [[], [microphone("Other", 0, 2)], [microphone("New")]]
    *_, back = until_back(opened(library).blocks())
    assert isinstance(back, MicrophoneBack)
    assert back.device == "New"


def test_after_a_replug_at_another_index_the_same_device_is_opened() -> None:
    settings = AudioSettings(device="1", silent_after_s=0.05)
    library = FakeSound([[chunk(0.1), Vanish()], [chunk(0.2)]])
    library.devices = [microphone("Webcam"), microphone("USB Mic (hw:1,0)")]
    library.later_devices = [
        [microphone("Webcam")],
        [microphone("USB Mic (hw:2,0)"), microphone("Webcam")],
    ]
    list(until_back(opened(library, settings).blocks()))
    assert [options["device"] for options in library.opened] == [1, 0]


def test_an_overflow_that_portaudio_tells_of_is_reported() -> None:
    library = FakeSound([[chunk(0.1), Overflow(chunk(0.2))]])
    items = list(islice(opened(library).blocks(), 6))
    assert [type(item) for item in items[1:]] == [Block, Block, Overflowed, Block, Block]
    overflowed = events(items)[1]
    assert isinstance(overflowed, Overflowed)
    assert overflowed.lost_s == pytest.approx(0.04)


def test_a_loop_that_is_too_slow_loses_the_newest_and_hears_how_much() -> None:
    room = round(QUEUE_S / 0.04)
    library = FakeSound([[chunk(i / 10_000) for i in range(room + 50)]])
    source = opened(library).blocks()
    items = list(islice(source, 1 + 2 * room))
    library.streams[0].play([chunk(0.5)])
    overflowed, after = next(source), next(source)
    assert [float(block.samples[0]) for block in blocks(items)[::2]] == pytest.approx(
        [i / 10_000 for i in range(room)]
    )
    assert isinstance(overflowed, Overflowed)
    assert overflowed.lost_s == pytest.approx(50 * 0.04)
    assert isinstance(after, Block)
    assert after.samples[0] == 0.5
    assert after.start_s - blocks(items)[-1].start_s == pytest.approx(0.02 + 50 * 0.04)


def skipped_chunks() -> int:
    """How many callbacks still hold what was said before a discard()."""
    return round((FakeStream.latency + ECHO_S) / 0.04)


def test_discard_forgets_what_waits_and_what_is_on_its_way() -> None:
    library = FakeSound([[chunk(0.1)] * 10])
    source = opened(library)
    stream = source.blocks()
    begin = list(islice(stream, 2))[1]
    source.discard()
    library.streams[0].play([chunk(0.2)] * skipped_chunks() + [chunk(0.7)] * 2)
    after = next(stream)
    assert isinstance(begin, Block)
    assert isinstance(after, Block)
    assert after.samples == pytest.approx(0.7)
    assert after.start_s - begin.start_s == pytest.approx((10 + skipped_chunks()) * 0.04)


def test_discard_reports_no_overflow_for_what_nobody_wanted() -> None:
    room = round(QUEUE_S / 0.04)
    library = FakeSound([[chunk(0.1)] * (room + 10)])
    source = opened(library)
    stream = source.blocks()
    next(stream)
    source.discard()
    library.streams[0].play([chunk(0.2)] * skipped_chunks() + [chunk(0.7)])
    assert isinstance(next(stream), Block)


def test_discard_keeps_the_end_of_a_vanished_device() -> None:
    library = FakeSound([[chunk(0.1), Vanish()]])
    source = opened(library)
    stream = source.blocks()
    next(stream)
    source.discard()
    assert isinstance(next(stream), MicrophoneLost)


def test_discard_before_the_first_block_is_harmless() -> None:
    library = FakeSound([[chunk(0.1)]])
    source = opened(library)
    source.discard()
    assert isinstance(next(source.blocks()), Listening)
