"""A house on this machine: a real broker, Mosquitto, and devices that introduce themselves to it.

    with broker() as found, house(found.url) as devices:
        home = MqttHome(partial(MqttLink, Broker(found.url)), tmp_path / "home.json")

Devices do what they are told and say so, unless they are told to be deaf.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion

from tests.free_port import free_port
from tests.virtual_sound import install

PATIENCE_S = 10.0

LAMP = {"schema": "json", "brightness": True}


@dataclass(slots=True)
class RunningBroker:
    """A broker that can be stopped and started again at the same address."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"mqtt://127.0.0.1:{self.port}"

    def start(self) -> None:
        config = str(self.folder / "mosquitto.conf")
        program = shutil.which("mosquitto", path=f"{os.environ['PATH']}:/usr/sbin")
        assert program is not None
        self.process = subprocess.Popen(
            [program, "-c", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: _answers(self.port))

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE_S)
            self.process = None


@contextmanager
def broker(users: Mapping[str, str] | None = None) -> Iterator[RunningBroker]:
    """A broker for these users with their passwords; without any, for everybody."""
    install(("mosquitto_passwd",), ("mosquitto",))
    with TemporaryDirectory(prefix="house-") as name:
        folder = Path(name)
        running = RunningBroker(free_port(), folder)
        lines = [f"listener {running.port} 127.0.0.1", "user root"]
        lines.append(f"allow_anonymous {'false' if users else 'true'}")
        if users:
            passwords = folder / "passwords"
            passwords.write_text("".join(f"{user}:{word}\n" for user, word in users.items()))
            subprocess.run(["mosquitto_passwd", "-U", str(passwords)], check=True)
            lines.append(f"password_file {passwords}")
        (folder / "mosquitto.conf").write_text("\n".join(lines) + "\n")
        running.start()
        try:
            yield running
        finally:
            running.stop()


@dataclass(slots=True)
class House:
    """Devices at a broker."""

    client: Client
    deaf: set[str] = field(default_factory=set)
    """Names of devices that don't do what they are told."""
    ready: threading.Event = field(default_factory=threading.Event)
    """Set when they listen to the broker."""
    told: list[tuple[str, str]] = field(default_factory=list)
    """Every command: name of the device, and what it was told."""

    def introduce(self, kind: str, name: str, config: Mapping[str, Any], *, says: str = "") -> None:
        """A device with a discovery message of its own; it says so much of its state."""
        self.post(f"homeassistant/{kind}/{name}/config", json.dumps({"unique_id": name, **config}))
        if says:
            self.post(f"house/{name}", says)

    def lamp(self, name: str, called: str, area: str = "", on: bool = False) -> None:
        """A lamp that speaks JSON and can be dimmed."""
        device = {"name": called, "suggested_area": area}
        topics = {"state_topic": f"house/{name}", "command_topic": f"house/{name}/set"}
        says = json.dumps({"state": "ON" if on else "OFF", "brightness": 255})
        self.introduce("light", name, {"name": None, "device": device, **topics, **LAMP}, says=says)

    def plug(self, name: str, called: str, on: bool = False) -> None:
        """A switch that speaks plain words."""
        topics = {"stat_t": f"house/{name}", "cmd_t": f"house/{name}/set"}
        self.introduce("switch", name, {"name": called, **topics}, says="ON" if on else "OFF")

    def post(self, topic: str, message: str) -> None:
        self.client.publish(topic, message, qos=1, retain=True).wait_for_publish(PATIENCE_S)

    def heard(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        """A command; carried out in the device's own way."""
        name, said = message.topic.split("/")[1], message.payload.decode()
        self.told.append((name, said))
        if name not in self.deaf:
            state = said if said.startswith("{") or said in ("ON", "OFF") else "ON"
            self.client.publish(f"house/{name}", state, qos=1, retain=True)


@contextmanager
def house(url: str, user: str = "", password: str = "") -> Iterator[House]:
    """A house without anything in it, at a broker."""
    client = Client(CallbackAPIVersion.VERSION2)
    if user:
        client.username_pw_set(user, password)
    found = House(client)
    client.on_connect = lambda *_: client.subscribe("house/+/set", 1)
    client.on_subscribe = lambda *_: found.ready.set()
    client.on_message = found.heard
    client.connect("127.0.0.1", urlsplit(url).port or 0)
    client.loop_start()
    assert found.ready.wait(PATIENCE_S)
    try:
        yield found
    finally:
        client.disconnect()
        client.loop_stop()


def furnished(devices: House) -> None:
    """What most houses have."""
    devices.lamp("k1", "Kitchen light", "Kitchen")
    devices.lamp("b1", "Bedroom light", "Bedroom", on=True)
    devices.lamp("l1", "Ceiling", "Living room")
    devices.lamp("l2", "Reading lamp", "Living room")
    devices.plug("heater", "Heater")
    sensor = {"name": "Living room sensor", "suggested_area": "Living room"}
    for quantity, unit, value in (("temperature", "°C", 21.5), ("humidity", "%", 48)):
        devices.introduce(
            "sensor",
            f"s-{quantity}",
            {
                "name": quantity.capitalize(),
                "device": sensor,
                "stat_t": f"house/s-{quantity}",
                "val_tpl": f"{{{{ value_json.{quantity} | round(1) }}}}",
                "unit_of_meas": unit,
                "dev_cla": quantity,
            },
            says=json.dumps({quantity: value}),
        )
    door = {"name": "Front door", "stat_t": "house/door", "dev_cla": "door"}
    devices.introduce(
        "binary_sensor", "door", {"device": {"name": "Front door"}, **door}, says="ON"
    )
    devices.introduce("scene", "movie", {"name": "Movie night", "cmd_t": "house/movie/set"})


def until(true: Callable[[], bool]) -> None:
    """Wait for it."""
    end_s = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > end_s:
            raise TimeoutError
        time.sleep(0.01)


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
