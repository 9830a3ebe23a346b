"""Abilities are checked by their own examples, and new ones start out working."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from assistant.acting.check import check
from assistant.acting.lists import LivingLists
from assistant.acting.loader import load
from assistant.acting.scaffold import new_intent
from assistant.errors import PluginError, StateError, UsageError
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.acting.limits import full_disk

NOW = datetime(2026, 3, 4, 10, 0)


def findings(folder: Path) -> list[str]:
    abilities = load([folder], installed=False)
    specs = [each.spec for each in abilities.intents]
    understander = CommandUnderstander(
        specs, LivingLists({"contacts": tuple}), UnderstandingSettings()
    )
    return [str(found).replace(f"{folder}/", "") for found in check(abilities, understander, NOW)]


def write(folder: Path, name: str, *decorators: str) -> None:
    functions = "".join(
        f"@intent({arguments})\ndef f{number}() -> str:\n    return 'x'\n\n\n"
        for number, arguments in enumerate(decorators)
    )
    (folder / name).write_text(f"from assistant import intent\n\n\n{functions}")


def test_all_is_well(tmp_path: Path) -> None:
    write(tmp_path, "coffee.py", '"make coffee", examples=("make coffee",)')
    assert findings(tmp_path) == []


def test_what_is_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "bad.py", '"make [coffee"')
    write(
        tmp_path,
        "coffee.py",
        '"make coffee", examples=("make coffee", "brew tea")',
        '"grind beans"',
        '"brew tea", "clean it", examples=("make coffee",)',
        '"brew tea", examples=("brew tea",)',
    )
    bad, wrong, none, other, unclear = findings(tmp_path)
    assert bad.startswith("bad.py:4: ")
    assert wrong.startswith("coffee.py:4: the example “brew tea” isn't understood: That could")
    assert none == "coffee.py:9: coffee.f1 has no examples; give it one."
    assert other == (
        "coffee.py:14: the example “make coffee” reaches coffee.f0 instead of coffee.f2."
    )
    assert unclear.startswith("coffee.py:19: the example “brew tea” isn't understood: That could")


def test_an_example_may_name_what_somebody_else_has(tmp_path: Path) -> None:
    (tmp_path / "greet.py").write_text(
        "from assistant import Contact, intent\n\n\n"
        '@intent("greet my friend {who}", examples=("greet my friend anna",))\n'
        "def greet(who: Contact) -> str:\n    return who.name\n"
    )
    assert findings(tmp_path) == []


def test_an_example_that_leads_to_a_question_does_not_swallow_the_next(tmp_path: Path) -> None:
    (tmp_path / "call.py").write_text(
        "from assistant import PhoneNumber, intent\n\n\n"
        '@intent("call [{number}]", risk="high", examples=("call", "call one one two", "call"))\n'
        "def call(number: PhoneNumber) -> str:\n    return number\n"
    )
    assert findings(tmp_path) == []


def test_a_new_ability_works_and_so_does_its_test(tmp_path: Path) -> None:
    ability, test = new_intent("tea_pot", tmp_path / "mine")
    assert (ability.name, test.name) == ("tea_pot.py", "test_tea_pot.py")
    assert findings(tmp_path / "mine") == []
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["", "Coffee", "my coffee", "../up", "class", "1st", "über"])
def test_a_name_that_python_cannot_use(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no name for an ability"):
        new_intent(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "test_coffee.py").write_text("mine")
    with pytest.raises(PluginError, match="already there"):
        new_intent("coffee", tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["test_coffee.py"]


def test_a_full_disk(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(StateError, match=r"coffee\.py"):
        new_intent("coffee", tmp_path)
