"""iCalendar text (RFC 5545): events put in, taken out and moved, and every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from assistant.acting.clock import local
from assistant.acting.timekeeping import Appointment
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.records import Weekly

EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//assistant//calendar//EN\r\nEND:VCALENDAR\r\n"

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

SERIES = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")

_EVENT = re.compile(rb"^BEGIN:VEVENT\r?\n.*?^END:VEVENT\r?\n", re.MULTILINE | re.DOTALL | re.I)


def parsed(content: bytes) -> Any:
    """The calendar. Raises ValueError for what is none."""
    from icalendar import Calendar

    try:
        return Calendar.from_ical(content)
    except (IndexError, KeyError) as error:
        raise ValueError(str(error)) from error


def appointments_between(calendar: Any, start: datetime, end: datetime) -> list[Appointment]:
    """What a parsed calendar holds between two local times, soonest first.

    Raises ValueError for events that no time can be made of.
    """
    import recurring_ical_events

    span = (local(start).astimezone(), local(end).astimezone())
    try:
        events = recurring_ical_events.of(calendar, skip_bad_series=True).between(*span)
    except OverflowError as error:
        raise ValueError(str(error)) from error
    return sorted(map(appointment, events), key=lambda each: (each.start, each.title))


def with_event(content: bytes, event: bytes) -> bytes:
    """The text of a calendar with one more event before its end.

    Raises ServiceError when the calendar never ends.
    """
    ends = list(re.finditer(rb"^END:VCALENDAR", content, re.MULTILINE | re.IGNORECASE))
    if not ends:
        raise ServiceError(told("The calendar has no end; mend or move the file."))
    at = ends[-1].start()
    return content[:at] + event + content[at:]


def without(content: bytes, which: Appointment) -> bytes:
    """The text without an appointment: of a series, the others stay.

    Raises ServiceError where it isn't in there.
    """
    block, original = _found(content, which)
    if block.repeats:
        return block.replaced(content, _excepted(block, which.start))
    content = block.replaced(content, b"")
    if original is None:
        return content
    (master,) = (each for each in _blocks(content, which.id) if each.repeats)
    return master.replaced(content, _excepted(master, original))


@dataclass(frozen=True, slots=True)
class Moved:
    """A calendar in which an appointment was moved."""

    content: bytes
    appointment: Appointment
    """As it is now."""
    separate: bytes = b""
    """Its event, where it isn't in the text yet: one of a series becomes an event of its own."""


def moved(content: bytes, which: Appointment, start: datetime) -> Moved:
    """The text with an appointment at another local time.

    Raises ServiceError where it isn't in there.
    """
    block, _ = _found(content, which)
    event = block.parsed()
    if block.repeats:
        for name in SERIES:
            event.pop(name, None)
        event["UID"] = new_id()
    for name in ("DTSTART", "DTEND", "DURATION", "SEQUENCE", "DTSTAMP"):
        event.pop(name, None)
    _set_time(event, start.astimezone(UTC), which.length)
    event.add("sequence", block.sequence + 1)
    text = bytes(event.to_ical())
    if block.repeats:
        return Moved(without(content, which), appointment(event), text)
    return Moved(block.replaced(content, text), appointment(event))


def holds(content: bytes, identity: str) -> bool:
    """Whether an event with this identity is in the text."""
    return next(_blocks(content, identity), None) is not None


def block_of(content: bytes, which: Appointment) -> Block:
    """The event of an appointment; of a series, all of it.

    Raises ServiceError where it isn't in there.
    """
    return _found(content, which)[0]


def as_another(content: bytes, title_end: str) -> tuple[str, bytes]:
    """The first event or task of a text as one of its own: with another identity and a longer
    title.
    """
    one = next(each for each in parsed(content).subcomponents if each.name in ("VEVENT", "VTODO"))
    identity = new_id()
    one["UID"] = identity
    one["SUMMARY"] = f"{one.get('SUMMARY', '')}{title_end}"
    return identity, bytes(one.to_ical())


@dataclass(frozen=True, slots=True)
class Block:
    """Where one event stands in the text."""

    begin: int
    end: int
    text: bytes

    def parsed(self) -> Any:
        from icalendar import Event

        return Event.from_ical(self.text)

    @property
    def repeats(self) -> bool:
        event = self.parsed()
        return "RRULE" in event or "RDATE" in event

    @property
    def sequence(self) -> int:
        return int(self.parsed().get("SEQUENCE", 0))

    def replaced(self, content: bytes, text: bytes) -> bytes:
        return content[: self.begin] + text + content[self.end :]


def _blocks(content: bytes, uid: str) -> Iterator[Block]:
    """The events with this identity: a series, and those of it that were changed."""
    for match in _EVENT.finditer(content):
        block = Block(match.start(), match.end(), match.group())
        if str(block.parsed().get("UID", "")) == uid:
            yield block


def _found(content: bytes, which: Appointment) -> tuple[Block, datetime | None]:
    """The event of an appointment; for a changed one of a series, also when it was to be."""
    series = None
    for block in _blocks(content, which.id):
        event = block.parsed()
        if "RECURRENCE-ID" in event:
            if _moment(event.start) == which.start:
                return block, _moment(event["RECURRENCE-ID"].dt)
        elif block.repeats:
            series = block
        elif _moment(event.start) == which.start:
            return block, None
    if series is None:
        raise ServiceError(told("{title} isn't in the calendar any more.", title=which.title))
    return series, None


def _excepted(series: Block, start: datetime) -> bytes:
    """The series without the one at a local time, which is written as its beginning is."""
    from icalendar import Event

    begin = series.parsed().start
    left_out: date = start.date()
    if isinstance(begin, datetime):
        left_out = start.astimezone(begin.tzinfo) if begin.tzinfo else start
    exception = Event()
    exception.add("exdate", left_out)
    line = bytes(exception.to_ical().splitlines(keepends=True)[1])  # between BEGIN and END
    end = re.search(rb"^END:VEVENT", series.text, re.MULTILINE | re.IGNORECASE)
    assert end is not None  # since that is where the block ends
    return series.text[: end.start()] + line + series.text[end.start() :]


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
    event.add("uid", made.id)
    _set_time(event, start, made.length)
    event.add("summary", made.title)
    if made.place:
        event.add("location", made.place)
    if repeats:
        event.add("rrule", repeats)
    return bytes(event.to_ical())


def _set_time(event: Any, start: datetime, length: timedelta) -> None:
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", start)
    event.add("dtend", start + length)


def appointment(event: Any) -> Appointment:
    """What an iCalendar event means here: local times without a zone."""
    start, end = event.start, event.end
    all_day = not isinstance(start, datetime)
    begins, ends = _moment(start), _moment(end)
    title, place = str(event.get("SUMMARY", "")), str(event.get("LOCATION", ""))
    identity = str(event.get("UID", ""))
    return Appointment(title or "something", begins, ends - begins, all_day, place, identity)


def new_appointment(title: str, start: datetime, length: timedelta, place: str = "") -> Appointment:
    """One that stands nowhere yet, with an identity of its own."""
    return Appointment(title, local(start), length, place=place, id=new_id())


def new_id() -> str:
    return f"{uuid4()}@assistant"


def _moment(value: date | datetime) -> datetime:
    return local(value) if isinstance(value, datetime) else datetime.combine(value, time())
