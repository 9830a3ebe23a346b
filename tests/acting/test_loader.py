"""Finding abilities, and naming the broken ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assistant.acting.loader import Broken, intent_folders, load, load_file
from assistant.bundled import bundled
from assistant.errors import UsageError
from assistant.kept import Kept
from tests.fakes import MemoryCache

GOOD = """
from assistant import intent


@intent(
    "make [a] coffee",
    "brew [a] coffee",
    examples=("make a coffee",),
)
def make() -> str:
    return "Coffee."
"""


def write(folder: Path, name: str, text: str = GOOD) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text)
    return file


def test_each_file_is_loaded_by_its_path(tmp_path: Path) -> None:
    write(tmp_path / "one", "coffee.py")
    write(tmp_path / "two", "tea.py", GOOD.replace("coffee", "tea"))
    found = load([tmp_path / "one", tmp_path / "two"], installed=False)
    assert [made.name for made in found.intents] == ["coffee.make", "tea.make"]
    assert found.broken == ()
    assert "coffee" not in sys.modules


IN_PARTS = GOOD.replace("\n\n\n@", "\nfrom .cups import CUP\n\n@").replace('"Coffee."', "CUP")
FOLDER = {
    "__init__.py": '"""Hot things."""\n\nfrom .brewing import make\n\n__all__ = ["make"]\n',
    "brewing.py": IN_PARTS,
    "cups.py": 'CUP = "Coffee."\n',
}


def folder(into: Path, **changed: str) -> Path:
    for name, text in (FOLDER | {f"{name}.py": text for name, text in changed.items()}).items():
        write(into, name, text)
    return into


def test_an_ability_may_be_a_folder(tmp_path: Path) -> None:
    brewing = folder(tmp_path / "coffee") / "brewing.py"
    write(tmp_path, "coffee.de.yaml", "make:\n  - mach kaffee\n")
    write(tmp_path, "tea.py", GOOD.replace("coffee", "tea"))
    found = load([tmp_path], installed=False)
    assert found.broken == ()
    made, tea = found.intents
    assert (made.name, tea.name) == ("coffee.make", "tea.make")
    assert (made.about, made.function()) == ("Hot things.", "Coffee.")
    assert [(each.text, each.file, each.line) for each in made.templates] == [
        ("make [a] coffee", str(brewing), 6),
        ("brew [a] coffee", str(brewing), 7),
        ("mach kaffee", str(tmp_path / "coffee.de.yaml"), 2),
    ]


def test_what_is_wrong_in_a_folder_is_named_with_its_file(tmp_path: Path) -> None:
    folder(tmp_path / "coffee", cups="CUP = 1 / 0\n")
    folder(tmp_path / "tea", cups="CUP =\n")
    found = load([tmp_path], installed=False)
    assert found.intents == ()
    assert [(each.file, each.line) for each in found.broken] == [
        (str(tmp_path / "coffee" / "cups.py"), 1),
        (str(tmp_path / "tea" / "cups.py"), 1),
    ]


def test_a_folder_of_something_else_is_none(tmp_path: Path) -> None:
    folder(tmp_path / "test_coffee")
    (tmp_path / "notes").mkdir()
    assert load([tmp_path], installed=False).broken == ()


def test_each_sentence_knows_its_line(tmp_path: Path) -> None:
    (made,) = load([write(tmp_path, "coffee.py").parent], installed=False).intents
    assert [(each.text, each.line) for each in made.templates] == [
        ("make [a] coffee", 6),
        ("brew [a] coffee", 7),
    ]


def test_helpers_and_tests_beside_abilities_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "coffee.py")
    write(tmp_path, "_shared.py", "raise SystemExit")
    write(tmp_path, "test_coffee.py", "raise SystemExit")
    found = load([tmp_path], installed=False)
    assert [made.name for made in found.intents] == ["coffee.make"]
    assert found.broken == ()


BROKEN = {
    "raises": ("import math\n\n1 / 0\n", 3, "ZeroDivisionError"),
    "syntax": ("def make(:\n", 1, "Python can't read it"),
    "exits": ("import sys\nsys.exit(3)\n", 2, "SystemExit: 3"),
    "imports": ("\nimport no_such_module_anywhere\n", 2, "no_such_module_anywhere"),
    "empty": ("x = 1\n", 1, "no function with @intent"),
    "annotation": (
        GOOD.replace("make()", "make(x: complex)"),
        5,
        "make: the parameter 'x' must be annotated",
    ),
    "template": (GOOD.replace("brew [a] coffee", "brew [a coffee"), 7, "column 6 of the sentence"),
    "rule": (GOOD.replace("brew [a] coffee", "brew <a> coffee"), 7, "no rule <a>"),
    "inner rule": (
        GOOD.replace("brew [a] coffee", "brew <a>").replace(
            "examples", "rules={'a': '(x'}, examples"
        ),
        6,
        "column 1 of rule <a>: This ( is never closed",
    ),
    "null": ("\0", 1, "null bytes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    text, line, error = BROKEN[name]
    file = write(tmp_path, "bad.py", text)
    write(tmp_path, "coffee.py")
    found = load([tmp_path], installed=False)
    assert [made.name for made in found.intents] == ["coffee.make"]
    (broken,) = found.broken
    assert (broken.file, broken.line) == (str(file), line)
    assert error in broken.error
    assert "bad.py" not in broken.error, "said once is enough"


def test_the_line_is_found_in_a_relative_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, "bad.py", "import math\n\n1 / 0\n")
    monkeypatch.chdir(tmp_path)
    (broken,) = load([Path()], installed=False).broken
    assert (broken.file, broken.line) == (str(file), 3)


def test_prints_at_import_do_not_reach_our_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "coffee.py", 'print("hello")\n' + GOOD)
    assert len(load([tmp_path], installed=False).intents) == 1
    assert capsys.readouterr().out == ""


def test_a_file_that_hangs_is_left_out(tmp_path: Path) -> None:
    hanging = "import time\nfor _ in range(100):\n    time.sleep(0.05)\n"
    write(tmp_path, "bad.py", hanging)
    write(tmp_path, "coffee.py")
    found = load([tmp_path], installed=False, within_s=1.0)
    assert [made.name for made in found.intents] == ["coffee.make"]
    assert "too long to load" in found.broken[0].error


def test_of_two_with_one_name_the_first_stays(tmp_path: Path) -> None:
    first = write(tmp_path / "one", "coffee.py")
    second = write(tmp_path / "two", "coffee.py")
    found = load([tmp_path / "one", tmp_path / "two"], installed=False)
    assert [made.file for made in found.intents] == [str(first)]
    (broken,) = found.broken
    assert (broken.file, broken.line) == (str(second), 6)
    assert str(first) in broken.error


def test_imported_intents_belong_to_their_own_file(tmp_path: Path) -> None:
    write(tmp_path, "_shared.py", GOOD)
    borrowing = "from importlib.util import module_from_spec, spec_from_file_location\n"
    borrowing += f"spec = spec_from_file_location('s', {str(tmp_path / '_shared.py')!r})\n"
    borrowing += "m = module_from_spec(spec); spec.loader.exec_module(m); make = m.make\n"
    write(tmp_path, "thief.py", borrowing)
    found = load([tmp_path], installed=False)
    assert found.intents == ()
    assert "no function with @intent" in found.broken[0].error


def test_dataclasses_and_future_annotations_work(tmp_path: Path) -> None:
    text = """
