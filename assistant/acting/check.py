"""Checking abilities: do their examples reach them, and does nobody claim another's sentence?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from assistant.acting.intent import Intent
from assistant.acting.loader import Abilities
from assistant.acting.slots import LIVING_LISTS
from assistant.ports import Understander
from assistant.records import Decision, Language, Transcript

LATER_S = 1000.0
"""So much later the next example is said: the question that one led to is forgotten."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend, and where."""

    file: str
    line: int
    message: str
    warning: bool = False
    """It works as it is, but could be better."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def check(
    abilities: Abilities, understander: Understander, now: datetime, language: Language = "en"
) -> list[Finding]:
    """All that is wrong with the abilities, in the order of their files; empty when all is well."""
    broken = [Finding(one.file, one.line, one.error) for one in abilities.broken]
    return broken + list(check_examples(abilities.intents, understander, now, language))


def check_examples(
    intents: Sequence[Intent[..., Any]],
    understander: Understander,
    now: datetime,
    language: Language = "en",
) -> Iterator[Finding]:
    """The examples that don't reach their intent, and intents that have none."""
    times = count(step=LATER_S)
    for made in intents:
        line = made.templates[0].line
        examples = made.examples_in(language)
        if not examples and made.spec_in(language).templates:
            yield Finding(
                made.templates[0].file, line, f"{made.name} has no examples; give it one."
            )
        for example in examples:
            decision = understander.understand(Transcript(example), None, now, next(times))
            problem = _problem(decision, made.name)
            if problem and not _hangs_on_what_one_has(decision, made):
                yield Finding(made.templates[0].file, line, f"the example “{example}” {problem}")


def _hangs_on_what_one_has(decision: Decision, made: Intent[..., Any]) -> bool:
    """Whether all that is wrong is that this person has nothing called so: no such routine."""
    own = {slot.list_name for slot in made.parameters.slots} & set(LIVING_LISTS.values())
    return bool(own) and decision.reason == "unknown_value"


def _problem(decision: Decision, name: str) -> str:
    idle = decision.reason == "nothing_to_do"  # Understood all the same.
    if decision.command is None or (decision.kind == "reject" and not idle):
        return f"isn't understood: {decision.detail}"
    if decision.command.intent != name:
        return f"reaches {decision.command.intent} instead of {name}."
    return ""
