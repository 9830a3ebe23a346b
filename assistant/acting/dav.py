"""Servers of calendars and address books, asked with the library caldav (extra `calendar`)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from assistant import credentials, web
from assistant.acting.dav_copy import ChangedError, UnreachableError
from assistant.errors import ServiceError, SettingsError
from assistant.network import in_the_clear
from assistant.phrasebook import told

TIMEOUT_S = 4
"""Of one request; a handler has ten seconds in all."""

DavKind = Literal["calendar", "list"]

HOLDS = {
    "calendar": ("VEVENT", "acting.calendar"),
    "list": ("VTODO", "acting.shopping or acting.to_do"),
}
"""What is in a calendar of each kind, and the setting that names it."""

USERS = {
    "calendar": "acting.calendar_user",
    "list": "acting.lists_user",
    "contacts": "acting.contacts_user",
}
"""The setting that says who one is there."""

FAILS = 500
"""A status from this one on is the server's own trouble, which passes."""

ETAG = "{DAV:}getetag"

VERSIONS = """<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>"""


class DavClient:
    """Requests to a WebDAV server, with the library's errors as ours."""

    def __init__(self, url: str, user: str, password: str, what: str) -> None:
        """`what` is what one looks for there, such as "calendar".

        Raises SettingsError for an address that would be sent the password in the clear.
        """
        if in_the_clear(url):
            raise SettingsError(f"{url} would be sent your password in the clear; use https://.")
        self.url, self._user, self._password, self._what = url, user, password, what
        self._client: Any = None

    @contextmanager
    def asking(self) -> Iterator[Any]:
        """The library's client. Raises UnreachableError or another ServiceError."""
        try:
            from caldav.lib.error import AuthorizationError, DAVError
            from niquests.exceptions import RequestException, SSLError
        except ImportError as error:
            raise ServiceError(
                f"A {self._what} server needs caldav: pip install 'assistant[calendar]'."
            ) from error
        try:
            yield self._opened()
        except AuthorizationError as error:
            if self._user and not self._password:
                host = urlsplit(self.url).hostname or ""
                raise ServiceError(credentials.lacking(host, self._user)) from error
            if not self._user:
                nobody = "The {what} server wants to know who you are; set {setting}."
                raise ServiceError(self._told(nobody, setting=USERS[self._what])) from error
            refused = "The {what} server refuses the password of {user}; mend it."
            raise ServiceError(self._told(refused, user=self._user)) from error
        except SSLError as error:
            raise ServiceError(web.distrusted(self.url)) from error
        except RequestException as error:
            silent = "The {what} server at {url} doesn't answer."
            raise UnreachableError(self._told(silent)) from error
        except SyntaxError as error:  # as lxml has it for half an answer, or a page of another kind
            other = "The {what} server at {url} is no such server, or breaks off."
            raise ServiceError(self._told(other)) from error
        except DAVError as error:
            self.check(error.status or 0)
            nothing = "The {what} server at {url} gives no {what}: {reason}."
            raise ServiceError(self._told(nothing, reason=error.reason)) from error

    def _told(self, text: str, **values: object) -> str:
        return told(text, what=self._what, url=self.url, **values)

    def check(self, status: int) -> None:
        """Raise UnreachableError for the status of a server in trouble."""
        if status >= FAILS:
            fails = "The {what} server at {url} fails, with {status}."
            raise UnreachableError(self._told(fails, status=status))

    def described(self, url: str, asked: str, depth: int) -> Sequence[Any]:
        """What the server says of a resource, and of what is in it. Raises as `asking`.

        `asked` is the body of a PROPFIND (RFC 4918).
        """
        with self.asking() as client:
            reply = client.propfind(url, asked, depth=depth)
        self.check(reply.status)
        return reply.results or ()

    def versions(self, collection: str) -> Mapping[str, str]:
        """The ETag of each resource, by its name within the collection. Raises as `asking`."""
        found = self.described(collection, VERSIONS, depth=1)
        if not found:  # even an empty collection describes itself
            gone = "The {what} server at {url} is no such server, or breaks off."
            raise ServiceError(self._told(gone))
        return {
            name: str(each.properties[ETAG])
            for each in found
            if each.properties.get(ETAG) and (name := name_within(collection, each.href))
        }

    def _opened(self) -> Any:
        if self._client is None:
            from caldav.davclient import DAVClient

            self._client = DAVClient(
                self.url,
                username=self._user or None,
                password=self._password or None,
                timeout=TIMEOUT_S,
                ssl_verify_cert=_trusted(),
                require_tls=False,
                enable_rfc6764=False,
            )
        return self._client


def _trusted() -> bool | str:
    """The certificates that the environment names: this library looks for a variable of its own,
    but not for that of OpenSSL, which everything else here follows."""
    file = os.environ.get("SSL_CERT_FILE", "")
    return file if Path(file).is_file() and "REQUESTS_CA_BUNDLE" not in os.environ else True


def name_within(collection: str, href: str) -> str:
    """The part of an address within a collection; empty for the collection itself."""
    path, here = urlsplit(href).path, urlsplit(collection).path
    return path.removeprefix(here).strip("/")


class DavServer:
    """A `Server`, found when it is first needed."""

    def __init__(self, url: str, user: str, password: str, what: DavKind = "calendar") -> None:
        """`url` is that of the server, or of one calendar on it; a list of tasks is one too.

        Raises SettingsError for one that would be sent the password in the clear.
        """
        self._dav, self._what = DavClient(url, user, password, what), what
        self._calendar: Any = None

    def versions(self) -> Mapping[str, str]:
        with self._asking() as calendar:
            return self._dav.versions(str(calendar.url))

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        with self._asking() as calendar:
            here = str(calendar.url)
            found = calendar.multiget([calendar.url.join(name) for name in names])
            return {name_within(here, str(each.url)): str(each.data) for each in found}

    def put(self, name: str, text: str, version: str | None) -> None:
        condition = {"If-Match": version} if version else {"If-None-Match": "*"}
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        self._change("PUT", name, text, condition | kind)

    def delete(self, name: str, version: str | None) -> None:
        self._change("DELETE", name, "", {"If-Match": version} if version else {})

    def _change(self, method: str, name: str, text: str, headers: Mapping[str, str]) -> None:
        with self._asking() as calendar:
            url = urljoin(str(calendar.url), name)
            status = calendar.client.request(url, method, text, headers).status
        if status == 412:
            changed = "Somebody else changed {name} in the {what} meanwhile."
            raise ChangedError(told(changed, name=name, what=self._what))
        if status >= FAILS:
            raise UnreachableError(f"The {self._what} server fails, with {status}.")
        if status >= 400 and not (method == "DELETE" and status == 404):
            refused = "The {what} server refused a change, with {status}."
            raise ServiceError(told(refused, what=self._what, status=status))

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """The calendar. Raises as `DavClient.asking`."""
        with self._dav.asking() as client:
            if self._calendar is None:
                self._calendar = self._found(client)
            yield self._calendar

    def _found(self, client: Any) -> Any:
        """The calendar at the address, or the first one of its kind below it."""
        component, setting = HOLDS[self._what]
        for calendar in client.principal().calendars():
            here = str(calendar.url).startswith(self._dav.url)
            if here and component in calendar.get_supported_components():
                return calendar
        none = "There is no {what} at {url}; mend {setting}."
        raise ServiceError(told(none, what=self._what, url=self._dav.url, setting=setting))
