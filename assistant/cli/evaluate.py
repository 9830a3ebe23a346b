"""`assistant evaluate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import lm_option, model_option, settings

if TYPE_CHECKING:
    from assistant.ports import Decoder
    from assistant.records import Emissions

CONDITION_NAMES = ("clean", "noise 20 dB", "noise 10 dB", "noise 5 dB", "room")


@click.command("evaluate")
@click.argument("manifests", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--split", help="Only the clips of this split: dev, test or train.")
@click.option("--most", default=0, help="At most so many clips, evenly over speakers; 0 for all.")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    type=click.Choice(CONDITION_NAMES),
    help="Only this condition; repeatable. All of them unless given.",
)
@click.option("--json", "as_json", is_flag=True, help="The whole report as one JSON object.")
@model_option
@lm_option
def command(
    manifests: tuple[Path, ...],
    split: str | None,
    most: int,
    conditions: tuple[str, ...],
    as_json: bool,
    model: str | None,
    lm: str | None,
) -> None:
    """Word and character error rates of a model on the recordings of MANIFESTS.

    A manifest is JSON lines with path, text, speaker, seconds, split and licence. Rates come with
    95 % intervals (bootstrap over speakers), by source and by thirds of the speakers, clean and
    harmed by noise and a room; greedy, with beam search, and with a language model where there is
    one.
    """
    from rich.progress import track

    from assistant.app.recognising import acoustic_model, decoders
    from assistant.errors import UsageError
    from assistant.training.corpus import Corpus
    from assistant.training.evaluate import evaluate, spread

    chosen_settings = settings(recognition__model=model, decoding__lm=lm).settings
    acoustic = acoustic_model(chosen_settings)
    readers = {name: _reads(decoder) for name, decoder in decoders(chosen_settings).items()}
    corpus = Corpus.load(manifests)
    noises = [clip for clip in corpus.clips if clip.kind == "noise"]
    clips = [
        clip
        for clip in corpus.clips
        if clip.kind != "noise" and clip.text and split in (None, clip.split)
    ]
    if not clips:
        raise UsageError("There is no clip to evaluate; check the manifests and --split.")
    chosen = spread(clips, most) if most else clips
    report = evaluate(
        track(chosen, "Evaluating", total=len(chosen), transient=True, disable=as_json),
        acoustic.emissions,
        readers,
        conditions=conditions or CONDITION_NAMES,
        noises=noises,
    )
    click.echo(report.as_json() if as_json else report.as_table())


def _reads(decoder: Decoder) -> Callable[[Emissions], str]:
    return lambda emissions: decoder.decode(emissions).text
