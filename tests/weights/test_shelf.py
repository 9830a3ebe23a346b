"""Putting a model in place where the disk won't have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ModelError, UsageError
from assistant.weights.shelf import installing, require_new
from tests.acting.limits import full_disk


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    full = pytest.raises(ModelError, match=r"model can't be written .* free some space")
    with full, full_disk(10), installing(folder) as draft:
        (draft / "model.onnx").write_bytes(bytes(100_000))
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="can't be written"), installing(tmp_path / "file" / "m"):
        pass


def test_a_new_folder_must_be_new(tmp_path: Path) -> None:
    require_new(tmp_path / "model")
    with pytest.raises(UsageError, match="is there already; name a new folder"):
        require_new(tmp_path)
    with pytest.raises(UsageError, match="No folder can be called"):
        require_new(tmp_path / ("x" * 300))
