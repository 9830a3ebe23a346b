"""Where a second command may begin, in sound."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.understanding.sound import SoundReader
from assistant.understanding.sound.joints import APART_S, LEAST, best_joints
from tests.understanding.sound.helpers import graph, intent, spelled

TIME = intent("ask.time", "what time is it", "what time is it now")
PEAR = intent("buy.pear", "buy (a pear|a pear and an apple)")


def joints(text: str, **how: float) -> list[tuple[str, str]]:
    """What stands before and behind each joint. Two frames come first, then two a letter."""
    emissions = spelled(text, **how)  # type: ignore[arg-type]
    found = SoundReader(graph(TIME, PEAR)).joints(emissions, ["and", "then"], 4)
    return [
        (text[: joint.start // 2 - 1].strip(), text[(joint.stop - 1) // 2 :]) for joint in found
    ]


@pytest.mark.parametrize("joint", [" and ", " then ", " and then ", "and", "then "])
def test_a_joint_behind_a_command_is_found_whether_or_not_it_stands_alone(joint: str) -> None:
    first, rest = joints(f"what time is it{joint}buy a pear")[0]
    assert first == "what time is it"
    assert rest.strip() in ("buy a pear", "then buy a pear")


def test_and_then_may_be_one_joint_or_the_beginning_of_what_follows() -> None:
    rests = [rest.strip() for _, rest in joints("what time is it and then buy a pear")]
    assert rests == ["then buy a pear", "buy a pear"]


@pytest.mark.parametrize("text", ["what time and buy a pear", "then what time is it", "and", ""])
def test_without_a_whole_command_in_front_there_is_no_joint(text: str) -> None:
    assert joints(text) == []


def test_a_joint_that_belongs_to_a_command_is_found_too() -> None:
    assert joints("buy a pear and an apple") == [("buy a pear", " an apple")]


@pytest.mark.parametrize("seed", range(3))
def test_a_joint_is_found_in_poor_sound(seed: int) -> None:
    found = joints("what time is it then buy a pear", sure=6.0, noise=1.2, seed=seed)
    assert found[0][0] == "what time is it"


@pytest.mark.parametrize("frame_s", [0.02, 0.024])
def test_of_neighbours_the_better_one_counts(frame_s: float) -> None:
    near = int(APART_S / frame_s)
    until = np.full(60, -np.inf, np.float32)
    until[[20, 20 + near, 21 + near, 50]] = -0.1, -0.2, -0.3, 50 * LEAST - 1.0
    found = best_joints(until, np.arange(60), 4, frame_s)
    assert [joint.stop for joint in found] == [20, 21 + near]
    assert best_joints(until, np.arange(60), 1, frame_s) == found[:1]
