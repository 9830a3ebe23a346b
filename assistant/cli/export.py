"""`assistant models export`: from a torch checkpoint to a model folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.forms import tried
from assistant.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.records import Floats
    from assistant.weights.checkpoint import Task
    from assistant.weights.export import Report, Wanted
    from assistant.weights.hub import Hub, Listing

EXAMPLE = "06-not-a-command.wav"
"""A person reading aloud: what exports are held against torch on."""

language_option = click.option(
    "--language", default="", metavar="CODE", help="Merge the adapter of this language (MMS)."
)
pickle_option = click.option(
    "--allow-pickle",
    is_flag=True,
    help="Open weights in a format that may run code, because you trust their maker.",
)


@click.command("export")
@click.argument("source", metavar="FOLDER|OWNER/MODEL[@REVISION]")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The model folder to write.",
)
@language_option
@pickle_option
@click.option(
    "--recording", help="Compare with torch on this speech instead of a bundled recording."
)
@json_option
def command(
    source: str, out: Path, language: str, allow_pickle: bool, recording: str | None, as_json: bool
) -> None:
    """Make an ONNX model of a torch checkpoint, and tell how far it is from torch.

    The exporter needs torch and optimum: they are installed once, into an environment of their own
    in the cache folder, unless they are here already.
    """
    from dataclasses import asdict

    from assistant.app.sound import read_whole
    from assistant.weights.hub import Hub, Source
    from assistant.weights.shelf import require_new

    require_new(out)
    speech = read_whole(recording).samples if recording else None
    if Path(source).is_dir():
        report = export_folder(Path(source), out, language, allow_pickle, speech)
    else:
        hub = Hub()
        listing = hub.listing(Source.parse(source))
        report = export_listed(hub, listing, out, language, allow_pickle, speech)
    if as_json:
        click.echo(json.dumps(asdict(report)))
    else:
        click.echo(f"Wrote {out}; {told(report)}.")


def export_folder(
    folder: Path, out: Path, language: str, allow_pickle: bool, speech: Floats | None = None
) -> Report:
    """Export a checkpoint on the disk. Raises ModelError."""
    from assistant.weights.checkpoint import files_of
    from assistant.weights.choose import choose_checkpoint
    from assistant.weights.export import Wanted

    chosen = choose_checkpoint(str(folder), files_of(folder), language, allow_pickle)
    files = {file.name: folder / file.name for file in chosen}
    wanted = Wanted(str(folder), language=language, allow_pickle=allow_pickle)
    return _export(files, out, wanted, speech)


def export_listed(
    hub: Hub,
    listing: Listing,
    out: Path,
    language: str,
    allow_pickle: bool,
    speech: Floats | None = None,
) -> Report:
    """Export what a repository on the hub has. Raises ModelError."""
    from assistant.weights.choose import choose_checkpoint
    from assistant.weights.export import Wanted
    from assistant.weights.pull import download

    repository = listing.source.repository
    chosen = choose_checkpoint(repository, listing.files, language, allow_pickle)
    files = {file.name: path for file, path in download(hub, listing, chosen, out).items()}
    return _export(files, out, Wanted(repository, listing.commit, language, allow_pickle), speech)


def told(report: Report) -> str:
    """How far the export is from torch, for a person."""
    return (
        f"on speech, its log-probabilities are at most {report.max_abs:.2g} and on average "
        f"{report.mean_abs:.2g} away from torch's ({report.frames} frames, by {report.method})"
    )


def _export(files: Mapping[str, Path], out: Path, wanted: Wanted, speech: Floats | None) -> Report:
    from rich.console import Console

    from assistant.app.sound import read_whole
    from assistant.bundled import bundled
    from assistant.paths import cache_folder
    from assistant.weights.environment import exporter_python
    from assistant.weights.export import export
    from assistant.weights.workshop import Workshop

    if speech is None:
        speech = read_whole(bundled("examples") / EXAMPLE).samples
    with Console(stderr=True).status("Exporting …") as line:

        def tell(what: str) -> None:
            line.update(f"{what[0].upper()}{what[1:]} …")

        workshop = Workshop(lambda: exporter_python(cache_folder() / "exporter", tell), tell)
        return export(files, out, wanted, speech, workshop, _try_out)


def _try_out(folder: Path, task: Task) -> None:
    if task == "ctc":
        tried(folder)
