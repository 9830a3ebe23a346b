"""`assistant train finetune`."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from assistant.cli.options import json_option

if TYPE_CHECKING:
    from assistant.training.evaluate import Rate
    from assistant.training.finetune import Look, Watch
    from assistant.training.finetuned import Finished

PATH = click.Path(path_type=Path)

Freeze = Literal["nothing", "features", "all-but-head"]
Letters = Literal["auto", "keep", "new"]


@click.command("finetune")
@click.argument("model", metavar="FOLDER|owner/model")
@click.argument("manifests", nargs=-1, required=True, type=PATH)
@click.option("-o", "--out", required=True, type=PATH, help="The folder of the run.")
@click.option(
    "--freeze",
    type=click.Choice(get_args(Freeze)),
    default="features",
    show_default=True,
    help="What keeps its weights: the convolutions, or all but the layer that gives letters.",
)
@click.option(
    "--vocabulary",
    type=click.Choice(get_args(Letters)),
    default="auto",
    show_default=True,
    help="A new one where letters of the texts are missing, never, or always.",
)
@click.option("--steps", default=2000, show_default=True)
@click.option("--rate", default=1e-4, show_default=True, help="Learning rate at its peak.")
@click.option("--batch-seconds", default=40.0, show_default=True, help="Audio of one batch.")
@click.option("--look", default=100, show_default=True, help="Steps between looks at dev people.")
@click.option("--patience", default=5, show_default=True, help="Looks without a gain, then stop.")
@click.option("--threads", default=1, show_default=True)
@json_option
def finetune(
    model: str,
    manifests: tuple[Path, ...],
    out: Path,
    freeze: Freeze,
    vocabulary: Letters,
    steps: int,
    rate: float,
    batch_seconds: float,
    look: int,
    patience: int,
    threads: int,
    as_json: bool,
) -> None:
    """Fine-tune a Wav2Vec2 or a relative on MANIFESTS, export it and make it int8.

    The model is a folder with safetensors, or a name on the hub. OUT/model is what `assistant
    models use` takes, OUT/checkpoint the same for transformers, OUT/report.json and OUT/curve.svg
    tell how it went. Broken off, the same command goes on from the last look.
    """
    from assistant.cli.needed import require

    require("torch", "transformers", "onnx", "optimum")
    from assistant.training.finetune import FinetuneSettings
    from assistant.training.finetune import finetune as train
    from assistant.training.finetuned import as_fields, finish
    from assistant.training.pretrained import checkpoint_folder

    wanted = FinetuneSettings(
        model=checkpoint_folder(model),
        base=model if not Path(model).is_dir() else Path(model).resolve().name,
        manifests=manifests,
        folder=out,
        freeze=freeze,
        vocabulary=vocabulary,
        steps=steps,
        rate=rate,
        batch_seconds=batch_seconds,
        look_steps=look,
        patience=patience,
        threads=threads,
    )
    with _bar(steps, as_json) as watch:
        finished = finish(wanted, train(wanted, watch))
    click.echo(json.dumps(as_fields(finished)) if as_json else _told(finished, out))


@contextmanager
def _bar(steps: int, quiet: bool) -> Iterator[Watch]:
    """A progress bar over the steps, and a line for each look."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, quiet=quiet)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Fine-tuning", total=steps)

        def watch(step: int, look: Look | None) -> None:
            bar.update(task, completed=step)
            if look:
                console.print(_line(look), soft_wrap=True)

        yield watch


def _line(look: Look) -> str:
    learnt = "before learning" if math.isnan(look.loss) else f"loss {look.loss:.3f}"
    return (
        f"step {look.step}: {learnt}; development people: "
        f"{look.wer:.1%} of the words and {look.cer:.1%} of the letters wrong"
    )


def _told(finished: Finished, out: Path) -> str:
    outcome = finished.outcome
    return "\n".join(
        [
            f"{len(outcome.measured)} clips, before → after → int8 (95 % interval):",
            _row("words wrong", outcome.wer_before, outcome.wer_after, finished.wer_int8),
            _row("letters wrong", outcome.cer_before, outcome.cer_after, finished.cer_int8),
            f"`assistant models use {out / 'model'}` listens with it.",
        ]
    )


def _row(name: str, *rates: Rate) -> str:
    shown = (f"{100 * r.value:.1f} ({100 * r.low:.1f}–{100 * r.high:.1f}) %" for r in rates)
    return f"  {name:14} {' → '.join(shown)}"
