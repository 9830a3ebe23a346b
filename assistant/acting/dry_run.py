"""Deciding without doing: what `--dry-run` puts in the place of the runner."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.phrasebook import say
from assistant.ports import Actor
from assistant.records import Command, Decision, Language, Reply
from assistant.understanding.values.speak import spoken


class DryRun:
    """An `Actor` that asks like the real one and then only says what it would have done."""

    def __init__(self, actor: Actor, language: Language = "en") -> None:
        """`language` is spoken where a command has none."""
        self._actor, self._language = actor, language

    def question(self, decision: Decision) -> str:
        return self._actor.question(decision)

    def act(self, command: Command) -> Iterator[Reply]:
        language = command.language or self._language
        values = [f"{slot.name} {spoken(slot.value, language)}" for slot in command.slots]
        text = "Dry run: {intent} with {values}." if values else "Dry run: {intent}."
        yield Reply(say(text, language, intent=command.intent, values=", ".join(values)))
