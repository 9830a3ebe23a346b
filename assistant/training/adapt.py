"""Fits a trained model to one person: a few hundred small steps on their own takes.

    adapt(AdaptSettings(takes, start, model, work), folder)

A run of `train` over the takes alone, with a rate that falls to zero and a gentle augmentation.
Mostly the biases and the scales of the norms learn, a three-hundredth of the weights: a voice and a
microphone are little, and what the model knows of everybody else stays in its matrices, which
follow at a small share of the rate. The averaged weights, which begin as the old ones and follow
slowly, are what is kept. What comes of it is exported and quantised as a release is, and written
only where it reads the takes that were held out better than the model that was there before.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.errors import TrainingError
from assistant.storage import make_folder
from assistant.training.augment import GENTLE
from assistant.training.batches import Curriculum, Feed
from assistant.training.card import Scored, front_matter
from assistant.training.corpus import Clip, read_manifest, write_manifest
from assistant.training.evaluate import BOOTSTRAPS, Heard, Rate, greedy, listen, rates
from assistant.training.phonemes import with_phonemes
from assistant.training.plan import TrainingSettings
from assistant.training.release import averaged, converted, write_layout
from assistant.training.state import read_checkpoint
from assistant.training.takes import HELD_OUT, LEARNT
from assistant.training.train import Watch, train
from assistant.weights.shelf import installing

STEPS, RATE = 100, 5e-3
"""Unless other ones are asked for."""

MATRIX_SHARE = 0.02
"""Of the rate, for matrices and convolutions."""

FEWEST = 10
"""Takes that can teach anything about a voice."""

EVERYTHING = Curriculum(easy_hours=-1.0, length_hours=0.0, full_hours=0.0)
"""No easy beginning: the model has long been trained."""


CARD = """
# {name}

{model}, fitted to one person: {steps} steps on {learnt} of their takes ({seconds:.0f} s).

