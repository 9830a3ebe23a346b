"""The training loop: one file, one loop, everything that a run needs to continue in one checkpoint.

    python -m assistant.training.train --folder runs/first --manifests "data/*.jsonl" --minutes 120

The rate warms up and then stays (the trunk, which any later session can take up again); a *decay
branch* started from the trunk's checkpoint brings it down to nothing and gives the model to
release.
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from assistant.records import SAMPLE_RATE
from assistant.storage import make_folder
from assistant.training.batches import (
    Batch,
    BatchMaker,
    Curriculum,
    Feed,
    Pool,
    Segment,
    SymbolTable,
    clips_of,
    prefetched,
    snapshot,
)
from assistant.training.evaluate import dev_clips
from assistant.training.front import pretrain_front
from assistant.training.model import BLANK, SpeechModel
from assistant.training.plan import TrainingResult, TrainingSettings
from assistant.training.progress import DevScores, Log, dev_scores
from assistant.training.state import CHECKPOINT, State, fresh, load, save
from assistant.training.team import Team, lead, leave

Watch = Callable[[State], None]
"""Is told of a run after each of its steps."""

FRONT_STEP = 10**9
"""Batches of the front's pre-training have numbers that the run itself never comes to."""


def rate_at(step: int, settings: TrainingSettings, state: State) -> float:
    """Warm-up, then constant; in a decay branch a straight line down to zero."""
    warm = min(1.0, (step - state.rate_from + 1) / max(1, settings.warm_up))
    if not settings.decay_steps:
        return settings.rate * warm
    left = 1.0 - (step - state.decay_from) / settings.decay_steps
    return settings.rate * warm * max(0.0, left)


def ctc(logits: Tensor, targets: Tensor, counts: Tensor) -> Tensor:
    """CTC loss a target symbol, over the whole batch."""
    steps = torch.full((logits.shape[0],), logits.shape[1], dtype=torch.long)
    emissions = logits.float().log_softmax(-1).transpose(0, 1)
    loss = functional.ctc_loss(
        emissions,
        targets.to(logits.device),
        steps,
        counts,
        BLANK,
        reduction="sum",
        zero_infinity=True,
    )
    return loss / max(1, int(counts.sum()))


def losses(model: SpeechModel, batch: Batch) -> tuple[Tensor, Tensor]:
    """Letter and phoneme loss of a batch."""
    with torch.autocast(batch.waves.device.type, torch.bfloat16):
        letters, phonemes = model(batch.waves)
    return (
        ctc(letters, batch.letters, batch.letter_counts),
        ctc(phonemes, batch.phonemes, batch.phoneme_counts),
    )


def weighed(found: Sequence[Tensor], settings: TrainingSettings) -> Tensor:
    """The letter and phoneme loss of `found` as one."""
    return settings.letter_weight * found[0] + settings.phoneme_weight * found[1]


def learn(
    state: State, batch: Batch, rate: float, settings: TrainingSettings, team: Team, stop: bool
) -> tuple[float, float, bool]:
    """One step at `rate`: its letter and phoneme loss, and whether any of the team wants to stop.

    A step whose gradient is not finite changes nothing.
    """
    found = losses(state.model, batch)
    state.model.zero_grad(set_to_none=True)
    weighed(found, settings).backward()
    seconds = batch.waves.numel() / SAMPLE_RATE
    heard, stops = team.share(state.model.parameters(), (seconds, float(stop)))
    size = torch.nn.utils.clip_grad_norm_(state.model.parameters(), 2.0)
    for optimiser in state.optimisers:
        for group in optimiser.param_groups:
            group["lr"] = rate * group["share"]
        if torch.isfinite(size):
            optimiser.step()
    state.step += 1
    state.heard += heard
    follow(state.average, state.model, min(settings.ema, state.step / (state.step + 10)))
    letter_loss, phoneme_loss = (float(loss.detach()) for loss in found)
    return letter_loss, phoneme_loss, stops > 0


@torch.no_grad()
def follow(average: SpeechModel, model: SpeechModel, decay: float) -> None:
    """Move the averaged weights towards the current ones."""
    torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - decay)


def begin(settings: TrainingSettings) -> State:
    """The checkpoint to branch from, else a fresh model whose convolutions got a head start."""
    torch.set_num_threads(settings.threads)
    if settings.start is not None:
        state = load(settings.start, settings)
        state.decay_from = state.step
        return state
    state = fresh(settings, SymbolTable(settings.phonemes))
    if settings.front_steps:
        _head_start(state, settings)
    return state


def _head_start(state: State, settings: TrainingSettings) -> None:
    stop = FRONT_STEP + settings.front_steps
    batches = prefetched(segment_maker(state, settings, Team()), FRONT_STEP, stop, settings.workers)
    shares = pretrain_front(state.model, batches, settings.rate)[-20:]
    print(f"the convolutions explain {sum(shares) / len(shares):.1%} of the log-mel variance")
    state.average.load_state_dict(state.model.state_dict())


def segment_maker(state: State, settings: TrainingSettings, team: Team) -> BatchMaker:
    """A maker of batches over what the state knows of the manifests, looked up now if need be."""
    if state.segment is None or state.step % settings.segment_steps == 0:
        seen = team.agree(snapshot(settings.manifests))
        state.segment = Segment(seen, state.step, state.heard / 3600)
    pool = Pool(clips_of(state.segment.seen), settings.feed)
    if team.leads:
        hours = sum(clip.seconds for clip in pool.spoken) / 3600
        print(f"step {state.step}: {len(pool.spoken)} clips, {hours:.1f} h", flush=True)
    return BatchMaker(pool, settings.feed, SymbolTable(state.symbols), state.segment, team)


