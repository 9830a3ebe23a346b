"""The data that flows from one room to the next: frozen records without behaviour of their own.

Units: seconds are floats whose names end in `_s`; audio is float32, mono, in [-1, 1];
emissions are natural-log probabilities of shape (frames, vocabulary).
Imports only the standard library and numpy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

Language = str
"""A two-letter ISO 639-1 code: "en"."""

SAMPLE_RATE = 16_000
"""Samples a second that everything behind the hearing room works with."""

BLOCK_SAMPLES = 320
"""Samples of one block: 20 ms at `SAMPLE_RATE`."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """20 ms of sound as it comes from a source."""

    samples: Floats
    """Shape (BLOCK_SAMPLES,), float32 mono in [-1, 1] at SAMPLE_RATE."""
    start_s: float
    """Where the block begins, in seconds since the source was opened."""


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One stretch of sound in which somebody spoke."""

    samples: Floats
    """Shape (samples,), float32 mono in [-1, 1] at SAMPLE_RATE."""
    start_s: float = 0.0
    """Where it begins in its source, in seconds."""
    source: str = ""
    """The file it came from; empty for a microphone."""
    speech_end_s: float | None = None
    """Where the last voiced block ended in the source; None when nobody looked (`--whole`)."""
    truncated: bool = False
    """True when the hard maximum cut it."""
    finished: bool = True
    """False for what was said up to a pause, behind which more may come."""

    @property
    def duration_s(self) -> float:
        return len(self.samples) / SAMPLE_RATE

    @property
    def end_s(self) -> float:
        return self.start_s + self.duration_s


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the columns of emissions stand for."""

    tokens: tuple[str, ...]
    """The text of each column, as the model's vocab.json has it."""
    blank: int
    """Column of the CTC blank."""
    word_delimiter: int | None
    """Column of the word delimiter (often `|`); None where the model has none."""
    special: frozenset[int] = frozenset()
    """Columns that never become text: padding, unknown, sentence marks."""
    lower_case: bool = False
    """The tokenizer lower-cases what it decodes."""
    word_start: str = ""
    """What the first token of a word begins with ("▁"), where tokens are pieces of words; then
    there is no delimiter. Empty where they are letters."""
    clean_up: bool = False
    """The tokenizer closes the gap before punctuation and English endings (" ." and " 's")."""


@dataclass(frozen=True, slots=True, eq=False)
class Emissions:
    """What the acoustic model says about one utterance."""

    log_probs: Floats
    """Natural-log probabilities, shape (frames, vocabulary)."""
    vocabulary: Vocabulary
    frame_s: float
    """Seconds from one frame to the next."""
    phonemes: Emissions | None = None
    """The second reading of the same pass, where the model has one."""
    language: Language = ""
    """Which was heard; empty where nobody looked."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a transcript, with times in seconds from the utterance's first sample."""

    text: str
    start_s: float
    end_s: float
    confidence: float
    """Mean probability of its letters' frames, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A decoder's best hypothesis."""

    text: str
    words: tuple[Word, ...] = ()
    confidence: float = 1.0
    """Mean probability over the frames that carry a letter; 1.0 for typed text."""
    language: Language = ""
    """Which was heard; empty where nobody looked."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: what is shown at once, with times in seconds from the recording's beginning."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]
    """From top to bottom."""
    speaker: str = ""
    """Who says it; empty where nobody knows."""
    words: tuple[Word, ...] = ()
    """What it is made of."""


Risk = Literal["low", "medium", "high"]
"""What a wrong execution costs: telling the time, setting a timer, dialling."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled slot: the words that filled it and the typed value."""

    name: str
    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence template and where it was written, for errors and for `check`."""

    text: str
    file: str = ""
    line: int = 1
    language: Language = "en"
    fixed: tuple[Slot, ...] = ()
    """Slots that the sentence fills by itself: "lights out" means the state "off"."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a closed list: the ways to say it, and what it stands for."""

    text: str
    """A template without slots: "living room|lounge"."""
    value: object
    """What the handler receives."""


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """One slot of an intent, as its handler declares it."""

    name: str
    kind: str
    """A value type ("number", "duration", "time", "date", "datetime", "phone", "percent",
    "ordinal", "yes_no", "weekly", "waking", "weekly_waking"), "text" for free text, or "list"."""
    required: bool = True
    list_name: str = ""
    """For kind "list": its name; entries come from `IntentSpec.lists` or from a `ListSource`."""
    prompt: str = ""
    """The question for a missing value; empty for the default ("What length?")."""


