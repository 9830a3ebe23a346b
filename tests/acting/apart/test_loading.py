"""Which abilities run apart, and what is said of those that may not or can't."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from assistant.acting.apart.loading import Apart, declaration_of, load_apart
from assistant.acting.apart.permits import Permits
from assistant.acting.declared import NEEDS
from assistant.acting.loader import GROUP, Broken, load
from assistant.errors import StateError
from tests.acting.limits import full_disk

TEA = """from assistant import Clock, intent

{declares}


@intent("make tea", examples=("make tea",))
def make({asks}) -> str:
    return "Tea."
"""


def tea(folder: Path, declares: str = "", asks: str = "", name: str = "tea") -> Path:
    file = folder / f"{name}.py"
    file.write_text(TEA.format(declares=declares, asks=asks))
    return file


def outcome(file: Path, *permitted: str, everything: bool = False) -> str:
    """What becomes of a file: "here", "apart", or what is wrong with it."""
    apart = Apart(file.parent / "own", lambda _: permitted, everything)
    found = apart(file)
    if found is None:
        return "here"
    (one,) = found
    if isinstance(one, Broken):
        return f"{one.line}: {one.error}"
    one.give_up()
    return f"apart {one.needs}"


def test_who_declares_nothing_stays_here_unless_all_are_to_go(tmp_path: Path) -> None:
    assert outcome(tea(tmp_path)) == "here"
    assert outcome(tea(tmp_path), everything=True) == "apart ()"


def test_who_declares_runs_apart_as_soon_as_that_is_permitted(tmp_path: Path) -> None:
    file = tea(tmp_path, 'NEEDS = ["network", "clock"]', "clock: Clock")
    assert outcome(file, "network") == (
        "3: It needs clock (set timers, alarms and reminders, and cancel them); "
        "`assistant intents enable tea` permits it."
    )
    assert outcome(file, "network", "clock") == "apart ('network', 'clock')"
    assert outcome(tea(tmp_path, "NEEDS = ()")) == "apart ()"


def test_a_folder_declares_in_its_first_file(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    folder.mkdir()
    tea(folder, asks="clock: Clock", name="brewing")
    first = folder / "__init__.py"
    first.write_text('NEEDS = ("clock",)\nfrom .brewing import make\n')
    assert outcome(folder).startswith("1: It needs clock")
    assert outcome(folder, "clock") == "apart ('clock',)"


@pytest.mark.parametrize(
    ("declares", "says"),
    [
        ('NEEDS = ("internet",)', "There is no need 'internet'; there are network, files"),
        ("NEEDS = tuple(['clock'])", "NEEDS must be written down, not worked out"),
        ('NEEDS = "clock"', "NEEDS must be a tuple of texts"),
        ("NEEDS: object = 3", "NEEDS must be a tuple of texts"),
        ('API_VERSION = "2.0"', "It was written for version 2.0 of the public names"),
        ('API_VERSION = "1.99"', "It needs version 1.99 of the public names"),
        ("API_VERSION = 1", 'API_VERSION must be like "1.2", not 1.'),
        ("NEEDS = ()\nraise SystemExit", "SystemExit"),
        ("NEEDS = (", "Python can't read it"),
    ],
)
def test_what_is_declared_wrongly_is_said(declares: str, says: str, tmp_path: Path) -> None:
    tea(tmp_path, declares)
    apart = Apart(tmp_path / "own", lambda _: ())
    (broken,) = load([tmp_path], installed=False, elsewhere=apart).broken
    assert says in broken.error
    assert broken.file == str(tmp_path / "tea.py")


def test_a_service_that_was_not_declared_is_not_handed_out(tmp_path: Path) -> None:
    file = tea(tmp_path, "NEEDS = ()", "clock: Clock")
    assert outcome(file) == "1: make asks for Clock; write 'clock' into NEEDS."


def test_a_default_that_no_wire_carries(tmp_path: Path) -> None:
    file = tea(tmp_path, "NEEDS = ()", "cups: int = object()")
    assert "can't leave its process" in outcome(file)


JUNK = """import os
import sys

NEEDS = ()
for each in range(3, 20):
    try:
        os.write(each, {junk!r})
    except OSError:
        pass
"""


@pytest.mark.parametrize(
    "junk",
    [
        b"nonsense\n",
        b'{"hello": 99}\n',
        b'{"hello": 1}\n',
        b"[" * 100_000 + b"\n",
        b'{"hello": 1, "broken": [], "intents": [{"function_name": 5}]}\n',
        b'{"hello": 1, "broken": [[]], "intents": []}\n',
        b'{"hello": 1, "broken": [], "intents": 7}\n',
    ],
)
def test_nobody_is_believed_who_talks_nonsense_to_us(junk: bytes, tmp_path: Path) -> None:
    file = tmp_path / "junk.py"
    file.write_text(JUNK.format(junk=junk))
    (broken,) = load_apart(file, (), tmp_path / "own")
    assert isinstance(broken, Broken)
    assert broken.file == str(file)


def test_a_file_that_hangs_is_left_out(tmp_path: Path) -> None:
    file = tea(tmp_path, "import time\ntime.sleep(60)")
    (broken,) = load_apart(file, (), tmp_path / "own", within_s=0.2)
    assert isinstance(broken, Broken)
    assert "too long to load" in broken.error


def test_what_a_package_declares_is_read_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "strange_package_for_test"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('imported')\n")
    tea(package, 'NEEDS = ("files",)')
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("tea", "strange_package_for_test.tea", GROUP)
    assert declaration_of(entry).needs == ("files",)
    assert declaration_of(EntryPoint("tea", "no_such_module_anywhere.tea", GROUP)).needs is None
    (broken,) = load_apart(entry, ("files",), tmp_path / "own")
    assert isinstance(broken, Broken)
    assert broken.error == "SystemExit: imported"


def test_a_package_runs_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tea(tmp_path, "NEEDS = ()", name="apart_package_for_test")
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("tea", "apart_package_for_test", GROUP)
    (made,) = load_apart(entry, (), tmp_path / "own")
    assert not isinstance(made, Broken)
    assert (made.name, made.function()) == ("apart_package_for_test.make", "Tea.")
    made.give_up()


def test_permits_are_remembered_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "config" / "plugins.json"
    permits = Permits(file)
    assert permits.permitted("tea.py") == ()
    permits.permit("tea.py", ("clock",))
    permits.permit("milk.py", tuple(NEEDS))
    assert Permits(file).permitted("tea.py") == ["clock"]
    assert permits.take_back("tea.py")
    assert not permits.take_back("tea.py")
    assert Permits(file).permitted("tea.py") == ()
    assert Permits(file).permitted("milk.py") == list(NEEDS)


@pytest.mark.parametrize("content", ["[]", "not json", '{"tea.py": "clock", "milk.py": {}}'])
def test_a_file_of_permits_that_is_none_permits_nothing(content: str, tmp_path: Path) -> None:
    file = tmp_path / "plugins.json"
    file.write_text(content)
    assert Permits(file).permitted("tea.py") == ()


def test_a_permit_that_cannot_be_remembered_is_said(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(StateError, match=r"plugins\.json"):
        Permits(tmp_path / "plugins.json").permit("tea.py", ("clock",))
