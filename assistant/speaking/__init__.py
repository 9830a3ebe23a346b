"""Reply → sound: voices and tones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from assistant.ports import Voice
from assistant.settings import AudioSettings, SpeakingSettings
from assistant.speaking.command import CommandSynthesiser
from assistant.speaking.ducking import Ducker
from assistant.speaking.espeak import PROGRAM, EspeakSynthesiser, not_installed
from assistant.speaking.mouth import Mouth
from assistant.speaking.piper import PiperSynthesiser
from assistant.speaking.player import Player, Sound
from assistant.speaking.silent import SilentVoice
from assistant.speaking.synthesis import Synthesiser

__all__ = ["Mouth", "Player", "SilentVoice", "Sound", "make_voice", "synthesiser"]


def make_voice(
    settings: SpeakingSettings,
    audio: AudioSettings,
    language: Callable[[], str] = lambda: "en",
    player: Player | None = None,
) -> Voice:
    """The voice that the settings ask for; with "auto", the best that this machine has. It speaks
    the `language` of the moment.

    Raises AudioError when something that they name isn't there.
    """
    player = player or Player(audio)
    named = settings.voice_of
    unasked = named[""].partition(" ")[0] in ("auto", "none") and len(named) == 1
    if unasked and not player.available():
        return SilentVoice()
    made = {code: synthesiser(voice, settings.rate_wpm) for code, voice in named.items()}
    if not settings.tones and not any(made.values()):
        return SilentVoice()
    return Mouth(player, made, language, settings.tones, Ducker(settings.others_volume))


def synthesiser(voice: str, rate_wpm: int) -> Synthesiser | None:
    """What speaks for a voice as the settings write it; None where nobody does.

    Raises AudioError when what it needs isn't there.
    """
    kind, _, rest = voice.partition(" ")
    if kind == "command":
        return CommandSynthesiser(rest, rate_wpm)
    if kind == "piper":
        return PiperSynthesiser(Path(rest.strip()).expanduser(), rate_wpm)
    if kind == "none":
        return None
    if shutil.which(PROGRAM):
        return EspeakSynthesiser(rate_wpm, rest.strip())
    if kind == "auto":
        return None
    raise not_installed()
