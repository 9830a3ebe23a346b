"""How a run is doing: its log, and what its averaged weights understand of development people."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from assistant.recognition.features import normalised
from assistant.training.corpus import Clip, read_samples
from assistant.training.evaluate import edits
from assistant.training.model import BLANK, LETTERS, SpeechModel
from assistant.training.state import State

COLUMNS = (
    "step",
    "hours",
    "loss",
    "phoneme_loss",
    "rate",
    "speed",
    "dev_cer",
    "dev_wer",
    "dev_per",
    "minutes",
)


@dataclass(frozen=True, slots=True)
class DevScores:
    """Error rates of the averaged weights on development people, greedy."""

    cer: float
    wer: float
    per: float


@torch.inference_mode()
def dev_scores(model: SpeechModel, clips: list[Clip], symbols: tuple[str, ...]) -> DevScores:
    """Error rates of `model` on `clips`, one at a time so that no padding tells on them."""
    errors, totals = [0, 0, 0], [0, 0, 0]
    device = model.lm_head.weight.device
    model.eval()
    for clip in clips:
        wave = normalised(read_samples(clip))
        with torch.autocast(device.type, torch.bfloat16):
            letters, phonemes = model(torch.from_numpy(wave)[None].to(device))
        text = spelled(letters[0].argmax(-1).tolist())
        spoken = collapse(phonemes[0].argmax(-1).tolist(), symbols)
        for i, (said, heard) in enumerate(
            (
                (list(clip.text), list(text)),
                (clip.text.split(), text.split()),
                (clip.phonemes.split(), spoken),
            )
        ):
            errors[i] += edits(said, heard)
            totals[i] += len(said)
    return DevScores(*(e / max(1, t) for e, t in zip(errors, totals, strict=True)))


def spelled(path: list[int]) -> str:
    """The text of a CTC path over the letters."""
    return "".join(collapse(path, LETTERS)).replace("|", " ").strip()


def collapse(path: list[int], symbols: tuple[str, ...]) -> list[str]:
    """The symbols of a CTC path: repeats merged, blanks dropped."""
    return [
        symbols[s]
        for s, before in zip(path, [BLANK, *path], strict=False)
        if s not in (before, BLANK)
    ]


class Log:
    """Writes log.csv: one row every `every` steps, means over the steps since the last row."""

    def __init__(self, folder: Path, heard: float, every: int = 50) -> None:
        self._path = folder / "log.csv"
        self._every = every
        self._started = self._mark = time.monotonic()
        self._heard = heard
        self._sums, self._count = [0.0, 0.0], 0
        if not self._path.exists():
            self._write(COLUMNS)

    def add(
        self, state: State, rate: float, step_losses: Sequence[float], looked: DevScores | None
    ) -> None:
        """Take note of one step; writes a row when it is time or there are development scores."""
        self._sums = [a + b for a, b in zip(self._sums, step_losses, strict=True)]
        self._count += 1
        if self._count >= self._every or looked:
            self.flush(state, rate, looked)

    def flush(self, state: State, rate: float, looked: DevScores | None = None) -> None:
        """Write what was noted since the last row."""
        if not self._count:
            return
        now = time.monotonic()
        speed = (state.heard - self._heard) / max(1e-9, now - self._mark)
        scores = (looked.cer, looked.wer, looked.per) if looked else ("", "", "")
        losses = [f"{total / self._count:.4f}" for total in self._sums]
        self._write(
            (
                state.step,
                f"{state.heard / 3600:.4f}",
                *losses,
                f"{rate:.3g}",
                f"{speed:.1f}",
                *scores,
                f"{(now - self._started) / 60:.2f}",
            )
        )
        self._sums, self._count, self._mark, self._heard = [0.0, 0.0], 0, now, state.heard

    def _write(self, row: Sequence[object]) -> None:
        with self._path.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerow(row)
