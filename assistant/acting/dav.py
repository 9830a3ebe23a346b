"""The CalDAV server itself, asked with the library caldav (extra `calendar`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

from assistant.acting.caldav import ChangedError, UnreachableError
from assistant.errors import ServiceError
from assistant.network import in_the_clear

TIMEOUT_S = 4
"""Of one request; a handler has ten seconds in all."""

ETAG = "{DAV:}getetag"

VERSIONS = """<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>"""


class DavServer:
    """A `Server`, found when it is first needed."""

    def __init__(self, url: str, user: str, password: str) -> None:
        """`url` is that of the server, or of one calendar on it.

        Raises ServiceError for one that would be sent the password in the clear.
        """
        if in_the_clear(url):
            raise ServiceError(f"{url} would be sent your password in the clear; use https://.")
        self._url, self._user, self._password = url, user, password
        self._calendar: Any = None

    def versions(self) -> Mapping[str, str]:
        with self._asking() as calendar:
            found = calendar.client.propfind(str(calendar.url), VERSIONS, depth=1).results or ()
        return {
            self._name(each.href): str(each.properties[ETAG])
            for each in found
            if each.properties.get(ETAG) and self._name(each.href)
        }

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        with self._asking() as calendar:
            found = calendar.multiget([calendar.url.join(name) for name in names])
            return {self._name(str(each.url)): str(each.data) for each in found}

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
            raise ChangedError(f"Somebody else changed {name} in the calendar meanwhile.")
        if status >= 400 and not (method == "DELETE" and status == 404):
            raise ServiceError(f"The calendar server refused a change, with {status}.")

    def _name(self, href: str) -> str:
        """The part of an address within the calendar; empty for the calendar itself."""
        path, here = urlsplit(href).path, urlsplit(str(self._calendar.url)).path
        return path.removeprefix(here).strip("/")

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """The calendar, with the library's errors as ours."""
        try:
            from caldav.lib.error import AuthorizationError, DAVError
            from niquests.exceptions import RequestException
        except ImportError as error:
            raise ServiceError(
                "A calendar on a server needs caldav: pip install 'assistant[calendar]'."
            ) from error
        try:
            if self._calendar is None:
                self._calendar = self._found()
            yield self._calendar
        except AuthorizationError as error:
            raise ServiceError(
                f"The calendar server refuses the password of {self._user or 'nobody'}; mend it."
            ) from error
        except RequestException as error:
            raise UnreachableError(f"The calendar server at {self._url} doesn't answer.") from error
        except DAVError as error:
            raise ServiceError(
                f"The calendar server at {self._url} gives no calendar: {error.reason}."
            ) from error

    def _found(self) -> Any:
        """The calendar at the address, or the first one of the person below it."""
        from caldav.davclient import DAVClient

        client: Any = DAVClient(
            self._url,
            username=self._user or None,
            password=self._password or None,
            timeout=TIMEOUT_S,
            require_tls=False,
            enable_rfc6764=False,
        )
        for calendar in client.principal().calendars():
            here = str(calendar.url).startswith(self._url)
            if here and "VEVENT" in calendar.get_supported_components():
                return calendar
        raise ServiceError(f"There is no calendar at {self._url}; mend acting.calendar_url.")
