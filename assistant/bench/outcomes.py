"""What became of an utterance, compared with what was wanted, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.bench.meanings import Meaning, Meanings
from assistant.records import Decision, Risk

Outcome = Literal["right", "asked", "wrong_slot", "wrong_action", "missed", "ignored", "false"]
"""Of a command: done or read back as it was meant; the right intent, but a value was asked for;
the right intent with another value; another intent; nothing. Of anything else: nothing, as it
should be; or it was answered."""


def outcome(decision: Decision, wanted: Meaning | None, meanings: Meanings) -> Outcome:
    """Which of the outcomes a decision is."""
    command = decision.command
    if decision.kind == "reject" or command is None:
        return "missed" if wanted else "ignored"
    if wanted is None:
        return "false"
    found = meanings.of(command)
    if found.intent != wanted.intent:
        return "wrong_action"
    if decision.kind == "ask":
        return "asked"
    return "right" if found == wanted else "wrong_slot"


@dataclass(frozen=True, slots=True)
class Result:
    """One utterance and what became of it."""

    outcome: Outcome
    seconds: float
    done: bool
    """Something was done at once, without a question."""
    risk: Risk
    """Of what was answered; "low" where nothing was."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many utterances ended in which way."""

    commands: int
    right: int
    asked: int
    wrong_slot: int
    wrong_action: int
    missed: int
    other_hours: float
    """Hours of sound that was no command."""
    false: int
    """Of these, how often the assistant answered: acted, read back or asked."""
    false_done: int
    """Of these, how often it acted without a question."""
    false_high_risk: int
    """Of `false`, those about commands of high risk."""

    @property
    def right_share(self) -> float:
        return self.right / max(self.commands, 1)

    @property
    def false_an_hour(self) -> float:
        """Answers that nobody asked for, an hour of sound that is no command."""
        return self.false / self.other_hours if self.other_hours else 0.0


def tally(results: Iterable[Result]) -> Tally:
    """Count the results."""
    all_of_them = list(results)
    counts = Counter(one.outcome for one in all_of_them)
    others = [one for one in all_of_them if one.outcome in ("ignored", "false")]
    false = [one for one in others if one.outcome == "false"]
    return Tally(
        commands=len(all_of_them) - len(others),
        right=counts["right"],
        asked=counts["asked"],
        wrong_slot=counts["wrong_slot"],
        wrong_action=counts["wrong_action"],
        missed=counts["missed"],
        other_hours=sum(one.seconds for one in others) / 3600,
        false=len(false),
        false_done=sum(one.done for one in false),
        false_high_risk=sum(one.risk == "high" for one in false),
    )
