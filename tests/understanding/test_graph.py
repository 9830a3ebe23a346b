"""The command graph, and exact walks through it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TemplateError
from assistant.records import IntentSpec, ListEntry, Slot, SlotSpec
from assistant.understanding.graph import CommandGraph
from assistant.understanding.lattice import lattice
from assistant.understanding.readings import Reading, read
from assistant.understanding.sampling import Sampler
from assistant.understanding.values import value_types
from assistant.understanding.walk import ExactSteps, Walker
from tests.understanding.household import (
    ALL,
    CALL,
    LIGHT,
    NOW,
    PEOPLE,
    REMIND,
    Lists,
    people,
    templates,
)

VALUES = value_types("en")
HOUSEHOLD = CommandGraph(ALL, people(*PEOPLE), VALUES)


def readings(text: str, graph: CommandGraph = HOUSEHOLD) -> list[Reading]:
    sentence = lattice(text)
    walks = Walker(graph, sentence, ExactSteps()).walks()
    return [read(graph, sentence, walk, NOW) for walk in walks]


def best(text: str, graph: CommandGraph = HOUSEHOLD) -> tuple[str, dict[str, object]]:
    found = readings(text, graph)
    assert found, text
    return found[0].intent.name, {slot.name: slot.value for slot in found[0].slots}


def one(*texts: str, **more: object) -> CommandGraph:
    """A graph of a single intent."""
    return CommandGraph([IntentSpec("a.b", templates(*texts), **more)], Lists(), VALUES)  # type: ignore[arg-type]


def accepts(graph: CommandGraph, text: str) -> bool:
    return bool(readings(text, graph))


def test_words_are_found_by_their_other_spellings_too() -> None:
    spellings = {"siobhan": (("shivawn",), ("shi", "vawn")), "gif": (("jif",),)}
    graph = CommandGraph(
        [CALL, IntentSpec("a.gif", templates("show the gif"))],
        people("Siobhan Kelly", "Kelly"),
        VALUES,
        spellings=spellings,
    )
    for name in ("siobhan kelly", "shivawn kelly", "shi vawn kelly"):
        assert best(f"call {name}", graph) == ("dial.call", {"who": "Siobhan Kelly"})
    assert best("show the jif", graph)[0] == "a.gif"
    assert not readings("call shi kelly", graph)


def test_permutations_take_any_order_and_optional_parts_may_go() -> None:
    for text in (
        "turn off the kitchen light",
        "turn the kitchen lights off",
        "off kitchen light turn",
    ):
        assert best(text) == ("light.switch", {"state": False, "room": "kitchen"})


def test_permutations_take_every_item_once() -> None:
    graph = one("(a;b;c)")
    assert accepts(graph, "c a b")
    assert not accepts(graph, "a b")
    assert not accepts(graph, "a b b c")


def test_list_entries_have_several_ways_to_be_said() -> None:
    assert best("switch on the dining room light")[1] == {"state": True, "room": "parlour"}
    assert best("call mother") == ("dial.call", {"who": "Mum"})


def test_the_time_goes_to_when_and_not_into_the_task() -> None:
    intent, slots = best("remind me to call mum at eight")
    assert intent == "schedule.remind"
    assert slots["task"] == "call mum"
    assert "when" in slots


def test_free_text_takes_what_nothing_else_can() -> None:
    _, slots = best("remind me to look at the oven")
    assert slots == {"task": "look at the oven"}
    _, slots = best("remind me to call mum at eight to book a table for four")
    assert slots == {"task": "call mum at eight to book a table for four"}


def test_free_text_keeps_the_text_as_it_was_written() -> None:
    assert best("Note that Anna's flight is BA 117!")[1] == {"text": "Anna's flight is BA 117"}


def test_literal_words_beat_slots() -> None:
    graph = CommandGraph(
        [
            IntentSpec("play.it", templates("play {what}"), (SlotSpec("what", "text"),)),
            IntentSpec("play.music", templates("play some music")),
        ],
        Lists(),
        VALUES,
    )
    assert best("play some music", graph)[0] == "play.music"
    assert best("play some jazz", graph) == ("play.it", {"what": "some jazz"})


@pytest.mark.parametrize("said", ["forty five", "45", "45 percent", "45%"])
def test_a_range_takes_numbers_within_its_bounds(said: str) -> None:
    assert best(f"set the volume to {said}")[1] == {"level": 45}


@pytest.mark.parametrize(
    ("said", "why"), [("two hundred", "between 0 and 100"), ("forty two", "in steps of 5")]
)
def test_a_range_says_what_it_does_not_take(said: str, why: str) -> None:
    found = readings(f"set the volume to {said}")
    assert all(reading.problem for reading in found)
    assert found[0].problem
    assert why in found[0].problem.why


def test_a_range_may_have_fractions_and_be_multiplied() -> None:
    graph = one("warmer by {0..5,0.5:degrees}", "colder by {0..5*-1:degrees}")
    assert best("warmer by two and a half", graph)[1] == {"degrees": 2.5}
    assert best("colder by three", graph)[1] == {"degrees": -3}
    assert readings("warmer by two point three", graph)[0].problem


def test_a_language_without_numbers_knows_figures() -> None:
    text = "{1..10:hours} Stunden [und {0..59,0.5:minutes} Minuten]"
    german = replace(templates(text)[0], language="de")
    graph = CommandGraph([IntentSpec("a.b", (german,))], Lists(), {}, "de")
    assert best("3 Stunden und 2,5 Minuten", graph)[1] == {"hours": 3, "minutes": 2.5}
    assert not accepts(graph, "11 Stunden")


def test_a_sentence_may_fill_slots_by_itself() -> None:
    (template,) = templates("lights out")
    dark = replace(template, fixed=(Slot("state", "", "off"),))
    needed = (SlotSpec("state", "text"),)
    graph = CommandGraph([IntentSpec("a.b", (dark,), needed)], Lists(), VALUES)
    assert best("lights out", graph)[1] == {"state": "off"}


def test_what_is_said_comes_before_what_a_sentence_fills_by_itself() -> None:
    (template,) = templates("quieter [by {0..100*-1:step}]")
    down = replace(template, fixed=(Slot("step", "", "down"),))
    graph = CommandGraph([IntentSpec("a.b", (down,))], Lists(), VALUES)
    assert best("quieter", graph)[1] == {"step": "down"}
    assert best("quieter by twenty", graph)[1] == {"step": -20}


def test_templates_of_another_language_are_left_out() -> None:
    german = replace(templates("stelle einen timer")[0], language="de")
    graph = CommandGraph([IntentSpec("a.b", (german,))], Lists(), VALUES)
    assert not accepts(graph, "stelle einen timer")
    assert accepts(
        CommandGraph([IntentSpec("a.b", (german,))], Lists(), {}, "de"), "stelle einen timer"
    )


def test_a_changed_list_is_taken_over() -> None:
    lists = people("anna")
    graph = CommandGraph([CALL], lists, VALUES)
    assert not accepts(graph, "call bob")
    lists.lists["contacts"] = [ListEntry("bob", "Bob")]
    assert graph.refresh()
    assert accepts(graph, "call bob")
    assert not accepts(graph, "call anna")
    assert not graph.refresh()


def test_a_long_list_is_walked() -> None:
    names = [f"person {first} {last}" for first in "abcdefghij" for last in range(1000)]
    graph = CommandGraph([CALL], people(*names), {})
    assert best("call person c 123", graph) == ("dial.call", {"who": "Person C 123"})


def test_an_empty_graph_accepts_nothing() -> None:
    assert not accepts(CommandGraph([], Lists(), VALUES), "call anna")


def test_an_empty_list_accepts_nothing() -> None:
    assert not accepts(CommandGraph([CALL], people(), VALUES), "call anna")


@pytest.mark.parametrize(
    ("text", "rules", "says", "column"),
    [
        ("set {length}", {}, "neither a parameter", 5),
        ("set {lengths:length}", {}, "no list or value named 'lengths'", 5),
        ("set <the> timer", {}, "no rule <the>", 5),
        ("set <a>", {"a": "x <b>", "b": "<a>"}, "uses itself: a → b → a", 1),
        ("<a>", {"a": "x {y}"}, "neither a parameter", 3),
        ("<a>", {"a": "(x"}, "never closed", 1),
    ],
)
def test_what_a_template_names_must_be_there(
    text: str, rules: dict[str, str], says: str, column: int
) -> None:
    with pytest.raises(TemplateError, match=says) as caught:
        one(text, rules=rules)
    assert caught.value.column == column
    assert caught.value.file.startswith("household.py")


def test_a_rule_may_be_a_part_of_a_word() -> None:
    rules = {"act": "activate[s]", "way": "(up|down)"}
    graph = one("de<act> [it]", "go <way>[stairs|hill] now", "<way> [again]", rules=rules)
    for said in ("deactivate", "deactivates it", "go upstairs now", "go downhill now", "go up now"):
        assert accepts(graph, said), said
    for other in ("de activate", "activate", "go up stairs now"):
        assert not accepts(graph, other), other
    assert accepts(graph, "up again")


def test_a_billion_ways_to_say_it_are_refused_or_laid() -> None:
    assert accepts(one("(a|b) " * 30), " ".join("ab" * 15))
    tower = {f"r{i}": f"<r{i + 1}> <r{i + 1}> <r{i + 1}>" for i in range(20)} | {"r20": "(a|b)"}
    with pytest.raises(TemplateError, match="too large"):
        one("<r0>", rules=tower)


def test_a_long_chain_of_rules_is_refused() -> None:
    chain = {f"r{i}": f"<r{i + 1}>" for i in range(100)} | {"r100": "a"}
    with pytest.raises(TemplateError, match="nested"):
        one("<r0>", rules=chain)


def test_list_entries_may_not_have_slots() -> None:
    with pytest.raises(TemplateError, match="can't be used"):
        CommandGraph([CALL], people("an{n}a"), VALUES)


@given(st.sampled_from(ALL), st.integers(0, 1000))
def test_every_sample_walks_back_to_its_intent(intent: IntentSpec, seed: int) -> None:
    for sentence in Sampler(HOUSEHOLD, seed).sentences(intent, 3):
        found = [reading.intent.name for reading in readings(sentence)]
        assert intent.name in found, sentence


def test_samples_are_the_same_for_the_same_seed() -> None:
    first, second, other = (
        list(Sampler(HOUSEHOLD, seed).sentences(LIGHT, 10)) for seed in (1, 1, 2)
    )
    assert first == second != other
    assert len(set(first)) == 10


def test_a_sentence_that_is_short_has_few_samples() -> None:
    assert list(Sampler(one("stop"), 0).sentences(one("stop").intents["a.b"], 5)) == []
    graph = one("stop")
    assert list(Sampler(graph).sentences(graph.intents["a.b"], 5)) == ["stop"]


def test_the_first_reading_is_never_worse_than_the_next() -> None:
    ranks = [reading.walk.rank for reading in readings("remind me to call mum at eight")]
    assert ranks == sorted(ranks)
    assert len(ranks) > 1


def test_reminders_may_come_first() -> None:
    intent, slots = best("remind me at eight to call mum")
    assert (intent, slots["task"]) == (REMIND.name, "call mum")
