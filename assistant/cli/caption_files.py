"""`assistant caption` of whole recordings: its own options, and what they lead to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from assistant.captioning.captioner import Captioned, Job
    from assistant.cli.caption_progress import Bars
    from assistant.recognition.longform.chunks import Strides
    from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How whole recordings are captioned: options that live captions haven't."""

    kinds: tuple[str, ...]
    page: bool
    jobs: int | None
    scheduler: str | None
    chunk_s: float | None
    stride_s: float | None
    batch: int | None

    @property
    def given(self) -> list[str]:
        """Those that somebody gave, as they are written."""
        values = {
            "--format": self.kinds or None,
            "--html": self.page or None,
            "--jobs": self.jobs,
            "--dask": self.scheduler,
            "--chunk-length": self.chunk_s,
            "--stride-length": self.stride_s,
            "--batch": self.batch,
        }
        return [name for name, value in values.items() if value is not None]

    def wanted(
        self, sources: Sequence[str], folder: Path | None, track: int, language: str
    ) -> list[Job]:
        """A job for each recording. Raises UsageError for options that make no sense."""
        from assistant.captioning.captioner import jobs_for

        strides, batch = self._strides(), self.batch or 1
        return [
            replace(job, track=track, language=language, strides=strides, batch=batch)
            for job in jobs_for(sources, folder, self._outputs())
        ]

    def _outputs(self) -> tuple[str, ...]:
        """What is to be written, each once; the page beside what else was asked for, or WebVTT."""
        from assistant.captioning.captioner import KINDS, PAGE
        from assistant.errors import UsageError

        for kind in self.kinds:
            if kind not in KINDS:
                raise UsageError(f"No caption format {kind!r}; there are {', '.join(KINDS)}.")
        kinds = self.kinds or ("vtt",)
        return tuple(dict.fromkeys((*kinds, *((PAGE,) if self.page else ()))))

    def _strides(self) -> Strides | None:
        from assistant.errors import UsageError
        from assistant.recognition.longform.chunks import Strides

        if self.chunk_s:
            return Strides.of(self.chunk_s, self.stride_s)
        if self.stride_s is not None:
            raise UsageError("--stride-length belongs to chunks; give --chunk-length too.")
        return None

    def captioned(self, chosen: Settings, jobs: Sequence[Job], bars: Bars) -> Iterator[Captioned]:
        """What comes of the jobs, as each is done: here, or on the cluster that was named."""
        from assistant.captioning.fleet import in_processes, in_turn, on_cluster

        if self.scheduler:
            return on_cluster(chosen, jobs, self.scheduler)
        workers = min(len(jobs), self.jobs or os.cpu_count() or 1)
        if workers == 1:
            return in_turn(chosen, jobs, bars.tell)
        return in_processes(chosen, jobs, bars.tell, workers)


def file_options(function: Callable[..., None]) -> Callable[..., None]:
    """The command's `whole` are the `FileOptions` that these options gave."""

    @wraps(function)
    def command(
        kinds: tuple[str, ...],
        page: bool,
        jobs: int | None,
        scheduler: str | None,
        chunk_s: float | None,
        stride_s: float | None,
        batch: int | None,
        **others: Any,
    ) -> None:
        whole = FileOptions(kinds, page, jobs, scheduler, chunk_s, stride_s, batch)
        function(whole=whole, **others)

    for option in (
        click.option("--batch", type=click.IntRange(1), help="How many of them are read at once."),
        click.option(
            "--stride-length",
            "stride_s",
            type=click.FloatRange(0),
            metavar="S",
            help="How far those overlap on either side; a sixth of them unless it is said.",
        ),
        click.option(
            "--chunk-length",
            "chunk_s",
            type=click.FloatRange(0, min_open=True),
            metavar="S",
            help="In overlapping chunks of S seconds instead of cuts at silences.",
        ),
        click.option(
            "--dask", "scheduler", metavar="ADDRESS", help="On the workers of a Dask cluster."
        ),
        click.option(
            "--jobs",
            type=click.IntRange(1),
            metavar="N",
            help="So many at once; as many as there are cores unless it is said.",
        ),
        click.option("--html", "page", is_flag=True, help="The page with a player too."),
        click.option(
            "-f",
            "--format",
            "kinds",
            multiple=True,
            metavar="KIND",
            help="srt, vtt (the default), ttml, json, txt, or html: a page with a player; "
            "repeatable.",
        ),
    ):
        command = option(command)
    return command


def caption_all(options: FileOptions, chosen: Settings, jobs: Sequence[Job], as_json: bool) -> bool:
    """Caption them, and report each; whether all went well."""
    from assistant.cli.caption_progress import Bars

    failed = False
    with Bars(len(jobs)) as bars:
        for done in options.captioned(chosen, jobs, bars):
            bars.end(done)
            failed = failed or bool(done.error)
            _report(done, as_json, bars)
    return not failed


def _report(done: Captioned, as_json: bool, bars: Bars) -> None:
    job = done.job
    for note in done.notes:
        bars.say(f"assistant: {note}", err=True)
    if as_json:
        fields = {
            "source": job.source,
            "outputs": [str(file) for file in job.outputs if file.exists()],
            "seconds": round(done.seconds, 2),
            "language": done.language,
            "words": done.words,
            "captions": done.cues,
            "notes": done.notes,
            "error": done.error,
        }
        bars.say(json.dumps(fields))
    elif done.error:
        bars.say(f"assistant: {done.error}", err=True)
    else:
        written = ", ".join(map(str, job.outputs))
        heard = f" ({done.language})" if done.seconds else ""
        bars.say(f"{job.source}{heard} → {written}" + ("" if heard else " (there already)"))
