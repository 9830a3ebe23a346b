"""The volume of this machine's loudspeaker, by whichever program for it is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.errors import ServiceError
from assistant.phrasebook import told

ANSWERS_WITHIN_S = 3.0
LOUDEST = 100.0
"""Percent; some programs would go further, and distort."""


@dataclass(frozen=True, slots=True)
class Program:
    """How one of them is asked. "{percent}" stands for a level."""

    name: str
    ask: tuple[str, ...]
    level: str
    """A regular expression for the level in its answer."""
    scale: float
    """What the level is multiplied by to give percent."""
    set: tuple[str, ...]
    mute: tuple[str, ...]
    unmute: tuple[str, ...]


PROGRAMS = (
    Program(
        "wpctl",
        ("get-volume", "@DEFAULT_AUDIO_SINK@"),
        r"Volume:\s*([\d.]+)",
        100.0,
        ("set-volume", "@DEFAULT_AUDIO_SINK@", "{percent}%"),
        ("set-mute", "@DEFAULT_AUDIO_SINK@", "1"),
        ("set-mute", "@DEFAULT_AUDIO_SINK@", "0"),
    ),
    Program(
        "pactl",
        ("get-sink-volume", "@DEFAULT_SINK@"),
        r"/\s*(\d+)%",
        1.0,
        ("set-sink-volume", "@DEFAULT_SINK@", "{percent}%"),
        ("set-sink-mute", "@DEFAULT_SINK@", "1"),
        ("set-sink-mute", "@DEFAULT_SINK@", "0"),
    ),
    Program(
        "amixer",
        ("sget", "Master"),
        r"\[(\d+)%\]",
        1.0,
        ("sset", "Master", "{percent}%"),
        ("sset", "Master", "mute"),
        ("sset", "Master", "unmute"),
    ),
)
"""The best one first."""


class Mixer:
    """`Volume` by a program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def level(self) -> float:
        answer = self._run(self._program.ask)
        found = re.search(self._program.level, answer)
        if found is None:
            silent = "{mixer} doesn't tell the volume; look at it."
            raise ServiceError(told(silent, mixer=self._program.name))
        return float(found[1]) * self._program.scale

    def set(self, percent: float) -> None:
        level = round(max(0.0, min(LOUDEST, percent)))
        self._run(part.format(percent=level) for part in self._program.set)

    def mute(self, muted: bool) -> None:
        self._run(self._program.mute if muted else self._program.unmute)

    def _run(self, arguments: Iterable[str]) -> str:
        command = [self._program.name, *arguments]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                check=True,
                timeout=ANSWERS_WITHIN_S,
                env={**os.environ, "LC_ALL": "C"},
            )
        except (OSError, subprocess.SubprocessError) as error:
            unchanged = "{mixer} can't change the volume; is there a loudspeaker?"
            raise ServiceError(told(unchanged, mixer=self._program.name)) from error
        return done.stdout


def find_mixer() -> Mixer | None:
    """By the first program that is there; None where none is."""
    found = (program for program in PROGRAMS if shutil.which(program.name))
    program = next(found, None)
    return Mixer(program) if program else None
