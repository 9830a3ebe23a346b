"""Matrices turned together are turned as each would be alone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.train


def test_singular_values_end_near_one_whatever_the_shape() -> None:
    import torch

    from assistant.training.muon import orthogonalised

    torch.manual_seed(0)
    for shape in ((3, 16, 16), (2, 8, 32), (2, 32, 8)):
        values = torch.linalg.svdvals(orthogonalised(torch.randn(shape)).float())
        assert values.max() < 1.35
        assert values.median() > 0.6


def test_stacking_changes_nothing() -> None:
    import torch

    from assistant.training.muon import orthogonalised

    torch.manual_seed(1)
    matrices = torch.randn(4, 12, 20)
    alone = torch.cat([orthogonalised(matrix[None]) for matrix in matrices])
    assert torch.allclose(orthogonalised(matrices).float(), alone.float(), atol=0.02)


def test_a_least_squares_problem_is_solved() -> None:
    import torch

    from assistant.training.muon import Muon

    torch.manual_seed(2)
    wanted = torch.randn(6, 10)
    weights = [torch.nn.Parameter(torch.zeros(6, 10)) for _ in range(2)]
    optimiser = Muon([{"params": weights}], lr=0.05)
    for step in range(300):
        for group in optimiser.param_groups:
            group["lr"] = 0.05 * (1 - step / 300)
        optimiser.zero_grad()
        loss = sum((weight - wanted).square().mean() for weight in weights)
        loss.backward()
        optimiser.step()
    assert all((weight - wanted).abs().max() < 0.1 for weight in weights)
