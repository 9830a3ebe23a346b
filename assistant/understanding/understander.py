"""The understanding room, put together: a transcript in, a decision out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from assistant.ports import ListSource
from assistant.records import Command, Decision, Emissions, IntentSpec, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.graph import CommandGraph, ValueType
from assistant.understanding.judge import Candidate, judge
from assistant.understanding.lattice import lattice
from assistant.understanding.readings import Reading, missing, read
from assistant.understanding.walk import ExactSteps, Walker


class CommandUnderstander:
    """Implements `ports.Understander` over a command graph. One instance, one conversation."""

    def __init__(
        self,
        intents: Sequence[IntentSpec],
        lists: ListSource,
        settings: UnderstandingSettings,
        values: Mapping[str, ValueType] | None = None,
    ) -> None:
        """Compile the intents. Raises TemplateError where a template can't be read."""
        language = settings.language
        self._settings = settings
        if values is None:
            from assistant.understanding.values import value_types

            values = value_types(language)
        self._graph = CommandGraph(intents, lists, values, language)

    def understand(
        self,
        transcript: Transcript,
        emissions: Emissions | None,
        now: datetime,
        at_s: float,
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self._graph.refresh()
        return judge(transcript, self.candidates(transcript.text, now), self._settings)

    def candidates(self, text: str, now: datetime) -> list[Candidate]:
        """All readings of the text, best first."""
        sentence = lattice(text, self._settings.language)
        walks = Walker(self._graph, sentence, ExactSteps()).walks()
        readings = (read(self._graph, sentence, walk, now) for walk in walks)
        return _ranked(_candidate(reading) for reading in readings)


def _candidate(reading: Reading) -> Candidate:
    command = Command(reading.intent.name, reading.slots, 1.0, "exact", reading.template)
    problem = reading.problem.why if reading.problem else ""
    left_out = tuple(missing(reading))
    return Candidate(command, reading.intent.risk, reading.walk.rank, left_out, problem)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Readings with all values first, then by rank, then the more complete ones."""
    return sorted(candidates, key=lambda one: (bool(one.problem), one.rank, len(one.missing)))
