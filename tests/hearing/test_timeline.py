"""Frames with timestamps on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.hearing.timeline import JITTER_S, JUMP_S, Timeline

FRAME_S = 0.02


def place(times: list[float | None], longest_gap_s: float = 100.0) -> list[tuple[float, float]]:
    line = Timeline(longest_gap_s)
    return [line.place(at_s, FRAME_S) for at_s in times]


def test_frames_that_follow_on_one_another_are_left_alone() -> None:
    assert place([0.0, 0.02, 0.041, None, 0.079]) == [(0.0, 0.0)] * 5


def test_a_late_beginning_and_a_gap_become_silence() -> None:
    assert place([1.5, 1.52, 4.0]) == [(1.5, 0.0), (0.0, 0.0), (pytest.approx(2.46), 0.0)]


def test_what_was_heard_already_is_left_out() -> None:
    line = Timeline(100.0)
    line.place(0.0, 1.0)
    assert line.place(0.7, 0.5) == (0.0, pytest.approx(0.3))
    assert line.position_s == pytest.approx(1.2)


@pytest.mark.parametrize("wrong_s", [1e9, -2 * JUMP_S, -1e9])
def test_a_time_that_cannot_be_true_begins_anew(wrong_s: float) -> None:
    line = Timeline(100.0)
    line.place(0.0, 1.0)
    assert line.place(wrong_s, 1.0) == (0.0, 0.0)
    assert line.place(wrong_s + 3.0, 1.0) == (pytest.approx(2.0, abs=1e-4), 0.0)


@given(st.lists(st.floats(-10, 60) | st.none(), max_size=40))
def test_the_line_never_goes_back_and_follows_true_times(times: list[float | None]) -> None:
    line = Timeline(100.0)
    for at_s in times:
        before_s = line.position_s
        silence_s, skip_s = line.place(at_s, FRAME_S)
        assert silence_s >= 0
        assert 0 <= skip_s <= FRAME_S
        assert line.position_s == pytest.approx(before_s + silence_s + FRAME_S - skip_s)


@given(st.lists(st.floats(-JITTER_S / 2, JITTER_S / 2), max_size=200))
def test_jitter_never_adds_up(jitter: list[float]) -> None:
    line = Timeline(100.0)
    for number, off_s in enumerate(jitter):
        assert line.place(number * FRAME_S + off_s, FRAME_S) == (0.0, 0.0)