On {clips} other takes of theirs it has {wer:.1f} % word errors ({wer_before:.1f} before) and
{cer:.1f} % letter errors ({cer_before:.1f} before). Expect more of anybody else.
"""


@dataclass(frozen=True, slots=True)
class AdaptSettings:
    """What is adapted, to whom, and how."""

    takes: Path
    """Folder of takes, see `takes`."""
    start: Path
    """Checkpoint to begin from."""
    model: Path
    """Folder of the model that has to be beaten."""
    work: Path
    """Where the run keeps its checkpoint until it is done."""
    steps: int = STEPS
    rate: float = RATE
    """Learning rate at its peak."""
    batch_seconds: float = 20.0
    ema: float = 0.99
    """Decay a step of the averaged weights."""


@dataclass(frozen=True, slots=True)
class Score:
    """Error rates on some clips before and after, greedy, with 95 % intervals over the clips."""

    clips: int
    wer_before: Rate
    wer_after: Rate
    cer_before: Rate
    cer_after: Rate
    cer_change: Rate
    """After minus before, the same clips drawn for both."""


@dataclass(frozen=True, slots=True)
class Adapted:
    """What an adaptation came to."""

    learnt: int
    """Takes that it learnt from."""
    seconds: float
    """Of sound in these."""
    held_out: Score
    kept: bool
    """Whether the new model reads the held-out takes better, and was written."""


def adapt(settings: AdaptSettings, folder: Path, watch: Watch = lambda _: None) -> Adapted:
    """Write the model folder `folder`, whole or, where nothing is won, not at all.

    Taken up again where it was broken off. Raises TrainingError where there are too few takes or it
    is stopped, and CorpusError where the takes can't be read.
    """
    files = [settings.takes / name for name in (LEARNT, HELD_OUT)]
    learnt, held_out = (list(read_manifest(file)) if file.exists() else [] for file in files)
    if len(learnt) < FEWEST or not held_out:
        raise TrainingError(
            f"{settings.takes} has {len(learnt)} takes to learn from and {len(held_out)} to "
            f"measure on; record more, at least {FEWEST + FEWEST // 2}."
        )
    weights = averaged([_tuned(learnt, settings, watch)])
    draft = settings.work / "model"
    draft.mkdir(exist_ok=True)
    converted(weights, draft / "model_quantized.onnx", held_out)
    write_layout(weights, draft)
    score = compared_on(held_out, settings.model, draft)
    kept = score.cer_after.value < score.cer_before.value
    found = Adapted(len(learnt), sum(clip.seconds for clip in learnt), score, kept)
    if kept:
        card = _card(found, settings, folder.name)
        (draft / "README.md").write_text(card, encoding="utf-8")
        with installing(folder) as place:
            shutil.copytree(draft, place, dirs_exist_ok=True)
    shutil.rmtree(settings.work)
    return found


def _card(found: Adapted, settings: AdaptSettings, name: str) -> str:
    score = found.held_out
    head = front_matter(
        name,
        [Scored("held-out takes", score.wer_after, score.cer_after)],
        base_model=settings.model.name,
        pipeline_tag="automatic-speech-recognition",
        tags=["wav2vec2", "ctc", "onnx"],
    )
    return head + CARD.format(
        name=name,
        model=settings.model.name,
        learnt=found.learnt,
        seconds=found.seconds,
        steps=settings.steps,
        clips=score.clips,
        wer=100 * score.wer_after.value,
        wer_before=100 * score.wer_before.value,
        cer=100 * score.cer_after.value,
        cer_before=100 * score.cer_before.value,
    )


def _tuned(learnt: Sequence[Clip], settings: AdaptSettings, watch: Watch) -> Path:
    """The checkpoint after `settings.steps` steps on the takes."""
    make_folder(settings.work)
    manifest = settings.work / "learnt.jsonl"
    write_manifest(manifest, with_phonemes(replace(clip, split="train") for clip in learnt))
    start = read_checkpoint(settings.start)
    plan = TrainingSettings(
        folder=settings.work,
        manifests=(str(manifest),),
        start=settings.start,
        phonemes=tuple(start["symbols"]),
        feed=Feed(batch_seconds=settings.batch_seconds, curriculum=EVERYTHING, augmentation=GENTLE),
        rate=settings.rate,
        muon=False,
        matrix_share=MATRIX_SHARE,
        front_rate=MATRIX_SHARE,
        warm_up=settings.steps // 10,
        decay_steps=settings.steps,
        ema=settings.ema,
        minutes=24 * 60.0,
        evaluate_hours=1e9,
        save_minutes=1.0,
        segment_steps=10**9,
    )
    result = train(plan, watch)
    if result.step < start["step"] + settings.steps:
        raise TrainingError("The adaptation was stopped; the same command goes on with it.")
    return result.checkpoint


def compared_on(clips: Sequence[Clip], before: Path, after: Path) -> Score:
    """How well two model folders read the clips."""
    old, new = (_heard(clips, folder) for folder in (before, after))
    (wer_before, cer_before), (wer_after, cer_after) = rates(old), rates(new)
    return Score(len(clips), wer_before, wer_after, cer_before, cer_after, _change(old, new))


def _heard(clips: Sequence[Clip], folder: Path) -> list[Heard]:
    """Each clip as a speaker of its own, so that intervals are drawn over clips."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings

    model = OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))
    alone = [replace(clip, speaker=str(number)) for number, clip in enumerate(clips)]
    return listen(alone, model.emissions, {"greedy": greedy}, conditions=("clean",))


def _change(before: Sequence[Heard], after: Sequence[Heard], seed: int = 1) -> Rate:
    """Change of the CER with its interval by drawing clips with replacement."""
    letters = np.array([heard.letters for heard in before], dtype=np.float64)
    errors = np.array(
        [b.letter_errors - a.letter_errors for a, b in zip(before, after, strict=True)]
    )
    drawn = np.random.default_rng(seed).integers(len(letters), size=(BOOTSTRAPS, len(letters)))
    low, high = np.percentile(errors[drawn].sum(1) / letters[drawn].sum(1), (2.5, 97.5))
    return Rate(float(errors.sum() / letters.sum()), float(low), float(high))
