"""A house whose devices are found and told over MQTT.

What the devices said about themselves is kept in a file, so that their names are known at once
when the program starts, and while the broker is away.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.acting.home.discovery import entities, is_discovery
from assistant.acting.home.entity import Entity, Where
from assistant.acting.household import Device, Obedience, Scene
from assistant.acting.storage import read_json, write_json
from assistant.errors import ServiceError, StateError
from assistant.phrasebook import told

MOST_DEVICES = 2_000
"""Messages of discovery; more is no house."""
ENDS = "assistant/found/"
"""Below it we send ourselves a message: what the broker knew is through when it is back."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long who is waited for, in seconds."""

    answer_s: float = 2.5
    """A device that hasn't said by then that it did something is told of as silent."""
    said_s: float = 1.0
    """What a device said last comes from the broker at once, if it ever said anything."""
    found_s: float = 3.0
    """By then a broker has said which devices there are."""


USUAL = Patience()


class Link(Protocol):
    """The connection to a broker."""

    def begin(self) -> None:
        """Start to connect, without waiting. All may raise ServiceError."""
        ...

    def wait(self) -> None:
        """Until it is there."""
        ...

    def subscribe(self, topics: Iterable[str]) -> None: ...

    def publish(self, topic: str, payload: str) -> None:
        """Send a message, and wait until the broker has it."""
        ...

    def post(self, topic: str, payload: str) -> None:
        """Send a message if there is a connection, without waiting."""
        ...


