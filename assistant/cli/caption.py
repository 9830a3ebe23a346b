"""`assistant caption`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import hotword_option, json_option, lm_option, model_option, settings

if TYPE_CHECKING:
    from assistant.captioning.captioner import Captioned, Job
    from assistant.cli.caption_progress import Bars
    from assistant.recognition.longform.chunks import Strides
    from assistant.settings import Settings


@click.command("caption")
@click.argument("sources", nargs=-1, metavar="FILE|URL…")
@click.option(
    "--live", is_flag=True, help="The microphone, or the stream that is named, as it comes."
)
@click.option("--device", metavar="NAME|INDEX", help="The microphone for --live.")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where captions go; beside each file unless it is said.",
)
@click.option(
    "-f",
    "--format",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="srt, vtt (the default), ttml, json, txt, or html: a page with a player; repeatable.",
)
@click.option("--track", type=click.IntRange(1), help="The audio track, counted from 1.")
@click.option("--language", default="auto", metavar="CODE", help="Of the audio track: en, de, …")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="So many at once; as many as there are cores unless it is said.",
)
@click.option("--dask", "scheduler", metavar="ADDRESS", help="On the workers of a Dask cluster.")
@click.option(
    "--chunk-length",
    "chunk_s",
    type=click.FloatRange(0, min_open=True),
    metavar="S",
    help="In overlapping chunks of S seconds instead of cuts at silences.",
)
@click.option(
    "--stride-length",
    "stride_s",
    type=click.FloatRange(0),
    metavar="S",
    help="How far those overlap on either side; a sixth of them unless it is said.",
)
@click.option(
    "--batch", type=click.IntRange(1), default=1, help="How many of them are read at once."
)
@click.option(
    "--punctuation/--no-punctuation",
    default=None,
    help="Put full stops and capitals where the model writes none (English).",
)
@json_option
@model_option
@lm_option
@hotword_option
def command(
    sources: tuple[str, ...],
    live: bool,
    device: str | None,
    folder: Path | None,
    kinds: tuple[str, ...],
    track: int | None,
    language: str,
    jobs: int | None,
    scheduler: str | None,
    chunk_s: float | None,
    stride_s: float | None,
    batch: int,
    punctuation: bool | None,
    as_json: bool,
    model: str | None,
    lm: str | None,
    hotwords: tuple[str, ...],
) -> None:
    """Caption recordings: each FILE or URL may be whatever FFmpeg reads.

    Captions that are there already are left as they are. What was stopped goes on where it was,
    when the same command is given again.

    With --live, captions come while somebody speaks; -o writes them as WebVTT and HLS segments too.
    """
    chosen = settings(
        recognition__model=model,
        decoding__lm=lm,
        decoding__hotwords=hotwords,
        audio__device=device,
        captions__punctuation=punctuation,
    ).settings
    if live:
        from assistant.cli.caption_live import run

        _check_live(kinds, jobs, scheduler, chunk_s)
        run(chosen, sources, track or 0, folder, as_json)
        return
    from assistant.captioning.captioner import jobs_for
    from assistant.cli.caption_progress import Bars

    _check(sources, kinds)
    found = [
        replace(
            job,
            track=track or 0,
            language="" if language == "auto" else language,
            strides=_strides(chunk_s, stride_s),
            batch=batch,
        )
        for job in jobs_for(sources, folder, kinds or ("vtt",))
    ]
    failed = False
    with Bars(len(found)) as bars:
        for done in _captioned(chosen, found, bars, jobs, scheduler):
            bars.end(done)
            failed = failed or bool(done.error)
            _report(done, as_json, bars)
    if failed:
        sys.exit(1)


def _check_live(
    kinds: Sequence[str], jobs: int | None, scheduler: str | None, chunk_s: float | None
) -> None:
    """Options that would change nothing are refused, not passed over."""
    from assistant.errors import UsageError

    given = {"--format": kinds, "--jobs": jobs, "--dask": scheduler, "--chunk-length": chunk_s}
    for name, value in given.items():
        if value:
            raise UsageError(f"{name} is for whole recordings; leave it out with --live.")


def _check(sources: Sequence[str], kinds: Sequence[str]) -> None:
    from assistant.captioning.captioner import KINDS
    from assistant.errors import UsageError

    if not sources:
        raise UsageError("Name a file or URL, or give --live to caption the microphone.")
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"No caption format {kind!r}; there are {', '.join(KINDS)}.")


def _strides(chunk_s: float | None, stride_s: float | None) -> Strides | None:
    from assistant.errors import UsageError
    from assistant.recognition.longform.chunks import Strides

    if chunk_s:
        return Strides.of(chunk_s, stride_s)
    if stride_s is not None:
        raise UsageError("--stride-length belongs to chunks; give --chunk-length too.")
    return None


def _captioned(
    chosen: Settings, jobs: Sequence[Job], bars: Bars, workers: int | None, scheduler: str | None
) -> Iterator[Captioned]:
    from assistant.captioning.fleet import in_processes, in_turn, on_cluster

    if scheduler:
        return on_cluster(chosen, jobs, scheduler)
    workers = min(len(jobs), workers or os.cpu_count() or 1)
    if workers == 1:
        return in_turn(chosen, jobs, bars.tell)
    return in_processes(chosen, jobs, bars.tell, workers)


def _report(done: Captioned, as_json: bool, bars: Bars) -> None:
    job = done.job
    for note in done.notes:
        bars.say(f"assistant: {note}", err=True)
    if as_json:
        fields = {
            "source": job.source,
            "outputs": [str(file) for file in job.outputs if file.exists()],
            "seconds": round(done.seconds, 2),
            "words": done.words,
            "captions": done.cues,
            "error": done.error,
        }
        bars.say(json.dumps(fields))
    elif done.error:
        bars.say(f"assistant: {done.error}", err=True)
    else:
        written = ", ".join(map(str, job.outputs))
        bars.say(f"{job.source} → {written}" + ("" if done.seconds else " (there already)"))
