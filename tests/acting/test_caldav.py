"""A calendar on a server: two devices, no network for a while, and changes at the same time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import pytest

from assistant.acting.caldav import CalDavCalendar
from assistant.acting.dav_copy import UnreachableError
from assistant.errors import ServiceError, StateError
from assistant.records import Weekly
from tests.acting.limits import full_disk
from tests.acting.memory_server import MemoryServer

NOW = datetime(2026, 3, 4, 10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
AT_TEN = datetime(2026, 3, 6, 10)


@dataclass
class Device:
    """A calendar here, with a clock of its own."""

    server: MemoryServer
    folder: Path
    now_s: float = 0.0

    def __post_init__(self) -> None:
        self.calendar = CalDavCalendar(
            self.server, self.folder / "copy.json", lambda: NOW, lambda: self.now_s
        )

    def titles(self, day: datetime = datetime(2026, 3, 6)) -> list[str]:
        self.now_s += 100
        return [
            f"{each.title} {each.start:%H:%M}" for each in self.calendar.between(day, day + DAY)
        ]


@pytest.fixture
def server() -> MemoryServer:
    return MemoryServer()


@pytest.fixture
def one(server: MemoryServer, tmp_path: Path) -> Device:
    (tmp_path / "one").mkdir()
    return Device(server, tmp_path / "one")


@pytest.fixture
def two(server: MemoryServer, tmp_path: Path) -> Device:
    (tmp_path / "two").mkdir()
    return Device(server, tmp_path / "two")


def test_what_one_device_does_the_other_sees(one: Device, two: Device) -> None:
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    assert two.titles() == ["dentist 10:00"]
    two.calendar.move(made, AT_TEN + HOUR)
    assert one.titles() == ["dentist 11:00"]
    (found,) = one.calendar.between(AT_TEN, AT_TEN + DAY)
    one.calendar.cancel(found)
    assert two.titles() == one.titles() == []


def test_a_series_loses_one_of_it(one: Device, two: Device, server: MemoryServer) -> None:
    one.calendar.add_weekly("choir", Weekly(frozenset({4}), clock_time(19)), HOUR)
    (first,) = two.calendar.between(AT_TEN, AT_TEN + DAY)
    two.calendar.move(first, AT_TEN)
    assert one.titles() == ["choir 10:00"]
    assert one.titles(datetime(2026, 3, 13)) == ["choir 19:00"]
    assert len(server.resources) == 2


def test_without_a_network_everything_goes_on(
    one: Device, two: Device, server: MemoryServer
) -> None:
    lunch = two.calendar.add("lunch", AT_TEN + 2 * HOUR, HOUR)
    assert one.titles() == ["lunch 12:00"]
    server.away = True
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    one.calendar.move(made, AT_TEN + HOUR)
    one.calendar.cancel(lunch)
    gone = one.calendar.add("mistake", AT_TEN, HOUR)
    one.calendar.cancel(gone)
    assert one.titles() == ["dentist 11:00"]
    again = Device(server, one.folder)  # the program was started anew
    assert again.titles() == ["dentist 11:00"]
    server.away = False
    assert again.titles() == two.titles() == ["dentist 11:00"]
    assert json.loads((one.folder / "copy.json").read_text())["changes"] == {}


def test_a_change_of_both_keeps_theirs_and_enters_ours_beside_it(
    one: Device, two: Device, server: MemoryServer
) -> None:
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    assert two.titles() == ["dentist 10:00"]
    server.away = True
    one.calendar.move(made, AT_TEN + HOUR)
    server.away = False
    two.calendar.move(made, AT_TEN + 3 * HOUR)
    expected = ["dentist (my version) 11:00", "dentist 13:00"]
    assert one.titles() == expected
    assert two.titles() == expected


def test_what_the_other_changed_is_not_deleted(
    one: Device, two: Device, server: MemoryServer
) -> None:
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    two.titles()
    server.away = True
    one.calendar.cancel(made)
    server.away = False
    two.calendar.move(made, AT_TEN + HOUR)
    assert one.titles() == two.titles() == ["dentist 11:00"]


def test_an_answer_that_gets_lost_makes_no_second_appointment(
    one: Device, two: Device, server: MemoryServer
) -> None:
    server.lose_answers = True
    one.calendar.add("dentist", AT_TEN, HOUR)
    server.lose_answers = False
    assert one.titles() == two.titles() == ["dentist 10:00"]
    assert server.written == 1


def test_a_server_that_never_answered(one: Device, server: MemoryServer) -> None:
    server.away = True
    with pytest.raises(UnreachableError):
        one.titles()
    with pytest.raises(
        UnreachableError
    ):  # it isn't asked again so soon, but "nothing" is no answer
        one.calendar.between(AT_TEN, AT_TEN + DAY)


def test_what_is_entered_before_the_server_ever_answered_is_sent_when_it_does(
    one: Device, two: Device, server: MemoryServer
) -> None:
    server.away = True
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    one.calendar.add_weekly("choir", Weekly(frozenset({4}), clock_time(19)), HOUR)
    one.calendar.move(made, AT_TEN + HOUR)
    assert one.calendar.unsent()
    assert [each.title for each in one.calendar.known(AT_TEN, AT_TEN + DAY)] == ["dentist", "choir"]
    with pytest.raises(UnreachableError):  # who knows what else is there?
        one.titles()
    server.away = False
    assert one.titles() == two.titles() == ["dentist 11:00", "choir 19:00"]
    assert not one.calendar.unsent()


def test_a_server_that_is_away_is_not_asked_at_once_again(
    one: Device, server: MemoryServer
) -> None:
    one.titles()
    server.away = True
    assert one.titles() == []
    server.away = False
    server.put("x.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", None)
    before = one.calendar.version
    assert one.calendar.between(AT_TEN, AT_TEN + DAY) == []
    assert one.calendar.version == before


def test_a_server_that_refuses_us_from_the_beginning_leaves_nothing_behind(
    one: Device, server: MemoryServer
) -> None:
    server.refuses = True
    for _ in range(2):
        with pytest.raises(ServiceError, match=r"password of anna; mend it\.$"):
            one.calendar.add("dentist", AT_TEN, HOUR)
    server.refuses = False
    assert one.titles() == []


def test_a_wrong_password_is_told_and_loses_nothing(one: Device, server: MemoryServer) -> None:
    one.titles()
    server.refuses = True
    with pytest.raises(ServiceError, match=r"password.* is kept"):
        one.calendar.add("dentist", AT_TEN, HOUR)
    server.refuses = False
    assert one.titles() == ["dentist 10:00"]


def test_a_resource_that_is_no_calendar_hides_nothing(one: Device, server: MemoryServer) -> None:
    one.calendar.add("dentist", AT_TEN, HOUR)
    server.put("junk.ics", "hello", None)
    assert one.titles() == ["dentist 10:00"]


def test_a_full_disk_loses_nothing(one: Device) -> None:
    made = one.calendar.add("dentist", AT_TEN, HOUR)
    with full_disk(), pytest.raises(StateError):
        one.calendar.cancel(made)
    assert one.titles() == ["dentist 10:00"]
