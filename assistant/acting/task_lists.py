"""Lists whose things are tasks on a CalDAV server (RFC 5545, VTODO), beside those in plain text.

What is taken off a list is ticked off, as a person would do it there, and never deleted.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from assistant.acting import ical
from assistant.acting.dav_copy import DavCopy, Resources
from assistant.acting.services import Lists
from assistant.errors import ServiceError
from assistant.phrasebook import told

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""When a task was made that doesn't say so."""

log = logging.getLogger(__name__)


class TaskLists:
    """`Lists` of which some are on a server, each by its name, and the `others` are elsewhere."""

    def __init__(self, copies: Mapping[str, DavCopy], others: Lists) -> None:
        self._copies, self._others = dict(copies), others

    def items(self, name: str) -> Sequence[str]:
        if (copy := self._copies.get(name)) is None:
            return self._others.items(name)
        copy.refresh()
        return [each.title for each in _to_do(copy.texts())]

    def add(self, name: str, item: str) -> bool:
        if (copy := self._copies.get(name)) is None:
            return self._others.add(name, item)
        if _called(item, copy.texts()):
            return False
        with copy.changing() as resources:
            before = _to_do(resources.texts())
            resources.add(*_task(item, max((each.made for each in before), default=LONG_AGO)))
        return True

    def remove(self, name: str, item: str) -> bool:
        if (copy := self._copies.get(name)) is None:
            return self._others.remove(name, item)
        if not _called(item, copy.texts()):
            copy.refresh()  # somebody may just have entered it elsewhere
        if not _called(item, copy.texts()):
            return False
        with copy.changing() as resources:
            _tick_off(resources, _called(item, resources.texts()))
        return True

    def clear(self, name: str) -> int:
        if (copy := self._copies.get(name)) is None:
            return self._others.clear(name)
        copy.refresh()
        if not _to_do(copy.texts()):
            return 0
        with copy.changing() as resources:
            every = _to_do(resources.texts())
            _tick_off(resources, every)
        return len(every)


@dataclass(frozen=True, slots=True)
class _Task:
    """Something that is still to be done."""

    resource: str
    """The name of the resource that it is in."""
    title: str
    made: datetime


def _to_do(texts: Mapping[str, str]) -> list[_Task]:
    """What isn't ticked off, the oldest first."""
    found = [each for name, text in texts.items() for each in _tasks_in(name, text)]
    return sorted(found, key=lambda each: (each.made, each.title))


def _called(title: str, texts: Mapping[str, str]) -> list[_Task]:
    """Those with a title, however its letters are written."""
    return [each for each in _to_do(texts) if each.title.casefold() == title.casefold()]


def _tasks_in(name: str, text: str) -> Iterator[_Task]:
    """A resource that can't be read takes nothing from the others."""
    try:
        todos = ical.parsed(text.encode()).walk("VTODO")
        for each in todos:
            done = each.get("STATUS") in ("COMPLETED", "CANCELLED") or "COMPLETED" in each
            title = " ".join(str(each.get("SUMMARY", "")).split())
            if title and not done:
                yield _Task(name, title, _made(each))
    except ValueError as error:
        log.warning("The list's %s can't be read: %s", name, error)


def _made(todo: Any) -> datetime:
    stamp = todo.get("CREATED") or todo.get("DTSTAMP")
    moment = stamp.dt if stamp else None
    return moment.astimezone(UTC) if isinstance(moment, datetime) else LONG_AGO


def _task(title: str, newest: datetime) -> tuple[str, bytes]:
    """A new one with its identity, younger than the `newest` by a second, which is as fine as the
    format has it: the order is that of asking."""
    from icalendar import Todo

    identity, todo, now = ical.new_id(), Todo(), datetime.now(UTC)
    todo.add("uid", identity)
    todo.add("dtstamp", now)
    todo.add("created", max(now, newest + timedelta(seconds=1)) if newest > LONG_AGO else now)
    todo.add("summary", title)
    todo.add("status", "NEEDS-ACTION")
    return identity, bytes(todo.to_ical())


def _tick_off(resources: Resources, tasks: Sequence[_Task]) -> None:
    """Note that tasks are done. Raises ServiceError for one that comes again and again."""
    texts = resources.texts()
    for each in tasks:
        resources.change(each.resource, _ticked_off(each, texts[each.resource]))


def _ticked_off(task: _Task, text: str) -> str:
    calendar = ical.parsed(text.encode())
    for todo in calendar.walk("VTODO"):
        if "RRULE" in todo:
            recurring = "{title} comes again and again; tick it off where you entered it."
            raise ServiceError(told(recurring, title=task.title))
        for name in ("STATUS", "COMPLETED", "PERCENT-COMPLETE", "LAST-MODIFIED"):
            todo.pop(name, None)
        now = datetime.now(UTC)
        todo.add("status", "COMPLETED")
        todo.add("percent-complete", 100)
        todo.add("completed", now)
        todo.add("last-modified", now)
    return bytes(calendar.to_ical()).decode()
