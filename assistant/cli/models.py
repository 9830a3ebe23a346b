"""`assistant models`: which models there are, getting them, choosing one, taking one away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.export import command as export
from assistant.cli.export import export_listed, language_option, pickle_option, told
from assistant.cli.forms import adopt, check_working, compare, folder_of, quantise, tried
from assistant.cli.options import json_option, settings

if TYPE_CHECKING:
    from assistant.weights.catalogue import Entry


@click.group("models")
def command() -> None:
    """List, get, choose and remove the models that recognise speech."""


command.add_command(export)
command.add_command(adopt)
command.add_command(quantise)
command.add_command(compare)


@dataclass(frozen=True, slots=True)
class Row:
    """A model that is installed, or in the catalogue, or both."""

    name: str
    folder: Path | None
    """Where it is installed."""
    in_use: bool
    entry: Entry | None

    @property
    def megabytes(self) -> float:
        """Millions of bytes: of the installed files, or by the catalogue."""
        from assistant.weights.shelf import folder_bytes

        if self.folder:
            return folder_bytes(self.folder) / 1e6
        return self.entry.megabytes if self.entry else 0.0

    def fields(self) -> dict[str, object]:
        """For a program to read."""
        entry = self.entry
        return {
            "model": self.name,
            "installed": self.folder is not None,
            "in_use": self.in_use,
            "folder": str(self.folder) if self.folder else None,
            "megabytes": round(self.megabytes, 1),
            "languages": list(entry.languages) if entry else [],
            "licence": entry.licence if entry else None,
            "good_for": entry.good_for if entry else None,
            "source": entry.source if entry else None,
        }

    def line(self) -> str:
        """For a person to read."""
        mark = "*" if self.in_use else "+" if self.folder else " "
        size = f"{self.megabytes:6.0f} MB"
        if not self.entry:
            return f"{mark} {self.name:24} {size}"
        languages = ",".join(self.entry.languages)
        told = f"{languages:8} {self.entry.licence:12} {self.entry.good_for}"
        return f"{mark} {self.name:24} {size}  {told}"


@command.command("list")
@json_option
def list_models(as_json: bool) -> None:
    """Name every model that is installed (+), in use (*), or that `pull` could get."""
    for row in _rows():
        click.echo(json.dumps(row.fields(), ensure_ascii=False) if as_json else row.line())


@command.command("show")
@click.argument("name", metavar="NAME|FOLDER")
@json_option
def show(name: str, as_json: bool) -> None:
    """Tell all about a model: what it is good for, where it lies, what its files say."""
    rows = {row.name: row for row in _rows()}
    row = rows.get(name) or Row(name, folder_of(name), in_use=False, entry=None)
    fields = row.fields() | (_details(row.folder) if row.folder else {})
    if as_json:
        click.echo(json.dumps(fields, ensure_ascii=False))
        return
    for key, value in fields.items():
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        if text not in (None, ""):
            click.echo(f"{key.replace('_', ' '):14} {text}")


@command.command("pull")
@click.argument("name", metavar="NAME|OWNER/MODEL[@REVISION]")
@language_option
@pickle_option
def pull(name: str, language: str, allow_pickle: bool) -> None:
    """Download a model of the catalogue or of the Hugging Face hub, and install it.

    The smallest int8 ONNX form is taken; what has no ONNX form is exported. A download that broke
    off goes on where it stopped; every file is checked against its size and hash, and the model is
    tried before it is installed. HF_ENDPOINT, HF_TOKEN, HF_HOME and HF_HUB_OFFLINE are obeyed.
    """
    from assistant.recognition.folder import own_models
    from assistant.recognition.spoken_language import tells_languages
    from assistant.weights.choose import has_onnx
    from assistant.weights.hub import Hub, Source
    from assistant.weights.pull import pull as install
    from assistant.weights.shelf import folder_bytes

    entry = _catalogue().get(name)
    if entry and not entry.source:
        click.echo(f"{name} comes with the program.")
        return
    other = "name of the catalogue (see `assistant models list`)"
    source = Source.parse(entry.source if entry else name, other)
    installed = (name if entry else source.repository) + (f"-{language}" if language else "")
    hub, folder = Hub(), own_models() / installed
    listing = hub.listing(source)
    if has_onnx(listing.files) and not language:
        install(hub, listing, folder, check_working)
    else:
        report = export_listed(hub, listing, folder, language, allow_pickle)
        click.echo(f"{installed} was exported: {told(report)}.")
    does = "tells the spoken language" if tells_languages(folder) else "listens"
    click.echo(
        f"{installed} is installed ({folder_bytes(folder) / 1e6:.0f} MB, {listing.commit[:12]}); "
        f"`assistant models use {installed}` makes it the one that {does}."
    )


@command.command("use")
@click.argument("name", metavar="NAME|FOLDER")
def use(name: str) -> None:
    """Recognise speech with this model from now on, once it has been tried.

    A model that tells spoken languages becomes the identifier.
    """
    from assistant.paths import config_file
    from assistant.recognition.spoken_language import tells_languages
    from assistant.settings import remember

    folder = folder_of(name)
    check_working(folder, settings().settings.understanding.languages)
    lasting = name if name in _names() else str(folder.absolute())
    if tells_languages(folder):
        remember(config_file(), "recognition.identifier", lasting)
        click.echo(
            f"{lasting} tells which language is spoken from now on; recognition.languages in "
            "config.toml has the model that reads each."
        )
    else:
        remember(config_file(), "recognition.model", lasting)
        click.echo(f"{lasting} is used from now on.")


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Delete an installed model. One that is in use, or came with the program, stays."""
    from assistant.bundled import bundled
    from assistant.errors import ModelError
    from assistant.recognition.folder import own_models
    from assistant.weights.shelf import remove as delete

    own = (own_models() / name / "config.json").is_file()
    if not own and (bundled("models") / name / "config.json").is_file():
        raise ModelError(f"{name} comes with the program; only what was pulled can be removed.")
    if own and _uses(name, own_models() / name):
        raise ModelError(
            f"{name} is in use; choose another with `assistant models use`, or change config.toml, "
            "first."
        )
    delete(name, own_models())
    click.echo(f"{name} is removed.")


