"""The corridor: sound or text comes in, events go out.

It knows the rooms by their Protocols alone, prints nothing and decides nothing. One thread runs it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from assistant.errors import AssistantError
from assistant.events import (
    Acted,
    Announced,
    Asked,
    Event,
    Failed,
    Heard,
    Interrupted,
    Level,
    Listening,
    MicrophoneLost,
    Rejected,
    SourceEvent,
    Transcribed,
    Understood,
)
from assistant.ports import (
    Actor,
    Announcements,
    AudioSource,
    Gate,
    Journal,
    Reader,
    Segmenter,
    Understander,
    Voice,
    VoiceDetector,
)
from assistant.records import (
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Decision,
    Emissions,
    Floats,
    Transcript,
    Utterance,
)
from assistant.settings import BargeIn

LEVEL_EVERY_BLOCKS = 5
"""A level every 100 ms is enough for a meter."""

SILENCE_DBFS = -120.0

INTERRUPTION_BLOCKS = round(0.3 * SAMPLE_RATE / BLOCK_SAMPLES)
"""So much of a voice in an utterance interrupts a reply; a cough is shorter."""

TOLD_REASONS = frozenset({"unclear", "unknown_value", "not_set_up"})
"""Rejections that are said aloud to somebody who surely spoke to us. The others stay silent."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One of each room."""

    detector: VoiceDetector
    segmenter: Segmenter
    reader: Reader
    understander: Understander
    actor: Actor
    voice: Voice
    announcements: Announcements
    gate: Gate
    journal: Journal
    now: Callable[[], datetime]
    """The local time; aware of its zone, so that a clock change is known ahead."""
    hushing: frozenset[str] = frozenset()
    """Names of the intents that silence a reply, and are answered in silence then."""
    addressed: bool = False
    """Whether all that gets through is said to us: behind a wake phrase, or with a key pushed.
    Where it isn't, a rejection is never said aloud: it may have been the television."""
    monotonic: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What an utterance says."""

    samples: Floats
    transcript: Transcript
    emissions: Emissions | None
    at_s: float
    """When it was read, monotonic."""


class Pipeline:
    """Takes utterances through the rooms."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._blocks = 0
        self._ahead: _Read | None = None
        """What was said up to the last pause."""
        self._barge_in: BargeIn = "off"
        self._replying = self._interrupted = False
        """Whether a reply is being said while we listen, and whether what is heard broke it off."""
        self._saying = ""
        """What was said last, or is being said."""
        self._voiced = 0
        """Blocks with a voice in what began while a reply was said."""
        self._pushable = False
        """Whether a gate was closed when the reply began, so that opening it breaks it off."""

    def listen(self, source: AudioSource, barge_in: BargeIn = "off") -> Iterator[Event]:
        """Everything that happens while `source` gives blocks, until it ends.

        `barge_in` says what breaks off a reply; not for sources that don't go on meanwhile.
        A failing part becomes a Failed event and the loop goes on. Raises AudioError when the
        source can't be opened.
        """
        self._barge_in = barge_in
        for item in source.blocks():
            if self._replying:
                yield from self._replied_or_pushed(source)
            if isinstance(item, Block):
                yield from self._block(item, source)
            else:
                yield from self._happened(item, source)
            yield from self._announce(source)
        yield from self._flush(source)
        yield from self._guarded(self._said())
        yield from self._guarded(self._tone("done"))

    def hear(self, utterance: Utterance) -> Iterator[Event]:
        """One utterance, cut by somebody else."""
        yield from self._utterance(utterance, self._parts.monotonic())

    def ask(self, text: str) -> Iterator[Event]:
        """One typed sentence."""
        transcript = Transcript(text)
        yield Transcribed(self._parts.monotonic(), transcript)
        yield from self._guarded(self._decide(transcript, None))

    def _block(self, block: Block, source: AudioSource) -> Iterator[Event]:
        parts = self._parts
        if not parts.gate.is_open():
            return
        speech = parts.detector.is_speech(block.samples)
        self._blocks += 1
        if self._blocks % LEVEL_EVERY_BLOCKS == 0:
            yield Level(parts.monotonic(), dbfs(block.samples), speech)
        arrived_s = parts.monotonic()
        utterance = parts.segmenter.push(block, speech)
        if self._replying:
            if not self._interrupts(utterance, speech):
                return
            yield from self._hush()
        if utterance is not None and not utterance.finished:
            utterance = self._settled(utterance)
        if utterance is not None:
            block_end_s = block.start_s + len(block.samples) / SAMPLE_RATE
            yield from self._heard(utterance, block_end_s, source, arrived_s)

    def _settled(self, pause: Utterance) -> Utterance | None:
        """Read what was said up to a pause: a finished command needs no more silence.

        Where it goes on to be silent, this is ready when the utterance ends.
        """
        parts = self._parts
        if not parts.reader.reads_ahead:
            return None
        try:
            read = self._read(pause)
            if read.emissions is None:
                return None
            completeness = parts.understander.completeness(
                read.transcript, read.emissions, parts.now(), parts.monotonic()
            )
        except AssistantError:
            return None  # the end of the utterance will tell
        return parts.segmenter.settle(completeness)

    def _happened(self, event: SourceEvent, source: AudioSource) -> Iterator[Event]:
        if isinstance(event, Listening):  # told when it is true: the tone isn't listened to
            yield from self._guarded(self._tone("listening"))
            source.discard()
        yield event
        if isinstance(event, MicrophoneLost):
            yield from self._flush(source)

    def _flush(self, source: AudioSource) -> Iterator[Event]:
        utterance = self._parts.segmenter.flush()
        if utterance is not None:
            yield from self._heard(utterance, utterance.end_s, source, self._parts.monotonic())
        self._parts.detector.reset()

    def _heard(
        self, utterance: Utterance, now_s: float, source: AudioSource, at_s: float
    ) -> Iterator[Event]:
        """An utterance from a running source: what comes while we speak isn't meant for us.

        It ended at `now_s`, in time of the source, which was `at_s`.
        """
        utterance = replace(utterance, source=source.name)
        spoke = False
        for event in self._utterance(utterance, at_s, now_s):
            spoke = spoke or isinstance(event, Acted | Asked | Rejected)
            yield event
        self._interrupted = False
        self._parts.gate.close()
        self._pushable = not self._parts.gate.is_open()
        if spoke and not self._replying:
            source.discard()

    def _utterance(
        self, utterance: Utterance, at_s: float, now_s: float | None = None
    ) -> Iterator[Event]:
        end_s = utterance.speech_end_s
        delay_s = None if now_s is None or end_s is None else max(0.0, now_s - end_s)
        yield Heard(at_s, utterance, delay_s)
        yield from self._guarded(self._recognized(utterance, at_s))

    def _recognized(self, utterance: Utterance, heard_s: float) -> Iterator[Event]:
        read = self._read(utterance)
        self._ahead = None
        yield Transcribed(max(read.at_s, heard_s), read.transcript, read.emissions)
        yield from self._decide(read.transcript, read.emissions)

    def _read(self, utterance: Utterance) -> _Read:
        """What it says, which is the same after a pause that ended it as in the pause."""
        read = self._ahead
        if read is None or not np.array_equal(read.samples, utterance.samples):
            transcript, emissions = self._parts.reader.read(utterance.samples)
            read = _Read(utterance.samples, transcript, emissions, self._parts.monotonic())
            self._ahead = read
        return read

    def _decide(self, transcript: Transcript, emissions: Emissions | None) -> Iterator[Event]:
        parts = self._parts
        at_s = parts.monotonic()
        understander = parts.understander
        decision = understander.understand(transcript, emissions, parts.now(), at_s)
        yield from self._decided(transcript, decision)
        while following := understander.following(parts.now(), parts.monotonic()):
            yield from self._decided(transcript, following)

    def _decided(self, transcript: Transcript, decision: Decision) -> Iterator[Event]:
        """Carry it out, then note it: "why did you do that?" is about the decision before."""
        yield Understood(self._parts.monotonic(), decision)
        try:
            yield from self._carry_out(decision)
        finally:
            self._parts.journal.note(transcript, decision)

    def _carry_out(self, decision: Decision) -> Iterator[Event]:
        parts = self._parts
        if decision.kind == "execute" and decision.command is not None:
            for reply in parts.actor.act(decision.command):
                yield Acted(parts.monotonic(), reply)
                if reply.text and not self._is_hush(decision):
                    self._say(reply.text)  # the next piece is fetched meanwhile
                if reply.then:
                    parts.understander.take_up(reply.then, parts.now())
        elif decision.kind in ("confirm", "ask"):
            question = parts.actor.question(decision)
            yield Asked(parts.monotonic(), question)
            self._say(question)
        else:
            yield Rejected(parts.monotonic(), decision)
            if parts.addressed and decision.reason in TOLD_REASONS:
                self._say(decision.detail)
        yield from self._said()

    def _is_hush(self, decision: Decision) -> bool:
        """Whether it was said to silence a reply, which is answer enough."""
        command = decision.command
        return self._interrupted and command is not None and command.intent in self._parts.hushing

    def _announce(self, source: AudioSource) -> Iterator[Event]:
        for said in self._parts.announcements.due():
            if said.text:
                yield Announced(self._parts.monotonic(), said.text)
            if said.rings:
                yield from self._guarded(self._tone("ringing"))
            if said.text:
                self._say(said.text)
                yield from self._guarded(self._said())
            if not self._replying:
                source.discard()

    def _say(self, text: str) -> None:
        self._saying = text
        self._parts.voice.say(text)

    def _said(self) -> Iterator[Event]:
        """When all is said; or at once, where a reply can be broken off. Raises AudioError."""
        self._replying = self._barge_in != "off" and self._parts.voice.speaking
        self._voiced = 0
        if not self._replying:
            self._parts.voice.wait()
        yield from ()

    def _replied_or_pushed(self, source: AudioSource) -> Iterator[Event]:
        """Notice that the reply is over, or that somebody pushes the key to break it off."""
        if self._pushable and self._parts.gate.is_open():
            yield from self._hush()
        elif not self._parts.voice.speaking:
            yield from self._guarded(self._said())
            if self._barge_in == "stop":  # what was heard meanwhile was ourselves, or not for us
                self._parts.segmenter.flush()
                self._parts.detector.reset()
                source.discard()

    def _hush(self) -> Iterator[Event]:
        """Break off the reply."""
        self._parts.voice.stop()
        self._replying, self._interrupted = False, True
        yield Interrupted(self._parts.monotonic())

    def _interrupts(self, utterance: Utterance | None, speech: bool) -> bool:
        """Whether what is heard during a reply breaks it off."""
        if self._barge_in == "speech":
            self._voiced = self._voiced + speech if self._parts.segmenter.collecting else 0
            return utterance is not None or self._voiced >= INTERRUPTION_BLOCKS
        return utterance is not None and self._is_for_us(utterance)

    def _is_for_us(self, utterance: Utterance) -> bool:
        """Whether it asks for silence, or certainly was said to us."""
        parts = self._parts
        if not (utterance.finished or parts.reader.reads_ahead):
            return False
        try:
            read = self._read(utterance)
            decision = parts.understander.preview(
                read.transcript, read.emissions, parts.now(), parts.monotonic()
            )
        except AssistantError:
            return False
        command = decision.command
        if command is None or decision.kind == "reject" or self._is_echo(read.transcript):
            return False
        return parts.addressed or command.intent in parts.hushing

    def _is_echo(self, transcript: Transcript) -> bool:
        """Whether it may well be our own voice: all of its words are being said."""
        said = self._saying.casefold()
        return all(word in said for word in transcript.text.casefold().split())

    def _tone(self, name: str) -> Iterator[Event]:
        self._parts.voice.tone(name)
        yield from ()

    def _guarded(self, steps: Iterator[Event]) -> Iterator[Event]:
        """The events of `steps`; an error that a person can act on becomes an event."""
        try:
            yield from steps
        except AssistantError as error:
            yield Failed(self._parts.monotonic(), str(error))


def dbfs(samples: Floats) -> float:
    """Root mean square of samples in [-1, 1], in decibels below full scale."""
    power = float(np.mean(np.square(samples), dtype=np.float64)) if len(samples) else 0.0
    return max(SILENCE_DBFS, 10 * np.log10(power)) if power > 0 else SILENCE_DBFS
