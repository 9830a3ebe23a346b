"""A run on a GPU, or on any one device, to a finished model within a time budget.

    python -m assistant.training.gpu --folder runs/gpu --manifests "data/*.jsonl" --minutes 30

Where `train` runs for days, stops and goes on, this runs once: the rate warms up, stays, and falls
in a straight line to zero at the end of the budget. It begins with nothing, or with the weights of
a checkpoint (`--start`). What it leaves is a checkpoint of the same kind, which `--start` takes up,
here and in `train`, and `release` releases.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers.models.wav2vec2.modeling_wav2vec2 import Wav2Vec2Attention

from assistant.records import SAMPLE_RATE
from assistant.storage import make_folder
from assistant.training.augment import Augmentation
from assistant.training.batches import Batch, Curriculum, Feed, SymbolTable
from assistant.training.evaluate import dev_clips
from assistant.training.front import pretrain_front
from assistant.training.model import ModelShape, SpeechModel
from assistant.training.plan import TrainingSettings
from assistant.training.progress import DevScores, Log, dev_scores
from assistant.training.resident import ResidentFeed
from assistant.training.state import CHECKPOINT, State, fresh, load, save
from assistant.training.train import follow, losses, weighed

DEEP = ModelShape(layers=12, phoneme_layer=6)
"""Twice the layers of the default: what fits into 12 MB with all weights of a byte."""

LOG_STEPS = 50
"""Steps between two rows of the log; reading a loss means waiting for the device."""


@dataclass(frozen=True, slots=True)
class GpuSettings:
    """What a run on one device needs beside `TrainingSettings`."""

    training: TrainingSettings
    device: str = "cuda"
    dropout: float = 0.1
    corpus_hours: float = 250.0
    """Room on the device for the corpus."""
    warm_up: float = 0.03
    """Share of the budget in which the rate rises."""
    decay: float = 0.5
    """Share of the budget in which it falls to zero, at the end."""
    look_s: float = 15.0
    """Seconds between two looks for more manifests."""
    score_s: float = 75.0
    """Seconds between two looks at the development speakers."""


def rate_share(spent: float, settings: GpuSettings) -> float:
    """The rate's share of its peak when the share `spent` of the budget is over."""
    return max(0.0, min(1.0, spent / settings.warm_up, (1.0 - spent) / settings.decay))


def drop(model: SpeechModel, probability: float) -> None:
    """Let `model` drop units, and attention, while it learns."""
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = probability
        elif isinstance(module, Wav2Vec2Attention):
            module.dropout = probability


def learn(state: State, batch: Batch, rate: float, settings: TrainingSettings) -> list[Tensor]:
    """One step, without waiting for its end; a gradient that is not finite becomes none."""
    found = losses(state.model, batch)
    state.model.zero_grad(set_to_none=True)
    weighed(found, settings).backward()
    parameters = list(state.model.parameters())
    size = torch.nn.utils.clip_grad_norm_(parameters, 2.0, foreach=True)
    gradients = [p.grad for p in parameters if p.grad is not None]
    torch._foreach_mul_(gradients, torch.isfinite(size).float())
    for gradient in gradients:
        gradient.nan_to_num_(0.0, 0.0, 0.0)
    for optimiser in state.optimisers:
        for group in optimiser.param_groups:
            group["lr"] = rate * group["share"]
        optimiser.step()
    state.step += 1
    state.heard += batch.waves.numel() / SAMPLE_RATE
    follow(state.average, state.model, min(settings.ema, state.step / (state.step + 10)))
    return [loss.detach() for loss in found]


def head_start(state: State, feed: ResidentFeed, settings: TrainingSettings) -> None:
    """The convolutions learn to tell the log-mel spectrogram first."""
    batches = (feed.batch(0.0) for _ in range(settings.front_steps))
    shares = pretrain_front(state.model, batches, settings.rate)[-20:]
    print(f"the convolutions explain {sum(shares) / len(shares):.1%} of the log-mel variance")
    state.average.load_state_dict(state.model.state_dict())