@command.command("verify")
@click.argument("name", metavar="NAME|FOLDER")
@click.argument("recordings", nargs=-1, metavar="[RECORDING]…")
@click.option(
    "--against", metavar="NAME|FOLDER", help="Compare on RECORDINGs with this form of the model."
)
@json_option
def verify(name: str, recordings: tuple[str, ...], against: str | None, as_json: bool) -> None:
    """Check that a model's files are what was pulled, and that it runs.

    With --against, how far its log-probabilities are from another form's, such as fp32.
    """
    from assistant.errors import ModelError, UsageError
    from assistant.weights.shelf import damaged_files, read_record

    if bool(against) != bool(recordings):
        raise UsageError("Give both --against and recordings to compare on, or neither.")
    folder = folder_of(name)
    record = read_record(folder)
    damaged = damaged_files(folder, record) if record else []
    if damaged:
        raise ModelError(f"{name} is damaged ({', '.join(damaged)}); pull it again.")
    check_working(folder)
    fields: dict[str, object] = {"model": name, "checked_files": len(record.files) if record else 0}
    if against:
        fields |= _differences(folder_of(against), folder, recordings)
    if as_json:
        click.echo(json.dumps(fields))
        return
    for key, value in fields.items():
        shown = f"{value:.3g}" if isinstance(value, float) else value
        click.echo(f"{key.replace('_', ' '):16} {shown}")


def _differences(reference: Path, folder: Path, recordings: tuple[str, ...]) -> dict[str, object]:
    from dataclasses import asdict

    from rich.console import Console
    from rich.progress import track

    from assistant.app.sound import read_whole
    from assistant.weights.verify import compare

    console = Console(stderr=True)
    watched = track(
        recordings, "Comparing", console=console, transient=True, disable=not console.is_terminal
    )
    sounds = (read_whole(file).samples for file in watched)
    return asdict(compare(tried(reference), tried(folder), sounds))


def _uses(name: str, folder: Path | None) -> bool:
    """Whether the settings name this model for anything, by its name or its folder."""
    asked = settings().settings.recognition
    used = filter(None, (asked.model, asked.identifier, *asked.by_language.values()))
    return any(each == name or Path(each).expanduser() == folder for each in used)


def _rows() -> list[Row]:
    """The catalogue first, then what else is installed."""
    entries, installed = _catalogue(), _names()
    return [
        Row(name, installed.get(name), _uses(name, installed.get(name)), entries.get(name))
        for name in [*entries, *(name for name in installed if name not in entries)]
    ]


def _catalogue() -> dict[str, Entry]:
    from assistant.bundled import bundled
    from assistant.weights.catalogue import read_catalogue

    return read_catalogue(bundled("models") / "catalogue.toml")


def _names() -> dict[str, Path]:
    from assistant.recognition.folder import installed_models, model_folders

    return installed_models(model_folders())


def _details(folder: Path) -> dict[str, object]:
    """What the files in a model folder say."""
    from assistant.recognition.spoken_language import tells_languages
    from assistant.weights.export import read_report
    from assistant.weights.shelf import read_record

    record, report = read_record(folder), read_report(folder)
    return {
        **(_telling if tells_languages(folder) else _reading)(folder),
        "pulled_from": f"{record.source}@{record.commit}" if record else None,
        "exported_by": report.method if report else None,
        "max_abs": report.max_abs if report else None,
        "mean_abs": report.mean_abs if report else None,
    }


def _reading(folder: Path) -> dict[str, object]:
    """Of a model that reads speech."""
    from assistant.recognition.folder import ModelFolder

    model = ModelFolder.load(folder)
    return {
        "kind": model.model_type,
        "file": model.onnx.relative_to(folder).as_posix(),
        "sampling_rate": model.sampling_rate,
        "frame_s": model.frame_s,
        "symbols": len(model.vocabulary.tokens),
        "phonemes": len(model.phonemes.tokens) if model.phonemes else 0,
    }


def _telling(folder: Path) -> dict[str, object]:
    """Of a model that tells which language is spoken."""
    from assistant.recognition.spoken_language import SpokenLanguage

    return {"tells": list(SpokenLanguage(folder).languages)}
