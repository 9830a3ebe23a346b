"""What is said by itself, from all who have something to say."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ports import Announcements
from assistant.records import Announcement


class Several:
    """`Announcements` of several."""

    def __init__(self, *sources: Announcements) -> None:
        self._sources = sources

    def due(self) -> Sequence[Announcement]:
        return [said for source in self._sources for said in source.due()]
