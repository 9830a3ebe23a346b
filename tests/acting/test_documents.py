"""Documents from files and from servers, kept for when there is no network."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.acting import documents
from assistant.acting.documents import document
from assistant.errors import ServiceError, SettingsError
from tests.acting.dav_server import untrusted
from tests.acting.limits import full_disk
from tests.acting.loopback import Loopback, loopback, silent


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(b"first") as running:
        yield running


def age(file: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "rates.xml"
    read = document(str(file), tmp_path / "kept", 60.0)
    with pytest.raises(ServiceError, match=r"Can't read .*rates\.xml"):
        read()
    file.write_bytes(b"one")
    assert read() == b"one"
    file.write_bytes(b"two")
    assert read() == b"two"


def test_it_is_fetched_when_it_is_old(server: Loopback, tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "rates.xml"
    read = document(f"{server.url}/rates.xml", kept, 60.0)
    assert (read(), kept.read_bytes()) == (b"first", b"first")
    server.content = b"second"
    assert read() == b"first"
    age(kept, 100)
    assert read() == b"second"
    age(kept, -1000)  # from the future, as after a clock that was wrong
    server.content = b"third"
    assert read() == b"third"
    assert server.asked == ["/rates.xml"] * 3


@pytest.mark.parametrize("fault", ["refused", "gone", "half"])
def test_what_cannot_be_had_is_said_or_taken_from_before(
    fault: str, server: Loopback, tmp_path: Path
) -> None:
    kept, url = tmp_path / "rates.xml", server.url
    if fault == "refused":
        server.status = 500
    server.cut = fault == "half"
    if fault == "gone":
        with loopback(b"") as other:
            url = other.url
    read = document(url, kept, 60.0)
    with pytest.raises(ServiceError, match=r"127\.0\.0\.1 (refused, with 500|can't be|broke)"):
        read()
    kept.write_bytes(b"from before")
    age(kept, 100)
    assert read() == b"from before"


def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    with untrusted(tmp_path) as url, pytest.raises(ServiceError, match="isn't trusted"):
        document(url, tmp_path / "kept", 60.0)()


def test_somebody_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "WAITS_S", 0.2)
    with silent() as port, pytest.raises(ServiceError, match="can't be reached"):
        document(f"http://127.0.0.1:{port}/", tmp_path / "kept", 60.0)()


def test_something_far_too_large(
    server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "LARGEST", 3)
    with pytest.raises(ServiceError, match="far too large"):
        document(server.url, tmp_path / "kept", 60.0)()


def test_a_full_disk_is_no_reason_not_to_answer(server: Loopback, tmp_path: Path) -> None:
    read = document(server.url, tmp_path / "kept", 60.0)
    with full_disk():
        assert read() == b"first"


def test_where_it_is_now_is_followed_unless_others_could_read_along(
    server: Loopback, tmp_path: Path
) -> None:
    with loopback(b"moved") as other:
        server.status, server.elsewhere = 302, f"{other.url}/new"
        assert document(f"{server.url}/old", tmp_path / "one", 60.0)() == b"moved"
    server.elsewhere = "http://example.invalid/new"
    with pytest.raises(ServiceError, match="refused, with 302"):
        document(f"{server.url}/old", tmp_path / "two", 60.0)()


@pytest.mark.parametrize("place", ["http://example.org/rates.xml", "file:///etc/passwd", "ftp://x"])
def test_addresses_where_others_could_read_along(place: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="must begin with https://"):
        document(place, tmp_path / "kept", 60.0)
