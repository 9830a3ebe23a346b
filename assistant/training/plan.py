"""What decides how a training run goes, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assistant.training.batches import Feed
from assistant.training.model import ModelShape
from assistant.training.phonemes import PHONEMES


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Everything that decides how a run goes."""

    folder: Path
    """Where checkpoints, the log and the curves go."""
    manifests: tuple[str, ...]
    """Manifests to learn from (glob patterns, looked up again every `segment_steps`)."""
    phonemes: tuple[str, ...] = PHONEMES
    """Symbols that the manifests' pronunciations are written with."""
    shape: ModelShape = field(default_factory=ModelShape)
    feed: Feed = field(default_factory=Feed)
    seed: int = 1
    """Of the untrained weights; the batches have `feed.seed`."""
    rate: float = 1e-3
    """Peak learning rate."""
    warm_up: int = 200
    """Steps until the rate stands at its peak, also after a start from bare weights."""
    weight_decay: float = 0.01
    """Of matrices; vectors don't decay."""
    muon: bool = True
    """Muon (orthogonalised momentum, Jordan 2024) for the transformer's matrices instead of
    AdamW.
    """
    muon_share: float = 1.0
    """Muon's rate as a share of `rate`."""
    matrix_share: float = 1.0
    """AdamW's rate for matrices and convolutions as a share of `rate`; vectors have all of it."""
    front_rate: float = 0.1
    """Convolutions that know something from the start learn at this share of the rate."""
    letter_weight: float = 1.0
    """Weight of the letter loss; 0 for a model that only learns phonemes."""
    phoneme_weight: float = 1.0
    """Weight of the phoneme loss beside it."""
    ema: float = 0.998
    """Decay a step of the averaged weights that are evaluated and released."""
    front_steps: int = 400
    """Steps of log-mel pre-training of the convolutions before the first CTC step."""
    minutes: float = 60.0
    """Time budget; at its end the run leaves a checkpoint and stops."""
    steps: int = 10**9
    """Last step."""
    decay_steps: int = 0
    """When set, the rate falls to zero over so many steps from the checkpoint that the run
    starts with.
    """
    start: Path | None = None
    """Checkpoint to branch from when the folder has none."""
    evaluate_hours: float = 6.0
    """Hours heard between two looks at the development speakers."""
    dev_clips: int = 150
    """Development clips that are looked at."""
    save_minutes: float = 10.0
    """Minutes between two checkpoints."""
    segment_steps: int = 500
    """Steps until the manifests are looked up again."""
    workers: int = 1
    """Processes that prepare batches; 0 prepares them in the training process."""
    ranks: int = 1
    """Processes that train together, each hearing a batch of its own every step."""
    threads: int = 1
    """Threads of each of them. Prefer ranks: on a busy machine threads wait for one another at
    every operation, and two of them were three times slower than one.
    """


@dataclass(frozen=True, slots=True)
class TrainingResult:
    """What a run came to."""

    checkpoint: Path
    step: int
    hours: float
    dev_cer: float
    """Character error rate on development people, NaN when never looked at."""
