"""`assistant train label`: texts for clips that nobody transcribed."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, lm_option, settings

if TYPE_CHECKING:
    from rich.progress import Progress

    from assistant.training.labels import Labels, Listen

PATH = click.Path(path_type=Path)


@click.command("label")
@click.argument("manifest", type=PATH)
@click.argument("out", type=PATH)
@click.option(
    "--measured",
    multiple=True,
    required=True,
    type=PATH,
    help="A manifest of what models are measured on; repeatable.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME|FOLDER",
    help="A model that listens; repeatable.",
)
@lm_option
@click.option(
    "--program",
    "programs",
    multiple=True,
    metavar="COMMAND",
    help="A program that gets WAV files and prints a line of text for each; repeatable.",
)
@click.option("--alone", default=-0.1, show_default=True, help="Log-probability that is believed.")
@click.option("--floor", default=-0.5, show_default=True, help="Below it nothing is believed.")
@click.option("--agree", default=92.0, show_default=True, help="Likeness of two texts, 0 to 100.")
@json_option
def label(
    manifest: Path,
    out: Path,
    measured: tuple[Path, ...],
    models: tuple[str, ...],
    lm: str | None,
    programs: tuple[str, ...],
    alone: float,
    floor: float,
    agree: float,
    as_json: bool,
) -> None:
    """Write down the untranscribed clips of MANIFEST, into OUT/manifest.jsonl.

    One or two recognisers listen, models before programs. The first is believed where it is sure
    of what it heard; the second is asked where it isn't, and believed where both agree. Speakers
    and sentences that models are measured on stay out. What was heard is kept in OUT: the same
    command goes on where it was broken off, and with other limits takes no time.
    """
    from assistant.errors import UsageError
    from assistant.training.corpus import Corpus, read_manifest, write_manifest
    from assistant.training.labels import Rules
    from assistant.training.labels import label as decide
    from assistant.training.phonemes import with_phonemes

    clips = [clip for clip in read_manifest(manifest) if clip.kind == "people" and not clip.text]
    if not clips:
        raise UsageError(f"{manifest} has no clip without a text; name one of untranscribed clips.")
    held_out = [clip for clip in Corpus.load(measured).clips if clip.split != "train"]
    with _bar(as_json) as bar:
        first, second = _listeners(models, lm, programs, out, bar, len(clips))
        labels = decide(clips, first, second, held_out, Rules(alone, floor, agree))
    write_manifest(out / "manifest.jsonl", with_phonemes(labels.clips))
    _report(labels, as_json)


def _bar(quiet: bool) -> AbstractContextManager[Progress]:
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True, disable=quiet)


def _listeners(
    models: tuple[str, ...],
    lm: str | None,
    programs: tuple[str, ...],
    out: Path,
    bar: Progress,
    total: int,
) -> tuple[Listen, Listen | None]:
    """The first recogniser and the second, whose readings are kept in `out`."""
    from assistant.app.recognising import recognizer
    from assistant.errors import UsageError
    from assistant.training.listeners import model_listener, program_listener, remembering

    named = {}
    for model in models:
        chosen = settings(recognition__model=model, decoding__lm=lm).settings
        transcribe = recognizer(chosen, alternatives=1)
        named[f"model {model} {lm or ''}"] = model_listener(transcribe)
    for program in programs:
        named[f"program {program}"] = program_listener(program)
    if not 1 <= len(named) <= 2:
        raise UsageError("Name one or two different recognisers with --model or --program.")

    def watched(name: str, listen: Listen) -> Listen:
        task = bar.add_task(name, total=total)
        return remembering(listen, name, out, lambda more: bar.advance(task, more))

    first, *second = [watched(name, listen) for name, listen in named.items()]
    return first, second[0] if second else None


def _report(labels: Labels, as_json: bool) -> None:
    hours = sum(clip.seconds for clip in labels.clips) / 3600
    if as_json:
        fields = {"labelled": len(labels.clips), "hours": round(hours, 3)}
        click.echo(json.dumps({**fields, "refused": dict(labels.refused)}))
        return
    click.echo(f"{len(labels.clips)} clips labelled, {hours:.2f} hours.")
    for reason, count in labels.refused.most_common():
        click.echo(f"{count:8} left out: {reason}")
