"""A server of calendars and tasks that is only a dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.acting.dav_copy import ChangedError, UnreachableError
from assistant.errors import ServiceError


@dataclass
class MemoryServer:
    """Keeps resources with their versions, and can be away."""

    resources: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Version and text of each."""
    away: bool = False
    refuses: bool = False
    written: int = 0
    lose_answers: bool = False
    """Whether what is written is kept, but the answer gets lost."""

    def _asked(self) -> None:
        if self.away:
            raise UnreachableError("The server doesn't answer.")
        if self.refuses:
            raise ServiceError("The calendar server refuses the password of anna; mend it.")

    def versions(self) -> Mapping[str, str]:
        self._asked()
        return {name: version for name, (version, _) in self.resources.items()}

    def fetch(self, names: Sequence[str]) -> Mapping[str, str]:
        self._asked()
        return {name: self.resources[name][1] for name in names if name in self.resources}

    def put(self, name: str, text: str, version: str | None) -> None:
        self._asked()
        there = self.resources.get(name, (None, ""))[0]
        if there != version:
            raise ChangedError(f"{name} is another one.")
        self.written += 1
        self.resources[name] = (f'"{self.written}"', text)
        if self.lose_answers:
            raise UnreachableError("The connection broke.")

    def delete(self, name: str, version: str | None) -> None:
        self._asked()
        if name in self.resources and self.resources[name][0] != version:
            raise ChangedError(f"{name} is another one.")
        self.resources.pop(name, None)
