"""A model is fitted to one person's takes, and kept only where that person gains."""

from __future__ import annotations

import os
import signal
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import yaml

from assistant.errors import TrainingError
from assistant.records import Utterance
from assistant.training.takes import Takes
from tests.training.miniature import settings, small_shape, spoken

if TYPE_CHECKING:
    from assistant.training.adapt import AdaptSettings
    from assistant.training.state import State

pytestmark = pytest.mark.train

SAID = {"no": "n oʊ", "no no": "n oʊ | n oʊ"}


def record(folder: Path, count: int) -> Takes:
    takes = Takes(folder, "Anna")
    for number in range(1, count + 1):
        text = list(SAID)[number % 2]
        sound = spoken(SAID[text]).astype(np.float32) / 32768
        folder.mkdir(exist_ok=True)
        takes.add(number, text, Utterance(sound))
    return takes


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A checkpoint and, in `model`, its release; a parameter says whether attention is turned."""
    from assistant.training.batches import SymbolTable
    from assistant.training.phonemes import PHONEMES
    from assistant.training.release import averaged, converted, write_layout
    from assistant.training.state import fresh, save

    folder = tmp_path_factory.mktemp("starter")
    shape = small_shape(rotary=getattr(request, "param", False))
    plan = settings(folder, folder / "none.jsonl", 1, phonemes=PHONEMES, shape=shape)
    save(fresh(plan, SymbolTable(PHONEMES)), folder / "last.pt")
    weights = averaged([folder / "last.pt"])
    (folder / "model").mkdir()
    converted(weights, folder / "model" / "model_quantized.onnx", [])
    write_layout(weights, folder / "model")
    return folder


@pytest.fixture
def wanted(starter: Path, tmp_path: Path) -> AdaptSettings:
    from assistant.training.adapt import AdaptSettings

    takes = record(tmp_path / "takes", 15)
    return AdaptSettings(
        takes.folder,
        starter / "last.pt",
        starter / "model",
        tmp_path / "work",
        steps=30,
        rate=3e-3,
        batch_seconds=4.0,
    )


@pytest.mark.parametrize("starter", [False, True], ids=["plain", "turned"], indirect=True)
def test_what_helps_is_installed_with_its_figures(wanted: AdaptSettings, tmp_path: Path) -> None:
    from assistant.recognition.folder import ModelFolder
    from assistant.training.adapt import adapt

    steps: list[int] = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        found = adapt(wanted, tmp_path / "anna", lambda state: steps.append(state.step))
    assert [str(each.message) for each in warned if each.category is UserWarning] == []
    score = found.held_out
    assert found.kept
    assert (found.learnt, score.clips, len(steps)) == (12, 3, 30)
    assert score.cer_after.value < score.cer_before.value
    change = score.cer_change
    assert change.value == pytest.approx(score.cer_after.value - score.cer_before.value)
    assert change.low <= change.value <= change.high
    assert ModelFolder.load(tmp_path / "anna").phonemes
    card = (tmp_path / "anna" / "README.md").read_text(encoding="utf-8")
    assert f"{100 * score.cer_after.value:.1f} % letter errors" in card
    (result,) = yaml.safe_load(card.split("---")[1])["model-index"][0]["results"]
    assert result["metrics"][1]["value"] == round(100 * score.cer_after.value, 2)
    assert not wanted.work.exists()


def test_what_does_not_help_is_thrown_away(wanted: AdaptSettings, tmp_path: Path) -> None:
    from assistant.training.adapt import adapt

    found = adapt(replace(wanted, rate=0.0, steps=2), tmp_path / "anna")
    assert not found.kept
    assert found.held_out.cer_change.value == 0.0
    assert not (tmp_path / "anna").exists()


def test_a_stopped_adaptation_goes_on_where_it_was(wanted: AdaptSettings, tmp_path: Path) -> None:
    from assistant.training.adapt import adapt

    steps: list[int] = []

    def stop_at_three(state: State) -> None:
        steps.append(state.step)
        if state.step == 3:
            os.kill(os.getpid(), signal.SIGTERM)

    short = replace(wanted, steps=6)
    with pytest.raises(TrainingError, match="the same command goes on"):
        adapt(short, tmp_path / "anna", stop_at_three)
    adapt(short, tmp_path / "anna", stop_at_three)
    assert sorted(set(steps)) == steps == list(range(1, 7))


@pytest.mark.parametrize(("count", "told"), [(6, "5 takes to learn from and 1"), (3, "3 takes")])
def test_a_few_takes_are_too_few(
    wanted: AdaptSettings, tmp_path: Path, count: int, told: str
) -> None:
    from assistant.training.adapt import adapt

    few = record(tmp_path / "few", count)
    with pytest.raises(TrainingError, match=told):
        adapt(replace(wanted, takes=few.folder), tmp_path / "anna")
