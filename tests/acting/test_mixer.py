"""The volume, by stand-ins for the programs that set it, and by the real one for PulseAudio."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.acting.mixer import PROGRAMS, Mixer, find_mixer
from assistant.errors import ServiceError

ANSWERS = {
    "wpctl": "Volume: 0.40 [MUTED]",
    "pactl": "Volume: front-left: 26214 /  40% / -23.88 dB,   front-right: 26214 /  40%",
    "amixer": "  Mono: Playback 26214 [40%] [-23.88dB] [on]",
}
TOLD = {
    "wpctl": ["set-volume @DEFAULT_AUDIO_SINK@ 55%", "set-mute @DEFAULT_AUDIO_SINK@ 1"],
    "pactl": ["set-sink-volume @DEFAULT_SINK@ 55%", "set-sink-mute @DEFAULT_SINK@ 1"],
    "amixer": ["sset Master 55%", "sset Master mute"],
}

Has = Callable[[str, str], Path]


@pytest.fixture
def has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Has:
    """Puts a program into an otherwise empty machine; what it is told is in a file."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name: str, does: str) -> Path:
        told = tmp_path / f"{name}.log"
        (tmp_path / name).write_text(f'#!/bin/sh\necho "$@" >> {told}\n{does}\n')
        (tmp_path / name).chmod(0o700)
        return told

    return put


@pytest.mark.parametrize("name", [program.name for program in PROGRAMS])
def test_each_program_is_told_in_its_own_words(name: str, has: Has) -> None:
    told = has(name, f"echo '{ANSWERS[name]}'")
    mixer = find_mixer()
    assert mixer is not None
    assert mixer.level() == 40
    mixer.set(55)
    mixer.mute(True)
    assert told.read_text().splitlines()[1:] == TOLD[name]


def test_the_best_one_is_taken(has: Has) -> None:
    assert find_mixer() is None
    others = [has(name, "echo") for name in ("amixer", "pactl")]
    told = has("wpctl", "echo 'Volume: 0.30'")
    mixer = find_mixer()
    assert mixer is not None
    assert mixer.level() == 30
    mixer.set(250)
    assert told.read_text().splitlines()[-1].endswith(" 100%")
    assert not any(other.exists() for other in others)


@pytest.mark.parametrize("does", ["exit 1", "echo nonsense"])
def test_what_goes_wrong_is_told(does: str, has: Has) -> None:
    has("pactl", does)
    mixer = find_mixer()
    assert mixer is not None
    with pytest.raises(ServiceError, match="pactl "):
        mixer.level()


@pytest.mark.sound
@pytest.mark.usefixtures("sound")
def test_a_real_loudspeaker() -> None:
    (pactl,) = (program for program in PROGRAMS if program.name == "pactl")
    mixer = Mixer(pactl)
    mixer.set(35)
    assert mixer.level() == 35
    mixer.mute(True)
    mixer.mute(False)
