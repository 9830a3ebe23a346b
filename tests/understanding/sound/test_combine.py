"""Two witnesses: the transcript and the sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.records import Command, Match, Slot, Transcript
from assistant.understanding.graph import CommandGraph
from assistant.understanding.judge import Candidate
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.combine import combine, heard_commands
from assistant.understanding.sound.evidence import said
from tests.understanding.sound.helpers import NOW, Lists, graph, intent, spelled

CALL = intent("dial.call", "call {who}", slots={"who": "list:people"})
TIME = intent("ask.time", "what's the time")
NOTE = intent("note.add", "take a note saying {note}", slots={"note": "text"})


HEARD = Transcript("what was heard", confidence=0.9)


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
    best = combine(commands, [], read(commands, "call anna"), HEARD)[0]
    assert (best.command.intent, best.command.match) == ("dial.call", "sound")
    assert best.command.slots[0].value == "ANNA"


def test_two_witnesses_are_at_least_as_sure_as_either(commands: CommandGraph) -> None:
    text = candidate("dial.call", 0.6, "edit", who="anna")
    readings = read(commands, "call anna")
    alone = combine(commands, [], readings, HEARD)[0]
    both = combine(commands, [text], readings, HEARD)[0]
    assert both.command.match == "edit"
    assert both.command.confidence >= max(0.6, alone.command.confidence)


def test_a_guess_that_hardly_believes_itself_is_no_witness(commands: CommandGraph) -> None:
    guess = candidate("dial.call", 0.1, "classifier", who="anna")
    best = combine(commands, [guess], read(commands, "call anna"), HEARD)[0]
    assert (best.command.intent, best.command.match) == ("dial.call", "sound")


def test_a_misheard_reading_of_everything_is_hardly_believed_where_the_sound_has_it_not(
    commands: CommandGraph,
) -> None:
    command = replace(candidate("note.add", 0.9, "edit").command, said="take a note")
    text = Candidate(command, "low", 0.2)
    readings = read(commands, "call bob jones")
    whole, passed_over = (
        next(one for one in found if one.command.intent == "note.add").command.confidence
        for found in (
            combine(commands, [text], readings, Transcript(heard, confidence=0.9))
            for heard in ("tuck a nut", "um tuck a nut")
        )
    )
    assert whole == pytest.approx(passed_over / 2)


def test_list_entries_are_told_apart_though_their_values_are_texts(commands: CommandGraph) -> None:
    text = candidate("dial.call", 0.9, "edit", who="hannah")
    found = heard_commands(commands, [text], read(commands, "call bob jones"), HEARD)
    assert found[0].candidate.command.slots[0].value == "BOB JONES"
    assert found[0].evidence.text == 0.0


def test_a_command_is_named_once(commands: CommandGraph) -> None:
    text = candidate("dial.call", 0.6, "edit", who="anna")
    found = combine(commands, [text], read(commands, "call anna"), HEARD)
    same = [
        one
        for one in found
        if one.command.intent == "dial.call" and one.command.slots[0].value == "ANNA"
    ]
    assert len(same) == 1


def test_a_surer_reading_of_the_sound_comes_before_a_guess(commands: CommandGraph) -> None:
    guess = candidate("ask.time", 0.3, "classifier")
    found = combine(commands, [guess], read(commands, "call anna"), HEARD)
    assert found[0].command.intent == "dial.call"


def test_exact_text_that_the_sound_confirms_is_hardly_doubted(commands: CommandGraph) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    best = combine(commands, [exact], read(commands, "whats the time"), HEARD)[0]
    assert (best.command.intent, best.command.match) == ("ask.time", "exact")
    assert best.command.confidence > 0.95


def test_exact_text_gives_way_where_the_sound_is_sure_of_something_else(
    commands: CommandGraph,
) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    best, second = combine(commands, [exact], read(commands, "call bob jones"), HEARD)[:2]
    assert best.command.intent == "dial.call"
    assert second.command.intent == "ask.time"
    assert second.command.confidence < best.command.confidence


def test_exact_text_stays_in_front_of_unsure_sound(commands: CommandGraph) -> None:
    exact = candidate("ask.time", 1.0, "exact")
    mumbled = SoundReader(commands).readings(spelled("whats the time", sure=4.0, noise=1.0), NOW)
    assert combine(commands, [exact], mumbled, HEARD)[0].command.match == "exact"


def test_no_sound_leaves_text_in_its_order(commands: CommandGraph) -> None:
    one, two = candidate("ask.time", 0.9, "edit"), candidate("note.add", 0.4, "classifier")
    assert [c.command for c in combine(commands, [one, two], [], HEARD)] == [
        one.command,
        two.command,
    ]


def test_rivals_share_the_confidence(commands: CommandGraph) -> None:
    clear = combine(commands, [], read(commands, "call bob jones"), HEARD)
    torn = combine(
        commands,
        [],
        SoundReader(commands).readings(spelled("call hanna", sure=4.0), NOW),
        HEARD,
    )
    names = {one.command.slots[0].value for one in torn[:2]}
    assert names == {"ANNA", "HANNAH"}
    assert torn[0].command.confidence < clear[0].command.confidence


def test_bent_sound_is_less_sure(commands: CommandGraph) -> None:
    straight, bent = (
        heard_commands(commands, [], read(commands, text), HEARD)[0].evidence
        for text in ("call bob jones", "gaul popcorns")
    )
    assert said(straight) > said(bent)


def test_what_speaks_against_a_command_counts_less_where_the_transcript_agrees(
    commands: CommandGraph,
) -> None:
    heard = heard_commands(commands, [], read(commands, "gaul popcorns"), HEARD)
    found = replace(heard[0].evidence, text=1.0)
    assert said(found, prior=-2.0) == said(found)
    assert said(replace(found, text=0.5), prior=-2.0) < said(replace(found, text=0.5))
    assert said(found, prior=2.0) > said(found)


def test_a_meaning_is_heard_once_however_it_is_spelled(commands: CommandGraph) -> None:
    readings = read(commands, "take a note saying buy milk")
    found = heard_commands(commands, [], [*readings, *readings], HEARD)
    assert [one.candidate.command.intent for one in found].count("note.add") == 1


def test_what_the_transcript_says_of_the_same_command_is_evidence(commands: CommandGraph) -> None:
    text = [candidate("dial.call", 0.6, "edit", who="anna"), candidate("ask.time", 0.9, "exact")]
    found = heard_commands(commands, text, read(commands, "call anna"), HEARD)
    assert found[0].evidence.text == 0.6
    assert found[0].evidence.clarity == HEARD.confidence


def test_a_short_command_word_for_word_is_not_doubted_for_its_length() -> None:
    commands = graph(intent("ring.stop", "stop"))
    exact = candidate("ring.stop", 1.0, "exact")
    readings = read(commands, "stop")
    assert combine(commands, [exact], readings, HEARD)[0].command.confidence == 1.0
    assert combine(commands, [], readings, HEARD)[0].command.confidence < 0.7


def test_what_was_expected_is_surer(commands: CommandGraph) -> None:
    readings = SoundReader(commands).readings(spelled("call hanna", sure=4.0), NOW)
    usual, expected = (
        combine(commands, [], readings, HEARD, prior)[0].command.confidence for prior in (0.0, 5.0)
    )
    assert usual < expected


def test_more_choices_make_a_command_less_sure() -> None:
    few, many = (
        graph(CALL, lists=Lists(people=["anna", *(f"person{chr(97 + n)}" for n in range(count))]))
        for count in (0, 20)
    )
    sure = [
        combine(commands, [], read(commands, "call anna"), HEARD)[0].command.confidence
        for commands in (few, many)
    ]
    assert sure[0] > sure[1]
