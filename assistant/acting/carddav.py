"""An address book on a CardDAV server (RFC 6352), with a copy here that answers at once.

It is only read: nobody is entered or changed by voice.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from assistant.acting.cards import read_cards
from assistant.acting.contacts import CardContacts
from assistant.acting.dav import DavClient, name_within
from assistant.acting.dav_copy import Kept
from assistant.acting.storage import locked, read_json, write_json
from assistant.acting.telephone import Contact
from assistant.errors import AssistantError, ServiceError
from assistant.phrasebook import told
from assistant.records import Language, ListEntry

FRESH_S = 900.0
"""What was fetched so recently isn't fetched again; nor is a server asked that didn't answer."""

AT_ONCE = 200
"""Cards that one request asks for."""

CARDDAV = "urn:ietf:params:xml:ns:carddav"
PRINCIPAL = "{DAV:}current-user-principal"
RESOURCE_TYPE = "{DAV:}resourcetype"
HOME = f"{{{CARDDAV}}}addressbook-home-set"
BOOK = f"{{{CARDDAV}}}addressbook"
DATA = f"{{{CARDDAV}}}address-data"

WHERE = f"""<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:" xmlns:C="{CARDDAV}">
<prop><resourcetype/><current-user-principal/><C:addressbook-home-set/></prop></propfind>"""

CARDS = f"""<?xml version="1.0" encoding="utf-8"?>
<C:addressbook-multiget xmlns="DAV:" xmlns:C="{CARDDAV}">
<prop><C:address-data/></prop>{{hrefs}}</C:addressbook-multiget>"""

log = logging.getLogger(__name__)


class BookServer(Protocol):
    """The cards of one address book, by their names. Both raise ServiceError."""

    def versions(self) -> Mapping[str, str]:
        """The ETag of each."""
        ...

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        """Their texts."""
        ...


class DavBook:
    """A `BookServer`, found when it is first needed."""

    def __init__(self, url: str, user: str, password: str) -> None:
        """`url` is that of the server, or of one address book on it.

        Raises SettingsError for one that would be sent the password in the clear.
        """
        self._dav = DavClient(url, user, password, "contacts")
        self._book = ""

    def versions(self) -> Mapping[str, str]:
        return self._dav.versions(self._found())

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        book = self._found()
        hrefs = "".join(f"<href>{escape(urljoin(book, name))}</href>" for name in names)
        with self._dav.asking() as client:
            reply = client.report(book, CARDS.format(hrefs=hrefs), depth=None)
            self._dav.check(reply.status)
            found = reply.parse_propfind()
        return {
            name_within(book, each.href): str(each.properties[DATA])
            for each in found
            if each.properties.get(DATA)
        }

    def _found(self) -> str:
        """The address of the book: what was named, or the person's first one there."""
        if not self._book:
            here = self._described(self._dav.url)
            homes = [here, *map(self._described, _told(here, PRINCIPAL))]
            looked = [
                self._dav.url,
                *(home for each in homes for home in _told(each, HOME)),
            ]
            books = (book for place in looked for book in self._books_in(place))
            self._book = next(books, "")
        if not self._book:
            none = "There is no address book at {url}; mend acting.contacts."
            raise ServiceError(told(none, url=self._dav.url))
        return self._book

    def _described(self, url: str) -> dict[str, object]:
        results = self._dav.described(urljoin(self._dav.url, url), WHERE, depth=0)
        return {name: value for each in results for name, value in each.properties.items()}

    def _books_in(self, url: str) -> list[str]:
        """The address books at an address: itself, or those in it."""
        address = urljoin(self._dav.url, url)
        results = self._dav.described(address, WHERE, depth=1)
        return [
            urljoin(address, each.href)
            for each in results
            if BOOK in (each.properties.get(RESOURCE_TYPE) or ())
        ]


def _told(described: Mapping[str, object], name: str) -> list[str]:
    """The addresses that a property names, none, one or several."""
    value = described.get(name)
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value] if isinstance(value, list) else []


class CardDavContacts:
    """`Contacts` of a server, kept in a file here and fetched again in a thread of its own."""

    def __init__(
        self,
        server: BookServer,
        file: Path,
        me: str = "",
        languages: Sequence[Language] = ("en",),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`me` and `languages` as for `CardContacts`."""
        self._server, self._file, self._monotonic = server, file, monotonic
        self._book = CardContacts(file, me, languages, read=_texts)
        self._asked_s = float("-inf")

    def people(self) -> Sequence[Contact]:
        self._refresh()
        return self._book.people()

    def entries(self) -> Sequence[ListEntry]:
        self._refresh()
        return self._book.entries()

    def _refresh(self) -> None:
        """Fetch what changed: in the background, but where there is nothing to go on with.

        Raises ServiceError where there is no copy, and none can be had.
        """
        if self._monotonic() - self._asked_s < FRESH_S:
            return
        self._asked_s = self._monotonic()
        if self._file.exists():
            threading.Thread(target=self._fetch_quietly, name="contacts", daemon=True).start()
        else:
            self._fetch()

    def _fetch_quietly(self) -> None:
        try:
            self._fetch()
        except AssistantError as error:
            log.warning("The contacts stay as they are: %s", error)

    def _fetch(self) -> None:
        versions = self._server.versions()
        with locked(self._file):
            kept = _read(self._file)
            stale = [name for name in versions if _version(kept, name) != versions[name]]
            fetched = {name: text for part in _parts(stale) for name, text in self._got(part)}
            fresh = {name: Kept(versions[name], text) for name, text in fetched.items()}
            unchanged = {name: each for name, each in kept.items() if name in versions}
            if unchanged | fresh != kept or not self._file.exists():
                _write(self._file, unchanged | fresh)

    def _got(self, names: Sequence[str]) -> Iterable[tuple[str, str]]:
        """Cards, without the text of those that nobody can read: they harm no others."""
        for name, text in self._server.fetch(names).items():
            try:
                readable = bool(list(read_cards(text)))
            except ServiceError as error:
                log.warning("The card %s is left out: %s", name, error)
                readable = False
            yield name, text if readable else ""


def _version(kept: Mapping[str, Kept], name: str) -> str:
    return kept[name].version if name in kept else ""


def _parts(names: Iterable[str]) -> Iterable[list[str]]:
    rest = iter(names)
    while part := list(islice(rest, AT_ONCE)):
        yield part


def _read(file: Path) -> dict[str, Kept]:
    found, _ = read_json(file)
    return {name: Kept(**each) for name, each in (found or {}).items()}


def _write(file: Path, kept: Mapping[str, Kept]) -> None:
    write_json(
        file, {name: {"version": each.version, "text": each.text} for name, each in kept.items()}
    )


def _texts(file: Path) -> str:
    """All cards of a copy; none of one that is broken, which is about to be made anew."""
    try:
        kept = json.loads(file.read_bytes())
    except ValueError:
        return ""
    return "\n".join(each["text"] for each in kept.values())
