"""`assistant adapt`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import FOLDER, json_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.training.adapt import Adapted
    from assistant.training.evaluate import Rate
    from assistant.training.state import State

PATH = click.Path(path_type=Path)


@click.command("adapt")
@click.argument("takes", type=FOLDER, required=False)
@click.option("--name", help="The new model's name; that of the takes' folder otherwise.")
@click.option("--start", type=PATH, help="A checkpoint to begin from; the starter's otherwise.")
@click.option("--model", metavar="NAME|FOLDER", default="starter-en", help="What is to be beaten.")
@click.option(
    "--steps", type=click.IntRange(1), help="Training steps; a sensible number otherwise."
)
@json_option
def command(
    takes: Path | None,
    name: str | None,
    start: Path | None,
    model: str,
    steps: int | None,
    as_json: bool,
) -> None:
    """Fit the starter model to the voice in TAKES, a folder that `assistant record` filled.

    TAKES may be left out where there is only one. It takes minutes on one core and goes on where it
    was broken off. A fifth of the takes is only measured on: where these aren't read better than
    before, nothing is kept. Needs the extra `train` and the program espeak-ng.
    """
    from assistant.cli.needed import require
    from assistant.paths import cache_folder
    from assistant.recognition.folder import find_model, model_folders, own_models

    folder = _with_takes(takes) if takes else _only_takes()
    chosen = _free_name(folder.name if name is None else name)
    start = start or _starter_checkpoint()
    require("torch", "transformers", "onnx", "optimum")
    from assistant.training.adapt import STEPS, AdaptSettings, adapt

    wanted = AdaptSettings(
        takes=folder,
        start=start,
        model=find_model(model, model_folders()),
        work=cache_folder() / "adapt" / chosen,
        steps=steps or STEPS,
    )
    with _bar(wanted.steps, as_json) as watch:
        found = adapt(wanted, own_models() / chosen, watch)
    _report(found, chosen, as_json)


def _free_name(name: str) -> str:
    """`name`, which a folder may have. Raises UsageError where it is none, leads elsewhere, or is
    that of a model that came along.
    """
    from assistant.bundled import bundled
    from assistant.errors import UsageError

    if not re.fullmatch(r"\w[\w.-]*", name):
        raise UsageError(f"{name!r} is no name for a model; give a word, such as --name anna.")
    if (bundled("models") / name).exists():
        raise UsageError(f"{name} came along with the program; give --name another one.")
    return name


def _with_takes(folder: Path) -> Path:
    """`folder`. Raises UsageError when `assistant record` never filled it."""
    from assistant.errors import UsageError
    from assistant.training.takes import LEARNT

    if not (folder / LEARNT).is_file():
        raise UsageError(f"{folder} holds no takes; make some with `assistant record NAME`.")
    return folder


def _only_takes() -> Path:
    """The folder of takes in the data folder. Raises UsageError unless there is just one."""
    from assistant.errors import UsageError
    from assistant.training.takes import all_takes

    found = all_takes()
    if not found:
        raise UsageError("There are no takes yet; make some with `assistant record NAME`.")
    if len(found) > 1:
        listed = ", ".join(str(folder) for folder in found)
        raise UsageError(f"There are takes of several people; name one folder: {listed}.")
    return found[0]


def _starter_checkpoint() -> Path:
    """The weights that training goes on from, which only a checkout has. Raises UsageError."""
    from assistant.bundled import bundled
    from assistant.errors import UsageError

    folder = bundled("models") / "training" / "starter-en"
    if not folder.is_dir():
        raise UsageError(
            "Adapting begins with the starter's weights as training left them, which only "
            "the project's source has: get that with git, and add --start "
            "SOURCE/models/training/starter-en."
        )
    return folder


@contextmanager
def _bar(steps: int, quiet: bool) -> Iterator[Callable[[State], None]]:
    """A progress bar over the steps; what the run itself prints is left out."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    hidden = quiet or not console.is_terminal
    with Progress(console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("Adapting", total=steps)

        def watch(state: State) -> None:
            bar.update(task, completed=state.step - state.decay_from)

        with redirect_stdout(StringIO()):
            yield watch


def _report(found: Adapted, name: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"model": name, **asdict(found)}))
        return
    score = found.held_out
    click.echo(f"Learnt from {found.learnt} takes, {found.seconds:.0f} s.")
    click.echo(f"On {score.clips} takes that were held out, before → after (95 % interval):")
    click.echo(f"  words wrong    {_shown(score.wer_before)} → {_shown(score.wer_after)}")
    click.echo(f"  letters wrong  {_shown(score.cer_before)} → {_shown(score.cer_after)}")
    if found.kept:
        click.echo(f"{name} is installed; `assistant models use {name}` listens with it.")
    else:
        click.echo("It is no better, so nothing is kept; record more takes, or quieter ones.")


def _shown(rate: Rate) -> str:
    return f"{rate.value:.1%} ({rate.low:.1%}–{rate.high:.1%})".replace("%", " %")
