"""What the things of a house are called, as lists of the command graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.acting.home.words import WORDS, HouseWords, joined
from assistant.acting.household import Device, Devices, Home, Place, Scene
from assistant.acting.lists import sayable
from assistant.records import Language, ListEntry

Entries = Callable[[], Sequence[ListEntry]]

SWITCHED = ("light", "switch", "fan")
"""Kinds that are turned on and off."""

ENGLISH_ALONE: Sequence[Language] = ("en",)


def house_lists(
    home: Home | None, languages: Sequence[Language] = ENGLISH_ALONE
) -> Mapping[str, Entries]:
    """The lists by name, each by what gives its entries now; empty ones without a house.

    They are wanted at every sentence, and made again when the devices change.
    """

    def current(
        make: Callable[[Sequence[Device], Sequence[Language]], list[ListEntry]],
    ) -> Entries:
        made = lru_cache(maxsize=1)(make)
        return lambda: made(tuple(home.devices()), tuple(languages)) if home else ()

    return {
        "devices": current(device_entries),
        "places": current(place_entries),
        "scenes": current(scene_entries),
    }


def device_entries(
    devices: Sequence[Device], languages: Sequence[Language] = ENGLISH_ALONE
) -> list[ListEntry]:
    """What can be turned on and off: each thing by its names, the lights of a room, all lights."""
    switched = [each for each in devices if each.kind in SWITCHED]
    entries = [_entry(name, each) for each in switched for name in _names(each, languages)]
    taken = {entry.text for entry in entries}
    lights_by_area = _by_area(each for each in switched if each.kind == "light")
    for words in _words(languages):
        for lights in lights_by_area:
            entries += _lights_of(lights, taken, words)
        for kind, (said, text) in words.everywhere.items():
            if members := tuple(each for each in switched if each.kind == kind):
                entries.append(ListEntry(text, Devices(said, members)))
    return entries


def scene_entries(
    devices: Sequence[Device], languages: Sequence[Language] = ENGLISH_ALONE
) -> list[ListEntry]:
    """The scenes by their names."""
    scenes = [each for each in devices if each.kind == "scene"]
    return [ListEntry(name, Scene(each)) for each in scenes for name in _names(each, languages)]


def place_entries(
    devices: Sequence[Device], languages: Sequence[Language] = ENGLISH_ALONE
) -> list[ListEntry]:
    """Where something is measured: rooms, and what the sensors themselves are called."""
    places: dict[str, list[Device]] = defaultdict(list)
    for sensor in devices:
        if sensor.kind == "sensor":
            for name in dict.fromkeys(_places(sensor, languages)):
                places[name].append(sensor)
    return [ListEntry(name, Place(name, tuple(found))) for name, found in places.items()]


def _words(languages: Iterable[Language]) -> Iterator[HouseWords]:
    yield from (WORDS[language] for language in languages if language in WORDS)


def _entry(name: str, device: Device) -> ListEntry:
    return ListEntry(name, Devices(device.name, (device,)))


def _names(device: Device, languages: Iterable[Language]) -> Iterator[str]:
    """Everything that one thing is called, each once."""
    area, found = sayable(device.area), dict[str, None]()
    for words in _words(languages):
        for name in filter(None, map(sayable, (device.name, *device.aliases))):
            for said in words.as_lights(name) if device.kind == "light" else (name,):
                found[said] = None
                if area and area not in said:
                    found |= dict.fromkeys(
                        text.format(area=area, name=said) for text in words.in_room
                    )
    yield from found


def _by_area(devices: Iterable[Device]) -> list[tuple[Device, ...]]:
    areas: dict[str, list[Device]] = defaultdict(list)
    for each in devices:
        if area := sayable(each.area):
            areas[area].append(each)
    return [tuple(members) for members in areas.values()]


def _lights_of(
    lights: tuple[Device, ...], taken: set[str], words: HouseWords
) -> Iterator[ListEntry]:
    """The lights of a room; also by a name that no single one of them has."""
    room = lights[0].area
    area = sayable(room)
    for answer, texts in words.rooms:
        named = answer.format(area=area, room=room) if len(lights) > 1 else str(lights[0])
        group = Devices(named, lights)
        called = (text.format(area=area, joined=joined(area)) for text in texts)
        for text in dict.fromkeys(called):
            if text not in taken:
                yield ListEntry(text, group)


def _places(sensor: Device, languages: Iterable[Language]) -> Iterator[str]:
    for name in filter(None, map(sayable, (sensor.area, *sensor.aliases, sensor.name))):
        yield name
        for words in _words(languages):
            if place := words.without(name, words.sensors):
                yield place
