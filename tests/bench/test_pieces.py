"""Short utterances cut out of long ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.bench.pieces import LEAST_LETTERS, pieces, word_places
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions
from assistant.training.corpus import read_audio
from tests.bench.studio import clips, household
from tests.fakes import LETTERS

TEXT = "the tall man carried seven red boxes"


def test_pieces_say_what_they_are_labelled_with(tmp_path: Path) -> None:
    model, whole = household(tmp_path).model, clips(tmp_path, [TEXT])
    cut = list(pieces(whole, model, each=6))
    assert cut
    for piece in cut:
        samples = read_audio(piece).astype(np.float32) / np.float32(32768)
        assert piece.text in TEXT
        assert piece.seconds == pytest.approx(len(samples) / 16_000)
        assert GreedyDecoder().decode(model.emissions(samples)).text == piece.text
        assert len(piece.text.replace(" ", "")) >= LEAST_LETTERS


def test_the_same_seed_cuts_the_same(tmp_path: Path) -> None:
    model, whole = household(tmp_path).model, clips(tmp_path, [TEXT])
    assert list(pieces(whole, model)) == list(pieces(whole, model))
    assert list(pieces(whole, model, each=6)) != list(pieces(whole, model, each=6, seed=1))


def test_what_cannot_be_aligned_is_not_cut() -> None:
    short = Emissions(np.zeros((3, len(LETTERS.tokens)), np.float32), LETTERS, 0.02)
    assert word_places("much longer", short) == []
    assert word_places("", short) == []
    assert word_places("éa", short) == []
