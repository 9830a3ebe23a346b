"""A voice by espeak-ng, which runs as a program of its own."""

from __future__ import annotations

from assistant.errors import AudioError
from assistant.speaking.player import Sound
from assistant.speaking.synthesis import Program, read_wav

PROGRAM = "espeak-ng"


class EspeakSynthesiser:
    """Speaks every language; `name` is a voice as `espeak-ng --voices` lists them, or empty."""

    def __init__(self, rate_wpm: int, name: str = "", program: str = PROGRAM) -> None:
        self._rate = ("-s", str(rate_wpm))
        self._name, self._path = name, program
        self._program = Program()

    def sound(self, words: str, language: str) -> Sound:
        """The words as sound. Raises AudioError."""
        voice = ("-v", self._name or language)
        wav = self._program.output([self._path, "--stdin", "--stdout", *voice, *self._rate], words)
        return read_wav(wav, PROGRAM)

    def stop(self) -> None:
        """Give up what it is at."""
        self._program.stop()


def not_installed() -> AudioError:
    """The error for a machine without espeak-ng."""
    return AudioError(
        "espeak-ng isn't installed; install it with `sudo apt install espeak-ng`, "
        'or set speaking.voice to "none".'
    )
