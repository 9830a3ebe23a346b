"""A calendar on a CalDAV server, by the copy of it that is kept here (`dav_copy.py`)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from assistant.acting import ical
from assistant.acting.clock import next_of
from assistant.acting.dav_copy import DavCopy, Server
from assistant.acting.invitations import Invitations
from assistant.acting.storage import Version
from assistant.acting.telephone import Contact
from assistant.acting.timekeeping import Appointment
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.records import Weekly

log = logging.getLogger(__name__)


class CalDavCalendar:
    """A `Calendar` of a server, kept in a file here."""

    def __init__(
        self,
        server: Server,
        file: Path,
        now: Callable[[], datetime] = datetime.now,
        monotonic: Callable[[], float] = time.monotonic,
        invitations: Invitations | None = None,
    ) -> None:
        """`invitations` are written beside the copy, in nobody's name, unless given."""
        self._copy, self._now = DavCopy(server, file, monotonic), now
        self._invitations = invitations or Invitations(file.parent / "invitations", "")

    @property
    def version(self) -> Version:
        """Changes whenever the copy does."""
        return self._copy.version

    def add(self, title: str, start: datetime, length: timedelta, place: str = "") -> Appointment:
        made = ical.new_appointment(title, start, length, place)
        self._enter(made, ical.event_text(made))
        return made

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        first = ical.new_appointment(title, next_of(weekly, self._now()), length)
        self._enter(first, ical.series_text(first, weekly))
        return first

    def move(self, which: Appointment, start: datetime) -> Appointment:
        with self._copy.changing() as resources:
            name, text = _holding(resources.texts(), which)
            moved = ical.moved(text.encode(), which, start)
            resources.change(name, moved.content.decode())
            if moved.separate:
                resources.add(moved.appointment.id, moved.separate)
        return moved.appointment

    def cancel(self, which: Appointment) -> None:
        with self._copy.changing() as resources:
            name, text = _holding(resources.texts(), which)
            left = ical.without(text.encode(), which)
            resources.change(name, left.decode() if b"BEGIN:VEVENT" in left else None)

    def invite(self, which: Appointment, guests: Sequence[Contact]) -> str:
        with self._copy.changing() as resources:
            name, text = _holding(resources.texts(), which)
            changed, file = self._invitations.with_guests(text.encode(), which, guests)
            resources.change(name, changed.decode())
        return str(file)

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, by the server or, where that doesn't answer, by the copy."""
        self._copy.refresh()
        return self.known(start, end)

    def known(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then by the copy; the network is left alone."""
        found = [
            each
            for name, text in self._copy.texts().items()
            for each in _appointments(name, text, start, end)
        ]
        return sorted(found, key=lambda each: (each.start, each.title))

    def unsent(self) -> bool:
        return self._copy.unsent

    def _enter(self, made: Appointment, event: bytes) -> None:
        with self._copy.changing() as resources:
            resources.add(made.id, event)


def _holding(texts: Mapping[str, str], which: Appointment) -> tuple[str, str]:
    """The resource with an appointment. Raises ServiceError where there is none any more."""
    for name, text in texts.items():
        if ical.holds(text.encode(), which.id):
            return name, text
    raise ServiceError(told("{title} isn't in the calendar any more.", title=which.title))


def _appointments(name: str, text: str, start: datetime, end: datetime) -> Iterator[Appointment]:
    """A resource that can't be read takes nothing from the others."""
    try:
        yield from ical.appointments_between(ical.parsed(text.encode()), start, end)
    except ValueError as error:
        log.warning("The calendar's %s can't be read: %s", name, error)
