"""The search finds what trying every sentence finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.records import Emissions, Vocabulary
from assistant.understanding.graph import MAIN, CommandGraph
from assistant.understanding.sound.compiled import CompiledGraph, WordNets
from assistant.understanding.sound.scores import Scores, ScoreSettings, scores
from assistant.understanding.sound.spelling import LetterSpeller
from assistant.understanding.sound.trace import trace
from assistant.understanding.sound.viterbi import SearchSettings, arrivals
from assistant.understanding.templates import parse
from tests.understanding.sound.helpers import (
    FRAME_S,
    Lists,
    best_score,
    graph,
    intent,
    normalised,
    sentences,
    spelled,
)

WIDE = SearchSettings(beam=1e6, max_active=1_000_000)
AB = Vocabulary(("<pad>", "|", "a", "b"), 0, 1, frozenset({0}))
AB_CLOSED_UP = Vocabulary(("<pad>", "a", "b"), 0, None, frozenset({0}))


def heard(emissions: Emissions) -> Scores:
    """The emissions as they are."""
    return scores(emissions, ScoreSettings(prior_weight=0.0))


def compiled_graph(commands: CommandGraph, vocabulary: Vocabulary) -> CompiledGraph:
    return CompiledGraph(WordNets(commands), LetterSpeller(vocabulary))


words = st.text("ab", min_size=1, max_size=3)
templates = st.recursive(
    words | st.just("{who}"),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(" ".join)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})")
        | inner.map("[{}]".format)
    ),
    max_leaves=5,
).map("{} a".format)
entries = st.lists(st.lists(words, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(templates, min_size=1, max_size=3),
    entries,
    st.integers(1, 9),
    st.integers(0, 2**32 - 1),
    st.sampled_from([AB, AB_CLOSED_UP]),
)
def test_search_is_as_good_as_trying_every_sentence(
    texts: list[str], who: list[str], frames: int, seed: int, vocabulary: Vocabulary
) -> None:
    spec = intent("a.b", *texts, slots={"who": "list:who"})
    command_graph = graph(spec, lists=Lists(who=who))
    random = np.random.default_rng(seed)
    log_probs = normalised(random.normal(0, 3, (frames, len(vocabulary.tokens))))
    said = {
        sentence
        for found in command_graph.sentences
        for sentence in sentences(parse(found.template).expression, {"who": who})
    }
    expected = max(best_score(log_probs, sentence, vocabulary) for sentence in said)
    emissions = Emissions(log_probs, vocabulary, FRAME_S)
    trellis = compiled_graph(command_graph, vocabulary).search(MAIN, heard(emissions), WIDE)
    arrived = arrivals(trellis)
    if not np.isfinite(expected):
        assert arrived == []
        return
    assert arrived[0].score == pytest.approx(expected, abs=1e-3)
    path = trace(trellis, arrived[0], emissions)
    assert path.frames.sum() == pytest.approx(expected, abs=1e-3)
    spoken = tuple(said.word for said in path.words)
    assert spoken in said
    assert best_score(log_probs, spoken, vocabulary) == pytest.approx(expected, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 9), st.integers(0, 2**32 - 1), st.floats(0.0, 2.0))
def test_free_text_takes_the_stretch_that_suits_it_best(
    frames: int, seed: int, penalty: float
) -> None:
    spec = intent("a.b", "a {x} b", slots={"x": "text"})
    random = np.random.default_rng(seed)
    emissions = Emissions(normalised(random.normal(0, 3, (frames, 4))), AB, FRAME_S)
    table = emissions.log_probs
    letter = table[:, 2:].max(axis=1) - penalty
    anything = np.maximum(np.maximum(letter, table[:, 1] - penalty), table[:, 0])
    expected = max(
        best_score(table[:start], ["a"], AB, after=True)
        + letter[start]
        + anything[start + 1 : stop].sum()
        + best_score(table[stop:], ["b"], AB, before=True)
        for start in range(2, frames - 2)
        for stop in range(start + 1, frames - 1)
    )
    heard_so = scores(emissions, ScoreSettings(0.0, penalty))
    trellis = compiled_graph(graph(spec), AB).search(MAIN, heard_so, WIDE)
    arrived = arrivals(trellis)
    assert arrived[0].score == pytest.approx(expected, abs=1e-3)
    path = trace(trellis, arrived[0], emissions)
    assert [type(item).__name__ for item in path.items] == ["Said", "Filled", "Said"]
    assert path.filled[0].words[0].word


def test_arrivals_come_best_first() -> None:
    emissions = spelled("call", sure=3.0)
    compiled = compiled_graph(graph(intent("a.b", "(call|fall|hall)")), emissions.vocabulary)
    trellis = compiled.search(MAIN, heard(emissions), WIDE)
    scores = [arrival.score for arrival in arrivals(trellis)]
    assert scores == sorted(scores, reverse=True)
    said = [trace(trellis, one, emissions).words[0].word for one in arrivals(trellis)]
    assert said[0] == "call"
    assert set(said) == {"call", "fall", "hall"}


def test_equal_letters_need_a_blank_between() -> None:
    log_probs = np.full((2, 4), -20.0, np.float32)
    log_probs[:, 2] = 0.0
    compiled = compiled_graph(graph(intent("a.b", "aa")), AB)
    emissions = Emissions(log_probs, AB, FRAME_S)
    assert arrivals(compiled.search(MAIN, heard(emissions), WIDE)) == []


def test_no_frames_and_no_templates_give_nothing() -> None:
    emissions = spelled("call")
    nothing = Emissions(emissions.log_probs[:0], emissions.vocabulary, FRAME_S)
    some = compiled_graph(graph(intent("a.b", "call")), emissions.vocabulary)
    assert arrivals(some.search(MAIN, heard(nothing), WIDE)) == []
    empty = compiled_graph(graph(), emissions.vocabulary)
    assert arrivals(empty.search(MAIN, heard(emissions), WIDE)) == []


def test_a_narrow_beam_keeps_the_best_of_clear_speech() -> None:
    compiled = compiled_graph(
        graph(intent("a.b", "turn (on|off) the (lamp|light|radio)")), spelled("a").vocabulary
    )
    emissions = spelled("turn off the radio")
    narrow = compiled.search(MAIN, heard(emissions), SearchSettings(beam=5.0, max_active=50))
    wide = compiled.search(MAIN, heard(emissions), WIDE)
    assert arrivals(narrow)[0].score == arrivals(wide)[0].score
    sizes = [[len(step.cells) for step in trellis.steps] for trellis in (narrow, wide)]
    assert sum(sizes[0]) < sum(sizes[1])
