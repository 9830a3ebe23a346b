"""`assistant bench`: what the assistant does, measured."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.clips import ClipChoice, clip_options, watched
from assistant.cli.options import FOLDER

if TYPE_CHECKING:
    from assistant.app import Abilities
    from assistant.bench.task import Task
    from assistant.settings import Settings
    from assistant.training.corpus import Clip

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
PICTURE = click.Path(dir_okay=False, path_type=Path)


@click.group("bench")
def command() -> None:
    """Measure what is done about commands and about everything else."""


noise_option = click.option(
    "--noise", "noises", multiple=True, type=FILE, help="A recording; repeatable."
)
level_option = click.option(
    "--level", "levels", multiple=True, type=float, help="dB of speech over the noise."
)


wake_option = click.option("--wake", default="", metavar="PHRASE", help="Obey only after this.")


@command.command("decisions")
@clip_options
@click.option("--labels", type=FILE, help="JSON that maps clips to intent and slots.")
@click.option("--only", type=FOLDER, help="Use just the abilities in this folder.")
@click.option("--rehearse", is_flag=True, help="Use abilities made of the clips' own sentences.")
@wake_option
@click.option(
    "--opening",
    type=FILE,
    help="A manifest of recordings, such as of the wake phrase: one is put before each clip.",
)
@noise_option
@level_option
@click.option("--curve", type=PICTURE, help="Draw gains and costs by threshold into this SVG.")
@click.option("--truth", type=PICTURE, help="Draw how true the confidence is into this SVG.")
@click.option("--peer", is_flag=True, help="PocketSphinx too, with the same grammar.")
@click.option("--json", "as_json", is_flag=True, help="All rows as one JSON list.")
def decisions(
    choice: ClipChoice,
    labels: Path | None,
    only: Path | None,
    rehearse: bool,
    wake: str,
    opening: Path | None,
    noises: tuple[Path, ...],
    levels: tuple[float, ...],
    curve: Path | None,
    truth: Path | None,
    peer: bool,
    as_json: bool,
) -> None:
    """Right, wrong and missed actions, and those that nobody asked for, by decision threshold.

    Clips of MANIFESTS whose words are a complete command of the abilities are commands, or all
    clips with --labels; everything else, noise too, should lead to nothing. Each is understood in
    several ways: with and without words that are only similar, with and without the sound itself.
    """
    from assistant.app import Abilities
    from assistant.bench import decisions as bench
    from assistant.bench.noise import behind, conditions
    from assistant.bench.peer import by_pocketsphinx
    from assistant.bench.picture import draw_reliability, draw_thresholds
    from assistant.bench.reliability import as_table, reliability
    from assistant.zone import local_now

    own, now = choice.settings, local_now()
    clips = choice.clips()
    task = _rehearsed(own, clips) if rehearse else _installed(own, Abilities(only=only), labels)
    listeners = [bench.in_own_ways(task.reader, now, wake)]
    if peer:
        listeners.append(by_pocketsphinx(task.reader, now))
    under = conditions(noises, levels)
    if opening:
        under = behind(_openings(opening, wake), under)
    measured = list(bench.cases(watched(clips, quiet=as_json), task, listeners, under))
    rows = bench.rows(measured, task.meanings, own.understanding)
    click.echo(bench.as_json(rows) if as_json else bench.as_table(rows, own.understanding.accept))
    if curve:
        draw_thresholds(rows, curve)
    if truth:
        bins = reliability(measured, task.meanings, bench.EVERYTHING)
        draw_reliability(bins, truth)
        click.echo(as_table(bins), err=as_json)


@command.command("false-actions")
@clip_options
@wake_option
@noise_option
@level_option
@click.option("--recut", is_flag=True, help="The same speech too, cut at other places.")
@click.option("--json", "as_json", is_flag=True, help="The table as one JSON list.")
def false_actions(
    choice: ClipChoice,
    wake: str,
    noises: tuple[Path, ...],
    levels: tuple[float, ...],
    recut: bool,
    as_json: bool,
) -> None:
    """How often speech that asks for nothing is answered, an hour, and how sure that rate is.

    Clips of MANIFESTS whose words are a complete command are left out. Below the table stands each
    false answer, the surest first.
    """
    from assistant.app import Abilities
    from assistant.bench import decisions as bench
    from assistant.bench import false_actions as found
    from assistant.bench.noise import conditions
    from assistant.bench.recut import recut as cut_anew
    from assistant.zone import local_now

    own = choice.settings
    task = _installed(own, Abilities(), None)
    clips = [
        clip
        for clip in choice.clips()
        if not task.wanted(clip) and not (wake and clip.text == wake)
    ]
    with tempfile.TemporaryDirectory() as folder:
        if recut:
            clips = [*clips, *cut_anew(clips, Path(folder) / "recut.i16")]
        ways = [bench.as_a_whole(task.reader, local_now(), wake)]
        heard = watched(clips, quiet=as_json)
        measured = list(bench.cases(heard, task, ways, conditions(noises, levels)))
    rates = found.rates(measured, bench.EVERYTHING, task.meanings, own.understanding)
    if as_json:
        click.echo(found.as_json(rates))
        return
    click.echo(found.as_table(rates))
    usual = [one for one in rates if one.accept == own.understanding.accept]
    click.echo(found.as_list(one for each in usual if each.group == "all" for one in each.answers))


@command.command("wake")
@clip_options
@click.option(
    "--phrase", "phrases", multiple=True, required=True, help="A wake phrase; repeatable."
)
@click.option("--json", "as_json", is_flag=True, help="The table as one JSON list.")
def wake(choice: ClipChoice, phrases: tuple[str, ...], as_json: bool) -> None:
    """How often a wake phrase is found where it was said, and where it wasn't.

    Clips of MANIFESTS that begin with a phrase are recordings of it; all others ought not to be
    taken for it.
    """
    from assistant.app import Abilities
    from assistant.bench import waking
    from assistant.zone import local_now

    clips = watched(choice.clips(), quiet=as_json)
    task = _installed(choice.settings, Abilities(), None)
    found = waking.wakings(clips, phrases, task, local_now())
    click.echo(waking.as_json(found) if as_json else waking.as_table(found))


@command.command("calibrate")
@clip_options
def calibrate(choice: ClipChoice) -> None:
    """Fit the confidence of commands from sound, and print the line for the code.

    The clips of MANIFESTS, and short pieces of them, are heard twice: as commands and near misses
    of abilities that are made of their own words, and as speech that means nothing to the installed
    abilities.
    """
    from assistant.app import Abilities
    from assistant.app.recognising import acoustic_model
    from assistant.bench.calibrate import fitted, trials
    from assistant.bench.pieces import pieces
    from assistant.zone import local_now

    own, now = choice.settings, local_now()
    whole = choice.clips()
    clips = [*whole, *pieces(watched(whole), acoustic_model(own))]
    tasks = (_rehearsed(own, clips), _installed(own, Abilities(), None))
    seen = [one for task in tasks for one in trials(watched(clips), task, now)]
    said, right = sum(one.said for one in seen), sum(one.right for one in seen)
    click.echo(f"{len(seen)} trials; {said} found the command, {right} with all its values.")
    click.echo(f"CALIBRATION = {fitted(seen)}")


@command.command("misspellings")
@clip_options
def misspellings(choice: ClipChoice) -> None:
    """Count how the model misspells what MANIFESTS say, and print the table for the code."""
    from assistant.app.recognising import acoustic_model
    from assistant.bench.misspellings import as_text, transcribed
    from assistant.understanding.misspelling import learnt

    own = choice.settings
    clips = [clip for clip in choice.clips() if clip.text]
    pairs = list(transcribed(watched(clips), acoustic_model(own)))
    click.echo(as_text(learnt(pairs), len(pairs)), nl=False)


def _openings(manifest: Path, wake: str) -> Sequence[Clip]:
    """The recordings of the wake phrase, or all where there is none."""
    from assistant.errors import UsageError

    found = [one for one in ClipChoice((manifest,)).clips() if one.text == wake or not wake]
    if not found:
        raise UsageError(f"{manifest} has no recording of “{wake}”; its text must be the phrase.")
    return found


def _installed(own: Settings, abilities: Abilities, labels: Path | None) -> Task:
    """The task of real abilities; nothing of the person's own is touched."""
    from assistant.app import assemble
    from assistant.app.recognising import acoustic_model
    from assistant.bench.meanings import Meanings
    from assistant.bench.task import Task
    from assistant.zone import local_now

    with tempfile.TemporaryDirectory() as folder:
        made = assemble(own, abilities, aloud=False, pretend=Path(folder))
    meanings = Meanings([each.spec for each in made.loaded.intents])
    if labels:
        wanted = meanings.by_labels(labels)
    else:
        wanted = meanings.by_words(made.understander.reader, local_now())
    return Task(made.understander.reader, acoustic_model(own), meanings, wanted)


def _rehearsed(own: Settings, clips: Sequence[Clip]) -> Task:
    """The task of abilities made of the clips' sentences."""
    from assistant.app.recognising import acoustic_model
    from assistant.bench.rehearsal import rehearsal_task

    return rehearsal_task(clips, acoustic_model(own), own.understanding)
