"""Compounds: a name, and a word of a template written onto it."""

from __future__ import annotations

import pytest

from assistant.records import IntentSpec, ListEntry, SlotSpec
from assistant.settings import UnderstandingSettings
from assistant.understanding.expression import TOUCH, Sequence, SlotRef, Words, optional, render
from assistant.understanding.lattice import lattice
from assistant.understanding.seams import Seams
from assistant.understanding.templates import parse
from tests.understanding.household import (
    Conversation,
    Lists,
    conversation,
    templates,
    understander,
    values,
)

ROOM, THING = SlotRef("room", "room"), SlotRef("thing", "thing")
WARM = IntentSpec(
    "climate.warm",
    templates("{room}[ ]<heat> [to] {0..40:degrees}"),
    (SlotSpec("room", "list", list_name="rooms"), SlotSpec("degrees", "number")),
    rules={"heat": "(temperature|heat[ing])"},
)
SWITCH = IntentSpec(
    "house.off",
    templates("{thing} off", "{room}[ ]lamp[s] off", "{thing}['s] light off"),
    (
        SlotSpec("room", "list", required=False, list_name="rooms"),
        SlotSpec("thing", "list", required=False, list_name="things"),
    ),
)
PLAY = IntentSpec(
    "music.play",
    templates("play {title}", "play [the] {title}[ ]{what}"),
    (SlotSpec("title", "text"), SlotSpec("what", "list", required=False)),
    lists={"what": (ListEntry("playlist", "playlist"),)},
)


@pytest.fixture(scope="module")
def house() -> Conversation:
    rooms = [ListEntry(name, name) for name in ("kitchen", "living room")]
    things = [ListEntry(name, name) for name in ("rover", "kitchenlamp")]
    return conversation([WARM, SWITCH, PLAY], Lists({"rooms": rooms, "things": things}))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("kitchentemperature 20", {"room": "kitchen", "degrees": 20}),
        ("living roomheating to 20", {"room": "living room", "degrees": 20}),
        ("living roomlamps off", {"room": "living room"}),
        ("rover's light off", {"thing": "rover"}),
        ("play the partyplaylist", {"title": "party", "what": "playlist"}),
    ],
)
def test_what_touches_in_a_template_may_be_one_word(
    house: Conversation, said: str, meant: dict[str, object]
) -> None:
    decision = house.say(said)
    assert values(decision) == meant
    assert decision.command
    assert decision.command.match == "exact"


def test_the_name_that_is_the_whole_word_is_likelier(house: Conversation) -> None:
    assert values(house.say("kitchenlamp off")) == {"thing": "kitchenlamp"}


def test_where_space_is_in_the_template_words_are_no_compound(house: Conversation) -> None:
    decision = house.say("roveroff")
    assert decision.command is None or decision.command.match != "exact"


def test_names_that_change_make_other_compounds() -> None:
    lists = Lists({"rooms": [ListEntry("hall", "hall")]})
    talk = Conversation(understander([WARM], lists, UnderstandingSettings()))
    assert values(talk.say("halltemperature 20")) == {"room": "hall", "degrees": 20}
    lists.lists["rooms"] = [ListEntry("loft", "loft")]
    decision = talk.say("lofttemperature 20")
    assert values(decision) == {"room": "loft", "degrees": 20}
    assert decision.command
    assert decision.command.match == "exact"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{room}[s]", (ROOM, TOUCH, optional(Words(("s",))))),
        ("{room} [s]", (ROOM, optional(Words(("s",))))),
        ("{room}[ ]lamp", (ROOM, TOUCH, Words(("lamp",)))),
        ("my {room}, lamp", (Words(("my",)), ROOM, Words(("lamp",)))),
        ("de{thing}{room}", (Words(("de",)), TOUCH, THING, TOUCH, ROOM)),
    ],
)
def test_where_no_space_need_be_is_known(text: str, meant: tuple[object, ...]) -> None:
    found = parse(*templates(text)).expression
    assert found == Sequence(meant)  # type: ignore[arg-type]
    assert parse(*templates(render(found))).expression == found


def test_a_compound_is_cut_between_its_letters() -> None:
    seams = Seams(frozenset(("küche", "lampe")), frozenset(("lampe", "n")))
    sentence = lattice("die Küchelampen aus", "de", seams=seams)
    inner = [node for node in range(sentence.end) if sentence.is_within_word(node)]
    assert {sentence.between(1, node) for node in inner} == {"Küche", "Küchelampe"}
    assert [sentence.text[sentence.begins[node] :] for node in inner] == ["lampen aus", "n aus"]
