"""What devices say about themselves, in all the ways that they do; and what no device would say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.acting.home.discovery import LONGEST_NAME, entities
from assistant.acting.home.entity import Entity, Switching, Where

PREFIX = "homeassistant"


def read(kind: str, config: Mapping[str, Any]) -> Entity:
    (found,) = entities(f"{PREFIX}/{kind}/x/config", json.dumps(config), PREFIX)
    return found


def test_short_names_and_a_base() -> None:
    found = read(
        "switch",
        {
            "~": "zigbee/plug",
            "name": None,
            "uniq_id": "plug-1",
            "cmd_t": "~/set",
            "stat_t": "~",
            "val_tpl": "{{ value_json.state }}",
            "avty": [{"t": "~/there", "val_tpl": "{{ value_json['state'] }}"}],
            "dev": {"name": "Plug", "sa": "Hall"},
        },
    )
    assert found.switching == Switching("zigbee/plug/set", state=Where("zigbee/plug", ("state",)))
    assert found.topics() == {"zigbee/plug", "zigbee/plug/there"}
    assert (found.device.id, found.device.name, found.device.area) == ("plug-1", "Plug", "Hall")
    (available,) = found.available
    assert available.where.find('{"state": "offline"}') == available.no


def test_many_components_of_one_device() -> None:
    config = {
        "dev": {"name": "Weather"},
        "stat_t": "weather",
        "cmps": {
            "one": {"p": "sensor", "name": "Temperature", "val_tpl": "{{value_json.t|round(1)}}"},
            "two": {"p": "sensor", "name": "Humidity", "val_tpl": '{{ value_json["h"]["now"] }}'},
            "three": {"p": "camera"},
            "four": "nonsense",
        },
    }
    found = entities(f"{PREFIX}/device/weather/config", json.dumps(config), PREFIX)
    assert [each.device.name for each in found] == ["Weather Temperature", "Weather Humidity"]
    assert [each.device.aliases for each in found] == [("Weather",), ("Weather",)]
    assert [each.measured.find('{"t": 3.5, "h": {"now": 40}}') for each in found] == ["3.5", "40"]


@pytest.mark.parametrize(
    ("bearer", "own", "full", "aliases"),
    [
        ("Hall", "Ceiling", "Hall Ceiling", ("Ceiling",)),
        ("Hall", "Hall ceiling", "Hall ceiling", ()),
        ("Hall", None, "Hall", ()),
        (None, "Ceiling", "Ceiling", ()),
    ],
)
def test_names(bearer: str | None, own: str | None, full: str, aliases: tuple[str, ...]) -> None:
    found = read("light", {"name": own, "device": {"name": bearer}, "command_topic": "a"})
    assert (found.device.name, found.device.aliases) == (full, aliases)


def test_what_we_cannot_talk_to_is_left_out() -> None:
    assert entities(f"{PREFIX}/camera/x/config", "{}", PREFIX) == []
    assert entities(f"{PREFIX}/switch/x/config", '{"command_topic": "a"}', PREFIX) == []


@pytest.mark.parametrize(
    ("kind", "config", "problem"),
    [
        ("switch", {}, "command_topic is no topic"),
        ("switch", {"command_topic": 7}, "command_topic is no topic"),
        ("switch", {"command_topic": "#"}, "no topic of one device"),
        ("switch", {"command_topic": "a", "state_topic": "+/b"}, "no topic of one device"),
        ("switch", {"command_topic": "a\nb"}, "no topic of one device"),
        ("switch", {"command_topic": "a" * 2000}, "is no topic"),
        ("sensor", {}, "without a topic"),
        ("sensor", {"state_topic": "a", "value_template": "{{ 1 + value }}"}, "too clever"),
        ("light", {"schema": "template", "command_topic": "a"}, "schema 'template'"),
        (
            "light",
            {"command_topic": "a", "brightness_command_topic": "b", "brightness_scale": 0},
            "no scale",
        ),
    ],
)
def test_what_is_wrong_is_said(kind: str, config: Mapping[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read(kind, {"name": "X", **config})


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("[]", "no JSON object"),
        ('{"command_', "Unterminated"),
        ("[" * 60_000, "nested too deeply"),
        (f'{{"name": "{"x" * 70_000}"}}', "too long"),
        ('{"components": 3}', "no JSON object"),
    ],
)
def test_what_is_no_introduction(message: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        entities(f"{PREFIX}/device/x/config", message, PREFIX)


FIELDS = (
    *("name", "device", "dev", "~", "command_topic", "cmd_t", "stat_t", "avty", "cmps", "schema"),
    *("brightness", "bri_cmd_t", "bri_scl", "val_tpl", "pl_on", "uniq_id"),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "dev", "~", "cmd_t", "stat_t", "avty", "t", "cmps", "schema", "p"]
            )
            | st.text(max_size=4),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=50)
@given(
    st.sampled_from(["light", "switch", "fan", "scene", "sensor", "binary_sensor", "device"]),
    st.dictionaries(
        st.sampled_from(
            [
                "name",
                "device",
                "dev",
                "~",
                "command_topic",
                "cmd_t",
                "stat_t",
                "avty",
                "cmps",
                "schema",
                "brightness",
                "bri_cmd_t",
                "bri_scl",
                "val_tpl",
                "pl_on",
                "uniq_id",
            ]
        ),
        json_values,
    ),
)
def test_whatever_is_said_gives_devices_or_a_reason(kind: str, config: dict[str, Any]) -> None:
    try:
        found = entities(f"{PREFIX}/{kind}/x/config", json.dumps(config), PREFIX)
    except ValueError:
        return
    for each in found:
        assert 0 < len(each.device.name) <= LONGEST_NAME
        assert each.device.name.isprintable()
        assert not any(set(topic) & set("#+") for topic in each.topics())


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_a_state_is_found_or_not(message: str, path: list[str]) -> None:
    found = Where("topic", tuple(path)).find(message)
    assert found is None or path or found == message
