"""Finding the microphone that a setting means."""

from __future__ import annotations

import sys

import pytest

from assistant.errors import MicrophoneError
from assistant.hearing.devices import (
    Device,
    choose,
    choose_again,
    list_devices,
    load_library,
)
from tests.hearing.fake_sound import FakeSound, microphone

SPEAKER = Device(0, "Speaker", 0, 2, 48_000, default_output=True)
WEBCAM = Device(1, "HD Webcam: Audio (hw:1,0)", 2, 0, 44_100)
HEADSET = Device(2, "USB Headset: Audio (hw:2,0)", 1, 2, 48_000, default_input=True)
ARRAY = Device(3, "USB Array: Audio (hw:3,0)", 6, 0, 16_000)
ALL = (SPEAKER, WEBCAM, HEADSET, ARRAY)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", HEADSET),
        ("1", WEBCAM),
        ("3", ARRAY),
        ("webcam", WEBCAM),
        ("usb array", ARRAY),
        ("USB Headset: Audio (hw:2,0)", HEADSET),
    ],
)
def test_a_device_is_an_index_part_of_a_name_or_the_default(wanted: str, found: Device) -> None:
    assert choose(ALL, wanted) == found


def test_an_exact_name_wins_over_a_longer_one() -> None:
    pulse, more = Device(0, "pulse", 2, 2, 44_100), Device(1, "pulse monitor", 2, 0, 44_100)
    assert choose((more, pulse), "Pulse") == pulse


def test_without_a_default_the_first_microphone_is_taken() -> None:
    assert choose((SPEAKER, WEBCAM, ARRAY), "") == WEBCAM


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("usb", r"fits more than one .*: 2 \(USB Headset.*\), 3 \(USB Array.*\)\.$"),
        ("bluetooth", r"is none of .*: 1 \(HD Webcam.*\), 2 .*, 3 .*\.$"),
        ("7", r"'7' is none of .*1 \(HD Webcam"),
        ("0", r"'0' is none of"),
        ("speaker", r"'speaker' is none of"),
    ],
)
def test_an_unclear_choice_names_the_choices(wanted: str, says: str) -> None:
    with pytest.raises(MicrophoneError, match=says):
        choose(ALL, wanted)


@pytest.mark.parametrize("devices", [(), (SPEAKER,)])
def test_no_microphone_at_all_says_so(devices: tuple[Device, ...]) -> None:
    with pytest.raises(
        MicrophoneError,
        match="There is no microphone; plug one in, and see by `assistant devices`",
    ):
        choose(devices, "webcam")


def test_after_a_replug_an_index_means_the_same_device_and_not_its_neighbour() -> None:
    moved = Device(1, HEADSET.name, 1, 2, 48_000)
    assert choose_again((SPEAKER, moved, WEBCAM), "2", HEADSET) == moved


def test_after_a_replug_the_card_number_may_differ() -> None:
    moved = Device(1, "USB Headset: Audio (hw:5,0)", 1, 2, 48_000)
    assert choose_again((SPEAKER, moved), "2", HEADSET) == moved
    with pytest.raises(MicrophoneError):
        choose_again((SPEAKER, WEBCAM), "2", HEADSET)


def test_after_a_replug_the_default_is_whatever_is_default_now() -> None:
    assert choose_again(ALL, "", WEBCAM) == HEADSET


def test_a_list_says_what_each_device_is() -> None:
    library = FakeSound(devices=[microphone("One"), microphone("Two", inputs=0, outputs=2)])
    library.default.device = (0, 1)
    one, two = list_devices(library)
    assert one == Device(0, "One", 1, 0, 16_000, default_input=True)
    assert two == Device(1, "Two", 0, 2, 16_000, default_output=True)
    assert str(one) == "*  0  One  (1 in, 0 out, 16000 Hz)"


def test_without_portaudio_the_error_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(MicrophoneError, match="apt install libportaudio2"):
        load_library()
