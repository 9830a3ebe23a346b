"""Reply → sound: voices and tones."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from assistant.ports import Voice
from assistant.settings import AudioSettings, SpeakingSettings
from assistant.speaking.espeak import PROGRAM, EspeakVoice, not_installed
from assistant.speaking.player import Player
from assistant.speaking.silent import SilentVoice, ToneVoice

__all__ = ["EspeakVoice", "Player", "SilentVoice", "ToneVoice", "make_voice"]


def make_voice(
    settings: SpeakingSettings,
    audio: AudioSettings,
    language: Callable[[], str] = lambda: "en",
    player: Player | None = None,
) -> Voice:
    """The voice that the settings ask for; with "auto", the best that this machine has. It speaks
    the `language` of the moment.

    Raises AudioError when espeak-ng is asked for by name and isn't there.
    """
    player = player or Player(audio)
    installed = shutil.which(PROGRAM) is not None
    if settings.voice == "espeak-ng":
        if not installed:
            raise not_installed()
        return EspeakVoice(settings, player, language)
    if not player.available():
        return SilentVoice()
    if settings.voice == "auto" and installed:
        return EspeakVoice(settings, player, language)
    return ToneVoice(player) if settings.tones else SilentVoice()
