"""The coffee ability that the published orders are measured with."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.loader import load
from assistant.records import Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.understanding.household import NOW, Lists


@pytest.fixture(scope="module")
def understander() -> CommandUnderstander:
    loaded = load([Path(__file__).parent / "orders"], installed=False)
    assert not loaded.broken
    return CommandUnderstander(
        [each.spec for each in loaded.intents], Lists(), UnderstandingSettings()
    )


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("a coffee", {"coffee_drink": "coffee"}),
        (
            "may i have a double shot large dark roast latte",
            {
                "coffee_drink": "latte",
                "size": "large",
                "roast": "dark roast",
                "number_of_shots": "double shot",
            },
        ),
        (
            "give me a medium roast iced mocha with a bit of sugar and lots of skim milk",
            {
                "coffee_drink": "iced mocha",
                "roast": "medium roast",
                "sugar_amount": "a bit of sugar",
                "milk_amount": "lots of skim milk",
            },
        ),
        (
            "i'd like a medium medium roast drip coffee with cream",
            {
                "coffee_drink": "drip coffee",
                "size": "medium",
                "roast": "medium roast",
                "milk_amount": "cream",
            },
        ),
    ],
)
def test_orders_are_understood(
    understander: CommandUnderstander, text: str, slots: dict[str, str]
) -> None:
    decision = understander.understand(Transcript(text), None, NOW, 0.0)
    assert decision.command
    assert {slot.name: slot.value for slot in decision.command.slots} == slots
