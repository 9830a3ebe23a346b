"""Voices: what is handed to espeak-ng, and which voice a machine gets."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AudioError
from assistant.settings import AudioSettings, SpeakingSettings
from assistant.speaking import EspeakVoice, Player, SilentVoice, ToneVoice, make_voice
from assistant.speaking.espeak import LONGEST, speakable, trimmed
from tests.speaking.fake_loudspeaker import FakeLoudspeaker

SETTINGS = SpeakingSettings(rate_wpm=200)

ESPEAK = """#!{python}
import io, json, sys, wave
from pathlib import Path
json.dump([sys.argv[1:], sys.stdin.buffer.read().decode()], open("{log}", "w"))
with wave.open(sys.stdout.buffer, "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(22050)
    out.writeframes(b"\\x00\\x40" * 2205 + b"\\x00\\x00" * 2205)
"""

FAILING = """#!{python}
import sys
sys.exit("no such voice")
"""

MUMBLING = """#!{python}
print("this is no sound")
"""


def player(speaker: FakeLoudspeaker) -> Player:
    return Player(AudioSettings(), speaker)


def program(folder: Path, script: str = ESPEAK) -> str:
    """A program that answers like espeak-ng and writes down what it was asked."""
    path = folder / "espeak-ng"
    path.write_text(script.format(python=sys.executable, log=folder / "asked.json"))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def asked(folder: Path) -> str:
    return (folder / "asked.json").read_text()


def test_words_go_in_on_standard_input_and_come_out_as_sound(tmp_path: Path) -> None:
    speaker = FakeLoudspeaker(rate=22_050)
    voice = EspeakVoice(SETTINGS, player(speaker), lambda: "en", program(tmp_path))
    voice.say("-f /etc/passwd; $(reboot) 'quoted'")
    assert asked(tmp_path) == (
        '[["--stdin", "--stdout", "-v", "en", "-s", "200"], "-f /etc/passwd; $(reboot) \'quoted\'"]'
    )
    assert speaker.sound() == pytest.approx(0.5)
    assert len(speaker.sound()) == 2_205  # without the silence at the end


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x07", "[[]]"])
def test_nothing_to_say_starts_nothing(tmp_path: Path, text: str) -> None:
    speaker = FakeLoudspeaker()
    EspeakVoice(SETTINGS, player(speaker), lambda: "en", program(tmp_path)).say(text)
    assert not (tmp_path / "asked.json").exists()
    assert speaker.opened == []


@pytest.mark.parametrize(
    ("script", "says"), [(FAILING, "espeak-ng can't speak"), (MUMBLING, "espeak-ng can't speak")]
)
def test_a_broken_espeak_is_an_error_of_ours(tmp_path: Path, script: str, says: str) -> None:
    voice = EspeakVoice(
        SETTINGS, player(FakeLoudspeaker()), lambda: "en", program(tmp_path, script)
    )
    with pytest.raises(AudioError, match=says):
        voice.say("hello")


def test_a_missing_espeak_says_what_to_install(tmp_path: Path) -> None:
    voice = EspeakVoice(SETTINGS, player(FakeLoudspeaker()), lambda: "en", str(tmp_path / "gone"))
    with pytest.raises(AudioError, match="apt install espeak-ng"):
        voice.say("hello")


@given(st.text())
def test_what_is_spoken_is_one_plain_line(text: str) -> None:
    line = speakable(text)
    assert len(line) <= LONGEST
    assert not set(line) & set("[]\n\r\t\x00")
    assert line == " ".join(line.split())
    line.encode()  # no half of a surrogate pair is left


def test_plain_words_are_spoken_as_they_are() -> None:
    assert speakable("Café at 7:30,  for 5 € — “yes”?") == "Café at 7:30, for 5 € — “yes”?"


def test_only_silence_at_the_end_is_trimmed() -> None:
    sound = np.array([0, 0.5, 0, 0.5, 0, 0], np.float32)
    assert trimmed(sound).tolist() == [0, 0.5, 0, 0.5]
    assert len(trimmed(np.zeros(9, np.float32))) == 0


@pytest.mark.parametrize(("tones", "opened"), [(True, 1), (False, 0)])
def test_tones_play_where_they_are_wanted(tones: bool, opened: int) -> None:
    speaker = FakeLoudspeaker()
    EspeakVoice(SpeakingSettings(tones=tones), player(speaker)).tone("done")
    assert len(speaker.opened) == opened


def test_an_alarm_rings_where_tones_are_not_wanted() -> None:
    speaker = FakeLoudspeaker()
    EspeakVoice(SpeakingSettings(tones=False), player(speaker)).tone("ringing")
    assert len(speaker.opened) == 1


def test_a_tone_voice_plays_tones_and_says_nothing() -> None:
    speaker = FakeLoudspeaker()
    voice = ToneVoice(player(speaker))
    voice.say("hello")
    assert speaker.opened == []
    voice.tone("listening")
    assert len(speaker.sound()) / 48_000 == pytest.approx(0.12, abs=0.01)


def test_a_silent_voice_needs_nothing() -> None:
    SilentVoice().say("hello")
    SilentVoice().tone("listening")


PRESENT, ABSENT = FakeLoudspeaker(), FakeLoudspeaker(missing=ValueError("none"))


@pytest.mark.parametrize(
    ("settings", "installed", "speaker", "kind"),
    [
        (SpeakingSettings(), True, PRESENT, EspeakVoice),
        (SpeakingSettings(), False, PRESENT, ToneVoice),
        (SpeakingSettings(), True, ABSENT, SilentVoice),
        (SpeakingSettings(tones=False), False, PRESENT, SilentVoice),
        (SpeakingSettings(voice="none"), True, PRESENT, ToneVoice),
        (SpeakingSettings(voice="none", tones=False), True, PRESENT, SilentVoice),
        (SpeakingSettings(voice="espeak-ng"), True, ABSENT, EspeakVoice),
    ],
)
def test_the_voice_is_what_settings_and_machine_allow(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    settings: SpeakingSettings,
    installed: bool,
    speaker: FakeLoudspeaker,
    kind: type,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if installed:
        program(tmp_path)
    assert type(make_voice(settings, AudioSettings(), player=player(speaker))) is kind


def test_espeak_asked_for_by_name_must_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AudioError, match="apt install espeak-ng"):
        make_voice(SpeakingSettings(voice="espeak-ng"), AudioSettings())
