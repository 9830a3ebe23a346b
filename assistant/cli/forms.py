"""`assistant models import`, `quantise` and `compare`: forms of a model, and what each costs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import FOLDER, json_option, settings

if TYPE_CHECKING:
    from assistant.bench.models import Cost
    from assistant.ports import AcousticModel
    from assistant.records import Floats
    from assistant.weights.calibration import Inputs
    from assistant.weights.quantise import Told

PATH = click.Path(path_type=Path)

CALIBRATING = 20
"""Clips of a manifest that a front end is calibrated on, and the most seconds of a recording."""


@click.command("quantise")
@click.argument("name", metavar="NAME|FOLDER")
@click.argument("recordings", nargs=-1, metavar="[RECORDING]…")
@click.option("-o", "--out", required=True, type=PATH, help="The model folder to write.")
@click.option(
    "--conv", is_flag=True, help="The feature extractor too, calibrated on the speech given."
)
@click.option(
    "--weights-only",
    type=click.Choice(["8", "4"]),
    help="Weights of 8 or 4 bits in blocks, for the sake of memory.",
)
@click.option("--manifest", "manifests", multiple=True, type=PATH, help="Speech for --conv.")
def quantise(
    name: str,
    recordings: tuple[str, ...],
    out: Path,
    conv: bool,
    weights_only: str | None,
    manifests: tuple[Path, ...],
) -> None:
    """Write a smaller copy of an fp32 model: matrices as int8, the rest as fp16.

    With --conv the convolutions of its feature extractor are int8 as well, in ranges that
    RECORDINGs or the clips of a manifest give; a dozen commands by several people are enough.
    Needs the package onnx (pip install 'assistant[export]').
    """
    from assistant.errors import UsageError
    from assistant.recognition.folder import ModelFolder
    from assistant.recognition.spoken_language import tells_languages
    from assistant.weights.quantise import Recipe, full_model, quantise_folder
    from assistant.weights.shelf import folder_bytes, installing, require_new

    require_new(out)
    if conv != bool(recordings or manifests):
        raise UsageError(
            "Speech is what --conv is calibrated on: name recordings or a --manifest with --conv, "
            "and none without."
        )
    folder = folder_of(name)
    full = full_model(folder)
    if conv or not tells_languages(folder):
        ModelFolder.load(folder, file=full.relative_to(folder).as_posix())
    speech = _inputs(folder, _speech(recordings, manifests)) if conv else []
    recipe = Recipe(8 if weights_only == "8" else 4 if weights_only else None, speech)
    with installing(out) as draft, _progress(len(speech) + 3) as told:
        quantise_folder(folder, draft, recipe, told)
        told("trying")
        check_working(draft)
    check = f"`assistant models verify {out} --against {name} RECORDING…`"
    further = "" if tells_languages(out) else f"; how far it is from fp32 is told by {check}"
    click.echo(f"Wrote {out}, {folder_bytes(out) / 1e6:.0f} MB{further}.")


@click.command("import")
@click.argument("source", type=FOLDER)
@click.option("-o", "--out", required=True, type=PATH, help="The model folder to write.")
def adopt(source: Path, out: Path) -> None:
    """Make a model folder of what another toolkit exported to the folder SOURCE.

    Of NeMo: one .nemo file and the .onnx file that `model.export("model.onnx")` wrote (Conformer,
    FastConformer, Citrinet, QuartzNet, with CTC). Of ESPnet: the folder that espnet_onnx wrote.
    Of SpeechBrain: a pretrained model of wav2vec 2.0 with CTC, which is exported here with torch.
    Needs the packages of 'assistant[export]', and nothing of those toolkits.
    """
    from assistant.weights.adopt import adopt as fill
    from assistant.weights.shelf import folder_bytes, installing, require_new

    require_new(out)
    with installing(out) as draft:
        toolkit = fill(source, draft)
        tried(draft)
    click.echo(
        f"Wrote {out}, {folder_bytes(out) / 1e6:.0f} MB, from an export of {toolkit}; "
        f"`assistant models quantise {out}` makes it smaller."
    )


@click.command("compare")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FOLDER…")
@click.option(
    "--manifest", "manifests", multiple=True, required=True, type=PATH, help="Clips; repeatable."
)
@click.option("--most", default=100, show_default=True, help="Clips, evenly over speakers.")
@json_option
def compare(names: tuple[str, ...], manifests: tuple[Path, ...], most: int, as_json: bool) -> None:
    """Measure models side by side: size, loading, memory, speed, character errors.

    Each is run alone in a process of its own, on one thread; seconds are of the CPU. The last
    number is how many characters are read otherwise than by the first model. Where torch and
    transformers are installed, transformers' pipeline is measured beside each model whose folder
    has its checkpoint as well.
    """
    from dataclasses import asdict

    from rich.console import Console

    from assistant.bench.models import Model, costs, with_pipelines
    from assistant.errors import UsageError
    from assistant.training.corpus import Corpus
    from assistant.training.evaluate import spread

    spoken = [clip for clip in Corpus.load(manifests).clips if clip.kind != "noise" and clip.text]
    if not spoken:
        raise UsageError("There is no clip with a text to compare on; check the manifests.")
    models = with_pipelines([Model(name, folder_of(name)) for name in names])
    if not as_json:
        click.echo(_COST_HEAD)
    measured = costs(models, spread(spoken, most))
    for model in models:
        with Console(stderr=True).status(f"Measuring {model.name} …"):
            found = next(measured)
        click.echo(json.dumps(asdict(found)) if as_json else _cost_line(found))


def folder_of(name: str) -> Path:
    """The folder of a model by its name, or the folder itself. Raises ModelError."""
    from assistant.recognition.folder import find_model, model_folders

    return find_model(name, model_folders())


def check_working(folder: Path, languages: Sequence[str] = ()) -> None:
    """Raise ModelError unless the model reads a second of silence, or tells its language; which
    one of the languages it is, where some are named.
    """
    import numpy as np

    from assistant.recognition.spoken_language import SpokenLanguage, tells_languages
    from assistant.records import SAMPLE_RATE

    if tells_languages(folder):
        SpokenLanguage(folder).identify(np.zeros(SAMPLE_RATE, np.float32), languages)
    else:
        tried(folder)


def tried(folder: Path) -> AcousticModel:
    """The model, which has read a second of silence. Raises ModelError when it can't."""
    from assistant.app.recognising import acoustic_model

    chosen = settings(recognition__model=str(folder), recognition__warm_up=True).settings
    return acoustic_model(chosen)


