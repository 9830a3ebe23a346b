"""What is being said, and what breaks it off: barge-in."""

from __future__ import annotations

from assistant.pipeline.heard import UtteranceReader
from assistant.pipeline.parts import Parts
from assistant.pipeline.rest import RestOfAnswer
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Decision, Transcript, Utterance
from assistant.settings import BargeIn

INTERRUPTION_BLOCKS = round(0.3 * SAMPLE_RATE / BLOCK_SAMPLES)
"""So much of a voice in an utterance interrupts a reply; a cough is shorter."""


class SpokenReply:
    """The reply of a turn, which may still be said while we listen."""

    def __init__(self, parts: Parts, reader: UtteranceReader) -> None:
        self._parts, self._reader = parts, reader
        self.barge_in: BargeIn = "off"
        """What breaks it off."""
        self.under_way = False
        """Whether it is being said, or more of it is still to come, while we listen."""
        self.rest: RestOfAnswer | None = None
        """What is still to come."""
        self._broken_off = False
        """Whether what is heard now broke it off."""
        self._text = ""
        """What was said last, or is being said."""
        self._rings = False
        """Whether that is said of an alarm that rings."""
        self._voiced = 0
        """Blocks with a voice in what began while it was said."""
        self._pushable = False
        """Whether the gate was closed when it began, so that opening the gate breaks it off."""

    def say(self, text: str, rings: bool = False) -> None:
        """Begin to say it; whether it is what `rings`, tells who may break it off."""
        self._text, self._rings = text, rings
        self._parts.voice.say(text)

    def finish(self) -> None:
        """Return when all is said; or at once, where it can be broken off. Raises AudioError."""
        goes_on = self.rest is not None or self._parts.voice.speaking
        self.under_way = self.barge_in != "off" and goes_on
        self._voiced = 0
        if not self.under_way:
            self._parts.voice.wait()

    def break_off(self) -> None:
        self._parts.voice.stop()
        if self.rest is not None:
            self.rest.drop()
        self.rest, self.under_way, self._broken_off = None, False, True

    def end_turn(self) -> None:
        """The utterance is dealt with; who pushes the key from now on breaks off what it led to."""
        self._broken_off = False
        self._parts.gate.close()
        self._pushable = not self._parts.gate.is_open()

    def is_pushed(self) -> bool:
        """Whether somebody pushes the key to break it off."""
        return self._pushable and self._parts.gate.is_open()

    def is_interrupted(self, utterance: Utterance | None, speech: bool) -> bool:
        """Whether what is heard meanwhile breaks it off."""
        if self.barge_in == "speech":
            self._voiced = self._voiced + speech if self._parts.segmenter.collecting else 0
            return utterance is not None or self._voiced >= INTERRUPTION_BLOCKS
        return utterance is not None and self._is_for_us(utterance, over_ring=self._rings)

    def answers_ring(self, utterance: Utterance) -> bool:
        """Whether what is heard over an alarm's ringing is more than that ringing."""
        return self._is_for_us(utterance, over_ring=True)

    def needs_no_answer(self, decision: Decision) -> bool:
        """Whether it is to silence the reply, which has just been broken off."""
        command = decision.command
        return self._broken_off and command is not None and command.intent in self._parts.hushing

    def _is_for_us(self, utterance: Utterance, over_ring: bool) -> bool:
        """Whether it asks for silence, or certainly was said to us; or is about what rings."""
        preview = self._reader.preview(utterance)
        if preview is None:
            return False
        transcript, decision = preview
        command = decision.command
        if command is None or decision.kind == "reject" or self._is_echo(transcript):
            return False
        asked = self._parts.hushing | (self._parts.over_ring if over_ring else frozenset())
        return self._parts.addressed or command.intent in asked

    def _is_echo(self, transcript: Transcript) -> bool:
        """Whether it may well be our own voice: all of its words are being said."""
        said = self._text.casefold()
        return all(word in said for word in transcript.text.casefold().split())
