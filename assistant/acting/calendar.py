"""The calendar: a local iCalendar file that other programs may write too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.acting import ical
from assistant.acting.clock import next_of
from assistant.acting.invitations import Invitations
from assistant.acting.storage import NO_FILE, Version, file_version, locked
from assistant.acting.telephone import Contact
from assistant.acting.timekeeping import Appointment
from assistant.errors import ServiceError, reason
from assistant.phrasebook import told
from assistant.records import Weekly
from assistant.storage import write_atomically

ATTEMPTS = 5
"""How often to begin again when another program writes the file at the same moment."""


class FileCalendar:
    """A `Calendar` in one .ics file. It is read every time, and what others wrote stays as it is.

    A new entry is put into the text of the file, so that no byte of the rest changes.
    """

    def __init__(
        self,
        file: Path,
        now: Callable[[], datetime] = datetime.now,
        invitations: Invitations | None = None,
    ) -> None:
        """`invitations` are written beside the file, in nobody's name, unless given."""
        self._now = now
        self._file = file.resolve()  # a link stays a link
        self._invitations = invitations or Invitations(self._file.parent / "invitations", "")

    @property
    def version(self) -> Version:
        """Changes whenever somebody writes the file."""
        return file_version(self._file)

    def add(self, title: str, start: datetime, length: timedelta, place: str = "") -> Appointment:
        """Enter an appointment. Raises ServiceError or StateError; the file is then as before."""
        made = ical.new_appointment(title, start, length, place)
        self._change(lambda content: ical.with_event(content, ical.event_text(made)))
        return made

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        """Enter one that comes every week, and give the first. Raises as `add` does."""
        first = ical.new_appointment(title, next_of(weekly, self._now()), length)
        self._change(lambda content: ical.with_event(content, ical.series_text(first, weekly)))
        return first

    def move(self, which: Appointment, start: datetime) -> Appointment:
        """To another time; of a series, only this one. Raises as `add` does."""
        made: list[Appointment] = []

        def change(content: bytes) -> bytes:
            moved = ical.moved(content, which, start)
            made.append(moved.appointment)
            return ical.with_event(moved.content, moved.separate)

        self._change(change)
        return made[-1]

    def cancel(self, which: Appointment) -> None:
        """Take it out; of a series, only this one. Raises as `add` does."""
        self._change(lambda content: ical.without(content, which))

    def invite(self, which: Appointment, guests: Sequence[Contact]) -> str:
        """Enter guests and write the invitation: its file. Raises as `add` does."""
        written: list[Path] = []

        def change(content: bytes) -> bytes:
            changed, file = self._invitations.with_guests(content, which, guests)
            written.append(file)
            return changed

        self._change(change)
        return str(written[-1])

    def known(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """The same as `between`."""
        return self.between(start, end)

    def unsent(self) -> bool:
        """Never: nobody else has to be told."""
        return False

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, recurring things included. Raises ServiceError."""
        if self.version == NO_FILE:
            return []  # without the slow imports that reading one takes
        try:
            return ical.appointments_between(self._parsed(self._content()), start, end)
        except ValueError as error:
            raise self._broken(str(error)) from error

    def _change(self, changed: Callable[[bytes], bytes]) -> None:
        with locked(self._file):
            for _ in range(ATTEMPTS):
                version = file_version(self._file)
                content = self._content()
                self._parsed(content)  # never write into what can't be read
                text = changed(content)
                if file_version(self._file) == version:
                    write_atomically(self._file, text)
                    return
        busy = "Another program keeps writing {file}; try again in a moment."
        raise ServiceError(told(busy, file=self._file))

    def _content(self) -> bytes:
        try:
            return self._file.read_bytes() or ical.EMPTY
        except FileNotFoundError:
            return ical.EMPTY
        except OSError as error:
            raise self._broken(reason(error)) from error

    def _parsed(self, content: bytes) -> Any:
        try:
            return ical.parsed(content)
        except ValueError as error:
            raise self._broken(str(error)) from error

    def _broken(self, why: str) -> ServiceError:
        broken = "The calendar {file} can't be read: {error}; mend or move it."
        return ServiceError(told(broken, file=self._file, error=why))
