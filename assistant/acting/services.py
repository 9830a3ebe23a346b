"""What handlers can ask for: the services, as Protocols, and the records that they speak in.

A handler gets one by naming it as the annotation of a parameter. Times are naive and local,
as they are said: "tomorrow at three".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from assistant.acting.household import Home, House, Media, Notes, Routines, Volume
from assistant.records import Weekly


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """One of the numbers of a contact."""

    label: str
    """What it is for, lower case: "mobile", "home", "work"; empty when nobody said."""
    number: str
    """As it stands in the address book."""
    preferred: bool = False
    """Whether the address book prefers it to the others."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in the address book; as a slot, the person who was named."""

    name: str
    numbers: tuple[ContactNumber, ...] = ()
    """The preferred one first."""
    nicknames: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    """Set when the name that was said fits several people: their full names."""
    relations: tuple[str, ...] = ()
    """What they are to the person, in words: "sister"."""

    def __str__(self) -> str:
        return self.name

    def number(self, label: str = "") -> ContactNumber | None:
        """The number with that label, or without a label the one to use first."""
        if not label:
            return self.numbers[0] if self.numbers else None
        return next(iter(self.fitting(label)), None)

    def fitting(self, label: str = "") -> tuple[ContactNumber, ...]:
        """The numbers that could be meant: those with the label, or without one those that are
        labelled like the one to use first; of them the preferred one, where there is one."""
        wanted = label or (self.numbers[0].label if self.numbers else "")
        found = tuple(number for number in self.numbers if number.label == wanted)
        return tuple(number for number in found if number.preferred)[:1] or found


NumberKind = Literal["ordinary", "emergency", "premium", "code", "unknown"]
"""Emergency services; a number that costs more than a call; a code such as *21# that changes what
the network does; a number that fits no rule of its country."""


@dataclass(frozen=True, slots=True)
class CheckedNumber:
    """A telephone number by the rules of its country."""

    dial: str
    """What is dialled: international where the number is valid, else just as it was said."""
    shown: str
    """As people write it there: "020 7946 0958", or "+49 30 123456" of another country."""
    kind: NumberKind

    @property
    def always_read_back(self) -> bool:
        """Whether it is read back whatever the settings: nobody dials such a number by guess."""
        return self.kind in ("emergency", "premium", "code")


@dataclass(frozen=True, slots=True)
class Call:
    """One that was made, or came."""

    number: str
    at: datetime
    name: str = ""
    """Whose number it is; empty where nobody knows."""
    incoming: bool = False


TimerKind = Literal["timer", "alarm", "reminder"]


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that the clock will announce; as a slot, the one that was named."""

    id: int
    due: datetime
    message: str
    """What is said when it is due."""
    name: str = ""
    """What its owner calls it: "pasta"."""
    length: timedelta | None = None
    """What a timer was set for; None for alarms and reminders."""
    kind: TimerKind = "timer"
    weekly: Weekly | None = None
    """When an alarm or reminder comes again and again; `due` is then the next time."""

    def __str__(self) -> str:
        return self.name or self.message


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of the calendar; a recurring one appears once for each time it happens. As a slot,
    the next one with the title that was said."""

    title: str
    start: datetime
    length: timedelta
    all_day: bool = False
    place: str = ""
    id: str = ""
    """The calendar's own name for it; all of a recurring one share it."""

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known; as a slot, the topic that was named."""

    topic: str
    """As it is asked for: "the capital of france"."""
    answer: str
    """A sentence."""
    source: str
    """The file it comes from."""

    def __str__(self) -> str:
        return self.answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source says to an open question."""

    source: str
    """As it is named aloud: "your note “garden”", "Wikipedia"."""
    sentences: Iterable[str]
    """May still be in the making, and can be gone through once."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Money in another currency."""

    amount: float
    day: date
    """Of the rates."""
    source: str
    """Whose they are, as it is named aloud: "the European Central Bank"."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weather of a day."""

    day: date
    sky: str
    """In words: "light rain"."""
    low_c: float
    """Degrees Celsius."""
    high_c: float
    rain_percent: int | None
    """How likely it rains or snows; None where nobody knows."""
    now_c: float | None
    """The temperature at the moment; None for other days than today."""
    source: str
    """Who says so, as it is named aloud."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday."""

    name: str
    """In English."""
    day: date
    said: str = ""
    """Its name in the language of the conversation; empty where only the English one is known."""


@dataclass(frozen=True, slots=True)
class Ability:
    """One thing that the assistant can do, for "what can I say"."""

    name: str
    """Of the intent: "timer.set_timer"."""
    example: str
    """A sentence that reaches it."""


