"""The guide for authors: its files are written, loaded and talked to."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.acting.declared import NEEDS
from assistant.acting.intent import Intent
from assistant.acting.loader import load
from assistant.acting.slots import KINDS, LIVING_LISTS
from assistant.testing import say

GUIDE = (Path(__file__).parent.parent / "docs" / "write-an-intent.md").read_text("utf-8")


@dataclass(frozen=True)
class Block:
    kind: str
    text: str

    @property
    def name(self) -> str:
        """The file that a block is, from its first line."""
        found = re.match(r"# (\S+)\n", self.text)
        return found[1] if found else ""


BLOCKS = [Block(kind, text) for kind, text in re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)]
FILES = {block.name: block.text for block in BLOCKS if block.name}
TALKS = [
    (before.name, re.findall(r"you: (.*)\nit:  (.*)", block.text))
    for before, block in itertools.pairwise(BLOCKS)
    if block.kind == "text"
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_the_guide_has_its_files() -> None:
    assert {"coffee.py", "eggs.py", "garage.py", "tea.de.yaml", "blinds.yaml"} <= FILES.keys()
    assert len(TALKS) == 7


def test_every_file_loads(folder: Path) -> None:
    found = load([folder], installed=False)
    assert found.broken == ()
    abilities = [name for name in FILES if name.endswith(".py") and not name.startswith("test_")]
    assert len(found.intents) == len(abilities)


@pytest.mark.parametrize(("name", "turns"), TALKS, ids=[name for name, _ in TALKS])
def test_every_conversation_goes_as_written(
    folder: Path, name: str, turns: list[tuple[str, str]]
) -> None:
    ability, *language = Path(name).stem.split(".")
    for count, (_, answer) in enumerate(turns, 1):
        said = (said for said, _ in turns[:count])
        file = folder / f"{ability}.py"
        assert say(file, *said, language=language[0] if language else "en") == answer


def test_the_test_of_the_guide_passes(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder / "test_coffee.py"],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_every_slot_type_is_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)", GUIDE, re.MULTILINE)
    types = [getattr(kind, "__name__", str(kind)) for kind in (*KINDS, *LIVING_LISTS)]
    assert set(types) <= set(rows)


def test_every_need_is_in_the_table() -> None:
    assert set(NEEDS) <= set(re.findall(r"`(\w+)`", GUIDE.partition("| Need |")[2]))


def test_a_file_of_the_guide_is_an_intent(folder: Path) -> None:
    (made, *_) = load([folder], installed=False).intents
    assert isinstance(made, Intent)
    assert made.file.startswith(str(folder))
