"""What is done about commands and about everything else, in several ways and at several thresholds.

Every utterance is read once and searched once in each way; the judge is asked again for each
threshold. Dialogue stays out: one utterance, one decision.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from assistant.bench.meanings import WORD_FOR_WORD, Meaning, Meanings
from assistant.bench.noise import Harm
from assistant.bench.outcomes import Result, Tally, outcome, tally
from assistant.bench.table import markdown
from assistant.bench.task import Task
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions, Floats, Transcript
from assistant.settings import UnderstandingSettings
from assistant.training.corpus import Clip, read_samples
from assistant.understanding.judge import Candidate, judge
from assistant.understanding.reader import Reader, Stages
from assistant.understanding.said import Said

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
EXACT, TEXT, SOUND, EVERYTHING = (
    "greedy, exact",
    "greedy, all of text",
    "exact and sound",
    "text and sound",
)
"""The program's own ways to understand, from the plainest to all that it can."""
ALL = "all"


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """One utterance, and what the model made of it."""

    samples: Floats
    emissions: Emissions
    transcript: Transcript


Understand = Callable[[Heard], Mapping[str, Sequence[Candidate]]]
"""The readings of an utterance, best first, for each way to understand."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One utterance under one condition with what each way made of it."""

    clip: Clip
    condition: str
    wanted: Meaning | None
    transcript: Transcript
    found: Mapping[str, Sequence[Candidate]]

    @property
    def groups(self) -> tuple[str, ...]:
        """Where it counts: everywhere, its kind ("people"), and its collection."""
        return ALL, self.clip.kind, f"{self.clip.kind}, {self.clip.source}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    way: str
    condition: str
    group: str
    """Whose utterances: one of `Case.groups`."""
    accept: float
    tally: Tally


def in_own_ways(reader: Reader, now: datetime, wake: str = "") -> Understand:
    """The program with some of its stages, and whole; with a wake phrase it obeys nothing else."""
    stages = {
        EXACT: WORD_FOR_WORD,
        TEXT: Stages(sound=False),
        SOUND: Stages(misheard=False),
        EVERYTHING: Stages(),
    }
    return _in_stages(reader, now, stages, wake)


def as_a_whole(reader: Reader, now: datetime, wake: str = "") -> Understand:
    """The program as it is; with a wake phrase it obeys nothing else."""
    return _in_stages(reader, now, {EVERYTHING: Stages()}, wake)


def _in_stages(
    reader: Reader, now: datetime, stages: Mapping[str, Stages], wake: str
) -> Understand:
    def understand(heard: Heard) -> Mapping[str, Sequence[Candidate]]:
        whole = Said(heard.transcript, now, True, heard.emissions)
        said = reader.woken(whole, wake) if wake else whole
        if said is None or not said.text.strip():  # silence is never understood
            return dict.fromkeys(stages, ())
        found = reader.in_stages(said, tuple(stages.values()))
        return dict(zip(stages, found, strict=True))

    return understand


def cases(
    clips: Iterable[Clip],
    task: Task,
    listeners: Sequence[Understand],
    conditions: Mapping[str, Harm],
) -> Iterator[Case]:
    """Every clip under every condition in all ways of the listeners."""
    decoder = GreedyDecoder()
    for number, clip in enumerate(clips):
        meaning = task.wanted(clip)
        samples = read_samples(clip)
        for condition, harm in conditions.items():
            harmed = harm(samples, number)
            emissions = task.model.emissions(harmed)
            heard = Heard(harmed, emissions, decoder.decode(emissions))
            found = {name: one for listen in listeners for name, one in listen(heard).items()}
            yield Case(clip, condition, meaning, heard.transcript, found)


def rows(
    measured: Sequence[Case],
    meanings: Meanings,
    settings: UnderstandingSettings,
    thresholds: Sequence[float] = THRESHOLDS,
) -> list[Row]:
    """A row for each way, condition, group and threshold, that of the settings among them."""
    made = []
    for condition in dict.fromkeys(case.condition for case in measured):
        for name, group in _groups([c for c in measured if c.condition == condition]).items():
            for way in group[0].found:
                for accept in sorted({*thresholds, settings.accept}):
                    results = (_result(case, way, meanings, settings, accept) for case in group)
                    made.append(Row(way, condition, name, accept, tally(results)))
    return made


def _groups(measured: Sequence[Case]) -> dict[str, list[Case]]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in measured:
        for group in case.groups:
            groups[group].append(case)
    return groups


def _result(
    case: Case, way: str, meanings: Meanings, settings: UnderstandingSettings, accept: float
) -> Result:
    chosen = replace(settings, accept=accept)
    decision = judge(case.transcript, case.found[way], chosen)
    return Result(
        outcome(decision, case.wanted, meanings),
        case.clip.seconds,
        decision.kind == "execute",
        meanings.risk(decision.command) if decision.command else "low",
    )


def as_json(measured: Sequence[Row]) -> str:
    """The rows as indented JSON."""
    return json.dumps([asdict(row) for row in measured], indent=1)


COLUMNS = (
    "way", "condition", "group", "accept", "commands", "right", "asked", "wrong slot",
    "wrong action", "missed", "hours of others", "false", "done", "high risk", "false an hour",
)  # fmt: skip


def as_table(measured: Iterable[Row], accept: float) -> str:
    """The rows as a Markdown table; those of groups at the threshold `accept` alone."""
    measured = [row for row in measured if row.group == ALL or row.accept == accept]
    return markdown(COLUMNS, map(_cells, measured))


def _cells(row: Row) -> list[str]:
    counts = row.tally
    shown = [row.way, row.condition, row.group, f"{row.accept:g}", str(counts.commands)]
    shown.append(f"{counts.right} ({counts.right_share:.1%})")
    shown += [str(n) for n in (counts.asked, counts.wrong_slot, counts.wrong_action, counts.missed)]
    shown.append(f"{counts.other_hours:.2f}")
    shown += [str(n) for n in (counts.false, counts.false_done, counts.false_high_risk)]
    shown.append(f"{counts.false_an_hour:.1f}")
    return shown
