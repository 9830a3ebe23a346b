"""Who is called, and how: people, numbers, calls, and the services that have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol


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
    emails: tuple[str, ...] = ()
    """The one to use first."""

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


NumberKind = Literal["ordinary", "emergency", "premium", "code", "unknown", "impossible"]
"""Emergency services; a number that costs more than a call; a code such as *21# that changes what
the network does; a number that fits no rule of its country; one of a length, or a country, that
there isn't."""


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
        return self.kind in ("emergency", "premium", "code", "impossible")


@dataclass(frozen=True, slots=True)
class Call:
    """One that was made, or came."""

    number: str
    at: datetime
    name: str = ""
    """Whose number it is; empty where nobody knows."""
    incoming: bool = False
    went_out: bool = True
    """False for one that this machine couldn't make: no telephone, no network, no account."""


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

    def rings(self) -> bool:
        """Whether somebody calls and waits; True too where nobody can tell, so that `answer` says
        why. Never raises."""
        ...

    def answer(self) -> bool:
        """Take the call that waits; False where none does. Raises ServiceError."""
        ...

    def decline(self) -> bool:
        """Refuse the call that waits; False where none does. Raises ServiceError."""
        ...

    def calls(self) -> Sequence[Call]:
        """Those of the last time, the newest first. Raises StateError."""
        ...
