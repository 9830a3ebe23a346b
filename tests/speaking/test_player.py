"""The player on a scripted loudspeaker."""

from __future__ import annotations

import time

import numpy as np
import pytest

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.settings import AudioSettings
from assistant.speaking import Player, Sound
from tests.speaking.fake_loudspeaker import FakeLoudspeaker, PortAudioError


def hum(seconds: float, rate: int) -> Floats:
    at = np.arange(round(seconds * rate)) / rate
    return (0.5 * np.cos(2 * np.pi * 500 * at)).astype(np.float32)


def player(speaker: FakeLoudspeaker, output: str = "") -> Player:
    return Player(AudioSettings(output=output), speaker)


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
def test_sound_of_any_rate_is_played_whole_at_the_loudspeakers_rate(rate: int) -> None:
    speaker = FakeLoudspeaker(rate=44_100)
    player(speaker).play(Sound(hum(0.5, rate), rate))
    assert speaker.opened[0]["samplerate"] == 44_100
    assert len(speaker.sound()) / 44_100 == pytest.approx(0.5, abs=0.002)
    inside = slice(1_000, 20_000)
    np.testing.assert_allclose(speaker.sound()[inside], hum(0.5, 44_100)[inside], atol=0.05)


@pytest.mark.parametrize(("has", "opened"), [(1, 1), (2, 2), (8, 2)])
def test_both_channels_of_a_stereo_loudspeaker_sound_alike(has: int, opened: int) -> None:
    speaker = FakeLoudspeaker(channels=has)
    player(speaker).play(Sound(hum(0.1, 48_000), 48_000))
    assert speaker.opened[0]["channels"] == opened
    heard = np.concatenate(speaker.heard)
    np.testing.assert_array_equal(heard, np.repeat(heard[:, :1], opened, axis=1))


def test_nothing_but_silence_follows_the_sound() -> None:
    speaker = FakeLoudspeaker()
    player(speaker).play(Sound(hum(0.1, 48_000), 48_000))
    heard = np.concatenate(speaker.heard)
    assert np.isfinite(heard).all()
    assert not heard[round(0.2 * 48_000) :].any()


def test_too_loud_a_sound_is_clipped() -> None:
    speaker = FakeLoudspeaker()
    player(speaker).play(Sound(hum(0.1, 48_000) * 9, 48_000))
    assert np.max(np.abs(np.concatenate(speaker.heard))) == 1


def test_no_samples_open_nothing() -> None:
    speaker = FakeLoudspeaker()
    player(speaker).play(Sound(np.zeros(0, np.float32), 16_000))
    assert speaker.opened == []


@pytest.mark.parametrize(("output", "asked"), [("", None), ("3", 3), ("usb", "usb")])
def test_the_setting_names_the_loudspeaker(output: str, asked: object) -> None:
    speaker = FakeLoudspeaker()
    player(speaker, output).play(Sound(hum(0.1, 48_000), 48_000))
    assert speaker.asked == [(asked, "output")]
    assert speaker.opened[0]["device"] == 4


@pytest.mark.parametrize("missing", [ValueError("no match"), PortAudioError("no default", -1)])
def test_a_missing_loudspeaker_is_an_error(missing: Exception) -> None:
    speaker = FakeLoudspeaker(missing=missing)
    assert not player(speaker).available()
    with pytest.raises(AudioError, match="no loudspeaker to play on"):
        player(speaker).play(Sound(hum(0.1, 48_000), 48_000))
    with pytest.raises(AudioError, match="'usb' is not one loudspeaker"):
        player(speaker, "usb").play(Sound(hum(0.1, 48_000), 48_000))


def test_a_loudspeaker_that_is_there_is_available_without_opening_it() -> None:
    speaker = FakeLoudspeaker()
    assert player(speaker).available()
    assert speaker.opened == []


def test_a_busy_loudspeaker_is_an_error() -> None:
    speaker = FakeLoudspeaker(refuses="Device unavailable")
    with pytest.raises(AudioError, match=r"Speaker can't be opened \(Device unavailable\)"):
        player(speaker).play(Sound(hum(0.1, 48_000), 48_000))


def test_a_loudspeaker_that_vanishes_is_an_error_and_is_closed() -> None:
    speaker = FakeLoudspeaker(takes=1_024)
    with pytest.raises(AudioError, match="stopped in the middle"):
        player(speaker).play(Sound(hum(1.0, 48_000), 48_000))
    assert speaker.closed == 1


def test_sounds_follow_one_another_as_they_come() -> None:
    speaker = FakeLoudspeaker()
    with player(speaker).opened() as playback:
        playback.add(Sound(hum(0.2, 16_000), 16_000))
        while playback.left_s:
            time.sleep(0.01)
        playback.add(Sound(hum(0.1, 22_050), 22_050))
    audible = np.abs(np.concatenate(speaker.heard)[:, 0]) > 1e-4
    assert np.sum(audible) / 48_000 == pytest.approx(0.3, abs=0.01)
    assert len(speaker.opened) == 1


def test_a_stopped_playback_falls_silent_and_is_no_error() -> None:
    speaker = FakeLoudspeaker(paused=True)
    with player(speaker).opened() as playback:
        playback.add(Sound(hum(5.0, 48_000), 48_000))
        playback.stop()
    assert speaker.heard == []
    assert speaker.closed == 1


def test_whoever_hears_what_is_played_hears_it_on_one_open_loudspeaker() -> None:
    speaker, heard = FakeLoudspeaker(), []
    listening = Player(
        AudioSettings(), speaker, lambda samples, rate: heard.append((samples, rate))
    )
    for _ in range(2):
        listening.play(Sound(hum(0.1, 48_000), 48_000))
    assert len(speaker.opened) == 1
    assert {rate for _, rate in heard} == {48_000}
    told = np.concatenate([samples for samples, _ in heard])
    played = np.concatenate(speaker.heard)[:, 0][: len(told)]
    np.testing.assert_array_equal(told, played)
    assert np.sum(np.abs(told) > 1e-4) / 48_000 == pytest.approx(0.2, abs=0.01)


def test_an_open_loudspeaker_that_vanished_is_opened_anew() -> None:
    speaker = FakeLoudspeaker(takes=48_000)
    listening = Player(AudioSettings(), speaker, lambda _samples, _rate: None)
    listening.play(Sound(hum(0.1, 48_000), 48_000))
    while not speaker.gone:
        time.sleep(0.01)
    listening.play(Sound(hum(0.1, 48_000), 48_000))
    assert len(speaker.opened) == 2


def test_an_open_loudspeaker_plays_again_after_it_was_stopped() -> None:
    speaker = FakeLoudspeaker(paused=True)
    listening = Player(AudioSettings(), speaker, lambda _samples, _rate: None)
    with listening.opened() as playback:
        playback.add(Sound(hum(5.0, 48_000), 48_000))
        playback.stop()
    speaker.paused = False
    listening.play(Sound(hum(0.1, 48_000), 48_000))
    assert len(speaker.opened) == 1
    assert len(speaker.sound()) / 48_000 == pytest.approx(0.1, abs=0.01)


def test_an_interruption_closes_the_loudspeaker() -> None:
    speaker = FakeLoudspeaker(interrupted=True)
    with pytest.raises(KeyboardInterrupt):
        player(speaker).play(Sound(hum(1.0, 48_000), 48_000))
    assert speaker.closed == 1
