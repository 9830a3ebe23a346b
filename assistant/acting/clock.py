"""The clock: timers, alarms and reminders, kept so that they survive a restart.

A timer lasts its length, whoever sets the clock of the machine meanwhile, and time in suspend
counts. An alarm or a reminder comes when the clock shows its time, in whatever zone the machine is
then. What couldn't be said in time is said once, as missed, and of something that repeats only
the last time.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.acting.database import Database
from assistant.acting.instant import Instant, instant
from assistant.acting.phrases import to_the_minute
from assistant.acting.timekeeping import Timer, TimerKind
from assistant.errors import StateError
from assistant.phrasebook import told
from assistant.records import Announcement, Weekly
from assistant.understanding.values.speak import spoken

log = logging.getLogger(__name__)

RING_EVERY_S = 5.0
"""Between two rings there is silence enough to say "stop"."""

RING_FOR_S = 600.0
"""A timer or alarm rings until it is stopped or this is over."""

MISSED_AFTER_S = 60.0
"""Announced so late, something is said to have been missed: the machine or the program was off."""

CLOCK_DRIFTS_S = 1.0
"""By less than this nobody has set the clock: it is only kept in time."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    name TEXT NOT NULL,
    length_s REAL,
    weekdays TEXT NOT NULL, -- "024" is Monday, Wednesday and Friday; empty for something single
    due TEXT NOT NULL,      -- what a clock shows then
    wall_s REAL NOT NULL,   -- the instant of a timer
    uptime_s REAL NOT NULL,
    boot TEXT NOT NULL,
    rings_s REAL            -- since the epoch: when it began to ring
)
"""
COLUMNS = "kind, message, name, length_s, weekdays, due, wall_s, uptime_s, boot"
SELECT = f"SELECT id, {COLUMNS}, rings_s FROM timers ORDER BY id"
LENGTHEN = """
UPDATE timers SET due = ?, wall_s = wall_s + ?, uptime_s = uptime_s + ?
WHERE id = ? AND kind = 'timer' AND rings_s IS NULL
"""
INSERT = f"INSERT INTO timers ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Kept:
    """A timer as it is remembered."""

    timer: Timer
    ends: Instant
    """When a timer is over; of no meaning for the others."""
    rings_s: float | None = None
    """When it began to ring, in seconds since the epoch."""

    def late_s(self, now: Instant) -> float:
        """Seconds since it was due; negative before."""
        if self.timer.kind == "timer":
            return now.since(self.ends)
        return now.wall_s - self.timer.due.timestamp()

    def is_due(self, now: Instant) -> bool:
        return self.rings_s is None and self.late_s(now) >= 0

    def latest(self, now: Instant) -> Kept:
        """Of something that repeats, the last time that it was due."""
        if self.timer.weekly is None:
            return self
        due = last_of(self.timer.weekly, datetime.fromtimestamp(now.wall_s))
        return replace(self, timer=replace(self.timer, due=due))

    def would_ring(self, now: Instant) -> bool:
        """Whether it is of a kind that rings, and it isn't too late for that."""
        return self.timer.kind != "reminder" and self.late_s(now) < RING_FOR_S

    def rang_enough(self, now: Instant) -> bool:
        """Whether nobody came; also after a change of the clock, rather than ring for ever."""
        return self.rings_s is not None and not 0 <= now.wall_s - self.rings_s < RING_FOR_S

    def shown(self, now: Instant) -> Timer:
        """With the time when it is due by the clock as it is set now."""
        step_s = now.wall_s - self.late_s(now) - self.timer.due.timestamp()
        if abs(step_s) < CLOCK_DRIFTS_S:
            return self.timer
        return replace(self.timer, due=self.timer.due + timedelta(seconds=step_s))


