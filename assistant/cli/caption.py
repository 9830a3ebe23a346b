"""`assistant caption`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.cli.caption_files import FileOptions, caption_all, file_options
from assistant.cli.options import json_option, recogniser_options, settings
from assistant.cli.output import warn


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
@click.option("--track", type=click.IntRange(1), help="The audio track, counted from 1.")
@click.option(
    "--language",
    default="auto",
    metavar="CODE|auto",
    help="What is spoken, and which audio track: en, de, …; auto tells it.",
)
@file_options
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
    track: int | None,
    language: str,
    whole: FileOptions,
    punctuation: bool | None,
    as_json: bool,
    recogniser: dict[str, object],
) -> None:
    """Caption recordings: each FILE or URL may be whatever FFmpeg reads.

    Captions that are there already are left as they are. What was stopped goes on where it was,
    when the same command is given again.

    With --live, captions come while somebody speaks; -o writes them as WebVTT and HLS segments too.
    """
    from assistant.app.recognising import in_language, require_local, unheard

    if live:
        _check_live([*whole.given, *(["--punctuation"] if punctuation else [])])
    _check(sources, device, live)
    chosen = settings(
        audio__device=device, captions__punctuation=punctuation, **recogniser
    ).settings
    chosen = in_language(chosen, language)
    require_local(chosen)
    if why := unheard(chosen, language):
        warn(why)
    spoken = "" if language == "auto" else language
    if live:
        from assistant.cli.caption_live import run

        run(chosen, sources, track or 0, spoken, folder, as_json)
        return
    jobs = whole.wanted(sources, folder, track or 0, spoken)
    if not caption_all(whole, chosen, jobs, as_json):
        sys.exit(1)


def _check_live(given: Sequence[str]) -> None:
    """Options that would change nothing are refused, not passed over."""
    from assistant.errors import UsageError

    if given:
        raise UsageError(f"{given[0]} is for whole recordings; leave it out with --live.")


def _check(sources: Sequence[str], device: str | None, live: bool) -> None:
    from assistant.errors import UsageError

    if not live and not sources:
        raise UsageError("Name a file or URL, or give --live to caption the microphone.")
    if not all(sources):
        raise UsageError("One of the names is empty; name a file or URL.")
    if device is not None and (sources or not live):
        raise UsageError("--device is the microphone of --live; leave it out with a file or URL.")
