"""The understanding room, put together: a transcript in, a decision out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.ports import ListSource
from assistant.records import Decision, Emissions, IntentSpec, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.graph import CommandGraph, ValueType
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.judge import judge
from assistant.understanding.values import value_types


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
        known = value_types(language) if values is None else values
        self._graph = CommandGraph(intents, lists, known, language)
        self._interpreter = Interpreter(self._graph, language)

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self.update_lists()
        heard = emissions is not None
        candidates = self._interpreter.candidates(transcript.text, now, heard=heard)
        return judge(transcript, candidates, self._settings)

    def update_lists(self) -> None:
        """Take over lists whose entries changed; `understand` does so by itself."""
        if self._graph.refresh():
            self._interpreter.refresh()
