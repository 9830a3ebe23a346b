"""Acting without doing: says what would have been done."""

from __future__ import annotations

from assistant.ports import Actor
from assistant.records import Command, Decision, Reply


class DryRun:
    """An `Actor` that asks like the real one and then only tells."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def question(self, decision: Decision) -> str:
        return self._actor.question(decision)

    def act(self, command: Command) -> Reply:
        slots = ", ".join(f"{slot.name}: {slot.text}" for slot in command.slots)
        return Reply(f"Dry run: {command.intent}" + (f" with {slots}." if slots else "."))
