"""One recording at a time: a file or URL in, its caption files out.

Like `app`, this names concrete classes.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import numpy as np

from assistant.app.recognising import decoder, polyglot_model, written_language
from assistant.app.sound import open_media
from assistant.captioning.journal import Journal
from assistant.captions.cues import make_cues
from assistant.captions.formats import FORMATS, write
from assistant.captions.page import page
from assistant.captions.punctuation import PunctuationModel, Restorer
from assistant.errors import UsageError
from assistant.events import Damaged
from assistant.hearing.media import scheme
from assistant.hearing.vad import WebRtcDetector
from assistant.ports import AudioSource
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.longform.chunks import Chunk, Silences, Strides
from assistant.recognition.longform.reader import parts, passages
from assistant.recognition.spoken_language import LONGEST_S, PolyglotModel
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Cue, Language, Word
from assistant.settings import Settings
from assistant.storage import write_atomically
from assistant.understanding.written_language import KNOWN

VERSION = 1
"""Of the journals: raise it when the words of the same sound change."""

PAGE = "html"
"""The page with the player, beside the formats of captions."""

KINDS = (*FORMATS, PAGE)

LONGEST_NAME = 200
"""Bytes of a journal's name; file systems allow 255, and more is added while writing."""

BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE

TELLING_LETTERS = 5_000
"""So much of a text is enough to tell its language by."""

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
    language: Language = ""
    """What is spoken, and the audio track to pick; empty to have it told."""
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
    language: Language = ""
    """What was spoken."""
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
        self._model = polyglot_model(settings)
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
        told, model, chunks = self._told(self._chunks(job, heard))
        read = parts(model, chunks, job.batch, progress.stop)
        for passage in passages(read, self._decoder):
            journal.add(passage.words, passage.stop)
            progress.words += passage.words
        language = job.language or told or self._written_language(progress.words)
        words = self._written(progress.words, language)
        cues = make_cues(words, self._settings.captions, duration_s=heard.seconds)
        for file in job.missing:
            write_atomically(file, _content(file, cues, job.source, language), shared=True)
        journal.remove()
        return Captioned(job, heard.seconds, language, len(words), len(cues), heard.notes)

    def _told(self, chunks: Iterator[Chunk]) -> tuple[Language, OnnxAcousticModel, Iterator[Chunk]]:
        """The language by the first sound, where a model tells it; who reads it; all the chunks."""
        if not isinstance(self._model, PolyglotModel):
            return "", self._model, chunks
        first: list[Chunk] = []
        while sum(len(each.samples) for each in first) < LONGEST_S * SAMPLE_RATE:
            if (chunk := next(chunks, None)) is None:
                break
            first.append(chunk)
        sound = np.concatenate([np.zeros(0, np.float32), *(each.samples for each in first)])
        return *self._model.told(sound), chain(first, chunks)

    def _written_language(self, words: Sequence[Word]) -> Language:
        """By the letters; that of the settings where it can't be told by a word or so."""
        usual = self._settings.understanding.languages[0]
        if len(words) < 2 or usual not in KNOWN:
            return usual
        text = " ".join(word.text for word in words)[:TELLING_LETTERS]
        return written_language(text, self._settings)

    def _written(self, words: Sequence[Word], language: Language) -> Sequence[Word]:
        """With full stops and capitals, where they are wanted and the language is English."""
        if language != "en" or not self._settings.captions.punctuation:
            return words
        return Restorer(PunctuationModel.load()).restore(words)

    def _chunks(self, job: Job, heard: _Heard) -> Iterator[Chunk]:
        if job.strides:
            sounds = (block.samples for block in heard.blocks())
            return job.strides.cut(sounds, self._frame_samples)
        return Silences().cut(heard.blocks(), WebRtcDetector(self._settings.hearing))

    @property
    def _frame_samples(self) -> int:
        """On a grid of so many samples lie the frames of every model."""
        model = self._model
        models = model.models.values() if isinstance(model, PolyglotModel) else [model]
        return math.lcm(*(each.frame_samples for each in models))

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
            "identifier": self._settings.recognition.identifier,
            "languages": self._settings.recognition.by_language,
        }
        file = Path(job.source)
        if not scheme(job.source) and file.exists():
            about |= {"bytes": file.stat().st_size, "changed": file.stat().st_mtime_ns}
        return about


class _Heard:
    """The blocks of a source, how far they came, and what was odd about them."""

    def __init__(self, source: AudioSource, tell: Told) -> None:
        self._source, self._tell = source, tell
        self.seconds = 0.0
        self.notes: tuple[str, ...] = ()

    def blocks(self) -> Iterator[Block]:
        for item in self._source.blocks():
            if isinstance(item, Block):
                yield item
                before, self.seconds = self.seconds, item.start_s + BLOCK_S
                if int(self.seconds) > int(before):
                    self._tell(self.seconds)
            elif isinstance(item, Damaged):
                self.notes += (item.message,)


def _content(file: Path, cues: Sequence[Cue], media: str, language: Language) -> str:
    kind = file.suffix.removeprefix(".")
    if kind != PAGE:
        return write(cues, kind)
    if not scheme(media):
        media = os.path.relpath(media, file.parent)
    return page(cues, media, file.stem, language)


@lru_cache(maxsize=1)
def _captioner(settings: Settings) -> Captioner:
    return Captioner(settings)


def caption(settings: Settings, job: Job, tell: Told = lambda _: None) -> Captioned:
    """Caption in whatever process this is; each loads the model once.

    Raises AssistantError as `Captioner.caption` does.
    """
    return _captioner(settings).caption(job, tell)
