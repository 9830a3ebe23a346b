"""What the README promises, done as it says."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from assistant.app import Abilities, assemble, demonstration
from assistant.events import Understood
from assistant.settings import load
from tests.program import ROOT, new_home, run, turns

README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMANDS = re.findall(r"^\$ \./scripts/run ([^#\n]+)", README, re.MULTILINE)

GOOD = ("clear", "high_risk", "confirmed")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_first_screen_shows_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:25])
    assert "./scripts/run" in first
    assert "./scripts/test" in first


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_works(command: str, tmp_path: Path) -> None:
    arguments = [
        name
        for word in shlex.split(command)
        for name in (sorted(map(str, ROOT.glob(word))) if "*" in word else [word])
    ]
    done = run(new_home(tmp_path), *arguments, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "execute" in done.stdout


def test_its_recordings_are_understood_and_what_is_no_command_is_rejected(tmp_path: Path) -> None:
    home = new_home(tmp_path) | {"ASSISTANT_ACTING_CONTACTS": str(ROOT / "examples/contacts.vcf")}
    recordings = sorted(ROOT.glob("examples/*.wav"))
    heard = turns(run(home, "hear", "--json", "--dry-run", *recordings))
    assert [(turn["decision"], turn["intent"]) for turn in heard] == [
        ("execute", "timer.set_timer"),
        ("execute", "calculate.calculate"),
        ("confirm", "dial.call"),
        ("execute", "dial.call"),
        ("execute", "schedule.add_appointment"),
        ("reject", None),
        ("reject", None),
    ]


def test_what_is_to_be_installed_can_be_pasted_into_any_shell() -> None:
    """zsh takes unquoted brackets for a pattern of file names."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    told = [*ROOT.glob("assistant/**/*.py"), *ROOT.glob("docs/*.md"), ROOT / "README.md"]
    for file in told:
        for quote, names in re.findall(r"(.)assistant\[([a-z,]+)\]", file.read_text("utf-8")):
            assert quote == "'", file
            assert set(names.split(",")) <= extras.keys(), file


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) >= 3


def test_the_ability_it_shows_works(tmp_path: Path) -> None:
    (code,) = blocks("python")
    home = new_home(tmp_path)
    folder = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "intents"
    folder.mkdir(parents=True)
    (folder / "coffee.py").write_text(code, encoding="utf-8")
    (turn,) = turns(run(home, "ask", "--json", "brew me a large coffee"))
    assert turn["intent"] == "coffee.make"
    assert turn["reply"] == "One large coffee is on its way."


def test_what_it_says_to_say_is_understood(tmp_path: Path) -> None:
    rows = [row for row in README.splitlines() if row.startswith("| ")]
    sentences = [said for row in rows for said in re.findall(r'"([^"]+ [^"]+)"', row)]
    chosen = demonstration(load(environ={}).settings, ROOT / "examples")
    assistant = assemble(chosen, Abilities(dry_run=True), aloud=False, pretend=tmp_path)
    decisions = {
        text: event.decision.reason
        for text in sentences
        for event in assistant.pipeline.ask(text)
        if isinstance(event, Understood)
    }
    assert len(sentences) >= 8
    assert {text: why for text, why in decisions.items() if why not in GOOD} == {}


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
