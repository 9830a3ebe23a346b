"""`assistant caption`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, recogniser_options, settings

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
@click.option("--html", "page", is_flag=True, help="The page with a player too.")
@click.option("--track", type=click.IntRange(1), help="The audio track, counted from 1.")
@click.option(
    "--language",
    default="auto",
    metavar="CODE|auto",
    help="What is spoken, and which audio track: en, de, …; auto tells it.",
)
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
@click.option("--batch", type=click.IntRange(1), help="How many of them are read at once.")
@click.option(
    "--punctuation/--no-punctuation",
    default=None,
    help="Put full stops and capitals where the model writes none (English).",
)
@json_option
@recogniser_options
def command(
    sources: tuple[str, ...],
    live: bool,
    device: str | None,
    folder: Path | None,
    kinds: tuple[str, ...],
    page: bool,
    track: int | None,
    language: str,
    jobs: int | None,
    scheduler: str | None,
    chunk_s: float | None,
    stride_s: float | None,
    batch: int | None,
    punctuation: bool | None,
    as_json: bool,
    recogniser: dict[str, object],
) -> None:
    """Caption recordings: each FILE or URL may be whatever FFmpeg reads.

    Captions that are there already are left as they are. What was stopped goes on where it was,
    when the same command is given again.

    With --live, captions come while somebody speaks; -o writes them as WebVTT and HLS segments too.
    """
    from assistant.app.recognising import in_language

    for_files = {
        "--format": kinds or None,
        "--html": page or None,
        "--jobs": jobs,
        "--dask": scheduler,
        "--chunk-length": chunk_s,
        "--stride-length": stride_s,
        "--batch": batch,
        "--punctuation": punctuation or None,
    }
    _check(sources, kinds, device, for_files if live else None)
    chosen = settings(
        audio__device=device, captions__punctuation=punctuation, **recogniser
    ).settings
    chosen = in_language(chosen, language)
    spoken = "" if language == "auto" else language
    if live:
        from assistant.cli.caption_live import run

        run(chosen, sources, track or 0, spoken, folder, as_json)
        return
    from assistant.captioning.captioner import jobs_for
    from assistant.cli.caption_progress import Bars

    found = [
        replace(
            job,
            track=track or 0,
            language=spoken,
            strides=_strides(chunk_s, stride_s),
            batch=batch or 1,
        )
        for job in jobs_for(sources, folder, _kinds(kinds, page))
    ]
    failed = False
    with Bars(len(found)) as bars:
        for done in _captioned(chosen, found, bars, jobs, scheduler):
            bars.end(done)
            failed = failed or bool(done.error)
            _report(done, as_json, bars)
    if failed:
        sys.exit(1)


def _check(
    sources: Sequence[str],
    kinds: Sequence[str],
    device: str | None,
    beside_live: Mapping[str, object] | None,
) -> None:
    """Options that would change nothing are refused, not passed over: `beside_live`, None without
    --live, has those that live captions haven't."""
    from assistant.captioning.captioner import KINDS
    from assistant.errors import UsageError

    for name, value in (beside_live or {}).items():
        if value is not None:
            raise UsageError(f"{name} is for whole recordings; leave it out with --live.")
    if beside_live is None and not sources:
        raise UsageError("Name a file or URL, or give --live to caption the microphone.")
    if not all(sources):
        raise UsageError("One of the names is empty; name a file or URL.")
    if device is not None and (sources or beside_live is None):
        raise UsageError("--device is the microphone of --live; leave it out with a file or URL.")
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"No caption format {kind!r}; there are {', '.join(KINDS)}.")


def _kinds(kinds: Sequence[str], page: bool) -> tuple[str, ...]:
    """What is to be written, each once; the page beside what else was asked for, or WebVTT."""
    from assistant.captioning.captioner import PAGE

    return tuple(dict.fromkeys((*(kinds or ("vtt",)), *((PAGE,) if page else ()))))


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
            "language": done.language,
            "words": done.words,
            "captions": done.cues,
            "error": done.error,
        }
        bars.say(json.dumps(fields))
    elif done.error:
        bars.say(f"assistant: {done.error}", err=True)
    else:
        written = ", ".join(map(str, job.outputs))
        heard = f" ({done.language})" if done.seconds else ""
        bars.say(f"{job.source}{heard} → {written}" + ("" if heard else " (there already)"))
