"""What is said by itself, from all who have something to say."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ports import Announcements
from assistant.records import Announcement, Language
from assistant.tongue import speaking


class Several:
    """`Announcements` of several, in one language."""

    def __init__(self, *sources: Announcements, language: Language = "en") -> None:
        self._sources, self._language = sources, language

    def due(self) -> Sequence[Announcement]:
        with speaking(self._language):
            return [said for source in self._sources for said in source.due()]
