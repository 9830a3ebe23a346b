"""What a comparison measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bench import models
from assistant.bench.models import Model, costs, with_pipelines
from assistant.errors import ModelError
from tests.tiny_model import make_tiny_model


def test_a_model_that_can_not_be_run_says_why(tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "tiny")
    (folder / "model.onnx").write_bytes(b"cut")
    with pytest.raises(ModelError, match="can't be loaded"):
        next(costs([Model("tiny", folder)], []))


def test_a_pipeline_is_measured_where_there_is_a_checkpoint_and_torch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare, whole = tmp_path / "bare", tmp_path / "whole"
    for folder in (bare, whole):
        folder.mkdir()
    (whole / "model-00001-of-00002.safetensors").touch()
    named = [Model("bare", bare), Model("whole", whole)]
    monkeypatch.setattr(models, "find_spec", lambda name: name)
    found = with_pipelines(named)
    assert [model.name for model in found] == ["bare", "whole", "whole (transformers)"]
    assert [model.transformers for model in found] == [False, False, True]
    monkeypatch.setattr(models, "find_spec", lambda name: None if name == "torch" else name)
    assert with_pipelines(named) == named