from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from assistant import Clock, intent


@dataclass
class Cup:
    kinds: ClassVar[int] = 1
    beans: list[str] = field(default_factory=list)


@intent("make {count} coffees")
def make(count: int, clock: Clock) -> str:
    return f"{count} {Cup()}"
"""
    (made,) = load([write(tmp_path, "coffee.py", text).parent], installed=False).intents
    assert made.spec.slots[0].kind == "number"


def test_another_language_stands_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path, "coffee.py")
    yaml = 'make:\n  - "(mach|koch) [einen] kaffee"\n  - "kaffee bitte"\n'
    translation = write(tmp_path, "coffee.de.yaml", yaml)
    (made,) = load([tmp_path], installed=False).intents
    german = [each for each in made.templates if each.language == "de"]
    assert [(each.text, each.file, each.line) for each in german] == [
        ("(mach|koch) [einen] kaffee", str(translation), 2),
        ("kaffee bitte", str(translation), 3),
    ]
    assert len(made.templates) == 4


def test_sentences_that_could_be_read_are_not_checked_again(tmp_path: Path) -> None:
    write(tmp_path, "coffee.py")
    write(tmp_path, "coffee.de.yaml", "make:\n  - kaffee\n")
    memory = MemoryCache()
    first, second = (load([tmp_path], False, kept=Kept(memory)) for _ in range(2))
    assert [made.templates for made in second.intents] == [made.templates for made in first.intents]
    assert memory.since() == ["checked", "lines"]
    write(tmp_path, "coffee.de.yaml", "make:\n  - tee\n")
    assert load([tmp_path], False, kept=Kept(memory)).broken == ()
    assert memory.since() == ["checked"]


@pytest.mark.parametrize(
    "change", [("brew [a]", "brew [a"), ("brew [a]", "brew <rule>"), ("brew [a]", "brew {slot}")]
)
def test_a_sentence_that_no_longer_can_be_read_is_named_each_time(
    change: tuple[str, str], tmp_path: Path
) -> None:
    memory = MemoryCache()
    write(tmp_path, "coffee.py")
    assert load([tmp_path], False, kept=Kept(memory)).broken == ()
    write(tmp_path, "coffee.py", GOOD.replace(*change))
    once, again = (load([tmp_path], False, kept=Kept(memory)).broken for _ in range(2))
    assert once == again
    assert len(once) == 1


def test_a_damaged_cache_changes_nothing(tmp_path: Path) -> None:
    memory = MemoryCache()
    write(tmp_path, "coffee.py")
    (first,) = load([tmp_path], False, kept=Kept(memory)).intents
    memory.files = dict.fromkeys(memory.files, b"damaged")
    (made,) = load([tmp_path], False, kept=Kept(memory)).intents
    assert made.templates == first.templates


@pytest.mark.parametrize(
    "yaml", ["just text", "make: kaffee", "- make", "make: [", "brew:\n  - kaffee\n"]
)
def test_a_translation_that_is_none(yaml: str, tmp_path: Path) -> None:
    write(tmp_path, "coffee.py")
    write(tmp_path, "coffee.de.yaml", yaml)
    (broken,) = load([tmp_path], installed=False).broken
    assert "coffee.de.yaml" in broken.error


def test_a_translation_with_an_unknown_slot(tmp_path: Path) -> None:
    file = write(tmp_path, "coffee.py")
    write(tmp_path, "coffee.de.yaml", 'make:\n  - "{zahl} kaffee"\n')
    (broken,) = load_file(file)
    assert isinstance(broken, Broken)
    assert (broken.file, broken.line) == (str(tmp_path / "coffee.de.yaml"), 2)
    assert "zahl" in str(broken)


def test_only_the_languages_that_are_understood_are_read(tmp_path: Path) -> None:
    write(tmp_path, "coffee.py")
    write(tmp_path, "coffee.de.yaml", "make:\n  - kaffee\n")
    write(tmp_path, "coffee.fr.yaml", "make: [")
    write(tmp_path, "coffee.yaml", "make:\n  - coffee now\n")
    (made,) = load([tmp_path], installed=False, languages=("de",)).intents
    assert {each.language for each in made.templates} == {"en", "de"}
    assert "coffee now" in [each.text for each in made.templates]
    assert load([tmp_path], installed=False).broken


def test_folders_in_order(tmp_path: Path) -> None:
    user, extra, nowhere = tmp_path / "user", tmp_path / "extra", tmp_path / "nowhere"
    user.mkdir()
    extra.mkdir()
    assert intent_folders(user, [extra]) == (bundled("intents"), user, extra)
    assert intent_folders(nowhere) == (bundled("intents"),)
    assert intent_folders(user, [], only=extra) == (extra,)
    with pytest.raises(UsageError, match="nowhere"):
        intent_folders(user, [nowhere])
    with pytest.raises(UsageError, match="nowhere"):
        intent_folders(user, [], only=nowhere)


def test_installed_packages_bring_abilities(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "coffee_package_for_test.py")
    info = tmp_path / "coffee_for_test-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: coffee-for-test\nVersion: 1.0\n")
    entries = "coffee = coffee_package_for_test\nbad = no_such_module_anywhere\n"
    (info / "entry_points.txt").write_text(f"[assistant.intents]\n{entries}")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = load([], installed=True)
    assert "coffee_package_for_test.make" in [made.name for made in found.intents]
    assert any("bad (no_such_module_anywhere)" in broken.file for broken in found.broken)


def test_the_built_in_abilities_all_load() -> None:
    found = load([bundled("intents")], installed=False)
    assert found.broken == ()
    families = {made.name.split(".")[0] for made in found.intents}
    assert families == {
        *("alarm", "ask", "calculate", "convert", "dial", "help", "holiday", "home", "house"),
        *("incoming", "lists", "media", "notes", "question", "reminders", "repeat", "routines"),
        *("schedule", "stop", "stopwatch", "timer", "weather", "why"),
    }
    assert all(len(made.templates) >= 10 for made in found.intents)
