"""Exports of every architecture, held against torch. In the training environment."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.bundled import bundled
from assistant.errors import ModelError
from assistant.weights import exporter
from tests.checkpoints import KINDS, LANGUAGES, save_checkpoint, save_with_adapters
from tests.loopback_hub import loopback_hub
from tests.program import ROOT, new_home, run
from tests.weights.forms import (
    NOISE,
    SPEECH,
    Forms,
    exported,
    in_this_process,
    load,
    torch_log_probs,
)

pytestmark = pytest.mark.train


@pytest.mark.parametrize("kind", KINDS)
def test_every_architecture_says_what_torch_says(kind: str, forms: Forms) -> None:
    form = forms(kind)
    report = form.report
    assert (report.method, report.task, report.sounds) == ("optimum", "ctc", 2)
    assert 0 < report.mean_abs < report.max_abs < NOISE
    assert json.loads((form.folder / "export.json").read_text())["max_abs"] == report.max_abs
    for sound in (SPEECH[:16_000], SPEECH, np.tile(SPEECH, 2)):
        found = load(form.folder).emissions(sound).log_probs
        assert np.abs(found - torch_log_probs(form.model, sound)).max() < NOISE


@pytest.mark.parametrize("kind", ["wav2vec2", "sew-d"])
def test_torch_does_what_optimum_can_not(kind: str, tmp_path: Path) -> None:
    def without_optimum(job: exporter.Job) -> dict[str, Any]:
        if job.method == "optimum":
            raise ModelError("Optimum knows no such thing.")
        return in_this_process(job)

    model = save_checkpoint(tmp_path / "source", kind)
    report = exported(tmp_path / "source", tmp_path / "out", without_optimum)
    assert report.method == "torch.onnx"
    found = load(tmp_path / "out").emissions(SPEECH).log_probs
    assert np.abs(found - torch_log_probs(model, SPEECH)).max() < NOISE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_adapter_of_a_language_is_merged(language: str, tmp_path: Path) -> None:
    models = save_with_adapters(tmp_path / "source")
    exported(tmp_path / "source", tmp_path / "out", language=language)
    emissions = load(tmp_path / "out").emissions(SPEECH)
    assert emissions.vocabulary.tokens == LANGUAGES[language]
    gap = np.abs(emissions.log_probs - torch_log_probs(models[language], SPEECH))
    assert gap.max() < NOISE


@pytest.mark.parametrize("kind", ["wav2vec2", "hubert"])
def test_classifiers_of_whole_recordings(kind: str, tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "source", kind, "ForSequenceClassification", num_labels=3)
    report = exported(tmp_path / "source", tmp_path / "out")
    assert (report.task, report.frames) == ("classification", 2)
    assert report.max_abs < NOISE


def test_weights_that_are_not_there_are_never_made_up(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    save_checkpoint(tmp_path / "source")
    weights = load_file(tmp_path / "source/model.safetensors")
    del weights["lm_head.weight"]
    save_file(weights, tmp_path / "source/model.safetensors", {"format": "pt"})
    with pytest.raises(ModelError, match=r"lacks weights \(lm_head.weight"):
        exported(tmp_path / "source", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_weights_of_another_model_are_refused(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "source")
    save_checkpoint(tmp_path / "other", hidden_size=40)
    (tmp_path / "other/model.safetensors").replace(tmp_path / "source/model.safetensors")
    with pytest.raises(ModelError, match="don't fit"):
        exported(tmp_path / "source", tmp_path / "out")


def test_a_pickle_is_opened_by_those_who_insist(tmp_path: Path) -> None:
    model = save_checkpoint(tmp_path / "source")
    model.save_pretrained(tmp_path / "source", safe_serialization=False)
    (tmp_path / "source/model.safetensors").unlink()
    with pytest.raises(ModelError, match="--allow-pickle"):
        exported(tmp_path / "source", tmp_path / "out")
    exported(tmp_path / "source", tmp_path / "out", allow_pickle=True)
    found = load(tmp_path / "out").emissions(SPEECH).log_probs
    assert np.abs(found - torch_log_probs(model, SPEECH)).max() < NOISE


def test_what_the_hub_has_no_onnx_of_is_exported_and_used(tmp_path: Path) -> None:
    """All the way: the exporter in a process of its own, and the program that runs its file."""
    save_with_adapters(tmp_path / "served")
    example = bundled("examples") / "01-timer.wav"
    with loopback_hub({"someone/many": tmp_path / "served"}) as hub:
        home = {**new_home(tmp_path), "HF_ENDPOINT": hub.url}
        done = run(home, "models", "pull", "someone/many", "--language", "deu")
        assert done.returncode == 0, done.stderr
        assert "away from torch's (269 frames, by optimum)" in done.stdout
        assert run(home, "models", "verify", "someone/many-deu").returncode == 0
        shown = json.loads(run(home, "models", "show", "--json", "someone/many-deu").stdout)
        assert (shown["exported_by"], shown["symbols"]) == ("optimum", len(LANGUAGES["deu"]))
        assert 0 < shown["max_abs"] < NOISE
        said = run(home, "transcribe", "--model", "someone/many-deu", example)
        assert (said.returncode, said.stderr) == (0, "")


def test_the_guide_exports_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_checkpoint(tmp_path / "my-checkpoint")
    guide = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    (command,) = re.findall(
        r"^    assistant (models export my-checkpoint .*)$", guide, re.MULTILINE
    )
    monkeypatch.chdir(tmp_path)
    done = run(new_home(tmp_path), *shlex.split(command))
    assert done.returncode == 0, done.stderr
    assert re.match(r"Wrote my-model; on speech, .* away from torch's", done.stdout)
