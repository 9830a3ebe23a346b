"""What decides how a training run goes, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assistant.training.batches import Feed
from assistant.training.model import ModelShape


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Everything that decides how a run goes."""

    folder: Path
    """Where checkpoints, the log and the curves go."""
    manifests: tuple[str, ...]
    """Manifests to learn from (glob patterns, looked up again every `segment_steps`)."""
    shape: ModelShape = field(default_factory=ModelShape)
    feed: Feed = field(default_factory=Feed)
    seed: int = 1
    rate: float = 1e-3
    """Peak learning rate."""
    warm_up: int = 200
    """Steps until the rate stands at its peak, also after a start from bare weights."""
    weight_decay: float = 0.01
    muon: bool = False
    """Muon (orthogonalised momentum, Jordan 2024) for the transformer's matrices instead of
    AdamW.
    """
    muon_share: float = 1.0
    """Muon's rate as a share of `rate`."""
    front_rate: float = 0.1
    """The first convolution learns at this share of the rate."""
    phoneme_weight: float = 1.0
    """Weight of the phoneme loss beside the letter loss."""
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
    evaluate_hours: float = 2.0
    """Hours heard between two looks at the development speakers."""
    dev_clips: int = 150
    save_minutes: float = 10.0
    segment_steps: int = 500
    workers: int = 1
    threads: int = 2


@dataclass(frozen=True, slots=True)
class TrainingResult:
    """What a run came to."""

    checkpoint: Path
    step: int
    hours: float
    dev_cer: float
    """Character error rate on development people, NaN when never looked at."""
