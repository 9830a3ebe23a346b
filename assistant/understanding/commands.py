"""The commands in what was said, and what is decided about each, whatever was said before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from assistant.phrasebook import say
from assistant.records import Command, Decision, Language
from assistant.settings import UnderstandingSettings
from assistant.understanding.dialogue import Dialogue
from assistant.understanding.idioms import idioms
from assistant.understanding.judge import READ_BACK, judge, weigh
from assistant.understanding.reader import Reader, Stages
from assistant.understanding.readings import free_text, takes_any_words
from assistant.understanding.said import Said
from assistant.understanding.several import parted, swallows
from assistant.understanding.sound.evidence import EXPECTED
from assistant.understanding.unserved import UnservedCommands

LOOSE = 0.75
"""What is left of the confidence of a command that lacks a value, and of one that was heard with
any words in it, beside two of which that isn't so: too little to look no further for them."""
JOINED = 0.9
"""What is left of it where any words in the middle have a joint among them: a little less than two
commands that are word for word."""


class Commands:
    """Reads them and decides."""

    def __init__(
        self,
        reader: Reader,
        dialogue: Dialogue,
        unserved: UnservedCommands,
        settings: UnderstandingSettings,
        always_confirms: Callable[[Command], bool],
        why_idle: Callable[[Command], str],
    ) -> None:
        """What `always_confirms` names is read back whatever the settings; `why_idle` says why
        there is nothing to do for a command, where that is so. About the `unserved` it is told what
        they lack; `dialogue` knows how a command is corrected.
        """
        self._reader, self._dialogue, self._unserved = reader, dialogue, unserved
        self._settings, self._language = settings, settings.language
        self._always_confirms, self._why_idle = always_confirms, why_idle
        self._correction = _correction(settings.language)

    def exact_parts(self, said: Said) -> list[str]:
        """Each word for word as a template has it; none where a part of it is no such command."""
        (found,) = self._reader.in_stages(said, (Stages(misheard=False, sound=False),))
        if any(not one.problem for one in found):
            return [said.text]
        for first, rest in parted(said, self._language):
            before = self.exact_parts(first)
            if before and (behind := self.exact_parts(rest)):
                return [*before, *behind]
        return []

    def within(self, said: Said) -> list[tuple[Said, Decision]]:
        """The commands in what was said, in order.

        What makes sense as one is one, such as "remind me to wash and iron the shirt"; else every
        part must be a command, and a surer one than the whole.
        """
        whole = self.one(said)
        best = [(said, whole)]
        if not self._is_one(whole, said):
            for first, rest in chain(self._reader.parted(said), parted(said, self._language)):
                one = self.one(first)
                parts = [(first, one), *self.within(rest)] if _is_read(one) else []
                best = max(best, parts, key=self._least_sure)
                if self._least_sure(best) >= self._settings.confirm_below:
                    break
        return best

    def _is_one(self, decision: Decision, said: Said) -> bool:
        """Whether it is certainly about one command: word for word, or with any words at all in it
        where nothing was misheard. What lacks a value is perhaps two: "… tomorrow and call anna";
        and so is what has a joint in the middle.
        """
        command = decision.command
        if command is None or not _is_read(decision) or decision.missing:
            return False
        if self._swallows(command, said):
            return False
        whole = command.match in ("exact", "answer")
        return whole or (not said.heard and self._takes_any_words(command))

    def _swallows(self, command: Command, said: Said) -> bool:
        """Whether any words, in the middle of the command, have a joint among them."""
        free = free_text(self._reader.graph.intents[command.intent], command.slots)
        return any(swallows(slot.text, said, self._language) for slot in free)

    def _takes_any_words(self, command: Command) -> bool:
        return takes_any_words(self._reader.graph.intents[command.intent], command.slots)

    def _least_sure(self, parts: Sequence[tuple[Said, Decision]]) -> float:
        """How sure the least sure of the commands is; 0 where one isn't read."""
        return min((self._sureness(*one) for one in parts), default=0.0)

    def _sureness(self, said: Said, decision: Decision) -> float:
        command = decision.command
        if command is None or not _is_read(decision):
            return 0.0
        if self._is_one(decision, said):
            return command.confidence
        loose = bool(decision.missing) + (said.heard and self._takes_any_words(command))
        joined = self._swallows(command, said)
        return command.confidence * LOOSE**loose * JOINED**joined

    def one(self, said: Said) -> Decision:
        """The decision about what is taken for one command."""
        decision = self._judged(said)
        any_words = decision.command is not None and self._takes_any_words(decision.command)
        if not _is_read(decision) or any_words:
            decision = self._corrected(said, just_before=any_words) or decision
        return self.careful(decision)

    def careful(self, decision: Decision) -> Decision:
        """A command that is always read back isn't done before somebody said yes to it; where
        there is nothing to do, nobody is asked.
        """
        command = decision.command
        if decision.kind == "confirm" and command and (why := self._why_idle(command)):
            return replace(decision, kind="reject", reason="nothing_to_do", detail=why)
        if decision.kind != "execute" or decision.reason == "confirmed" or command is None:
            return decision
        if not self._always_confirms(command):
            return decision
        return replace(
            decision, kind="confirm", reason="high_risk", detail=say(READ_BACK, self._language)
        )

    def _corrected(self, said: Said, just_before: bool) -> Decision | None:
        """The decision about a command and its correction in one breath: "call anna no hannah". It
        may have to put right what stands `just_before` it: "at eight no at nine", not "to say no".
        """
        found = self._correction.fullmatch(said.text)
        if found is None:
            return None
        # What is put right was surely said to us.
        reader, first = self._reader.expecting(EXPECTED), said.part(*found.span("first"))
        said_first = judge(said.transcript, reader.candidates(first), self._settings).command
        if said_first is None:
            return None
        command = self._dialogue.corrected(said_first, said.part(*found.span("second")))
        if command is None or (just_before and not _puts_right(said_first, command, first.text)):
            return None
        return weigh(command, self._reader.graph.intents[command.intent].risk, self._settings)

    def _judged(self, said: Said) -> Decision:
        decision = judge(said.transcript, self._reader.candidates(said), self._settings)
        if _is_doubtful(decision):
            why_not = self._unserved.why_not(said.text)
        elif decision.command and self._takes_any_words(decision.command):
            # "What is the weather" would else be looked up in somebody's notes.
            why_not = self._unserved.why_not_word_for_word(said.text)
        else:
            return decision
        return Decision("reject", "not_set_up", detail=why_not) if why_not else decision


def _correction(language: Language) -> re.Pattern[str]:
    """A command and what corrects it, in one breath."""
    openings = idioms(language).corrections
    return re.compile(rf"(?P<first>.+?)\W+(?P<second>(?:{openings})\b.+)", re.IGNORECASE)


def _puts_right(before: Command, after: Command, text: str) -> bool:
    """Whether only what the text ends with isn't as it was before."""
    old = [before.slot(slot.name) for slot in after.slots if before.slot(slot.name) != slot]
    return bool(old) and all(slot is not None and text.endswith(slot.text) for slot in old)


def _is_read(decision: Decision) -> bool:
    """Whether it is about a command that was read, not guessed from the wording."""
    return decision.command is not None and decision.command.match != "classifier"


def _is_doubtful(decision: Decision) -> bool:
    """Whether a command that fits word for word would be likelier, were it one."""
    guessed = decision.command is not None and decision.command.match == "classifier"
    return guessed or decision.reason in ("not_a_command", "unknown_value")
