"""Home Assistant's sentences: one house for each language, understood by us and by hassil."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from textbench.sets import Row, rows

NOW = datetime(2026, 11, 23, 12, 0)
INFERRED = {"domain"}
"""Home Assistant fills it in from what the other slots name."""
GIVEN = {"domain", "device_class", "state"}
"""What the lenient comparison doesn't ask for."""

SWITCHED = ("fan", "input_boolean", "light", "media_player", "switch")
"""The domains that a template means with `name_domains: default`."""

Found = tuple[str, Mapping[str, object]]
"""An intent and its slots; "" for none."""


@dataclass(frozen=True)
class House:
    """Templates and tests of one language. Every test knows the areas and names of all."""

    language: str
    templates: Mapping[str, Any]
    lists: Mapping[str, tuple[str, ...]]
    """Areas, floors and names, and the names of each group of domains that a template wants."""
    tests: tuple[Row, ...]


def house(data: Path, language: str) -> House:
    """One house with the things of all tests of a language."""
    templates, tests = _tests(data, language)
    fixtures = templates.pop("_fixtures", None) or {}
    return _furnished(language, templates, tests, fixtures)


def own_houses(data: Path, language: str) -> list[House]:
    """A house for each set of things that tests assume, with these things alone."""
    templates, tests = _tests(data, language)
    templates.pop("_fixtures", None)
    groups: dict[str, list[Row]] = {}
    for row in tests:
        groups.setdefault(json.dumps(row["entities"]), []).append(row)
    return [_furnished(language, deepcopy(templates), own, {}) for own in groups.values()]


def _tests(data: Path, language: str) -> tuple[dict[str, Any], list[Row]]:
    with gzip.open(data / f"home_assistant_templates_{language}.json.gz", "rt") as file:
        templates = json.load(file)
    name = "home_assistant_en" if language == "en" else "home_assistant_de_es_fr_it_nl"
    return templates, [row for row in rows(data, name) if row["lang"] == language]


def _furnished(
    language: str, templates: dict[str, Any], tests: Sequence[Row], fixtures: Mapping[str, Any]
) -> House:
    things = list(_things(tests, fixtures))
    lists = {kind: _distinct(name for own, name, _ in things if own == kind) for kind in KINDS}
    for intent in templates["intents"].values():
        for block in intent["data"]:
            _prepare(block, lists, things)
    return House(language, templates, lists, tuple(tests))


KINDS = ("area", "floor", "name")
Thing = tuple[str, str, str]
"""Its kind, its name, its domain."""


def _things(tests: Sequence[Row], fixtures: Mapping[str, Any]) -> Iterator[Thing]:
    for kind in ("area", "floor"):
        for one in fixtures.get(f"{kind}s", []):
            yield kind, one["name"], ""
    for one in fixtures.get("entities", []):
        yield "name", one["name"], one["id"].split(".")[0]
    for row in tests:
        for kind in ("area", "floor"):
            if isinstance(row["slots"].get(kind), str):
                yield kind, row["slots"][kind], ""
        for one in row["entities"]:
            yield "name", one["name"], one["domain"]


def _distinct(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _prepare(block: dict[str, Any], lists: dict[str, Any], things: Sequence[Thing]) -> None:
    """Write what Home Assistant alone knows as plain lists and slots, for both matchers."""
    if domain := block.get("inferred_domain"):
        block["slots"] = {"domain": domain, **block.get("slots", {})}
    if wanted := block.get("name_domains"):
        wanted = SWITCHED if wanted == "default" else wanted
        group = "name_" + "_".join(sorted(wanted))
        lists[group] = _distinct(name for _, name, domain in things if domain in wanted)
        block["sentences"] = [
            re.sub(r"\{name(?=[:}])", f"{{{group}", text).replace(
                f"{{{group}}}", f"{{{group}:name}}"
            )
            for text in block["sentences"]
        ]


class OurHouse:
    """The command graph of a house."""

    def __init__(self, home: House) -> None:
        from assistant.acting.sentences import home_assistant
        from assistant.records import IntentSpec, ListEntry
        from assistant.understanding.graph import CommandGraph
        from assistant.understanding.interpreter import Interpreter
        from assistant.understanding.values import value_types
        from assistant.understanding.values.languages import KNOWN

        class Lists:
            def entries(self, name: str) -> Sequence[ListEntry] | None:
                names = home.lists.get(name)
                return None if names is None else [ListEntry(_plain(one), one) for one in names]

        found = home_assistant(home.templates, "templates", home.language)
        specs = [
            IntentSpec(name, one.templates, lists=one.lists, rules=one.rules)
            for name, one in found.items()
        ]
        values = value_types(home.language) if home.language in KNOWN else {}
        graph = CommandGraph(specs, Lists(), values, home.language)
        self._interpreter = Interpreter(graph, home.language)

    def understand(self, text: str) -> Found:
        for one in self._interpreter.candidates(text, NOW, heard=False):
            if not one.problem:
                return one.command.intent, {slot.name: slot.value for slot in one.command.slots}
        return "", {}


class HassilHouse:
    """The same templates in hassil."""

    def __init__(self, home: House) -> None:
        from hassil import Intents

        lists = {
            name: {"values": [{"in": _plain(one), "out": one} for one in names]}
            for name, names in home.lists.items()
        }
        content = {**home.templates, "lists": {**home.templates["lists"], **lists}}
        self._intents = Intents.from_dict(content)

    def understand(self, text: str) -> Found:
        from hassil import recognize_best

        found = recognize_best(text, self._intents, best_slot_name="name")
        if found is None:
            return "", {}
        return found.intent.name, {name: one.value for name, one in found.entities.items()}


HOUSES: dict[str, Callable[[House], OurHouse | HassilHouse]] = {
    "ours": OurHouse,
    "hassil": HassilHouse,
}


def _plain(name: str) -> str:
    """A name without what would be a bracket in a template."""
    return re.sub(r"[()\[\]{}<>|;\\:]", " ", name)


def right(row: Row, found: Found) -> tuple[bool, bool, bool]:
    """Whether the intent is right, and the slots too: leniently, strictly.

    Strictly, every slot that is wanted must be there with its value, and no other one but what
    Home Assistant infers. Leniently, what its own intents fill in may be absent.
    """
    intent, slots = found
    if intent != row["intent"]:
        return False, False, False
    wanted = {name: _accepted(value) for name, value in row["slots"].items()}
    got = {name: _value(value) for name, value in slots.items()}
    extra = got.keys() - wanted.keys() - INFERRED
    missed = {name for name, values in wanted.items() if got.get(name) not in values}
    wrong = {name for name in missed if name in got or name not in GIVEN}
    return True, not wrong and not extra - GIVEN, not missed and not extra


def _accepted(value: object) -> list[object]:
    """Any of these is right: a list is one value, or several that all would do."""
    return [_value(value), *map(_value, value if isinstance(value, list) else [])]


def _value(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value
