"""Live captions: a stream in, what is said out as it settles, in files and as events.

Of what is written nothing is changed later: the WebVTT file only grows, HLS segments are complete
when they come.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.app.recognising import acoustic_model, decoder
from assistant.captions.formats import WEBVTT_HEADER, webvtt_cue
from assistant.captions.growing import Growing, Segments
from assistant.errors import StateError
from assistant.events import SourceEvent
from assistant.hearing.vad import WebRtcDetector
from assistant.ports import AudioSource
from assistant.recognition.longform.live import LiveReader, Update
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Cue, Word
from assistant.settings import Settings
from assistant.storage import write_atomically

UNREAD_S = 1.0
"""A word is read no later than so long after it began."""

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

VTT, PLAYLIST = "live.vtt", "live.m3u8"

FORGET_S = 30.0
"""A word that was shown for so long and never settled was a mistake."""

NEAR_S = 0.3
"""A word whose middle moved by less is the same word."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is new in a stream."""

    update: Update
    cues: tuple[Cue, ...]


@dataclass(slots=True)
class Latency:
    """How long after the end of each settled word what happened; in seconds of wall time."""

    clock: Callable[[], float] = time.monotonic
    partial: list[float] = field(default_factory=list)
    """Something was shown where it is, if not yet this word."""
    shown: list[float] = field(default_factory=list)
    """The word itself was shown."""
    settled: list[float] = field(default_factory=list)
    _ahead_s: float | None = None
    """Wall time less the stream's, at the block that came soonest."""
    _seen: list[tuple[Word, float]] = field(default_factory=list)

    def came(self, block: Block) -> None:
        """A block came in: the stream's clock against ours."""
        ahead_s = self.clock() - block.start_s - BLOCK_S
        self._ahead_s = ahead_s if self._ahead_s is None else min(self._ahead_s, ahead_s)

    def read(self, update: Update) -> None:
        """Words are shown now."""
        now_s = self.clock() - (self._ahead_s or 0.0)
        for word in (*update.settled, *update.partial):
            if not any(_same(word, seen) for seen, _ in self._seen):
                self._seen.append((word, now_s))
        for word in update.settled:
            for times, fits in ((self.partial, _covers), (self.shown, _same)):
                first_s = min(at_s for seen, at_s in self._seen if fits(seen, word))
                times.append(max(0.0, first_s - word.end_s))
            self.settled.append(max(0.0, now_s - word.end_s))
        self._seen = [
            (word, at_s)
            for word, at_s in self._seen
            if not update.pause and word.end_s > update.heard_s - FORGET_S
        ]

    def told(self) -> dict[str, float]:
        """Milliseconds: the median and what 95 % stay below; empty where nothing was said."""
        found: dict[str, float] = {}
        for name in ("partial", "shown", "settled"):
            if ordered := sorted(getattr(self, name)):
                found[f"{name}_median_ms"] = round(1000 * statistics.median(ordered))
                found[f"{name}_95_ms"] = round(1000 * ordered[math.ceil(0.95 * len(ordered)) - 1])
        return found


def _same(one: Word, other: Word) -> bool:
    return one.text == other.text and abs(_middle_s(one) - _middle_s(other)) < NEAR_S


def _covers(shown: Word, word: Word) -> bool:
    """Whether what was shown stood for the middle of the word, or was itself as it settled."""
    return shown.start_s <= _middle_s(word) <= shown.end_s or _same(shown, word)


def _middle_s(word: Word) -> float:
    return (word.start_s + word.end_s) / 2


class LiveFiles:
    """live.vtt, which grows, and live.m3u8 with its segments, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Begins anew. Raises StateError where nothing can be written, as all of it does."""
        self._folder, self._segments = folder, Segments()
        write_atomically(folder / VTT, WEBVTT_HEADER, shared=True)
        self._list(ended=False)

    def add(self, cues: tuple[Cue, ...], complete_s: float) -> None:
        """Captions that are ready; none of those that follow begins before `complete_s`."""
        if cues:
            self._append("".join(map(webvtt_cue, cues)))
        self._write(self._segments.add(cues, complete_s), ended=False)

    def end(self, heard_s: float) -> None:
        self._write(self._segments.end(heard_s), ended=True)
        self._list(ended=True)

    def _append(self, text: str) -> None:
        try:
            with (self._folder / VTT).open("a", encoding="utf-8") as stream:
                stream.write(text)
        except OSError as error:
            raise StateError(
                f"Can't write {self._folder / VTT}: {error.strerror or error}. Free some space."
            ) from error

    def _write(self, segments: Iterator[tuple[str, str]], ended: bool) -> None:
        for name, content in segments:
            write_atomically(self._folder / name, content, shared=True)
            self._list(ended)

    def _list(self, ended: bool) -> None:
        write_atomically(self._folder / PLAYLIST, self._segments.playlist(ended), shared=True)


def live(
    settings: Settings, source: AudioSource, latency: Latency, folder: Path | None = None
) -> Generator[Step | SourceEvent, None, None]:
    """What is said in a stream as it comes, and the source's own events between.

    With a folder, WebVTT and HLS segments are written there. Raises AudioError where the source
    can't be opened, ModelError without a model, StateError where nothing can be written.
    """
    session = _Session(settings, latency, LiveFiles(folder) if folder else None)
    try:
        for item in source.blocks():
            if isinstance(item, Block):
                yield from session.hear(item)
            else:
                yield item
        yield from session.end()
    finally:
        session.close()


class _Session:
    """A stream under way."""

    def __init__(self, settings: Settings, latency: Latency, files: LiveFiles | None) -> None:
        detector = WebRtcDetector(settings.hearing)
        self._reader = LiveReader(acoustic_model(settings), decoder(settings), detector)
        self._growing = Growing(settings.captions)
        self._latency, self._files = latency, files
        self._partial: tuple[Word, ...] = ()
        self._heard_s = 0.0

    def hear(self, block: Block) -> Iterator[Step]:
        self._latency.came(block)
        self._heard_s = block.start_s + BLOCK_S
        update = self._reader.push(block)
        if update:
            yield self._step(update)
        elif self._files and int(self._heard_s) > int(block.start_s):
            self._files.add((), self._complete_s)

    def end(self) -> Iterator[Step]:
        """What was being said when the stream ended."""
        update = self._reader.end()
        if update:
            yield self._step(update)

    def close(self) -> None:
        if self._files:
            self._files.end(self._heard_s)

    def _step(self, update: Update) -> Step:
        self._latency.read(update)
        self._partial = update.partial
        cues = tuple(self._growing.add(update.settled, update.heard_s, update.pause))
        if self._files:
            self._files.add(cues, self._complete_s)
        return Step(update, cues)

    @property
    def _complete_s(self) -> float:
        """Captions that are still to come begin behind this."""
        return self._growing.waiting_s(self._partial, self._heard_s - UNREAD_S)
