"""The same calendar on a real server, Radicale, with its own authentication."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant import paths
from assistant.acting import dav
from assistant.acting.caldav import CalDavCalendar
from assistant.acting.dav import DavServer
from assistant.acting.dav_copy import ChangedError, UnreachableError
from assistant.app.personal import open_calendar
from assistant.errors import ServiceError, SettingsError
from assistant.settings import ActingSettings
from tests.acting.dav_server import radicale, untrusted
from tests.acting.loopback import silent

AT_TEN = datetime(2026, 3, 6, 10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server with anna and her calendar."""
    with radicale(tmp_path) as url:
        make_calendar(url)
        yield url


def make_calendar(url: str) -> None:
    import caldav

    client = caldav.DAVClient(
        url, username="anna", password="secret", require_tls=False, enable_rfc6764=False
    )
    client.principal().make_calendar(name="Home", cal_id="home")


def device(
    address: str, folder: Path, password: str = "secret", user: str = "anna"
) -> CalDavCalendar:
    folder.mkdir(exist_ok=True)
    now = iter(range(0, 100_000, 1000))  # so that each look asks the server
    return CalDavCalendar(
        DavServer(address, user, password),
        folder / "copy.json",
        lambda: AT_TEN - DAY,
        lambda: float(next(now)),
    )


def titles(calendar: CalDavCalendar) -> list[str]:
    return [
        f"{each.title} {each.start:%H:%M}" for each in calendar.between(AT_TEN - DAY, AT_TEN + DAY)
    ]


@pytest.mark.parametrize("path", ["", "anna/home/"])
def test_two_devices(address: str, tmp_path: Path, path: str) -> None:
    one = device(address + path, tmp_path / "one")
    two = device(address + path, tmp_path / "two")
    made = one.add("dentist; with Zoë", AT_TEN, HOUR)
    assert titles(two) == ["dentist; with Zoë 10:00"]
    two.move(made, AT_TEN + HOUR)
    assert titles(one) == ["dentist; with Zoë 11:00"]
    (found,) = one.between(AT_TEN, AT_TEN + DAY)
    one.cancel(found)
    assert titles(two) == []


def test_what_somebody_else_changed_is_not_overwritten(address: str, tmp_path: Path) -> None:
    server = DavServer(address, "anna", "secret")
    one = device(address, tmp_path / "one")
    made = one.add("dentist", AT_TEN, HOUR)
    ((name, version),) = server.versions().items()
    text = server.fetch([name])[name]
    one.move(made, AT_TEN + HOUR)
    for change in (
        lambda: server.put(name, text, version),
        lambda: server.put(name, text, None),
        lambda: server.delete(name, version),
    ):
        with pytest.raises(ChangedError):
            change()
    server.delete("never-there.ics", None)


def test_a_wrong_password(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="refuses the password of anna"):
        titles(device(address, tmp_path / "one", "wrong"))


def test_nobody_there(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="doesn't answer"):
        titles(device("http://127.0.0.1:9/", tmp_path / "one"))


def test_somebody_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dav, "TIMEOUT_S", 0.2)
    with silent() as port, pytest.raises(UnreachableError, match="doesn't answer"):
        titles(device(f"http://127.0.0.1:{port}/", tmp_path / "one"))


def test_a_server_in_trouble_is_waited_for(address: str, tmp_path: Path) -> None:
    one = device(address, tmp_path / "one")
    one.add("dentist", AT_TEN, HOUR)
    kept = tmp_path / "collections"
    kept.rename(tmp_path / "elsewhere")
    kept.write_text("")  # from here on it answers everything with 500
    with pytest.raises(UnreachableError, match="fails, with 500"):
        titles(device(address, tmp_path / "two"))
    assert titles(one) == ["dentist 10:00"]
    one.add("lunch", AT_TEN + HOUR, HOUR)
    assert titles(one) == ["dentist 10:00", "lunch 11:00"]
    kept.unlink()
    (tmp_path / "elsewhere").rename(kept)
    assert titles(one) == ["dentist 10:00", "lunch 11:00"]
    assert titles(device(address, tmp_path / "three")) == ["dentist 10:00", "lunch 11:00"]


def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    with untrusted(tmp_path) as url, pytest.raises(ServiceError, match="isn't trusted") as caught:
        titles(device(url, tmp_path / "one"))
    assert not isinstance(caught.value, UnreachableError)  # time alone doesn't mend it


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_a_certificate_that_the_environment_trusts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with radicale(tmp_path, encrypted=True) as url:
        for other in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.delenv(other, raising=False)
        monkeypatch.setenv(variable, str(tmp_path / "certificate.pem"))
        with pytest.raises(ServiceError, match="There is no calendar"):  # it is asked, and has none
            titles(device(url, tmp_path / "one"))


def test_no_password_at_all(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="There is no password for anna@"):
        titles(device(address, tmp_path / "one", password=""))


def test_nobody_at_all(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match=r"who you are; set acting\.calendar_user"):
        titles(device(address, tmp_path / "one", password="", user=""))


def test_something_else_there(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="calendar"):
        titles(device(address + "nowhere/", tmp_path / "one"))


def test_it_is_what_the_settings_name(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    (tmp_path / "passwords.toml").write_text('"anna@127.0.0.1" = "secret"')
    (tmp_path / "passwords.toml").chmod(0o600)
    settings = ActingSettings(calendar=address, calendar_user="anna")
    open_calendar(settings, tmp_path).add("dentist", AT_TEN, HOUR)
    assert titles(device(address, tmp_path / "two")) == ["dentist 10:00"]


def test_no_password_goes_out_in_the_clear() -> None:
    with pytest.raises(SettingsError, match="use https"):
        DavServer("http://cloud.example.org/", "anna", "secret")


def test_the_guide_names_the_settings() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "calendar.md").read_text("utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    acting = ActingSettings(**tomllib.loads(example)["acting"])
    assert acting.calendar.startswith("https://")
    assert acting.calendar_user
