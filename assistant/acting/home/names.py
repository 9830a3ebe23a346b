"""What the things of a house are called, as lists of the command graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.acting.household import Device, Devices, Home, Place, Scene
from assistant.acting.lists import sayable
from assistant.records import ListEntry

Entries = Callable[[], Sequence[ListEntry]]

SWITCHED = ("light", "switch", "fan")
"""Kinds that are turned on and off."""

ALL = {
    "light": "[all|all of] [the|my|our] lights|every light|all the lamps",
    "fan": "all [the] fans",
}
"""How all things of a kind are called."""

LIGHT_WORDS = ("light", "lamp")
"""What people call a light, whatever its name says."""

SENSOR_WORDS = frozenset({"sensor", "thermometer", "multisensor", "contact", "detector"})
"""What the last word of a name may be that isn't part of the place."""


def house_lists(home: Home | None) -> Mapping[str, Entries]:
    """The lists by name, each by what gives its entries now; empty ones without a house.

    They are wanted at every sentence, and made again when the devices change.
    """

    def current(make: Callable[[Sequence[Device]], list[ListEntry]]) -> Entries:
        made = lru_cache(maxsize=1)(make)
        return lambda: made(tuple(home.devices())) if home else ()

    return {
        "devices": current(device_entries),
        "places": current(place_entries),
        "scenes": current(scene_entries),
    }


def device_entries(devices: Sequence[Device]) -> list[ListEntry]:
    """What can be turned on and off: each thing by its names, the lights of a room, all lights."""
    switched = [each for each in devices if each.kind in SWITCHED]
    entries = [_entry(name, each) for each in switched for name in _names(each)]
    taken = {entry.text for entry in entries}
    for area, lights in _by_area(each for each in switched if each.kind == "light"):
        entries += _lights_of(area, lights, taken)
    for kind, text in ALL.items():
        if members := tuple(each for each in switched if each.kind == kind):
            entries.append(ListEntry(text, Devices(f"all {kind}s", members)))
    return entries


def scene_entries(devices: Sequence[Device]) -> list[ListEntry]:
    """The scenes by their names."""
    scenes = [each for each in devices if each.kind == "scene"]
    return [ListEntry(name, Scene(each)) for each in scenes for name in _names(each)]


def place_entries(devices: Sequence[Device]) -> list[ListEntry]:
    """Where something is measured: rooms, and what the sensors themselves are called."""
    places: dict[str, list[Device]] = defaultdict(list)
    for sensor in devices:
        if sensor.kind == "sensor":
            for name in dict.fromkeys(_places(sensor)):
                places[name].append(sensor)
    return [ListEntry(name, Place(name, tuple(found))) for name, found in places.items()]


def _entry(name: str, device: Device) -> ListEntry:
    return ListEntry(name, Devices(device.name, (device,)))


def _names(device: Device) -> Iterator[str]:
    """Everything that one thing is called, each once."""
    area, found = sayable(device.area), dict[str, None]()
    for name in filter(None, map(sayable, (device.name, *device.aliases))):
        for said in _as_lights(name) if device.kind == "light" else (name,):
            found[said] = None
            if area and area not in said:
                found[f"{area} {said}"] = None
                found[f"{said} in [the] {area}"] = None
    yield from found


def _as_lights(name: str) -> Iterator[str]:
    """ "kitchen light" is the "kitchen lamp" too, and a "ceiling" a "ceiling light"."""
    yield name
    words = name.split()
    stem = " ".join(words[:-1] if words[-1] in LIGHT_WORDS else words)
    yield from (f"{stem} {word}" for word in LIGHT_WORDS if stem)


def _by_area(devices: Iterable[Device]) -> Iterator[tuple[str, tuple[Device, ...]]]:
    areas: dict[str, list[Device]] = defaultdict(list)
    for each in devices:
        if area := sayable(each.area):
            areas[area].append(each)
    yield from ((area, tuple(members)) for area, members in areas.items())


def _lights_of(area: str, lights: tuple[Device, ...], taken: set[str]) -> Iterator[ListEntry]:
    """The lights of a room; also by a name that no single one of them has."""
    named = f"{area} lights" if len(lights) > 1 else str(lights[0])
    group = Devices(named, lights)
    for text in (f"{area} {word}{ending}" for word in LIGHT_WORDS for ending in ("s", "")):
        if text not in taken:
            yield ListEntry(text, group)
    yield ListEntry(f"[all] [the] (light|lights|lamps) (in|of) [the] {area}", group)


def _places(sensor: Device) -> Iterator[str]:
    for name in filter(None, map(sayable, (sensor.area, *sensor.aliases, sensor.name))):
        yield name
        words = name.split()
        if len(words) > 1 and words[-1] in SENSOR_WORDS:
            yield " ".join(words[:-1])
