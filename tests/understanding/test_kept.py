"""What is compiled once and comes back in later runs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import TemplateError
from assistant.kept import Kept
from assistant.records import IntentSpec, ListEntry
from assistant.settings import UnderstandingSettings
from assistant.storage import FolderCache
from assistant.understanding.graph import CommandGraph
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.sound.compiled import CompiledGraph, WordNets
from assistant.understanding.sound.spelling import LetterSpeller
from assistant.understanding.understander import CommandUnderstander
from assistant.understanding.values import value_types
from tests.fakes import MemoryCache
from tests.understanding.household import (
    ALL,
    CALL,
    LIGHT,
    NOW,
    PEOPLE,
    TIMER,
    Conversation,
    Lists,
    people,
    templates,
    values,
)
from tests.understanding.sound.helpers import LETTERS

VALUES = value_types("en")


def compiled(memory: MemoryCache, intents: Sequence[IntentSpec], lists: Lists) -> CompiledGraph:
    graph = CommandGraph(intents, lists, VALUES, kept=Kept(memory, "this code"))
    made = CompiledGraph(WordNets(graph), LetterSpeller(LETTERS))
    made.refresh()
    return made


def talk(memory: MemoryCache, lists: Lists | None = None) -> Conversation:
    settings = UnderstandingSettings(always_confirm_high_risk=False)
    known = people(*PEOPLE) if lists is None else lists
    return Conversation(CommandUnderstander(ALL, known, settings, kept=Kept(memory, "code")))


def test_nothing_is_made_twice() -> None:
    memory = MemoryCache()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since() == []


def test_words_that_were_compiled_to_letters_are_not_read_again() -> None:
    memory = MemoryCache()
    compiled(memory, ALL, people(*PEOPLE))
    memory.files = {name: kept for name, kept in memory.files.items() if "words-" not in name}
    memory.since()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since() == []


def test_a_new_contact_compiles_the_contacts_alone() -> None:
    memory = MemoryCache()
    compiled(memory, ALL, people("anna"))
    memory.since()
    compiled(memory, ALL, people("anna", "bob"))
    assert memory.since() == ["part", "words"]


def test_a_new_ability_compiles_the_templates_alone() -> None:
    memory = MemoryCache()
    compiled(memory, [CALL, TIMER], people("anna"))
    memory.since()
    compiled(memory, [CALL, TIMER, IntentSpec("a.b", templates("stop it"))], people("anna"))
    assert memory.since() == ["commands", "part", "words"]


def test_what_was_kept_understands_the_same() -> None:
    memory = MemoryCache()
    said = ("call anna", "set a tymer for fife minits", "turn of the kichen lite", "hum a song")
    fresh, kept = ([talk(memory).say(text) for text in said] for _ in range(2))
    assert fresh == kept
    assert "classifier" in memory.since()


def test_kept_commands_see_the_contacts_of_today() -> None:
    memory = MemoryCache()
    talk(memory, people("anna")).say("call anna")
    assert values(talk(memory, people("bob")).say("call bob")) == {"who": "Bob"}


def test_a_list_that_is_gone_is_noticed() -> None:
    memory = MemoryCache()
    CommandGraph([CALL], people("anna"), VALUES, kept=Kept(memory))
    with pytest.raises(TemplateError, match="nor a list"):
        CommandGraph([CALL], Lists(), VALUES, kept=Kept(memory))


def test_another_meaning_of_a_name_is_noticed() -> None:
    memory = MemoryCache()
    room, state = LIGHT.slots
    CommandGraph([LIGHT], Lists(), VALUES, kept=Kept(memory))
    memory.since()
    free = replace(LIGHT, slots=(replace(room, kind="text"), state))
    CommandGraph([free], Lists(), VALUES, kept=Kept(memory))
    assert memory.since() == ["commands"]


def test_the_list_of_an_ability_is_as_it_is_today() -> None:
    memory = MemoryCache()
    attic = replace(LIGHT, lists={**LIGHT.lists, "room": (ListEntry("attic", "attic"),)})
    settings = UnderstandingSettings()
    for intents, text in (
        ([LIGHT], "turn on the kitchen light"),
        ([attic], "turn on the attic light"),
    ):
        for _ in range(2):
            made = CommandUnderstander(intents, Lists(), settings, kept=Kept(memory, "code"))
            assert Conversation(made).say(text).kind == "execute"


def test_a_new_example_is_learnt() -> None:
    memory = MemoryCache()
    for intents in (ALL, ALL, [replace(TIMER, examples=("boil an egg",)), CALL]):
        graph = CommandGraph(intents, people("anna"), VALUES, kept=Kept(memory))
        Interpreter(graph, "en").candidates("wake me when the egg is done", NOW, heard=False)
    assert memory.since().count("classifier") == 2


def test_other_code_takes_nothing() -> None:
    memory = MemoryCache()
    one, other = Kept(memory, "one"), Kept(memory, "other")
    assert one.made("number", "seven", lambda: 7) == 7
    assert one.made("number", "seven", lambda: 8) == 7
    assert other.made("number", "seven", lambda: 9) == 9


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"x" * 100])
def test_damaged_content_is_made_again(damage: bytes) -> None:
    memory = MemoryCache()
    Kept(memory).made("number", "seven", lambda: 7)
    memory.files = dict.fromkeys(memory.files, damage)
    assert Kept(memory).made("number", "seven", lambda: 8) == 8


def test_a_folder_keeps_what_was_used_last(tmp_path: Path) -> None:
    folder = tmp_path / "compiled"
    for number, name in enumerate("abcd"):
        FolderCache(folder).write(name, b"content")
        os.utime(folder / name, (number, number))
    assert FolderCache(folder).read("a") == b"content"
    FolderCache(folder, most=3 * len("content")).write("e", b"content")
    assert {file.name for file in folder.iterdir()} == {"a", "d", "e"}


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("a file, not a folder")
    cache = FolderCache(tmp_path / "compiled")
    cache.write("a", b"content")
    assert cache.read("a") is None
