"""A voice by Piper, a neural synthesiser, given the file of a voice.

Piper is loaded in a process of its own that stays, see `piper_worker`.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.errors import AudioError
from assistant.records import Floats
from assistant.speaking.player import Sound
from assistant.speaking.synthesis import PATIENCE_S, trimmed

WORKER = (sys.executable, "-m", "assistant.speaking.piper_worker")

USUAL_WPM = 165
"""How fast Piper's voices speak when left alone, roughly."""

FULL_SCALE = np.float32(32_768)


class PiperSynthesiser:
    """Speaks with one voice, of one language."""

    def __init__(
        self,
        file: Path,
        rate_wpm: int,
        worker: Sequence[str] = WORKER,
        patience_s: float = PATIENCE_S,
    ) -> None:
        """Begins to load the voice, which takes a second, and returns at once.

        Raises AudioError where the voice or Piper isn't there.
        """
        _check(file)
        self._name = file.name
        self._command = [*worker, str(file), str(USUAL_WPM / rate_wpm)]
        self._patience_s = patience_s
        self._process = self._started()

    def sound(self, words: str, language: str) -> Sound:
        """The words as sound, whatever their language. Raises AudioError."""
        del language
        if self._process.poll() is not None:
            self._process = self._started()
        watchdog = threading.Timer(self._patience_s, self._process.kill)
        watchdog.start()
        try:
            return self._asked(words)
        except (OSError, ValueError, KeyError, TypeError) as error:
            self._process.kill()
            self._process.wait()
            raise AudioError(
                f"Piper with the voice {self._name} ended, hangs or is no voice; it is started "
                "anew with the next reply."
            ) from error
        finally:
            watchdog.cancel()

    def stop(self) -> None:
        """Nothing: it is soon done with a sentence, and loading it anew would take longer."""

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us
        )

    def _asked(self, words: str) -> Sound:
        """Raises OSError, ValueError, KeyError or TypeError for what is no answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(words.encode() + b"\n")
        self._process.stdin.flush()
        header = json.loads(self._process.stdout.readline())
        if "error" in header:
            raise AudioError(f"Piper can't speak with the voice {self._name} ({header['error']}).")
        pcm = self._process.stdout.read(header["bytes"])
        if len(pcm) != header["bytes"]:
            raise ValueError
        return Sound(trimmed(_floats(pcm)), int(header["rate"]))


def _check(file: Path) -> None:
    if importlib.util.find_spec("piper") is None:
        raise AudioError(
            "Piper isn't installed; install it with `pip install piper-tts` into the environment "
            "of the assistant, or choose another speaking.voice."
        )
    for needed in (file, Path(f"{file}.json")):
        if not needed.is_file():
            raise AudioError(
                f"There is no file {needed}; a voice of Piper is an .onnx with its .onnx.json."
            )


def _floats(pcm: bytes) -> Floats:
    return np.frombuffer(pcm, "<i2").astype(np.float32) / FULL_SCALE
