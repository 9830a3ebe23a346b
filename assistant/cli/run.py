"""What the commands that run the pipeline share: showing what happens, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import click
from rich.console import Console

from assistant.app import Assistant
from assistant.cli.output import warn
from assistant.cli.show import event_json, event_line, turn_json, turn_text
from assistant.cli.turns import Turn
from assistant.events import Event, Failed, Level


class LevelMeter(Protocol):
    """Shows how loud it is."""

    def show(self, level: Level) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    asked: bool = False
    """The last turn ended in a question."""
    failed: bool = False
    """Something broke on the way, or an ability couldn't do what it was told."""

    def exit_if_failed(self) -> None:
        if self.failed:
            sys.exit(1)


def show_all(
    items: Iterable[Turn | Event],
    as_json: bool,
    console: Console | None = None,
    meter: LevelMeter | None = None,
) -> Outcome:
    """Print every turn and event as it comes, as JSON lines or for people."""
    console = console or Console(highlight=False, soft_wrap=True)
    outcome = Outcome()
    for item in items:
        outcome = _after(outcome, item)
        if isinstance(item, Level):
            if meter:
                meter.show(item)
        elif as_json:
            _echo(turn_json(item) if isinstance(item, Turn) else event_json(item))
        elif isinstance(item, Turn):
            console.print(turn_text(item))
        elif line := event_line(item):
            console.print(line)
    return outcome


def _after(outcome: Outcome, item: Turn | Event) -> Outcome:
    if isinstance(item, Failed):
        return replace(outcome, failed=True)
    if not isinstance(item, Turn):
        return outcome
    asked = item.decision is not None and item.decision.kind in ("confirm", "ask")
    return Outcome(asked, outcome.failed or item.ok is False)


def _echo(line: str | None) -> None:
    if line:
        click.echo(line)


def answer_lines(first: str) -> Iterator[str]:
    """The sentence, then what a person at a terminal types in answer."""
    yield first
    while sys.stdin.isatty():
        yield click.prompt(">", prompt_suffix=" ", default="", show_default=False)


def report_problems(assistant: Assistant) -> None:
    """Abilities and lists that could not be loaded are named, and the rest goes on."""
    for problem in assistant.problems:
        warn(problem)
