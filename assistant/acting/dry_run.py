"""Deciding without doing: what `--dry-run` puts in the place of the runner."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.ports import Actor
from assistant.records import Command, Decision, Reply
from assistant.understanding.values.speak import spoken


class DryRun:
    """An `Actor` that asks like the real one and then only says what it would have done."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def question(self, decision: Decision) -> str:
        return self._actor.question(decision)

    def act(self, command: Command) -> Iterator[Reply]:
        values = ", ".join(f"{slot.name} {spoken(slot.value)}" for slot in command.slots)
        yield Reply(f"Dry run: {command.intent}{' with ' if values else ''}{values}.")
