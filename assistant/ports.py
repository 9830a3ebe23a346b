"""The replaceable parts of the pipeline, as Protocols of one or two methods.

The concrete classes are named in `app` alone; `tests/fakes.py` has a scripted one for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from assistant.events import SourceEvent
from assistant.records import (
    Announcement,
    Block,
    Command,
    Completeness,
    Decision,
    Emissions,
    Floats,
    ListEntry,
    Reply,
    Transcript,
    Utterance,
)


class AudioSource(Protocol):
    """Where sound comes from."""

    @property
    def name(self) -> str:
        """The recording; empty for a microphone."""
        ...

    def blocks(self) -> Iterator[Block | SourceEvent]:
        """Blocks of 20 ms, and what happened between them; ends when the source does.

        Raises AudioError when the source can't be opened at all.
        """
        ...

    def discard(self) -> None:
        """Forget what was heard up to now (the assistant just spoke)."""
        ...


class VoiceDetector(Protocol):
    """Tells speech from other sound, block by block."""

    def is_speech(self, samples: Floats) -> bool:
        """Whether the block, shape (BLOCK_SAMPLES,), holds a voice."""
        ...

    def reset(self) -> None:
        """Forget what was heard before."""
        ...


class Segmenter(Protocol):
    """Cuts the stream of blocks into utterances."""

    @property
    def collecting(self) -> bool:
        """Whether somebody has begun to speak, and isn't known to have finished."""
        ...

    def push(self, block: Block, speech: bool) -> Utterance | None:
        """The utterance that this block ends, if it ends one; unfinished where it may go on."""
        ...

    def settle(self, completeness: Completeness) -> Utterance | None:
        """Say what the unfinished utterance that `push` just gave is: how much more silence ends
        it depends on that. The utterance where this was enough."""
        ...

    def flush(self) -> Utterance | None:
        """The utterance that was under way when the source ended or broke off, if any."""
        ...


class AcousticModel(Protocol):
    """Reads an utterance."""

    def emissions(self, samples: Floats) -> Emissions:
        """Log-probabilities for samples of shape (samples,) at SAMPLE_RATE."""
        ...


class Decoder(Protocol):
    """Turns emissions into text."""

    def decode(self, emissions: Emissions) -> Transcript: ...


class Reader(Protocol):
    """Reads what was said."""

    @property
    def reads_ahead(self) -> bool:
        """Whether it is to be asked in a pause, before the utterance is finished."""
        ...

    def read(self, samples: Floats) -> tuple[Transcript, Emissions | None]:
        """What was said in samples of shape (samples,) at SAMPLE_RATE, and their emissions; None
        where nobody has them but another machine."""
        ...


class ListSource(Protocol):
    """Gives the current entries of lists that change: contacts, rooms, timers."""

    def entries(self, name: str) -> Sequence[ListEntry] | None:
        """The entries of the list, or None when there is no such list."""
        ...


class Understander(Protocol):
    """Decides what was meant. Holds the dialogue, so one instance serves one conversation."""

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic); `now` resolves "tomorrow"."""
        ...

    def following(self, now: datetime, at_s: float) -> Decision | None:
        """The decision about the next command of the same utterance, when the last one is carried
        out; None where there is none, or where a question must be answered first."""
        ...

    def take_up(self, commands: Sequence[str], now: datetime) -> None:
        """Put commands in front of those that `following` gives, each as if it had been said.

        Raises PluginError where they don't come to an end.
        """
        ...

    def preview(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """What `understand` would decide. Changes nothing."""
        ...

    def completeness(
        self, transcript: Transcript, emissions: Emissions, now: datetime, at_s: float
    ) -> Completeness:
        """Whether somebody who pauses has finished. Changes nothing, and what it finds out is
        ready when `understand` is asked about the same emissions."""
        ...


class Actor(Protocol):
    """Carries out commands."""

    def question(self, decision: Decision) -> str:
        """How to ask for the confirmation or the slot that the decision wants."""
        ...

    def act(self, command: Command) -> Iterator[Reply]:
        """Run the handler: its answer, piece by piece; only the last piece has no more to come.

        Never raises: a failing handler becomes a Reply with ok=False.
        """
        ...


class Journal(Protocol):
    """Remembers what was decided, for whoever asks why."""

    def note(self, transcript: Transcript, decision: Decision) -> None:
        """A decision about what was said, when it is carried out. Never raises."""
        ...


class Voice(Protocol):
    """Says things aloud."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or about to be."""
        ...

    def say(self, text: str) -> None:
        """Begin to say it, behind what is being said. Returns at once."""
        ...

    def wait(self) -> None:
        """Return when everything is said. Raises AudioError, once, when that failed."""
        ...

    def stop(self) -> None:
        """Fall silent in the middle of the word; what was still to be said isn't."""
        ...

    def tone(self, name: str) -> None:
        """Play a tone, when everything is said: "listening", "done", "failed", or "ringing", which
        is longer. Raises AudioError."""
        ...


class Gate(Protocol):
    """Whether we listen at all: always, or only while somebody holds the key."""

    def is_open(self) -> bool: ...

    def close(self) -> None:
        """An utterance was heard; wait for the next push."""
        ...


class Announcements(Protocol):
    """What the assistant wants to say by itself, such as a timer that ran out."""

    def due(self) -> Sequence[Announcement]:
        """What is due now; each is returned once."""
        ...


class Cache(Protocol):
    """Keeps what took long to make until the next run. May forget anything at any time."""

    def read(self, name: str) -> bytes | None:
        """What was written under the name; None where nothing is left of it."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Keep the content, if there is room. Never raises for want of it."""
        ...
