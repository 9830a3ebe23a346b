"""The understanding room, put together: a transcript in, a decision out."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.errors import PluginError
from assistant.kept import Kept
from assistant.phrasebook import say
from assistant.ports import ListSource
from assistant.records import (
    Command,
    Completeness,
    Decision,
    Emissions,
    IntentSpec,
    Language,
    Transcript,
)
from assistant.settings import UnderstandingSettings
from assistant.understanding import answers
from assistant.understanding.commands import Commands
from assistant.understanding.completeness import may_go_on, never_over
from assistant.understanding.conflicts import Conflict, conflicts
from assistant.understanding.dialogue import Dialogue, Pending, pending, renamed
from assistant.understanding.graph import CommandGraph, Sentence, Unlisted, ValueType
from assistant.understanding.idioms import idioms
from assistant.understanding.judge import judge
from assistant.understanding.net import Spellings
from assistant.understanding.reader import Reader
from assistant.understanding.readings import takes_any_words
from assistant.understanding.said import Said
from assistant.understanding.sampling import Sampler
from assistant.understanding.several import goes_on
from assistant.understanding.sound import SoundReader
from assistant.understanding.sound.english import English
from assistant.understanding.sound.evidence import UNASKED
from assistant.understanding.text import composed, key, words
from assistant.understanding.unserved import Unserved, UnservedCommands
from assistant.understanding.values import value_types

LONGEST_TEXT = 2_000
"""Letters, two minutes of speech. What is longer is no command, and could take minutes to read."""
TOO_LONG = "That is too long for a command; say it in {letters} letters at most."


MOST_TAKEN_UP = 30
"""Commands that may come of one utterance, so that a routine which runs itself comes to an end."""


@dataclass(frozen=True, slots=True)
class _State:
    """Where the conversation stands."""

    pending: Pending | None = None
    """The question that waits for an answer."""
    again: bool = False
    """Whether it is asked again, behind an answer about the conversation."""
    awake_until_s: float = -math.inf
    """Until then (monotonic) a command needs no wake phrase."""
    queue: tuple[Said, ...] = ()
    """Commands of the last utterance that are still to be decided about, in order."""
    taken_up: int = 0
    """How many of them weren't said, but came of others."""

    @property
    def more(self) -> int:
        """Decisions that are still to come of what was said."""
        return len(self.queue) + self.again


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What comes of an utterance."""

    said: Said
    """What was read: without the wake phrase."""
    decision: Decision
    state: _State
    read: Command | None = None
    """The command or the answer that it was read as; None where it was none."""
    answered: bool = False
    """It was said in answer to a question."""


class CommandUnderstander:
    """Implements `ports.Understander` over a command graph. One instance, one conversation."""

    def __init__(
        self,
        intents: Sequence[IntentSpec],
        lists: ListSource,
        settings: UnderstandingSettings,
        values: Mapping[str, ValueType] | None = None,
        kept: Kept | None = None,
        always_confirms: Callable[[Command], bool] = lambda _: False,
        idle: Callable[[Command], str] = lambda _: "",
        unserved: Sequence[Unserved] = (),
        unlisted: Unlisted = lambda name, words, language: "",
    ) -> None:
        """Compile the intents, or take what was `kept` of an earlier run; values of another
        making are always compiled. What `always_confirms` names is read back whatever the
        settings; `idle` says why there is nothing to do for a command, where that is so, and
        `unlisted` what to say of a name that isn't in a list. About the `unserved` it is told what
        they lack. Raises TemplateError where a template can't be read.
        """
        self._settings, self._language = settings, (language := settings.language)
        known = value_types(language) if values is None else values
        self._graph = CommandGraph(
            intents,
            lists,
            known,
            language,
            kept if values is None else None,
            _spellings(settings),
            unlisted,
        )
        sound = SoundReader(self._graph, lexicon=English() if language == "en" else None)
        prior = 0.0 if settings.wake else UNASKED

        def why_idle(command: Command) -> str:
            return idle(replace(command, language=language))

        def unlikely(command: Command) -> bool:
            # What follows a wake phrase was meant, whether or not it can be done.
            return not settings.wake and bool(why_idle(command))

        self._reader = Reader(self._graph, language, sound, prior=prior, unlikely=unlikely)
        self._dialogue = Dialogue(self._reader, settings)
        without = UnservedCommands(unserved, self._graph, language)
        self._commands = Commands(
            self._reader, self._dialogue, without, settings, always_confirms, why_idle
        )
        self._state = _State()
        self._ahead: tuple[Emissions, _Outcome] | None = None
        """What will come of the sound up to a pause, if nothing more is said."""

    @property
    def language(self) -> Language:
        return self._language

    @property
    def reader(self) -> Reader:
        """Reads utterances outside of any dialogue, for measuring."""
        return self._reader

    def prepare(self, emissions: Emissions | None, now: datetime) -> None:
        """Do now what would else make the first utterance wait: compile the commands for a
        model's symbols, and see what their words may be taken for. `emissions` are any that the
        model gave; None where it is elsewhere.
        """
        self._reader.candidates(Said(Transcript(""), now, True, emissions))

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self.update_lists()
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] is emissions:
            outcome = ahead[1]
        else:
            outcome = self._next(_said(transcript, emissions, now), at_s)
        self._state = outcome.state
        return self._told(outcome.decision)

    def following(self, now: datetime, at_s: float) -> Decision | None:
        """The decision about the next command of the last utterance, if nobody is asked first; or
        the question that is asked again.
        """
        asked = self._state.pending
        if asked and self._state.again:
            self._state = replace(self._state, pending=replace(asked, at_s=at_s), again=False)
            return self._told(asked.decision)
        if asked or not self._state.queue:
            return None
        self.update_lists()
        said, *rest = self._state.queue
        decision = self._commands.one(replace(said, now=now))
        waiting = pending(decision, at_s)
        self._state = _State(waiting, queue=tuple(rest), taken_up=self._state.taken_up)
        return self._told(decision)

    def take_up(self, commands: Sequence[str], now: datetime) -> None:
        """Put commands in front of those that follow, each as if it had been said."""
        taken = tuple(
            part
            for text in commands
            for part, _ in self._commands.within(_said(Transcript(text), None, now))
        )
        state = self._state
        count = state.taken_up + len(taken)
        if count > MOST_TAKEN_UP:
            self._state = replace(state, queue=())
            raise PluginError(
                f"More than {MOST_TAKEN_UP} commands came of one; mend the routine or the ability."
            )
        self._state = replace(state, queue=(*taken, *state.queue), taken_up=count)

    def parts(self, text: str, now: datetime) -> list[str]:
        """The commands in a text, in order, each word for word as a template has it; none where
        a part of it is no such command.
        """
        self.update_lists()
        return self._commands.exact_parts(_said(Transcript(text), None, now))

    def _told(self, decision: Decision) -> Decision:
        """The decision as others learn of it: in which language, and how many are still to come."""
        command = decision.command and replace(decision.command, language=self._language)
        return replace(decision, command=command, more=self._state.more)

    def preview(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision that it would be. The dialogue stays where it is."""
        self.update_lists()
        return self._next(_said(transcript, emissions, now), at_s).decision

    def completeness(
        self, transcript: Transcript, emissions: Emissions, now: datetime, at_s: float
    ) -> Completeness:
        """Whether somebody who pauses at `at_s` has finished."""
        self.update_lists()
        ahead = self._next(_said(transcript, emissions, now), at_s)
        self._ahead = emissions, ahead
        if ahead.decision.reason in ("silence", "no_wake_phrase"):
            return "unknown"
        if (ahead.decision.kind == "ask" and not ahead.answered) or goes_on(
            ahead.said, self._language
        ):
            return "incomplete"
        asked = self._state.pending if ahead.answered else None
        reader = self._dialogue.reader(asked) if asked else self._reader
        ending = reader.ending(ahead.said)
        if ending == "begun":
            return "incomplete"
        if ending == "strange" or ahead.read is None or not ahead.read.said:
            return "unknown"
        return "open" if may_go_on(reader.graph, ahead.read.said.split()) else "complete"

    def _next(self, said: Said, at_s: float) -> _Outcome:
        """What comes of an utterance; changes nothing."""
        asked = self._state.pending
        if not said.text.strip():
            return _Outcome(said, judge(said.transcript, (), self._settings), self._state)
        if len(said.text) > LONGEST_TEXT:
            detail = say(TOO_LONG, self._language, letters=LONGEST_TEXT)
            return _Outcome(said, Decision("reject", "not_a_command", detail=detail), self._state)
        if asked is None or asked.unasked:
            outcome = self._woken(said, at_s)
            other = self._renamed(asked, outcome, said, at_s) if asked else None
            return other or outcome
        if not self._dialogue.late(asked, at_s):
            return self._answered(asked, said, at_s)
        outcome = self._woken(said, at_s)
        decision = outcome.decision
        not_meant = decision.kind == "reject" and decision.reason != "nothing_to_do"
        if not_meant and self._dialogue.answer(asked, said):
            return _Outcome(said, self._dialogue.timed_out(), _State())
        return outcome

    def _renamed(
        self, asked: Pending, outcome: _Outcome, said: Said, at_s: float
    ) -> _Outcome | None:
        """What comes of a name that somebody says instead of an unknown one, if it is that."""
        strange = outcome.decision.reason in ("not_a_command", "no_wake_phrase", "unknown_value")
        if not strange or self._dialogue.late(asked, at_s):
            return None
        answer = self._dialogue.answer(asked, said)
        if answer is None:
            return None
        decision = self._commands.careful(self._dialogue.decide(asked, answer))
        return _Outcome(said, decision, _State(pending(decision, at_s)), answer, True)

    def _answered(self, asked: Pending, said: Said, at_s: float) -> _Outcome:
        """What was said after a question: its answer, unless it surely is another command."""
        sure = self._settings.confirm_below
        answer = self._dialogue.answer(asked, said)
        if answer and answer.intent == answers.WHY and (why := idioms(self._language).why):
            said, answer = _said(Transcript(why[0]), None, said.now), None
        if answer is None or answer.confidence < sure or self._may_be_more(answer):
            other = self._commanded_in_order(said, at_s)
            least = max(sure, answer.confidence) if answer else sure
            if other.read and other.read.confidence >= least:
                return self._beside(asked, other, at_s)
        queue = self._state.queue
        if answer is None:
            decision, left = self._dialogue.miss(asked)
            return _Outcome(said, decision, _State(left, queue=queue if left else ()), None, True)
        decision = self._commands.careful(self._dialogue.decide(asked, answer))
        if decision.reason == "cancelled":
            queue = ()
        state = _State(pending(decision, at_s), queue=queue)
        return _Outcome(said, decision, state, answer, True)

    def _beside(self, asked: Pending, other: _Outcome, at_s: float) -> _Outcome:
        """What comes of a command instead of an answer; the question stays open beside what is
        about the conversation."""
        command, one = other.decision.command, not other.state.queue
        aside = self._graph.intents[command.intent].aside if command and one else ""
        match aside:
            case "answer":
                return replace(other, state=replace(self._state, again=True))
            case "repeat":
                state = replace(self._state, pending=replace(asked, at_s=at_s))
                return replace(other, decision=asked.decision, state=state, answered=True)
        return other

    def _may_be_more(self, answer: Command) -> bool:
        """Whether an answer wasn't said word for word and took any words for a value."""
        spec = self._graph.intents.get(answer.intent)
        loose = spec is not None and takes_any_words(spec, answer.slots)
        return loose and answer.match != "exact"

    def _woken(self, said: Said, at_s: float) -> _Outcome:
        """The decision about a command, if it follows the wake phrase where there is one."""
        state = replace(self._state, pending=None)
        wake = self._settings.wake
        rest = self._reader.woken(said, wake) if wake else said
        if rest is not None and not rest.text:
            woken = Decision("ask", "missing_slot", detail=say("Yes?", self._language))
            window_s = self._settings.wake_window_s
            return _Outcome(said, woken, _State(awake_until_s=at_s + window_s))
        if rest is None and at_s > state.awake_until_s:
            detail = say("That didn't begin with “{wake}”.", self._language, wake=wake)
            return _Outcome(said, Decision("reject", "no_wake_phrase", detail=detail), state)
        outcome = self._commanded_in_order(rest or said, at_s)
        if outcome.read is not None:
            return outcome
        return replace(outcome, state=replace(state, pending=outcome.state.pending))

    def _commanded_in_order(self, said: Said, at_s: float) -> _Outcome:
        """What comes of a command or of several; they are read, the last one is measured."""
        (_, decision), *others = self._commands.within(said)
        queue = tuple(part for part, _ in others)
        last, read = others[-1] if others else (said, decision)
        waiting = pending(decision, at_s)
        # What is overheard isn't put right: without a wake phrase nobody may have spoken to us.
        if not queue and (self._settings.wake or not said.heard):
            waiting = waiting or renamed(decision, at_s)
        return _Outcome(last, decision, _State(waiting, queue=queue), read.command)

    def update_lists(self) -> None:
        """Take over lists whose entries changed; `understand` does so by itself."""
        if self._graph.refresh():
            self._reader.refresh()
            self._dialogue.refresh()
            self._ahead = None

    def commands(self, text: str, now: datetime) -> list[Command]:
        """All readings of a typed sentence, best first, outside of any dialogue."""
        found = self._reader.candidates(Said(Transcript(text), now, False, None))
        return [one.command for one in found if not one.problem]

    def sample(self, intent: str, count: int, seed: int = 0) -> list[str]:
        """Different sentences of the intent, at most `count`; KeyError for an unknown name."""
        return list(Sampler(self._graph, seed).sentences(self._graph.intents[intent], count))

    def conflicts(self) -> list[Conflict]:
        """Sentences that two intents both claim."""
        return conflicts(self._graph, self._language)

    def never_over(self) -> list[Sentence]:
        """Sentences that make every command wait for its end: they can begin with any words."""
        return never_over(self._graph)


def _spellings(settings: UnderstandingSettings) -> Spellings:
    return {key(word): tuple(map(words, ways)) for word, ways in settings.spelt.items()}


def _said(transcript: Transcript, emissions: Emissions | None, now: datetime) -> Said:
    transcript = replace(transcript, text=composed(transcript.text))
    return Said(transcript, now, emissions is not None, emissions)
