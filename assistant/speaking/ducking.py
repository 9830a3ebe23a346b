"""Lowers what other programs play while the assistant speaks, with PulseAudio's pactl; PipeWire has
it too.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass

log = logging.getLogger(__name__)

PROGRAM = "pactl"
PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class _Stream:
    """What one program plays."""

    index: int
    volumes: tuple[int, ...]
    """Of each channel, as PulseAudio counts."""
    process: str


class Ducker:
    """Lowers other programs' sound, and gives it back. A sound server that can't is left alone."""

    def __init__(self, share: float, program: str = PROGRAM) -> None:
        """They keep this `share`, 0 to 1, of their volume; with 1 nothing is done."""
        self._share, self._program = share, program
        self._lock = threading.Lock()
        self._lowered: dict[int, tuple[_Stream, tuple[int, ...]]] = {}
        """What was lowered, as it was, and to which volumes."""
        self._later: threading.Timer | None = None

    def lower(self) -> None:
        """Make room, until `restore`."""
        if self._share == 1:
            return
        with self._lock:
            self._forget_timer()
            own = str(os.getpid())
            for stream in self._streams():
                if stream.process != own and stream.index not in self._lowered:
                    volumes = tuple(round(self._share * volume) for volume in stream.volumes)
                    self._lowered[stream.index] = stream, volumes
                    self._set(stream.index, volumes)

    def restore(self, after_s: float = 0.0) -> None:
        """Give back what was lowered, now or in so many seconds."""
        with self._lock:
            self._forget_timer()
            if after_s and self._lowered:
                self._later = threading.Timer(after_s, self.restore)
                self._later.daemon = True
                self._later.start()
                return
            lowered, self._lowered = self._lowered, {}
            now = {stream.index: stream.volumes for stream in self._streams()} if lowered else {}
            for index, (stream, volumes) in lowered.items():
                if now.get(index) == volumes:  # else somebody has turned it since, or it is over
                    self._set(index, stream.volumes)

    def _forget_timer(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None

    def _streams(self) -> list[_Stream]:
        try:
            found = json.loads(self._run("-f", "json", "list", "sink-inputs") or "[]")
            return [_stream(each) for each in found]
        except (ValueError, KeyError, TypeError) as error:
            log.warning("%s lists nothing that can be read: %s", self._program, error)
            return []

    def _set(self, index: int, volumes: Sequence[int]) -> None:
        self._run("set-sink-input-volume", str(index), *map(str, volumes))

    def _run(self, *arguments: str) -> str:
        """What it writes; empty where it isn't there or refuses."""
        try:
            done = subprocess.run(
                [self._program, *arguments],
                capture_output=True,
                timeout=PATIENCE_S,
                check=True,
                text=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("Other sound can't be lowered: %s", error)
            return ""
        return done.stdout


def _stream(described: dict[str, object]) -> _Stream:
    """Raises KeyError or TypeError for another description than pactl's."""
    volume, properties = described["volume"], described["properties"]
    if not isinstance(volume, dict) or not isinstance(properties, dict):
        raise TypeError("no volume or properties")
    values = tuple(int(channel["value"]) for channel in volume.values())
    process = str(properties.get("application.process.id", ""))
    return _Stream(int(str(described["index"])), values, process)
