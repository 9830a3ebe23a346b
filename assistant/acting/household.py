"""What handlers can ask for about the house: the services, and the records that they speak in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

DeviceKind = Literal["light", "switch", "fan", "scene", "sensor"]

Obedience = Literal["done", "told", "silent", "offline"]
"""What became of a command: the device says that it is so; it was told, and never says anything;
it should have said something, and didn't; it wasn't told, since it is known to be away."""


@dataclass(frozen=True, slots=True)
class Device:
    """One thing of the house that can be told something, or that measures something."""

    id: str
    """The house's own name for it."""
    name: str
    kind: DeviceKind
    area: str = ""
    """The room that it is in; empty where nobody said."""
    aliases: tuple[str, ...] = ()
    """What it may be called beside its name."""
    dims: bool = False
    """Whether it has a brightness."""
    quantity: str = ""
    """What a sensor measures, as Home Assistant calls it: "temperature", "humidity", "door"."""
    unit: str = ""
    """Of what a sensor measures: "°C"."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Devices:
    """What a name stands for; as a slot, the one thing or all the things that were named."""

    name: str = field(compare=False)
    """As it is said: "kitchen lights"; the same things under another name are the same."""
    members: tuple[Device, ...]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the house; as a slot, the room or the thing that was named."""

    name: str
    sensors: tuple[Device, ...]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Scene:
    """A mood of the house, such as "movie night"; as a slot, the one that was named."""

    device: Device

    def __str__(self) -> str:
        return self.device.name


@dataclass(frozen=True, slots=True)
class Routine:
    """Several commands under one phrase; as a slot, the one whose phrase was said."""

    phrase: str
    """A template without slots: "good night|sleep well"."""
    commands: tuple[str, ...]
    """As somebody would say them, in order."""

    def __str__(self) -> str:
        return self.phrase.partition("|")[0].strip()


class Routines(Protocol):
    """What happens at a phrase. All raise ServiceError."""

    def all(self) -> Sequence[Routine]: ...

    def define(self, wording: str) -> Routine:
        """Learn one from a phrase and its commands in one breath, and keep it."""
        ...

    def make(self, phrase: str, commands: Sequence[str]) -> Routine:
        """Keep one; of a phrase that has one already, it takes the place."""
        ...

    def forget(self, routine: Routine) -> None:
        """Take it out."""
        ...

    def commands(self, routine: Routine) -> Sequence[str]:
        """All its commands, with those of the routines in it."""
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was written down."""

    text: str
    day: date | None = None
    """When; None where nobody wrote that down."""


class Notes(Protocol):
    """What a person had written down. All raise StateError."""

    def add(self, text: str) -> Note:
        """Write it down, with the day."""
        ...

    def all(self) -> Sequence[Note]:
        """The oldest first."""
        ...

    def remove(self, note: Note) -> bool:
        """Take it out; False when it wasn't there."""
        ...


class House(Protocol):
    """A program that runs the house and understands sentences itself. Handed out only where the
    settings name one."""

    def tell(self, request: str) -> str:
        """What it answers to a sentence. Raises ServiceError."""
        ...


Deed = Literal["play", "pause", "next", "previous"]


@dataclass(frozen=True, slots=True)
class Track:
    """What is played."""

    title: str
    artist: str = ""


class Media(Protocol):
    """What plays music or films. Handed out where the settings want it. All raise ServiceError."""

    def do(self, deed: Deed) -> None:
        """Have it done."""
        ...

    def playing(self) -> Track | None:
        """What plays; None while nothing does."""
        ...


class Volume(Protocol):
    """How loud this machine is. Handed out as `Media` is. All raise ServiceError."""

    def level(self) -> float:
        """In percent."""
        ...

    def set(self, percent: float) -> None:
        """To so much, 0 to 100."""
        ...

    def mute(self, muted: bool) -> None:
        """Silence it, or end that."""
        ...


class Home(Protocol):
    """The house. Handed out only where the settings name one. All raise ServiceError."""

    def devices(self) -> Sequence[Device]:
        """Everything that is known of, at once."""
        ...

    def switch(self, devices: Sequence[Device], on: bool) -> Sequence[Obedience]:
        """Turn them on or off; the answer of each."""
        ...

    def dim(self, devices: Sequence[Device], percent: float) -> Sequence[Obedience]:
        """Set their brightness, 0 to 100; the answer of each."""
        ...

    def is_on(self, device: Device) -> bool | None:
        """Whether it is on, or open; None where it doesn't say."""
        ...

    def brightness(self, device: Device) -> float | None:
        """In percent; None where it doesn't say."""
        ...

    def measured(self, sensor: Device) -> str | None:
        """What it measures at the moment, as it says that; None where it doesn't."""
        ...

    def set_scene(self, scene: Scene) -> None:
        """Bring the mood about."""
        ...
