"""The understanding room, put together: a transcript in, a decision out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.ports import ListSource
from assistant.records import Command, Decision, Emissions, IntentSpec, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.conflicts import Conflict, conflicts
from assistant.understanding.dialogue import Dialogue
from assistant.understanding.graph import CommandGraph, ValueType
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.judge import judge, weigh
from assistant.understanding.sampling import Sampler
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.combine import combine
from assistant.understanding.sound.english import english
from assistant.understanding.values import value_types
from assistant.understanding.wake import after_wake

_CORRECTION = re.compile(
    r"(?P<first>.+?)\W+(?P<second>(?:no|sorry|i mean|wait)\b.+)", re.IGNORECASE
)


LONGEST_COMMAND_S = 20.0
"""Longer sound is no command, and isn't searched for one."""
LEAST_HEARD = 1 / 3
"""Of a command's letters, the share that the transcript must have at least. Noise that the model
takes for silence leaves the search free to spell anything; a command leaves letters behind."""


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """What there is to understand."""

    transcript: Transcript
    now: datetime
    heard: bool
    """Heard rather than typed: any word may be misheard."""
    emissions: Emissions | None
    """The sound of just these words; None where there is none to ask."""

    @property
    def text(self) -> str:
        return self.transcript.text


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
        self._sound = SoundReader(self._graph, lexicon=english() if language == "en" else None)
        self._dialogue = Dialogue(self._graph, settings)
        self._awake_until_s = -math.inf

    def prepare(self, emissions: Emissions, now: datetime) -> None:
        """Compile the commands for a model's symbols now, rather than at the first utterance.

        `emissions` are any that the model gave.
        """
        self._sound.readings(emissions, now)

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self.update_lists()
        if not transcript.text.strip():
            return judge(transcript, (), self._settings)
        said = _Said(transcript, now, emissions is not None, emissions)
        if self._dialogue.waiting:
            answer = self._dialogue.answer(transcript, now, at_s)
            if answer:
                return answer
        decision = self._woken(said, at_s)
        if self._dialogue.waiting and not self._clear(decision):
            return self._dialogue.miss()
        self._dialogue.note(decision, at_s)
        return decision

    def _clear(self, decision: Decision) -> bool:
        """Whether this is surely a command, although an answer was expected."""
        command = decision.command
        return command is not None and command.confidence >= self._settings.confirm_below

    def _woken(self, said: _Said, at_s: float) -> Decision:
        """The decision about a command, if it follows the wake phrase where there is one."""
        if not self._settings.wake or self._dialogue.waiting:
            return self._commanded(said)
        rest = after_wake(said.text, self._settings.wake)
        if rest == "":
            self._awake_until_s = at_s + self._settings.wake_window_s
            return Decision("ask", "missing_slot", detail="Yes?")
        if rest is None and at_s > self._awake_until_s:
            detail = f"That didn't begin with “{self._settings.wake}”."
            return Decision("reject", "no_wake_phrase", detail=detail)
        decision = self._commanded(said if rest is None else _end_of(said, rest))
        if decision.kind != "reject":
            self._awake_until_s = -math.inf
        return decision

    def _commanded(self, said: _Said) -> Decision:
        decision = self._judged(said)
        if decision.command is None or decision.command.match == "classifier":
            return self._corrected(said) or decision
        return decision

    def _corrected(self, said: _Said) -> Decision | None:
        """The decision about a command and its correction in one breath: "call anna no hannah"."""
        found = _CORRECTION.fullmatch(said.text)
        if found is None:
            return None
        first = replace(said.transcript, text=found["first"])
        command = self._judged(replace(said, transcript=first, emissions=None)).command
        command = command and self._dialogue.corrected(command, found["second"], said.now)
        if command is None:
            return None
        return weigh(command, self._graph.intents[command.intent].risk, self._settings)

    def _judged(self, said: _Said) -> Decision:
        candidates = self._interpreter.candidates(said.text, said.now, heard=said.heard)
        if said.emissions is not None and _lasts(said.emissions) <= LONGEST_COMMAND_S:
            found = self._sound.readings(said.emissions, said.now)
            readings = [one for one in found if _heard_enough(one, said.text)]
            candidates = combine(self._graph, candidates, readings)
        return judge(said.transcript, candidates, self._settings)

    def update_lists(self) -> None:
        """Take over lists whose entries changed; `understand` does so by itself."""
        if self._graph.refresh():
            self._interpreter.refresh()

    def commands(self, text: str, now: datetime) -> list[Command]:
        """All readings of a typed sentence, best first, outside of any dialogue."""
        found = self._interpreter.candidates(text, now, heard=False)
        return [one.command for one in found if not one.problem]

    def sample(self, intent: str, count: int, seed: int = 0) -> list[str]:
        """Different sentences of the intent, at most `count`; KeyError for an unknown name."""
        return list(Sampler(self._graph, seed).sentences(self._graph.intents[intent], count))

    def conflicts(self) -> list[Conflict]:
        """Sentences that two intents both claim."""
        return conflicts(self._graph, self._settings.language)


def _lasts(emissions: Emissions) -> float:
    """Seconds."""
    return len(emissions.log_probs) * emissions.frame_s


def _heard_enough(reading: SoundReading, text: str) -> bool:
    letters = len(reading.text.replace(" ", ""))
    return len(text.replace(" ", "")) >= LEAST_HEARD * letters


def _end_of(said: _Said, rest: str) -> _Said:
    """Only the last words, `rest`, with their sound where the transcript tells when they began."""
    transcript = replace(said.transcript, text=rest)
    words = said.transcript.words
    first = len(words) - len(rest.split())
    if said.emissions is None or not 0 <= first < len(words):
        return replace(said, transcript=transcript, emissions=None)
    frame = int(words[first].start_s / said.emissions.frame_s)
    emissions = replace(said.emissions, log_probs=said.emissions.log_probs[frame:], phonemes=None)
    return replace(said, transcript=transcript, emissions=emissions)
