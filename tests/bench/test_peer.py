"""The command graph as a grammar for another recogniser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from assistant.bench.peer import (
    END,
    NAME,
    START,
    Transition,
    by_pocketsphinx,
    transitions,
    words_of,
)
from assistant.errors import UsageError
from tests.understanding.household import CALL, NOTE, NOW, TIME, people, understander

LISTENER = understander((CALL, TIME), people("anna", "doctor patel")).reader
NETS = LISTENER.word_nets()


def sentences(grammar: list[Transition], state: int = START, left: int = 8) -> Iterator[str]:
    """Everything that the grammar accepts in at most `left` transitions."""
    if state == END:
        yield ""
    elif left:
        for start, end, _, word in grammar:
            if start == state:
                yield from (f"{word} {rest}".strip() for rest in sentences(grammar, end, left - 1))


def test_the_grammar_accepts_what_the_graph_does() -> None:
    assert set(sentences(transitions(NETS, words_of(NETS)))) == {
        "what time is it",
        "what's the time",
        "what's the time now",
        *(
            f"{verb} {who}"
            for verb in ("call", "phone", "ring")
            for who in ("anna", "doctor patel")
        ),
    }


def test_words_that_nobody_can_pronounce_are_left_out() -> None:
    grammar = transitions(NETS, words_of(NETS) - {"anna"})
    assert "call doctor patel" in set(sentences(grammar))
    assert not any("anna" in one for one in sentences(grammar))


def test_free_text_is_any_words_of_the_grammar() -> None:
    nets = understander((NOTE,), people()).reader.word_nets()
    found = set(sentences(transitions(nets, words_of(nets)), left=6))
    assert {"note that down", "note down that"} <= found


def test_chances_of_each_state_sum_to_one() -> None:
    leaving: dict[int, float] = defaultdict(float)
    for start, _, chance, _ in transitions(NETS, words_of(NETS)):
        leaving[start] += chance
    assert list(leaving.values()) == pytest.approx([1.0] * len(leaving))


def test_a_peer_that_is_not_installed_is_asked_for() -> None:
    assert not find_spec(NAME), "the development environment has no pocketsphinx"
    with pytest.raises(UsageError, match=r"assistant\[bench\]"):
        by_pocketsphinx(LISTENER, NOW)
