"""What the README promises, done as it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.program import ROOT, new_home, run, turns

README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMANDS = re.findall(r"^\$ \./scripts/run (.+)$", README, re.MULTILINE)


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
    said = [text for row in README.splitlines() if row.startswith("| ") for text in row.split('"')]
    sentences = [text for text in said[1::2] if " " in text and not text.startswith("-")]
    contacts = str(ROOT / "examples" / "contacts.vcf")
    home = {**new_home(tmp_path), "ASSISTANT_ACTING_CONTACTS": contacts}
    refused = [
        (text, turn["reason"])
        for text in sentences
        for turn in turns(run(home, "ask", "--json", "--dry-run", text))
        if turn["decision"] == "reject" and turn["reason"] != "cancelled"
    ]
    assert len(sentences) >= 8
    assert refused == []


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
