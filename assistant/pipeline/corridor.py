"""Takes utterances through the rooms.

It knows the rooms by their Protocols alone, prints nothing and decides nothing. One thread runs it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

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
from assistant.pipeline.heard import UtteranceReader
from assistant.pipeline.parts import Parts
from assistant.pipeline.rest import RestOfAnswer
from assistant.pipeline.spoken_reply import SpokenReply
from assistant.ports import AudioSource
from assistant.records import (
    SAMPLE_RATE,
    Announcement,
    Block,
    Decision,
    Emissions,
    Floats,
    Reply,
    Transcript,
    Utterance,
)
from assistant.settings import BargeIn

log = logging.getLogger(__name__)

LEVEL_EVERY_BLOCKS = 5
"""A level every 100 ms is enough for a meter."""

SILENCE_DBFS = -120.0

ANNOUNCES_AGAIN_S = 60.0
"""How long after a failure to announce something the next try is."""

TOLD_REASONS = frozenset({"unclear", "unknown_value", "not_set_up"})
"""Rejections that are said aloud to somebody who surely spoke to us. The others stay silent, but
for "nothing_to_do": that was understood as surely as what is done."""


class Pipeline:
    """Takes utterances through the rooms."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._reader = UtteranceReader(parts)
        self._reply = SpokenReply(parts, self._reader)
        self._blocks = 0
        self._transcript = Transcript("")
        """Of the utterance whose commands are being carried out."""
        self._announces_from_s = float("-inf")
        self._heard_until_s = 0.0
        """Where the last block ended in the source."""
        self._rings_until_s = float("-inf")
        """Where the last ringing ended there, which we listened to all the same."""

    def listen(self, source: AudioSource, barge_in: BargeIn = "off") -> Iterator[Event]:
        """Everything that happens while `source` gives blocks, until it ends.

        `barge_in` says what breaks off a reply; not for sources that don't go on meanwhile.
        A failing part becomes a Failed event and the loop goes on. Raises AudioError when the
        source can't be opened.
        """
        self._reply.barge_in = barge_in
        for item in source.blocks():
            if self._reply.under_way:
                yield from self._replied_or_pushed(source)
            if isinstance(item, Block):
                yield from self._block(item, source)
            else:
                yield from self._happened(item, source)
            yield from self._announced(source)
        yield from self._flush(source)
        if self._reply.rest is not None:
            yield from self._guarded(self._continued(self._reply.rest.awaited()))
        yield from self._tried(self._reply.finish)
        yield from self._tone("done")

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
        self._heard_until_s = block.start_s + len(block.samples) / SAMPLE_RATE
        if not parts.gate.is_open():
            return
        speech = parts.detector.is_speech(block.samples)
        self._blocks += 1
        if self._blocks % LEVEL_EVERY_BLOCKS == 0:
            yield Level(parts.monotonic(), dbfs(block.samples), speech)
        arrived_s = parts.monotonic()
        utterance = parts.segmenter.push(block, speech)
        if self._reply.under_way:
            if not self._reply.is_interrupted(utterance, speech):
                return
            yield from self._break_off()
        elif utterance is not None and self._is_ringing(utterance):
            return
        if utterance is not None and not utterance.finished:
            utterance = self._settled(utterance)
        if utterance is not None:
            yield from self._heard(utterance, self._heard_until_s, source, arrived_s)

    def _is_ringing(self, utterance: Utterance) -> bool:
        """Whether an utterance has nothing in it but our own ringing."""
        rang = utterance.start_s < self._rings_until_s
        return rang and not self._reply.answers_ring(utterance)

    def _settled(self, pause: Utterance) -> Utterance | None:
        """What was said up to a pause, where that is a command which needs no more silence."""
        completeness = self._reader.completeness(pause)
        return self._parts.segmenter.settle(completeness) if completeness else None

    def _happened(self, event: SourceEvent, source: AudioSource) -> Iterator[Event]:
        if isinstance(event, Listening):  # told when it is true: the tone isn't listened to
            yield from self._tone("listening")
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
        self._reply.end_turn()
        if spoke and not self._reply.under_way:
            source.discard()

    def _utterance(
        self, utterance: Utterance, at_s: float, now_s: float | None = None
    ) -> Iterator[Event]:
        end_s = utterance.speech_end_s
        delay_s = None if now_s is None or end_s is None else max(0.0, now_s - end_s)
        yield Heard(at_s, utterance, delay_s)
        yield from self._guarded(self._recognized(utterance, at_s))

    def _recognized(self, utterance: Utterance, heard_s: float) -> Iterator[Event]:
        read = self._reader.read(utterance)
        yield Transcribed(max(read.at_s, heard_s), read.transcript, read.emissions)
        yield from self._decide(read.transcript, read.emissions)

    def _decide(self, transcript: Transcript, emissions: Emissions | None) -> Iterator[Event]:
        parts = self._parts
        at_s = parts.monotonic()
        decision = parts.understander.understand(transcript, emissions, parts.now(), at_s)
        yield from self._decided(transcript, decision)
        yield from self._followed(transcript)

    def _followed(self, transcript: Transcript) -> Iterator[Event]:
        """The other commands of an utterance, each when the one before is carried out."""
        parts, self._transcript = self._parts, transcript
        while self._reply.rest is None and (
            following := parts.understander.following(parts.now(), parts.monotonic())
        ):
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
            aloud = not self._reply.needs_no_answer(decision)
            yield from self._acted(parts.actor.act(decision.command), aloud)
        elif decision.kind in ("confirm", "ask"):
            question = parts.actor.question(decision)
            yield Asked(parts.monotonic(), question)
            self._reply.say(question)
        else:
            yield Rejected(parts.monotonic(), decision)
            if self._is_told(decision):
                self._reply.say(decision.detail)
        self._reply.finish()

    def _is_told(self, decision: Decision) -> bool:
        """Whether a rejection is said aloud."""
        told = self._parts.addressed and decision.reason in TOLD_REASONS
        return told or decision.reason == "nothing_to_do"

    def _acted(self, replies: Iterator[Reply], aloud: bool) -> Iterator[Event]:
        """An answer, piece by piece. Behind the first one we listen, where a reply can be broken
        off: then the rest comes between blocks of sound."""
        for reply in replies:
            yield from self._answered(reply, aloud)
            if reply.more and self._reply.barge_in != "off":
                self._reply.rest = RestOfAnswer(replies)
                return

    def _answered(self, reply: Reply, aloud: bool = True) -> Iterator[Event]:
        yield Acted(self._parts.monotonic(), reply)
        if reply.text and aloud:
            self._reply.say(reply.text)  # the next piece is fetched meanwhile
        if reply.then:
            self._parts.understander.take_up(reply.then, self._parts.now())

    def _continued(self, replies: Iterator[Reply]) -> Iterator[Event]:
        """More of an answer; behind the last piece, the other commands of the utterance."""
        for reply in replies:
            yield from self._answered(reply)
            if not reply.more:
                self._reply.rest = None
                yield from self._followed(self._transcript)

    def _announced(self, source: AudioSource) -> Iterator[Event]:
        """What is due now. Where that fails it is tried again later, not with each block."""
        if self._parts.monotonic() < self._announces_from_s:
            return
        try:
            yield from self._announce(source)
        except Exception as error:  # noqa: BLE001 - as in `_guarded`
            self._announces_from_s = self._parts.monotonic() + ANNOUNCES_AGAIN_S
            yield self._failed(error)

    def _announce(self, source: AudioSource) -> Iterator[Event]:
        for said in self._parts.announcements.due():
            if said.text:
                yield Announced(self._parts.monotonic(), said.text)
            if said.rings:
                yield from self._ring()
            if said.text:
                self._reply.say(said.text, said.rings)
                yield from self._tried(self._reply.finish)
            if not (self._reply.under_way or self._is_heard_over(said)):
                source.discard()

    def _ring(self) -> Iterator[Event]:
        """Once, for as long as a word takes: who speaks meanwhile is heard afterwards."""
        began_s = self._parts.monotonic()
        yield from self._tone("ringing")
        self._rings_until_s = self._heard_until_s + self._parts.monotonic() - began_s

    def _is_heard_over(self, said: Announcement) -> bool:
        """Whether what came of the microphone meanwhile is kept: the tone is no speech, and what
        is said over it counts where a reply may be broken off."""
        return not said.text and self._reply.barge_in != "off"

    def _replied_or_pushed(self, source: AudioSource) -> Iterator[Event]:
        """Notice that the reply is over, or that somebody pushes the key to break it off."""
        if self._reply.is_pushed():
            yield from self._break_off()
        elif self._reply.rest is not None:
            yield from self._guarded(self._continued(self._reply.rest.arrived()))
        elif not self._parts.voice.speaking:
            yield from self._tried(self._reply.finish)
            if self._reply.barge_in == "stop":  # what we heard was ourselves, or not for us
                self._parts.segmenter.flush()
                self._parts.detector.reset()
                source.discard()

    def _break_off(self) -> Iterator[Event]:
        if self._reply.rest is not None:
            yield Acted(self._parts.monotonic(), Reply(""))  # this is all that comes of it
        self._reply.break_off()
        yield Interrupted(self._parts.monotonic())

    def _tone(self, name: str) -> Iterator[Event]:
        yield from self._tried(lambda: self._parts.voice.tone(name))

    def _tried(self, step: Callable[[], None]) -> Iterator[Event]:
        """Do it; what fails becomes an event."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever breaks, the next utterance is heard
            yield self._failed(error)

    def _guarded(self, steps: Iterator[Event]) -> Iterator[Event]:
        """The events of `steps`; what fails becomes an event."""
        try:
            yield from steps
        except Exception as error:  # noqa: BLE001 - whatever breaks, the next utterance is heard
            yield self._failed(error)

    def _failed(self, error: Exception) -> Failed:
        """What to do about it, or, for a mistake of ours, where to read more of it."""
        if isinstance(error, AssistantError):
            return Failed(self._parts.monotonic(), str(error))
        log.exception("a mistake in the program")
        said = f"{type(error).__name__}: {error}"
        return Failed(
            self._parts.monotonic(),
            f"The program made a mistake ({said}) and goes on. `assistant config` names the log "
            "with the details; please report it.",
        )


def dbfs(samples: Floats) -> float:
    """Root mean square of samples in [-1, 1], in decibels below full scale."""
    power = float(np.mean(np.square(samples), dtype=np.float64)) if len(samples) else 0.0
    return max(SILENCE_DBFS, 10 * np.log10(power)) if power > 0 else SILENCE_DBFS
