"""From emissions to commands with values, times and scores."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from assistant.records import Emissions, ListEntry
from assistant.understanding.sound import SoundReader, SoundReading, SoundSettings
from assistant.understanding.sound.scores import ScoreSettings
from assistant.understanding.sound.viterbi import SearchSettings
from tests.fakes import LETTERS
from tests.understanding.sound.helpers import FRAME_S, NOW, Lists, graph, intent, spelled

CALL = intent("dial.call", "call {who} [now]", slots={"who": "list:people"})
TIMER = intent(
    "timer.set",
    "set a timer for {length} [called {name}]",
    slots={"length": "duration", "name": "text"},
)
REMIND = intent(
    "plan.remind", "remind me to {task} [at {when}]", slots={"task": "text", "when": "time"}
)
TIME = intent("ask.time", "what's the time")
PLAIN = SoundSettings(
    SearchSettings(beam=80), ScoreSettings(prior_weight=0.0, free_text_penalty=0.5)
)
"""Emissions as they are, and a wide beam."""
PEOPLE = Lists(people=["anna", "hannah", "bob jones", "jo bones"])


def reader(people: Lists = PEOPLE) -> SoundReader:
    return SoundReader(graph(CALL, TIMER, REMIND, TIME, lists=people), PLAIN)


def values(reading: SoundReading) -> dict[str, object]:
    return {slot.name: slot.value for slot in reading.reading.slots}


def test_two_lists_of_the_same_entries_are_compiled_once() -> None:
    lists = Lists(people=["anna", "bob"], guests=["anna", "bob"], others=["anna"])
    invite = intent("plan.invite", "invite {whom}", slots={"whom": "list:guests"})
    scold = intent("plan.scold", "scold {whom}", slots={"whom": "list:others"})
    known = graph(CALL, invite, scold, lists=lists)
    commands = SoundReader(known, PLAIN)
    first = commands.letters(LETTERS).refresh().first_node
    assert first["list people"] == first["list guests"] != first["list others"]
    for said, slot in (("call bob", "who"), ("invite bob", "whom"), ("scold anna", "whom")):
        assert list(values(commands.readings(spelled(said), NOW)[0])) == [slot]
    lists.lists["guests"] = ["anna", "bob", "carla"]
    assert known.refresh()
    commands.refresh()
    for said, value in (("invite carla", "CARLA"), ("call bob", "BOB")):
        assert list(values(commands.readings(spelled(said), NOW)[0]).values()) == [value]


@pytest.mark.parametrize(
    ("said", "name", "slots"),
    [
        ("call anna", "dial.call", {"who": "ANNA"}),
        ("call bob jones now", "dial.call", {"who": "BOB JONES"}),
        ("set a timer for ten minutes", "timer.set", {"length": timedelta(minutes=10)}),
        (
            "set a timer for half an hour called soup",
            "timer.set",
            {"length": timedelta(minutes=30), "name": "soup"},
        ),
        ("remind me to feed the cat", "plan.remind", {"task": "feed the cat"}),
        ("whats the time", "ask.time", {}),
    ],
)
def test_clear_speech_is_its_own_command(said: str, name: str, slots: dict[str, object]) -> None:
    best = reader().readings(spelled(said), NOW)[0]
    assert best.reading.intent.name == name
    assert values(best) == slots
    assert best.ratio == pytest.approx(0.0, abs=0.01)


def test_free_text_gives_the_time_to_the_slot_behind_it() -> None:
    best = reader().readings(spelled("remind me to feed the cat at noon"), NOW)[0]
    assert values(best)["task"] == "feed the cat"
    assert "when" in values(best)


def test_what_was_misheard_is_bent_into_a_command_and_the_ratio_tells() -> None:
    clear = reader().readings(spelled("call anna"), NOW)[0]
    bent = reader().readings(spelled("kall ana", sure=6.0), NOW)[0]
    assert values(bent) == {"who": "ANNA"}
    assert bent.ratio < clear.ratio - 0.3


def test_slots_say_when_they_were_heard() -> None:
    slot = reader().readings(spelled("call anna now"), NOW)[0].slots[0]
    letters = "call anna now"
    begin, end = letters.index("anna"), letters.index("anna") + len("anna")
    assert slot.name == "who"
    assert slot.start_s == pytest.approx(FRAME_S * (2 + 2 * begin))
    assert slot.stop_s == pytest.approx(FRAME_S * (2 + 2 * end - 1))


def test_other_values_of_a_slot_follow_even_in_the_middle_of_a_sentence() -> None:
    readings = reader().readings(spelled("call bob jones now", sure=5.0), NOW)
    named = [values(one)["who"] for one in readings if one.reading.intent.name == "dial.call"]
    assert named[0] == "BOB JONES"
    assert "JO BONES" in named
    scores = [one.log_likelihood for one in readings]
    assert scores == sorted(scores, reverse=True)


def test_two_entries_of_one_name_are_two_readings() -> None:
    people = Lists(people=[ListEntry("anna", 1), ListEntry("anna", 2)])
    readings = reader(people).readings(spelled("call anna"), NOW)
    assert [values(one)["who"] for one in readings[:2]] == [1, 2]
    assert readings[0].log_likelihood == readings[1].log_likelihood


def test_a_changed_list_is_heard_at_once() -> None:
    people = Lists(people=["anna"])
    commands = graph(CALL, lists=people)
    listening = SoundReader(commands, PLAIN)
    before = listening.readings(spelled("call siegfried", sure=6.0), NOW)[0]
    people.lists["people"] = ["anna", "siegfried"]
    commands.refresh()
    after = listening.readings(spelled("call siegfried", sure=6.0), NOW)[0]
    assert (values(before), values(after)) == ({"who": "ANNA"}, {"who": "SIEGFRIED"})
    assert after.log_likelihood > before.log_likelihood


def test_margin_is_the_distance_to_another_intent() -> None:
    specs = intent("a.on", "turn on"), intent("a.off", "turn off"), intent("a.also", "turn (on|ox)")
    readings = SoundReader(graph(*specs[:2]), PLAIN).readings(spelled("turn on", sure=6.0), NOW)
    assert [one.reading.intent.name for one in readings] == ["a.on", "a.off"]
    assert readings[0].margin > 0 > readings[1].margin
    same = SoundReader(graph(*specs), PLAIN).readings(spelled("turn on", sure=6.0), NOW)
    assert same[0].margin == pytest.approx(0.0)


def test_ten_thousand_entries() -> None:
    names = [
        f"{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}lo" for i in range(9999)
    ]
    people = Lists(people=[*names, "wolfgang"])
    best = SoundReader(graph(CALL, lists=people)).readings(spelled("call wolfgang"), NOW)[0]
    assert values(best) == {"who": "WOLFGANG"}


def test_silence_and_an_empty_graph_give_nothing() -> None:
    emissions = spelled("call anna")
    assert SoundReader(graph()).readings(emissions, NOW) == []
    nothing = Emissions(np.zeros((0, 28), np.float32), emissions.vocabulary, FRAME_S)
    assert reader().readings(nothing, NOW) == []
