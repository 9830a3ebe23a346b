"""Which voice a machine gets, and what it says about one that isn't there."""

from __future__ import annotations

import pytest

from assistant.errors import AudioError
from assistant.settings import AudioSettings, SpeakingSettings
from assistant.speaking import Mouth, Player, SilentVoice, make_voice, synthesiser
from assistant.speaking.command import CommandSynthesiser
from assistant.speaking.espeak import EspeakSynthesiser
from tests.speaking.fake_loudspeaker import FakeLoudspeaker
from tests.speaking.programs import ESPEAK, Folder

PRESENT, ABSENT = FakeLoudspeaker(), FakeLoudspeaker(missing=ValueError("none"))


@pytest.fixture
def path(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The only place where programs are."""
    monkeypatch.setenv("PATH", str(folder.path))
    return folder


@pytest.mark.parametrize(
    ("settings", "installed", "speaker", "kind"),
    [
        (SpeakingSettings(), True, PRESENT, Mouth),
        (SpeakingSettings(), False, PRESENT, Mouth),
        (SpeakingSettings(), True, ABSENT, SilentVoice),
        (SpeakingSettings(tones=False), False, PRESENT, SilentVoice),
        (SpeakingSettings(voice="none"), True, PRESENT, Mouth),
        (SpeakingSettings(voice="none", tones=False), True, PRESENT, SilentVoice),
        (SpeakingSettings(voice="espeak-ng"), True, ABSENT, Mouth),
    ],
)
def test_the_voice_is_what_settings_and_machine_allow(
    path: Folder,
    settings: SpeakingSettings,
    installed: bool,
    speaker: FakeLoudspeaker,
    kind: type,
) -> None:
    if installed:
        path.program("espeak-ng", ESPEAK)
    player = Player(AudioSettings(), speaker)
    assert type(make_voice(settings, AudioSettings(), player=player)) is kind


def test_each_language_has_the_voice_that_is_named_for_it(path: Folder) -> None:
    path.program("espeak-ng", ESPEAK)
    path.program("sayer", ESPEAK)
    made = SpeakingSettings(voice="auto", voices=("de = command sayer -l {language}", "fr=none"))
    kinds = {code: type(synthesiser(voice, 165)) for code, voice in made.voice_of.items()}
    assert kinds == {"": EspeakSynthesiser, "de": CommandSynthesiser, "fr": type(None)}


def test_without_espeak_nobody_speaks_unless_asked_by_name(path: Folder) -> None:
    assert not list(path.path.iterdir())
    assert synthesiser("auto", 165) is None
    with pytest.raises(AudioError, match="apt install espeak-ng"):
        make_voice(SpeakingSettings(voice="espeak-ng"), AudioSettings())


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("command nowhere --fast", "There is no program nowhere for the voice"),
        ("command 'unclosed", "can't be read"),
    ],
)
def test_a_command_that_cannot_work_is_an_error_at_the_start(
    path: Folder, voice: str, says: str
) -> None:
    assert path
    with pytest.raises(AudioError, match=says):
        make_voice(SpeakingSettings(voice=voice), AudioSettings())


def test_a_silent_voice_needs_nothing() -> None:
    voice = SilentVoice()
    voice.say("hello")
    voice.tone("listening")
    voice.wait()
    voice.stop()
    assert not voice.speaking
