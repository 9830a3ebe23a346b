"""How often the assistant answers speech that asks for nothing, an hour, and how sure that is."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from assistant.bench.decisions import Case
from assistant.bench.meanings import Meanings
from assistant.bench.table import markdown
from assistant.records import Decision, Risk
from assistant.settings import UnderstandingSettings
from assistant.understanding.judge import judge

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
CERTAINTY = 0.95
"""Of the bounds of a rate."""


@dataclass(frozen=True, slots=True)
class FalseAnswer:
    """Something that nobody asked for."""

    kind: str
    """What was done: "execute", "confirm" or "ask"."""
    intent: str
    risk: Risk
    confidence: float
    said: str
    """What was really said, where somebody wrote that down."""
    heard: str
    understood: str
    source: str


@dataclass(frozen=True, slots=True)
class Rate:
    """What speech of one group led to at one threshold."""

    group: str
    condition: str
    accept: float
    utterances: int
    speakers: int
    hours: float
    answers: tuple[FalseAnswer, ...]

    @property
    def done(self) -> int:
        """Of the answers, those without a question."""
        return sum(one.kind == "execute" for one in self.answers)

    @property
    def high_risk(self) -> int:
        return sum(one.risk == "high" for one in self.answers)

    @property
    def high_risk_done(self) -> int:
        return sum(one.risk == "high" and one.kind == "execute" for one in self.answers)


def rates(
    cases: Sequence[Case],
    way: str,
    meanings: Meanings,
    settings: UnderstandingSettings,
    thresholds: Sequence[float] = THRESHOLDS,
) -> list[Rate]:
    """For each condition and threshold all utterances that ask for nothing, and at the threshold
    of the settings each collection too.
    """
    quiet = [case for case in cases if case.wanted is None]
    made = []
    for condition in dict.fromkeys(case.condition for case in quiet):
        under = [case for case in quiet if case.condition == condition]
        for source in dict.fromkeys(case.clip.source for case in under):
            group = [case for case in under if case.clip.source == source]
            made.append(_rate(source, group, way, meanings, settings))
        made += [
            _rate("all", under, way, meanings, replace(settings, accept=accept))
            for accept in sorted({*thresholds, settings.accept})
        ]
    return made


def _rate(
    group: str,
    cases: Sequence[Case],
    way: str,
    meanings: Meanings,
    settings: UnderstandingSettings,
) -> Rate:
    decided = ((case, judge(case.transcript, case.found[way], settings)) for case in cases)
    return Rate(
        group,
        cases[0].condition,
        settings.accept,
        len(cases),
        len({case.clip.speaker for case in cases}),
        sum(case.clip.seconds for case in cases) / 3600,
        tuple(found for each in decided for found in _false(*each, meanings)),
    )


def _false(case: Case, decision: Decision, meanings: Meanings) -> Iterable[FalseAnswer]:
    command = decision.command
    if decision.kind == "reject" or command is None:
        return
    yield FalseAnswer(
        decision.kind,
        command.intent,
        meanings.risk(command),
        round(command.confidence, 3),
        case.clip.text,
        case.transcript.text,
        command.said,
        case.clip.source,
    )


def bounds(count: int, hours: float) -> tuple[float, float]:
    """Between what the true rate an hour lies with a probability of CERTAINTY, if so many of
    independent events were seen: exact bounds of a Poisson process.
    """
    tail = (1.0 - CERTAINTY) / 2.0
    least = _mean(count - 1, 1.0 - tail) if count else 0.0
    return least / hours, _mean(count, tail) / hours


def _mean(count: int, chance: float) -> float:
    """The mean of which a Poisson variable is at most `count` with this chance, by bisection."""
    low, high = 0.0, count + 10.0 * math.sqrt(count + 1.0) + 10.0
    for _ in range(60):
        middle = (low + high) / 2.0
        if _at_most(count, middle) > chance:
            low = middle
        else:
            high = middle
    return low


def _at_most(count: int, mean: float) -> float:
    return math.fsum(
        math.exp(n * math.log(mean) - mean - math.lgamma(n + 1.0)) for n in range(count + 1)
    )


COLUMNS = (
    "speech", "condition", "accept", "utterances", "speakers", "hours", "false", "done at once",
    "high risk", "high risk at once", "false an hour (95 %)", "high risk an hour (95 %)",
)  # fmt: skip


def as_table(found: Iterable[Rate]) -> str:
    """The rates as a Markdown table."""
    return markdown(COLUMNS, map(_cells, found))


def _cells(one: Rate) -> list[str]:
    counts = len(one.answers), one.done, one.high_risk, one.high_risk_done
    return [
        one.group,
        one.condition,
        f"{one.accept:g}",
        str(one.utterances),
        str(one.speakers),
        f"{one.hours:.2f}",
        *map(str, counts),
        bounded(len(one.answers), one.hours),
        bounded(one.high_risk, one.hours),
    ]


def bounded(count: int, hours: float) -> str:
    """So many an hour, with the bounds of the true rate."""
    least, most = bounds(count, hours)
    return f"{count / hours:.2f} ({least:.2f} to {most:.2f})"


def as_list(answers: Iterable[FalseAnswer]) -> str:
    """Each false answer in a line, the surest first."""
    return "\n".join(
        f"{one.confidence:.2f} {one.kind} {one.intent} ({one.risk}): “{one.said}”, heard as "
        f"“{one.heard}”, taken for “{one.understood}” ({one.source})"
        for one in sorted(answers, key=lambda one: -one.confidence)
    )


def as_json(found: Sequence[Rate]) -> str:
    """The rates as indented JSON."""
    return json.dumps(
        [{**asdict(one), "bounds": bounds(len(one.answers), one.hours)} for one in found],
        indent=1,
    )
