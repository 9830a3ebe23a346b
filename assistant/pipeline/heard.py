"""What utterances say. Each is read once, also where it was read ahead, in a pause."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.pipeline.parts import Parts
from assistant.records import Completeness, Decision, Emissions, Floats, Transcript, Utterance


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What an utterance says."""

    samples: Floats
    transcript: Transcript
    emissions: Emissions | None
    at_s: float
    """When it was read, monotonic."""


class UtteranceReader:
    """Reads utterances, and asks the understander what would come of them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._ahead: Read | None = None
        """What was said up to the last pause."""

    def read(self, utterance: Utterance) -> Read:
        """The whole utterance, which says the same after a pause that ended it as in the pause."""
        read = self._ahead_or_anew(utterance)
        self._ahead = None
        return read

    def completeness(self, pause: Utterance) -> Completeness | None:
        """How complete it is up to a pause; None where it can't be told before its end.

        Where it goes on to be silent, this is ready when the utterance ends.
        """
        parts = self._parts
        if not parts.reader.reads_ahead:
            return None
        try:
            read = self._ahead_or_anew(pause)
            if read.emissions is None:
                return None
            return parts.understander.completeness(
                read.transcript, read.emissions, parts.now(), parts.monotonic()
            )
        except Exception:  # noqa: BLE001 - the end of the utterance will tell
            return None

    def preview(self, utterance: Utterance) -> tuple[Transcript, Decision] | None:
        """What it says and what would be decided; None where it can't be told yet."""
        parts = self._parts
        if not (utterance.finished or parts.reader.reads_ahead):
            return None
        try:
            read = self._ahead_or_anew(utterance)
            decision = parts.understander.preview(
                read.transcript, read.emissions, parts.now(), parts.monotonic()
            )
        except Exception:  # noqa: BLE001 - likewise
            return None
        return read.transcript, decision

    def _ahead_or_anew(self, utterance: Utterance) -> Read:
        read = self._ahead
        if read is None or not np.array_equal(read.samples, utterance.samples):
            transcript, emissions = self._parts.reader.read(utterance.samples)
            read = Read(utterance.samples, transcript, emissions, self._parts.monotonic())
            self._ahead = read
        return read
