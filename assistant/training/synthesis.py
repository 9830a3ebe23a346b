"""Synthetic speech for breadth: commands and sentences read aloud, in chunks that resume.

    python -m assistant.training.synthesis OUT --chunks 100 --prompts prompts.txt.gz --jobs 2

Chunk 7 of seed 0 is always the same utterances by the same voices: `OUT/chunk-00007.i16` holds the
samples (see corpus.py) and `OUT/chunk-00007.jsonl` the manifest, which appears last and whole. A
chunk whose manifest exists is never made again, so a run that was stopped goes on where it was.
Sentences come from the sampled commands and from a file of prompts.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np

from assistant.errors import TrainingError
from assistant.records import IntentSpec
from assistant.training.abilities import all_commands
from assistant.training.corpus import RATE, Clip, write_manifest, write_pack
from assistant.training.phonemes import with_phonemes
from assistant.training.voices import (
    LICENCES,
    Audio,
    Reading,
    choose_reading,
    installed_engines,
    read,
)

EDGE_SILENCE = 0.15
"""Seconds left before and after the speech."""
LONGEST_PROMPT = 25
"""Words; longer ones make utterances that few batches have room for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What every chunk of a run has in common."""

    out: Path
    size: int = 500
    """Utterances in a chunk."""
    seed: int = 0
    commands: float = 0.55
    """Share of sampled commands; the rest are prompts."""
    espeak: float = 0.5
    """Share read by espeak-ng, the rest by the other engines, as far as they are installed."""
    prompts: Path | None = None
    abilities: tuple[IntentSpec, ...] = ()
    """Installed abilities whose templates are sampled too."""


def synthesise(
    plan: Plan, chunks: range, jobs: int, progress: Callable[[float], None] = lambda hours: None
) -> None:
    """Make the chunks that don't exist yet; `progress` hears the hours of each as it is done.

    Raises TrainingError when no synthesiser is installed or none reads anything.
    """
    if not installed_engines():
        raise TrainingError("Synthetic speech needs a synthesiser; install espeak-ng.")
    missing = [index for index in chunks if not manifest_path(plan.out, index).exists()]
    if jobs == 1:
        for index in missing:
            progress(make_chunk(plan, index))
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in as_completed([pool.submit(make_chunk, plan, index) for index in missing]):
            progress(done.result())


def manifest_path(out: Path, index: int) -> Path:
    return out / f"chunk-{index:05d}.jsonl"


def make_chunk(plan: Plan, index: int) -> float:
    """Read one chunk's utterances, write its pack and its manifest; returns the hours it holds."""
    random = Random(f"{plan.seed}/{index}")
    said = islice(texts(plan, random), plan.size)
    readings = [choose_reading(text, plan.espeak, random) for text in said]
    spoken = zip(map(_clip, readings), map(trimmed, read(readings)), strict=True)
    usable = [(clip, audio) for clip, audio in spoken if _plausible(clip, audio)]
    if not usable:
        raise TrainingError(f"No synthesiser read anything of chunk {index}; try one by hand.")
    clips = with_phonemes(write_pack(plan.out / f"chunk-{index:05d}.i16", usable))
    write_manifest(manifest_path(plan.out, index), clips)
    return sum(clip.seconds for clip in clips) / 3600


def texts(plan: Plan, random: Random) -> Iterator[str]:
    """Sentences to read without end: commands and prompts mixed by `plan.commands`."""
    commands = all_commands(plan.abilities, random.getrandbits(32))
    prompts = _prompts(plan.prompts) if plan.prompts else ()
    while True:
        prompted = bool(prompts) and random.random() >= plan.commands
        yield random.choice(prompts) if prompted else next(commands)


@lru_cache(maxsize=2)
def _prompts(file: Path) -> tuple[str, ...]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return tuple(line.strip() for line in lines if 0 < len(line.split()) <= LONGEST_PROMPT)


def _clip(reading: Reading) -> Clip:
    licence = LICENCES[reading.engine]
    spoken = (reading.text, reading.speaker, 0.0, reading.engine, licence)
    return Clip(Path(), *spoken, split="train", kind="synthetic")


def trimmed(audio: Audio) -> Audio:
    """Without the silence at both ends but for EDGE_SILENCE seconds.

    Silence is 40 dB below the loudest sample.
    """
    if not len(audio):
        return audio
    level = np.abs(audio.astype(np.int32))
    loud = np.flatnonzero(level > level.max() / 100)
    margin = int(EDGE_SILENCE * RATE)
    return audio[max(0, loud[0] - margin) : loud[-1] + margin + 1] if len(loud) else audio[:0]


def _plausible(clip: Clip, audio: Audio) -> bool:
    """Whether the audio is as long as its text may take; what failed is a click or nothing."""
    seconds, letters = len(audio) / RATE, len(clip.text.replace(" ", ""))
    loud = len(audio) > 0 and int(np.abs(audio.astype(np.int32)).max()) > 500
    return loud and seconds > 0.15 and 0.02 < seconds / max(1, letters) < 1.5


def main(argv: list[str] | None = None) -> None:
    """Make chunks of synthetic speech that don't exist yet."""
    parser = argparse.ArgumentParser(prog="assistant.training.synthesis", description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--first", type=int, default=0, help="index of the first chunk")
    parser.add_argument("--chunks", type=int, default=10)
    parser.add_argument("--size", type=int, default=500, help="utterances in a chunk")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--commands", type=float, default=0.55, help="share of sampled commands")
    parser.add_argument("--espeak", type=float, default=0.5, help="share of espeak-ng's voices")
    parser.add_argument("--prompts", type=Path, help="gzipped normalised sentences, one a line")
    args = parser.parse_args(argv)
    plan = Plan(args.out, args.size, args.seed, args.commands, args.espeak, args.prompts)
    with_progress_bar(plan, range(args.first, args.first + args.chunks), args.jobs)


def with_progress_bar(plan: Plan, chunks: range, jobs: int) -> None:
    """`synthesise` with a bar on the terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")) as bar:
        hours: list[float] = []
        existing = sum(manifest_path(plan.out, index).exists() for index in chunks)
        task = bar.add_task("", total=len(chunks), completed=existing)

        def done(more: float) -> None:
            hours.append(more)
            bar.update(task, advance=1, description=f"{sum(hours):.1f} hours more")

        synthesise(plan, chunks, jobs, done)


if __name__ == "__main__":
    main()
