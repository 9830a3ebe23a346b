"""The house, as it is talked about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant import Device
from assistant.settings import UnderstandingSettings, load
from tests.intents.desk import Desk, make_desk
from tests.intents.pretend_house import PretendHouse

GUIDE = (Path(__file__).parents[2] / "docs" / "home.md").read_text("utf-8")
LIVED_IN = PretendHouse()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("desk"), home=LIVED_IN, house=LIVED_IN)


@pytest.fixture(autouse=True)
def house() -> PretendHouse:
    """The desk's house, as it was in the beginning."""
    vars(LIVED_IN).update(vars(PretendHouse()))
    return LIVED_IN


def test_lights_are_switched(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("turn on the kitchen light") == "Kitchen light is on."
    assert house.on == {"b1", "door", "k1"}
    assert desk.say("turn off the lights in the living room") == "Living room lights are off."
    assert desk.say("switch the ceiling on") == "Ceiling is on."
    assert desk.say("turn on the living room ceiling lamp") == "Ceiling is on."
    assert desk.say("which lights are on") == "On: Kitchen light, Bedroom light and Ceiling."
    assert desk.say("lights off") == "All lights are off."
    assert house.on == {"door"}


def test_what_is_missing_is_asked_for_and_corrected(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("turn on the lights no the heater") == "Heater is on."
    assert desk.say("turn on the light") == "Which one?"
    assert desk.say("the hall light") == "Hall light is on."
    assert desk.say("turn on the light") == "Which one?"
    assert desk.say("never mind") == ""
    assert house.on == {"b1", "door", "h1", "heater"}


def test_who_is_not_sure_asks_first(tmp_path: Path, house: PretendHouse) -> None:
    careful = UnderstandingSettings(confirm_below=0.95)
    desk = make_desk(tmp_path, home=house, settings=careful)
    assert desk.say("tern of the heeter") == "Turn Heater off?"
    assert desk.say("no the fan") == "Turn Fan off?"
    assert desk.say("yes") == "Fan is off."
    assert desk.say("tern of the heeter") == "Turn Heater off?"
    assert desk.say("no") == ""
    assert house.on == {"b1", "door"}


def test_nobody_of_that_name(desk: Desk, house: PretendHouse) -> None:
    decision = desk.decide("turn on the disco ball")
    assert (decision.kind, decision.detail) == ("reject", "I don't know “disco ball”.")
    assert house.on == {"b1", "door"}


def test_two_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    lamps = [Device(f"lamp-{area}", "Lamp", "light", area) for area in ("Kitchen", "Study")]
    house = PretendHouse(known=lamps)
    desk = make_desk(tmp_path, home=house)
    assert desk.decide("turn on the lamp").detail == "More than one device is called “lamp”."
    assert desk.say("turn on the study lamp") == "Lamp is on."
    assert house.on == {"b1", "door", "lamp-Study"}


def test_lights_are_dimmed(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("dim the bedroom light to thirty percent") == (
        "Bedroom light is at 30 percent."
    )
    assert desk.say("make the bedroom light brighter") == "Bedroom light is at 50 percent."
    assert desk.say("bedroom light down") == "Bedroom light is at 30 percent."
    assert desk.say("dim the hall light to ten percent") == "Hall light can't be dimmed."
    assert desk.say("set the kitchen light to two hundred percent") == (
        "Brightness goes from nought to a hundred percent."
    )
    assert desk.say("lower the lights to ten percent") == "All lights are at ten percent."
    assert house.levels == {"b1": 10, "k1": 10, "l1": 10, "l2": 10}


def test_everything_at_once(desk: Desk, house: PretendHouse) -> None:
    desk.say("turn on the heater")
    assert desk.say("turn everything off") == "Everything is off."
    assert house.on == {"door"}
    house.known = [device for device in house.known if device.kind == "sensor"]
    assert desk.say("turn everything off") == "I know nothing that could be turned on or off."


def test_sensors_are_asked(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("what's the temperature in the living room") == "Living room: 21.5 degrees."
    assert desk.say("how warm is it in the garden") == "Garden: minus 3.2 degrees."
    assert desk.say("how humid is it in the bathroom") == "Bathroom: 48 percent."
    assert desk.say("what's the humidity in the garden") == (
        "Nothing measures the humidity there: garden."
    )
    house.values = {"t1": "unavailable"}
    assert desk.say("what's the temperature in the living room") == "Living room: unavailable."
    reply = desk.act("how warm is it in the garden")
    assert (reply.text, reply.ok) == ("Garden Temperature says nothing.", False)


def test_states_are_asked(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("is the bedroom light on") == "Bedroom light is on."
    assert desk.say("is the heater still on") == "Heater is off."
    desk.say("turn on the ceiling")
    assert desk.say("are the living room lights on") == "Ceiling on, the others off."
    assert desk.say("is the front door open") == "Front door is open."
    assert desk.say("is the kitchen window closed") == "Kitchen window is closed."
    assert desk.say("is the garden open") == "Nothing tells whether that is open: garden."
    house.answers = dict.fromkeys(("heater", "door"), "silent")
    assert desk.say("is the heater on") == "Heater says nothing."
    assert desk.say("is the front door open") == "Front door says nothing."
    desk.say("lights off")
    house.on.clear()
    assert desk.say("are any lights on") == "Everything is off."


def test_many_that_are_on_are_counted(desk: Desk) -> None:
    desk.say("turn everything on")
    assert desk.say("which lights are on") == (
        "On: Kitchen light, Bedroom light, Ceiling, Reading lamp, Hall light, Heater and two more."
    )


def test_scenes(desk: Desk, house: PretendHouse) -> None:
    assert desk.say("activate movie night") == "Movie night is set."
    assert desk.say("set the scene to dinner") == "Dinner is set."
    assert house.scenes == ["Movie night", "Dinner"]


def test_who_does_not_do_it_is_named(desk: Desk, house: PretendHouse) -> None:
    house.answers = {"k1": "silent", "heater": "told", "fan": "offline"}
    for said, answer, ok in (
        ("turn on the kitchen light", "Kitchen light didn't answer.", False),
        ("turn on all the lights", "Kitchen light didn't answer.", False),
        ("turn on the fan", "Fan can't be reached.", False),
        ("turn on the heater", "I told Heater: on; no answer comes from there.", True),
    ):
        reply = desk.act(said)
        assert (reply.text, reply.ok) == (answer, ok)


def test_a_house_that_is_away_says_why(desk: Desk, house: PretendHouse) -> None:
    house.problem = "The house's broker at host:1883 doesn't answer; is it running?"
    reply = desk.act("turn on the kitchen light")
    assert (reply.text, reply.ok) == (house.problem, False)


def test_hostile_names_are_only_names(tmp_path: Path) -> None:
    names = ("[turn] {off} (the|a) <lamp>", "; rm -rf / #", "%s {device}", "安全灯", "‮lamp‮")
    house = PretendHouse(known=[Device(name, name, "switch") for name in names])
    desk = make_desk(tmp_path, home=house)
    assert desk.say("turn on the turn off the a lamp") == "[turn] {off} (the|a) <lamp> is on."
    assert desk.say("turn on the s device") == "%s {device} is on."
    assert desk.say("turn on the lamp") == "‮lamp‮ is on."


def test_the_guide_is_true(desk: Desk, tmp_path: Path) -> None:
    house, _, _ = GUIDE.partition("## Music")
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", house, re.MULTILINE)
    assert len(turns) >= 10
    assert [(said, desk.say(said)) for said, _ in turns] == turns
    (example,) = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    (tmp_path / "config.toml").write_text(example)
    assert load(tmp_path / "config.toml").settings.home.broker.startswith("mqtts://")


def test_without_a_house_there_are_no_such_commands(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    assert desk.decide("turn on the kitchen light").kind == "reject"
    assert not any(each.name.startswith("home.") for each in desk.conversation.abilities())
