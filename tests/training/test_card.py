"""What a model card says, and whose licence stands beside the weights."""

import json

import pytest

from assistant.training.card import Facts, model_card
from assistant.training.evaluate import Report
from assistant.training.origin import MOONSHINE, ORIGINS
from tests.program import ROOT

NOTICE = "LICENSE-moonshine"


def card(origin: str, frame_s: float) -> str:
    facts = Facts(ORIGINS[origin], frame_s, 7.6, 8.1, 90.0, "Tones.", 0.99, 0.98, "in fp32")
    return model_card(facts, [], Report((), ()))


@pytest.mark.parametrize(
    ("origin", "frame_s", "head"),
    [
        ("", 0.02, "English commands, trained from nothing: 7.6 million parameters"),
        ("", 0.02, "a frame every 20 ms"),
        (MOONSHINE, 0.024, "that began as Moonshine tiny's encoder: 7.6 million"),
        (MOONSHINE, 0.024, "a frame every 24 ms"),
    ],
)
def test_a_card_says_what_the_network_began_with(origin: str, frame_s: float, head: str) -> None:
    assert head in card(origin, frame_s)
    assert "90 hours of audio heard, repetitions counted. Tones." in card(origin, frame_s)


def test_a_card_says_whose_layers_they_are_and_what_these_may_have_heard() -> None:
    assert NOTICE not in card("", 0.02)
    inherited = card(MOONSHINE, 0.024)
    assert NOTICE in inherited
    assert "may flatter the model" in inherited


def test_the_bundled_model_has_the_licence_of_those_whose_layers_it_has() -> None:
    folder = ROOT / "models" / "starter-en"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    inherits = config.get("position_embeddings_type") == "rotary"
    assert (folder / NOTICE).is_file() == inherits
    assert (NOTICE in (folder / "README.md").read_text(encoding="utf-8")) == inherits


def test_weights_to_train_on_from_have_the_licence_too() -> None:
    licence = ORIGINS[MOONSHINE].licence
    assert licence is not None
    beside = list((ROOT / "models").glob(f"training/*/{NOTICE}"))
    assert beside
    assert all(file.read_bytes() == licence.read_bytes() for file in beside)
