"""What is compiled once and comes back in later runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from assistant.errors import TemplateError
from assistant.records import IntentSpec
from assistant.settings import UnderstandingSettings
from assistant.storage import MOST_KEPT, FolderCache
from assistant.understanding.graph import CommandGraph
from assistant.understanding.kept import Kept
from assistant.understanding.sound.compiled import CompiledGraph, WordNets
from assistant.understanding.sound.spelling import LetterSpeller
from assistant.understanding.understander import CommandUnderstander
from assistant.understanding.values import value_types
from tests.understanding.household import (
    ALL,
    CALL,
    LIGHT,
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


@dataclass
class Memory:
    """A cache that tells what was written."""

    files: dict[str, bytes] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def read(self, name: str) -> bytes | None:
        return self.files.get(name)

    def write(self, name: str, content: bytes) -> None:
        self.files[name] = content
        self.written.append(name.split("-")[0])

    def since(self) -> list[str]:
        """The kinds of what was made since the last call."""
        made, self.written = sorted(self.written), []
        return made


def compiled(memory: Memory, intents: Sequence[IntentSpec], lists: Lists) -> CompiledGraph:
    graph = CommandGraph(intents, lists, VALUES, kept=Kept(memory, "this code"))
    made = CompiledGraph(WordNets(graph), LetterSpeller(LETTERS))
    made.refresh()
    return made


def talk(memory: Memory, lists: Lists | None = None) -> Conversation:
    settings = UnderstandingSettings(always_confirm_high_risk=False)
    known = people(*PEOPLE) if lists is None else lists
    return Conversation(CommandUnderstander(ALL, known, settings, kept=Kept(memory, "code")))


def test_nothing_is_made_twice() -> None:
    memory = Memory()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since() == []


def test_words_that_were_compiled_to_letters_are_not_read_again() -> None:
    memory = Memory()
    compiled(memory, ALL, people(*PEOPLE))
    memory.files = {name: kept for name, kept in memory.files.items() if "words-" not in name}
    memory.since()
    compiled(memory, ALL, people(*PEOPLE))
    assert memory.since() == []


def test_a_new_contact_compiles_the_contacts_alone() -> None:
    memory = Memory()
    compiled(memory, ALL, people("anna"))
    memory.since()
    compiled(memory, ALL, people("anna", "bob"))
    assert memory.since() == ["part", "words"]


def test_a_new_ability_compiles_the_templates_alone() -> None:
    memory = Memory()
    compiled(memory, [CALL, TIMER], people("anna"))
    memory.since()
    compiled(memory, [CALL, TIMER, IntentSpec("a.b", templates("stop it"))], people("anna"))
    assert memory.since() == ["commands", "part", "words"]


def test_what_was_kept_understands_the_same() -> None:
    memory = Memory()
    said = ("call anna", "set a tymer for fife minits", "turn of the kichen lite", "hum a song")
    fresh, kept = ([talk(memory).say(text) for text in said] for _ in range(2))
    assert fresh == kept
    assert "classifier" in memory.since()


def test_kept_commands_see_the_contacts_of_today() -> None:
    memory = Memory()
    talk(memory, people("anna")).say("call anna")
    assert values(talk(memory, people("bob")).say("call bob")) == {"who": "Bob"}


def test_a_list_that_is_gone_is_noticed() -> None:
    memory = Memory()
    CommandGraph([CALL], people("anna"), VALUES, kept=Kept(memory))
    with pytest.raises(TemplateError, match="nor a list"):
        CommandGraph([CALL], Lists(), VALUES, kept=Kept(memory))


def test_another_meaning_of_a_name_is_noticed() -> None:
    memory = Memory()
    room, state = LIGHT.slots
    CommandGraph([LIGHT], Lists(), VALUES, kept=Kept(memory))
    memory.since()
    free = replace(LIGHT, slots=(replace(room, kind="text"), state))
    CommandGraph([free], Lists(), VALUES, kept=Kept(memory))
    assert memory.since() == ["commands"]


def test_other_code_takes_nothing() -> None:
    memory = Memory()
    one, other = Kept(memory, "one"), Kept(memory, "other")
    assert one.made("number", "seven", lambda: 7) == 7
    assert one.made("number", "seven", lambda: 8) == 7
    assert other.made("number", "seven", lambda: 9) == 9


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"x" * 100])
def test_damaged_content_is_made_again(damage: bytes) -> None:
    memory = Memory()
    Kept(memory).made("number", "seven", lambda: 7)
    memory.files = dict.fromkeys(memory.files, damage)
    assert Kept(memory).made("number", "seven", lambda: 8) == 8


def test_a_folder_keeps_what_was_used_last(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "compiled")
    assert cache.read("a") is None
    for number in range(MOST_KEPT + 20):
        cache.write(f"n{number}", b"content")
    assert len(list((tmp_path / "compiled").iterdir())) == MOST_KEPT
    assert cache.read(f"n{MOST_KEPT + 19}") == b"content"


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("a file, not a folder")
    cache = FolderCache(tmp_path / "compiled")
    cache.write("a", b"content")
    assert cache.read("a") is None
