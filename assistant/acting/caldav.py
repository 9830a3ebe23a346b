"""A calendar on a CalDAV server (RFC 4791), with a copy here: it is read and changed without a
network too, and what was changed meanwhile is sent later, in order, and never lost.

Nothing is overwritten that somebody else changed: each change names the version it was made from
(its ETag). Where the server has another one, theirs stays and ours is entered beside it.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from assistant.acting import ical
from assistant.acting.clock import next_of
from assistant.acting.services import Appointment
from assistant.acting.storage import Version, file_version, locked, read_json, write_json
from assistant.errors import ServiceError
from assistant.records import Weekly

FRESH_S = 60.0
"""What was fetched so recently isn't fetched again; nor is a server asked that didn't answer."""

log = logging.getLogger(__name__)


class UnreachableError(ServiceError):
    """There is no network, or nobody at the other end: a reason to wait, not to complain."""


class ChangedError(ServiceError):
    """The server has another version than the one that a change was made from."""


class Server(Protocol):
    """The resources of one calendar, each a text with one event, by their address."""

    def versions(self) -> Mapping[str, str]:
        """The ETag of each. Raises UnreachableError, or ServiceError, as the others do."""
        ...

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]: ...

    def put(self, name: str, text: str, version: str | None) -> None:
        """Write one made from `version`, or a new one. Raises ChangedError."""
        ...

    def delete(self, name: str, version: str | None) -> None:
        """Remove it; one that is gone is no error. Raises ChangedError."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A resource as the server has it."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What the server is still to be told."""

    version: str | None
    """The version that was changed; None for a new one."""
    text: str | None
    """None to delete it."""


@dataclass(slots=True)
class Copy:
    """What is known of the server's calendar, and what was changed here."""

    kept: dict[str, Kept] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    fetched: bool = False
    """Whether the server has ever been read."""

    def texts(self) -> dict[str, str]:
        """Every resource as it is with our changes."""
        changed = {name: change.text for name, change in self.changes.items()}
        merged = {name: kept.text for name, kept in self.kept.items()} | changed
        return {name: text for name, text in merged.items() if text is not None}

    def change(self, name: str, text: str | None) -> None:
        """Note a change; several of one resource become one."""
        before = self.changes.get(name)
        version = self.kept[name].version if name in self.kept else None
        if text is None and version is None:
            self.changes.pop(name, None)  # the server never heard of it
        else:
            self.changes[name] = Change(before.version if before else version, text)


