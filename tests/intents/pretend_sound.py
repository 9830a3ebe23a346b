"""A player and a loudspeaker in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant import Track
from assistant.acting.household import Deed
from assistant.errors import ServiceError


@dataclass
class PretendSound:
    """A `Media` and a `Volume` that remember what they were told."""

    done: list[Deed] = field(default_factory=list)
    track: Track | None = None
    percent: float = 40.0
    muted: bool = False
    problem: str = ""

    def do(self, deed: Deed) -> None:
        if self.problem:
            raise ServiceError(self.problem)
        self.done.append(deed)

    def playing(self) -> Track | None:
        return self.track

    def level(self) -> float:
        return self.percent

    def set(self, percent: float) -> None:
        self.percent = percent

    def mute(self, muted: bool) -> None:
        self.muted = muted
