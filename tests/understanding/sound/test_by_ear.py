"""Names that don't sound as they are written, by a voice: found once somebody spelt them by ear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.app.recognising import acoustic_model
from assistant.records import Emissions
from assistant.settings import Settings
from assistant.understanding.graph import CommandGraph
from assistant.understanding.net import Spellings
from assistant.understanding.sound import SoundReader
from assistant.understanding.sound.english import english
from assistant.understanding.values import value_types
from tests.tongues.voices import read_aloud
from tests.understanding.household import CALL, NOW, people

NAMES = ("Siobhan Kelly", "Shivani Kelly", "Tom Nguyen", "Tom Winter")
BY_EAR = {"siobhan": "shivawn", "nguyen": "win"}
SPELLINGS = {name: ((way,),) for name, way in BY_EAR.items()}
CALLED = NAMES[::2]
LISTED = "Siobhan Kelly"
"""Whose pronunciation is in the bundled list, so that the phonemes find her."""


@pytest.fixture(scope="module")
def heard() -> dict[str, Emissions]:
    """What the starter hears when a voice calls somebody."""
    model = acoustic_model(Settings())
    said = {
        name: " ".join(BY_EAR.get(word, word) for word in name.lower().split()) for name in CALLED
    }
    return {
        name: model.emissions(read_aloud("en", "m2", f"call {words}"))
        for name, words in said.items()
    }


def called(emissions: Emissions, spellings: Spellings) -> object:
    """Who is called, by the best reading."""
    graph = CommandGraph([CALL], people(*NAMES), value_types("en"), spellings=spellings)
    found = SoundReader(graph, lexicon=english()).readings(emissions, NOW)
    return found[0].reading.slots[0].value if found else None


@pytest.mark.parametrize("letters_alone", [True, False])
def test_a_name_is_found_by_its_other_spelling(
    heard: dict[str, Emissions], letters_alone: bool
) -> None:
    for name, emissions in heard.items():
        sound = replace(emissions, phonemes=None) if letters_alone else emissions
        assert (called(sound, {}) == name) == (not letters_alone and name == LISTED)
        assert called(sound, SPELLINGS) == name
