"""The calendar file: recurring things, zones, and programs that write at the same time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import icalendar
import pytest

from assistant.acting import ical
from assistant.acting.calendar import FileCalendar
from assistant.acting.timekeeping import Appointment
from assistant.errors import ServiceError, StateError
from assistant.records import Weekly
from tests.acting.limits import full_disk

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "calendar.ics"


FOREIGN = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//somebody//else//EN\r
X-COLOUR:blue\r
BEGIN:VTIMEZONE\r
TZID:America/New_York\r
BEGIN:STANDARD\r
DTSTART:20251102T020000\r
TZOFFSETFROM:-0400\r
TZOFFSETTO:-0500\r
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:20250309T020000\r
TZOFFSETFROM:-0500\r
TZOFFSETTO:-0400\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:standup\r
DTSTART;TZID=Europe/Berlin:20260302T090000\r
DTEND;TZID=Europe/Berlin:20260302T091500\r
RRULE:FREQ=WEEKLY;BYDAY=MO\r
EXDATE;TZID=Europe/Berlin:20260316T090000\r
SUMMARY:Stand-up\r
LOCATION:Room 2\r
X-OTHER;FOO=bar:keep me\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:new-york\r
DTSTART;TZID=America/New_York:20260309T080000\r
DURATION:PT30M\r
SUMMARY:Call with New York\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:floating\r
DTSTART:20260309T180000\r
DTEND:20260309T190000\r
SUMMARY:Choir\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:birthday\r
DTSTART;VALUE=DATE:20200309\r
RRULE:FREQ=YEARLY\r
SUMMARY:Anna's birthday\r
END:VEVENT\r
BEGIN:VTODO\r
UID:todo\r
SUMMARY:Not an appointment\r
END:VTODO\r
END:VCALENDAR\r
"""


def on(file: Path, *day: int) -> list[tuple[str, str]]:
    start = datetime(*day)  # type: ignore[arg-type]
    found = FileCalendar(file).between(start, start + DAY)
    return [(each.title, f"{each.start:%H:%M}") for each in found]


def test_what_is_added_is_found(file: Path) -> None:
    calendar = FileCalendar(file)
    assert calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6)) == []
    made = calendar.add("meeting with Anna; and, Zoë", datetime(2026, 3, 5, 15), HOUR)
    assert (made.title, made.start) == ("meeting with Anna; and, Zoë", datetime(2026, 3, 5, 15))
    assert list(calendar.between(datetime(2026, 3, 5), datetime(2026, 3, 6))) == [made]
    assert calendar.between(datetime(2026, 3, 6), datetime(2026, 3, 7)) == []


def test_other_programs_can_read_it(file: Path) -> None:
    FileCalendar(file).add("dentist", datetime(2026, 7, 1, 10), HOUR)
    event: Any
    (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "dentist"
    assert event.start == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert event.end == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert event["UID"]
    assert event["DTSTAMP"]


def test_what_comes_every_week_keeps_its_time_in_summer(file: Path) -> None:
    calendar = FileCalendar(file, lambda: datetime(2026, 3, 4, 10))
    first = calendar.add_weekly("choir", Weekly(frozenset({0, 3}), clock_time(19)), 2 * HOUR)
    assert (first.start, first.length) == (datetime(2026, 3, 5, 19), 2 * HOUR)
    assert on(file, 2026, 3, 5) == on(file, 2026, 3, 9) == [("choir", "19:00")]
    assert on(file, 2026, 3, 30) == [("choir", "19:00")]  # in summer time
    assert on(file, 2026, 3, 4) == on(file, 2026, 3, 10) == []


def test_a_reminder_takes_no_time(file: Path) -> None:
    FileCalendar(file).add("water plants", datetime(2026, 3, 5, 9), timedelta())
    assert on(file, 2026, 3, 5) == [("water plants", "09:00")]


def test_recurring_things_zones_and_whole_days(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    assert on(file, 2026, 3, 9) == [
        ("Anna's birthday", "00:00"),
        ("Stand-up", "09:00"),
        ("Call with New York", "13:00"),  # summer time begins there three weeks earlier
        ("Choir", "18:00"),
    ]
    assert on(file, 2026, 3, 16) == []  # the exception of the series
    assert on(file, 2026, 3, 30) == [("Stand-up", "09:00")]  # in summer time
    day = FileCalendar(file).between(datetime(2026, 3, 9), datetime(2026, 3, 10))
    assert day[0].all_day
    assert [each.length for each in day] == [DAY, HOUR / 4, HOUR / 2, HOUR]
    assert day[1].place == "Room 2"


def test_nothing_that_others_wrote_changes(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)
    written = file.read_bytes()
    start, end = written.index(b"BEGIN:VEVENT\r\nSUMMARY:dentist"), written.rindex(b"END:VCALENDAR")
    assert written[:start] + written[end:] == FOREIGN.encode()
    assert ("dentist", "11:00") in on(file, 2026, 3, 9)


def test_a_moment_with_a_zone_is_understood(file: Path) -> None:
    made = FileCalendar(file).add("call", datetime(2026, 7, 1, 10, tzinfo=UTC), HOUR)
    assert made.start == datetime(2026, 7, 1, 12)
    assert on(file, 2026, 7, 1) == [("call", "12:00")]


def test_a_change_by_another_program_is_seen(file: Path) -> None:
    ours, theirs = FileCalendar(file), FileCalendar(file)
    ours.add("one", datetime(2026, 3, 5, 9), HOUR)
    theirs.add("two", datetime(2026, 3, 5, 10), HOUR)
    ours.add("three", datetime(2026, 3, 5, 11), HOUR)
    assert [title for title, _ in on(file, 2026, 3, 5)] == ["one", "two", "three"]


def test_a_change_while_we_write_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, theirs = ical.with_event, [FOREIGN.encode()]

    def interrupted(content: bytes, made: Appointment) -> bytes:
        if theirs:
            file.write_bytes(theirs.pop())
        return real(content, made)

    monkeypatch.setattr(ical, "with_event", interrupted)
    FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)
    titles = [title for title, _ in on(file, 2026, 3, 9)]
    assert {"dentist", "Choir"} <= set(titles)


def test_a_program_that_never_stops_writing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ical.with_event

    def interrupted(content: bytes, made: Appointment) -> bytes:
        file.write_bytes(FOREIGN.encode() + b"\r\n" * len(content))
        return real(content, made)

    monkeypatch.setattr(ical, "with_event", interrupted)
    with pytest.raises(ServiceError, match="Another program"):
        FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)


