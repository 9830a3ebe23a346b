"""Questions that wait for an answer: yes or no, a missing slot, a correction.

The answers to a question are a small graph of their own, which shares lists and values with the
command graph: "ten minutes" can only be the length that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.records import (
    Command,
    Decision,
    IntentSpec,
    SlotSpec,
    Template,
    Transcript,
)
from assistant.settings import UnderstandingSettings
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.judge import weigh
from assistant.understanding.readings import missing

YES_NO, CANCEL, AGAIN = "answer.yes_no", "answer.cancel", "answer.again"

EXPECTED = 0.7
"""How far below the usual confidence an expected answer may lie."""

_LEADS = (
    "[(no|nope|sorry|wait|um|uh)] [(it's|it is|make it|make that|say|i said|i mean|i meant|"
    "change it to|rather|better|that's|to|for|at|on|in|with)]"
)
_NO = "[(no|nope|sorry|wait)]"
_TAILS = "[(instead|please|then|rather)]"
_PHRASES = {
    CANCEL: (
        "(cancel|stop|abort|quit) [(it|that|this|everything|please)]",
        "[no] (never mind|nevermind|forget it|forget about it|leave it)",
    ),
    AGAIN: (
        "(repeat|say) (that|it) [again] [please]",
        "(again|once more|repeat|pardon|sorry|what|what was that|come again) [please]",
        "what did you (say|ask)",
    ),
}


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that was asked."""

    decision: Decision
    """Of kind "confirm" or "ask", with its command."""
    command: Command
    at_s: float
    misses: int = 0
    """Answers that made no sense."""


class Dialogue:
    """Remembers the last question and understands its answer."""

    def __init__(self, graph: CommandGraph, settings: UnderstandingSettings) -> None:
        self._graph, self._settings = graph, settings
        self._pending: Pending | None = None

    def note(self, decision: Decision, at_s: float) -> None:
        """Remember the decision's question; a decision without one ends the dialogue."""
        command = decision.command
        asks = decision.kind in ("confirm", "ask") and command is not None
        self._pending = Pending(decision, command, at_s) if asks and command else None

    @property
    def waiting(self) -> bool:
        """Whether a question was asked, however long ago."""
        return self._pending is not None

    def answer(self, transcript: Transcript, now: datetime, at_s: float) -> Decision | None:
        """What the answer decides; None where the words are no answer to the question.

        Too late an answer is rejected once; other words simply end the dialogue.
        """
        pending = self._pending
        if pending is None:
            return None
        reply = self._reply(pending, transcript, now)
        if at_s - pending.at_s > self._settings.answer_within_s:
            self._pending = None
            waited = f"{self._settings.answer_within_s:g} seconds"
            late = Decision("reject", "timed_out", detail=f"I waited {waited} for an answer.")
            return late if reply else None
        if reply:
            self.note(reply, at_s)
        return reply

    def miss(self) -> Decision:
        """What to do about words that are neither an answer nor a command: ask once more."""
        pending = self._pending
        if pending is None or pending.misses:
            self._pending = None
            detail = "I didn't understand the answer, so I leave it."
            return Decision("reject", "not_a_command", detail=detail)
        self._pending = replace(pending, misses=pending.misses + 1)
        return replace(pending.decision, detail="I didn't understand the answer.")

    def corrected(self, command: Command, words: str, now: datetime) -> Command | None:
        """The command with what the words put right: "no hannah"; None where they don't."""
        asked = Decision("confirm", "unsure", command)
        answer = self._understood(asked, command, words, now)
        if answer is None or answer.intent != command.intent or not answer.slots:
            return None
        return _with_slots(command, answer)

    def _reply(self, pending: Pending, transcript: Transcript, now: datetime) -> Decision | None:
        answer = self._understood(pending.decision, pending.command, transcript.text, now)
        return self._decide(pending, answer) if answer else None

    def _understood(
        self, asked: Decision, command: Command, words: str, now: datetime
    ) -> Command | None:
        """What the words answer to the question about the command."""
        answers = _answers(self._graph.intents[command.intent], asked)
        graph = self._graph.beside(answers, self._settings.language)
        reader = Interpreter(graph, self._settings.language, guesses=False)
        found = (
            one.command for one in reader.candidates(words, now, heard=True) if not one.problem
        )
        best = next(found, None)
        return best if best and best.confidence >= self._least(best) else None

    def _least(self, answer: Command) -> float:
        """The least confidence: a value that was asked for is expected, a "yes" may cost much."""
        return self._settings.accept * (1.0 if answer.intent == YES_NO else EXPECTED)

    def _decide(self, pending: Pending, answer: Command) -> Decision | None:
        match answer.intent:
            case "answer.cancel":
                return Decision("reject", "cancelled", detail="Cancelled, as you said.")
            case "answer.again":
                return pending.decision
            case "answer.yes_no":
                said = answer.slot("answer")
                return self._yes_no(pending, said is not None and said.value is True)
        return self._filled(pending, answer)

    def _yes_no(self, pending: Pending, yes: bool) -> Decision | None:
        if not yes:
            return Decision("reject", "declined", detail="You said no.")
        if pending.decision.kind == "ask":
            return None
        return Decision("execute", "confirmed", pending.command, "You said yes.")

    def _filled(self, pending: Pending, answer: Command) -> Decision:
        """The command with the slots of the answer: asked for more, read back, or done."""
        intent = self._graph.intents[pending.command.intent]
        command = _with_slots(pending.command, answer)
        left_out = next(iter(missing(intent, command.slots)), "")
        if left_out:
            detail = f"The {left_out.replace('_', ' ')} is missing."
            return Decision("ask", "missing_slot", command, detail, left_out)
        if pending.decision.kind == "confirm":
            return replace(pending.decision, command=command, detail="You corrected me.")
        return weigh(command, intent.risk, self._settings, reason="answered")


def _with_slots(command: Command, answer: Command) -> Command:
    slots = {slot.name: slot for slot in (*command.slots, *answer.slots)}
    return replace(command, slots=tuple(slots.values()), match="answer")


def _answers(intent: IntentSpec, decision: Decision) -> list[IntentSpec]:
    """What may answer the question, as intents."""
    slot = SlotSpec("answer", "yes_no")
    answers = [IntentSpec(YES_NO, _templates("{answer}"), (slot,))]
    answers += [IntentSpec(name, _templates(*said)) for name, said in _PHRASES.items()]
    asked = [spec for spec in intent.slots if spec.name == decision.missing]
    fitting = asked or [spec for spec in intent.slots if spec.kind != FREE_TEXT]
    free = [spec for spec in fitting if spec.kind == FREE_TEXT]
    texts = [
        f"{{{spec.name}}}" if spec in free else f"{_LEADS} {{{spec.name}}} {_TAILS}"
        for spec in fitting
    ]
    whole = [replace(one, text=f"{_NO} ({one.text})") for one in intent.templates]
    return [*answers, replace(intent, templates=(*_templates(*texts), *whole))]


def _templates(*texts: str) -> tuple[Template, ...]:
    return tuple(Template(text, "an answer") for text in texts)
