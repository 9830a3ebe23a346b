"""What comes behind a fine-tuning: a model that the assistant runs, a report, a model card."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from assistant.training.card import Scored, front_matter
from assistant.training.chart import COLOURS, Curve, Panel, draw
from assistant.training.corpus import Clip, read_samples
from assistant.training.evaluate import Rate, error_rates
from assistant.training.finetune import CHECKPOINT, RUN, FinetuneSettings, Look, Outcome
from assistant.weights.checkpoint import files_of
from assistant.weights.choose import choose_checkpoint
from assistant.weights.export import Report, Wanted
from assistant.weights.export import export as export_files
from assistant.weights.exporter import perform
from assistant.weights.quantise import quantise_folder
from assistant.weights.shelf import installing

MODEL, REPORT_FILE, PICTURE = "model", "report.json", "curve.svg"
"""What is written into the run's folder."""

HELD_AGAINST = 3
"""Clips on which the exported model is held against torch."""

CARD = """
# {name}

{base}, fine-tuned on {hours:.1f} hours ({sources}) in {best} steps, of {steps} that were run.
{trained:.0%} of its weights were trained{letters}.

| {clips} clips of {speakers} people | before | after | after, int8 |
|---|---|---|---|
| word errors % | {wer_before} | {wer_after} | {wer_int8} |
| letter errors % | {cer_before} | {cer_after} | {cer_int8} |

Brackets: 95 % intervals from drawing speakers with replacement. Greedy, clean.{chosen}
"""

CHOSEN = (
    " The same people decided which step was kept, which flatters the figures a little: hold out"
    ' others as "test".'
)


@dataclass(frozen=True, slots=True)
class Finished:
    """A fine-tuning with the error rates of its int8 file."""

    outcome: Outcome
    wer_int8: Rate
    cer_int8: Rate


def finish(settings: FinetuneSettings, outcome: Outcome) -> Finished:
    """Export and quantise the best weights, and write report, curve and card.

    Raises ModelError when the model can't be exported.
    """
    folder = settings.folder
    with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as scratch:
        full = Path(scratch) / "full"
        export(settings, full, outcome.measured)
        with installing(folder / MODEL) as draft:
            quantise_folder(full, draft)
    wer, cer = _int8_rates(folder / MODEL, outcome.measured)
    finished = Finished(outcome, wer, cer)
    card = model_card(settings, finished)
    for place in (folder / CHECKPOINT, folder / MODEL):
        (place / "README.md").write_text(card, encoding="utf-8")
    (folder / REPORT_FILE).write_text(json.dumps(as_fields(finished), indent=1) + "\n", "utf-8")
    draw(_panels(outcome.curve), folder / PICTURE)
    (folder / RUN).unlink()
    return finished


def export(settings: FinetuneSettings, folder: Path, clips: Sequence[Clip]) -> Report:
    """Make `folder` an fp32 model of the best weights, held against torch on some clips.

    Raises ModelError where that goes wrong.
    """
    checkpoint = settings.folder / CHECKPOINT
    files = choose_checkpoint(str(checkpoint), files_of(checkpoint))
    return export_files(
        {file.name: checkpoint / file.name for file in files},
        folder,
        Wanted(settings.base),
        speech=np.concatenate([read_samples(clip) for clip in clips[:HELD_AGAINST]]),
        exporter=lambda job: perform(job, lambda _: None),
        try_out=lambda _folder, _task: None,  # the int8 file will be
    )


def _int8_rates(folder: Path, clips: Sequence[Clip]) -> tuple[Rate, Rate]:
    """WER and CER through the very code that the assistant hears with."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings

    model = OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings())
    return error_rates(clips, model.emissions)


def as_fields(finished: Finished) -> dict[str, object]:
    """The report as JSON; the clips are named by number alone."""
    fields = asdict(finished.outcome) | {"measured": len(finished.outcome.measured)}
    curve = [
        {**asdict(at), "loss": None if math.isnan(at.loss) else at.loss}
        for at in finished.outcome.curve
    ]
    int8 = {"wer_int8": asdict(finished.wer_int8), "cer_int8": asdict(finished.cer_int8)}
    return {**fields, "curve": curve, **int8}


def model_card(settings: FinetuneSettings, finished: Finished) -> str:
    """README.md with the metadata that the hub reads."""
    outcome, name = finished.outcome, settings.folder.resolve().name
    dataset = ", ".join(sorted({clip.source for clip in outcome.measured}))
    scored = Scored(dataset, finished.wer_int8, finished.cer_int8)
    head = front_matter(
        name,
        [scored],
        base_model=settings.base,
        pipeline_tag="automatic-speech-recognition",
        tags=["wav2vec2", "ctc", "onnx"],
    )
    return head + CARD.format(
        name=name,
        base=settings.base,
        hours=outcome.learnt_hours,
        sources=", ".join(outcome.sources),
        best=min(outcome.curve, key=lambda look: look.cer).step,
        steps=outcome.curve[-1].step,
        trained=outcome.trained_share,
        letters=", with a new vocabulary" if outcome.new_letters else "",
        clips=len(outcome.measured),
        speakers=len({clip.speaker for clip in outcome.measured}),
        chosen=CHOSEN if outcome.steered else "",
        **{
            key: _shown(rate)
            for key, rate in (
                ("wer_before", outcome.wer_before),
                ("wer_after", outcome.wer_after),
                ("wer_int8", finished.wer_int8),
                ("cer_before", outcome.cer_before),
                ("cer_after", outcome.cer_after),
                ("cer_int8", finished.cer_int8),
            )
        },
    )


def _shown(rate: Rate) -> str:
    return f"{100 * rate.value:.1f} ({100 * rate.low:.1f}–{100 * rate.high:.1f})"


def _panels(curve: Sequence[Look]) -> list[Panel]:
    """The loss, and the error rates of development people, over the steps."""
    right = max(1, curve[-1].step)
    losses = [(look.step, look.loss) for look in curve if not math.isnan(look.loss)]
    wer = Curve("word errors", [(look.step, look.wer) for look in curve], COLOURS[0])
    cer = Curve("letter errors", [(look.step, look.cer) for look in curve], COLOURS[1])
    top = max((loss for _, loss in losses), default=1.0)
    return [
        Panel("loss", "steps", right, top, (Curve("training", losses, COLOURS[2]),)),
        Panel("error rates, development people", "steps", right, 1.0, (wer, cer)),
    ]
