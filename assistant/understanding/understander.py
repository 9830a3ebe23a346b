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
from assistant.understanding.dialogue import Dialogue, Pending, pending
from assistant.understanding.graph import CommandGraph, ValueType
from assistant.understanding.judge import judge, weigh
from assistant.understanding.reader import Reader
from assistant.understanding.said import Said
from assistant.understanding.sampling import Sampler
from assistant.understanding.sound import SoundReader
from assistant.understanding.sound.english import english
from assistant.understanding.text import composed
from assistant.understanding.values import value_types
from assistant.understanding.wake import after_wake

LONGEST_TEXT = 2_000
"""Letters, two minutes of speech. What is longer is no command, and could take minutes to read."""

_CORRECTION = re.compile(
    r"(?P<first>.+?)\W+(?P<second>(?:no|sorry|i mean|wait)\b.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _State:
    """Where the conversation stands."""

    pending: Pending | None = None
    """The question that waits for an answer."""
    awake_until_s: float = -math.inf
    """Until then (monotonic) a command needs no wake phrase."""


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
        sound = SoundReader(self._graph, lexicon=english() if language == "en" else None)
        self._reader = Reader(self._graph, language, sound)
        self._dialogue = Dialogue(self._reader, settings)
        self._state = _State()

    @property
    def reader(self) -> Reader:
        """Reads utterances outside of any dialogue, for measuring."""
        return self._reader

    def prepare(self, emissions: Emissions, now: datetime) -> None:
        """Do now what would else make the first utterance wait: compile the commands for a
        model's symbols, and learn their wordings, which needs a text that is no command.
        `emissions` are any that the model gave.
        """
        self._reader.candidates(Said(Transcript(""), now, True, emissions))

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self.update_lists()
        transcript = replace(transcript, text=composed(transcript.text))
        said = Said(transcript, now, emissions is not None, emissions)
        decision, self._state = self._next(said, at_s)
        return decision

    def _next(self, said: Said, at_s: float) -> tuple[Decision, _State]:
        """The decision, and where the conversation stands with it."""
        asked = self._state.pending
        if not said.text.strip():
            return judge(said.transcript, (), self._settings), self._state
        if len(said.text) > LONGEST_TEXT:
            detail = f"That is too long for a command; say it in {LONGEST_TEXT} letters at most."
            return Decision("reject", "not_a_command", detail=detail), self._state
        if asked is None:
            return self._woken(said, at_s)
        if not self._dialogue.late(asked, at_s):
            return self._answered(asked, said, at_s)
        decision, state = self._woken(said, at_s)
        if decision.kind == "reject" and self._dialogue.answer(asked, said):
            return self._dialogue.timed_out(), _State()
        return decision, state

    def _answered(self, asked: Pending, said: Said, at_s: float) -> tuple[Decision, _State]:
        """What was said after a question: its answer, unless it surely is another command."""
        sure = self._settings.confirm_below
        answer = self._dialogue.answer(asked, said)
        if answer is None or answer.confidence < sure:
            other = self._commanded(said)
            if other.command and other.command.confidence >= sure:
                return other, _State(pending(other, at_s))
        if answer is None:
            decision, left = self._dialogue.miss(asked)
            return decision, _State(left)
        decision = self._dialogue.decide(asked, answer)
        return decision, _State(pending(decision, at_s))

    def _woken(self, said: Said, at_s: float) -> tuple[Decision, _State]:
        """The decision about a command, if it follows the wake phrase where there is one."""
        state = replace(self._state, pending=None)
        rest = after_wake(said.text, self._settings.wake) if self._settings.wake else said.text
        if rest == "":
            woken = Decision("ask", "missing_slot", detail="Yes?")
            return woken, _State(awake_until_s=at_s + self._settings.wake_window_s)
        if rest is None and at_s > state.awake_until_s:
            detail = f"That didn't begin with “{self._settings.wake}”."
            return Decision("reject", "no_wake_phrase", detail=detail), state
        if rest is not None:
            said = said.part(len(said.text) - len(rest), len(said.text))
        decision = self._commanded(said)
        if decision.kind == "reject":
            return decision, state
        return decision, _State(pending(decision, at_s))

    def _commanded(self, said: Said) -> Decision:
        decision = self._judged(said)
        if decision.command is None or decision.command.match == "classifier":
            return self._corrected(said) or decision
        return decision

    def _corrected(self, said: Said) -> Decision | None:
        """The decision about a command and its correction in one breath: "call anna no hannah"."""
        found = _CORRECTION.fullmatch(said.text)
        if found is None:
            return None
        command = self._judged(said.part(*found.span("first"))).command
        command = command and self._dialogue.corrected(command, said.part(*found.span("second")))
        if command is None:
            return None
        return weigh(command, self._graph.intents[command.intent].risk, self._settings)

    def _judged(self, said: Said) -> Decision:
        return judge(said.transcript, self._reader.candidates(said), self._settings)

    def update_lists(self) -> None:
        """Take over lists whose entries changed; `understand` does so by itself."""
        if self._graph.refresh():
            self._reader.refresh()
            self._dialogue.refresh()

    def commands(self, text: str, now: datetime) -> list[Command]:
        """All readings of a typed sentence, best first, outside of any dialogue."""
        found = self._reader.candidates(Said(Transcript(text), now, False, None))
        return [one.command for one in found if not one.problem]

    def sample(self, intent: str, count: int, seed: int = 0) -> list[str]:
        """Different sentences of the intent, at most `count`; KeyError for an unknown name."""
        return list(Sampler(self._graph, seed).sentences(self._graph.intents[intent], count))

    def conflicts(self) -> list[Conflict]:
        """Sentences that two intents both claim."""
        return conflicts(self._graph, self._settings.language)
