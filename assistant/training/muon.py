"""Muon for the matrices of a network, those of one shape turned together.

Keller Jordan and others, "Muon: an optimizer for hidden layers in neural networks" (2024): the
momentum of a matrix is replaced by the nearest orthogonal one, by five Newton-Schulz iterations.
A network of a dozen equal layers has many matrices and few shapes; stacked by shape they take a
handful of products a step, where one by one they take hundreds, and a GPU waits for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Of the quintic that pushes singular values towards 1 fastest; they end within about 0.7-1.2."""


@torch.no_grad()
def orthogonalised(matrices: Tensor, iterations: int = 5) -> Tensor:
    """(count, rows, columns) each with its singular values near 1, in bfloat16."""
    a, b, c = COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    turned = matrices.bfloat16().transpose(1, 2) if tall else matrices.bfloat16()
    turned = turned / (turned.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(iterations):
        gram = turned @ turned.transpose(1, 2)
        turned = a * turned + (b * gram + c * gram @ gram) @ turned
    return turned.transpose(1, 2) if tall else turned


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, orthogonalised; updates have the size that AdamW's have.

    (So that both take the same rate: Liu and others, "Muon is scalable for LLM training", 2025.)
    """

    def __init__(
        self,
        params: Iterable[dict[str, Any]],
        lr: float,
        weight_decay: float = 0.0,
        momentum: float = 0.95,
    ) -> None:
        super().__init__(params, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        """Turn every matrix that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    by_shape[parameter.shape].append(parameter)
            for parameters in by_shape.values():
                self._turn(parameters, group)

    def _turn(self, parameters: list[Tensor], group: dict[str, Any]) -> None:
        gradients = [p.grad for p in parameters if p.grad is not None]
        kept = [self.state[p].setdefault("momentum", torch.zeros_like(p)) for p in parameters]
        torch._foreach_lerp_(kept, gradients, 1 - group["momentum"])
        ahead = torch._foreach_lerp(gradients, kept, group["momentum"])
        turned = orthogonalised(torch.stack(ahead))
        rate, size = group["lr"], 0.2 * max(parameters[0].shape) ** 0.5
        torch._foreach_mul_(parameters, 1 - rate * group["weight_decay"])
        torch._foreach_add_(parameters, list(turned.float().unbind()), alpha=-rate * size)
