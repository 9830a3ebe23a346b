"""Routines, as they are talked about and carried out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.intents.desk import Desk, make_desk
from tests.intents.pretend_house import PretendHouse

GUIDE = (Path(__file__).parents[2] / "docs" / "routines.md").read_text("utf-8")
HOUSE = PretendHouse()
FILE = "routines.toml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def lasting(folder: Path) -> Desk:
    return make_desk(folder, home=HOUSE)


@pytest.fixture
def desk(lasting: Desk, folder: Path) -> Desk:
    """Without any routine, and everything as it was in the beginning."""
    (folder / FILE).unlink(missing_ok=True)
    lasting.line.called.clear()
    vars(HOUSE).update(vars(PretendHouse()))
    return lasting


def test_one_is_defined_by_voice_and_carried_out(desk: Desk, folder: Path) -> None:
    assert desk.say("what routines are there") == (
        "There are no routines. Say: when I say good night, turn off the lights."
    )
    said = "when I say good night turn off the lights and set an alarm for seven"
    learnt = "When you say “good night”: turn off the lights and set an alarm for seven."
    assert desk.say(said) == learnt
    assert desk.say("good night") == "All lights are off. Alarm set for tomorrow at 7 am."
    assert HOUSE.on == {"door"}
    assert desk.say("what does the good night routine do") == learnt
    assert desk.say("which routines do i have") == "You can say: good night."
    assert '"good night" = [' in (folder / FILE).read_text()


def test_a_new_definition_takes_the_place_and_one_can_be_forgotten(desk: Desk) -> None:
    desk.say("when i say good night, turn off the lights")
    desk.say("when i say good night, turn on the heater")
    assert desk.say("good night") == "Heater is on."
    assert desk.say("forget the good night routine") == "Forget the routine good night?"
    assert desk.say("yes") == "Forgotten: good night."
    assert desk.say("good night") == ""


def test_what_is_high_risk_is_read_back_in_a_routine_too(desk: Desk) -> None:
    desk.say("when i say work, call bob hall and turn on the heater")
    assert desk.say("run work") == ("Call Bob Hall on the mobile number, 0 7 7, 0 0 9 0, 0 5 5 5?")
    assert desk.line.called == []
    assert HOUSE.on == {"b1", "door"}
    assert desk.say("no") == "Heater is on."  # that alone is left out
    assert desk.line.called == []
    desk.say("run work")
    assert desk.say("yes") == "Calling Bob Hall. Heater is on."
    desk.say("run work")
    HOUSE.on.clear()
    assert desk.say("never mind") == ""  # and that ends all of it
    assert HOUSE.on == set()


def test_what_is_missing_is_asked_for(desk: Desk) -> None:
    desk.say("when i say tea time, set a timer then turn on the heater")
    assert desk.say("tea time") == "For how long?"
    assert desk.say("four minutes") == "Timer set for four minutes. Heater is on."


def test_which_one_is_asked_for(desk: Desk) -> None:
    desk.say("when i say tea time, turn on the heater")
    assert desk.say("run a routine") == "Which routine?"
    assert desk.say("tea time") == "Heater is on."


def test_a_routine_in_a_routine(desk: Desk) -> None:
    desk.say("when i say lights please, turn on the kitchen light")
    desk.say("when i say breakfast, lights please and what time is it")
    assert desk.say("breakfast") == "Kitchen light is on. It is 10 am."


def test_one_that_runs_itself_does_nothing(desk: Desk, folder: Path) -> None:
    (folder / FILE).write_text('ping = ["turn on the heater", "pong"]\npong = "ping"\n')
    said = desk.say("ping")
    assert said.startswith("The routine “ping” runs itself; mend")
    assert HOUSE.on == {"b1", "door"}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("when i say stop turn on the heater", "“stop” means something already; "),
        ("when i say jump you say how high", "I don't know what to do then. "),
        ("when i say jump", "I don't know what to do then. "),
        ("when i say hop turn on the disco ball", "I don't know what to do then. "),
    ],
)
def test_what_cannot_be_one_is_told(desk: Desk, folder: Path, said: str, answer: str) -> None:
    reply = desk.act(said)
    assert reply.text.startswith(answer)
    assert not reply.ok
    assert not (folder / FILE).exists()


def test_who_wants_one_is_told_how(desk: Desk) -> None:
    told = desk.say("make a routine called breakfast")
    assert told == "Say it in one breath: when I say breakfast, set an alarm for seven."
    _, _, so = told.partition(": ")
    assert desk.act(so).ok


def test_who_says_it_otherwise_is_told_how(desk: Desk) -> None:
    told = desk.say("when i say jump you say how high")
    _, _, so = told.partition("Say it like: ")
    assert desk.act(so).text == "When you say “good night”: set an alarm for seven."


def test_a_step_that_fails_keeps_nobody_else_from_it(desk: Desk, folder: Path) -> None:
    (folder / FILE).write_text('"off we go" = ["dance a jig", "turn on the heater"]\n')
    assert desk.say("off we go") == "Heater is on."


def test_the_guide_is_true(desk: Desk, folder: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    (folder / FILE).write_text(example)
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", GUIDE, re.MULTILINE)
    assert len(turns) >= 6
    assert [(said, desk.say(said)) for said, _ in turns] == turns
