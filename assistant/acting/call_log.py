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
)
"""


class CallLog:
    """Calls in one file, which several processes may share. All raise StateError."""

    def __init__(self, file: Path) -> None:
        self._database = Database(file, SCHEMA)

    def add(self, call: Call) -> None:
        with self._database.changing() as database:
            values = [call.number, call.at.isoformat(), call.name, call.incoming]
            database.execute(
                "INSERT INTO calls (number, at, name, incoming) VALUES (?, ?, ?, ?)", values
            )
            database.execute(
                "DELETE FROM calls WHERE id <= (SELECT max(id) FROM calls) - ?", [KEPT]
            )

    def calls(self) -> Sequence[Call]:
        """The newest first."""
        rows = self._database.rows("SELECT number, at, name, incoming FROM calls ORDER BY id DESC")
        return [
            Call(number, datetime.fromisoformat(at), name, bool(incoming))
            for number, at, name, incoming in rows
        ]
