"""The calls that were made and that came, kept like a telephone keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from assistant.acting.database import Database
from assistant.acting.telephone import Call

KEPT = 200
"""Older calls than the last so many are forgotten."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL,
    at TEXT NOT NULL,       -- local time
    name TEXT NOT NULL,
    incoming INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS stayed_here (id INTEGER PRIMARY KEY) -- calls that never went out
"""


class CallLog:
    """Calls in one file, which several processes may share. All raise StateError."""

    def __init__(self, file: Path) -> None:
        self._database = Database(file, SCHEMA)

    def add(self, call: Call) -> int:
        """Write it down, and give its number in the log."""
        with self._database.changing() as database:
            values = [call.number, call.at.isoformat(), call.name, call.incoming]
            made = database.execute(
                "INSERT INTO calls (number, at, name, incoming) VALUES (?, ?, ?, ?)", values
            )
            for table in ("calls", "stayed_here"):
                database.execute(
                    f"DELETE FROM {table} WHERE id <= (SELECT max(id) FROM calls) - ?", [KEPT]
                )
        assert made.lastrowid is not None
        return made.lastrowid

    def stayed_here(self, entry: int) -> None:
        """Note that a call, by its number in the log, never went out."""
        with self._database.changing() as database:
            database.execute("INSERT INTO stayed_here VALUES (?)", [entry])

    def calls(self) -> Sequence[Call]:
        """The newest first."""
        rows = self._database.rows(
            "SELECT number, at, name, incoming, id NOT IN (SELECT id FROM stayed_here) "
            "FROM calls ORDER BY id DESC"
        )
        return [
            Call(number, datetime.fromisoformat(at), name, bool(incoming), bool(went_out))
            for number, at, name, incoming, went_out in rows
        ]
