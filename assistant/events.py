"""What the pipeline tells its consumers: a closed union of frozen records.

Each carries `at_s`, a reading of the monotonic clock, so that one consumer can compute the latency
of every stage. The terminal, the JSON lines and the trace are consumers; nothing else prints.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.records import Decision, Emissions, Reply, Transcript, Utterance


@dataclass(frozen=True, slots=True)
class Listening:
    """The source is open and blocks arrive."""

    at_s: float
    device: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud it is, several times a second, for a meter."""

    at_s: float
    dbfs: float
    """Root mean square in decibels below full scale."""
    speech: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """An utterance ended."""

    at_s: float
    utterance: Utterance
    delay_s: float | None = None
    """From the end of speech to here, in time of the source: what the endpoint waited for. None
    where nobody looked for an endpoint."""


@dataclass(frozen=True, slots=True)
class Transcribed:
    at_s: float
    transcript: Transcript
    emissions: Emissions | None = None
    """None for typed text."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A decision was made: of every kind, also a rejection."""

    at_s: float
    decision: Decision


@dataclass(frozen=True, slots=True)
class Asked:
    """The assistant asks back: for a confirmation or a missing slot."""

    at_s: float
    question: str


@dataclass(frozen=True, slots=True)
class Acted:
    """A handler ran, or gave a piece of its answer."""

    at_s: float
    reply: Reply


@dataclass(frozen=True, slots=True)
class Rejected:
    """Nothing was done."""

    at_s: float
    decision: Decision


@dataclass(frozen=True, slots=True)
class Announced:
    """The assistant speaks by itself: a timer ran out."""

    at_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Somebody broke off what the assistant was saying."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Something broke; the loop goes on."""

    at_s: float
    message: str


@dataclass(frozen=True, slots=True)
class Overflowed:
    """Sound was lost because the machine was too slow."""

    at_s: float
    lost_s: float


@dataclass(frozen=True, slots=True)
class MicrophoneLost:
    at_s: float
    reason: str


@dataclass(frozen=True, slots=True)
class MicrophoneBack:
    at_s: float
    device: str = ""
    gone_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Damaged:
    """Part of a recording is missing or broken; what there is of it was heard."""

    at_s: float
    message: str


SourceEvent = Listening | Overflowed | MicrophoneLost | MicrophoneBack | Damaged
"""What an audio source reports between its blocks."""

Event = (
    Listening
    | Level
    | Heard
    | Transcribed
    | Understood
    | Asked
    | Acted
    | Rejected
    | Announced
    | Interrupted
    | Failed
    | Overflowed
    | MicrophoneLost
    | MicrophoneBack
    | Damaged
)