class MqttHome:
    """A `Home` over a broker. Any thread may use it."""

    def __init__(
        self,
        link: Callable[[Callable[[str, str], None], Callable[[], None]], Link],
        file: Path,
        prefix: str = "homeassistant",
        patience: Patience = USUAL,
    ) -> None:
        """`link` makes the connection, with what hears its messages and what is told when it is
        there; `file` keeps what is known of the devices; `prefix` begins the topics where they
        introduce themselves.
        """
        self._file, self._prefix, self._patience = file, prefix, patience
        self._end = f"{ENDS}{uuid.uuid4().hex}"
        self._change = threading.Condition()
        self._messages: dict[str, str] = {}
        """What devices said about themselves, by topic."""
        self._entities: dict[str, list[Entity]] = {}
        self._heard_now: set[str] = set()
        """Topics of discovery that the broker has still; others are of former devices."""
        self._said: dict[str, str] = {}
        self._news = 0
        """Counts messages."""
        self._told_at: dict[str, int] = {}
        """The number of the last message of each topic."""
        self._found = False
        self._begun = False
        self._devices: tuple[Device, ...] | None = None
        self._link = link(self._hear, self._connected)

    def devices(self) -> Sequence[Device]:
        """Everything that is known. Waits for a broker only where nothing is known yet."""
        self._begin()
        with self._change:
            if self._devices is None:
                self._devices = tuple(
                    entity.device for found in self._entities.values() for entity in found
                )
            return self._devices

    def switch(self, devices: Sequence[Device], on: bool) -> Sequence[Obedience]:
        chosen = [self._entity(each) for each in devices]
        commands = [
            (one.switching.topic, one.switching.on if on else one.switching.off) for one in chosen
        ]

        def does(one: Entity) -> bool:
            return one.switching.is_on(self._value(one.switching.state)) is on

        return self._told(chosen, commands, [one.switching.state for one in chosen], does)

    def dim(self, devices: Sequence[Device], percent: float) -> Sequence[Obedience]:
        if percent <= 0:
            return self.switch(devices, False)
        chosen = [self._entity(each) for each in devices]
        commands, states = [], []
        for one in chosen:
            if one.dimming is None:
                undimmed = "{device} can't be dimmed; it only goes on and off."
                raise ServiceError(told(undimmed, device=one.device.name))
            commands.append((one.dimming.topic, one.dimming.command(percent)))
            states.append(one.dimming.state)

        def does(one: Entity) -> bool:
            said = one.dimming.percent(self._value(one.dimming.state)) if one.dimming else None
            return said is not None and abs(said - percent) <= 2  # scales are coarse

        return self._told(chosen, commands, states, does)

    def is_on(self, device: Device) -> bool | None:
        entity = self._entity(device)
        return entity.switching.is_on(self._waited_for(entity.switching.state))

    def brightness(self, device: Device) -> float | None:
        dimming = self._entity(device).dimming
        return dimming.percent(self._waited_for(dimming.state)) if dimming else None

    def measured(self, sensor: Device) -> str | None:
        return self._waited_for(self._entity(sensor).measured)

    def set_scene(self, scene: Scene) -> None:
        switching = self._entity(scene.device).switching
        self._link.publish(switching.topic, switching.on)

    def _told(
        self,
        chosen: Sequence[Entity],
        commands: Sequence[tuple[str, str]],
        states: Sequence[Where],
        does: Callable[[Entity], bool],
    ) -> Sequence[Obedience]:
        """Send the commands, and wait until each device says that it does what it should."""
        self._ready()
        with self._change:
            away = [self._is_away(one) for one in chosen]
            before = self._news
        for gone, command in zip(away, commands, strict=True):
            if not gone:
                self._link.publish(*command)

        def confirmed(place: int) -> bool:
            fresh = self._told_at.get(states[place].topic, 0) > before
            return fresh and does(chosen[place])

        def answer(place: int) -> Obedience:
            if away[place]:
                return "offline"
            if not states[place].topic:
                return "told"
            # Who is already as it should be may have nothing new to say.
            return "done" if does(chosen[place]) else "silent"

        places = range(len(chosen))
        waited = [place for place in places if states[place].topic and not away[place]]
        with self._change:
            self._change.wait_for(lambda: all(map(confirmed, waited)), self._patience.answer_s)
            return [answer(place) for place in places]

    def _is_away(self, entity: Entity) -> bool:
        return any(self._value(each.where) == each.no for each in entity.available)

    def _entity(self, device: Device) -> Entity:
        """Everything about a device. Raises ServiceError where it is gone meanwhile."""
        with self._change:
            for found in self._entities.values():
                for entity in found:
                    if entity.device == device:
                        return entity
        raise ServiceError(told("{device} isn't there any more.", device=device.name))

    def _value(self, where: Where) -> str | None:
        message = self._said.get(where.topic)
        return None if message is None else where.find(message)

    def _waited_for(self, where: Where) -> str | None:
        """What was said last, once the broker is there to tell."""
        if not where.topic:
            return None
        self._ready()
        with self._change:
            self._change.wait_for(lambda: where.topic in self._said, self._patience.said_s)
            return self._value(where)

    def _ready(self) -> None:
        """Until the broker is there and has told what it knew. Raises ServiceError."""
        self._begin()
        self._link.wait()
        with self._change:
            self._change.wait_for(lambda: self._found, self._patience.found_s)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        kept, _ = read_json(self._file)
        with self._change:
            for topic, message in kept.items() if isinstance(kept, dict) else ():
                self._introduced(str(topic), str(message))
        discovery = (f"{self._prefix}/{depth}/config" for depth in ("+/+", "+/+/+"))
        self._link.subscribe([*discovery, self._end])
        self._link.begin()
        if not self._entities:
            self._ready()

    def _connected(self) -> None:
        """What the broker knows comes before what we send ourselves now."""
        with self._change:
            self._heard_now.clear()
        self._link.post(self._end, "")

    def _hear(self, topic: str, message: str) -> None:
        """A message, in the connection's thread."""
        with self._change:
            if topic == self._end:
                self._all_found()
            elif is_discovery(topic, self._prefix):
                self._heard_now.add(topic)
                self._introduced(topic, message)
                if self._found:
                    self._keep()
            else:
                self._news += 1
                self._said[topic], self._told_at[topic] = message, self._news
            self._change.notify_all()

    def _all_found(self) -> None:
        """Forget whom the broker doesn't know any more, unless it has just forgotten everybody."""
        for topic in set(self._messages) - self._heard_now if self._heard_now else ():
            self._introduced(topic, "")
        self._found = True
        self._keep()

    def _introduced(self, topic: str, message: str) -> None:
        """What a device said about itself; nothing where it is gone."""
        if message and len(self._messages) >= MOST_DEVICES and topic not in self._messages:
            log.warning("More than %d devices introduce themselves; %s is left out.",
                        MOST_DEVICES, topic)  # fmt: skip
            return
        self._devices = None
        self._messages.pop(topic, None)
        self._entities.pop(topic, None)
        if not message:
            return
        try:
            found = entities(topic, message, self._prefix)
        except ValueError as error:
            log.warning("The device at %s is left out: %s.", topic, error)
            return
        if found:
            self._messages[topic], self._entities[topic] = message, found
            self._link.subscribe({each for one in found for each in one.topics()})

    def _keep(self) -> None:
        kept, _ = read_json(self._file)
        if kept != self._messages:
            try:
                write_json(self._file, self._messages)
            except StateError as error:
                log.warning("%s", error)
