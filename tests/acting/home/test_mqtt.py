"""A house at a real broker: devices are found, told and asked; and everything that goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from assistant import paths
from assistant.acting.home.link import Broker, MqttLink
from assistant.acting.home.mqtt import MqttHome, Patience
from assistant.acting.household import Device, Scene
from assistant.app import Abilities, assemble
from assistant.errors import ServiceError, SettingsError
from assistant.events import Acted
from assistant.settings import HomeSettings, Settings
from tests.acting.dav_server import untrusted
from tests.acting.loopback import silent
from tests.house import House, RunningBroker, broker, furnished, house, until


@pytest.fixture
def running() -> Iterator[RunningBroker]:
    with broker() as found:
        yield found


@pytest.fixture
def devices(running: RunningBroker) -> Iterator[House]:
    with house(running.url) as found:
        furnished(found)
        yield found


@pytest.fixture
def home(devices: House, running: RunningBroker, tmp_path: Path) -> MqttHome:
    assert devices.client.is_connected()
    return at(running.url, tmp_path)


def at(
    url: str, folder: Path, user: str = "", password: str = "", within_s: float = 3.0
) -> MqttHome:
    link = partial(MqttLink, Broker(url, user, password), within_s=within_s)
    return MqttHome(link, folder / "home.json", patience=Patience(0.3, 0.2, 3.0))


def called(home: MqttHome, name: str) -> Device:
    return next(each for each in home.devices() if each.name == name)


def test_devices_introduce_themselves(home: MqttHome) -> None:
    found = {each.name: (each.kind, each.area, each.dims) for each in home.devices()}
    assert found == {
        "Kitchen light": ("light", "Kitchen", True),
        "Bedroom light": ("light", "Bedroom", True),
        "Ceiling": ("light", "Living room", True),
        "Reading lamp": ("light", "Living room", True),
        "Heater": ("switch", "", False),
        "Living room sensor Temperature": ("sensor", "Living room", False),
        "Living room sensor Humidity": ("sensor", "Living room", False),
        "Front door": ("sensor", "", False),
        "Movie night": ("scene", "", False),
    }


def test_what_they_are_told_they_do_and_say(home: MqttHome, devices: House) -> None:
    kitchen, heater = called(home, "Kitchen light"), called(home, "Heater")
    assert home.switch([kitchen, heater], True) == ["done", "done"]
    assert devices.told == [("k1", '{"state": "ON"}'), ("heater", "ON")]
    assert (home.is_on(kitchen), home.is_on(heater)) == (True, True)
    assert home.switch([kitchen], False) == ["done"]
    assert home.is_on(kitchen) is False


def test_a_lamp_is_dimmed(home: MqttHome, devices: House) -> None:
    lamp = called(home, "Bedroom light")
    assert home.dim([lamp], 30) == ["done"]
    assert devices.told == [("b1", '{"state": "ON", "brightness": 76}')]
    assert home.brightness(lamp) == pytest.approx(30, abs=1)
    assert home.dim([lamp], 0) == ["done"]
    assert home.is_on(lamp) is False
    with pytest.raises(ServiceError, match="Heater can't be dimmed"):
        home.dim([called(home, "Heater")], 50)


def test_a_lamp_that_speaks_plain_numbers_is_dimmed(home: MqttHome, devices: House) -> None:
    topics = {"cmd_t": "house/d/set", "stat_t": "house/d", "bri_cmd_t": "house/dbright/set"}
    scale = {"bri_stat_t": "house/dbright", "bri_scl": 100}
    devices.introduce("light", "d", {"name": "Desk", **topics, **scale}, says="OFF")
    until(lambda: any(each.name == "Desk" for each in home.devices()))
    devices.deaf = {"dbright"}
    assert home.dim([called(home, "Desk")], 40) == ["silent"]
    assert devices.told == [("dbright", "40")]
    devices.post("house/dbright", "40")
    until(lambda: home.brightness(called(home, "Desk")) == 40)


def test_sensors_and_scenes(home: MqttHome, devices: House) -> None:
    assert home.measured(called(home, "Living room sensor Temperature")) == "21.5"
    assert home.is_on(called(home, "Front door")) is True
    home.set_scene(Scene(called(home, "Movie night")))
    until(lambda: devices.told == [("movie", "ON")])


def test_who_does_not_answer_is_told_of(home: MqttHome, devices: House) -> None:
    devices.deaf = {"k1"}
    kitchen, heater = called(home, "Kitchen light"), called(home, "Heater")
    assert home.switch([kitchen, heater], True) == ["silent", "done"]


def test_who_is_as_it_should_be_needs_to_say_nothing_new(home: MqttHome, devices: House) -> None:
    devices.deaf = {"b1"}
    assert home.switch([called(home, "Bedroom light")], True) == ["done"]


def test_who_never_says_anything_is_only_told(home: MqttHome, devices: House) -> None:
    devices.introduce("switch", "bell", {"name": "Bell", "cmd_t": "house/bell/set"})
    until(lambda: any(each.name == "Bell" for each in home.devices()))
    assert home.switch([called(home, "Bell")], True) == ["told"]
    assert home.is_on(called(home, "Bell")) is None


def test_who_is_known_to_be_away_is_not_told(home: MqttHome, devices: House) -> None:
    topics = {"cmd_t": "house/far/set", "stat_t": "house/far", "avty_t": "house/far-there"}
    devices.introduce("switch", "far", {"name": "Far", **topics}, says="OFF")
    devices.post("house/far-there", "offline")
    until(lambda: any(each.name == "Far" for each in home.devices()))
    until(lambda: home.switch([called(home, "Far")], True) == ["offline"])


def test_names_are_known_while_the_broker_is_away(
    home: MqttHome, running: RunningBroker, tmp_path: Path
) -> None:
    lamp = called(home, "Kitchen light")
    until(lambda: (tmp_path / "home.json").exists())
    running.stop()
    later = at(running.url, tmp_path, within_s=0.2)
    assert lamp in later.devices()
    with pytest.raises(ServiceError, match=r"broker at 127\.0\.0\.1:\d+ doesn't answer"):
        later.switch([lamp], True)


def test_a_broker_that_was_restarted_is_found_again(
    home: MqttHome, running: RunningBroker, devices: House
) -> None:
    lamp = called(home, "Kitchen light")
    devices.ready.clear()
    running.stop()
    running.start()
    assert devices.ready.wait(10)
    assert home.switch([lamp], True) == ["done"]


def test_what_is_taken_away_is_forgotten(
    home: MqttHome, running: RunningBroker, devices: House, tmp_path: Path
) -> None:
    heater = called(home, "Heater")
    devices.post("homeassistant/switch/heater/config", "")
    until(lambda: heater not in home.devices())
    with pytest.raises(ServiceError, match="Heater isn't there any more"):
        home.switch([heater], True)
    devices.plug("heater", "Heater")
    until(lambda: heater in home.devices() and "Heater" in (tmp_path / "home.json").read_text())
    devices.post("homeassistant/switch/heater/config", "")
    later = at(running.url, tmp_path)  # it was away when that was said
    until(lambda: heater not in later.devices())


def test_half_an_answer_is_none(home: MqttHome, devices: House) -> None:
    devices.deaf = {"k1"}
    devices.post("house/k1", '{"state": "O')
    devices.post("house/s-temperature", '{"temper')
    until(lambda: home.is_on(called(home, "Kitchen light")) is None)
    assert home.switch([called(home, "Kitchen light")], True) == ["silent"]
    until(lambda: home.measured(called(home, "Living room sensor Temperature")) is None)


def test_a_password(tmp_path: Path) -> None:
    with broker({"anna": "secret"}) as running, house(running.url, "anna", "secret") as devices:
        devices.plug("heater", "Heater")
        home = at(running.url, tmp_path, "anna", "secret")
        assert home.switch([called(home, "Heater")], True) == ["done"]
        wrong = at(running.url, tmp_path / "other", "anna", "wrong")
        with pytest.raises(ServiceError, match="refuses the password of anna"):
            wrong.devices()
        assert wrong.devices() == ()
        without = at(running.url, tmp_path / "third", "anna")
        with pytest.raises(ServiceError, match=r"There is no password for anna@127\.0\.0\.1"):
            without.devices()
        nobody = at(running.url, tmp_path / "fourth")
        with pytest.raises(ServiceError, match=r"who you are; set home\.user"):
            nobody.devices()


def test_nobody_there(tmp_path: Path) -> None:
    home = at("mqtt://127.0.0.1:9", tmp_path, within_s=0.2)
    with pytest.raises(ServiceError, match="doesn't answer"):
        home.devices()


def test_somebody_slow(tmp_path: Path) -> None:
    with silent() as port, pytest.raises(ServiceError, match="doesn't answer"):
        at(f"mqtt://127.0.0.1:{port}", tmp_path, within_s=0.2).devices()


def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    with untrusted(tmp_path) as url:
        home = at(url.replace("https", "mqtts").rstrip("/"), tmp_path)
        with pytest.raises(ServiceError, match="isn't trusted"):
            home.devices()


def test_it_is_what_the_settings_name(
    devices: House, running: RunningBroker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("config_folder", "data_folder", "cache_folder"):
        monkeypatch.setattr(paths, folder, lambda: tmp_path)
    settings = Settings(home=HomeSettings(running.url))
    made = assemble(settings, Abilities(), aloud=False)
    said = [
        event.reply.text
        for event in made.pipeline.ask("turn on the kitchen light")
        if isinstance(event, Acted)
    ]
    assert said == ["Kitchen light is on."]
    assert devices.told == [("k1", '{"state": "ON"}')]


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://host", "is no address of a broker"),
        ("mqtt://", "is no address of a broker"),
        ("mqtt://anna:secret@host", "'host' is no address"),
    ],
)
def test_what_is_no_address(url: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        Broker(url)


def test_no_password_goes_out_in_the_clear() -> None:
    with pytest.raises(SettingsError, match="in the clear"):
        Broker("mqtt://house.example.org", "anna", "secret")
    assert Broker("mqtt://house.example.org", "anna", "secret", trusted=True).port == 1883
    assert Broker("mqtts://house.example.org", "anna", "secret").port == 8883
    assert "secret" not in repr(Broker("mqtts://house.example.org", "anna", "secret"))
