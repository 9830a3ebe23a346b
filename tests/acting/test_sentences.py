"""Sentences in YAML beside an ability, plain and as Home Assistant writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.loader import Broken, load_file
from assistant.testing import say

HOUSE = """
from assistant import intent

@intent()
def HassTurnOn(area: str, domain: str = "all") -> str:
    return f"{domain} in {area}"

@intent("louder")
def set_volume(level: int = 10, name: str | None = None) -> str:
    return f"{level} for {name}"

@intent()
def heat(temperature: float) -> str:
    return f"{temperature} degrees"

@intent()
def announce(message: str) -> str:
    return message
"""

SENTENCES = """
language: en
intents:
  HassTurnOn:
    data:
      - sentences: ["<turn_on> <the> lights in <the> {area}", "light[s] on in {area}"]
        slots:
          domain: light
        requires_context: {area: {slot: true}}
      - sentences: ["start {appliance:area}"]
        lists:
          appliance: {values: [kettle]}
  SetVolume:
    data:
      - sentences:
          - "<set> <the> volume to {volume:level} [percent]"
          - "turn it down by {volume_down:level}"
          - "<louder>"
        expansion_rules:
          louder: "much louder by {volume:level}"
  heat:
    data:
      - sentences: ["heat to {degrees:temperature}"]
  Announce:
    data:
      - sentences: ["announce {message}"]
lists:
  area:
    values:
      - in: "(kitchen|cook room)"
        out: kitchen_id
      - garage
      - "(nguyen's|[the] winns) room"
  volume:
    range: {from: 0, to: 100, step: 5}
  volume_down:
    range: {from: 0, to: 100, multiplier: -1}
  degrees:
    range: {from: 5, to: 30, fractions: halves}
  message: {wildcard: true}
expansion_rules:
  the: "[(the|my)]"
  set: "(set|turn [up])"
  turn_on: "(turn|switch) on"
responses: {errors: {}}
"""


def write(folder: Path, sentences: str, name: str = "house.yaml", code: str = HOUSE) -> Path:
    (folder / name).write_text(sentences)
    file = folder / "house.py"
    file.write_text(code)
    return file


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("turn on the lights in my cook room", "light in kitchen_id"),
        ("lights on in garage", "light in garage"),
        ("lights on in the winns room", "light in nguyen's room"),
        ("start kettle", "all in kettle"),
        ("set the volume to thirty five percent", "35 for None"),
        ("turn it down by twenty", "-20 for None"),
        ("much louder by fifty", "50 for None"),
        ("louder", "10 for None"),
        ("heat to twenty point five", "20.5 degrees"),
        ("heat to 21", "21.0 degrees"),
        ("announce that dinner is ready", "that dinner is ready"),
    ],
)
def test_home_assistant_sentences_reach_their_function(
    text: str, reply: str, tmp_path: Path
) -> None:
    assert say(write(tmp_path, SENTENCES), text) == reply


@pytest.mark.parametrize("text", ["set the volume to thirty three", "heat to twenty point two"])
def test_numbers_keep_to_the_steps_of_a_range(text: str, tmp_path: Path) -> None:
    assert say(write(tmp_path, SENTENCES), text) == ""


def test_each_sentence_knows_its_file_and_line(tmp_path: Path) -> None:
    broken = SENTENCES.replace("heat to {degrees:temperature}", "heat to {degrees:heat")
    (found,) = load_file(write(tmp_path, broken))
    assert isinstance(found, Broken)
    assert (Path(found.file).name, found.line) == ("house.yaml", 23)
    assert "never closed" in found.error


def test_rules_of_two_languages_do_not_meet(tmp_path: Path) -> None:
    german = """
intents:
  Announce:
    data:
      - sentences: ["sag <the> {text:message}"]
expansion_rules:
  the: "[allen]"
"""
    write(tmp_path, SENTENCES)
    made = load_file(write(tmp_path, german, "house.de.yaml"))
    rules: dict[str, str] = {}
    for one in made:
        assert not isinstance(one, Broken), one
        rules |= one.rules or {}
    assert (rules["en.the"], rules["de.the"]) == ("[(the|my)]", "[allen]")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("language: en", "language: 5"), "the language must be text"),
        (("- garage", "- on"), "put True in quotes"),
        (("range: {from: 5", "range: {from: low"), "whole numbers"),
        (("{wildcard: true}", "{}"), "values, a file, a range or a wildcard"),
        (("  Announce:", "  Shout:"), "has no ability 'Shout'"),
        (("domain: light", "colour: red"), "no parameter for the slot {colour}"),
        (('["announce {message}"]', "[]"), "at least one sentence"),
        (('["announce {message}"]', '["announce <x> {message}"]'), "no rule <x>"),
        (("intents:", "intents: 5\nthings:"), "intents must be names"),
    ],
)
def test_what_is_wrong_is_said(change: tuple[str, str], says: str, tmp_path: Path) -> None:
    (found,) = load_file(write(tmp_path, SENTENCES.replace(*change)))
    assert isinstance(found, Broken)
    assert says in found.error


def test_an_ability_without_any_sentence_is_broken(tmp_path: Path) -> None:
    (found,) = load_file(write(tmp_path, "{}"))
    assert "at least one sentence" in str(found)


TEA = """
from assistant import intent, phrase

@intent("tea from {town}", examples=("tea from vienna",))
def tea(town: str) -> str:
    return phrase("Tea from {town}.", town=town)
"""

GERMAN_TEA = """
tea: ["tee aus {town}"]
lists: {town: {file: towns.de.toml}}
phrases: {"Tea from {town}.": "Tee aus {town}."}
"""


def tea(folder: Path, towns: str) -> Path:
    (folder / "tea.py").write_text(TEA)
    (folder / "tea.de.yaml").write_text(GERMAN_TEA)
    (folder / "towns.de.toml").write_text(towns, "utf-8")
    return folder / "tea.py"


def test_a_list_in_a_file_of_its_own_says_what_its_values_are_called(tmp_path: Path) -> None:
    file = tea(tmp_path, '"Köln|Cologne" = "cologne"\n')
    assert say(file, "tee aus köln", language="de") == "Tee aus Köln."
    assert say(file, "tee aus cologne", language="de") == "Tee aus Köln."


@pytest.mark.parametrize("towns", ["köln", "köln = 5"])
def test_a_list_that_cannot_be_read_is_told(towns: str, tmp_path: Path) -> None:
    (found,) = load_file(tea(tmp_path, towns))
    assert isinstance(found, Broken)
    assert "towns.de.toml" in found.error


def test_a_list_in_another_folder_is_refused(tmp_path: Path) -> None:
    file = tea(tmp_path, "")
    (tmp_path / "tea.de.yaml").write_text(GERMAN_TEA.replace("towns", "../towns"))
    (found,) = load_file(file)
    assert isinstance(found, Broken)
    assert "../towns.de.toml: this list can't be read" in found.error
