"""Invitations as iTIP text (RFC 5546): written into a file that a person sends, never sent here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assistant.acting import ical
from assistant.acting.telephone import Contact
from assistant.acting.timekeeping import Appointment
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.storage import write_atomically
from assistant.zone import zone_name

PRODUCT = "-//assistant//calendar//EN"

OURS = {"SCHEDULE-AGENT": "CLIENT"}
"""Says to a CalDAV server that it isn't to send anything itself (RFC 6638, section 7.1)."""


@dataclass(frozen=True, slots=True)
class Invitations:
    """Writes them, for somebody with an e-mail address."""

    folder: Path
    email: str
    """Of who invites; empty where nobody said."""

    def _check(self, guests: Iterable[Contact]) -> None:
        """Raise ServiceError where somebody has no address that an invitation could go to."""
        if not self.email:
            raise ServiceError(told("I don't know your own e-mail address; set acting.email."))
        nowhere = next((each for each in guests if not each.emails), None)
        if nowhere is not None:
            raise ServiceError(told("I have no e-mail address for {name}.", name=nowhere.name))

    def _check_organiser(self, event: Any, which: Appointment) -> None:
        """Raise ServiceError where somebody else invites to it: only they may add guests (RFC 5546,
        section 3.2.2).
        """
        organiser = event.get("ORGANIZER")
        if organiser is None:
            return
        address = re.sub("^mailto:", "", organiser, flags=re.IGNORECASE)
        if address.lower() == self.email.lower():
            return
        theirs = "{name} organises {title}; ask them to invite somebody."
        name = organiser.params.get("CN", address)
        raise ServiceError(told(theirs, name=name, title=which.title))

    def with_guests(
        self, content: bytes, which: Appointment, guests: Sequence[Contact]
    ) -> tuple[bytes, Path]:
        """The text of a calendar with guests of an appointment, all of a series, and the file that
        the invitation was written to. Raises ServiceError, also where it isn't in there or
        somebody else invites to it.
        """
        self._check(guests)
        block = ical.block_of(content, which)
        event = block.parsed()
        self._check_organiser(event, which)
        event["ORGANIZER"] = f"mailto:{self.email}"
        for guest in guests:
            _enter(event, guest)
        file = self.folder / f"{_file_name(which)}.ics"
        write_atomically(file, _request(event))
        return block.replaced(content, bytes(event.to_ical())), file


def _enter(event: Any, guest: Contact) -> None:
    """As a guest, once."""
    from icalendar import vCalAddress

    address = vCalAddress(f"mailto:{guest.emails[0]}")
    if address in _each(event, "ATTENDEE"):
        return
    address.params.update({"CN": guest.name, "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE", **OURS})
    event.add("attendee", address)


def _request(event: Any) -> bytes:
    """The invitation to an event as the guests' programs read it."""
    from icalendar import Calendar, Event

    asked = Event.from_ical(event.to_ical())
    for guest in _each(asked, "ATTENDEE"):
        guest.params.pop("SCHEDULE-AGENT", None)
    for name in ("DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"):
        _in_zone(asked, name)
    asked.pop("DTSTAMP", None)
    asked.add("dtstamp", datetime.now(UTC))
    request = Calendar()
    request.add("version", "2.0")
    request.add("prodid", PRODUCT)
    request.add("method", "REQUEST")
    request.add_component(asked)
    request.add_missing_timezones()
    return bytes(request.to_ical())


def _in_zone(event: Any, name: str) -> None:
    """Times of no zone are here: a guest elsewhere must see which hour that is."""
    from zoneinfo import ZoneInfo

    times = [one.dt for each in _each(event, name) for one in getattr(each, "dts", [each])]
    if not zone_name() or not any(map(_is_floating, times)):
        return
    zone = ZoneInfo(zone_name())
    event.pop(name)
    for one in times:
        event.add(name, one.replace(tzinfo=zone) if _is_floating(one) else one)


def _is_floating(when: date) -> bool:
    return isinstance(when, datetime) and when.tzinfo is None


def _each(event: Any, name: str) -> list[Any]:
    """What icalendar has under a name: one value, or a list of several."""
    there = event.get(name, [])
    return there if isinstance(there, list) else [there]


def _file_name(which: Appointment) -> str:
    """ "2026-03-06 10.30 dentist": two meetings of one day have a file each."""
    words = re.sub(r"[^\w' -]", "", which.title).strip()[:60]
    day = f"{which.start:%Y-%m-%d}" if which.all_day else f"{which.start:%Y-%m-%d %H.%M}"
    return f"{day} {words}".strip()
