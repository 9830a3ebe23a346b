"""Sound that lies on a device, the harm done to it there, and a run from it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.training.corpus import read_manifest, write_manifest
from tests.training.miniature import PHONEMES, settings, small_shape, spoken, write_corpus

if TYPE_CHECKING:
    import torch

    from assistant.training.harm import Harm

pytestmark = pytest.mark.train


def harm(seed: int = 1) -> Harm:
    import torch

    from assistant.training.augment import Augmentation
    from assistant.training.harm import Harm

    hiss = torch.from_numpy(np.random.default_rng(0).integers(-900, 900, 8000).astype(np.int16))
    return Harm(Augmentation(), seed, hiss, torch.device("cpu"))


def tones(rows: int = 6, samples: int = 24_000) -> torch.Tensor:
    import torch

    time = torch.arange(samples) / 16_000
    return torch.stack([0.1 * torch.sin(2 * np.pi * (200 + 90 * r) * time) for r in range(rows)])


def ends(waves: torch.Tensor) -> torch.Tensor:
    import torch

    return torch.full((len(waves),), waves.shape[1])


def test_harm_ends_with_its_row_and_counts_no_silence_behind_it() -> None:
    import torch

    waves = tones()
    waves[0, 6_000:] = 0
    harmed = harm()(waves, torch.tensor([6_000, *[24_000] * 5]), torch.ones(99).short(), 0.3)
    assert not harmed[0, 6_000:].any()
    assert harmed[0, :6_000].var() == pytest.approx(1, abs=0.01)


def test_harm_keeps_length_and_makes_mean_0_and_variance_1() -> None:
    import torch

    sound = torch.from_numpy(spoken("b a n a n a"))
    for strength in (0.0, 0.5, 1.0):
        harmed = harm()(tones(), ends(tones()), sound, strength)
        assert harmed.shape == (6, 24_000)
        assert harmed.mean(1).abs().max() < 1e-3
        assert (harmed.var(1) - 1).abs().max() < 1e-2


def test_the_same_seed_does_the_same_harm_and_another_another() -> None:
    import torch

    sound = torch.from_numpy(spoken("b a n a n a"))
    first, again, other = (harm(seed)(tones(), ends(tones()), sound, 1.0) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_strength_0_leaves_all_but_a_faint_floor() -> None:
    import torch

    waves = tones()
    sound = torch.from_numpy(spoken("b a n a n a"))
    harmed = harm()(waves, ends(waves), sound, 0.0)
    for before, after in zip(waves, harmed, strict=True):
        assert np.corrcoef(before.numpy(), after.numpy())[0, 1] > 0.99
    stronger = harm()(waves, ends(waves), sound, 1.0)
    assert min(np.corrcoef(a, b)[0, 1] for a, b in zip(waves, stronger, strict=True)) < 0.9


def test_pieces_are_gathered_to_their_places_at_their_speeds() -> None:
    import torch

    from assistant.training.harm import Rows, gathered

    sound = torch.from_numpy(np.concatenate([spoken("a"), spoken("n")]))
    rows = Rows(
        torch.tensor([[0, 2560], [2560, 0]]),
        torch.tensor([[2560, 2560], [2560, 0]]),
        torch.tensor([[100, 4000], [0, 0]]),
        torch.tensor([[1.0, 2.0], [1.0, 1.0]], dtype=torch.float64),
    )
    waves = gathered(sound, rows, 6000).numpy()
    exact = sound[:2559].float().numpy()
    assert np.corrcoef(waves[0, 100:2659], exact)[0, 1] > 0.9999
    played = waves[0, 4000:5279]  # the tone of 300 Hz, an octave higher at twice the speed
    assert np.abs(np.fft.rfft(played, 16_000)).argmax() == pytest.approx(600, abs=8)
    assert not waves[0, :100].any()
    assert not waves[0, 2660:4000].any()
    assert not waves[0, 5290:].any()
    assert np.sqrt(np.mean(waves[1, :2559] ** 2)) == pytest.approx(0.1, rel=0.01)


def test_a_batch_has_the_sound_and_the_targets_of_its_clips(tmp_path: Path) -> None:
    import torch

    from assistant.training.batches import Feed, SymbolTable
    from assistant.training.resident import ResidentFeed

    manifest = write_corpus(tmp_path)
    feed = ResidentFeed(
        (str(manifest),),
        Feed(batch_seconds=4.0),
        SymbolTable(PHONEMES),
        torch.device("cpu"),
        hours=0.01,
    )
    batch = feed.batch(0.0)
    assert batch.waves.shape[0] == len(batch.letter_counts) == len(batch.phoneme_counts)
    assert int(batch.letter_counts.sum()) == len(batch.letters)
    assert int(batch.phoneme_counts.sum()) == len(batch.phonemes)
    assert batch.waves.shape[1] >= 0.3 * 16_000


def test_a_manifest_that_has_grown_is_taken_in_without_losing_what_was_there(
    tmp_path: Path,
) -> None:
    import torch

    from assistant.training.batches import Feed, SymbolTable
    from assistant.training.resident import ResidentFeed

    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    manifest = write_corpus(tmp_path / "one")
    feed = ResidentFeed(
        (str(manifest.parent / "*.jsonl"),),
        Feed(batch_seconds=4.0),
        SymbolTable(PHONEMES),
        torch.device("cpu"),
        hours=0.01,
    )
    before = feed.hours
    assert not feed.look()
    more = read_manifest(write_corpus(tmp_path / "two"))
    write_manifest(tmp_path / "one" / "more.jsonl", more)
    assert feed.look()
    assert feed.hours == pytest.approx(2 * before)


def test_a_corpus_too_large_for_its_room_is_refused(tmp_path: Path) -> None:
    import torch

    from assistant.errors import TrainingError
    from assistant.training.batches import Feed, SymbolTable
    from assistant.training.resident import ResidentFeed

    manifest = write_corpus(tmp_path)
    with pytest.raises(TrainingError, match="larger than the room"):
        ResidentFeed(
            (str(manifest),), Feed(), SymbolTable(PHONEMES), torch.device("cpu"), hours=1e-5
        )


def test_a_run_on_one_device_learns_and_leaves_a_checkpoint_to_go_on_from(tmp_path: Path) -> None:
    from assistant.training.gpu import GpuSettings, run
    from assistant.training.state import load

    plan = settings(tmp_path, write_corpus(tmp_path), 150, rate=3e-3, minutes=2.0)
    run(GpuSettings(plan, "cpu", dropout=0.0, corpus_hours=0.01, score_s=1.0))
    with (tmp_path / "run" / "log.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert float(rows[-1]["loss"]) < 0.9 * float(rows[0]["loss"])
    assert load(tmp_path / "run" / "last.pt", plan).step == 150


@pytest.mark.parametrize("rotary", [False, True])
def test_a_run_on_one_device_goes_on_from_the_weights_of_another(
    tmp_path: Path, rotary: bool
) -> None:
    import torch

    from assistant.training.gpu import GpuSettings, run
    from assistant.training.state import read_checkpoint, save_half
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    shape = small_shape(rotary=rotary, conv_strides=(12, 8, 4))
    trunk = train(settings(tmp_path, manifest, 3, "trunk", shape=shape)).checkpoint
    save_half(trunk, tmp_path / "half")
    plan = settings(tmp_path, manifest, 5, start=tmp_path / "half", rate=0.0, minutes=2.0)
    state = run(GpuSettings(plan, "cpu", corpus_hours=0.01))
    assert (state.step, state.shape) == (5, shape)
    began = read_checkpoint(tmp_path / "half")["model"]
    ended = read_checkpoint(tmp_path / "run" / "last.pt")["model"]
    assert all(torch.equal(began[name].float(), ended[name]) for name in began)


def test_the_rate_rises_stays_and_falls_to_nothing(tmp_path: Path) -> None:
    from assistant.training.gpu import GpuSettings, rate_share

    plan = GpuSettings(settings(tmp_path, tmp_path / "none", 1), warm_up=0.1, decay=0.4)
    shares = [rate_share(spent, plan) for spent in (0.0, 0.05, 0.1, 0.5, 0.6, 0.8, 1.0)]
    assert shares == pytest.approx([0.0, 0.5, 1.0, 1.0, 1.0, 0.5, 0.0])
