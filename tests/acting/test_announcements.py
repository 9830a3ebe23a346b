"""Everybody who has something to say by itself is heard, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.acting.announcements import Several
from assistant.records import Announcement


@dataclass
class Says:
    said: list[str]

    def due(self) -> Sequence[Announcement]:
        due, self.said = self.said, []
        return [Announcement(text) for text in due]


def test_all_are_asked_and_each_thing_is_told_once() -> None:
    both = Several(Says(["one", "two"]), Says(["three"]))
    assert [each.text for each in both.due()] == ["one", "two", "three"]
    assert both.due() == []
