"""Fine-tunes any Wav2Vec2-like CTC model of `transformers` on a manifest.

    finetune(FinetuneSettings(model, manifests, folder))

AdamW with warm-up and linear decay, batches of like lengths that are gently harmed, a look at the
development people every so often, and an end where they have not been read better for a while. A
step is a function of the seed, its number and the state before it, so a run that was killed goes on
from its last look, on a processor bit for bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor

from assistant.errors import TrainingError
from assistant.recognition.features import log_softmax
from assistant.records import Emissions, Floats
from assistant.storage import make_folder
from assistant.training.augment import GENTLE, Augmenter, Wave, change_speed, draw_speed
from assistant.training.corpus import Clip, Corpus, read_samples
from assistant.training.evaluate import Rate, error_rates, greedy, spread
from assistant.training.pretrained import Pretrained, VocabularyChoice, load, save
from assistant.training.spelling import Spelling

RUN = "run.pt"
"""The state of a run in its folder; it goes when the run is done."""

CHECKPOINT = "checkpoint"
"""Folder of the best weights so far, as `transformers` keeps a model."""

SHORTEST_S, LONGEST_S = 0.3, 20.0
"""Clips that are learnt from."""

FRAME_S = 0.02
"""Of nearly every such model; no word has a time here."""

Freeze = Literal["nothing", "features", "all-but-head"]


@dataclass(frozen=True, slots=True)
class FinetuneSettings:
    """What is fine-tuned on what, and how."""

    model: Path
    """Folder of a checkpoint."""
    base: str
    """What that is called: a name on the hub, or the folder's."""
    manifests: tuple[Path, ...]
    folder: Path
    """Where everything goes."""
    freeze: Freeze = "features"
    """What keeps its weights: the convolutions, or everything but the layer that gives letters."""
    vocabulary: VocabularyChoice = "auto"
    """"auto" makes a new one where there is none, or where it lacks letters of the texts."""
    steps: int = 2000
    rate: float = 1e-4
    """Learning rate at its peak."""
    batch_seconds: float = 40.0
    """Audio of one batch, padding included."""
    look_steps: int = 100
    """Steps between two looks at the development clips."""
    dev_clips: int = 100
    patience: int = 5
    """Looks without a better letter error rate after which the run ends."""
    seed: int = 1
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """How the run stood at one look."""

    step: int
    loss: float
    """Mean over the steps since the look before; NaN at the first."""
    wer: float
    cer: float


