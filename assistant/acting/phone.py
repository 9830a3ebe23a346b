"""Calls: by rules, written down, and no more of them than somebody would make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Literal, Protocol

from assistant.acting.call_log import CallLog
from assistant.acting.numbers import checked, help_number
from assistant.acting.telephone import Call, CheckedNumber, Contacts
from assistant.errors import AssistantError, ServiceError, StateError
from assistant.phrasebook import told
from assistant.records import Announcement
from assistant.understanding.values.speak import spoken

WITHIN = timedelta(minutes=10)
"""Calls of so long count against the limit."""

TELLING = 6
"""Last digits that tell most numbers apart."""


class UnansweredError(ServiceError):
    """The call went out, and nobody was reached. Any other error is one before that."""


@dataclass(frozen=True, slots=True)
class LineEvent:
    """What happened on a line by itself."""

    kind: Literal["incoming", "failed"]
    """Somebody calls; or a call that was under way wasn't answered."""
    number: str
    """Empty where who calls doesn't show it."""
    problem: str = ""
    """Why, in one sentence."""


class Line(Protocol):
    """What carries calls: a desktop, a SIP telephone, a modem."""

    def dial(self, number: str) -> None:
        """Start a call, and return when it rings, or is on its way. Raises ServiceError, and
        UnansweredError where the call went out all the same."""
        ...

    def hang_up(self) -> bool:
        """End what is under way; False where nothing is. Raises ServiceError."""
        ...

    def rings(self) -> bool:
        """Whether somebody calls and waits; True too where this line can't tell, so that `answer`
        says why. Never raises."""
        ...

    def answer(self) -> bool:
        """Take the call that waits; False where none does. Raises ServiceError."""
        ...

    def decline(self) -> bool:
        """Refuse the call that waits; False where none does. Raises ServiceError."""
        ...

    def events(self) -> Sequence[LineEvent]:
        """What happened since this was last asked. Never raises, and never waits for long: nothing
        is heard meanwhile."""
        ...


class LinePhone:
    """A `Phone` over a line. Also an `Announcements`: it tells who calls, and who couldn't be
    reached."""

    def __init__(
        self,
        line: Line,
        log: CallLog,
        contacts: Contacts,
        region: str,
        most_calls: int = 5,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """`most_calls` may be made within ten minutes; calls for help always go out."""
        self._line, self._log, self._contacts = line, log, contacts
        self._region, self._most_calls, self._now = region, most_calls, now

    def checked(self, number: str) -> CheckedNumber:
        return checked(number, self._region)

    def help_number(self) -> str:
        return help_number(self._region)

    def call(self, number: str, name: str = "", confirmed: bool = False) -> None:
        asked = self.checked(number)
        if asked.always_read_back and not confirmed:
            raise ServiceError(
                told(
                    "{number} is called only when it was read back; say “call” and the number.",
                    number=asked.shown,
                )
            )
        if asked.kind != "emergency":
            self._hold_back()
        self._start(asked, name)

    def _start(self, asked: CheckedNumber, name: str) -> None:
        entry = self._written_down(asked, name)
        try:
            self._line.dial(asked.dial)
        except UnansweredError:
            raise
        except ServiceError:
            with suppress(StateError):  # it counts then, as if it had gone out
                if entry is not None:
                    self._log.stayed_here(entry)
            raise

    def _written_down(self, asked: CheckedNumber, name: str) -> int | None:
        """Before it is made, since it is redialled all the more when it failed; None where it
        can't be, which keeps nobody from calling for help."""
        try:
            return self._log.add(Call(asked.dial, self._now(), name or self._name(asked.dial)))
        except StateError:
            if asked.kind != "emergency":
                raise
            return None

    def hang_up(self) -> bool:
        return self._line.hang_up()

    def rings(self) -> bool:
        return self._line.rings()

    def answer(self) -> bool:
        return self._line.answer()

    def decline(self) -> bool:
        return self._line.decline()

    def calls(self) -> Sequence[Call]:
        return self._log.calls()

    def due(self) -> Sequence[Announcement]:
        """Calls that failed after a while, and those that come, which are also written down."""
        return [Announcement(self._told(event)) for event in self._line.events()]

    def _told(self, event: LineEvent) -> str:
        name = self._name(event.number)
        who = name or self._spoken(event.number)
        if event.kind == "failed":
            return f"{who}: {event.problem}"
        if not event.number:
            return told("Somebody is calling.")
        with suppress(StateError):  # a full disk is no reason to stop listening
            self._log.add(Call(event.number, self._now(), name, incoming=True))
        return told("{who} is calling.", who=who)

    def _spoken(self, number: str) -> str:
        """A number as it is said in its own country."""
        try:
            return spoken(_dialled(self.checked(number).shown))
        except ServiceError:
            return number

    def _hold_back(self) -> None:
        since = self._now() - WITHIN
        made = [each for each in self.calls() if each.at > since]
        if sum(each.went_out and not each.incoming for each in made) >= self._most_calls:
            raise ServiceError(
                told(
                    "That would be more than {most} calls in ten minutes; wait a little, or raise "
                    "phone.most_calls.",
                    most=self._most_calls,
                )
            )

    def _name(self, number: str) -> str:
        """Who in the address book has the number; empty where nobody has."""
        try:
            dialled, people = self.checked(number).dial, self._contacts.people()
        except AssistantError:  # a call counts more than a name for it
            return ""
        # The rules of a country take a while, so that only numbers are asked about that end alike.
        ends_alike = (
            (person.name, each.number)
            for person in people
            for each in person.numbers
            if _digits(each.number)[-TELLING:] == _digits(dialled)[-TELLING:]
        )
        return next((name for name, one in ends_alike if self.checked(one).dial == dialled), "")


def may_ring(lock: Lock, waits: Callable[[], bool]) -> bool:
    """What `Line.rings` says of a line that is asked behind a lock: true too while something else
    is asked of it, and where it can't tell.
    """
    if not lock.acquire(blocking=False):
        return True
    try:
        return waits()
    except ServiceError:  # who answers hears what is wrong
        return True
    finally:
        lock.release()


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _dialled(number: str) -> str:
    return "+" * number.startswith("+") + _digits(number)


class DryRunLine:
    """A `Line` that calls nobody and remembers whom it would have called."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self._busy = False

    def dial(self, number: str) -> None:
        self.called.append(number)
        self._busy = True

    def hang_up(self) -> bool:
        was, self._busy = self._busy, False
        return was

    def rings(self) -> bool:
        return False

    def answer(self) -> bool:
        return False

    def decline(self) -> bool:
        return False

    def events(self) -> Sequence[LineEvent]:
        return ()
