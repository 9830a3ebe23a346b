"""What an adaptation gains a person, and what it costs everybody else.

    python -m assistant.bench.adapting MANIFEST… --speaker NAME --speaker NAME

Some clips of each speaker are the takes that are learnt from, others are held out; clips of other
people tell what was forgotten.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from assistant.bundled import bundled
from assistant.training.adapt import RATE, STEPS, Adapted, AdaptSettings, Score, adapt, compared_on
from assistant.training.corpus import Clip, read_manifest, write_manifest
from assistant.training.evaluate import Rate, spread
from assistant.training.takes import HELD_OUT, LEARNT

OFTEN = 4
"""A text with so many clips is both learnt and held out, as digits are; others only one of them."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One person's adaptation."""

    speaker: str
    adapted: Adapted
    others: Score | None
    """The same change for other people; None where the model was given up."""
    minutes: float
    """Of one core, so that a busy machine doesn't count."""


def parted(clips: Sequence[Clip], most: int) -> tuple[list[Clip], list[Clip]]:
    """Up to `most` clips to learn from and up to `most` held out, no text in both unless OFTEN."""
    often = {text for text, count in Counter(c.text for c in clips).items() if count >= OFTEN}
    texts = sorted({clip.text for clip in clips})
    sides: tuple[list[Clip], list[Clip]] = ([], [])
    for number, clip in enumerate(sorted(clips, key=lambda c: (str(c.path), c.offset))):
        odd = number if clip.text in often else texts.index(clip.text)
        sides[odd % 2].append(clip)
    return sides[0][:most], sides[1][:most]


def gain(
    speaker: str, clips: Sequence[Clip], others: Sequence[Clip], asked: argparse.Namespace
) -> Gain:
    """Adapt the model to one speaker, and measure."""
    learnt, held_out = parted([clip for clip in clips if clip.speaker == speaker], asked.takes)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_manifest(folder / LEARNT, [replace(clip, split="train") for clip in learnt])
        write_manifest(folder / HELD_OUT, held_out)
        began_s = _cpu_s()
        settings = AdaptSettings(
            folder, asked.start, asked.model, folder / "work", steps=asked.steps, rate=asked.rate
        )
        adapted = adapt(settings, folder / "model")
        minutes = (_cpu_s() - began_s) / 60
        cost = compared_on(others, asked.model, folder / "model") if adapted.kept else None
    return Gain(speaker, adapted, cost, minutes)


def _cpu_s() -> float:
    """Seconds of all cores that this process and those that it waited for have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def as_line(found: Gain) -> str:
    """A row of the table."""
    cells = [found.speaker, f"{found.adapted.learnt} ({found.adapted.seconds:.0f} s)"]
    for score in (found.adapted.held_out, found.others):
        cells += _cells(score) if score else ["-"] * 3
    return "| " + " | ".join([*cells, f"{found.minutes:.1f}"]) + " |"


def _cells(score: Score) -> list[str]:
    pairs = ((score.wer_before, score.wer_after), (score.cer_before, score.cer_after))
    shown = [f"{_shown(before)} → {_shown(after)}" for before, after in pairs]
    return [*shown, f"{_shown(score.cer_change)} ({score.clips})"]


def _shown(rate: Rate) -> str:
    return f"{100 * rate.value:.1f} ({100 * rate.low:.1f}–{100 * rate.high:.1f})"


def _people(manifests: Sequence[Path]) -> Iterator[Clip]:
    """Transcribed clips of people who are in no training file, each once."""
    seen = set()
    for manifest in manifests:
        for clip in read_manifest(manifest):
            key = (clip.path, clip.offset)
            if clip.split != "train" and clip.kind == "people" and clip.text and key not in seen:
                seen.add(key)
                yield clip


HEAD = """| speaker | learnt | WER % | CER % | change | others: WER % | CER % | change | minutes |
|---|---|---|---|---|---|---|---|---|"""


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    made = argparse.ArgumentParser(description=main.__doc__)
    made.add_argument("manifests", nargs="+", type=Path)
    made.add_argument("--speaker", action="append", required=True)
    made.add_argument("--takes", type=int, default=40, help="clips learnt from, at most")
    made.add_argument("--others", type=int, default=100, help="clips of other people")
    made.add_argument("--start", type=Path, default=bundled("models") / "training/starter-en")
    made.add_argument("--model", type=Path, default=bundled("models") / "starter-en")
    made.add_argument("--steps", type=int, default=STEPS)
    made.add_argument("--rate", type=float, default=RATE)
    made.add_argument("--json", action="store_true")
    return made


def main() -> None:
    """Measure, a line for each speaker."""
    asked = parser().parse_args()
    clips = list(_people(asked.manifests))
    others = spread([clip for clip in clips if clip.speaker not in asked.speaker], asked.others)
    if not asked.json:
        print(HEAD)
    for speaker in asked.speaker:
        found = gain(speaker, clips, others, asked)
        print(json.dumps(asdict(found)) if asked.json else as_line(found), flush=True)


if __name__ == "__main__":
    main()
