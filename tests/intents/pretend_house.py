"""A house in memory, for what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant import Device, Obedience, Scene
from assistant.errors import ServiceError

DEVICES = (
    Device("k1", "Kitchen light", "light", "Kitchen", dims=True),
    Device("b1", "Bedroom light", "light", "Bedroom", dims=True),
    Device("l1", "Ceiling", "light", "Living room", dims=True),
    Device("l2", "Reading lamp", "light", "Living room", dims=True),
    Device("h1", "Hall light", "light", "Hall"),
    Device("heater", "Heater", "switch"),
    Device("coffee", "Coffee machine", "switch", "Kitchen"),
    Device("fan", "Fan", "fan", "Bedroom"),
    Device("t1", "Living room sensor Temperature", "sensor", "Living room",
           ("Living room sensor",), quantity="temperature", unit="°C"),
    Device("h2", "Bathroom Humidity", "sensor", "Bathroom", quantity="humidity", unit="%"),
    Device("t2", "Garden Temperature", "sensor", "Garden", quantity="temperature", unit="°C"),
    Device("door", "Front door", "sensor", quantity="door"),
    Device("window", "Kitchen window", "sensor", quantity="window"),
    Device("movie", "Movie night", "scene"),
    Device("dinner", "Dinner", "scene"),
)  # fmt: skip


@dataclass
class PretendHouse:
    """A `Home` that does what it is told at once."""

    on: set[str] = field(default_factory=lambda: {"b1", "door"})
    """Ids of what is on, or open."""
    levels: dict[str, float] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=lambda: {"t1": "21.5", "h2": "48", "t2": "-3.2"})
    scenes: list[str] = field(default_factory=list)
    answers: dict[str, Obedience] = field(default_factory=dict)
    """Of devices that don't simply do what they are told."""
    problem: str = ""
    """Why nothing works at the moment."""
    known: Sequence[Device] = DEVICES

    def devices(self) -> Sequence[Device]:
        return self.known

    def switch(self, devices: Sequence[Device], on: bool) -> Sequence[Obedience]:
        self._works()
        for each in devices:
            if each.id not in self.answers:
                (self.on.add if on else self.on.discard)(each.id)
        return [self.answers.get(each.id, "done") for each in devices]

    def dim(self, devices: Sequence[Device], percent: float) -> Sequence[Obedience]:
        for each in devices:
            self.levels[each.id] = percent
        return self.switch(devices, percent > 0)

    def is_on(self, device: Device) -> bool | None:
        self._works()
        return None if self.answers.get(device.id) == "silent" else device.id in self.on

    def brightness(self, device: Device) -> float | None:
        return self.levels.get(device.id)

    def measured(self, sensor: Device) -> str | None:
        self._works()
        return self.values.get(sensor.id)

    def set_scene(self, scene: Scene) -> None:
        self._works()
        self.scenes.append(scene.device.name)

    def tell(self, request: str) -> str:
        self._works()
        return "Closed the blinds." if request == "close the blinds" else "Done."

    def _works(self) -> None:
        if self.problem:
            raise ServiceError(self.problem)
