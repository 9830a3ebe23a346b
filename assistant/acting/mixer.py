"""The volume of this machine's loudspeaker, by whichever program for it is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.errors import ServiceError

ANSWERS_WITHIN_S = 3.0
LOUDEST = 100.0
"""Percent; some programs would go further, and distort."""


@dataclass(frozen=True, slots=True)
class Program:
    """How one of them is asked. "{percent}" and "{muted}" (1 or 0) stand for values."""

    name: str
    ask: tuple[str, ...]
    level: str
    """A regular expression for the level in its answer."""
    scale: float
    """What the level is multiplied by to give percent."""
    set: tuple[str, ...]
    mute: tuple[str, ...]


PROGRAMS = (
    Program(
        "wpctl",
        ("get-volume", "@DEFAULT_AUDIO_SINK@"),
        r"Volume:\s*([\d.]+)",
        100.0,
        ("set-volume", "@DEFAULT_AUDIO_SINK@", "{percent}%"),
        ("set-mute", "@DEFAULT_AUDIO_SINK@", "{muted}"),
    ),
    Program(
        "pactl",
        ("get-sink-volume", "@DEFAULT_SINK@"),
        r"/\s*(\d+)%",
        1.0,
        ("set-sink-volume", "@DEFAULT_SINK@", "{percent}%"),
        ("set-sink-mute", "@DEFAULT_SINK@", "{muted}"),
    ),
    Program(
        "amixer",
        ("sget", "Master"),
        r"\[(\d+)%\]",
        1.0,
        ("sset", "Master", "{percent}%"),
        ("sset", "Master", "{muted}"),
    ),
)
"""The best one first."""

_SWITCH = {"amixer": {"1": "mute", "0": "unmute"}}
"""What stands for 1 and 0 where that is something else."""


class Mixer:
    """`Volume` by a program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def level(self) -> float:
        answer = self._run(self._program.ask)
        found = re.search(self._program.level, answer)
        if found is None:
            raise ServiceError(f"{self._program.name} doesn't tell the volume; look at it.")
        return float(found[1]) * self._program.scale

    def set(self, percent: float) -> None:
        level = round(max(0.0, min(LOUDEST, percent)))
        self._run(part.format(percent=level) for part in self._program.set)

    def mute(self, muted: bool) -> None:
        switch = "1" if muted else "0"
        switch = _SWITCH.get(self._program.name, {}).get(switch, switch)
        self._run(part.format(muted=switch) for part in self._program.mute)

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
            raise ServiceError(
                f"{self._program.name} can't change the volume; is there a loudspeaker?"
            ) from error
        return done.stdout


def find_mixer() -> Mixer | None:
    """By the first program that is there; None where none is."""
    found = (program for program in PROGRAMS if shutil.which(program.name))
    program = next(found, None)
    return Mixer(program) if program else None
