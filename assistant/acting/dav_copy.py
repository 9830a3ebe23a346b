"""A copy of what a CalDAV server has (RFC 4791): it is read and changed without a network too, and
what was changed meanwhile is sent later, in order, and never lost.

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
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from assistant.acting import ical
from assistant.acting.storage import Version, file_version, locked, read_json, write_json
from assistant.errors import ServiceError
from assistant.phrasebook import told

FRESH_S = 60.0
"""What was fetched so recently isn't fetched again; nor is a server asked that didn't answer."""

log = logging.getLogger(__name__)


class UnreachableError(ServiceError):
    """There is no network, or nobody at the other end: a reason to wait, not to complain."""


class ChangedError(ServiceError):
    """The server has another version than the one that a change was made from."""


class Server(Protocol):
    """The resources of one calendar, each a text with one event or task, by their names."""

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
class Resources:
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

    def add(self, identity: str, content: bytes) -> None:
        """Note a new event or task, which becomes a resource of its own."""
        name = quote(identity.removesuffix("@assistant"), safe="") + ".ics"
        self.change(name, ical.with_event(ical.EMPTY, content).decode())

    def told(self, name: str, refused: bool) -> None:
        """The server heard of a change, or had another version and kept that: ours, unless it
        was new or deleted something, is then entered beside it."""
        change = self.changes.pop(name)
        if refused and change.text and change.version is not None:
            self.add(*ical.as_another(change.text.encode(), " (my version)"))
        elif change.text is not None:
            self.kept[name] = Kept("", change.text)  # its version comes when it is fetched
        else:
            self.kept.pop(name, None)


class DavCopy:
    """The resources of a server, kept in a file that several processes may use."""

    def __init__(
        self, server: Server, file: Path, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._server, self._file, self._monotonic = server, file, monotonic
        self._asked_s = -FRESH_S
        self._problem: ServiceError | None = None
        """Why the server couldn't be read when it was last asked."""
        self._read: tuple[Version, Resources] | None = None

    @property
    def version(self) -> Version:
        """Changes whenever the copy does."""
        return file_version(self._file)

    def texts(self) -> Mapping[str, str]:
        """Every resource by its name, as the copy has it; the network is left alone."""
        return self._resources().texts()

    @property
    def unsent(self) -> bool:
        """Whether something was changed here that the server still has to be told."""
        return bool(self._resources().changes)

    @contextmanager
    def changing(self) -> Iterator[Resources]:
        """The resources, to be changed; then they are written, and the server is told at once.

        What it can't be told now it is told later. Raises ServiceError where it refuses us; of one
        that never did otherwise nothing is kept, since who mends its address would miss it.
        """
        self._asked_s = -FRESH_S
        answers = self._resources().fetched or self._answers()
        with locked(self._file), self._writing() as resources:
            yield resources
        if not answers:
            return
        self._asked_s = -FRESH_S
        try:
            self.refresh()
        except ServiceError as error:
            kept = told("{error} The change is kept here, and sent later.", error=error)
            raise ServiceError(kept) from error

    def refresh(self) -> None:
        """Send what is to be sent, then fetch what changed. Raises ServiceError, but not where
        the server is away and was read before."""
        if self._monotonic() - self._asked_s >= FRESH_S:
            self._ask()
        elif self._problem and not self._resources().fetched:
            raise self._problem

    def _answers(self) -> bool:
        """Whether the server could be read. Raises ServiceError where it refuses us."""
        try:
            self.refresh()
        except UnreachableError as error:
            log.warning("%s", error)
            return False
        return True

    def _ask(self) -> None:
        self._asked_s, self._problem = self._monotonic(), None
        try:
            with locked(self._file):
                self._send()
                self._fetch()
        except ServiceError as error:
            self._problem = error
            if not (isinstance(error, UnreachableError) and self._resources().fetched):
                raise
            log.warning("%s", error)

    def _send(self) -> None:
        """Change by change, each noted when the server has it: whatever happens, nothing is sent
        twice, and nothing is lost."""
        while pending := self._resources().changes:
            name, change = next(iter(pending.items()))
            refused = False
            try:
                if change.text is None:
                    self._server.delete(name, change.version)
                else:
                    self._server.put(name, change.text, change.version)
            except ChangedError as error:
                log.warning("%s", error)
                refused = True
            with self._writing() as resources:
                resources.told(name, refused)

    def _fetch(self) -> None:
        versions = self._server.versions()
        known = self._resources().kept
        stale = [
            name
            for name, version in versions.items()
            if name not in known or known[name].version != version
        ]
        texts = self._server.fetch(stale) if stale else {}
        with self._writing() as resources:
            fresh = {name: Kept(versions[name], text) for name, text in texts.items()}
            still = {name: kept for name, kept in resources.kept.items() if name in versions}
            resources.kept, resources.fetched = still | fresh, True

    @contextmanager
    def _writing(self) -> Iterator[Resources]:
        """The resources, to be changed; what became of them is written."""
        before = self._resources()
        after = Resources(dict(before.kept), dict(before.changes), before.fetched)
        yield after
        if after != before:
            write_json(self._file, asdict(after))
            self._read = self.version, after

    def _resources(self) -> Resources:
        """What the file holds; it is read only where somebody has written it. Not to be changed."""
        version = self.version
        if self._read is None or self._read[0] != version:
            self._read = version, _from_file(self._file)
        return self._read[1]


def _from_file(file: Path) -> Resources:
    found, _ = read_json(file)
    if not found:
        return Resources()
    return Resources(
        {name: Kept(**kept) for name, kept in found["kept"].items()},
        {name: Change(**change) for name, change in found["changes"].items()},
        found["fetched"],
    )


def copy_name(kind: str, url: str) -> str:
    """The file name of the copy of what is at an address; `kind` tells a person what it is."""
    return f"{kind}-{hashlib.sha256(url.encode()).hexdigest()[:12]}.json"