class Clock(Protocol):
    """The time, and what is to be announced later. Everything survives a restart."""

    def now(self) -> datetime:
        """The local time, without a zone."""
        ...

    def after(self, length: timedelta, message: str, name: str = "") -> Timer:
        """Start a timer. Raises StateError when it can't be remembered."""
        ...

    def at(self, when: datetime, message: str, kind: TimerKind = "reminder") -> Timer:
        """Announce at a time of day: an alarm rings, a reminder is said once. Raises StateError."""
        ...

    def every(self, weekly: Weekly, message: str, kind: TimerKind = "alarm") -> Timer:
        """Announce on certain weekdays until it is cancelled. Raises StateError."""
        ...

    def timers(self) -> Sequence[Timer]:
        """What is still to come, soonest first."""
        ...

    def cancel(self, timer: Timer) -> bool:
        """Forget it; False when it was no longer there. Raises StateError."""
        ...

    def silence(self) -> Sequence[Timer]:
        """Stop whatever rings at the moment, and say what that was. Raises StateError."""
        ...

    def snooze(self, length: timedelta) -> Sequence[Timer]:
        """Stop whatever rings and let it ring again after `length`. Raises StateError."""
        ...


class Stopwatch(Protocol):
    """One stopwatch, which runs on through a restart."""

    def start(self) -> bool:
        """Start from nought, or go on where it was stopped; False when it runs already."""
        ...

    def stop(self) -> bool:
        """Hold it; False when it doesn't run. Raises StateError, as the others do."""
        ...

    def reset(self) -> None:
        """Back to nought, and stopped."""
        ...

    def elapsed(self) -> timedelta | None:
        """What it shows; None when it was never started, or reset."""
        ...


class Contacts(Protocol):
    """The address book."""

    def people(self) -> Sequence[Contact]:
        """Everybody. Raises ServiceError when the file can't be read."""
        ...


class Phone(Protocol):
    """Places calls."""

    def checked(self, number: str) -> CheckedNumber:
        """What the number is. Raises ServiceError where it has no digits."""
        ...

    def help_number(self) -> str:
        """The emergency number here. Raises ServiceError where the country has no single one."""
        ...

    def call(self, number: str, name: str = "", confirmed: bool = False) -> None:
        """Start a call, to somebody of that name. Raises ServiceError, saying why, when this
        machine can't, nobody is reached, or there were too many calls already; and for a number
        that is always read back, unless somebody `confirmed` that this one is meant."""
        ...

    def hang_up(self) -> bool:
        """End the call that is; False where there is none. Raises ServiceError."""
        ...

    def calls(self) -> Sequence[Call]:
        """Those of the last time, the newest first. Raises StateError."""
        ...


class Calendar(Protocol):
    """The calendar of the person."""

    def add(self, title: str, start: datetime, length: timedelta, place: str = "") -> Appointment:
        """Enter an appointment. Raises ServiceError or StateError."""
        ...

    def add_weekly(self, title: str, weekly: Weekly, length: timedelta) -> Appointment:
        """Enter one that comes every week, and give the first. Raises as `add` does."""
        ...

    def move(self, which: Appointment, start: datetime) -> Appointment:
        """To another time; of a recurring one, only this time. Raises as `add` does."""
        ...

    def cancel(self, which: Appointment) -> None:
        """Take it out; of a recurring one, only this time. Raises as `add` does."""
        ...

    def between(self, start: datetime, end: datetime) -> Sequence[Appointment]:
        """What happens then, soonest first. Raises ServiceError."""
        ...


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


class Knowledge(Protocol):
    """Facts that are known without a network."""

    def facts(self) -> Sequence[Fact]: ...


class Questions(Protocol):
    """Sources that know about the world. Handed out only where the settings name one."""

    def ask(self, question: str) -> Answer | None:
        """The first answer of a source that has one; None where none knows.

        Raises ServiceError when nobody knows and a source couldn't be asked. So may the
        sentences of an answer, where it breaks off.
        """
        ...


class Rates(Protocol):
    """What money is worth. Handed out only where the settings name a source."""

    def exchange(self, amount: float, currency: str, other: str) -> Exchanged | None:
        """So much of a currency in another one, both by their ISO 4217 codes; None where one of
        them isn't listed. Raises ServiceError when the rates can't be had.
        """
        ...


class Weather(Protocol):
    """The weather. Handed out only where the settings name a source."""

    def forecast(self, day: date, at: tuple[float, float] | None = None) -> Forecast | None:
        """Of a day at a latitude and longitude, or at the person's own place; None where nobody
        knows yet. Raises ServiceError when it can't be had.
        """
        ...


class Holidays(Protocol):
    """Public holidays."""

    def between(self, start: date, end: date, country: str = "") -> Sequence[Holiday]:
        """Those of a country, by its ISO 3166 code, or of the person's own, soonest first; `end`
        is no longer asked about. Raises ServiceError for a country that nobody knows.
        """
        ...

    def source(self) -> str:
        """Whose they are, as it is named aloud."""
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
