"""The address book on a real server, Radicale, and on servers that fail."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from assistant import paths
from assistant.acting.carddav import AT_ONCE, FRESH_S, CardDavContacts, DavBook
from assistant.acting.dav_copy import UnreachableError
from assistant.app.personal import open_contacts
from assistant.errors import ServiceError, SettingsError
from assistant.settings import ActingSettings
from tests.acting.dav_server import radicale

BOOK = """<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>
<resourcetype><collection/><C:addressbook/></resourcetype></prop></set></mkcol>"""
WAIT_S = 10.0


def card(name: str) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{name}\r\nFN:{name}\r\nTEL:112\r\nEND:VCARD\r\n"


@dataclass
class Client:
    """Somebody else who writes into anna's book."""

    url: str

    def send(self, method: str, path: str, text: str = "", kind: str = "text/vcard") -> int:
        import niquests

        sent = niquests.request(
            method,
            f"{self.url}anna/{path}",
            data=text.encode(),
            headers={"Content-Type": f"{kind}; charset=utf-8"},
            auth=("anna", "secret"),
        )
        assert sent.status_code is not None
        return sent.status_code

    def put(self, *names: str) -> None:
        for name in names:
            assert self.send("PUT", f"friends/{name}.vcf", card(name)) in (201, 204)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server with anna and her friends."""
    with radicale(tmp_path) as url:
        assert Client(url).send("MKCOL", "friends/", BOOK, "application/xml") == 201
        yield url


@dataclass
class Watch:
    now_s: float = 0.0

    def __call__(self) -> float:
        return self.now_s


def device(
    url: str, folder: Path, watch: Watch | None = None, password: str = "secret"
) -> CardDavContacts:
    server = DavBook(url, "anna", password)
    return CardDavContacts(server, folder / "copy.json", monotonic=watch or Watch())


def names(contacts: CardDavContacts) -> set[str]:
    return {person.name for person in contacts.people()}


def become(contacts: CardDavContacts, wanted: set[str]) -> bool:
    """Whether these are the people, sooner or later."""
    until = time.monotonic() + WAIT_S
    while names(contacts) != wanted and time.monotonic() < until:
        time.sleep(0.02)
    return names(contacts) == wanted


@pytest.mark.parametrize("path", ["", "anna/", "anna/friends/"])
def test_the_book_is_found(address: str, tmp_path: Path, path: str) -> None:
    Client(address).put("Zoë & Söhne", "Bob")
    contacts = device(address + path, tmp_path)
    assert names(contacts) == {"Zoë & Söhne", "Bob"}
    assert "zoë söhne" in {entry.text for entry in contacts.entries()}


def test_what_changes_is_fetched_in_the_background(address: str, tmp_path: Path) -> None:
    other, watch = Client(address), Watch()
    other.put("Anna", "Bob")
    contacts = device(address, tmp_path, watch)
    assert names(contacts) == {"Anna", "Bob"}
    other.put("Cleo")
    other.send("DELETE", "friends/Bob.vcf")
    assert names(contacts) == {"Anna", "Bob"}
    watch.now_s += FRESH_S
    assert become(contacts, {"Anna", "Cleo"})


def test_without_a_network_the_copy_answers(address: str, tmp_path: Path) -> None:
    Client(address).put("Anna")
    assert names(device(address, tmp_path)) == {"Anna"}
    assert names(device("http://127.0.0.1:9/", tmp_path)) == {"Anna"}


def test_a_server_in_trouble_is_waited_for(address: str, tmp_path: Path) -> None:
    Client(address).put("Anna")
    book = DavBook(address, "anna", "secret")
    assert len(book.versions()) == 1
    kept = tmp_path / "collections"
    kept.rename(tmp_path / "elsewhere")
    kept.write_text("")  # from here on it answers everything with 500
    with pytest.raises(UnreachableError, match="fails, with 500"):
        book.versions()


def test_a_book_that_goes_away_is_not_an_empty_one(address: str) -> None:
    other = Client(address)
    other.put("Anna")
    book = DavBook(address, "anna", "secret")
    assert len(book.versions()) == 1
    assert other.send("DELETE", "friends/") == 200
    with pytest.raises(ServiceError, match="is no such server"):
        book.versions()


def test_a_wrong_password(address: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="contacts server refuses the password of anna"):
        names(device(address, tmp_path, password="wrong"))


def test_no_book_there(address: str, tmp_path: Path) -> None:
    assert Client(address).send("DELETE", "friends/") == 200
    with pytest.raises(ServiceError, match=r"no address book at .*acting\.contacts"):
        names(device(address, tmp_path))


def test_nobody_there(tmp_path: Path) -> None:
    contacts = device("http://127.0.0.1:9/", tmp_path)
    with pytest.raises(UnreachableError, match="doesn't answer"):
        names(contacts)
    assert names(contacts) == set()  # and it isn't asked at every sentence


@contextlib.contextmanager
def failing(status: int, body: bytes, length: int) -> Iterator[str]:
    """A server that answers everything so."""

    class Failing(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", "application/xml; charset=utf-8")
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(body)

        do_PROPFIND = do_REPORT = answer  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Failing)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "length"),
    [
        (500, b"", 0),
        (207, b"<multistatus xmlns='DAV:'><respon", 33),
        (207, b"<multistatus xmlns='DAV:'><respon", 5000),
        (207, b"this is no XML", 14),
        (200, b"", 0),
    ],
)
def test_a_server_that_fails(status: int, body: bytes, length: int, tmp_path: Path) -> None:
    with failing(status, body, length) as url, pytest.raises(ServiceError, match=url):
        names(device(url, tmp_path))


def test_no_password_goes_out_in_the_clear() -> None:
    with pytest.raises(SettingsError, match="use https"):
        DavBook("http://cloud.example.org/", "anna", "secret")


@dataclass
class Shelf:
    """Cards by name, and how many were asked for at once."""

    cards: dict[str, str]
    asked: list[int] = field(default_factory=list)

    def versions(self) -> Mapping[str, str]:
        return {name: str(hash(text)) for name, text in self.cards.items()}

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        self.asked.append(len(names))
        return {name: self.cards[name] for name in names if name in self.cards}


def test_one_broken_card_harms_no_others_and_is_not_asked_for_again(tmp_path: Path) -> None:
    shelf = Shelf({"a": card("Anna"), "b": "BEGIN:VCARD\nno colon\nEND:VCARD"})
    assert names(CardDavContacts(shelf, tmp_path / "copy.json")) == {"Anna"}
    again = CardDavContacts(shelf, tmp_path / "copy.json", monotonic=Watch())
    shelf.cards["c"] = card("Cleo")
    assert become(again, {"Anna", "Cleo"})
    assert shelf.asked == [2, 1]


def test_many_cards_are_asked_for_in_parts(tmp_path: Path) -> None:
    shelf = Shelf({str(each): card(f"Anna {each}") for each in range(2 * AT_ONCE + 1)})
    contacts = CardDavContacts(shelf, tmp_path / "copy.json")
    assert len(contacts.people()) == 2 * AT_ONCE + 1
    assert shelf.asked == [AT_ONCE, AT_ONCE, 1]


def test_a_copy_that_is_broken_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "copy.json").write_text("{")
    contacts = CardDavContacts(Shelf({"a": card("Anna")}), tmp_path / "copy.json")
    assert become(contacts, {"Anna"})


def test_it_is_what_the_settings_name(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Client(address).put("Anna")
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    (tmp_path / "passwords.toml").write_text('"anna@127.0.0.1" = "secret"')
    (tmp_path / "passwords.toml").chmod(0o600)
    opened = partial(open_contacts, data=tmp_path, me="", languages=("en",))
    contacts = opened(ActingSettings(contacts=address, contacts_user="anna"))
    assert [person.name for person in contacts.people()] == ["Anna"]
    assert opened(ActingSettings()).people() == ()
