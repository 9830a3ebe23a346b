"""Any program as a voice: words go in on standard input, a WAV comes out, or it plays itself."""

from __future__ import annotations

import shlex
import shutil

from assistant.errors import AudioError
from assistant.speaking.player import Sound
from assistant.speaking.synthesis import PATIENCE_S, Program, read_wav


class CommandSynthesiser:
    """Runs a command line for each sentence."""

    def __init__(self, line: str, rate_wpm: int, patience_s: float = PATIENCE_S) -> None:
        """`{language}` and `{rate}` (words a minute) in `line` are filled in.

        Raises AudioError for a line that can't be read, or a program that isn't there.
        """
        try:
            self._words = shlex.split(line)
        except ValueError as error:
            raise AudioError(
                f"The command {line!r} of the voice can't be read: {error}."
            ) from error
        if not shutil.which(self._words[0]):
            raise AudioError(
                f"There is no program {self._words[0]} for the voice; install it, or change "
                "speaking.voice and speaking.voices."
            )
        self._rate = str(rate_wpm)
        self._program = Program(patience_s)

    def sound(self, words: str, language: str) -> Sound | None:
        """What the program writes; None where it writes nothing, since it has played it.

        Raises AudioError.
        """
        command = [
            word.replace("{language}", language).replace("{rate}", self._rate)
            for word in self._words
        ]
        wav = self._program.output(command, words)
        return read_wav(wav, command[0]) if wav else None

    def stop(self) -> None:
        """End the program, and its sound with it."""
        self._program.stop()
