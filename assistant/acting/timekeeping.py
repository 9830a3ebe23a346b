"""What is to come at its time: timers, appointments, and the services that keep them.

Times are naive and local, as they are said: "tomorrow at three".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from assistant.acting.telephone import Contact
from assistant.records import Weekly

TimerKind = Literal["timer", "alarm", "reminder"]


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that the clock will announce; as a slot, the one that was named."""

    id: int
    due: datetime
    message: str
    """What is said when it is due."""
    name: str = ""
    """What its owner calls it: "pasta"; of a reminder, what is to be done."""
    length: timedelta | None = None
    """What a timer was set for; None for alarms and reminders."""
    kind: TimerKind = "timer"
    weekly: Weekly | None = None
    """When an alarm or reminder comes again and again; `due` is then the next time."""

    def __str__(self) -> str:
        return self.name or self.message


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of the calendar; a recurring one appears once for each time it happens. As a slot,
    the next one with the title that was said."""

    title: str
    start: datetime
    length: timedelta
    all_day: bool = False
    place: str = ""
    id: str = ""
    """The calendar's own name for it; all of a recurring one share it."""

    def __str__(self) -> str:
        return self.title


class Clock(Protocol):
    """The time, and what is to be announced later. Everything survives a restart."""

    def now(self) -> datetime:
        """The local time, without a zone."""
        ...

    def after(self, length: timedelta, message: str, name: str = "") -> Timer:
        """Start a timer. Raises StateError when it can't be remembered."""
        ...

    def at(
        self, when: datetime, message: str, kind: TimerKind = "reminder", name: str = ""
    ) -> Timer:
        """Announce at a time of day: an alarm rings, a reminder is said once. Raises StateError."""
        ...

    def every(
        self, weekly: Weekly, message: str, kind: TimerKind = "alarm", name: str = ""
    ) -> Timer:
        """Announce on certain weekdays until it is cancelled. Raises StateError."""
        ...

    def lengthen(self, timer: Timer, length: timedelta) -> Timer | None:
        """Let a timer end so much later, or earlier where that is negative; None where it no longer
        runs. It keeps its name, and the length that it was set for. Raises StateError."""
        ...

    def timers(self) -> Sequence[Timer]:
        """What is still to come, soonest first."""
        ...

    def ringing(self) -> Sequence[Timer]:
        """What rings at the moment."""
        ...

    def cancel(self, timer: Timer) -> bool:
        """Forget it; False when it was no longer there. Raises StateError."""
        ...

    def silence(self) -> Sequence[Timer]:
        """Stop whatever rings at the moment, and say what that was. Raises StateError."""
        ...

    def snooze(self, length: timedelta) -> Sequence[Timer]:
        """Stop whatever rings and let it ring again after `length`. Raises StateError."""
        ...


class Stopwatch(Protocol):
    """One stopwatch, which runs on through a restart."""

    def start(self) -> bool:
        """Start from nought, or go on where it was stopped; False when it runs already."""
        ...

    def stop(self) -> bool:
        """Hold it; False when it doesn't run. Raises StateError, as the others do."""
        ...

    def reset(self) -> None:
        """Back to nought, and stopped."""
        ...

    def elapsed(self) -> timedelta | None:
        """What it shows; None when it was never started, or reset."""
        ...


class Calendar(Protocol):
    """The calendar of the person."""

    def add(self, title: str, start: datetime, length: timedelta, place: str = "") -> Appointment:
        """Enter an appointment. Raises ServiceError or StateError."""
        ...

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        """Enter one that comes every week, and give the first. Raises as `add` does."""
        ...

    def move(self, which: Appointment, start: datetime) -> Appointment:
        """To another time; of a recurring one, only this time. Raises as `add` does."""
        ...

    def cancel(self, which: Appointment) -> None:
        """Take it out; of a recurring one, only this time. Raises as `add` does."""
        ...

    def invite(self, which: Appointment, guests: Sequence[Contact]) -> str:
        """Enter guests, of a recurring one for every time, and write the invitation that the person
        has to send: its file. Nothing is sent. Raises as `add` does, and ServiceError where an
        e-mail address is missing."""
        ...

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, soonest first. Raises ServiceError."""
        ...

    def known(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """The same as far as it is known here, without asking a server. Raises ServiceError."""
        ...

    def unsent(self) -> bool:
        """Whether a server that can't be reached is still to be told of a change."""
        ...
