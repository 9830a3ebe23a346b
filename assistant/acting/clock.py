"""The clock: timers, alarms and reminders, kept in a JSON file so that they survive a restart."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.acting.services import Timer, TimerKind
from assistant.acting.storage import Version, file_version, locked, read_json, set_aside, write_json
from assistant.errors import StateError
from assistant.understanding.values.speak import spoken

log = logging.getLogger(__name__)

RING_EVERY_S = 10.0
RING_FOR_S = 60.0
"""A timer or alarm is announced again and again until it is stopped or this is over."""

MISSED_AFTER_S = 60.0
"""Announced so late, something is said to have been missed: the program didn't run."""


@dataclass(slots=True)
class Ringing:
    """A timer that went off and wasn't stopped yet; times are seconds since the epoch."""

    timer: Timer
    again_s: float
    until_s: float


class LocalClock:
    """A `Clock` over one file; several processes may share it. Also the `Announcements`."""

    def __init__(self, file: Path, wall: Callable[[], float] = time.time) -> None:
        self._file, self._wall = file, wall
        self._ringing: list[Ringing] = []
        self._notes: list[str] = []
        self._timers: list[Timer] = []
        self._version: Version | None = None
        self._lock = threading.RLock()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._wall())

    def after(self, length: timedelta, message: str, name: str = "") -> Timer:
        # By the epoch, so that the hour of a change to summer time doesn't count.
        due = datetime.fromtimestamp(self._wall() + length.total_seconds())
        return self._add(Timer(0, due, message, name, length, "timer"))

    def at(self, when: datetime, message: str, kind: TimerKind = "reminder") -> Timer:
        return self._add(Timer(0, local(when), message, kind=kind))

    def timers(self) -> Sequence[Timer]:
        with self._lock:
            self._refresh()
            return tuple(self._timers)

    def cancel(self, timer: Timer) -> bool:
        with self._lock, locked(self._file):
            self._refresh()
            kept = [other for other in self._timers if other.id != timer.id]
            found = len(kept) < len(self._timers)
            if found:
                self._write(kept)
        return found

    def silence(self) -> Sequence[Timer]:
        with self._lock:
            stopped = tuple(ring.timer for ring in self._ringing)
            self._ringing.clear()
        return stopped

    def due(self) -> Sequence[str]:
        """What is to be said now: what ran out, what still rings, what was missed. Never raises."""
        with self._lock:
            self._refresh_or_tell()
            now_s = self._wall()
            said = [*self._notes, *self._ring_again(now_s)]
            self._notes.clear()
            if any(timer.due.timestamp() <= now_s for timer in self._timers):
                said += self._take_due(now_s)
        return said

    def _ring_again(self, now_s: float) -> list[str]:
        self._ringing = [ring for ring in self._ringing if now_s < ring.until_s]
        again = [ring for ring in self._ringing if ring.again_s <= now_s]
        for ring in again:
            ring.again_s = now_s + RING_EVERY_S
        return [ring.timer.message for ring in again]

    def _take_due(self, now_s: float) -> list[str]:
        due = [timer for timer in self._timers if timer.due.timestamp() <= now_s]
        try:
            with locked(self._file):
                self._refresh()
                due = [timer for timer in self._timers if timer.due.timestamp() <= now_s]
                self._write([timer for timer in self._timers if timer not in due])
        except StateError as error:
            # Better announced again after a restart than not at all.
            log.warning("%s", error)
            self._timers = [timer for timer in self._timers if timer not in due]
        for timer in due:
            if timer.kind != "reminder" and now_s - timer.due.timestamp() < RING_FOR_S:
                ring = Ringing(timer, now_s + RING_EVERY_S, now_s + RING_FOR_S)
                self._ringing.append(ring)
        return [_announcement(timer, now_s) for timer in due]

    def _add(self, timer: Timer) -> Timer:
        with self._lock, locked(self._file):
            self._refresh()
            number = 1 + max((other.id for other in self._timers), default=0)
            made = Timer(number, timer.due, timer.message, timer.name, timer.length, timer.kind)
            self._write(sorted([*self._timers, made], key=lambda each: each.due))
        return made

    def _refresh(self) -> None:
        """Read the file again if somebody else wrote it."""
        version = file_version(self._file)
        if version == self._version:
            return
        entries, note = read_json(self._file)
        try:
            self._timers = [_from_json(entry) for entry in entries or []]
        except (KeyError, TypeError, ValueError):
            self._timers, note = [], set_aside(self._file)
        if note:
            self._notes.append(note)
        self._version = file_version(self._file)

    def _refresh_or_tell(self) -> None:
        try:
            self._refresh()
        except StateError as error:
            self._version = file_version(self._file)  # told once, and again when it changes
            self._notes.append(str(error))

    def _write(self, timers: list[Timer]) -> None:
        write_json(self._file, [_to_json(timer) for timer in timers])
        self._timers, self._version = timers, file_version(self._file)


def local(when: datetime) -> datetime:
    """The same moment as local time without a zone."""
    return when.astimezone().replace(tzinfo=None) if when.tzinfo else when


def _announcement(timer: Timer, now_s: float) -> str:
    if now_s - timer.due.timestamp() < MISSED_AFTER_S:
        return timer.message
    due = timer.due.replace(second=0, microsecond=0)
    when = spoken(due, now=datetime.fromtimestamp(now_s))
    return f"Missed while I was off, {when}: {timer.message}"


def _to_json(timer: Timer) -> dict[str, object]:
    length_s = timer.length.total_seconds() if timer.length else None
    return {
        "id": timer.id,
        "due_s": timer.due.timestamp(),
        "message": timer.message,
        "name": timer.name,
        "length_s": length_s,
        "kind": timer.kind,
    }


def _from_json(entry: dict[str, Any]) -> Timer:
    length = None if entry["length_s"] is None else timedelta(seconds=entry["length_s"])
    due = datetime.fromtimestamp(entry["due_s"])
    return Timer(entry["id"], due, entry["message"], entry["name"], length, entry["kind"])
