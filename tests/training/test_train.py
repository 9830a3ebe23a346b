"""A run in miniature: it learns, it resumes as if it had never stopped, it keeps its log."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.training.miniature import settings, write_corpus

pytestmark = pytest.mark.train


def read_log(folder: Path) -> list[dict[str, str]]:
    with (folder / "log.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def weights(folder: Path) -> dict[str, Any]:
    import torch

    kept = torch.load(folder / "last.pt", weights_only=True)
    return {
        f"{part}.{name}": value
        for part in ("model", "average")
        for name, value in kept[part].items()
    }


@pytest.mark.parametrize("muon", [False, True])
def test_a_few_steps_reduce_both_losses(tmp_path: Path, muon: bool) -> None:
    from assistant.training.train import train

    result = train(settings(tmp_path, write_corpus(tmp_path), 100, muon=muon, rate=3e-3))
    rows = read_log(tmp_path / "run")
    assert result.step == 100
    assert result.hours == pytest.approx(float(rows[-1]["hours"]), rel=0.01)
    assert float(rows[-1]["loss"]) < 0.8 * float(rows[0]["loss"])
    assert float(rows[-1]["phoneme_loss"]) < 0.8 * float(rows[0]["phoneme_loss"])
    assert 0.0 <= result.dev_cer <= 1.0


@pytest.mark.timeout(600)  # each process of a team loads torch, which takes long on a busy machine
@pytest.mark.parametrize(("workers", "ranks"), [(0, 1), (1, 1), (0, 2)])
def test_a_resumed_run_is_the_same_bit_for_bit(tmp_path: Path, workers: int, ranks: int) -> None:
    import torch

    from assistant.training.state import CHECKPOINT, State
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    (tmp_path / "resumed").mkdir()

    def keep_the_seventh(state: State) -> None:
        if state.step == 8:  # which isn't saved yet
            shutil.copy(tmp_path / "whole" / CHECKPOINT, tmp_path / "resumed")

    whole_run = settings(tmp_path, manifest, 12, "whole", ranks=ranks, save_minutes=0.0)
    train(whole_run, keep_the_seventh)
    steps: list[int] = []
    resumed_run = settings(tmp_path, manifest, 12, "resumed", workers=workers, ranks=ranks)
    train(resumed_run, lambda state: steps.append(state.step))
    assert steps == [8, 9, 10, 11, 12]
    whole, resumed = weights(tmp_path / "whole"), weights(tmp_path / "resumed")
    assert whole.keys() == resumed.keys()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_a_run_stops_on_its_time_budget_and_leaves_a_checkpoint(tmp_path: Path) -> None:
    from assistant.training.train import train

    result = train(settings(tmp_path, write_corpus(tmp_path), 10**6, minutes=0.0))
    assert result.step == 1
    assert result.checkpoint.is_file()


def test_a_decay_branch_ends_at_rate_zero_and_leaves_the_trunk_alone(tmp_path: Path) -> None:
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    trunk = train(settings(tmp_path, manifest, 6, "trunk")).checkpoint
    before = trunk.read_bytes()
    branch = train(settings(tmp_path, manifest, 10**6, "branch", start=trunk, decay_steps=8))
    assert branch.step == 14
    assert trunk.read_bytes() == before
    assert float(read_log(tmp_path / "branch")[-1]["rate"]) == pytest.approx(1e-3 / 8)


def test_matrices_may_stay_while_vectors_learn(tmp_path: Path) -> None:
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    trunk = train(settings(tmp_path, manifest, 3, "trunk")).checkpoint
    shares = {"muon": False, "matrix_share": 0.0, "front_rate": 0.0}
    train(settings(tmp_path, manifest, 6, "branch", start=trunk, **shares))
    before, after = weights(tmp_path / "trunk"), weights(tmp_path / "branch")
    own = [name for name in before if name.startswith("model.")]
    dimensions = [before[name].ndim for name in own if not before[name].equal(after[name])]
    assert set(dimensions) == {1}
    assert len(dimensions) > 20


def test_a_run_keeps_the_shape_of_the_checkpoint_that_it_began_with(tmp_path: Path) -> None:
    from assistant.training.model import ModelShape
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    trunk = train(settings(tmp_path, manifest, 3, "trunk")).checkpoint
    train(settings(tmp_path, manifest, 5, "other", start=trunk, shape=ModelShape()))
    assert train(settings(tmp_path, manifest, 6, "other", shape=ModelShape())).step == 6


def test_each_row_of_a_batch_is_levelled_over_its_own_length(tmp_path: Path) -> None:
    import torch

    from assistant.training.batches import (
        BatchMaker,
        Feed,
        Pool,
        Segment,
        SymbolTable,
        clips_of,
        snapshot,
    )
    from assistant.training.team import Team
    from tests.training.miniature import PHONEMES

    seen = snapshot([str(write_corpus(tmp_path))])
    feed = Feed(batch_seconds=20.0)
    maker = BatchMaker(
        Pool(clips_of(seen), feed), feed, SymbolTable(PHONEMES), Segment(seen), Team()
    )
    waves = maker(0).waves
    ends = [int(row.nonzero().max()) + 1 for row in waves]
    assert min(ends) < max(ends) == waves.shape[1]
    for row, end in zip(waves, ends, strict=True):
        assert row[:end].mean().abs() < 1e-3
        assert torch.isclose(row[:end].var(), torch.tensor(1.0), atol=1e-2)


def test_a_grown_manifest_is_seen_at_the_next_segment_and_not_before(tmp_path: Path) -> None:
    from assistant.training.batches import clips_of, snapshot

    manifest = write_corpus(tmp_path)
    seen = snapshot([str(tmp_path / "*.jsonl")])
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join([*lines, lines[0]]), encoding="utf-8")
    assert len(clips_of(seen)) == len(lines)
    assert len(clips_of(snapshot([str(tmp_path / "*.jsonl")]))) == len(lines) + 1


def test_the_curves_are_drawn(tmp_path: Path) -> None:
    from assistant.training.curves import draw
    from assistant.training.train import train

    train(settings(tmp_path, write_corpus(tmp_path), 4, evaluate_hours=0.001))
    picture = draw([tmp_path / "run" / "log.csv"], tmp_path / "curves.svg")
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.count("<polyline") >= 2
    assert "hours heard" in drawn