def run(settings: GpuSettings) -> State:
    """The whole run; leaves `last.pt` and `log.csv` in the folder."""
    plan = settings.training
    make_folder(plan.folder)
    torch.set_float32_matmul_precision("high")
    # cuDNN's attention is planned anew for every shape, and nearly every batch has one of its own.
    torch.backends.cuda.enable_cudnn_sdp(False)
    device = torch.device(settings.device)
    started = time.monotonic()
    state = _begun(plan, device)
    feed = ResidentFeed(
        plan.manifests, plan.feed, SymbolTable(state.symbols), device, settings.corpus_hours
    )
    print(f"{feed.hours:.1f} h on the device after {time.monotonic() - started:.0f} s", flush=True)
    state.model.train()
    state.model.set_attn_implementation("sdpa")
    drop(state.model, settings.dropout)
    if plan.front_steps and not plan.start:
        head_start(state, feed, plan)
    _steps(state, feed, settings, started)
    return state


def _begun(plan: TrainingSettings, device: torch.device) -> State:
    if plan.start:
        return load(plan.start, plan, device)
    return fresh(plan, SymbolTable(plan.phonemes), device)


def _steps(state: State, feed: ResidentFeed, settings: GpuSettings, started: float) -> None:
    plan = settings.training
    log = Log(plan.folder, 0.0, every=1)
    begun = looked = scored = time.monotonic()
    end = started + plan.minutes * 60
    while (now := time.monotonic()) < end and state.step < plan.steps:
        spent = (now - begun) / max(1e-9, end - begun)
        rate = plan.rate * rate_share(spent, settings)
        found = learn(state, feed.batch(state.heard / 3600), rate, plan)
        if state.step % LOG_STEPS:
            continue
        due = time.monotonic() > scored + settings.score_s
        log.add(state, rate, [float(loss) for loss in found], _score(state, feed, plan, due))
        scored = time.monotonic() if due else scored
        if time.monotonic() > looked + settings.look_s:
            looked = time.monotonic()
            if feed.look():
                print(f"step {state.step}: {feed.hours:.1f} h to learn from", flush=True)
    _score(state, feed, plan, due=True)


def _score(state: State, feed: ResidentFeed, plan: TrainingSettings, due: bool) -> DevScores | None:
    """When `due`: what the averaged weights make of the development speakers; also saves them."""
    if not due:
        return None
    scores = dev_scores(state.average, dev_clips(feed.clips, plan.dev_clips), state.symbols)
    state.dev_cer = scores.cer
    print(f"step {state.step}, {state.heard / 3600:.0f} h heard: {scores}", flush=True)
    save(state, plan.folder / CHECKPOINT)
    return scores


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--manifests", nargs="+", required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights it begins with")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--batch-seconds", type=float, default=1200)
    parser.add_argument("--people-share", type=float, default=0.6)
    parser.add_argument("--source-power", type=float, default=Feed().source_power)
    parser.add_argument("--phoneme-weight", type=float, default=1.0)
    parser.add_argument("--layers", type=int, default=DEEP.layers)
    parser.add_argument("--width", type=int, default=DEEP.width)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--full-hours", type=float, default=500, help="until harm is at its full")
    parser.add_argument("--front-steps", type=int, default=300)
    parser.add_argument("--steps", type=int, default=10**9)
    parser.add_argument("--corpus-hours", type=float, default=250)
    return parser


def settings_of(asked: argparse.Namespace) -> GpuSettings:
    """What was asked for on the command line."""
    curriculum = Curriculum(
        easy_hours=5, length_hours=80, full_hours=asked.full_hours, longest_seconds=16
    )
    feed = Feed(
        batch_seconds=asked.batch_seconds,
        people_share=asked.people_share,
        source_power=asked.source_power,
        curriculum=curriculum,
        augmentation=Augmentation(),
    )
    shape = replace(
        DEEP,
        layers=asked.layers,
        width=asked.width,
        feed_forward=4 * asked.width,
        phoneme_layer=asked.layers // 2,
    )
    plan = TrainingSettings(
        folder=asked.folder,
        manifests=tuple(asked.manifests),
        shape=shape,
        feed=feed,
        start=asked.start,
        rate=asked.rate,
        phoneme_weight=asked.phoneme_weight,
        ema=0.999,
        front_steps=asked.front_steps,
        minutes=asked.minutes,
        steps=asked.steps,
        dev_clips=100,
    )
    return GpuSettings(plan, asked.device, asked.dropout, asked.corpus_hours)


def main() -> None:
    """The command line of a run."""
    run(settings_of(parser().parse_args()))


if __name__ == "__main__":
    main()
