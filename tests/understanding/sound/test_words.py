"""Nets written out as plain automata."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.understanding.expression import Alternative, Expression, RuleRef, Sequence, Words
from assistant.understanding.graph import MAIN
from assistant.understanding.net import Call, Net
from assistant.understanding.sound.compiled import WordNets
from assistant.understanding.sound.words import State, flatten
from tests.understanding.sound.helpers import Lists, graph, intent, sentences

words = st.sampled_from(["a", "b", "c"]).map(lambda word: Words((word,)))
A, B, INNER = Words(("a",)), Words(("b",)), RuleRef("inner")
outer = st.recursive(
    words | st.just(INNER),
    lambda part: (
        st.lists(part, min_size=1, max_size=3).map(lambda items: Sequence(tuple(items)))
        | st.lists(part, min_size=1, max_size=3).map(lambda items: Alternative(tuple(items)))
    ),
    max_leaves=6,
)
inner = st.recursive(
    words,
    lambda part: (
        st.lists(part, min_size=1, max_size=2).map(lambda items: Alternative(tuple(items)))
        | st.lists(part, min_size=1, max_size=2).map(lambda items: Sequence(tuple(items)))
    ),
    max_leaves=3,
)


def accepted(
    states: tuple[State, ...], state: int = 0, said: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    if states[state].finals:
        yield said
    for word, target in states[state].words:
        yield from accepted(states, target, (*said, word))


def nets_of(whole: Expression, part: Expression) -> dict[str, Net]:
    nets = {"outer": Net(), "inner": Net()}
    nets["inner"].add(part, 0)
    nets["outer"].add(whole, 7, lambda _: (Call("inner"), False))
    return nets


def written_out(expression: Expression, part: Expression) -> Expression:
    match expression:
        case RuleRef():
            return part
        case Sequence(items):
            return Sequence(tuple(written_out(item, part) for item in items))
        case Alternative(items):
            return Alternative(tuple(written_out(item, part) for item in items))
        case _:
            return expression


@settings(max_examples=100)
@given(outer, inner)
def test_calls_that_fill_no_slot_are_written_out(whole: Expression, part: Expression) -> None:
    found = list(accepted(flatten(nets_of(whole, part), "outer")))
    assert set(found) == set(sentences(written_out(whole, part), {}))
    assert len(found) == len(set(found)), "a sentence has one way through"


@given(outer, inner)
@example(  # its arcs come in another order behind the rule than in it
    Alternative((Sequence((INNER, A, A)), Sequence((INNER, INNER, INNER)))),
    Alternative((B, A)),
)
def test_no_two_states_have_the_same_future(whole: Expression, part: Expression) -> None:
    states = flatten(nets_of(whole, part), "outer")
    futures = [frozenset(accepted(states, number)) for number in range(len(states))]
    assert len(futures) == len(set(futures))


def test_calls_that_fill_slots_stay() -> None:
    commands = graph(
        intent("a.b", "call {who}", slots={"who": "list:people"}), lists=Lists(people=["x"])
    )
    calls = [call for state in flatten(commands.nets, MAIN) for call, _ in state.calls]
    assert calls == [Call("list people", "who")]


def test_only_changed_nets_are_made_again() -> None:
    people = Lists(people=["anna"])
    commands = graph(intent("a.b", "call {who}", slots={"who": "list:people"}), lists=people)
    nets = WordNets(commands)
    before = nets.current()
    people.lists["people"] = ["anna", "bob"]
    commands.refresh()
    after = nets.current()
    assert after[MAIN] is before[MAIN]
    assert set(accepted(after["list people"].states)) == {("anna",), ("bob",)}


COMPILE = """
from assistant.understanding.graph import CommandGraph
from assistant.kept import fingerprint
from assistant.understanding.sound.compiled import WordNets
from assistant.understanding.values import value_types
from tests.understanding.household import ALL, PEOPLE, people

nets = WordNets(CommandGraph(ALL, people(*PEOPLE), value_types())).current()
print(fingerprint({name: net.states for name, net in nets.items()}))
"""


def test_every_process_compiles_the_same() -> None:
    compiled = {
        subprocess.run(
            [sys.executable, "-c", COMPILE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(compiled) == 1
    assert compiled != {b""}
