"""Lists on a server: what two devices and a person at the server's own page do to one another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import paths
from assistant.acting.dav import DavServer
from assistant.acting.dav_copy import DavCopy
from assistant.acting.task_lists import TaskLists
from assistant.acting.text_lists import TextLists
from assistant.app.personal import open_lists
from assistant.errors import ServiceError, SettingsError
from assistant.settings import ActingSettings
from tests.acting.dav_server import radicale
from tests.acting.memory_server import MemoryServer

WEEKLY = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTODO
UID:bins
SUMMARY:Bins
RRULE:FREQ=WEEKLY
END:VTODO
END:VCALENDAR
"""

DONE = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTODO
UID:bread
SUMMARY:bread
STATUS:COMPLETED
END:VTODO
END:VCALENDAR
"""


@dataclass
class Device:
    """Lists here of which one is on a server, with a clock of its own."""

    server: MemoryServer
    folder: Path
    now_s: float = 0.0

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.copy = DavCopy(self.server, self.folder / "copy.json", lambda: self.now_s)
        self.lists = TaskLists({"shopping": self.copy}, TextLists(self.folder))

    def items(self) -> list[str]:
        self.now_s += 100
        return list(self.lists.items("shopping"))


@pytest.fixture
def server() -> MemoryServer:
    return MemoryServer()


@pytest.fixture
def one(server: MemoryServer, tmp_path: Path) -> Device:
    return Device(server, tmp_path / "one")


@pytest.fixture
def two(server: MemoryServer, tmp_path: Path) -> Device:
    return Device(server, tmp_path / "two")


def test_what_one_device_enters_the_other_ticks_off(one: Device, two: Device) -> None:
    assert one.lists.add("shopping", "milk")
    assert one.lists.add("shopping", "eggs")
    assert not one.lists.add("shopping", "Milk")
    assert two.items() == ["milk", "eggs"]
    assert two.lists.remove("shopping", "MILK")
    assert not two.lists.remove("shopping", "caviar")
    assert one.items() == ["eggs"]
    assert one.lists.add("shopping", "milk")  # which was ticked off, and is wanted anew
    assert two.items() == ["eggs", "milk"]
    assert two.lists.clear("shopping") == 2
    assert two.lists.clear("shopping") == 0
    assert one.items() == []


def test_what_is_ticked_off_stays_on_the_server(one: Device, server: MemoryServer) -> None:
    one.lists.add("shopping", "milk")
    one.lists.remove("shopping", "milk")
    ((_, text),) = server.resources.values()
    assert "SUMMARY:milk" in text
    assert "STATUS:COMPLETED" in text


def test_without_a_network_it_goes_on_and_nothing_is_lost(
    one: Device, two: Device, server: MemoryServer
) -> None:
    two.lists.add("shopping", "bread")
    assert one.items() == ["bread"]
    server.away = True
    one.lists.add("shopping", "milk")
    one.lists.remove("shopping", "bread")
    again = Device(server, one.folder)  # the program was started anew
    assert again.items() == ["milk"]
    server.away = False
    assert again.items() == two.items() == ["milk"]


def test_what_was_entered_elsewhere_a_moment_ago_can_be_taken_off(one: Device, two: Device) -> None:
    assert one.items() == []
    two.lists.add("shopping", "milk")
    one.now_s += 100
    assert one.lists.remove("shopping", "milk")
    assert two.items() == []


def test_what_both_changed_is_never_lost(one: Device, two: Device, server: MemoryServer) -> None:
    one.lists.add("shopping", "milk")
    assert two.items() == ["milk"]
    ((name, (version, text)),) = server.resources.items()
    server.away = True
    one.lists.remove("shopping", "milk")
    server.away = False
    server.put(name, text.replace("milk", "oat milk"), version)
    assert one.items() == two.items() == ["oat milk"]
    assert any("milk (my version)" in text for _, text in server.resources.values())


def test_what_comes_every_week_is_not_ticked_off_for_ever(
    one: Device, server: MemoryServer
) -> None:
    server.put("bins.ics", WEEKLY, None)
    assert one.items() == ["Bins"]
    with pytest.raises(ServiceError, match="again and again"):
        one.lists.remove("shopping", "bins")
    assert one.items() == ["Bins"]


def test_what_is_done_or_unreadable_is_not_read_out(one: Device, server: MemoryServer) -> None:
    server.put("bread.ics", DONE, None)
    server.put("junk.ics", "hello", None)
    one.lists.add("shopping", "milk")
    assert one.items() == ["milk"]


def test_other_lists_stay_in_plain_text(one: Device, server: MemoryServer) -> None:
    assert one.lists.add("to-do", "call the bank")
    assert one.lists.items("to-do") == ("call the bank",)
    assert (one.folder / "to-do.txt").read_text() == "call the bank\n"
    assert one.lists.remove("to-do", "call the bank")
    assert one.lists.clear("to-do") == 0
    assert server.resources == {}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A real server with anna's calendar, and behind it her list of tasks."""
    import caldav

    with radicale(tmp_path) as url:
        client = caldav.DAVClient(
            url, username="anna", password="secret", require_tls=False, enable_rfc6764=False
        )
        person = client.principal()
        person.make_calendar(
            name="Home", cal_id="home", supported_calendar_component_set=["VEVENT"]
        )
        person.make_calendar(name="Buy", cal_id="buy", supported_calendar_component_set=["VTODO"])
        yield url


@pytest.mark.parametrize("path", ["", "anna/buy/"])
def test_on_a_real_server(address: str, tmp_path: Path, path: str) -> None:
    one = device(address + path, tmp_path / "one")
    two = device(address + path, tmp_path / "two")
    one.add("shopping", "Zoë's milk; 2 l")
    assert list(two.items("shopping")) == ["Zoë's milk; 2 l"]
    two.remove("shopping", "zoë's milk; 2 l")
    assert list(one.items("shopping")) == []


def test_a_calendar_is_no_list(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match=r"no list .* acting\.shopping"):
        device(address + "anna/home/", tmp_path / "one").items("shopping")


def device(address: str, folder: Path) -> TaskLists:
    folder.mkdir()
    now = iter(range(0, 100_000, 1000))  # so that each look asks the server
    server = DavServer(address, "anna", "secret", "list")
    copy = DavCopy(server, folder / "copy.json", lambda: float(next(now)))
    return TaskLists({"shopping": copy}, TextLists(folder))


def test_the_settings_name_the_lists(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    (tmp_path / "passwords.toml").write_text('"anna@127.0.0.1" = "secret"')
    (tmp_path / "passwords.toml").chmod(0o600)
    settings = ActingSettings(to_do=address, lists_user="anna")
    lists = open_lists(settings, tmp_path)
    lists.add("to-do", "call the bank")
    lists.add("shopping", "milk")
    assert device(address, tmp_path / "two").items("shopping") == ["call the bank"]
    assert (tmp_path / "shopping.txt").read_text() == "milk\n"


def test_the_guide_names_the_settings() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "lists.md").read_text("utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    acting = ActingSettings(**tomllib.loads(example)["acting"])
    assert acting.shopping != acting.to_do
    assert acting.lists_user


@pytest.mark.parametrize("setting", ["~/list.txt", "https://cloud.example.org/"])
def test_two_lists_are_two_lists_on_servers(setting: str) -> None:
    with pytest.raises(SettingsError, match="acting"):
        ActingSettings(shopping=setting, to_do=setting)
