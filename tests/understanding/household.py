"""A small household of intents and lists that the tests of this room talk to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assistant.recognition.greedy import GreedyDecoder
from assistant.records import (
    Completeness,
    Decision,
    IntentSpec,
    ListEntry,
    SlotSpec,
    Template,
    Transcript,
)
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.understanding.sound.helpers import spelled

NOW = datetime(2026, 11, 23, 17, 0)
"""A Monday, five in the afternoon."""


def templates(*texts: str, file: str = "household.py") -> tuple[Template, ...]:
    return tuple(Template(text, file, line) for line, text in enumerate(texts, 1))


TIMER = IntentSpec(
    "timer.set_timer",
    templates("(set|start) [a] timer [for {length}]", "count down {length}"),
    (SlotSpec("length", "duration"),),
    examples=("set a timer for ten minutes",),
)
CANCEL = IntentSpec("timer.cancel", templates("cancel [the] timer", "cancel all timers"))
TIME = IntentSpec("question.time", templates("what time is it", "what's the time [now]"))
CALL = IntentSpec(
    "dial.call",
    templates("(call|phone|ring) {who}"),
    (SlotSpec("who", "list", list_name="contacts"),),
    risk="high",
)
REMIND = IntentSpec(
    "schedule.remind",
    templates("remind me to {task} [at {when}]", "remind me [at {when}] to {task}"),
    (SlotSpec("task", "text"), SlotSpec("when", "time", required=False)),
    risk="medium",
)
NOTE = IntentSpec("notes.add", templates("note (down|that) {text}"), (SlotSpec("text", "text"),))
VOLUME = IntentSpec(
    "sound.volume",
    templates("set [the] volume to {0..100,5:level} [percent]", "volume {0..100,5:level}"),
    (SlotSpec("level", "number"),),
)
LIGHT = IntentSpec(
    "light.switch",
    templates(
        "(turn|switch) {state} <the> {room} light[s]", "(turn;{state};<the> {room} light[s])"
    ),
    (SlotSpec("state", "list"), SlotSpec("room", "list")),
    lists={
        "state": (ListEntry("on", True), ListEntry("off|out", False)),
        "room": (ListEntry("kitchen", "kitchen"), ListEntry("(living|dining) room", "parlour")),
    },
    rules={"the": "[(the|my|our)]"},
)
ALL = (TIMER, CANCEL, TIME, CALL, REMIND, NOTE, VOLUME, LIGHT)
PEOPLE = ("anna", "hannah", "mum|mother", "doctor patel", "april", "will")


@dataclass
class Lists:
    """Lists that a test may change."""

    lists: dict[str, list[ListEntry]] = field(default_factory=dict)

    def entries(self, name: str) -> Sequence[ListEntry] | None:
        return self.lists.get(name)


def people(*names: str) -> Lists:
    return Lists({"contacts": [ListEntry(name, name.split("|")[0].title()) for name in names]})


@dataclass
class Conversation:
    """Talks to an understander, two seconds between utterances."""

    understander: CommandUnderstander
    clock_s: float = 0.0

    def hear(
        self, spelt: str, after_s: float = 2.0, *, paused: bool = False, **how: float
    ) -> Decision:
        """Sound in which the text is spelled out, as well as `spelled` is told."""
        self.clock_s += after_s
        emissions = spelled(spelt, **how)  # type: ignore[arg-type]
        transcript = GreedyDecoder().decode(emissions)
        if paused:
            self.understander.completeness(transcript, emissions, NOW, self.clock_s)
        return self.understander.understand(transcript, emissions, NOW, self.clock_s)

    def next(self) -> Decision | None:
        """About the next command of what was said last."""
        return self.understander.following(NOW, self.clock_s)

    def pause(self, spelt: str) -> Completeness:
        """Whether somebody who said this has finished."""
        emissions = spelled(spelt)
        transcript = GreedyDecoder().decode(emissions)
        return self.understander.completeness(transcript, emissions, NOW, self.clock_s)

    def say(self, text: str, confidence: float = 1.0, after_s: float = 2.0) -> Decision:
        self.clock_s += after_s
        transcript = Transcript(text, confidence=confidence)
        return self.understander.understand(transcript, None, NOW, self.clock_s)


def understander(
    intents: Sequence[IntentSpec] = ALL,
    lists: Lists | None = None,
    settings: UnderstandingSettings | None = None,
) -> CommandUnderstander:
    lists = people(*PEOPLE) if lists is None else lists
    return CommandUnderstander(intents, lists, settings or UnderstandingSettings())


def conversation(
    intents: Sequence[IntentSpec] = ALL, lists: Lists | None = None, **settings: object
) -> Conversation:
    return Conversation(understander(intents, lists, UnderstandingSettings(**settings)))  # type: ignore[arg-type]


def values(decision: Decision) -> dict[str, object]:
    """The slots of the decision's command."""
    assert decision.command is not None, decision.detail
    return {slot.name: slot.value for slot in decision.command.slots}
