"""One recording at a time: a file or URL in, its caption files out.

Like `app`, this names concrete classes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from assistant.app.recognising import acoustic_model, decoder
from assistant.app.sound import open_media
from assistant.captioning.journal import Journal
from assistant.captions.cues import make_cues
from assistant.captions.formats import FORMATS, write
from assistant.captions.page import page
from assistant.captions.punctuation import PunctuationModel, Restorer
from assistant.errors import UsageError
from assistant.hearing.media import MediaSource, scheme
from assistant.hearing.vad import WebRtcDetector
from assistant.ports import AudioSource
from assistant.recognition.longform.chunks import Chunk, Silences, Strides
from assistant.recognition.longform.reader import parts, passages
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Cue, Word
from assistant.settings import Settings
from assistant.storage import write_atomically

VERSION = 1
"""Of the journals: raise it when the words of the same sound change."""

PAGE = "html"
"""The page with the player, beside the formats of captions."""

KINDS = (*FORMATS, PAGE)

LONGEST_NAME = 200
"""Bytes of a journal's name; file systems allow 255, and more is added while writing."""

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

Told = Callable[[float], None]
"""Told how many seconds of a recording are read."""


@dataclass(frozen=True, slots=True)
class Job:
    """One recording and what is wanted of it."""

    source: str
    """A file or URL."""
    outputs: tuple[Path, ...]
    """What to write; the ending says in which of KINDS."""
    track: int = 0
    """Audio track, counted from 1; 0 picks one."""
    language: str = ""
    """Of the audio track to pick, two letters; empty for what the recording prefers."""
    strides: Strides | None = None
    """Chunks of one length, instead of cuts at silences."""
    batch: int = 1
    """Chunks of one length that are read at once."""

    @property
    def missing(self) -> tuple[Path, ...]:
        """Outputs that aren't there yet."""
        return tuple(file for file in self.outputs if not file.exists())

    @property
    def journal(self) -> Path:
        first = self.outputs[0]
        name = os.fsdecode(os.fsencode(first.name)[:LONGEST_NAME])
        return first.with_name(f".{name}.captioning")


@dataclass(frozen=True, slots=True)
class Captioned:
    """What came of a job."""

    job: Job
    seconds: float = 0.0
    """How long the recording is; 0 where everything was there already."""
    words: int = 0
    cues: int = 0
    notes: tuple[str, ...] = ()
    """What was odd about the recording."""
    error: str = ""
    """Why there is nothing; empty where there is."""


def jobs_for(sources: Sequence[str], folder: Path | None, kinds: Sequence[str]) -> list[Job]:
    """A job for each recording; outputs are in `folder`, else beside a file and here for a URL.

    Raises UsageError where two would write the same file.
    """
    jobs = [_job(source, folder, kinds) for source in dict.fromkeys(sources)]
    writers: dict[Path, str] = {}
    for job in jobs:
        for file in job.outputs:
            other = writers.setdefault(file, job.source)
            if other != job.source:
                raise UsageError(
                    f"{other} and {job.source} would both be captioned in {file}; give them "
                    "different names, or run the command for each with a folder of its own."
                )
    return jobs


def _job(source: str, folder: Path | None, kinds: Sequence[str]) -> Job:
    if scheme(source):
        parts = urlsplit(source)
        stem = re.sub(r"[^\w.-]+", "-", PurePosixPath(unquote(parts.path)).stem).strip(".-")
        stem, folder = stem or parts.hostname or "stream", folder or Path()
    else:
        stem, folder = Path(source).stem, folder or Path(source).parent
    return Job(source, tuple(folder / f"{stem}.{kind}" for kind in kinds))


class Captioner:
    """Has the model; captions one recording after the other."""

    def __init__(self, settings: Settings) -> None:
        """Raises ModelError where there is no such model."""
        self._settings = settings
        self._model = acoustic_model(settings)
        self._decoder = decoder(settings)

    def caption(self, job: Job, tell: Told = lambda _: None) -> Captioned:
        """Write the outputs that are missing, each whole or not at all.

        What was read is kept beside them until they are written, so that the same job goes on
        where it was stopped. Raises AudioError for a recording that can't be read, and StateError
        where nothing can be written.
        """
        if not job.missing:
            return Captioned(job)
        heard = _Heard(open_media(job.source, job.track, job.language), tell)
        about = self._about(job)
        journal = Journal(job.journal, about)
        progress = journal.resume()
        read = parts(self._model, self._chunks(job, heard), job.batch, progress.stop)
        for passage in passages(read, self._decoder):
            journal.add(passage.words, passage.stop)
            progress.words += passage.words
        words = self._written(progress.words, job)
        cues = make_cues(words, self._settings.captions, duration_s=heard.seconds)
        for file in job.missing:
            write_atomically(file, _content(file, cues, job), shared=True)
        journal.remove()
        return Captioned(job, heard.seconds, len(progress.words), len(cues), heard.notes)

    def _written(self, words: Sequence[Word], job: Job) -> Sequence[Word]:
        """With full stops and capitals, where they are wanted and the language is English."""
        language = job.language or self._settings.understanding.language
        if language != "en" or not self._settings.captions.punctuation:
            return words
        return Restorer(PunctuationModel.load()).restore(words)

    def _chunks(self, job: Job, heard: _Heard) -> Iterator[Chunk]:
        if job.strides:
            sounds = (block.samples for block in heard.blocks())
            return job.strides.cut(sounds, self._model.frame_samples)
        return Silences().cut(heard.blocks(), WebRtcDetector(self._settings.hearing))

    def _about(self, job: Job) -> dict[str, object]:
        """All on which the words depend."""
        about: dict[str, object] = {
            "version": VERSION,
            "source": job.source,
            "track": job.track,
            "language": job.language,
            "chunks": repr(job.strides or Silences()),
            "batch": job.batch,
            "hearing": repr(self._settings.hearing),
            "decoding": repr(self._settings.decoding),
            "model": self._settings.recognition.model,
        }
        file = Path(job.source)
        if not scheme(job.source) and file.exists():
            about |= {"bytes": file.stat().st_size, "changed": file.stat().st_mtime_ns}
        return about


class _Heard:
    """The blocks of a source, and how far they came."""

    def __init__(self, source: AudioSource, tell: Told) -> None:
        self._source, self._tell = source, tell
        self.seconds = 0.0

    def blocks(self) -> Iterator[Block]:
        for item in self._source.blocks():
            if isinstance(item, Block):
                yield item
                before, self.seconds = self.seconds, item.start_s + BLOCK_S
                if int(self.seconds) > int(before):
                    self._tell(self.seconds)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was odd about the source."""
        return tuple(self._source.notes) if isinstance(self._source, MediaSource) else ()


def _content(file: Path, cues: Sequence[Cue], job: Job) -> str:
    kind = file.suffix.removeprefix(".")
    if kind != PAGE:
        return write(cues, kind)
    media = job.source
    if not scheme(media):
        media = os.path.relpath(media, file.parent)
    return page(cues, media, file.stem, job.language or "en")


@lru_cache(maxsize=1)
def _captioner(settings: Settings) -> Captioner:
    return Captioner(settings)


def caption(settings: Settings, job: Job, tell: Told = lambda _: None) -> Captioned:
    """Caption in whatever process this is; each loads the model once.

    Raises AssistantError as `Captioner.caption` does.
    """
    return _captioner(settings).caption(job, tell)