@dataclass(slots=True)
class Run:
    """A run in memory."""

    tuned: Pretrained
    optimiser: torch.optim.Optimizer
    step: int = 0
    curve: list[Look] = field(default_factory=list)

    @property
    def best(self) -> Look:
        return min(self.curve, key=lambda look: look.cer)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fine-tuning came to."""

    measured: tuple[Clip, ...]
    steered: bool
    """Whether the same people decided which step was kept."""
    wer_before: Rate
    wer_after: Rate
    cer_before: Rate
    cer_after: Rate
    curve: tuple[Look, ...]
    learnt_hours: float
    sources: tuple[str, ...]
    """Collections that were learnt from."""
    trained_share: float
    """Share of the weights that were not frozen."""
    new_letters: bool
    """Whether the vocabulary is a new one."""


Watch = Callable[[int, Look | None], object]
"""Is told of each step, with the look behind it if there was one."""


@dataclass(frozen=True, slots=True)
class Material:
    """The clips of the manifests by what they are for."""

    learnt: Sequence[Clip]
    looked: Sequence[Clip]
    """People by whom the run is steered: "dev", or "test" where there are no others."""
    measured: Sequence[Clip]
    """People of the report: "test", or "dev" where there are no others."""

    @classmethod
    def of(cls, corpus: Corpus) -> Material:
        """Raises TrainingError where there is nothing to learn from, or nothing to look at."""
        learnt, dev, test = (_usable(corpus, split) for split in ("train", "dev", "test"))
        if not learnt or not (dev or test):
            raise TrainingError(
                f"There are {len(learnt)} clips to learn from and {len(dev)} to look at: the "
                'manifests need some of split "train" and some, of other people, of split "dev".'
            )
        return cls(learnt, dev or test, test or dev)

    @property
    def texts(self) -> list[str]:
        return [clip.text for clip in (*self.learnt, *self.looked, *self.measured)]


def _usable(corpus: Corpus, split: str) -> list[Clip]:
    """Clips of people and machines that have a text and a length that can be learnt from."""
    return [
        clip
        for clip in corpus.where(split=split).clips
        if clip.text and clip.kind != "noise" and SHORTEST_S <= clip.seconds <= LONGEST_S
    ]


def finetune(settings: FinetuneSettings, watch: Watch = lambda _step, _look: None) -> Outcome:
    """Train, and leave the best weights in the folder's `checkpoint`.

    Raises TrainingError for manifests that can't be learnt from, and ModelError for a model that
    can't be fine-tuned.
    """
    torch.set_num_threads(settings.threads)
    material = Material.of(Corpus.load(settings.manifests))
    make_folder(settings.folder)
    run = _begin(settings, material.texts)
    looked = spread(material.looked, settings.dev_clips)
    if not run.curve:
        _look(run, looked, settings, math.nan, watch)
    _steps(run, Batches(material.learnt, run.tuned, settings), looked, settings, watch)
    return _outcome(run, material, settings)


def _begin(settings: FinetuneSettings, texts: Sequence[str]) -> Run:
    """The run as it was left, or a new one."""
    tuned = load(settings.model, texts, settings.vocabulary, settings.seed)
    _freeze(tuned.model, settings.freeze)
    weights = [weight for weight in tuned.model.parameters() if weight.requires_grad]
    run = Run(tuned, torch.optim.AdamW(weights, lr=settings.rate, weight_decay=0.01))
    kept = settings.folder / RUN
    if kept.exists():
        state = torch.load(kept, weights_only=True, map_location=tuned.model.device)
        tuned.model.load_state_dict(state["model"])
        run.optimiser.load_state_dict(state["optimiser"])
        run.step = state["step"]
        run.curve = [Look(**look) for look in state["curve"]]
    return run


def _freeze(model: Any, what: Freeze) -> None:
    if what == "features":
        model.freeze_feature_encoder()
    if what == "all-but-head":
        model.base_model.requires_grad_(False)


class Batches:
    """The batch of any step: neighbours in length from a random place, each gently harmed."""

    def __init__(
        self, clips: Sequence[Clip], tuned: Pretrained, settings: FinetuneSettings
    ) -> None:
        self._clips = sorted(clips, key=lambda clip: clip.seconds)
        self._spelling = Spelling(tuned.vocabulary)
        self._tuned, self._settings = tuned, settings
        self._augment = Augmenter(GENTLE, settings.seed)

    def __call__(self, step: int) -> tuple[dict[str, Tensor], Tensor]:
        """What the model reads, and the targets (rows, letters), -100 behind the shorter ones."""
        rng = np.random.default_rng([self._settings.seed, step])
        clips = list(self._neighbours(int(rng.integers(len(self._clips)))))
        waves = [self._harmed(clip, rng) for clip in clips]
        targets = [torch.tensor(self._spelling.targets(clip.text)) for clip in clips]
        padded = torch.nn.utils.rnn.pad_sequence(targets, batch_first=True, padding_value=-100)
        return self._tuned.inputs(waves), padded.long()

    def _neighbours(self, start: int) -> Iterator[Clip]:
        """Clips from `start` on, or before it at the end of the list, as many as a batch holds."""
        room = self._settings.batch_seconds
        start = min(start, max(0, len(self._clips) - int(room / self._clips[-1].seconds)))
        for number, clip in enumerate(self._clips[start:], 1):
            if number > 1 and number * clip.seconds > room:
                return
            yield clip

    def _harmed(self, clip: Clip, rng: np.random.Generator) -> Wave:
        wave = change_speed(read_samples(clip), draw_speed(rng, GENTLE, 1.0))
        return self._tuned.levelled(self._augment(wave, rng, 1.0))


def _steps(
    run: Run, batches: Batches, dev: Sequence[Clip], settings: FinetuneSettings, watch: Watch
) -> None:
    """Until the last step, or until patience is at its end."""
    losses: list[float] = []
    while run.step < settings.steps and _hopeful(run, settings):
        losses.append(_step(run, batches, settings))
        if run.step % settings.look_steps == 0 or run.step == settings.steps:
            _look(run, dev, settings, float(np.mean(losses)), watch)
            losses.clear()
        else:
            watch(run.step, None)


def _hopeful(run: Run, settings: FinetuneSettings) -> bool:
    since = len(run.curve) - 1 - run.curve.index(run.best)
    return since < settings.patience


def _step(run: Run, batches: Batches, settings: FinetuneSettings) -> float:
    """One step, and its loss. A step whose gradient is not finite changes nothing."""
    model = run.tuned.model.train()
    inputs, targets = batches(run.step)
    # Dropout and the masks of SpecAugment come from these two.
    torch.manual_seed(settings.seed * 1_000_003 + run.step)
    np.random.seed((settings.seed * 1_000_003 + run.step) % 2**32)
    for group in run.optimiser.param_groups:
        group["lr"] = settings.rate * rate_share(run.step, settings.steps)
    run.optimiser.zero_grad(set_to_none=True)
    # Processors differ in whether bf16 is quicker; GPUs don't.
    with torch.autocast(model.device.type, torch.bfloat16, enabled=model.device.type == "cuda"):
        loss = model(**inputs, labels=targets.to(model.device)).loss
    loss.backward()
    size = torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    if torch.isfinite(size):
        run.optimiser.step()
    run.step += 1
    return float(loss.detach())


def rate_share(step: int, steps: int) -> float:
    """Up to 1 over the first tenth, then in a straight line down to 0 behind the last step."""
    warm = max(1, steps // 10)
    return min(1.0, (step + 1) / warm, (steps - step) / max(1, steps - warm))


def _look(
    run: Run, dev: Sequence[Clip], settings: FinetuneSettings, loss: float, watch: Watch
) -> None:
    """Measure, keep the weights if they are the best so far, and the state of the run."""
    wer, cer = scores(run.tuned, dev)
    look = Look(run.step, loss, wer.value, cer.value)
    run.curve.append(look)
    if run.best is look:
        save(run.tuned, settings.folder / CHECKPOINT)
    state = {
        "model": run.tuned.model.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "step": run.step,
        "curve": [asdict(at) for at in run.curve],
    }
    part = settings.folder / f"{RUN}.part"
    torch.save(state, part)
    part.replace(settings.folder / RUN)
    watch(run.step, look)


def scores(tuned: Pretrained, clips: Sequence[Clip]) -> tuple[Rate, Rate]:
    """WER and CER of a model on clips, greedy, with intervals over speakers."""
    spelling, model = Spelling(tuned.vocabulary), tuned.model.eval()

    def recognise(samples: Floats) -> Emissions:
        with torch.inference_mode():
            logits = model(**tuned.inputs([tuned.prepared(samples)])).logits[0]
        return Emissions(log_softmax(logits.float().cpu().numpy()), tuned.vocabulary, FRAME_S)

    return error_rates(clips, recognise, lambda emissions: spelling.unfold(greedy(emissions)))


def _outcome(run: Run, material: Material, settings: FinetuneSettings) -> Outcome:
    """Before and after."""
    before = load(settings.model, material.texts, settings.vocabulary, settings.seed)
    after = load(settings.folder / CHECKPOINT, material.texts, "keep", settings.seed)
    (wer_before, cer_before), (wer_after, cer_after) = (
        scores(model, material.measured) for model in (before, after)
    )
    weights = list(run.tuned.model.parameters())
    trained = sum(weight.numel() for weight in weights if weight.requires_grad)
    return Outcome(
        measured=tuple(material.measured),
        steered=material.measured is material.looked,
        wer_before=wer_before,
        wer_after=wer_after,
        cer_before=cer_before,
        cer_after=cer_after,
        curve=tuple(run.curve),
        learnt_hours=sum(clip.seconds for clip in material.learnt) / 3600,
        sources=tuple(sorted({clip.source for clip in material.learnt})),
        trained_share=trained / sum(map(torch.numel, weights)),
        new_letters=run.tuned.new_letters,
    )
