"""Moments between which time can be measured, whatever happens to the clock of the machine."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

UPTIME = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Goes on while the machine is suspended, where the system has such a clock (Linux)."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, by the clock that people set and by the one that nobody can set."""

    wall_s: float
    """Seconds since the epoch."""
    uptime_s: float
    """Seconds since the machine was started, time in suspend included."""
    boot: str
    """Which start of the machine that was; empty where that can't be known."""

    def since(self, earlier: Instant) -> float:
        """Seconds from then to now; only across a restart does the clock of the wall count."""
        if self.boot and self.boot == earlier.boot:
            return self.uptime_s - earlier.uptime_s
        return self.wall_s - earlier.wall_s

    def later(self, length_s: float) -> Instant:
        """So many seconds from here."""
        return Instant(self.wall_s + length_s, self.uptime_s + length_s, self.boot)


def instant() -> Instant:
    """Now."""
    return Instant(time.time(), time.clock_gettime(UPTIME), _boot())


@cache
def _boot() -> str:
    try:
        return BOOT_ID.read_text().strip()
    except OSError:
        return ""
