"""State that must survive anything: one SQLite file that several processes share."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.acting.storage import set_aside
from assistant.errors import StateError, reason
from assistant.phrasebook import told

BROKEN = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class Database:
    """A file that is opened when it is needed. Any thread may ask."""

    def __init__(self, file: Path, schema: str) -> None:
        self._note = ""
        self._file, self._schema = file, schema
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.RLock()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What there is; nothing where there is no file, and none is made. Raises StateError."""
        with self._lock, self._told():
            if self._connection is None and not self._file.exists():
                return []
            return self._opened().execute(query).fetchall()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """For a change that happens as a whole or not at all. Raises StateError."""
        with self._lock, self._told():
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def take_note(self) -> str:
        """What became of a file that couldn't be understood, for the person; told once."""
        note, self._note = self._note, ""
        return note

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            unkept = "Can't keep {file}: {error}. Free some space or mend its folder."
            raise StateError(told(unkept, file=self._file, error=reason(error))) from error

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._open()
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in BROKEN:
                    raise
                self._note = set_aside(self._file)
                self._connection = self._open()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        self._file.touch(mode=0o600)  # its owner's alone; what SQLite puts beside it follows
        # Transactions are begun by hand; the lock keeps threads apart.
        connection = sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)
        try:
            connection.executescript(self._schema)
            connection.execute("PRAGMA quick_check").fetchall()
        except sqlite3.Error:
            connection.close()
            raise
        return connection