def one(file: Path, title: str, *day: int) -> Appointment:
    """The appointment with the title on a day."""
    start = datetime(*day)  # type: ignore[arg-type]
    found = FileCalendar(file).between(start, start + DAY)
    return next(each for each in found if each.title == title)


def test_an_appointment_is_moved(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    moved = FileCalendar(file).move(one(file, "Choir", 2026, 3, 9), datetime(2026, 3, 10, 20))
    assert (moved.id, moved.start, moved.length) == ("floating", datetime(2026, 3, 10, 20), HOUR)
    assert ("Choir", "18:00") not in on(file, 2026, 3, 9)
    assert on(file, 2026, 3, 10) == [("Choir", "20:00")]
    assert b"SEQUENCE:1" in file.read_bytes()
    text = file.read_bytes().decode()
    before, _, after = FOREIGN.partition("BEGIN:VEVENT\r\nUID:floating")
    assert text.startswith(before)
    assert text.endswith(after.partition("END:VEVENT\r\n")[2])


def test_one_of_a_series_is_moved_and_the_others_stay(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    moved = FileCalendar(file).move(one(file, "Stand-up", 2026, 3, 9), datetime(2026, 3, 9, 11))
    assert (moved.place, moved.length) == ("Room 2", HOUR / 4)
    assert moved.id != "standup"
    assert ("Stand-up", "11:00") in on(file, 2026, 3, 9)
    assert ("Stand-up", "09:00") not in on(file, 2026, 3, 9)
    assert on(file, 2026, 3, 30) == [("Stand-up", "09:00")]
    again = FileCalendar(file).move(moved, datetime(2026, 3, 11, 11))
    assert again.id == moved.id
    assert on(file, 2026, 3, 11) == [("Stand-up", "11:00")]


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Choir", ()),
        ("Call with New York", ()),
        ("Stand-up", (2026, 3, 30)),
        ("Anna's birthday", (2027, 3, 9)),
    ],
)
def test_an_appointment_is_cancelled(file: Path, title: str, later: tuple[int, ...]) -> None:
    file.write_bytes(FOREIGN.encode())
    FileCalendar(file).cancel(one(file, title, 2026, 3, 9))
    assert title not in dict(on(file, 2026, 3, 9))
    assert len(on(file, 2026, 3, 9)) == 3
    assert not later or title in dict(on(file, *later))


CHANGED = """BEGIN:VEVENT\r
UID:standup\r
RECURRENCE-ID;TZID=Europe/Berlin:20260323T090000\r
DTSTART;TZID=Europe/Berlin:20260324T100000\r
DTEND;TZID=Europe/Berlin:20260324T101500\r
SUMMARY:Stand-up\r
END:VEVENT\r
"""


def test_one_that_was_changed_within_its_series_is_cancelled(file: Path) -> None:
    file.write_bytes(ical.with_event(FOREIGN.encode(), CHANGED.encode()))
    assert on(file, 2026, 3, 24) == [("Stand-up", "10:00")]
    FileCalendar(file).cancel(one(file, "Stand-up", 2026, 3, 24))
    assert on(file, 2026, 3, 23) == on(file, 2026, 3, 24) == []
    assert on(file, 2026, 3, 30) == [("Stand-up", "09:00")]


def test_what_somebody_else_took_out_meanwhile(file: Path) -> None:
    calendar = FileCalendar(file)
    made = calendar.add("dentist", datetime(2026, 3, 9, 11), HOUR)
    calendar.cancel(made)
    for change in (lambda: calendar.cancel(made), lambda: calendar.move(made, made.start)):
        with pytest.raises(ServiceError, match="isn't in the calendar any more"):
            change()


@pytest.mark.parametrize(
    "content", [b"hello", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe", FOREIGN[:300].encode()]
)
def test_what_cannot_be_read_is_left_as_it_is(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    calendar = FileCalendar(file)
    with pytest.raises(ServiceError, match=r"calendar"):
        calendar.add("dentist", datetime(2026, 3, 9, 11), HOUR)
    with pytest.raises(ServiceError, match=r"calendar\.ics"):
        calendar.between(datetime(2026, 3, 9), datetime(2026, 3, 10))
    assert file.read_bytes() == content


def test_a_full_disk(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    with full_disk(), pytest.raises(StateError, match=r"calendar\.ics"):
        FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)
    assert file.read_bytes() == FOREIGN.encode()


def test_a_link_to_a_synchronised_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "sync" / "real.ics"
    real.parent.mkdir()
    real.write_bytes(FOREIGN.encode())
    file.symlink_to(real)
    FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)
    assert file.is_symlink()
    assert b"dentist" in real.read_bytes()


def test_who_may_read_it_does_not_change(file: Path) -> None:
    file.write_bytes(FOREIGN.encode())
    file.chmod(0o644)
    FileCalendar(file).add("dentist", datetime(2026, 3, 9, 11), HOUR)
    assert file.stat().st_mode & 0o777 == 0o644
