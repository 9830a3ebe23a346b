"""What there is to understand: words, and where they were heard, their sound."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.records import Emissions, Transcript


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """An utterance or a typed sentence, or a part of one."""

    transcript: Transcript
    now: datetime
    heard: bool
    """Heard rather than typed: any word may be misheard."""
    emissions: Emissions | None
    """The sound of just these words; None where there is none to ask."""

    @property
    def text(self) -> str:
        return self.transcript.text

    @property
    def lasts_s(self) -> float:
        """Seconds of sound; 0 without any."""
        sound = self.emissions
        return len(sound.log_probs) * sound.frame_s if sound else 0.0

    def part(self, start: int, stop: int) -> Said:
        """The characters from `start` up to `stop`, with their sound where it can be cut out.

        That is where the transcript tells when its words were said, and both ends lie between
        words.
        """
        text = self.text[start:stop].strip()
        if text == self.text:
            return self
        first = len(self.text[:start].split())
        last = first + len(text.split())
        transcript = replace(self.transcript, text=text, words=self.transcript.words[first:last])
        return replace(self, transcript=transcript, emissions=self._sound(first, last))

    def lasting(self, start: int | None, stop: int | None) -> Said:
        """The frames from `start` up to `stop`, with the words whose middle lies there; only of
        what has sound.
        """
        sound = self.emissions
        if sound is None:
            return self
        begin_s = (start or 0) * sound.frame_s
        end_s = math.inf if stop is None else stop * sound.frame_s
        words = tuple(
            word
            for word in self.transcript.words
            if begin_s <= (word.start_s + word.end_s) / 2 < end_s
        )
        text = " ".join(word.text for word in words)
        transcript = replace(self.transcript, text=text, words=words)
        return replace(self, transcript=transcript, emissions=_cut(sound, slice(start, stop)))

    def reworded(self, text: str) -> Said:
        """The same sound, read as other words, in the same number."""
        spelt = zip(self.transcript.words, text.split(), strict=True)
        words = tuple(replace(word, text=other) for word, other in spelt)
        return replace(self, transcript=replace(self.transcript, text=text, words=words))

    def _sound(self, first: int, last: int) -> Emissions | None:
        """The frames of these words, with the silence around them."""
        words, sound = self.transcript.words, self.emissions
        if sound is None or len(words) != len(self.text.split()) or first >= last:
            return None
        start = round(words[first - 1].end_s / sound.frame_s) if first else 0
        stop = round(words[last].start_s / sound.frame_s) if last < len(words) else None
        return _cut(sound, slice(start, stop))


def _cut(sound: Emissions, frames: slice) -> Emissions:
    phonemes = sound.phonemes
    if phonemes is not None and len(phonemes.log_probs) == len(sound.log_probs):
        phonemes = _cut(phonemes, frames)
    return replace(sound, log_probs=sound.log_probs[frames], phonemes=phonemes)
