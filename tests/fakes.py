"""A scripted stand-in for each port: it plays what the test wrote down, and remembers calls."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from assistant.errors import AssistantError
from assistant.events import SourceEvent
from assistant.records import (
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Announcement,
    Block,
    Command,
    Completeness,
    Decision,
    Emissions,
    Floats,
    Reply,
    Transcript,
    Utterance,
    Vocabulary,
)

LETTERS = Vocabulary(("<pad>", "|", *"abcdefghijklmnopqrstuvwxyz"), 0, 1, frozenset({0}))


def silent_blocks(count: int, first: int = 0) -> list[Block]:
    samples = np.zeros(BLOCK_SAMPLES, np.float32)
    return [Block(samples, (first + i) * BLOCK_SAMPLES / SAMPLE_RATE) for i in range(count)]


@dataclass
class ScriptedSource:
    """Gives these blocks and events, then ends."""

    items: Sequence[Block | SourceEvent]
    name: str = ""
    discarded: int = 0

    def blocks(self) -> Iterator[Block | SourceEvent]:
        yield from self.items

    def discard(self) -> None:
        self.discarded += 1


class DeafDetector:
    """Never hears a voice."""

    def is_speech(self, samples: Floats) -> bool:
        return False

    def reset(self) -> None: ...


@dataclass
class ScriptedSegmenter:
    """Ends an utterance at each of these blocks, counted from 0, and pauses one at others.

    A pause ends it where the command is complete; the end after a pause gives the same sound.
    """

    ends_at: frozenset[int]
    pauses_at: frozenset[int] = frozenset()
    pending: bool = False
    seen: int = 0
    collecting: bool = False
    last: Utterance | None = None

    def push(self, block: Block, speech: bool) -> Utterance | None:
        ended = self.seen in self.ends_at
        paused = self.seen in self.pauses_at
        self.seen += 1
        self.last = replace(self._utterance(block.start_s), finished=not paused)
        return self.last if ended or paused else None

    def settle(self, completeness: Completeness) -> Utterance | None:
        assert self.last is not None
        return replace(self.last, finished=True) if completeness == "complete" else None

    def flush(self) -> Utterance | None:
        was, self.pending = self.pending, False
        return self._utterance(0.0) if was else None

    def _utterance(self, at_s: float) -> Utterance:
        return Utterance(np.zeros(SAMPLE_RATE, np.float32), max(0.0, at_s - 1), speech_end_s=at_s)


@dataclass
class ScriptedModel:
    """Emissions without content; raises what the script holds instead of None."""

    script: list[Exception | None] = field(default_factory=list)
    runs: int = 0

    def emissions(self, samples: Floats) -> Emissions:
        self.runs += 1
        error = self.script.pop(0) if self.script else None
        if error:
            raise error
        frames = max(1, len(samples) // BLOCK_SAMPLES)
        return Emissions(np.zeros((frames, len(LETTERS.tokens)), np.float32), LETTERS, 0.02)


@dataclass
class ScriptedDecoder:
    """Hears these sentences, one after another."""

    texts: list[str]

    def decode(self, emissions: Emissions) -> Transcript:
        return Transcript(self.texts.pop(0))


@dataclass
class ScriptedUnderstander:
    """Decides as the script says for the sentence."""

    decisions: dict[str, Decision]
    complete: dict[str, Completeness] = field(default_factory=dict)
    more: list[Decision] = field(default_factory=list)
    """About further commands of the first utterance."""

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        unknown = Decision("reject", "not_a_command", detail="That is no command I know.")
        return self.decisions.get(transcript.text, unknown)

    def following(self, now: datetime, at_s: float) -> Decision | None:
        return self.more.pop(0) if self.more else None

    def take_up(self, commands: Sequence[str], now: datetime) -> None:
        del now
        self.more[:0] = [self.decisions[command] for command in commands]

    def preview(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        return self.understand(transcript, emissions, now, at_s)

    def completeness(
        self, transcript: Transcript, emissions: Emissions, now: datetime, at_s: float
    ) -> Completeness:
        return self.complete.get(transcript.text, "unknown")


@dataclass
class RecordingActor:
    """Answers every command with the same reply and remembers it."""

    reply: str = "Done."
    commands: list[Command] = field(default_factory=list)
    then: tuple[str, ...] = ()
    """What follows the first command."""

    def question(self, decision: Decision) -> str:
        return f"Really {decision.command.intent if decision.command else 'that'}?"

    def act(self, command: Command) -> Iterator[Reply]:
        self.commands.append(command)
        yield Reply(self.reply, then=self.then if len(self.commands) == 1 else ())


@dataclass
class SlowActor(RecordingActor):
    """Answers the first command in pieces; behind each it takes until somebody lets it go on."""

    pieces: tuple[str, ...] = ("One.", "Two.", "Three.")
    goes_on: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    """Whether nobody makes pieces any more."""
    made: list[str] = field(default_factory=list)

    def act(self, command: Command) -> Iterator[Reply]:
        if self.commands:
            yield from RecordingActor.act(self, command)
            return
        self.commands.append(command)
        try:
            for piece in self.pieces:
                self.made.append(piece)
                yield Reply(piece, more=True)
                self.goes_on.wait()
            yield Reply("")
        finally:
            self.ended.set()


@dataclass
class RecordingVoice:
    said: list[str] = field(default_factory=list)
    tones: list[str] = field(default_factory=list)
    broken: AssistantError | None = None
    lasts: int = 0
    """How often each saying is still going on when somebody looks."""
    left: int = 0
    stopped: int = 0

    @property
    def speaking(self) -> bool:
        self.left -= 1
        return self.left >= 0

    def say(self, text: str) -> None:
        self.said.append(text)
        self.left = self.lasts

    def wait(self) -> None:
        if self.broken:
            raise self.broken

    def stop(self) -> None:
        self.left = 0
        self.stopped += 1

    def tone(self, name: str) -> None:
        self.tones.append(name)


@dataclass
class ScriptedAnnouncements:
    """Has something to say at these calls; raises an error that the script holds."""

    script: list[Sequence[Announcement] | Exception] = field(default_factory=list)

    def due(self) -> Sequence[Announcement]:
        said = self.script.pop(0) if self.script else ()
        if isinstance(said, Exception):
            raise said
        return said


@dataclass
class RecordingJournal:
    notes: list[tuple[str, Decision]] = field(default_factory=list)

    def note(self, transcript: Transcript, decision: Decision) -> None:
        self.notes.append((transcript.text, decision))


@dataclass
class CountingGate:
    is_open_now: bool = True
    closed: int = 0

    def is_open(self) -> bool:
        return self.is_open_now

    def close(self) -> None:
        self.closed += 1


@dataclass
class Ticking:
    """A monotonic clock that advances by a tenth of a second a reading."""

    now_s: float = 0.0

    def __call__(self) -> float:
        self.now_s += 0.1
        return self.now_s


@dataclass
class MemoryCache:
    """Implements `ports.Cache`, and tells what was written."""

    files: dict[str, bytes] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def read(self, name: str) -> bytes | None:
        return self.files.get(name)

    def write(self, name: str, content: bytes) -> None:
        self.files[name] = content
        self.written.append(name.split("-")[0])

    def since(self) -> list[str]:
        """The kinds of what was made since the last call."""
        made, self.written = sorted(self.written), []
        return made