class CalDavCalendar:
    """A `Calendar` of a server, kept in a file here."""

    def __init__(
        self,
        server: Server,
        file: Path,
        now: Callable[[], datetime] = datetime.now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server, self._file, self._now, self._monotonic = server, file, now, monotonic
        self._asked_s = -FRESH_S

    @property
    def version(self) -> Version:
        """Changes whenever the copy does."""
        return file_version(self._file)

    def add(self, title: str, start: datetime, length: timedelta) -> Appointment:
        made = ical.new_appointment(title, start, length)
        self._enter(made, ical.event_text(made))
        return made

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        first = ical.new_appointment(title, next_of(weekly, self._now()), length)
        self._enter(first, ical.series_text(first, weekly))
        return first

    def move(self, which: Appointment, start: datetime) -> Appointment:
        with self._changing() as copy:
            name, text = _holding(copy, which)
            moved = ical.moved(text.encode(), which, start)
            copy.change(name, moved.content.decode())
            if moved.separate:
                copy.change(*_resource(moved.appointment.id, moved.separate))
        return moved.appointment

    def cancel(self, which: Appointment) -> None:
        with self._changing() as copy:
            name, text = _holding(copy, which)
            left = ical.without(text.encode(), which)
            copy.change(name, left.decode() if b"BEGIN:VEVENT" in left else None)

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, by the server or, where that doesn't answer, by the copy."""
        self._refresh()
        return self.known(start, end)

    def known(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then by the copy; the network is left alone."""
        found = [
            each
            for name, text in self._read().texts().items()
            for each in _appointments(name, text, start, end)
        ]
        return sorted(found, key=lambda each: (each.start, each.title))

    def _enter(self, made: Appointment, event: bytes) -> None:
        with self._changing() as copy:
            copy.change(*_resource(made.id, event))

    @contextmanager
    def _changing(self) -> Iterator[Copy]:
        """The copy, to be changed; then it is written, and the server told."""
        with locked(self._file):
            copy = self._read()
            yield copy
            self._write(copy)
        self._told()

    def _told(self) -> None:
        """Tell the server of a change at once; what it can't be told now it is told later."""
        self._asked_s = -FRESH_S
        try:
            self._refresh()
        except ServiceError as error:
            raise ServiceError(f"{error} The change is kept here, and sent later.") from error

    def _refresh(self) -> None:
        """Send what is to be sent, then fetch what changed. Raises ServiceError, but not where
        the server is away and there is a copy."""
        if self._monotonic() - self._asked_s < FRESH_S:
            return
        self._asked_s = self._monotonic()
        try:
            with locked(self._file):
                self._send()
                self._fetch()
        except UnreachableError as error:
            log.warning("%s", error)
            if not self._read().fetched and not self._read().changes:
                raise

    def _send(self) -> None:
        while changes := self._read().changes:
            name, change = next(iter(changes.items()))
            beside = None
            try:
                if change.text is None:
                    self._server.delete(name, change.version)
                else:
                    self._server.put(name, change.text, change.version)
            except ChangedError as error:
                log.warning("%s", error)
                beside = change.text
            copy = self._read()
            del copy.changes[name]
            if beside and change.version is not None:
                identity, text = ical.as_another(beside.encode(), " (my version)")
                copy.change(*_resource(identity, text))
            elif change.text is not None:
                copy.kept[name] = Kept("", change.text)  # its version comes when it is fetched
            else:
                copy.kept.pop(name, None)
            self._write(copy)

    def _fetch(self) -> None:
        copy, versions = self._read(), self._server.versions()
        stale = [
            name
            for name, version in versions.items()
            if name not in copy.kept or copy.kept[name].version != version
        ]
        texts = self._server.fetch(stale) if stale else {}
        fresh = {name: Kept(versions[name], text) for name, text in texts.items()}
        unchanged = {name: kept for name, kept in copy.kept.items() if name in versions}
        self._write(Copy(unchanged | fresh, copy.changes, fetched=True))

    def _read(self) -> Copy:
        found, _ = read_json(self._file)
        if not found:
            return Copy()
        return Copy(
            {name: Kept(**kept) for name, kept in found["kept"].items()},
            {name: Change(**change) for name, change in found["changes"].items()},
            found["fetched"],
        )

    def _write(self, copy: Copy) -> None:
        if copy != self._read():
            write_json(self._file, asdict(copy))


def _resource(identity: str, event: bytes) -> tuple[str, str]:
    """A resource of its own for an event: its name, and its text."""
    name = quote(identity.removesuffix("@assistant"), safe="") + ".ics"
    return name, ical.with_event(ical.EMPTY, event).decode()


def _holding(copy: Copy, which: Appointment) -> tuple[str, str]:
    """The resource with an appointment. Raises ServiceError where there is none any more."""
    for name, text in copy.texts().items():
        if ical.holds(text.encode(), which.id):
            return name, text
    raise ServiceError(f"{which.title} isn't in the calendar any more.")


def _appointments(name: str, text: str, start: datetime, end: datetime) -> Iterator[Appointment]:
    """A resource that can't be read takes nothing from the others."""
    try:
        yield from ical.appointments_between(ical.parsed(text.encode()), start, end)
    except ValueError as error:
        log.warning("The calendar's %s can't be read: %s", name, error)


def copy_name(url: str) -> str:
    """The file name of the copy of a calendar."""
    return f"calendar-{hashlib.sha256(url.encode()).hexdigest()[:12]}.json"
