"""A voice by espeak-ng, which runs as a program of its own and never through a shell."""

from __future__ import annotations

import io
import subprocess
import unicodedata
from collections.abc import Callable

import numpy as np
import soundfile

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.settings import SpeakingSettings
from assistant.speaking.player import Player
from assistant.speaking.tones import RATE_HZ, tone

PROGRAM = "espeak-ng"

LONGEST = 2_000
"""Characters that are spoken at once, about two minutes; the rest is only printed."""

PATIENCE_S = 20.0
"""It takes a tenth of a second for a sentence; after so long it hangs."""

SILENT = 0.001
"""Of full scale; what is fainter is silence."""


class EspeakVoice:
    """Speaks by espeak-ng, and plays tones."""

    def __init__(
        self,
        settings: SpeakingSettings,
        player: Player,
        language: Callable[[], str] = lambda: "en",
        program: str = PROGRAM,
    ) -> None:
        """`language` gives the voice for what is said now, as espeak-ng names it."""
        self._settings = settings
        self._player = player
        self._program, self._language = program, language
        self._rate = ("-s", str(settings.rate_wpm))

    def say(self, text: str) -> None:
        """Speak, and return when it is said. Raises AudioError when that fails."""
        words = speakable(text)
        if words:
            self._player.play(*self._spoken(words))

    def tone(self, name: str) -> None:
        """Play a tone, where tones are wanted; an alarm rings anyhow. Raises AudioError."""
        if self._settings.tones or name == "ringing":
            self._player.play(tone(name), RATE_HZ)

    def _spoken(self, words: str) -> tuple[Floats, int]:
        """Samples, shape (samples,), and their rate."""
        try:
            done = subprocess.run(
                [self._program, "--stdin", "--stdout", "-v", self._language(), *self._rate],
                input=words.encode(),
                capture_output=True,
                timeout=PATIENCE_S,
                check=True,
            )
            samples, rate = soundfile.read(io.BytesIO(done.stdout), dtype="float32")
        except FileNotFoundError as error:
            raise not_installed() from error
        except (subprocess.SubprocessError, OSError, soundfile.SoundFileError) as error:
            raise AudioError(
                f"espeak-ng can't speak ({error}); try it in a terminal: espeak-ng hello."
            ) from error
        return trimmed(samples), int(rate)


def not_installed() -> AudioError:
    """The error for a machine without espeak-ng."""
    return AudioError(
        "espeak-ng isn't installed; install it with `sudo apt install espeak-ng`, "
        'or set speaking.voice to "none".'
    )


def trimmed(samples: Floats) -> Floats:
    """Without the silence at the end, a third of a second in which nobody could be heard."""
    audible = np.flatnonzero(np.abs(samples) > SILENT)
    return samples[: audible[-1] + 1] if len(audible) else samples[:0]


def speakable(text: str) -> str:
    """One line of plain words: no control characters, none of espeak-ng's [[phonemes]]."""
    plain = "".join(" " if _is_control(letter) else letter for letter in text[:LONGEST])
    return " ".join(plain.split())


def _is_control(letter: str) -> bool:
    return letter in "[]" or unicodedata.category(letter).startswith("C")
