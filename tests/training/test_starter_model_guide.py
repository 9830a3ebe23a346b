"""The commands of the guides about training are taken by the programs that they name."""

import importlib
import shlex

import click
import pytest

from assistant.cli import program
from assistant.training.prepare import parser
from tests.program import ROOT

GUIDES = ("starter-model.md", "fine-tune.md", "your-voice.md")
TEXT = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in GUIDES)
LINES = [
    shlex.split(line) for line in TEXT.replace("\\\n", "").splitlines() if line.startswith("    ")
]
OURS = [words for words in LINES if words[:1] == ["assistant"]]


@pytest.mark.parametrize("words", [w for w in LINES if "assistant.training.prepare" in w])
def test_recipes_of_the_guide_exist(words: list[str]) -> None:
    options = parser().parse_args(words[3:])
    assert options.what == words[3]


@pytest.mark.train
@pytest.mark.parametrize("program", ["train", "gpu", "inherit"])
def test_runs_of_the_guide_take_these_options(program: str) -> None:
    module = importlib.import_module(f"assistant.training.{program}")
    runs = [words[3:] for words in LINES if f"assistant.training.{program}" in words]
    assert runs
    for options in runs:
        asked = module.parser().parse_args(options)
        assert asked.folder.parts[0] == "runs"
        start = getattr(asked, "start", None)
        assert start is None or start.parts[0] == "runs" or (ROOT / start).is_dir()


@pytest.mark.parametrize("words", OURS, ids=" ".join)
def test_commands_of_the_guides_take_these_options(words: list[str]) -> None:
    found: click.Command | None = program
    for name in words[1:]:
        if not isinstance(found, click.Group):
            break
        found, words = found.get_command(click.Context(found), name), words[1:]
    assert found is not None
    assert found.make_context(words[0], words[1:]).args == []
