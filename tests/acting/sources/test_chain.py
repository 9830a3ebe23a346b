"""Sources are asked in order, and one that fails doesn't silence the others."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from assistant.acting.references import Answer
from assistant.acting.sources import Chain
from assistant.errors import ServiceError

KNOWN = Answer("a book", ("So it is.",))


@dataclass
class ScriptedSource:
    """Gives this answer, or raises this error."""

    script: Answer | ServiceError | None
    asked: list[str] = field(default_factory=list)

    def answer(self, question: str) -> Answer | None:
        self.asked.append(question)
        if isinstance(self.script, ServiceError):
            raise self.script
        return self.script


def test_the_first_that_knows_is_believed() -> None:
    last = ScriptedSource(KNOWN)
    assert Chain([ScriptedSource(None), ScriptedSource(KNOWN), last]).ask("why") == KNOWN
    assert last.asked == []


def test_nobody_knows() -> None:
    assert Chain([ScriptedSource(None)]).ask("why") is None
    assert Chain([]).ask("why") is None


def test_one_that_fails_is_passed_over() -> None:
    broken = ScriptedSource(ServiceError("The book is gone."))
    assert Chain([broken, ScriptedSource(KNOWN)]).ask("why") == KNOWN


def test_where_nobody_knows_the_failure_is_told() -> None:
    broken = ScriptedSource(ServiceError("The book is gone."))
    with pytest.raises(ServiceError, match="book is gone"):
        Chain([broken, ScriptedSource(None)]).ask("why")
