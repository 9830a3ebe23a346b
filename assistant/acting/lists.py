"""The lists that change while the program runs, for the understanding room."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from assistant.acting.storage import Version
from assistant.acting.timekeeping import Appointment, Clock
from assistant.errors import AssistantError, TemplateError
from assistant.phrasebook import say
from assistant.records import Language, ListEntry, Template
from assistant.understanding.templates import parse
from assistant.understanding.values.speak import spoken

APPOINTMENTS_WITHIN = timedelta(days=60)
"""What is further away can't be named yet."""

UNLISTED: Mapping[str, tuple[str, str]] = {
    "contacts": (
        "Your contacts are empty: put vCards into contacts.vcf in the data folder, or set "
        "acting.contacts.",
        "There is no “{words}” in your contacts.",
    ),
    "appointments": ("Nothing is in your calendar.", "There is no “{words}” in your calendar."),
    "timers": ("There is no timer.", "There is no timer called “{words}”."),
}
"""By list, what somebody is told who named what isn't in it: where it is empty, and where not."""

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

    def unlisted(self, name: str, words: str, language: Language) -> str:
        """What to tell somebody who named what isn't in the list; empty for nothing special.

        Where the list is empty because its source is broken, what is wrong with that.
        """
        if name not in UNLISTED:
            return ""
        empty, lacking = UNLISTED[name]
        if self.entries(name):
            return say(lacking, language, words=words)
        return self._told.get(name) or say(empty, language)


def timer_entries(clock: Clock, languages: Iterable[Language] = ("en",)) -> list[ListEntry]:
    """The running timers by their name, or by their length: "pasta", "ten minute", "hour"."""
    entries = []
    for timer in (each for each in clock.timers() if each.kind == "timer"):
        if name := sayable(timer.name):
            entries.append(ListEntry(name, timer))
        elif timer.length:
            said = dict.fromkeys(spoken(timer.length, language) for language in languages)
            entries += [ListEntry(f"{_bare(length)}|{length}", timer) for length in said]
    return entries


def _bare(length: str) -> str:
    """A length as it stands before a noun: "ten minute", "hour"."""
    return length.removeprefix("an ").removeprefix("a ").removesuffix("s")


class KnownCalendar(Protocol):
    """A calendar of which something is known at once, without a network."""

    @property
    def version(self) -> Version: ...

    def known(self, start: datetime, end: datetime) -> Sequence[Appointment]: ...


class Upcoming:
    """The titles of what comes up, each with the next appointment that has it.

    The list is wanted at every sentence, and made again when the calendar or the minute changes.
    """

    def __init__(self, calendar: KnownCalendar, now: Callable[[], datetime]) -> None:
        self._calendar, self._now = calendar, now
        self._made_of: tuple[Version, datetime] | None = None
        self._entries: list[ListEntry] = []

    def entries(self) -> Sequence[ListEntry]:
        now = self._now().replace(second=0, microsecond=0)
        wanted = (self._calendar.version, now)
        if self._made_of != wanted:
            self._entries = _titles(self._calendar.known(now, now + APPOINTMENTS_WITHIN))
            self._made_of = wanted
        return self._entries


def _titles(coming: Sequence[Appointment]) -> list[ListEntry]:
    entries: dict[str, ListEntry] = {}
    for each in coming:
        if (title := sayable(each.title)) and title not in entries:
            entries[title] = ListEntry(title, each)
    return list(entries.values())


def sayable(name: str) -> str:
    """Lower case words alone: brackets, bars and the like mean something in templates."""
    return " ".join(re.sub(r"[^\w']|_", " ", name.lower().replace("’", "'")).split())


def is_sayable(text: str, file: Path) -> bool:
    """Whether a text of a file can be an entry: a template without slots. Warns where it can't."""
    try:
        slotless = not parse(Template(text, str(file))).references
    except TemplateError as error:
        log.warning("An entry is left out: %s", error)
        return False
    if not slotless:
        log.warning("An entry is left out: %s: “%s” has slots or rules; write words.", file, text)
    return slotless