class LocalClock:
    """A `Clock` over one file; several processes may share it. Also the `Announcements`."""

    def __init__(self, file: Path, read: Callable[[], Instant] = instant) -> None:
        self._database, self._read = Database(file, SCHEMA), read
        self._unwritten: set[int] = set()
        """Announced although that couldn't be written: better twice after a restart than never."""
        self._rang_s = float("-inf")
        """When the tone last began, in seconds since the machine was started."""
        self._told = ""

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._read().wall_s)

    def after(self, length: timedelta, message: str, name: str = "") -> Timer:
        due = datetime.fromtimestamp(self._read().wall_s + length.total_seconds())
        return self._add(Timer(0, due, message, name, length, "timer"))

    def at(
        self, when: datetime, message: str, kind: TimerKind = "reminder", name: str = ""
    ) -> Timer:
        return self._add(Timer(0, local(when), message, name, kind=kind))

    def every(
        self, weekly: Weekly, message: str, kind: TimerKind = "alarm", name: str = ""
    ) -> Timer:
        due = next_of(weekly, self.now())
        return self._add(Timer(0, due, message, name, kind=kind, weekly=weekly))

    def lengthen(self, timer: Timer, length: timedelta) -> Timer | None:
        due, more_s = timer.due + length, length.total_seconds()
        with self._database.changing() as database:
            changed = database.execute(LENGTHEN, [due.isoformat(), more_s, more_s, timer.id])
            return replace(timer, due=due) if changed.rowcount else None

    def timers(self) -> Sequence[Timer]:
        now = self._read()
        waiting = [kept for kept in self._kept() if kept.rings_s is None]
        return tuple(kept.shown(now) for kept in sorted(waiting, key=lambda one: -one.late_s(now)))

    def ringing(self) -> Sequence[Timer]:
        now = self._read()
        return tuple(
            kept.timer
            for kept in self._kept()
            if kept.rings_s is not None and not kept.rang_enough(now)
        )

    def cancel(self, timer: Timer) -> bool:
        with self._database.changing() as database:
            return database.execute("DELETE FROM timers WHERE id = ?", [timer.id]).rowcount > 0

    def silence(self) -> Sequence[Timer]:
        if not any(kept.rings_s is not None for kept in self._kept()):
            return ()
        with self._database.changing() as database:
            stopped = [
                kept.timer for kept in _load(database.execute(SELECT)) if kept.rings_s is not None
            ]
            database.execute("DELETE FROM timers WHERE rings_s IS NOT NULL")
        return tuple(stopped)

    def snooze(self, length: timedelta) -> Sequence[Timer]:
        due = datetime.fromtimestamp(self._read().wall_s + length.total_seconds())
        return tuple(self._add(replace(timer, due=due)) for timer in self.silence())

    def due(self) -> Sequence[Announcement]:
        """What is to be said now: what ran out, what still rings, what was missed. Never raises."""
        now = self._read()
        said: list[Announcement] = []
        problem = ""
        try:
            said += self._take_due(now)
            said += self._ring_again(now)
        except StateError as error:
            problem = str(error)
        news = [self._database.take_note(), problem if problem != self._told else ""]
        self._told = problem  # told once, and again when it comes back
        return [*(Announcement(note) for note in news if note), *said]

    def _take_due(self, now: Instant) -> list[Announcement]:
        due = [kept.latest(now) for kept in self._kept() if kept.is_due(now)]
        if not due:
            return []
        try:
            with self._database.changing() as database:
                # Another process may have been quicker.
                due = [
                    kept.latest(now) for kept in _load(database.execute(SELECT)) if kept.is_due(now)
                ]
                for kept in due:
                    _move_on(database, kept, now)
        except StateError as error:
            log.warning("%s", error)
            self._unwritten |= {kept.timer.id for kept in due}
        said = [Announcement(_said(kept, now), kept.would_ring(now)) for kept in due]
        if any(each.rings for each in said):
            self._rang_s = now.uptime_s
        return said

    def _ring_again(self, now: Instant) -> list[Announcement]:
        ringing = [kept for kept in self._kept() if kept.rings_s is not None]
        over = [kept for kept in ringing if kept.rang_enough(now)]
        if over:
            with self._database.changing() as database:
                _forget(database, over)
        if len(over) == len(ringing) or now.uptime_s - self._rang_s < RING_EVERY_S:
            return []
        self._rang_s = now.uptime_s
        return [Announcement(rings=True)]

    def _kept(self) -> list[Kept]:
        kept = _load(self._database.rows(SELECT))
        return [each for each in kept if each.timer.id not in self._unwritten]

    def _add(self, timer: Timer) -> Timer:
        with self._database.changing() as database:
            return replace(timer, id=_insert(database, timer, self._read()))


