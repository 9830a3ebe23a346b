"""Abilities made of sentences that somebody read."""

from __future__ import annotations

from pathlib import Path

from assistant.bench.decisions import EVERYTHING, cases, in_own_ways
from assistant.bench.noise import conditions
from assistant.bench.rehearsal import rehearsal_task, rehearse
from assistant.settings import UnderstandingSettings
from tests.bench.studio import clips, household
from tests.understanding.household import NOW

WORDS = (
    *("red", "blue", "green", "yellow", "seven", "eleven"),
    *("garden", "window", "river", "mountain", "bottle", "candle"),
)
SENTENCES = [
    f"the {one} {two} stood beside an old {three}"
    for one, two, three in zip(WORDS, WORDS[3:] + WORDS[:3], WORDS[7:] + WORDS[:7], strict=True)
]


def test_the_same_seed_makes_the_same_abilities() -> None:
    assert rehearse(SENTENCES) == rehearse(SENTENCES)
    assert rehearse(SENTENCES, seed=1) != rehearse(SENTENCES)


def test_sentences_become_commands_near_misses_and_neither() -> None:
    made = rehearse(SENTENCES * 2)
    commands = [wanted for wanted in made.wanted if wanted]
    assert 0 < len(commands) < len(made.wanted)
    assert len(made.intents) < len(SENTENCES)
    assert made.wanted[: len(SENTENCES)] == made.wanted[len(SENTENCES) :]


def test_slots_accept_the_right_word_and_words_like_it() -> None:
    made = rehearse(SENTENCES)
    slots = [
        (intent.lists[name], value)
        for wanted in made.wanted
        if wanted
        for intent in made.intents
        if intent.name == wanted.intent
        for name, value in wanted.slots.items()
        if name in intent.lists
    ]
    assert slots
    for entries, value in slots:
        assert [entry.value for entry in entries].count(value) == 1
        assert len(entries) == 4


def test_rehearsed_commands_are_understood(tmp_path: Path) -> None:
    model = household(tmp_path).model
    read = clips(tmp_path, SENTENCES[:6])
    task = rehearsal_task(read, model, UnderstandingSettings())
    found = cases(read, task, [in_own_ways(task.reader, NOW)], conditions((), ()))
    for case in found:
        best = case.found[EVERYTHING][0] if case.found[EVERYTHING] else None
        if case.wanted:
            assert best
            assert task.meanings.of(best.command) == case.wanted
