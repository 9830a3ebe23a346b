"""Decisions beside what was wanted."""

from __future__ import annotations

import pytest

from assistant.bench.meanings import Meaning, Meanings
from assistant.bench.outcomes import Outcome, Result, outcome, tally
from assistant.records import Command, Decision, DecisionKind, Slot
from tests.understanding.household import ALL

MEANINGS = Meanings(ALL)
ANNA = Command("dial.call", (Slot("who", "anna", "Anna"),))
HANNAH = Command("dial.call", (Slot("who", "hannah", "Hannah"),))
TIME = Command("question.time")
WANTED = Meaning("dial.call", {"who": "Anna"})


@pytest.mark.parametrize(
    ("kind", "command", "wanted", "expected"),
    [
        ("execute", ANNA, WANTED, "right"),
        ("confirm", ANNA, WANTED, "right"),
        ("ask", Command("dial.call"), WANTED, "asked"),
        ("execute", HANNAH, WANTED, "wrong_slot"),
        ("execute", TIME, WANTED, "wrong_action"),
        ("ask", TIME, WANTED, "wrong_action"),
        ("reject", None, WANTED, "missed"),
        ("reject", None, None, "ignored"),
        ("execute", TIME, None, "false"),
        ("confirm", ANNA, None, "false"),
        ("ask", TIME, None, "false"),
    ],
)
def test_outcome(
    kind: DecisionKind, command: Command | None, wanted: Meaning | None, expected: Outcome
) -> None:
    assert outcome(Decision(kind, "clear", command), wanted, MEANINGS) == expected


def test_a_tally_counts_commands_and_the_hours_of_everything_else() -> None:
    results = [
        Result("right", 2.0, True, "low"),
        Result("wrong_slot", 2.0, True, "low"),
        Result("missed", 2.0, False, "low"),
        Result("ignored", 3598.0, False, "low"),
        Result("false", 1.0, True, "low"),
        Result("false", 1.0, False, "high"),
    ]
    counts = tally(results)
    assert (counts.commands, counts.right, counts.wrong_slot, counts.missed) == (3, 1, 1, 1)
    assert (counts.false, counts.false_done, counts.false_high_risk) == (2, 1, 1)
    assert counts.other_hours == pytest.approx(1.0)
    assert counts.false_an_hour == pytest.approx(2.0)
    assert counts.right_share == pytest.approx(1 / 3)


def test_without_other_sound_there_is_no_rate() -> None:
    assert tally([Result("right", 2.0, True, "low")]).false_an_hour == 0.0
    assert tally([]).right_share == 0.0