def local(when: datetime) -> datetime:
    """The same moment as local time without a zone."""
    return when.astimezone().replace(tzinfo=None) if when.tzinfo else when


def next_of(weekly: Weekly, now: datetime) -> datetime:
    """When it next comes round after `now`, local times both."""
    return next(moment for moment in _near(weekly, now) if moment > now)


def last_of(weekly: Weekly, now: datetime) -> datetime:
    """When it last came round, perhaps right `now`."""
    return next(moment for moment in reversed(_near(weekly, now)) if moment <= now)


def _near(weekly: Weekly, now: datetime) -> list[datetime]:
    """When it comes round within a week of `now`, and came."""
    days = (now.date() + timedelta(days=away) for away in range(-7, 8))
    return [datetime.combine(day, weekly.at) for day in days if day.weekday() in weekly.days]


def _said(kept: Kept, now: Instant) -> str:
    if kept.late_s(now) < MISSED_AFTER_S:
        return kept.timer.message
    due = to_the_minute(kept.shown(now).due)
    when = spoken(due, now=datetime.fromtimestamp(now.wall_s))
    return told("Missed, {when}: {message}", when=when, message=kept.timer.message)


def _load(rows: Iterable[tuple[Any, ...]]) -> list[Kept]:
    return [_kept(row) for row in rows]


def _kept(row: tuple[Any, ...]) -> Kept:
    number, kind, message, name, length_s, weekdays, due_text, *ends, rings_s = row
    due = datetime.fromisoformat(due_text)
    length = None if length_s is None else timedelta(seconds=length_s)
    weekly = Weekly(frozenset(map(int, weekdays)), due.time()) if weekdays else None
    return Kept(Timer(number, due, message, name, length, kind, weekly), Instant(*ends), rings_s)


def _insert(database: sqlite3.Connection, timer: Timer, now: Instant) -> int:
    """Remember it, and return its number."""
    ends = now.later((timer.due - datetime.fromtimestamp(now.wall_s)).total_seconds())
    length_s = timer.length.total_seconds() if timer.length else None
    days = "".join(map(str, sorted(timer.weekly.days))) if timer.weekly else ""
    values = (timer.kind, timer.message, timer.name, length_s, days, timer.due.isoformat())
    made = database.execute(INSERT, [*values, ends.wall_s, ends.uptime_s, ends.boot])
    assert made.lastrowid is not None
    return made.lastrowid


def _move_on(database: sqlite3.Connection, kept: Kept, now: Instant) -> None:
    """What is due rings, or is over; what repeats waits for its next time as well."""
    timer = kept.timer
    if timer.weekly:
        due = next_of(timer.weekly, datetime.fromtimestamp(now.wall_s))
        _insert(database, replace(timer, due=due), now)
    if kept.would_ring(now):
        change = "UPDATE timers SET rings_s = ?, weekdays = '' WHERE id = ?"
        database.execute(change, [now.wall_s, timer.id])
    else:
        _forget(database, [kept])


def _forget(database: sqlite3.Connection, kept: Sequence[Kept]) -> None:
    database.executemany("DELETE FROM timers WHERE id = ?", [[each.timer.id] for each in kept])
