"""A voice that makes no sound: replies are read on the screen."""

from __future__ import annotations


class SilentVoice:
    """Neither words nor tones."""

    speaking = False

    def say(self, text: str) -> None:
        """Nothing: the events carry the text to the screen."""

    def tone(self, name: str) -> None:
        """Nothing."""

    def wait(self) -> None:
        """At once."""

    def stop(self) -> None:
        """It is silent already."""
