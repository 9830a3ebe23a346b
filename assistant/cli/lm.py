"""`assistant lm`: language models for the recogniser."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.training.language import Trained

FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.group("lm")
def command() -> None:
    """Make and choose a language model: which words follow which."""


@command.command("train")
@click.argument("texts", nargs=-1, metavar="TEXT…", type=FILE)
@click.option("-o", "--out", required=True, type=FILE, help="The ARPA file to write; .gz zips it.")
@click.option("--order", default=3, show_default=True, help="Words of the longest n-grams, 1 to 5.")
@click.option(
    "--cutoffs",
    default="",
    metavar="N,N,…",
    help="For each length, from one word up: leave out n-grams seen no more often. 0,0,1.",
)
@click.option(
    "--prune",
    "threshold",
    default=0.0,
    help="Leave out n-grams that change the entropy less: 1e-7.",
)
@click.option("--words", default=0, help="Only so many of the most frequent words; 0 for all.")
@click.option("--commands", default=0, help="Add so many sentences of the installed abilities.")
@click.option("--held-out", type=FILE, help="A text to measure the model on.")
@json_option
def train(
    texts: tuple[Path, ...],
    out: Path,
    order: int,
    cutoffs: str,
    threshold: float,
    words: int,
    commands: int,
    held_out: Path | None,
    as_json: bool,
) -> None:
    """Make a model of TEXTs, one sentence a line (- is standard input, .gz is unzipped).

    Numbers and signs are written out as one says them. Prints how well sentences that were held
    out are foretold: --held-out, or else every twentieth by a model of the others.
    """
    from rich.console import Console

    from assistant.recognition.language.files import write
    from assistant.training.kneser_ney import Recipe
    from assistant.training.language import read_lines, sentences
    from assistant.training.language import train as make

    recipe = Recipe(order, _numbers(cutoffs), words, threshold)
    lines = [line for text in texts for line in read_lines(text)]
    lines += _commands(commands)
    text = sentences(_watched(lines))
    unseen = sentences(read_lines(held_out)) if held_out else []
    with Console(stderr=True).status("Counting n-grams …"):
        trained = make(text, unseen, recipe)
        write(out, trained.model)
    _report(trained, out, len(text), as_json)


@command.command("use")
@click.argument("file", type=FILE, required=False)
@click.option("--none", "nothing", is_flag=True, help="Use no language model from now on.")
def use(file: Path | None, nothing: bool) -> None:
    """Use the language model in FILE from now on (ARPA, gzipped or not, or KenLM binary)."""
    from assistant.errors import UsageError
    from assistant.paths import config_file
    from assistant.recognition.language.files import read
    from assistant.settings import remember

    if (file is None) != nothing:
        raise UsageError("Name the file of a language model, or give --none.")
    if file is None:
        remember(config_file(), "decoding.lm", "")
        click.echo("No language model is used from now on.")
        return
    model = read(file)
    remember(config_file(), "decoding.lm", str(file.expanduser().absolute()))
    click.echo(f"{file} with {len(model.words)} words is used from now on.")


def _numbers(text: str) -> tuple[int, ...]:
    from assistant.errors import UsageError

    try:
        return tuple(int(part) for part in text.split(",") if part)
    except ValueError as error:
        raise UsageError(f"--cutoffs wants whole numbers such as 0,0,1, not {text!r}.") from error


def _commands(count: int) -> list[str]:
    """Sentences of the installed abilities and of daily life, always the same ones."""
    if not count:
        return []
    from assistant.app import Abilities, load_abilities
    from assistant.training.abilities import all_commands

    loaded = load_abilities(settings().settings, Abilities())
    return list(islice(all_commands([each.spec for each in loaded.intents], seed=1), count))


def _watched(lines: list[str]) -> Iterable[str]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    quiet = not console.is_terminal
    return track(lines, "Reading", console=console, transient=True, disable=quiet)


def _report(trained: Trained, out: Path, count: int, as_json: bool) -> None:
    model, measured = trained.model, trained.perplexity
    levels = range(1, model.order + 1)
    ngrams = [model.starts[length + 1] - model.starts[length] for length in levels]
    if as_json:
        fields = {
            "file": str(out),
            "sentences": count,
            "ngrams": ngrams,
            "perplexity": round(measured.value, 2),
            "held_out_sentences": measured.sentences,
            "held_out_words": measured.words,
            "unknown_words": measured.unknown,
        }
        click.echo(json.dumps(fields))
        return
    click.echo(f"Wrote {out}: {' + '.join(map(str, ngrams))} n-grams of {count} sentences.")
    if measured.words:
        click.echo(
            f"Perplexity {measured.value:.1f} on {measured.sentences} sentences held out; "
            f"{measured.unknown / measured.words:.1%} of their words are unknown."
        )
