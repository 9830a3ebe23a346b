"""The lists that change while the program runs, for the understanding room."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from assistant.acting.services import Calendar, Clock
from assistant.errors import AssistantError
from assistant.records import ListEntry
from assistant.understanding.values.speak import spoken

APPOINTMENTS_WITHIN = timedelta(days=60)
"""What is further away can't be named yet."""

log = logging.getLogger(__name__)


class LivingLists:
    """A `ListSource`: each list by the function that gives its entries now."""

    def __init__(self, lists: Mapping[str, Callable[[], Sequence[ListEntry]]]) -> None:
        self._lists = dict(lists)
        self._told: dict[str, str] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """Why lists were empty that shouldn't be, each in a sentence."""
        return tuple(self._told.values())

    def entries(self, name: str) -> Sequence[ListEntry] | None:
        """The entries, or None where there is no such list. A broken source has no entries."""
        if name not in self._lists:
            return None
        try:
            return self._lists[name]()
        except AssistantError as error:
            if self._told.get(name) != str(error):  # asked at every sentence, said once
                log.warning("The list of %s is empty: %s", name, error)
                self._told[name] = str(error)
            return ()


def timer_entries(clock: Clock) -> list[ListEntry]:
    """The running timers by their name, or by their length: "pasta", "ten minute", "hour"."""
    entries = []
    for timer in clock.timers():
        if name := sayable(timer.name):
            entries.append(ListEntry(name, timer))
        elif timer.length:
            said = spoken(timer.length)
            bare = said.removeprefix("an ").removeprefix("a ").removesuffix("s")
            entries.append(ListEntry(f"{bare}|{said}", timer))
    return entries


def appointment_entries(calendar: Calendar, now: datetime) -> list[ListEntry]:
    """The titles of what comes up, each with the next appointment that has it."""
    entries: dict[str, ListEntry] = {}
    for coming in calendar.between(now, now + APPOINTMENTS_WITHIN):
        if (title := sayable(coming.title)) and title not in entries:
            entries[title] = ListEntry(title, coming)
    return list(entries.values())


def sayable(name: str) -> str:
    """Lower case words alone: brackets, bars and the like mean something in templates."""
    return " ".join(re.sub(r"[^\w']|_", " ", name.lower().replace("’", "'")).split())
