"""Which clips of a speaker an adaptation is measured with."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from assistant.training.corpus import Clip
from tests.program import ROOT

pytestmark = pytest.mark.train


def clips(texts: list[str]) -> list[Clip]:
    return [
        Clip(Path(f"{number:03}.wav"), text, "ann", 1.0, "here", "CC0 1.0", "test")
        for number, text in enumerate(texts)
    ]


def test_no_sentence_is_both_learnt_and_measured() -> None:
    from assistant.bench.adapting import parted

    learnt, held_out = parted(clips([f"sentence {n // 2}" for n in range(40)]), most=40)
    assert {c.text for c in learnt}.isdisjoint(c.text for c in held_out)
    assert len(learnt) == len(held_out) == 20


def test_a_word_that_is_said_all_the_time_is_on_both_sides() -> None:
    from assistant.bench.adapting import parted

    learnt, held_out = parted(clips(["one", "two", "three"] * 10), most=12)
    assert {c.text for c in learnt} == {c.text for c in held_out} == {"one", "two", "three"}
    assert {c.path for c in learnt}.isdisjoint(c.path for c in held_out)
    assert len(learnt) == len(held_out) == 12


def test_the_line_of_the_guide_measures() -> None:
    from assistant.bench.adapting import parser

    guide = (ROOT / "docs" / "your-voice.md").read_text(encoding="utf-8").replace("\\\n", "")
    (line,) = (line for line in guide.splitlines() if "assistant.bench.adapting" in line)
    asked = parser().parse_args(shlex.split(line)[3:])
    assert asked.speaker[0] == "cv_b87dd0680063"
    assert len(asked.speaker) == 4
    assert (asked.start / "part-1.pt").is_file()
