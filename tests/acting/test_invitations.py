"""Invitations: what a guest's program reads, and what stays in the calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import icalendar
import pytest

from assistant.acting.caldav import CalDavCalendar
from assistant.acting.calendar import FileCalendar
from assistant.acting.invitations import Invitations
from assistant.acting.telephone import Contact
from assistant.errors import ServiceError
from assistant.records import Weekly
from assistant.tongue import speaking
from tests.acting.memory_server import MemoryServer

AT_TEN = datetime(2026, 7, 3, 10)
HOUR = timedelta(hours=1)
ANNA = Contact("Anna Smith", emails=("anna@example.org", "other@example.org"))
BOB = Contact("Bob; Hall", emails=("bob@example.org",))


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")


@pytest.fixture
def calendar(tmp_path: Path) -> FileCalendar:
    invitations = Invitations(tmp_path / "invitations", "sam@example.org")
    return FileCalendar(tmp_path / "calendar.ics", lambda: AT_TEN, invitations)


def event_in(file: Path | str) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(Path(file).read_bytes()).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_a_guest_reads_who_asks_when_and_where(calendar: FileCalendar) -> None:
    made = calendar.add("dentist/day", AT_TEN, HOUR, "the office")
    file = Path(calendar.invite(made, [ANNA]))
    assert file.name == "2026-07-03 10.00 dentistday.ics"
    request = icalendar.Calendar.from_ical(file.read_bytes())
    assert (request["METHOD"], request["VERSION"]) == ("REQUEST", "2.0")
    event = event_in(file)
    assert event["UID"] == made.id
    assert event["ORGANIZER"] == "mailto:sam@example.org"
    guest = event["ATTENDEE"]
    assert guest == "mailto:anna@example.org"
    assert dict(guest.params) == {
        "CN": "Anna Smith", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"
    }  # fmt: skip
    assert (event["SUMMARY"], event["LOCATION"]) == ("dentist/day", "the office")
    assert event.start.astimezone(UTC) == AT_TEN.astimezone(UTC)


def test_each_guest_is_entered_once_and_no_server_writes_to_them(
    calendar: FileCalendar, tmp_path: Path
) -> None:
    made = calendar.add("dentist", AT_TEN, HOUR)
    for guests in ([ANNA], [ANNA, BOB]):
        calendar.invite(made, guests)
    there = event_in(tmp_path / "calendar.ics")["ATTENDEE"]
    assert there == ["mailto:anna@example.org", "mailto:bob@example.org"]
    assert [each.params["SCHEDULE-AGENT"] for each in there] == ["CLIENT", "CLIENT"]
    assert calendar.between(AT_TEN, AT_TEN + HOUR) == [made]


def test_nine_in_berlin_is_nine_in_berlin_for_a_guest_in_tokyo(calendar: FileCalendar) -> None:
    made = calendar.add_weekly("choir", Weekly(frozenset({4}), clock_time(9)), HOUR)
    file = Path(calendar.invite(made, [ANNA]))
    event = event_in(file)
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["RRULE"]["BYDAY"] == ["FR"]
    assert b"BEGIN:VTIMEZONE" in file.read_bytes()


def test_what_is_left_out_of_a_series_is_left_out_for_a_guest(calendar: FileCalendar) -> None:
    made = calendar.add_weekly("choir", Weekly(frozenset({4}), clock_time(9)), HOUR)
    for weeks in (1, 2):
        start = made.start + timedelta(weeks=weeks)
        (one,) = calendar.between(start, start + HOUR)
        calendar.cancel(one)
    event = event_in(calendar.invite(made, [ANNA]))
    left_out = [one.dt for each in event["EXDATE"] for one in each.dts]
    assert left_out == [event.start + timedelta(weeks=weeks) for weeks in (1, 2)]


def test_two_meetings_of_one_day_are_two_invitations(calendar: FileCalendar) -> None:
    made = [calendar.add("meeting", AT_TEN + hours * HOUR, HOUR) for hours in (0, 5)]
    files = [calendar.invite(each, [ANNA]) for each in made]
    assert [event_in(file)["UID"] for file in files] == [each.id for each in made]


def test_on_a_server(tmp_path: Path) -> None:
    server = MemoryServer()
    invitations = Invitations(tmp_path / "invitations", "sam@example.org")
    calendar = CalDavCalendar(server, tmp_path / "copy.json", invitations=invitations)
    made = calendar.add("dentist", AT_TEN, HOUR)
    assert event_in(calendar.invite(made, [ANNA]))["UID"] == made.id
    ((_, text),) = server.resources.values()
    assert "SCHEDULE-AGENT=CLIENT" in text.replace("\r\n ", "")


def test_without_addresses_nothing_is_entered(calendar: FileCalendar, tmp_path: Path) -> None:
    made = calendar.add("dentist", AT_TEN, HOUR)
    before = (tmp_path / "calendar.ics").read_bytes()
    with pytest.raises(ServiceError, match="no e-mail address for Carl"):
        calendar.invite(made, [ANNA, Contact("Carl")])
    nobody = FileCalendar(tmp_path / "calendar.ics")
    with pytest.raises(ServiceError, match=r"set acting\.email"):
        nobody.invite(made, [ANNA])
    assert (tmp_path / "calendar.ics").read_bytes() == before
    assert not (tmp_path / "invitations").exists()


THEIRS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//tests//EN
BEGIN:VEVENT
UID:theirs@example.org
DTSTAMP:20260701T080000Z
DTSTART:20260703T100000
DTEND:20260703T110000
SUMMARY:review
ORGANIZER;CN=Dora Kent:{organiser}
ATTENDEE:mailto:sam@example.org
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Dora Kent organises review; ask them to invite somebody."),
        ("de", "Dora Kent lädt zu review ein; bitte dort darum, noch jemanden einzuladen."),
        ("es", "Dora Kent organiza review; pídele que invite a esa persona."),
        ("fr", "Dora Kent organise review ; demande-lui d'inviter cette personne."),
        ("it", "Dora Kent organizza review; chiedi di invitare questa persona."),
    ],
)
def test_who_is_only_a_guest_invites_nobody(
    calendar: FileCalendar, tmp_path: Path, language: str, said: str
) -> None:
    file = tmp_path / "calendar.ics"
    before = THEIRS.format(organiser="mailto:dora@example.org").encode()
    file.write_bytes(before)
    (theirs,) = calendar.between(AT_TEN, AT_TEN + HOUR)
    with speaking(language), pytest.raises(ServiceError) as refused:
        calendar.invite(theirs, [ANNA])
    assert str(refused.value) == said
    assert file.read_bytes() == before
    assert not (tmp_path / "invitations").exists()


def test_who_organises_it_may_write_their_address_otherwise(
    calendar: FileCalendar, tmp_path: Path
) -> None:
    (tmp_path / "calendar.ics").write_text(THEIRS.format(organiser="MAILTO:Sam@Example.org"))
    (ours,) = calendar.between(AT_TEN, AT_TEN + HOUR)
    guests = event_in(calendar.invite(ours, [ANNA]))["ATTENDEE"]
    assert guests == ["mailto:sam@example.org", "mailto:anna@example.org"]
