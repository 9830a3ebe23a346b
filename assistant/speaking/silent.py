"""Voices that speak no word: their replies are read on the screen."""

from __future__ import annotations

from assistant.speaking.player import Player
from assistant.speaking.tones import RATE_HZ, tone


class SilentVoice:
    """Makes no sound at all."""

    def say(self, text: str) -> None:
        """Nothing: the events carry the text to the screen."""

    def tone(self, name: str) -> None:
        """Nothing."""


class ToneVoice:
    """Plays tones, and leaves words to the screen."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def say(self, text: str) -> None:
        """Nothing: the events carry the text to the screen."""

    def tone(self, name: str) -> None:
        """Play a tone. Raises AudioError."""
        self._player.play(tone(name), RATE_HZ)
