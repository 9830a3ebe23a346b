"""The house: lights and switches, scenes, and what sensors measure."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from assistant import (
    Device,
    Devices,
    Home,
    Obedience,
    Percent,
    Place,
    Reply,
    Scene,
    choices,
    intent,
    listed,
    phrase,
    sentence,
)

State = Annotated[str, choices({"on": "on", "off|out": "off"})]
Quantity = Annotated[
    str,
    choices(
        {
            "temperature": "temperature",
            "humidity": "humidity",
            "air pressure|pressure": "atmospheric_pressure",
            "carbon dioxide|c o two|air quality": "carbon_dioxide",
            "brightness|illuminance": "illuminance",
            "power|power consumption": "power",
            "battery|battery level": "battery",
        }
    ),
]
Feeling = Annotated[
    str, choices({"warm|cold|hot|chilly|cool": "temperature", "humid|damp|dry": "humidity"})
]
Change = Annotated[
    str,
    choices({"brighter|up|brighten|lighter": "up", "darker|dimmer|down|dim|lower": "down"}),
]

OPENINGS = frozenset({"door", "window", "opening", "garage_door"})
"""What says that it is open by being on."""
STEP = 20.0
"""Percent of "brighter"; half of it is hardly seen."""
FEW = 6
"""More names than so many nobody keeps in mind."""

UNITS = {"°C": "degrees", "°F": "degrees", "%": "percent", "hPa": "hectopascals", "W": "watts"}

RULES = {
    "turn": "(turn|switch|put)",
    "the": "[(the|my|our|this|that)]",
    "please": "(please|(can|could|would|will) you [please])",
    "level": "({level}|{0..100:level})",
    "a_bit": "(a bit|a little|a little bit|slightly|some more|more)",
    "in": "[(in|on|at|inside|of)]",
    "ask": "(what's|what is|tell me|check|read me)",
}


@intent(
    "[<please>] <turn> {state} <the> {device} [please|now]",
    "[<please>] <turn> <the> {device} {state} [please|now]",
    "<the> {device} {state} [please]",
    "(i want|i need|i'd like|i would like) <the> {device} [to be] [turned] {state}",
    "(make sure|see to it) [that] <the> {device} (is|are) {state}",
    "<the> {device} should be {state}",
    "[<please>] (leave|have) <the> {device} {state}",
    "(i want|i need) you to <turn> {state} <the> {device}",
    "(i want|i need) you to <turn> <the> {device} {state}",
    "it's time to <turn> {state} <the> {device}",
    "[<please>] <turn> {state} (a|the) (light|lamp) [please]",
    "[<please>] <turn> (a|the) (light|lamp) {state} [please]",
    "[the] (light|lamp)[s] {state} [please]",
    rules=RULES,
    risk="medium",
    asks={"device": "Which one?", "state": "On or off?"},
    confirm="Turn {device} {state}?",
    examples=("turn on the kitchen light", "switch the lights off"),
)
def switch(device: Devices, state: State, home: Home) -> str | Reply:
    return outcome(device, home.switch(device.members, state == "on"), phrase(state))


@intent(
    "[<please>] <turn> everything {state} [please|now]",
    "[<please>] <turn> {state} everything [in the house] [please|now]",
    "[<please>] <turn> {state} all [the|my|our] (devices|things)",
    "everything {state} [please]",
    "<turn> the [whole|entire] (house|home|flat) {state}",
    "<turn> {state} the [whole|entire] (house|home|flat)",
    "(i want|i need|i'd like) everything {state}",
    "(make sure|see to it) [that] everything is {state}",
    "everything in the house {state}",
    "(all|all the) (devices|things) {state}",
    rules=RULES,
    risk="medium",
    asks={"state": "On or off?"},
    confirm="Turn everything {state}?",
    examples=("turn everything off",),
)
def everything(state: State, home: Home) -> str | Reply:
    members = tuple(each for each in home.devices() if each.kind in ("light", "switch", "fan"))
    if not members:
        return Reply(phrase("I know nothing that could be turned on or off."), ok=False)
    answers = home.switch(members, state == "on")
    return outcome(Devices(phrase("everything"), members), answers, phrase(state))


@intent(
    "[<please>] (dim|set|turn|put|bring|change) <the> {device} [down|up] to <level> [please]",
    "[<please>] (dim|lower|raise|brighten) <the> {device} [to|by] <level>",
    "<the> {device} [to|at] {level} [brightness] [please]",
    "(set|change) the brightness of <the> {device} to <level>",
    "(i want|i'd like) <the> {device} at <level>",
    "(make|have) <the> {device} <level> bright",
    "[<please>] (set|dim) <the> {device} [at|on] {level}",
    "(i want|i need) you to (dim|set) <the> {device} to <level>",
    "{level} [brightness] (for|on) <the> {device}",
    "<the> {device} should be at <level>",
    rules=RULES,
    risk="medium",
    asks={"device": "Which one?", "level": "How bright, in percent?"},
    confirm="Set {device} to {level} percent?",
    examples=("dim the bedroom light to thirty percent",),
)
def dim(device: Devices, level: Percent, home: Home) -> str | Reply:
    if not 0 <= level <= 100:
        return Reply(phrase("Brightness goes from nought to a hundred percent."), ok=False)
    lights, others = dimmable(device)
    if not lights:
        return others
    return outcome(lights, home.dim(lights.members, level), percent(level))


@intent(
    "[<please>] (make|turn) <the> {device} [<a_bit>] {change} [please]",
    "[<please>] {change} <the> {device} [<a_bit>] [please]",
    "[<please>] turn {change} <the> {device} [<a_bit>]",
    "<the> {device} [<a_bit>] {change} [please]",
    "(i want|i'd like) <the> {device} [<a_bit>] {change}",
    "(i want|i need) you to (make|turn) <the> {device} [<a_bit>] {change}",
    "<the> {device} should be [<a_bit>] {change}",
    "<the> {device} is (too|not) (dark|bright) [enough] [make it] {change}",
    "<a_bit> {change} with <the> {device}",
    "[<please>] turn {change} the brightness of <the> {device}",
    rules=RULES,
    risk="medium",
    asks={"device": "Which one?", "change": "Brighter or darker?"},
    confirm="Turn {device} {change}?",
    examples=("make the bedroom light brighter", "dim the lights"),
)
def change_brightness(device: Devices, change: Change, home: Home) -> str | Reply:
    lights, others = dimmable(device)
    if not lights:
        return others
    now = home.brightness(lights.members[0])
    before = now if now is not None else 50.0
    level = max(5.0, before - STEP) if change == "down" else min(100.0, before + STEP)
    return outcome(lights, home.dim(lights.members, level), percent(level))


@intent(
    "<ask> the {quantity} <in> <the> {place}",
    "<ask> <the> {place} {quantity}",
    "how {feeling} is it <in> <the> {place} [now|right now|at the moment]",
    "how {feeling} is <the> {place} [now|right now|at the moment]",
    "what {quantity} (is it|do we have|have we got) <in> <the> {place}",
    "[the] {quantity} <in> <the> {place} [please]",
    "<the> {place} {quantity} [please]",
    "(do you know|i'd like to know|i want to know) the {quantity} <in> <the> {place}",
    "(can|could|would) you tell me the {quantity} <in> <the> {place}",
    "how high is the {quantity} <in> <the> {place}",
    rules=RULES,
    examples=("what's the temperature in the living room", "how warm is it in the living room"),
)
def measured(
    place: Place, home: Home, quantity: Quantity = "temperature", feeling: Feeling | None = None
) -> str | Reply:
    wanted = feeling or quantity
    sensor = next((each for each in place.sensors if each.quantity == wanted), None)
    what = wanted.replace("_", " ")
    if sensor is None:
        missing = phrase("Nothing measures the {what} there: {place}.", what=what, place=place.name)
        return Reply(missing, ok=False)
    value = home.measured(sensor)
    if value is None:
        return Reply(phrase("{device} says nothing.", device=sensor.name), ok=False)
    return sentence(phrase("{place}: {value}.", place=place.name, value=with_unit(value, sensor)))


@intent(
    "(is|are) <the> {device} [turned|switched|still] (on|off)",
    "did (i|we|somebody|anybody) (leave|turn|switch) <the> {device} (on|off)",
    "(check|tell me|see) (if|whether) <the> {device} (is|are) (on|off)",
    "what's the (state|status) of <the> {device}",
    "do you know (if|whether) <the> {device} (is|are) (on|off)",
    "(have|did) (i|we) left <the> {device} (on|off)",
    "(is|are) <the> {device} (running|burning)",
    "what is the (state|status) of <the> {device}",
    "(is|are) <the> {device} (on|off) or (on|off)",
    "(can|could|would) you (check|tell me) (if|whether) <the> {device} (is|are) (on|off)",
    rules=RULES,
    examples=("is the kitchen light on",),
)
def is_on(device: Devices, home: Home) -> str | Reply:
    states = [(each, home.is_on(each)) for each in device.members]
    if all(on is None for _, on in states):
        return Reply(sentence(phrase("{device} says nothing.", device=device.name)), ok=False)
    on = [each for each, is_on in states if is_on]
    if on and len(device.members) > 1 and len(on) < len(device.members):
        return sentence(phrase("{devices} on, the others off.", devices=names(on)))
    return state_of(device, phrase("on" if on else "off"))


@intent(
    "(is|are) <the> {place} [still] (open|closed|shut)",
    "did (i|we|somebody|anybody) (leave|close|shut|open) <the> {place} [open]",
    "(check|tell me|see) (if|whether) <the> {place} (is|are) (open|closed|shut)",
    "(is|has) somebody (opened|closed|shut) <the> {place}",
    "do you know (if|whether) <the> {place} (is|are) (open|closed|shut)",
    "(can|could|would) you (check|tell me) (if|whether) <the> {place} (is|are) (open|closed|shut)",
    "(is|are) <the> {place} open or (closed|shut)",
    "has <the> {place} been (opened|closed|shut|left open)",
    "(have|has) (i|we|somebody|anybody) left <the> {place} open",
    "(is|are) all closed at <the> {place}",
    rules=RULES,
    examples=("is the front door open",),
)
def is_open(place: Place, home: Home) -> str | Reply:
    sensor = next((each for each in place.sensors if each.quantity in OPENINGS), None)
    if sensor is None:
        unknown = phrase("Nothing tells whether that is open: {place}.", place=place.name)
        return Reply(unknown, ok=False)
    is_open = home.is_on(sensor)
    if is_open is None:
        return Reply(phrase("{device} says nothing.", device=sensor.name), ok=False)
    state = phrase("open" if is_open else "closed")
    return sentence(phrase("{place} is {state}.", place=place.name, state=state))


@intent(
    "(which|what) (lights|lamps|devices|things) are [still] [turned|switched] on",
    "(are|is) (any|some) (lights|light|lamps|devices) [still] [turned|switched] on",
    "(what|what's|what is) [still] [switched|turned] on in the house",
    "(tell me|list|show me) (which|what) (lights|lamps|devices) are on",
    "did (i|we) leave (any|some) (lights|light|lamps|devices) on",
    "are all [the] (lights|lamps) (off|out)",
    "is anything [still] [turned|switched] on [in the house]",
    "what (is|did i leave|have i left) [still] on in the house",
    "(can|could) you (tell me|check) (which|what) (lights|lamps|devices) are on",
    "(have|did) (i|we) (leave|left) anything on",
    examples=("which lights are on",),
)
def what_is_on(home: Home) -> str | Reply:
    lit = [each for each in home.devices() if each.kind in ("light", "switch", "fan")]
    on = [each for each in lit if home.is_on(each)]
    if not on:
        return phrase("Everything is off.")
    return sentence(phrase("On: {devices}.", devices=names(on)))


@intent(
    "[<please>] (activate|start|set|turn on|switch on|load|run) [the] [scene|mood] {scene} [scene]",
    "[<please>] (set|change|switch) the (scene|mood|light) to {scene}",
    "{scene} (scene|mode|mood) [please]",
    "(set|start|bring back) the (scene|mood) [called|named] {scene}",
    "scene {scene} [please]",
    "(can|could|would) you (set|start|activate) {scene} [please]",
    "(i want|i'd like|i need) the [scene] {scene} [scene]",
    "(put|switch) the (house|room|lights) into {scene} [mode]",
    "(go|change|switch) to [the] [scene] {scene} [scene|mode]",
    "(bring back|begin|choose) [the] [scene] {scene}",
    rules=RULES,
    risk="medium",
    asks={"scene": "Which scene?"},
    confirm="Set the scene {scene}?",
    examples=("activate movie night",),
)
def set_scene(scene: Scene, home: Home) -> str:
    home.set_scene(scene)
    return sentence(phrase("{scene} is set.", scene=scene.device.name))


def dimmable(devices: Devices) -> tuple[Devices | None, Reply]:
    """Those of the devices that have a brightness, and what to say where none has."""
    lights = tuple(each for each in devices.members if each.dims)
    refusal = phrase("{device} can't be dimmed.", device=devices.name)
    return Devices(devices.name, lights) if lights else None, Reply(sentence(refusal), ok=False)


def outcome(devices: Devices, answers: Sequence[Obedience], state: str) -> str | Reply:
    """What became of it, in a sentence."""
    fates = list(zip(devices.members, answers, strict=True))
    silent = [each for each, answer in fates if answer == "silent"]
    away = [each for each, answer in fates if answer == "offline"]
    if silent:
        return Reply(sentence(phrase("{devices} didn't answer.", devices=names(silent))), ok=False)
    if away:
        return Reply(sentence(phrase("{devices} can't be reached.", devices=names(away))), ok=False)
    if all(answer == "told" for answer in answers):
        told = phrase("I told {device}: {state}; no answer comes from there.",
                      device=devices.name, state=state)  # fmt: skip
        return sentence(told)
    return state_of(devices, state)


def state_of(devices: Devices, state: str) -> str:
    one = len(devices.members) == 1 or devices.name == phrase("everything")
    text = "{device} is {state}." if one else "{device} are {state}."
    return sentence(phrase(text, device=devices.name, state=state))


def percent(level: float) -> str:
    return phrase("at {level} percent", level=round(level))


def with_unit(value: str, sensor: Device) -> str:
    """ "21.5 degrees"; words where a sensor gives words."""
    try:
        number = round(float(value), 1)
    except ValueError:
        return value
    unit = phrase(UNITS.get(sensor.unit, sensor.unit))
    return phrase("{number} {unit}", number=number, unit=unit).strip()


def names(devices: Iterable[Device]) -> str:
    *front, last = (each.name for each in devices)
    more = len(front) + 1 - FEW
    if more > 0:
        front, last = front[:FEW], phrase("{count} more", count=more)
    return listed([*front, last])
