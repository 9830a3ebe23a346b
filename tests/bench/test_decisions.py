"""The whole benchmark, through a real model of tones."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant.bench.decisions import (
    ALL,
    EVERYTHING,
    EXACT,
    SOUND,
    TEXT,
    Case,
    Row,
    as_a_whole,
    as_json,
    as_table,
    cases,
    in_own_ways,
    rows,
)
from assistant.bench.noise import CLEAN, behind, conditions
from assistant.bench.picture import draw_reliability, draw_thresholds
from assistant.bench.reliability import reliability
from assistant.bench.task import Task
from assistant.settings import UnderstandingSettings
from tests.bench.studio import clips, household
from tests.understanding.household import NOW

SAID = (
    "set a timer for ten minutes",
    "call hannah",
    "note that milk is out",
    "the queen sat in the garden all day long",
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Task, list[Case]]:
    folder = tmp_path_factory.mktemp("bench")
    task = household(folder)
    heard = [*clips(folder, SAID), *clips(folder, ["", ""], "noise")]
    return task, list(cases(heard, task, [in_own_ways(task.reader, NOW)], conditions((), ())))


def table(measured: tuple[Task, list[Case]]) -> list[Row]:
    task, found = measured
    return rows(found, task.meanings, UnderstandingSettings(), (0.0, 0.6, 1.0))


def test_what_is_clearly_said_is_done_and_nothing_else(
    measured: tuple[Task, list[Case]],
) -> None:
    for row in table(measured):
        if row.group == ALL and row.accept == 0.6:
            assert (row.tally.commands, row.tally.right) == (3, 3), row.way
            assert (row.tally.false, row.tally.wrong_action) == (0, 0), row.way


def test_each_way_condition_and_group_has_its_rows(measured: tuple[Task, list[Case]]) -> None:
    found = table(measured)
    assert {row.way for row in found} == {EXACT, TEXT, SOUND, EVERYTHING}
    assert {(row.condition, row.group) for row in found} == {
        (CLEAN, group) for group in (ALL, "people", "people, studio", "noise", "noise, studio")
    }
    noise = next(row for row in found if row.group == "noise")
    assert noise.tally.commands == 0
    assert noise.tally.other_hours == pytest.approx(2 / 3600)


def test_behind_a_wake_phrase_commands_are_done_and_without_it_nothing_is(tmp_path: Path) -> None:
    task, said = household(tmp_path), clips(tmp_path, ["what time is it"])
    (tmp_path / "wake").mkdir()
    spoken = behind(clips(tmp_path / "wake", ["computer"]), conditions((), ()))
    way = as_a_whole(task.reader, NOW, wake="computer")
    for under, right in ((spoken, 1), (conditions((), ()), 0)):
        found = list(cases(said, task, [way], under))
        (row, *_) = rows(found, task.meanings, UnderstandingSettings(), (0.6,))
        assert (row.tally.commands, row.tally.right) == (1, right)


def test_rows_are_shown_and_written(measured: tuple[Task, list[Case]]) -> None:
    found = table(measured)
    assert "| greedy, exact | clean | all | 0.6 | 3 | 3 (100.0%) |" in as_table(found, 0.6)
    written = json.loads(as_json(found))
    assert len(written) == len(found)
    assert written[0]["tally"]["commands"] == 3


def test_curves_have_a_line_for_each_way(measured: tuple[Task, list[Case]], tmp_path: Path) -> None:
    drawn = ElementTree.parse(draw_thresholds(table(measured), tmp_path / "curves.svg"))
    lines = [one for one in drawn.iter() if one.tag.endswith("polyline")]
    assert len(lines) == 2 * 4


def test_confidence_is_set_beside_what_was_right(
    measured: tuple[Task, list[Case]], tmp_path: Path
) -> None:
    task, found = measured
    bins = reliability(found, task.meanings, EVERYTHING)
    assert bins[-1].right == 1.0
    assert bins[-1].confidence > 0.9
    assert sum(one.count for one in bins) <= len(found)
    picture = draw_reliability(bins, tmp_path / "truth.svg").read_text(encoding="utf-8")
    assert "as it should be" in picture
