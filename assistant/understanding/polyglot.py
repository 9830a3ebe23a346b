"""Several languages in one conversation: an understander for each, and which one is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.ports import Understander
from assistant.records import Completeness, Decision, Emissions, Language, Transcript
from assistant.understanding.written_language import language_of


class Polyglot:
    """Implements `ports.Understander`. What is said is understood in the language that the
    recogniser told, else the one that the text looks like; an answer in that of its question.
    """

    def __init__(self, understanders: Mapping[Language, Understander]) -> None:
        """By language; the first one counts where nothing tells them apart."""
        self._understanders = understanders
        self._language = next(iter(understanders))
        self._asked = False

    def understand(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """The decision for an utterance heard at `at_s` (monotonic)."""
        self._language = self._told(transcript)
        return self._noted(self._one.understand(transcript, emissions, now, at_s))

    def following(self, now: datetime, at_s: float) -> Decision | None:
        """The decision about the next command of the same utterance."""
        decision = self._one.following(now, at_s)
        return decision and self._noted(decision)

    def take_up(self, commands: Sequence[str], now: datetime) -> None:
        """Put commands in front of those that follow, in the language of the last one."""
        self._one.take_up(commands, now)

    def preview(
        self, transcript: Transcript, emissions: Emissions | None, now: datetime, at_s: float
    ) -> Decision:
        """What `understand` would decide."""
        one = self._understanders[self._told(transcript)]
        return one.preview(transcript, emissions, now, at_s)

    def completeness(
        self, transcript: Transcript, emissions: Emissions, now: datetime, at_s: float
    ) -> Completeness:
        """Whether somebody who pauses has finished."""
        one = self._understanders[self._told(transcript)]
        return one.completeness(transcript, emissions, now, at_s)

    @property
    def _one(self) -> Understander:
        return self._understanders[self._language]

    def _told(self, transcript: Transcript) -> Language:
        if self._asked:
            return self._language
        if transcript.language in self._understanders:
            return transcript.language
        return language_of(transcript.text, tuple(self._understanders))

    def _noted(self, decision: Decision) -> Decision:
        self._asked = decision.kind in ("ask", "confirm")
        return decision
