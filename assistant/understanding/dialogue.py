"""Questions that wait for an answer: yes or no, a missing slot, a correction.

An answer is read, by its words and by its sound, with a small graph of its own (`answers.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.phrasebook import say
from assistant.records import Command, Decision, IntentSpec
from assistant.settings import UnderstandingSettings
from assistant.understanding import answers
from assistant.understanding.fuzzy import ONLY_FREE_TEXT
from assistant.understanding.judge import judge, weigh
from assistant.understanding.reader import Reader
from assistant.understanding.readings import free_text, missing
from assistant.understanding.said import Said
from assistant.understanding.sound.evidence import EXPECTED
from assistant.understanding.text import key, words

LESS = 0.7
"""Share of the usual confidence that a value needs while a question waits for an answer."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that was asked."""

    decision: Decision
    """Of kind "confirm" or "ask", with its command."""
    command: Command
    at_s: float
    misses: int = 0
    """Answers that made no sense."""
    unasked: bool = False
    """Nobody was asked, but told that a name is unknown; the right one alone will do."""


def pending(decision: Decision, at_s: float) -> Pending | None:
    """The question that a decision asks; None where it asks none about a command."""
    command = decision.command
    if command is None or decision.kind not in ("confirm", "ask"):
        return None
    return Pending(decision, command, at_s)


def renamed(decision: Decision, at_s: float) -> Pending | None:
    """What waits for the right name, where a single one is unknown: the rest was understood."""
    if decision.reason != "unknown_value" or len(decision.unknown) != 1:
        return None
    command, unknown = decision.alternatives[0], decision.unknown[0].name
    asked = Decision("ask", decision.reason, command, decision.detail, unknown)
    return Pending(asked, command, at_s, unasked=True)


class Dialogue:
    """Understands answers to a question. Keeps no state but what is worth computing once."""

    def __init__(self, reader: Reader, settings: UnderstandingSettings) -> None:
        self._reader, self._settings = reader, settings
        self._answers: tuple[Decision, Reader] | None = None

    def refresh(self) -> None:
        """Take over changed lists."""
        self._answers = None

    def late(self, pending: Pending, at_s: float) -> bool:
        """Whether an answer comes too late."""
        return at_s - pending.at_s > self._settings.answer_within_s

    def answer(self, pending: Pending, said: Said) -> Command | None:
        """What was said as an answer to the question; None where it is none."""
        answer = self._understood(self.reader(pending), said, 1.0 if pending.unasked else LESS)
        if answer and pending.unasked:
            return answer if answer.intent == pending.command.intent else None
        if answer and _is_yes(answer) and pending.decision.kind == "ask":
            return None
        return answer

    def decide(self, pending: Pending, answer: Command) -> Decision:
        """What the answer means for the command."""
        match answer.intent:
            case answers.CANCEL:
                return Decision("reject", "cancelled", detail=self._say("Cancelled, as you said."))
            case answers.AGAIN:
                return pending.decision
            case answers.YES_NO:
                if _is_yes(answer):
                    detail = self._say("You said yes.")
                    return Decision("execute", "confirmed", pending.command, detail)
                return Decision("reject", "declined", detail=self._say("You said no."))
        return self._filled(pending, answer)

    def timed_out(self) -> Decision:
        """What to say to an answer that comes too late."""
        waited_s = self._settings.answer_within_s
        detail = self._say("I waited {seconds:g} seconds for an answer.", seconds=waited_s)
        return Decision("reject", "timed_out", detail=detail)

    def miss(self, pending: Pending) -> tuple[Decision, Pending | None]:
        """What to do about words that are neither an answer nor a command: ask once more."""
        if pending.misses:
            detail = self._say("I didn't understand the answer, so I leave it.")
            return Decision("reject", "not_a_command", detail=detail), None
        again = replace(pending.decision, detail=self._say("I didn't understand the answer."))
        return again, replace(pending, misses=pending.misses + 1)

    def corrected(self, command: Command, said: Said) -> Command | None:
        """The command with what was said put right: "no hannah"; None where nothing is."""
        reader = self._reader_of(Decision("confirm", "unsure", command), command)
        answer = self._understood(reader, said)
        if answer is None or answer.intent != command.intent or not answer.slots:
            return None
        return _with_slots(command, answer)

    def _say(self, text: str, **values: object) -> str:
        return say(text, self._settings.language, **values)

    def reader(self, pending: Pending) -> Reader:
        """Reads answers to the question; compiled once for as long as that is open."""
        if self._answers is None or self._answers[0] is not pending.decision:
            reader = self._reader_of(pending.decision, pending.command)
            self._answers = pending.decision, reader
        return self._answers[1]

    def _reader_of(self, asked: Decision, command: Command) -> Reader:
        graph = self._reader.graph
        asks = answers.intents(graph, graph.intents[command.intent], asked)
        return self._reader.beside(asks, prior=EXPECTED)

    def _understood(self, reader: Reader, said: Said, expected: float = 1.0) -> Command | None:
        """The answer, where it is sure enough: a value needs `expected` of the usual confidence,
        and a "yes" more than usual, for it has things done."""
        usual = self._settings
        settings = replace(usual, accept=expected * usual.accept)
        best = judge(said.transcript, reader.candidates(said), settings).command
        if best is None or best.intent != answers.YES_NO:
            return best
        least = usual.confirm_below if _is_yes(best) else usual.accept
        return best if best.confidence >= least else None

    def _filled(self, pending: Pending, answer: Command) -> Decision:
        """The command with the slots of the answer: asked for more, read back, or done."""
        intent = self._reader.graph.intents[pending.command.intent]
        if _is_any_words(answer, intent):
            # Any were asked for: they are as sure as they were heard.
            answer = replace(answer, confidence=min(1.0, answer.confidence / ONLY_FREE_TEXT))
        command = _with_slots(pending.command, answer)
        left_out = next(iter(missing(intent, command.slots)), "")
        if left_out:
            detail = self._say("The {slot} is missing.", slot=left_out.replace("_", " "))
            return Decision("ask", "missing_slot", command, detail, left_out)
        if pending.decision.kind == "confirm":
            return replace(pending.decision, command=command, detail=self._say("You corrected me."))
        return weigh(command, intent.risk, self._settings, reason="answered")


def _is_yes(answer: Command) -> bool:
    said = answer.slot("answer")
    return answer.intent == answers.YES_NO and said is not None and said.value is True


def _is_any_words(answer: Command, intent: IntentSpec) -> bool:
    """Whether it is free text and nothing else."""
    free = free_text(intent, answer.slots)
    return answer.said.split() == [key(word) for slot in free for word in words(slot.text)]


def _with_slots(command: Command, answer: Command) -> Command:
    """The command with the answer's slots, no surer than either of them. Who answers what a bare
    "set a timer" asks leaves no doubt about that.
    """
    slots = {slot.name: slot for slot in (*command.slots, *answer.slots)}
    sure = min(command.confidence, answer.confidence) if command.slots else answer.confidence
    return replace(command, slots=tuple(slots.values()), confidence=sure, match="answer")
