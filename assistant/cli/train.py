"""`assistant train`: speech to learn from, a run, a model to release. Needs the extra `train`."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.finetune import finetune
from assistant.cli.label import label
from assistant.cli.needed import require

PATH = click.Path(path_type=Path)


@click.group("train")
def command() -> None:
    """Train and release a model of your own."""


command.add_command(label)
command.add_command(finetune)


@command.command("corpus")
@click.argument("manifests", nargs=-1, required=True, type=PATH)
def corpus(manifests: tuple[Path, ...]) -> None:
    """Check MANIFESTS, speakers in two splits above all, and sum them up."""
    from assistant.training.corpus import Corpus, summary

    click.echo(summary(Corpus.load(manifests).clips))


@command.command("synthesize")
@click.argument("out", type=PATH)
@click.option("--chunks", default=10, show_default=True, help="Of 500 utterances each.")
@click.option("--first", default=0, help="Index of the first chunk.")
@click.option("--prompts", type=PATH, help="Gzipped sentences, one a line, beside the commands.")
@click.option("--jobs", default=2, show_default=True, help="Processes at work at once.")
def synthesize(out: Path, chunks: int, first: int, prompts: Path | None, jobs: int) -> None:
    """Let synthetic voices say commands of the installed abilities, into the folder OUT.

    Chunks that are there already are kept, so a broken-off run goes on where it was.
    """
    from assistant.app import Abilities, load_abilities
    from assistant.cli.options import settings
    from assistant.training.synthesis import Plan, with_progress_bar

    loaded = load_abilities(settings().settings, Abilities())
    plan = Plan(out, prompts=prompts, abilities=tuple(each.spec for each in loaded.intents))
    with_progress_bar(plan, range(first, first + chunks), jobs)


@command.command("run")
@click.argument("folder", type=PATH)
@click.argument("manifests", nargs=-1, required=True)
@click.option(
    "--minutes", default=60.0, show_default=True, help="Then leave a checkpoint and stop."
)
@click.option("--start", type=PATH, help="A checkpoint to begin from where FOLDER has none.")
@click.option(
    "--decay-steps", default=0, help="Bring the rate down to nothing over so many steps, and stop."
)
@click.option("--threads", default=1, show_default=True)
def run(
    folder: Path,
    manifests: tuple[str, ...],
    minutes: float,
    start: Path | None,
    decay_steps: int,
    threads: int,
) -> None:
    """Train in FOLDER on MANIFESTS, and go on where an earlier run in FOLDER stopped.

    A manifest may be a pattern, which is looked up again now and then, as synthesis goes on.
    """
    require("torch", "transformers")
    from assistant.training.plan import TrainingSettings
    from assistant.training.train import train

    wanted = TrainingSettings(
        folder=folder,
        manifests=manifests,
        minutes=minutes,
        start=start,
        decay_steps=decay_steps,
        threads=threads,
    )
    result = train(wanted)
    click.echo(
        f"{result.hours:.1f} hours heard in {result.step} steps, development CER "
        f"{result.dev_cer:.1%}; the checkpoint is {result.checkpoint}"
    )


@command.command("release")
@click.argument("checkpoints", nargs=-1, required=True, type=PATH)
@click.option("--folder", required=True, type=PATH, help="The model folder to write.")
@click.option(
    "--manifest",
    "manifests",
    multiple=True,
    required=True,
    type=PATH,
    help="All that training used, and the development speakers; repeatable.",
)
@click.option("--recipe", default="", help="How it was trained, a paragraph for the model card.")
def release(
    checkpoints: tuple[Path, ...], folder: Path, manifests: tuple[Path, ...], recipe: str
) -> None:
    """Average CHECKPOINTS, export, quantise, compare, measure, and write the model card."""
    require("torch", "transformers", "onnx", "optimum")
    from assistant.training.release import ReleaseSettings
    from assistant.training.release import release as write

    released = write(ReleaseSettings(checkpoints, folder, manifests, recipe))
    click.echo(released.report.as_table())
