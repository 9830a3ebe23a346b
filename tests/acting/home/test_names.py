"""What the things of a house are called."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.acting.home.names import (
    device_entries,
    house_lists,
    place_entries,
    scene_entries,
)
from assistant.acting.household import Device
from assistant.records import ListEntry
from tests.intents.pretend_house import PretendHouse

KITCHEN = Device("k", "Kitchen light", "light", "Kitchen")
CEILING = Device("c", "Ceiling", "light", "Living room")
LAMP = Device("l", "Reading lamp", "light", "Living room")
PLUG = Device("p", "Plug", "switch")


def meant(entries: Sequence[ListEntry], text: str) -> list[str]:
    """What the entry of that text stands for."""
    return [str(entry.value) for entry in entries if entry.text == text]


def test_a_thing_is_called_by_its_name_and_room() -> None:
    entries = device_entries([KITCHEN, CEILING, LAMP, PLUG])
    for text in (
        "ceiling",
        "ceiling lamp",
        "living room ceiling",
        "ceiling light in [the] living room",
    ):
        assert meant(entries, text) == ["Ceiling"]
    assert meant(entries, "plug") == ["Plug"]
    assert meant(entries, "kitchen lamp") == ["Kitchen light"]


def test_the_lights_of_a_room_go_by_its_name() -> None:
    entries = device_entries([KITCHEN, CEILING, LAMP, PLUG])
    assert meant(entries, "living room lights") == ["living room lights"]
    assert meant(entries, "living room light") == ["living room lights"]
    assert meant(entries, "kitchen lights") == ["Kitchen light"]
    assert meant(entries, "kitchen light") == ["Kitchen light"]  # and not the room's once more


def test_places_are_rooms_and_what_the_sensors_are_called() -> None:
    sensor = Device("t", "Garden sensor Temperature", "sensor", "Outside", ("Garden sensor",))
    texts = [entry.text for entry in place_entries([sensor, PLUG])]
    assert texts == ["outside", "garden sensor", "garden", "garden sensor temperature"]


def test_scenes_are_not_switched() -> None:
    movie = Device("m", "Movie night", "scene")
    assert device_entries([movie]) == []
    assert meant(scene_entries([movie]), "movie night") == ["Movie night"]


def test_lists_follow_the_house() -> None:
    house = PretendHouse(known=[PLUG])
    lists = house_lists(house)
    assert meant(lists["devices"](), "plug") == ["Plug"]
    assert lists["devices"]() is lists["devices"]()
    house.known = [KITCHEN]
    assert meant(lists["devices"](), "plug") == []
    assert [list(entries()) for entries in house_lists(None).values()] == [[], [], []]
