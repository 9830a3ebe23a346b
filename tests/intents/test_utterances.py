"""What people say to the built-in abilities, word for word as in a template and otherwise.

`tests/utterances/<family>.jsonl`: text, intent, the slots' values, and whether a template has the
text literally. Those that no template has are kept out of the templates on purpose: they measure
how well other wordings are understood.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.acting.loader import load
from assistant.bundled import bundled
from assistant.records import Command
from tests.intents.desk import NOW, Desk, furnished, make_desk
from tests.intents.encoding import encoded
from tests.intents.pretend_house import PretendHouse
from tests.intents.pretend_sound import PretendSound

FOLDER = Path(__file__).parent.parent / "utterances"
INTENTS = {made.name for made in load([bundled("intents")], installed=False).intents}
ABILITIES = sorted({name.partition(".")[0] for name in INTENTS})
FAMILIES = [ability for ability in ABILITIES if ability != "ask"]
"""Questions about the world have a desk of their own, with somebody who answers: test_ask."""

REACHED = 0.68
"""At least this share of the other wordings reaches its intent, over all families."""
ASTRAY = 0.01
"""At most this share is taken for something else and done."""
MISTAKEN = 0.02
"""At most this share is understood with a wrong value, and done."""


@dataclass(frozen=True)
class Case:
    text: str
    intent: str
    slots: dict[str, Any]
    literal: bool


@cache
def cases(family: str) -> tuple[Case, ...]:
    lines = (FOLDER / f"{family}.jsonl").read_text("utf-8").splitlines()
    return tuple(Case(**json.loads(line)) for line in lines)


LITERAL = [case for family in FAMILIES for case in cases(family) if case.literal]
OTHERS = [case for family in FAMILIES for case in cases(family) if not case.literal]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "routines.toml").write_text('"good night" = "help"\n"good morning" = "help"\n')
    desk = make_desk(folder, home=PretendHouse(), house=PretendHouse(), sound=PretendSound())
    desk.line.waiting = True  # somebody calls
    desk.clock.at(NOW + timedelta(days=1), "Reminder: call mum.", name="call mum")
    return furnished(desk)


@pytest.mark.parametrize("ability", ABILITIES)
def test_every_ability_has_enough_of_both_kinds(ability: str) -> None:
    found = cases(ability)
    others = sum(not case.literal for case in found)
    assert len(found) >= 30
    assert others >= 15
    assert 0.4 <= others / len(found) <= 0.6
    assert len({case.text for case in found}) == len(found)


def test_every_function_of_an_ability_has_some_of_both_kinds() -> None:
    found = {(case.intent, case.literal) for ability in ABILITIES for case in cases(ability)}
    assert found == {(name, literal) for name in INTENTS for literal in (True, False)}


@pytest.mark.parametrize("case", LITERAL, ids=lambda case: case.text)
def test_what_a_template_has_is_understood_exactly(desk: Desk, case: Case) -> None:
    decision = desk.decide_alone(case.text)
    command = decision.command
    assert command is not None, decision
    assert (command.intent, command.match) == (case.intent, "exact")
    assert said_values(command) == case.slots


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case.text)
def test_other_wordings_are_other_wordings(desk: Desk, case: Case) -> None:
    command = desk.decide_alone(case.text).command
    assert command is None or command.match != "exact"


def test_other_wordings_mostly_arrive_and_rarely_go_astray(desk: Desk) -> None:
    decisions = [(case, desk.decide_alone(case.text)) for case in OTHERS]
    reached = [
        case for case, found in decisions if found.command and found.command.intent == case.intent
    ]
    astray = [
        f"{case.text!r} does {found.command.intent}"
        for case, found in decisions
        if found.command and found.kind == "execute" and found.command.intent != case.intent
    ]
    mistaken = [
        f"{case.text!r} with {values}"
        for case, found in decisions
        if found.command and found.kind == "execute" and found.command.intent == case.intent
        if (values := said_values(found.command)) != case.slots and not is_today(values)
    ]
    assert len(reached) / len(OTHERS) >= REACHED
    assert len(astray) / len(OTHERS) <= ASTRAY, astray
    assert len(mistaken) / len(OTHERS) <= MISTAKEN, mistaken


def said_values(command: Command) -> dict[str, object]:
    return {slot.name: encoded(slot.value) for slot in command.slots}


def is_today(values: dict[str, object]) -> bool:
    """Whether all that was understood beyond the case is the day that is meant anyway."""
    return values == {"day": f"{NOW:%Y-%m-%d}"}