Aside = Literal["", "answer", "repeat"]
"""What a command is to a question that waits: it takes the place of the question; it is about the
conversation, so that it is answered and the question asked again; or the question is asked again
instead of it."""


@dataclass(frozen=True, slots=True)
class IntentSpec:
    """What the understanding room must know about an intent; the handler stays in `acting`."""

    name: str
    """Unique: "<file>.<function>", such as "timer.set_timer"."""
    templates: tuple[Template, ...]
    slots: tuple[SlotSpec, ...] = ()
    risk: Risk = "low"
    lists: Mapping[str, tuple[ListEntry, ...]] = field(default_factory=dict)
    """Lists that the ability brings itself."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """Expansion rules for `<name>` in its templates."""
    examples: tuple[str, ...] = ()
    """Sentences that must reach this intent; `intents check` runs them."""
    aside: Aside = ""
    """What it is to a question that waits for an answer."""


Match = Literal["exact", "edit", "classifier", "sound", "answer"]
"""How a command was found: word for word, through misspellings, by its wording, from the sound,
or as the answer to a question."""


@dataclass(frozen=True, slots=True)
class Command:
    """One reading of an utterance: an intent with its slots."""

    intent: str
    slots: tuple[Slot, ...] = ()
    confidence: float = 1.0
    """0 to 1: how sure we are that this was meant."""
    match: Match = "exact"
    template: str = ""
    """The template that matched; empty where none did."""
    said: str = ""
    """The sentence that was taken for it, in the template's own words; empty where none matched."""
    language: Language = ""
    """Which it was said in; empty for the first language of the settings."""

    def slot(self, name: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.name == name), None)


Completeness = Literal["complete", "open", "unknown", "incomplete"]
"""Whether somebody who pauses has finished: nothing that fits could follow; it is a command, but
more of it could follow; it is nothing we know; or something is missing."""

DecisionKind = Literal["execute", "confirm", "ask", "reject"]

Reason = Literal[
    "clear",  # execute: confident enough for the risk
    "confirmed",  # execute: the person said yes
    "answered",  # execute: the missing slot was given
    "high_risk",  # confirm: always read back
    "unsure",  # confirm: too little confidence for the risk
    "missing_slot",  # ask
    "silence",  # reject, and all below
    "noise",
    "not_a_command",
    "unclear",
    "unknown_value",
    "not_set_up",
    "nothing_to_do",
    "no_wake_phrase",
    "declined",
    "cancelled",
    "timed_out",
]


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about an utterance, and why."""

    kind: DecisionKind
    reason: Reason
    command: Command | None = None
    detail: str = ""
    """One plain sentence for a person: why."""
    missing: str = ""
    """For "ask": the slot that is asked for."""
    alternatives: tuple[Command, ...] = ()
    """Other readings, best first."""
    unknown: tuple[Slot, ...] = ()
    """Words of the first of these that mean nothing, in the slots where they stand; their value is
    None."""
    more: int = 0
    """Commands of the same utterance that are still to be decided about."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler answers."""

    text: str
    """May be empty where it only ends what was said before."""
    ok: bool = True
    """False when the ability couldn't do what was asked."""
    more: bool = False
    """Whether more of the answer follows, which isn't known yet."""
    then: tuple[str, ...] = ()
    """Commands that are decided about next, each as if somebody had said it."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """A time of day on certain days of every week."""

    days: frozenset[int]
    """Weekdays; 0 is Monday."""
    at: time


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the assistant does by itself."""

    text: str = ""
    """What it says; empty when it only rings once more."""
    rings: bool = False
    """Whether the ringing tone is played first."""
