"""What clips ask for, by their words and by labels."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.bench.meanings import Meaning, Meanings
from assistant.errors import UsageError
from assistant.records import Command, Slot
from assistant.training.corpus import Clip
from tests.understanding.household import ALL, NOW, understander


def clip(text: str = "", speaker: str = "shop_one") -> Clip:
    return Clip(Path("x"), text, speaker, 1.0, "shop", "CC0 1.0", "test")


def by_words(text: str) -> Meaning | None:
    return Meanings(ALL).by_words(understander().reader, NOW)(clip(text))


def test_words_that_are_a_command_mean_it() -> None:
    ten = {"length": timedelta(minutes=10)}
    assert by_words("set a timer for ten minutes") == Meaning("timer.set_timer", ten)


@pytest.mark.parametrize("text", ["", "the queen is in the garden", "set a timer", "call zorblax"])
def test_other_words_and_incomplete_commands_ask_for_nothing(text: str) -> None:
    assert by_words(text) is None


def test_the_spelling_of_free_text_does_not_count_but_a_list_entry_does() -> None:
    def meaning(intent: str, slot: str, text: str) -> Meaning:
        return Meanings(ALL).of(Command(intent, (Slot(slot, text, text),)))

    assert meaning("notes.add", "text", "bye milk") == meaning("notes.add", "text", "buy milk")
    assert meaning("dial.call", "who", "anna") != meaning("dial.call", "who", "hannah")


def test_labels_name_intent_and_slots_in_camel_case(tmp_path: Path) -> None:
    row = {"intent": "setTimer", "slots": {"roomName": " the  kitchen"}}
    file = tmp_path / "labels.json"
    file.write_text(json.dumps({"one.wav": row}))
    wanted = Meanings(ALL).by_labels(file)
    assert wanted(clip()) == Meaning("timer.set_timer", {"room_name": "the kitchen"})
    with pytest.raises(UsageError, match="no label for two"):
        wanted(clip(speaker="shop_two"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "has no labels"),
        ("[1]", "has no labels"),
        ('{"one.wav": {"slots": {}}}', "has no labels"),
        ('{"one.wav": {"intent": "fly", "slots": {}}}', "No ability is called fly"),
    ],
)
def test_labels_that_cannot_be_used_are_named(tmp_path: Path, content: str, why: str) -> None:
    file = tmp_path / "labels.json"
    file.write_text(content)
    with pytest.raises(UsageError, match=why):
        Meanings(ALL).by_labels(file)
