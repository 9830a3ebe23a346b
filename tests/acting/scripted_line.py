"""A telephone line on which happens what a test wrote down."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.acting.phone import LineEvent
from assistant.errors import ServiceError


@dataclass
class ScriptedLine:
    """Out of order where there is a problem."""

    happens: list[LineEvent] = field(default_factory=list)
    problem: ServiceError | None = None
    called: list[str] = field(default_factory=list)
    busy: bool = False
    waiting: bool = False
    """Somebody calls."""

    def dial(self, number: str) -> None:
        self.called.append(number)
        if self.problem:
            raise self.problem
        self.busy = True

    def hang_up(self) -> bool:
        was, self.busy = self.busy, False
        return was

    def rings(self) -> bool:
        return self.waiting

    def answer(self) -> bool:
        self.busy, answered = self.busy or self.waiting, self.decline()
        return answered

    def decline(self) -> bool:
        was, self.waiting = self.waiting, False
        return was

    def events(self) -> list[LineEvent]:
        happened, self.happens = self.happens, []
        return happened
