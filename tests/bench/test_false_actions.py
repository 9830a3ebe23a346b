"""Speech that asks for nothing, and how often it is answered."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.bench.decisions import EVERYTHING, Case, as_a_whole, cases
from assistant.bench.false_actions import as_json, as_list, as_table, bounds, rates
from assistant.bench.meanings import Meaning
from assistant.bench.noise import conditions
from assistant.bench.task import Task
from assistant.settings import UnderstandingSettings
from tests.bench.studio import clips, household
from tests.understanding.household import NOW

STORY = "the queen sat in the garden all day long"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Task, list[Case]]:
    """A command, a story, and a command that nobody meant."""
    folder = tmp_path_factory.mktemp("bench")
    task = household(folder)
    heard = clips(folder, ("what time is it", STORY, "call hannah"))

    def wanted(clip: object) -> Meaning | None:
        return task.wanted(heard[0]) if clip is heard[0] else None

    asked = Task(task.reader, task.model, task.meanings, wanted)
    whole = as_a_whole(task.reader, NOW)
    return task, list(cases(heard, asked, [whole], conditions((), ())))


def test_what_nobody_asked_for_is_counted_and_listed(measured: tuple[Task, list[Case]]) -> None:
    task, found = measured
    table = rates(found, EVERYTHING, task.meanings, UnderstandingSettings(), (0.5,))
    assert [(one.group, one.accept) for one in table] == [
        ("studio", 0.6), ("all", 0.5), ("all", 0.6),
    ]  # fmt: skip
    studio, *_ = table
    assert (studio.utterances, studio.speakers) == (2, 2)
    assert studio.hours == pytest.approx(sum(case.clip.seconds for case in found[1:]) / 3600)
    (answer,) = studio.answers
    assert (answer.said, answer.intent, answer.kind) == ("call hannah", "dial.call", "confirm")
    assert (studio.done, studio.high_risk, studio.high_risk_done) == (0, 1, 0)
    assert "| studio | clean | 0.6 | 2 | 2 |" in as_table(table)
    assert "confirm dial.call (high): “call hannah”" in as_list(studio.answers)
    assert json.loads(as_json(table))[0]["answers"][0]["said"] == "call hannah"


@given(st.integers(0, 60), st.floats(0.1, 100.0))
def test_bounds_hold_a_poisson_count_with_their_probability(count: int, hours: float) -> None:
    least, most = bounds(count, hours)
    assert least <= count / hours < most

    def at_most(number: int, mean: float) -> float:
        return sum(math.exp(-mean) * mean**n / math.factorial(n) for n in range(number + 1))

    assert at_most(count, most * hours) == pytest.approx(0.025, rel=1e-3)
    if count:
        assert at_most(count - 1, least * hours) == pytest.approx(0.975, rel=1e-3)


def test_nothing_in_an_hour_is_up_to_three_point_seven() -> None:
    assert bounds(0, 1.0) == (0.0, pytest.approx(3.689, abs=1e-3))
