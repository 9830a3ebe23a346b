"""Speech in other utterances."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.bench.recut import LONGEST_S, recut
from assistant.training.corpus import Clip, read_audio, write_pack


@pytest.fixture
def said(tmp_path: Path) -> list[Clip]:
    """Two speakers, ten and twenty seconds each of numbers that only they say."""
    numbers = ((number, np.full(160_000, number, "<i2")) for number in (1, 2, 2))
    return write_pack(
        tmp_path / "said.i16",
        (
            (Clip(tmp_path, "words", f"speaker_{number}", 10.0, "studio", "CC0 1.0"), sound)
            for number, sound in numbers
        ),
    )


def test_each_utterance_is_of_one_speaker_and_nearly_nothing_is_lost(
    said: list[Clip], tmp_path: Path
) -> None:
    cut = recut(said, tmp_path / "cut.i16")
    for clip in cut:
        assert set(read_audio(clip).tolist()) == {int(clip.speaker[-1])}
        assert clip.seconds <= LONGEST_S
        assert (clip.text, clip.source) == ("", "studio, cut anew")
    assert 28.0 < sum(clip.seconds for clip in cut) <= 30.0


def test_the_same_seed_cuts_the_same(said: list[Clip], tmp_path: Path) -> None:
    lengths = [
        [clip.samples for clip in recut(said, tmp_path / f"{seed}.i16", seed)] for seed in (0, 0, 1)
    ]
    assert lengths[0] == lengths[1] != lengths[2]