def segments(state: State, settings: TrainingSettings, team: Team) -> Iterator[Batch]:
    """Batches without end; the manifests are looked up again every `segment_steps`."""
    while True:
        stop = (state.step // settings.segment_steps + 1) * settings.segment_steps
        maker = segment_maker(state, settings, team)
        yield from prefetched(maker, state.step, stop, settings.workers)


class Stop:
    """Set by SIGTERM, SIGINT (while it is entered) and the end of the time budget."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + 60 * minutes
        self._asked = False

    def __enter__(self) -> Stop:
        numbers = (signal.SIGTERM, signal.SIGINT)
        self._before = {number: signal.signal(number, self._ask) for number in numbers}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _ask(self, *_: object) -> None:
        self._asked = True

    def __bool__(self) -> bool:
        return self._asked or time.monotonic() > self._end


def train(settings: TrainingSettings, watch: Watch = lambda _: None) -> TrainingResult:
    """Run until the budget, the last step or SIGTERM; leaves `last.pt` in the folder.

    `watch` is told after every step.
    """
    make_folder(settings.folder)
    target = settings.folder / CHECKPOINT
    if not target.exists():
        save(begin(settings), target)
    others = lead(settings.ranks, _train_along, settings)
    team = Team(0, settings.ranks)
    state = _loop(settings, team, watch)
    leave(others)
    return TrainingResult(target, state.step, state.heard / 3600, state.dev_cer)


def _train_along(settings: TrainingSettings, team: Team) -> None:
    _loop(settings, team, lambda _: None)


def _loop(settings: TrainingSettings, team: Team, watch: Watch) -> State:
    torch.set_num_threads(settings.threads)
    state = load(settings.folder / CHECKPOINT, settings)
    with Stop(settings.minutes) as stop, team.settled():
        _steps(state, settings, team, stop, watch)
    return state


def _steps(state: State, settings: TrainingSettings, team: Team, stop: Stop, watch: Watch) -> None:
    state.model.train()
    log = Log(settings.folder, state.heard) if team.leads else None
    saved = time.monotonic()
    for batch in segments(state, settings, team):
        before, rate = state.heard, rate_at(state.step, settings, state)
        *step_losses, stops = learn(state, batch, rate, settings, team, bool(stop))
        watch(state)
        over = stops or finished(state, settings)
        if log:
            log.add(state, rate, step_losses, look(state, before, settings))
        if log and (over or time.monotonic() > saved + 60 * settings.save_minutes):
            log.flush(state, rate)
            save(state, settings.folder / CHECKPOINT)
            saved = time.monotonic()
        if over:
            break


def finished(state: State, settings: TrainingSettings) -> bool:
    """Whether the last step, of the run or of the decay branch, is done."""
    last = min(
        settings.steps,
        state.decay_from + settings.decay_steps if settings.decay_steps else settings.steps,
    )
    return state.step >= last


def look(state: State, before: float, settings: TrainingSettings) -> DevScores | None:
    """Development scores when `evaluate_hours` more were heard than at the last look."""
    every = settings.evaluate_hours * 3600
    if state.heard // every == before // every:
        return None
    clips = clips_of(state.segment.seen) if state.segment else []
    scores = dev_scores(state.average, dev_clips(clips, settings.dev_clips), state.symbols)
    state.dev_cer = scores.cer
    return scores


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--manifests", nargs="+", required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--batch-seconds", type=float, default=30)
    parser.add_argument("--people-share", type=float, default=0.6)
    parser.add_argument("--source-power", type=float, default=Feed().source_power)
    parser.add_argument("--evaluate-hours", type=float, default=6, help="heard between two looks")
    parser.add_argument("--letter-weight", type=float, default=1.0)
    parser.add_argument("--phoneme-weight", type=float, default=1.0)
    parser.add_argument("--decay-steps", type=int, default=0)
    parser.add_argument("--front-steps", type=int, default=400)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--muon", type=float, default=1.0)
    parser.add_argument("--steps", type=int, default=10**9)
    parser.add_argument("--warm-up", type=int, default=200)
    parser.add_argument("--ranks", type=int, default=1)
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--full-hours", type=float, default=200, help="hours heard until harm is at its full"
    )
    return parser


def settings_of(asked: argparse.Namespace) -> TrainingSettings:
    """What was asked for on the command line."""
    return TrainingSettings(
        folder=asked.folder,
        manifests=tuple(asked.manifests),
        minutes=asked.minutes,
        rate=asked.rate,
        feed=Feed(
            batch_seconds=asked.batch_seconds,
            people_share=asked.people_share,
            source_power=asked.source_power,
            curriculum=Curriculum(full_hours=asked.full_hours),
        ),
        letter_weight=asked.letter_weight,
        phoneme_weight=asked.phoneme_weight,
        evaluate_hours=asked.evaluate_hours,
        decay_steps=asked.decay_steps,
        start=asked.start,
        front_steps=asked.front_steps,
        muon=asked.muon > 0,
        muon_share=asked.muon or 1.0,
        steps=asked.steps,
        threads=asked.threads,
        ema=asked.ema,
        ranks=asked.ranks,
        warm_up=asked.warm_up,
    )


def main() -> None:
    """The command line of a run."""
    print(json.dumps(asdict(train(settings_of(parser().parse_args()))), default=str))


if __name__ == "__main__":
    main()
