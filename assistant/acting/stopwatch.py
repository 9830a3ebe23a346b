"""The stopwatch, kept so that it runs on through a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from assistant.acting.database import Database
from assistant.acting.instant import Instant, instant

SCHEMA = """
CREATE TABLE IF NOT EXISTS stopwatch (
    shown_s REAL NOT NULL,   -- when it was last started or stopped
    wall_s REAL NOT NULL,    -- the instant of that
    uptime_s REAL NOT NULL,
    boot TEXT NOT NULL,
    running INTEGER NOT NULL
)
"""


class LocalStopwatch:
    """A `Stopwatch` over one file."""

    def __init__(self, file: Path, read: Callable[[], Instant] = instant) -> None:
        self._database, self._read = Database(file, SCHEMA), read

    def start(self) -> bool:
        shown_s, running = self._state()
        if not running:
            self._write(shown_s or 0.0, running=True)
        return not running

    def stop(self) -> bool:
        shown_s, running = self._state()
        if running:
            self._write(shown_s or 0.0, running=False)
        return running

    def reset(self) -> None:
        with self._database.changing() as database:
            database.execute("DELETE FROM stopwatch")

    def elapsed(self) -> timedelta | None:
        shown_s, _ = self._state()
        return None if shown_s is None else timedelta(seconds=shown_s)

    def _state(self) -> tuple[float | None, bool]:
        """What it shows, in seconds, and whether it runs."""
        rows = self._database.rows("SELECT * FROM stopwatch")
        if not rows:
            return None, False
        shown_s, *since, running = rows[0]
        return shown_s + (self._read().since(Instant(*since)) if running else 0.0), bool(running)

    def _write(self, shown_s: float, *, running: bool) -> None:
        now = self._read()
        with self._database.changing() as database:
            database.execute("DELETE FROM stopwatch")
            values = [shown_s, now.wall_s, now.uptime_s, now.boot, running]
            database.execute("INSERT INTO stopwatch VALUES (?, ?, ?, ?, ?)", values)