_COST_HEAD = (
    f"{'MB':>6} {'load s':>7} {'peak MB':>8} {'real time':>10}  {'CER %':18} {'change %':>8}  model"
)


def _cost_line(cost: Cost) -> str:
    cer = f"{cost.cer.value:.1%} ({cost.cer.low:.1%}–{cost.cer.high:.1%})".replace("%", "")
    return (
        f"{cost.megabytes:6.0f} {cost.load_s:7.2f} {cost.peak_mb:8.0f} "
        f"{cost.real_time_factor:10.3f}  {cer:18} {100 * cost.changed:8.1f}  {cost.model}"
    )


def _speech(recordings: Sequence[str], manifests: Sequence[Path]) -> list[Floats]:
    """What a front end is calibrated on, each up to CALIBRATING seconds at SAMPLE_RATE."""

    from assistant.app.sound import read_whole
    from assistant.records import SAMPLE_RATE
    from assistant.training.corpus import Corpus, read_samples
    from assistant.training.evaluate import spread

    people = [clip for clip in Corpus.load(manifests).clips if clip.kind != "noise"]
    sounds = [read_whole(file).samples for file in recordings]
    sounds += [read_samples(clip) for clip in spread(people, CALIBRATING)]
    return [sound[: CALIBRATING * SAMPLE_RATE] for sound in sounds]


def _inputs(folder: Path, speech: Sequence[Floats]) -> list[Inputs]:
    """What the fp32 model in `folder` is given for each recording."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings
    from assistant.weights.quantise import full_model

    file = full_model(folder).relative_to(folder).as_posix()
    model = OnnxAcousticModel(ModelFolder.load(folder, file=file), RecognitionSettings())
    return [model.inputs(sound) for sound in speech]


@contextmanager
def _progress(steps: int) -> Iterator[Told]:
    """A bar on standard error, which goes one step further with each thing that begins."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Quantising", total=steps)
        begun = iter(range(steps))

        def told(what: str) -> None:
            bar.update(task, description=f"Quantising: {what}", completed=next(begun, steps))

        yield told
