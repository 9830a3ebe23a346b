"""Exports that several tests look at."""

from __future__ import annotations

from functools import cache

import pytest

from tests.checkpoints import save_checkpoint
from tests.weights.forms import Form, Forms, exported


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """Every kind of checkpoint with its export. Needs torch."""
    import torch

    torch.set_num_threads(1)  # for models as tiny as these, further threads only wait

    @cache
    def form(kind: str) -> Form:
        folder = tmp_path_factory.mktemp(kind)
        model = save_checkpoint(folder / "source", kind)
        report = exported(folder / "source", folder / "out")
        return Form(folder / "source", folder / "out", model, report)

    return form
