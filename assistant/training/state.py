"""A run in memory and on disk: weights, their average, optimisers, position."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from assistant.errors import TrainingError
from assistant.training.batches import Segment, SymbolTable
from assistant.training.model import ModelShape, SpeechModel, build_model
from assistant.training.muon import Muon
from assistant.training.origin import ORIGINS
from assistant.training.plan import TrainingSettings

CHECKPOINT = "last.pt"
"""Name of a run's checkpoint in its folder."""


@dataclass(slots=True)
class State:
    """A run in memory: what a checkpoint holds."""

    model: SpeechModel
    average: SpeechModel
    optimisers: list[torch.optim.Optimizer]
    symbols: tuple[str, ...]
    step: int = 0
    heard: float = 0.0
    """Seconds of audio heard."""
    decay_from: int = 0
    rate_from: int = 0
    """Step at which the warm-up began."""
    segment: Segment | None = None
    """What of the manifests the run knows at present."""
    dev_cer: float = math.nan
    shape: ModelShape = field(default_factory=ModelShape)
    """Of the network, which may be another than the settings have for a new one."""
    origin: str = ""
    """Whose layers it began with, one of `ORIGINS`."""


def make_optimisers(model: SpeechModel, settings: TrainingSettings) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the transformer layers (if asked for), AdamW for all else.

    Vectors do not decay, and convolutions that know something from the start learn slowly.
    """
    first = {id(parameter) for parameter in model.knowing()}
    layers = model.wav2vec2.encoder.layers.parameters() if settings.muon else []
    turned = [p for p in layers if p.ndim == 2]
    others = [p for p in model.parameters() if not any(p is q for q in turned)]
    groups = [
        {
            "params": [p for p in others if p.ndim > 1 and id(p) not in first],
            "share": settings.matrix_share,
            "weight_decay": settings.weight_decay,
        },
        {
            "params": [p for p in others if p.ndim <= 1 and id(p) not in first],
            "share": 1.0,
            "weight_decay": 0.0,
        },
        {
            "params": [p for p in others if id(p) in first],
            "share": settings.front_rate,
            "weight_decay": 0.0,
        },
    ]
    optimisers: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98), fused=True)
    ]
    if turned:
        optimisers.append(
            Muon(
                [{"params": turned, "share": settings.muon_share}],
                lr=settings.rate,
                weight_decay=settings.weight_decay,
            )
        )
    return optimisers


def save(state: State, path: Path) -> None:
    """Write a checkpoint, all or nothing."""
    part = path.with_suffix(".part")
    torch.save(
        {
            "model": state.model.state_dict(),
            "average": state.average.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in state.optimisers],
            "symbols": state.symbols,
            "step": state.step,
            "heard": state.heard,
            "decay_from": state.decay_from,
            "rate_from": state.rate_from,
            "segment": asdict(state.segment) if state.segment else None,
            "dev_cer": state.dev_cer,
            "shape": asdict(state.shape),
            "origin": state.origin,
        },
        part,
    )
    part.replace(path)


def load(path: Path, settings: TrainingSettings, device: torch.device | None = None) -> State:
    """The state that `save` wrote, on the processor unless a `device` is given."""
    kept = read_checkpoint(path)
    shape = ModelShape(**kept["shape"])
    model = build_model(shape, len(kept["symbols"]), settings.seed).to(device)
    average = build_model(shape, len(kept["symbols"]), settings.seed).to(device)
    model.load_state_dict(kept["model"])
    average.load_state_dict(kept.get("average", kept["model"]))
    optimisers = make_optimisers(model, settings)
    same = len(kept.get("optimisers", ())) == len(optimisers)
    for optimiser, values in zip(optimisers, kept["optimisers"] if same else (), strict=False):
        shares = [group["share"] for group in optimiser.param_groups]
        optimiser.load_state_dict(values)
        for group, share in zip(optimiser.param_groups, shares, strict=True):
            group["share"] = share  # The settings decide, not the settings of the run before.
    return State(
        model,
        average,
        optimisers,
        tuple(kept["symbols"]),
        kept["step"],
        kept["heard"],
        kept["decay_from"],
        kept["rate_from"] if same else kept["step"],
        Segment(**kept["segment"]) if kept.get("segment") else None,
        kept["dev_cer"],
        shape,
        kept.get("origin", ""),
    )


def fresh(
    settings: TrainingSettings, symbols: SymbolTable, device: torch.device | None = None
) -> State:
    """An untrained state, on the processor unless a `device` is given."""
    model = build_model(settings.shape, len(symbols), settings.seed).to(device)
    average = build_model(settings.shape, len(symbols), settings.seed).to(device)
    optimisers = make_optimisers(model, settings)
    return State(model, average, optimisers, symbols.symbols, shape=settings.shape)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """What `save` wrote, or the parts in the folder that `save_half` wrote.

    Raises TrainingError when there is no such file.
    """
    parts = sorted(path.glob("*.pt")) if path.is_dir() else [path]
    if not parts:
        raise TrainingError(f"The folder {path} has no checkpoint.")
    kept = [_loaded(part) for part in parts]
    model = {name: value for part in kept for name, value in part["model"].items()}
    return {**kept[0], "model": model}


def _loaded(path: Path) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")
    except OSError as error:
        raise TrainingError(f"Cannot read the checkpoint {path}: {error.strerror}.") from error
    return kept


PART = 7_000_000
"""Weights in one file of `save_half`: 14 MB."""


def mean_weights(kept: Sequence[Mapping[str, Any]]) -> dict[str, torch.Tensor]:
    """The mean of the averaged weights of checkpoints of one shape: what a release is made of."""
    weights = [each.get("average", each["model"]) for each in kept]
    return {name: torch.stack([w[name].float() for w in weights]).mean(0) for name in weights[0]}


def save_half(checkpoint: Path, folder: Path, *others: Path) -> None:
    """What a release of these checkpoints is made of, fp16, in files small enough to keep, and the
    licence of those whose layers they were; enough to continue from after a warm-up, and just what
    the released model is: who adapts that begins with it.
    """
    every = [read_checkpoint(path) for path in (*others, checkpoint)]
    kept = every[-1]
    left_out = ("optimisers", "average", "segment", "model")
    about = {key: value for key, value in kept.items() if key not in left_out}
    parts: list[dict[str, torch.Tensor]] = [{}]
    for name, value in mean_weights(every).items():
        if sum(map(torch.numel, parts[-1].values())) + value.numel() > PART and parts[-1]:
            parts.append({})
        parts[-1][name] = value.half()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pt"):
        old.unlink()
    for number, part in enumerate(parts, 1):
        torch.save({**about, "model": part}, folder / f"part-{number}.pt")
    ORIGINS[kept.get("origin", "")].write_licence(folder)
