"""A plugin that claims a sentence of a built-in ability is found out, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import app
from assistant.settings import Settings
from tests.acting.test_loader import write

SHADOW = """from assistant import intent


@intent(
    "make tea",
    "what time is it",
    examples=("make tea",),
)
def tea() -> str:
    return "Tea."
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> app.Assistant:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = write(tmp_path / "mine", "shadow.py", SHADOW).parent
    return app.assemble(Settings(), app.Abilities((folder,)), aloud=False, pretend=tmp_path)


def test_the_check_names_both_places(made: app.Assistant) -> None:
    found = [str(finding) for finding in app.check_abilities(made)]
    clash = next(finding for finding in found if "belongs to" in finding)
    assert "“what time is it”" in clash
    assert "shadow.py:6" in clash
    assert "question.py:" in clash


def test_the_shared_sentence_is_rejected_with_both_names(made: app.Assistant) -> None:
    decision = next(
        event.decision
        for event in made.pipeline.ask("what time is it")
        if hasattr(event, "decision")
    )
    assert (decision.kind, decision.reason) == ("reject", "unclear")
    assert "what time" in decision.detail
    assert "tea" in decision.detail


def test_everything_else_still_works(made: app.Assistant) -> None:
    replies = [
        event.reply.text
        for text in ("make tea", "what is five plus three")
        for event in made.pipeline.ask(text)
        if hasattr(event, "reply")
    ]
    assert replies == ["Tea.", "8."]
