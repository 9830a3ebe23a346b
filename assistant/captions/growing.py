"""Captions that grow with a stream: what was given is never changed.

`Growing` makes captions of words as they settle; `Segments` cuts them into the WebVTT segments and
the playlist that HLS players take. Pure: strings and records.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.captions.cues import make_cues
from assistant.captions.formats import WEBVTT_HEADER, webvtt_cue
from assistant.records import Cue, Word
from assistant.settings import CaptionSettings

SEGMENT_S = 6.0
"""Of HLS; Apple's authoring guide wants six seconds."""


class Growing:
    """Words in, captions out, as soon as what follows can't change them."""

    def __init__(self, style: CaptionSettings) -> None:
        self._style = style
        self._words: list[Word] = []
        self._end_s = 0.0

    def add(self, words: Sequence[Word], heard_s: float, pause: bool) -> list[Cue]:
        """Captions that are ready: all behind a pause, else all but the one that may go on."""
        self._words += words
        if not self._words or not (pause or self._is_long):
            return []
        # A short caption may stay a little over its words; what follows then comes a little later.
        most_s = heard_s + self._style.min_s if pause else math.inf
        cues = make_cues(self._words, self._style, duration_s=most_s)
        ready = cues if pause else cues[:-1]
        self._words = self._words[sum(len(cue.words) for cue in ready) :]
        return [self._behind(cue) for cue in ready]

    def waiting_s(self, partial: Sequence[Word], heard_s: float) -> float:
        """Nothing that is still to come begins before this."""
        return min([heard_s, *(word.start_s for word in (*self._words, *partial))])

    @property
    def _is_long(self) -> bool:
        return self._words[-1].end_s - self._words[0].start_s > self._style.max_s

    def _behind(self, cue: Cue) -> Cue:
        """Never over the one before it."""
        start_s = max(cue.start_s, self._end_s)
        self._end_s = max(cue.end_s, start_s + self._style.gap_s)
        return replace(cue, start_s=start_s, end_s=self._end_s)


class Segments:
    """A caption is in every segment over which it is shown, as HLS wants it."""

    def __init__(self) -> None:
        self._cues: list[Cue] = []
        self._count = 0

    def add(self, cues: Sequence[Cue], complete_s: float) -> Iterator[tuple[str, str]]:
        """Names and contents of segments that are complete: nothing comes before `complete_s`."""
        self._cues += cues
        while (self._count + 1) * SEGMENT_S <= complete_s:
            yield self._next()

    def end(self, heard_s: float) -> Iterator[tuple[str, str]]:
        """The segments that are left."""
        while self._count * SEGMENT_S < max([heard_s, *(cue.end_s for cue in self._cues)]):
            yield self._next()

    def playlist(self, ended: bool) -> str:
        """Of all segments so far."""
        head = ["#EXTM3U", "#EXT-X-VERSION:3", f"#EXT-X-TARGETDURATION:{SEGMENT_S:.0f}"]
        kind = ["#EXT-X-PLAYLIST-TYPE:EVENT", "#EXT-X-MEDIA-SEQUENCE:0"]
        files = [f"#EXTINF:{SEGMENT_S:.3f},\n{_name(each)}" for each in range(self._count)]
        return "\n".join([*head, *kind, *files, *(["#EXT-X-ENDLIST"] if ended else []), ""])

    def _next(self) -> tuple[str, str]:
        begin_s, end_s = self._count * SEGMENT_S, (self._count + 1) * SEGMENT_S
        shown = [cue for cue in self._cues if cue.start_s < end_s and cue.end_s > begin_s]
        self._cues = [cue for cue in self._cues if cue.end_s > end_s]
        name, self._count = _name(self._count), self._count + 1
        times = "X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n"
        head = WEBVTT_HEADER.rstrip("\n") + "\n" + times
        return name, head + "".join(map(webvtt_cue, shown))


def _name(number: int) -> str:
    return f"captions-{number:06d}.vtt"
