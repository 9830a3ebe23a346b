"""The corridor between scripted rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from assistant.events import Acted, Event, Heard, Level, Transcribed, Understood
from assistant.pipeline import Parts, Pipeline
from assistant.ports import VoiceDetector
from assistant.recognition.reading import LocalReader
from assistant.records import Command, Completeness, Decision, Floats, Slot
from assistant.settings import BargeIn
from tests.fakes import (
    CountingGate,
    DeafDetector,
    RecordingActor,
    RecordingJournal,
    RecordingVoice,
    ScriptedAnnouncements,
    ScriptedDecoder,
    ScriptedModel,
    ScriptedSegmenter,
    ScriptedSource,
    ScriptedUnderstander,
    Ticking,
)

TURN = [Heard, Transcribed, Understood, Acted]

TIMER = Decision("execute", "clear", Command("timer.set_timer", (Slot("length", "ten", 10),), 0.97))
STOP = Decision("execute", "clear", Command("stop.stop", confidence=0.9))
SNOOZE = Decision("execute", "clear", Command("alarm.snooze", confidence=0.9))
DIAL = Decision("confirm", "high_risk", Command("dial.call", confidence=0.9))
UNKNOWN = Decision("reject", "unknown_value", detail="I know nobody called Zed.")


@dataclass
class Hearing:
    """Hears a voice in these blocks, counted from 0."""

    voiced: frozenset[int]
    heard: int = -1

    def is_speech(self, samples: Floats) -> bool:
        self.heard += 1
        return self.heard in self.voiced

    def reset(self) -> None: ...


@dataclass
class PushedGate(CountingGate):
    """Is closed after an utterance, and open again when asked for the so-manieth time."""

    at: int = 0
    asked: int = 0

    def is_open(self) -> bool:
        self.asked += 1
        return not self.closed or self.asked >= self.at


@dataclass
class Bench:
    """A pipeline with everything scripted, and what came of it."""

    texts: list[str]
    ends_at: frozenset[int] = frozenset({3})
    pauses_at: frozenset[int] = frozenset()
    complete: dict[str, Completeness] = field(default_factory=dict)
    segmenter: ScriptedSegmenter = field(init=False)
    model: ScriptedModel = field(default_factory=ScriptedModel)
    actor: RecordingActor = field(default_factory=RecordingActor)
    voice: RecordingVoice = field(default_factory=RecordingVoice)
    announcements: ScriptedAnnouncements = field(default_factory=ScriptedAnnouncements)
    gate: CountingGate = field(default_factory=CountingGate)
    journal: RecordingJournal = field(default_factory=RecordingJournal)
    detector: VoiceDetector = field(default_factory=DeafDetector)
    addressed: bool = False
    more: list[Decision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.segmenter = ScriptedSegmenter(self.ends_at, self.pauses_at)

    def pipeline(self, decisions: Mapping[str, Decision] | None = None) -> Pipeline:
        decided = {
            "timer": TIMER,
            "call": DIAL,
            "zed": UNKNOWN,
            "stop": STOP,
            "snooze": SNOOZE,
            **(decisions or {}),
        }
        understander = ScriptedUnderstander(decided, self.complete, self.more)
        decoder = ScriptedDecoder(self.texts)
        parts = Parts(
            self.detector,
            self.segmenter,
            LocalReader(lambda: (self.model, decoder)),
            understander,
            self.actor,
            self.voice,
            self.announcements,
            self.gate,
            self.journal,
            now=lambda: datetime(2026, 11, 23, 12),
            hushing=frozenset({"stop.stop"}),
            over_ring=frozenset({"alarm.snooze"}),
            addressed=self.addressed,
            monotonic=Ticking(),
        )
        return Pipeline(parts)

    def listen(self, source: ScriptedSource, barge_in: BargeIn = "off") -> list[Event]:
        return [e for e in self.pipeline().listen(source, barge_in) if not isinstance(e, Level)]


def kinds(events: list[Event]) -> list[type]:
    return [type(event) for event in events]
