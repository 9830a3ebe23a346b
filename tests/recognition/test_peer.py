"""The same texts as another decoder finds in the same sound, with the same words and model.

flashlight-text 0.0.7, which has no package for every Python that we support, read these emissions
once, through scripts/flashlight-decoder.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assistant.recognition.greedy import GreedyDecoder
from assistant.recognition.language import files
from assistant.recognition.words import BeamDecoder
from assistant.records import Emissions
from assistant.settings import DecodingSettings
from tests.recognition.test_align import LETTERS

MODEL = files.read(Path(__file__).parent / "language" / "four.arpa")
SETTINGS = DecodingSettings(
    weight=1.0, word_bonus=0.5, words="known", width=200, score_range=60.0, column_range=99.0
)
SENTENCES = (
    "set a timer now",
    "what time is the pasta",
    "call mary now",
    "the pasta is a timer",
    "call the time",
)
FOUND = (
    "set a timer",
    "what time is the pasta",
    "call mary now",
    "the pasta timer",
    "call the time",
    "set a timer",
    "what time is the pasta",
    "call mary now",
    "the pasta timer",
    "call the time",
    "set a timer now",
    "time the pasta",
    "call mary now",
    "a pasta timer",
    "call the time",
    "set a timer now",
    "what time is the pasta",
    "mary now",
    "the pasta timer",
    "call the time",
    "set a timer now",
    "what time is the pasta",
    "call mary now",
    "the pasta timer",
    "the time",
    "set a timer now",
    "what time is the pasta",
    "call mary now",
    "the pasta timer",
    "call the time",
)
"""By flashlight-text, adding up paths."""


def unclear(sentence: str, seed: int) -> Emissions:
    """A sentence of which every letter is drowned in others; the last frame parts words."""
    draw = np.random.default_rng(seed)
    tokens = LETTERS.tokens
    said = ["<pad>" if c == "_" else c for c in "_" + "_".join(sentence.replace(" ", "|")) + "_"]
    logits = draw.normal(0, 1.5, (len(said) + 1, len(tokens)))
    logits[:-1, 0] += 1.0
    logits[range(len(said)), [tokens.index(token) for token in said]] += 3.5
    logits[-1, 1] += 30.0
    log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return Emissions(log_probs.astype(np.float32), LETTERS, 0.02)


HEARD = [
    unclear(text, 10 * seed + place) for seed in range(6) for place, text in enumerate(SENTENCES)
]


def test_another_decoder_finds_the_same_texts() -> None:
    decoder = BeamDecoder(MODEL, SETTINGS)
    assert tuple(decoder.decode(heard).text for heard in HEARD) == FOUND


def test_the_sound_alone_would_not_do() -> None:
    alone = [GreedyDecoder().decode(heard).text for heard in HEARD]
    assert not set(alone) & set(FOUND)
