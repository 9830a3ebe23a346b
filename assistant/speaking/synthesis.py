"""What turns words into sound, and what all of its kinds need."""

from __future__ import annotations

import io
import os
import signal
import subprocess
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import soundfile

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.speaking.player import Sound

PATIENCE_S = 20.0
"""A sentence takes a tenth of a second to a few; after so long a program hangs."""

SLOWEST_CHARS_PER_S = 5.0
"""A program that plays by itself takes as long as the speech does."""

SILENT = 0.001
"""Of full scale; what is fainter is silence."""


class Synthesiser(Protocol):
    """A voice, of one language or of many."""

    def sound(self, words: str, language: str) -> Sound | None:
        """A plain sentence as sound; None where the voice has played it itself.

        Raises AudioError.
        """
        ...

    def stop(self) -> None:
        """Give up what `sound` is at in another thread, which may raise then."""
        ...


class Program:
    """Runs one program after another, each with words on its standard input.

    Never through a shell. Each has a process group of its own, so that nothing is left of one that
    is given up.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._process: subprocess.Popen[bytes] | None = None

    def output(self, command: Sequence[str], words: str) -> bytes:
        """What it writes to standard output. Raises AudioError when it can't, won't or hangs."""
        try:
            self._process = process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            raise AudioError(f"{command[0]} can't be started ({error.strerror}).") from error
        try:
            patience_s = self._patience_s + len(words) / SLOWEST_CHARS_PER_S
            out, complaints = process.communicate(words.encode(), patience_s)
        except subprocess.TimeoutExpired as error:
            raise AudioError(f"{command[0]} hangs; it was stopped.") from error
        finally:
            self.stop()
            self._process = None
        if process.returncode:
            said = complaints.decode(errors="replace").strip().splitlines()
            why = said[-1] if said else f"exit code {process.returncode}"
            raise AudioError(f"{command[0]} can't speak ({why}).")
        return out

    def stop(self) -> None:
        """End the program that runs, if any, and all that it started."""
        process = self._process
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def read_wav(wav: bytes, program: str) -> Sound:
    """Sound in a format that libsndfile knows. Raises AudioError, blaming the program."""
    try:
        samples, rate = soundfile.read(io.BytesIO(wav), dtype="float32", always_2d=True)
    except soundfile.SoundFileError as error:
        raise AudioError(f"What {program} writes to standard output is no sound.") from error
    return Sound(trimmed(np.nan_to_num(samples.mean(axis=1))), int(rate))


def trimmed(samples: Floats) -> Floats:
    """Without the silence at the end, a third of a second in which nobody could be heard."""
    audible = np.flatnonzero(np.abs(samples) > SILENT)
    return samples[: audible[-1] + 1] if len(audible) else samples[:0]
