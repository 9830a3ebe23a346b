"""What handlers can ask for: all services, as Protocols. Most stand beside their records.

A handler gets one by naming it as the annotation of a parameter. Times are naive and local,
as they are said: "tomorrow at three".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.acting.household import Home, House, Media, Notes, Routines, Volume
from assistant.acting.references import Holidays as Holidays
from assistant.acting.references import Knowledge as Knowledge
from assistant.acting.references import Questions as Questions
from assistant.acting.references import Rates as Rates
from assistant.acting.references import Weather as Weather
from assistant.acting.telephone import Contacts as Contacts
from assistant.acting.telephone import Phone as Phone
from assistant.acting.timekeeping import Calendar as Calendar
from assistant.acting.timekeeping import Clock as Clock
from assistant.acting.timekeeping import Stopwatch as Stopwatch


@dataclass(frozen=True, slots=True)
class Ability:
    """One thing that the assistant can do, for "what can I say"."""

    name: str
    """Of the intent: "timer.set_timer"."""
    example: str
    """A sentence that reaches it."""


class Lists(Protocol):
    """Lists of things, by name: "shopping", "to-do". All raise StateError or ServiceError."""

    def items(self, name: str) -> Sequence[str]:
        """What stands on it, the oldest first; nothing where there is no such list."""
        ...

    def add(self, name: str, item: str) -> bool:
        """Put it at the end; False when it stands there already."""
        ...

    def remove(self, name: str, item: str) -> bool:
        """Take it off; False when it wasn't there."""
        ...

    def clear(self, name: str) -> int:
        """Take everything off; how many things that were."""
        ...


class Conversation(Protocol):
    """What was said, and what can be said."""

    def last_reply(self) -> str:
        """The reply before this command; empty when there was none."""
        ...

    def abilities(self) -> Sequence[Ability]: ...

    def why(self) -> str:
        """What led to the last decision, in plain words; empty when there was none."""
        ...


SERVICES: tuple[type, ...] = (
    Clock,
    Stopwatch,
    Contacts,
    Phone,
    Calendar,
    Lists,
    Knowledge,
    Questions,
    Home,
    House,
    Media,
    Volume,
    Notes,
    Routines,
    Rates,
    Weather,
    Holidays,
    Conversation,
)
"""The annotations that are handed in rather than understood."""
