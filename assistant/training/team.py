"""Several training processes of one thread each, that act as one.

On a busy machine threads wait for one another at every operation; processes that meet once a
step do not. Each hears a batch of its own, the gradients are averaged, and so all hold the same
weights at every step.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import TypeVar

import torch
import torch.distributed as together
from torch import Tensor, nn

Task = TypeVar("Task")

HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Team:
    """One process's place among those that train together."""

    rank: int = 0
    """0 leads: it alone writes files and looks at the development speakers."""
    size: int = 1

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Keep to a core of its own meanwhile (Linux): else the scheduler lets two that wait for
        one another share a core, and gives the other to somebody else.
        """
        if self.size == 1 or not hasattr(os, "sched_setaffinity"):
            yield
            return
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {sorted(before)[self.rank % len(before)]})
        try:
            yield
        finally:
            os.sched_setaffinity(0, before)

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def agree(self, value: Task) -> Task:
        """The leader's `value`, on every process."""
        if self.size == 1:
            return value
        values = [value]
        together.broadcast_object_list(values, src=0)
        return values[0]

    def share(self, parameters: Iterable[nn.Parameter], sums: Iterable[float]) -> list[float]:
        """Average the gradients over the team, and return each of `sums` added up over it."""
        figures = torch.tensor(list(sums), dtype=torch.float32)
        if self.size == 1:
            return [float(figure) for figure in figures]
        gradients = [p.grad for p in parameters if p.grad is not None]
        flat = torch.cat([*(g.flatten() for g in gradients), figures])
        together.all_reduce(flat)
        _scatter(flat, gradients, 1 / self.size)
        return [float(figure) for figure in flat[-len(figures) :]]


def _scatter(flat: Tensor, gradients: list[Tensor], scale: float) -> None:
    start = 0
    for gradient in gradients:
        stop = start + gradient.numel()
        gradient.copy_(flat[start:stop].view_as(gradient)).mul_(scale)
        start = stop


def lead(size: int, work: Callable[[Task, Team], None], task: Task) -> list[BaseProcess]:
    """Join a team of `size` as its leader, and start the others: each calls `work(task, team)`."""
    if size == 1:
        return []
    # Port 0: the system gives one that is free, and nobody can take it before we do.
    store = together.TCPStore(HERE, 0, size, is_master=True, wait_for_workers=False)
    context = multiprocessing.get_context("spawn")
    others = [
        context.Process(target=_follow, args=(rank, size, store.port, work, task), daemon=False)
        for rank in range(1, size)
    ]
    for other in others:
        other.start()
    _join(0, size, store)
    return list(others)


def leave(others: list[BaseProcess]) -> None:
    """End of the team: wait for the others."""
    if others:
        together.destroy_process_group()
    for other in others:
        other.join()


def _follow(
    rank: int, size: int, port: int, work: Callable[[Task, Team], None], task: Task
) -> None:
    _join(rank, size, together.TCPStore(HERE, port, size, is_master=False))
    work(task, Team(rank, size))
    together.destroy_process_group()


def _join(rank: int, size: int, store: together.Store) -> None:
    together.init_process_group("gloo", store=store, rank=rank, world_size=size)
