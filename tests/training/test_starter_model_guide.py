"""The commands of docs/starter-model.md are taken by the programs that they name."""

import shlex

import pytest

from assistant.cli.train import command
from assistant.training.prepare import parser
from tests.program import ROOT

GUIDE = (ROOT / "docs" / "starter-model.md").read_text(encoding="utf-8").replace("\\\n", "")
LINES = [shlex.split(line) for line in GUIDE.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize("words", [w for w in LINES if "assistant.training.prepare" in w])
def test_recipes_of_the_guide_exist(words: list[str]) -> None:
    options = parser().parse_args(words[3:])
    assert options.what == words[3]


@pytest.mark.parametrize("words", [w for w in LINES if w[:2] == ["assistant", "train"]])
def test_commands_of_the_guide_take_these_options(words: list[str]) -> None:
    found = command.commands[words[2]]
    assert found.make_context(words[2], words[3:]).args == []
