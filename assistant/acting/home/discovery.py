"""What devices say about themselves: the discovery messages of Home Assistant, over MQTT.

https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery describes them. What comes from a
network is nobody's word: names are cut to what can be said, topics must be topics of one device.
Of templates, the common ones are read ("{{ value_json.state }}"); a device with others is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from assistant.acting.home.entity import Available, Dimming, Entity, Switching, Where
from assistant.acting.household import Device, DeviceKind

LARGEST_MESSAGE = 65_536
"""Bytes; a device that has more to say about itself is none."""
LONGEST_NAME = 60
"""Letters."""
LONGEST_TOPIC = 1_000
"""Letters."""
FULL_SCALE = 255.0
"""Of brightness, where a device names no other."""

SHORT = {
    "avty": "availability",
    "avty_t": "availability_topic",
    "bri_cmd_t": "brightness_command_topic",
    "bri_scl": "brightness_scale",
    "bri_stat_t": "brightness_state_topic",
    "bri_val_tpl": "brightness_value_template",
    "cmd_t": "command_topic",
    "cmps": "components",
    "dev": "device",
    "dev_cla": "device_class",
    "p": "platform",
    "pl_avail": "payload_available",
    "pl_not_avail": "payload_not_available",
    "pl_off": "payload_off",
    "pl_on": "payload_on",
    "stat_off": "state_off",
    "stat_on": "state_on",
    "stat_t": "state_topic",
    "stat_val_tpl": "state_value_template",
    "sa": "suggested_area",
    "t": "topic",
    "uniq_id": "unique_id",
    "unit_of_meas": "unit_of_measurement",
    "val_tpl": "value_template",
}
"""Names of fields that are written short in discovery messages."""


class NoDeviceError(ValueError):
    """A message introduces nothing that we can talk to; its text says why."""


def is_discovery(topic: str, prefix: str) -> bool:
    """Whether a topic is one where devices introduce themselves."""
    return topic.startswith(f"{prefix}/") and topic.endswith("/config")


def entities(topic: str, message: str, prefix: str) -> list[Entity]:
    """The devices that a discovery message introduces, without those that we can't talk to.

    Raises ValueError, saying why, for a message that introduces none.
    """
    if len(message) > LARGEST_MESSAGE:
        raise NoDeviceError("it is too long")
    kind = topic.removeprefix(f"{prefix}/").partition("/")[0]
    try:
        found = json.loads(message)
    except RecursionError as error:
        raise NoDeviceError("it is nested too deeply") from error
    if not isinstance(found, dict):
        raise NoDeviceError("it is no JSON object")
    config = _spelled_out(found)
    if kind != "device":
        return list(_entity(kind, topic, config))
    parts = config.pop("components", {})
    if not isinstance(parts, dict):
        raise NoDeviceError("its components are no JSON object")
    return [
        one
        for name, part in parts.items()
        if isinstance(part, dict)
        for one in _component(f"{topic}#{name}", config, _spelled_out(part))
    ]


def _component(where: str, shared: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[Entity]:
    yield from _entity(str(own.get("platform", "")), where, {**shared, **own})


def _spelled_out(config: Mapping[str, Any]) -> dict[str, Any]:
    """With the long names of fields, and whole topics where "~" stands for their beginning."""
    base = config.get("~")
    full = {SHORT.get(key, key): value for key, value in config.items() if key != "~"}
    if isinstance(base, str):
        full = {key: _based(key, value, base) for key, value in full.items()}
    if isinstance(full.get("device"), dict):
        full["device"] = {SHORT.get(key, key): value for key, value in full["device"].items()}
    return full


def _based(key: str, value: Any, base: str) -> Any:
    if isinstance(value, str) and key.endswith("topic"):
        if value.startswith("~"):
            return base + value[1:]
        return value[:-1] + base if value.endswith("~") else value
    if key == "availability" and isinstance(value, list):
        return [_spelled_out({"~": base, **each}) for each in value if isinstance(each, dict)]
    return value


def _entity(kind: str, identity: str, config: Mapping[str, Any]) -> Iterator[Entity]:
    make = _MAKERS.get(kind)
    if make is None:
        return
    device = _device(_KINDS[kind], identity, config)
    if device.name:
        made = make(config, device)
        yield replace(made, available=tuple(_availability(config)))


def _device(kind: DeviceKind, identity: str, config: Mapping[str, Any]) -> Device:
    whole = config.get("device")
    whole = whole if isinstance(whole, dict) else {}
    bearer, own = _name(whole.get("name")), _name(config.get("name"))
    full = own if own.lower().startswith(bearer.lower()) else f"{bearer} {own}".strip()
    if kind == "sensor":
        aliases = (bearer,) if bearer else ()
    else:
        aliases = (own,) if own and own != full else ()
    return Device(
        id=str(config.get("unique_id") or identity)[:LONGEST_TOPIC],
        name=full or bearer,
        kind=kind,
        area=_name(whole.get("suggested_area")),
        aliases=aliases,
        quantity=_name(config.get("device_class")),
        unit=_name(config.get("unit_of_measurement")),
    )


def _light(config: Mapping[str, Any], device: Device) -> Entity:
    if config.get("schema", "basic") == "json":
        return _json_light(config, device)
    if config.get("schema", "basic") != "basic":
        raise NoDeviceError(f"lights of the schema {config['schema']!r} aren't known")
    made = _switch(config, device)
    topic = _topic(config, "brightness_command_topic")
    if not topic:
        return made
    state = _where(config, "brightness_state_topic", "brightness_value_template")
    dimming = Dimming(topic, state, _scale(config))
    return replace(made, device=replace(device, dims=True), dimming=dimming)


def _json_light(config: Mapping[str, Any], device: Device) -> Entity:
    topic, state = _topic(config, "command_topic", needed=True), _topic(config, "state_topic")
    on, off = (json.dumps({"state": state_}) for state_ in ("ON", "OFF"))
    made = Entity(device, Switching(topic, on, off, Where(state, ("state",)) if state else Where()))
    if not config.get("brightness"):
        return made
    bright = Where(state, ("brightness",)) if state else Where()
    dimming = Dimming(topic, bright, _scale(config), in_json=True)
    return replace(made, device=replace(device, dims=True), dimming=dimming)


def _switch(config: Mapping[str, Any], device: Device) -> Entity:
    """A switch, and whatever else is turned on and off as one is."""
    on, off = _text(config, "payload_on", "ON"), _text(config, "payload_off", "OFF")
    template = "value_template" if device.kind == "switch" else "state_value_template"
    switching = Switching(
        topic=_topic(config, "command_topic", needed=True),
        on=on,
        off=off,
        state=_where(config, "state_topic", template),
        state_on=_text(config, "state_on", on),
        state_off=_text(config, "state_off", off),
    )
    return Entity(device, switching)


def _scene(config: Mapping[str, Any], device: Device) -> Entity:
    topic = _topic(config, "command_topic", needed=True)
    return Entity(device, Switching(topic, _text(config, "payload_on", "ON")))


def _sensor(config: Mapping[str, Any], device: Device) -> Entity:
    where = _where(config, "state_topic", "value_template")
    if not where.topic:
        raise NoDeviceError("a sensor without a topic")
    return Entity(device, measured=where)


def _binary_sensor(config: Mapping[str, Any], device: Device) -> Entity:
    where = _sensor(config, device).measured
    on, off = _text(config, "payload_on", "ON"), _text(config, "payload_off", "OFF")
    return Entity(device, Switching(state=where, state_on=on, state_off=off))


_MAKERS: Mapping[str, Callable[[Mapping[str, Any], Device], Entity]] = {
    "light": _light,
    "switch": _switch,
    "fan": _switch,
    "scene": _scene,
    "sensor": _sensor,
    "binary_sensor": _binary_sensor,
}

_KINDS: Mapping[str, DeviceKind] = {
    "light": "light",
    "switch": "switch",
    "fan": "fan",
    "scene": "scene",
    "sensor": "sensor",
    "binary_sensor": "sensor",
}


def _availability(config: Mapping[str, Any]) -> Iterator[Available]:
    several = config.get("availability")
    for each in several if isinstance(several, list) else [config]:
        if isinstance(each, dict):
            full = _spelled_out(each)
            topic = "topic" if several else "availability_topic"
            template = "value_template" if several else "availability_template"
            if (where := _where(full, topic, template)).topic:
                yield Available(where, _text(full, "payload_not_available", "offline"))


def _where(config: Mapping[str, Any], topic: str, template: str) -> Where:
    return Where(_topic(config, topic), _path(config.get(template)))


def _path(template: object) -> tuple[str, ...]:
    """Where a template looks: "{{ value_json.state }}", with filters behind it or none."""
    if template is None:
        return ()
    found = re.fullmatch(
        r"""\s*\{\{\s*value(?:_json(?P<path>(?:\.\w+|\[\s*['"][^'"]+['"]\s*\])+))?"""
        r"""\s*(?:\|[^{}]*)?\}\}\s*""",
        str(template),
    )
    if found is None:
        raise NoDeviceError(f"the template {str(template)[:LONGEST_NAME]!r} is too clever")
    return tuple(re.findall(r"\w[^.\[\]'\"]*", found["path"] or ""))


def _topic(config: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    """A topic of one device: no wildcards, and nothing that a broker would refuse."""
    topic = config.get(name, "")
    if not topic and not needed:
        return ""
    if not isinstance(topic, str) or not 0 < len(topic) <= LONGEST_TOPIC:
        raise NoDeviceError(f"its {name} is no topic")
    if not topic.isprintable() or set(topic) & set("#+"):
        raise NoDeviceError(f"its {name} is no topic of one device")
    return topic


def _text(config: Mapping[str, Any], name: str, default: str) -> str:
    value = config.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return default
    return str(value)[:LARGEST_MESSAGE]


def _scale(config: Mapping[str, Any]) -> float:
    scale = config.get("brightness_scale", FULL_SCALE)
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not 0 < scale < 1e6:
        raise NoDeviceError("its brightness_scale is no scale")
    return float(scale)


def _name(name: object) -> str:
    """What somebody could call it: in one line, and no essay."""
    if not isinstance(name, str):
        return ""
    plain = "".join(letter if letter.isprintable() else " " for letter in name[: 4 * LONGEST_NAME])
    return " ".join(plain.split())[:LONGEST_NAME].strip()
