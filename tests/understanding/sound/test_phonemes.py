"""Letters and phonemes of one utterance, together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.records import Emissions, Vocabulary
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.pronounce import RuleLexicon
from tests.understanding.sound.helpers import NOW, Lists, graph, intent, normalised, spelled

SOUNDS = Vocabulary(
    ("<pad>", "|", "k", "ɔː", "l", "ʃ", "ə", "n", "æ", "t", "uː"), 0, 1, frozenset({0})
)
LEXICON = RuleLexicon(
    {
        "call": (("k", "ɔː", "l"),),
        "siobhan": (("ʃ", "ə", "n"),),
        "ann": (("æ", "n"),),
        "two": (("t", "uː"),),
        "to": (("t", "uː"),),
        "note": (("n", "t"),),
    },
    {},
)


def heard(letters: str, sounds: str, sure: float = 8.0) -> Emissions:
    """Letters as `spelled` has them, and phonemes spread over as many frames."""
    emissions = spelled(letters, sure=sure)
    logits = np.zeros((len(emissions.log_probs), len(SOUNDS.tokens)))
    columns = [SOUNDS.tokens.index(sound) for sound in sounds.split()]
    said = np.zeros(len(logits), int)
    said[1 : 2 * len(columns) : 2] = columns
    logits[np.arange(len(said)), said] += sure
    return replace(emissions, phonemes=Emissions(normalised(logits), SOUNDS, emissions.frame_s))


def read(emissions: Emissions, *, lexicon: RuleLexicon | None = LEXICON) -> list[SoundReading]:
    commands = graph(
        intent("dial.call", "call {who}", slots={"who": "list:people"}),
        intent("note.add", "note {text}", slots={"text": "text"}),
        lists=Lists(people=["siobhan", "ann", "two"]),
    )
    return SoundReader(commands, lexicon=lexicon).readings(emissions, NOW)


def who(reading: SoundReading) -> object:
    return reading.reading.slots[0].value


def test_phonemes_find_a_name_that_letters_misspell() -> None:
    emissions = heard("call shan", "k ɔː l | ʃ ə n")
    assert who(read(emissions, lexicon=None)[0]) == "ANN"
    assert who(read(emissions)[0]) == "SIOBHAN"


def test_without_a_lexicon_or_a_second_reading_letters_do() -> None:
    emissions = heard("call ann", "k ɔː l | ʃ ə n")
    alone = read(replace(emissions, phonemes=None))
    assert [one.log_likelihood for one in alone] == [
        one.log_likelihood for one in read(emissions, lexicon=None)
    ]
    assert who(alone[0]) == "ANN"


def test_free_text_is_spelled_by_the_letters() -> None:
    best = read(heard("note tell ann", "n t | ʃ ə n"))[0]
    assert best.reading.slots[0].value == "tell ann"


def test_words_that_sound_alike_lead_to_their_own_commands() -> None:
    commands = graph(intent("a.two", "call two"), intent("a.to", "call to"))
    emissions = heard("call to", "k ɔː l | t uː")
    found = SoundReader(commands, lexicon=LEXICON).readings(emissions, NOW)
    assert [one.reading.intent.name for one in found] == ["a.to", "a.two"]


def test_what_both_found_counts_in_parts() -> None:
    emissions = heard("call ann", "k ɔː l | æ n")
    both, alone = read(emissions)[0], read(emissions, lexicon=None)[0]
    assert who(both) == who(alone) == "ANN"
    assert both.ratio == pytest.approx(0.0, abs=0.05)
