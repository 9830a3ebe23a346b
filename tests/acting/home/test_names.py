"""What the things of a house are called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.acting.home.names import (
    device_entries,
    house_lists,
    place_entries,
    scene_entries,
)
from assistant.acting.home.words import FRENCH, GERMAN, ITALIAN, SPANISH
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


@pytest.mark.parametrize(
    ("language", "device", "said"),
    [
        ("de", Device("k", "Küchenlicht", "light", "Küche"), "küchenlampe"),
        ("de", Device("d", "Decke", "light", "Flur"), "deckenlicht"),
        ("de", Device("p", "Stecker", "switch", "Küche"), f"stecker ({GERMAN.links}) küche"),
        ("es", Device("p", "Luz pasillo", "light"), f"lámpara [{SPANISH.links}] pasillo"),
        ("es", Device("p", "Lámpara del pasillo", "light"), f"luz [{SPANISH.links}] pasillo"),
        ("fr", Device("s", "Plafonnier", "light"), f"lampe [{FRENCH.links}] plafonnier"),
        ("it", Device("v", "Ventola", "fan", "Camera"), f"ventola ({ITALIAN.links}) camera"),
    ],
)
def test_each_language_names_things_its_own_way(language: str, device: Device, said: str) -> None:
    assert meant(device_entries([device], [language]), said) == [device.name]


@pytest.mark.parametrize(
    ("language", "room", "said", "answered"),
    [
        ("de", "Wohnzimmer", "lampen im wohnzimmer", "Lichter im Wohnzimmer"),
        ("de", "Küche", "küchenlichter", "Lichter Küche"),
        ("es", "Salón", "luces del salón", "luces del Salón"),
        ("fr", "Entrée", "lumières de l' entrée", "lumières de l'Entrée"),
        ("it", "Cucina", "luci in cucina", "luci in Cucina"),
    ],
)
def test_the_lights_of_a_room_are_answered_as_they_were_said(
    language: str, room: str, said: str, answered: str
) -> None:
    lights = [Device(name, name, "light", room) for name in ("one", "two")]
    assert meant(device_entries(lights, [language]), said) == [answered]


def test_all_the_lights_are_known_in_every_language_that_is_understood() -> None:
    entries = device_entries([CEILING, LAMP], ["en", "de"])
    found = {str(entry.value): entry.value for entry in entries}
    assert found["all lights"] == found["alle Lichter"]


def test_places_are_rooms_and_what_the_sensors_are_called() -> None:
    sensor = Device("t", "Garden sensor Temperature", "sensor", "Outside", ("Garden sensor",))
    texts = [entry.text for entry in place_entries([sensor, PLUG])]
    assert texts == ["outside", "garden sensor", "garden", "garden sensor temperature"]


@pytest.mark.parametrize(
    ("language", "sensor", "place"),
    [
        ("de", "Wohnzimmersensor", "wohnzimmer"),
        ("es", "Sensor del salón", "salón"),
        ("fr", "Capteur de la chambre", "chambre"),
        ("it", "Termometro bagno", "bagno"),
    ],
)
def test_the_word_for_a_sensor_is_no_part_of_its_place(
    language: str, sensor: str, place: str
) -> None:
    device = Device("t", sensor, "sensor")
    assert [entry.text for entry in place_entries([device], [language])] == [
        sensor.lower(),
        place,
    ]


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
