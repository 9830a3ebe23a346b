"""The calendar: a local iCalendar file that other programs may write too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from assistant.acting.clock import local, next_of
from assistant.acting.services import Appointment
from assistant.acting.storage import file_version, locked
from assistant.errors import ServiceError
from assistant.records import Weekly
from assistant.storage import write_atomically

EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//assistant//calendar//EN\r\nEND:VCALENDAR\r\n"

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

ATTEMPTS = 5
"""How often to begin again when another program writes the file at the same moment."""


class FileCalendar:
    """A `Calendar` in one .ics file. It is read every time, and what others wrote stays as it is.

    A new entry is put into the text of the file, so that no byte of the rest changes.
    """

    def __init__(self, file: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self._now = now
        self._file = file.resolve()  # a link stays a link

    def add(self, title: str, start: datetime, length: timedelta) -> Appointment:
        """Enter an appointment. Raises ServiceError or StateError; the file is then as before."""
        made = Appointment(title, local(start), length)
        self._enter(event_text(made))
        return made

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        """Enter one that comes every week, and give the first. Raises as `add` does."""
        first = Appointment(title, next_of(weekly, self._now()), length)
        self._enter(series_text(first, weekly))
        return first

    def _enter(self, event: bytes) -> None:
        with locked(self._file):
            for _ in range(ATTEMPTS):
                version = file_version(self._file)
                content = self._content()
                self._parsed(content)  # never write into what can't be read
                changed = with_event(content, event)
                if file_version(self._file) == version:
                    write_atomically(self._file, changed)
                    return
        raise ServiceError(f"Another program keeps writing {self._file}; try again in a moment.")

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, recurring things included. Raises ServiceError."""
        import recurring_ical_events

        calendar = self._parsed(self._content())
        span = (local(start).astimezone(), local(end).astimezone())
        try:
            events = recurring_ical_events.of(calendar, skip_bad_series=True).between(*span)
        except (ValueError, OverflowError) as error:
            raise self._broken(error) from error
        found = [appointment(event) for event in events]
        return sorted(found, key=lambda each: (each.start, each.title))

    def _content(self) -> bytes:
        try:
            return self._file.read_bytes() or EMPTY
        except FileNotFoundError:
            return EMPTY
        except OSError as error:
            raise self._broken(error) from error

    def _parsed(self, content: bytes) -> Any:
        from icalendar import Calendar

        try:
            return Calendar.from_ical(content)
        except (ValueError, IndexError, KeyError) as error:
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> ServiceError:
        return ServiceError(f"The calendar {self._file} can't be read: {error}; mend or move it.")


def with_event(content: bytes, event: bytes) -> bytes:
    """The text of a calendar with one more event before its end.

    Raises ServiceError when the calendar never ends.
    """
    ends = list(re.finditer(rb"^END:VCALENDAR", content, re.MULTILINE | re.IGNORECASE))
    if not ends:
        raise ServiceError("The calendar has no end; mend or move the file.")
    at = ends[-1].start()
    return content[:at] + event + content[at:]


def event_text(made: Appointment) -> bytes:
    """One event, in UTC: that moment is right in whatever zone the file is read."""
    return _event(made, made.start.astimezone(UTC))


def series_text(first: Appointment, weekly: Weekly) -> bytes:
    """An event of every week, in no zone: nine o'clock stays nine o'clock in summer time."""
    days = [WEEKDAYS[day] for day in sorted(weekly.days)]
    return _event(first, first.start, {"freq": "weekly", "byday": days})


def _event(made: Appointment, start: datetime, repeats: dict[str, object] | None = None) -> bytes:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid4()}@assistant")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", start)
    event.add("dtend", start + made.length)
    event.add("summary", made.title)
    if repeats:
        event.add("rrule", repeats)
    return bytes(event.to_ical())


def appointment(event: Any) -> Appointment:
    """What an iCalendar event means here: local times without a zone."""
    start, end = event.start, event.end
    all_day = not isinstance(start, datetime)
    begins, ends = _moment(start), _moment(end)
    title, place = str(event.get("SUMMARY", "")), str(event.get("LOCATION", ""))
    return Appointment(title or "something", begins, ends - begins, all_day, place)


def _moment(value: date | datetime) -> datetime:
    return local(value) if isinstance(value, datetime) else datetime.combine(value, time())
