"""Answers decoded from sound that the transcript alone gets wrong.

The sound spells the words; noise of a fixed seed makes the greedy transcript what stands beside it.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.understanding.household import Conversation, conversation, people, values

POOR = {"sure": 6.0, "noise": 1.8}


@pytest.fixture
def talk() -> Conversation:
    return conversation()


@pytest.mark.parametrize(
    ("words", "seed", "length"),
    [
        ("half an hour", 2, timedelta(minutes=30)),  # "lalf ahwhsour"
        ("half an hour", 1, timedelta(minutes=30)),  # "half  n sjur"
        ("ten minutes", 0, timedelta(minutes=10)),  # "tenv mincxtes"
    ],
)
def test_a_missing_slot_is_decoded_from_sound(
    talk: Conversation, words: str, seed: int, length: timedelta
) -> None:
    assert talk.say("set a timer").missing == "length"
    decision = talk.hear(words, seed=seed, **POOR)
    assert (decision.kind, decision.reason) == ("execute", "answered")
    assert values(decision) == {"length": length}
    assert decision.command
    assert decision.command.confidence < 1.0, "an answer that was bent is not certain"


def test_only_the_grammar_of_the_slot_is_searched(talk: Conversation) -> None:
    talk.say("set a timer")
    decision = talk.hear("hannah", seed=1, **POOR)
    assert (decision.kind, decision.missing) == ("ask", "length")


@pytest.mark.parametrize(
    ("words", "seed"),
    [("no hannah", 3), ("no hannah", 2), ("hannah", 0), ("no call hannah", 1)],
)
def test_a_correction_is_decoded_from_sound(talk: Conversation, words: str, seed: int) -> None:
    talk.say("call anna")
    decision = talk.hear(words, seed=seed, **POOR)
    assert decision.kind == "confirm"
    assert values(decision) == {"who": "Hannah"}


@pytest.mark.parametrize("seed", range(2))
def test_the_rest_of_a_longer_name_is_decoded_from_sound(seed: int) -> None:
    talk = conversation(lists=people("anna", "anna smith", "anna jones", "bob smith"))
    talk.say("call anna")
    assert values(talk.hear("jones", seed=seed, **POOR)) == {"who": "Anna Jones"}


@pytest.mark.parametrize("words", ["yes", "yes please", "go ahead"])
def test_yes_is_decoded_from_sound(talk: Conversation, words: str) -> None:
    talk.say("call anna")
    decision = talk.hear(words)
    assert (decision.kind, decision.reason) == ("execute", "confirmed")
    assert values(decision) == {"who": "Anna"}


@pytest.mark.parametrize("spelt", ["e", "us", "go", "yesterday", "yen"])
def test_what_merely_resembles_yes_has_nothing_done(talk: Conversation, spelt: str) -> None:
    talk.say("call anna")
    assert talk.hear(spelt).kind == "confirm"


@pytest.mark.parametrize("words", ["no", "no thanks"])
def test_no_is_decoded_from_sound(talk: Conversation, words: str) -> None:
    talk.say("call anna")
    assert talk.hear(words, seed=1, sure=6.0, noise=1.0).reason == "declined"


@pytest.mark.parametrize("seed", [1, 3])  # "nkver misd", "neavertqlmiond"
@pytest.mark.parametrize("first", ["call anna", "set a timer"])
def test_cancel_always_works(talk: Conversation, first: str, seed: int) -> None:
    talk.say(first)
    assert talk.hear("never mind", seed=seed, **POOR).reason == "cancelled"
    assert talk.say("yes").reason == "not_a_command"


@pytest.mark.parametrize("seed", [1, 2, 3])  # "rkneat tsat", "lepeat whsit", "reapemtl tohqt"
def test_repeat_always_works(talk: Conversation, seed: int) -> None:
    asked = talk.say("call anna")
    assert talk.hear("repeat that", seed=seed, **POOR) == asked


def test_a_correction_in_one_breath_is_decoded_from_sound(talk: Conversation) -> None:
    decision = talk.hear("call anna no hannah", seed=0, **POOR)  # "calv ancna no hannah"
    assert decision.kind == "confirm"
    assert values(decision) == {"who": "Hannah"}


@pytest.mark.parametrize("seed", range(3))
def test_do_not_call_is_no_call(talk: Conversation, seed: int) -> None:
    assert talk.hear("dont call anna", seed=seed, sure=6.0, noise=1.0).kind == "reject"


def test_another_command_is_heard_in_place_of_the_answer(talk: Conversation) -> None:
    talk.say("set a timer")
    decision = talk.hear("what time is it", seed=2, sure=6.0, noise=1.0)
    assert decision.command
    assert decision.command.intent == "question.time"


def test_a_contact_that_came_meanwhile_can_be_the_answer() -> None:
    from assistant.records import ListEntry
    from tests.understanding.household import people

    lists = people("anna", "bob")
    talk = conversation(lists=lists)
    talk.say("call anna")
    assert talk.hear("no siobhan").kind == "confirm"
    lists.lists["contacts"].insert(0, ListEntry("siobhan", "Siobhan"))
    assert values(talk.hear("no siobhan")) == {"who": "Siobhan"}
