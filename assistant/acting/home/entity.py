"""Devices with everything that is needed to talk to them over MQTT. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from assistant.acting.household import Device


@dataclass(frozen=True, slots=True)
class Where:
    """Where a value is found."""

    topic: str = ""
    """Empty for nowhere."""
    path: tuple[str, ...] = ()
    """Within a JSON object; empty where the message is the value."""

    def find(self, message: str) -> str | None:
        """The value in a message of the topic; None where there is none."""
        if not self.path:
            return message
        try:
            value: Any = json.loads(message)
            for name in self.path:
                value = value[name]
        except (ValueError, LookupError, TypeError, RecursionError):
            return None
        return str(value) if isinstance(value, str | int | float) else None


@dataclass(frozen=True, slots=True)
class Switching:
    """How something is turned on and off, and how it says that it is."""

    topic: str = ""
    """Where commands go; empty for what takes none."""
    on: str = "ON"
    off: str = "OFF"
    state: Where = Where()
    state_on: str = "ON"
    state_off: str = "OFF"

    def is_on(self, said: str | None) -> bool | None:
        """What the device says, as a truth; None where it says something else."""
        return {self.state_on: True, self.state_off: False}.get(said) if said else None


@dataclass(frozen=True, slots=True)
class Dimming:
    """How bright something is, and how it is told."""

    topic: str
    state: Where
    scale: float
    """What stands for full brightness."""
    in_json: bool = False
    """The command is an object that has the state too."""

    def command(self, percent: float) -> str:
        """What to send for a brightness of 0 to 100."""
        level = round(percent / 100 * self.scale)
        return json.dumps({"state": "ON", "brightness": level}) if self.in_json else str(level)

    def percent(self, said: str | None) -> float | None:
        """What the device says, 0 to 100."""
        try:
            return max(0.0, min(100.0, float(said or "") / self.scale * 100))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Available:
    """Where a device, or what it hangs on, says whether it is there."""

    where: Where
    no: str = "offline"


@dataclass(frozen=True, slots=True)
class Entity:
    """A device with everything that is needed to talk to it."""

    device: Device
    switching: Switching = Switching()
    dimming: Dimming | None = None
    measured: Where = Where()
    available: tuple[Available, ...] = ()

    def topics(self) -> set[str]:
        """Where it, or what it hangs on, says something."""
        places = [self.switching.state, self.measured, *(each.where for each in self.available)]
        if self.dimming:
            places.append(self.dimming.state)
        return {place.topic for place in places if place.topic}
