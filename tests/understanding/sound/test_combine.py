"""Two witnesses: the transcript and the sound."""

from __future__ import annotations

import pytest

from assistant.records import Command, Match, Slot
from assistant.understanding.graph import CommandGraph
from assistant.understanding.judge import Candidate
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.combine import combine, sureness
from tests.understanding.sound.helpers import NOW, Lists, graph, intent, spelled

CALL = intent("dial.call", "call {who}", slots={"who": "list:people"})
TIME = intent("ask.time", "what's the time")
NOTE = intent("note.add", "take a note saying {note}", slots={"note": "text"})


@pytest.fixture
def commands() -> CommandGraph:
    return graph(CALL, TIME, NOTE, lists=Lists(people=["anna", "hannah", "bob jones"]))


def read(commands: CommandGraph, said: str) -> list[SoundReading]:
    return SoundReader(commands).readings(spelled(said), NOW)


def candidate(name: str, sure: float, match: Match, **slots: str) -> Candidate:
    """What text made of it; slots have their values in capitals, as the lists do."""
    filled = tuple(Slot(slot, text, text.upper()) for slot, text in slots.items())
    return Candidate(Command(name, filled, sure, match), "low", 2 * (1 - sure))


def test_sound_alone_is_a_candidate(commands: CommandGraph) -> None:
    best = combine(commands, [], read(commands, "call anna"))[0]
    assert (best.command.intent, best.command.match) == ("dial.call", "sound")
    assert best.command.slots[0].value == "ANNA"


def test_two_witnesses_are_surer_than_either(commands: CommandGraph) -> None:
    text = candidate("dial.call", 0.6, "edit", who="anna")
    readings = read(commands, "call anna")
    alone = combine(commands, [], readings)[0]
    both = combine(commands, [text], readings)[0]
    assert both.command.match == "edit"
    assert both.command.confidence > max(0.6, alone.command.confidence)


def test_a_command_is_named_once(commands: CommandGraph) -> None:
    text = candidate("dial.call", 0.6, "edit", who="anna")
    found = combine(commands, [text], read(commands, "call anna"))
    same = [
        one
        for one in found
        if one.command.intent == "dial.call" and one.command.slots[0].value == "ANNA"
    ]
    assert len(same) == 1


def test_a_surer_reading_of_the_sound_comes_before_a_guess(commands: CommandGraph) -> None:
    guess = candidate("ask.time", 0.3, "classifier")
    found = combine(commands, [guess], read(commands, "call anna"))
    assert found[0].command.intent == "dial.call"


def test_exact_text_that_the_sound_confirms_stays_as_sure_as_it_was(commands: CommandGraph) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    best = combine(commands, [exact], read(commands, "whats the time"))[0]
    assert best.command == exact.command


def test_exact_text_gives_way_where_the_sound_is_sure_of_something_else(
    commands: CommandGraph,
) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    best, second = combine(commands, [exact], read(commands, "call bob jones"))[:2]
    assert best.command.intent == "dial.call"
    assert second.command.intent == "ask.time"
    assert second.command.confidence < best.command.confidence


def test_exact_text_stays_in_front_of_unsure_sound(commands: CommandGraph) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    bent = SoundReader(commands).readings(spelled("gaul popcorns", sure=5.0), NOW)
    assert combine(commands, [exact], bent)[0].command.intent == "ask.time"


def test_no_sound_leaves_text_in_its_order(commands: CommandGraph) -> None:
    one, two = candidate("ask.time", 0.9, "edit"), candidate("note.add", 0.4, "classifier")
    assert [c.command for c in combine(commands, [one, two], [])] == [one.command, two.command]


def test_rivals_share_the_confidence(commands: CommandGraph) -> None:
    clear = combine(commands, [], read(commands, "call bob jones"))
    torn = combine(
        commands,
        [],
        SoundReader(commands).readings(spelled("call hanna", sure=4.0), NOW),
    )
    names = {one.command.slots[0].value for one in torn[:2]}
    assert names == {"ANNA", "HANNAH"}
    assert torn[0].command.confidence < clear[0].command.confidence


def test_bent_sound_is_less_sure(commands: CommandGraph) -> None:
    straight, bent = (read(commands, said)[0] for said in ("call bob jones", "gaul popcorns"))
    assert sureness(straight) > sureness(bent)
