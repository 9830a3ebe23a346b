"""`assistant intents`: list, check and new, as an author uses them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.program import ROOT, Home, run, turns

TEA = '''"""Tea."""
from assistant import intent


@intent("make [some] tea", examples=("make some tea",))
def make() -> str:
    return "Tea it is."
'''

ALSO_TEA = TEA.replace("def make", "def brew").replace("[some] tea", "some (tea|coffee)")


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.py").write_text(content, encoding="utf-8")
    return folder


def test_the_built_in_abilities_are_listed_and_hold_together(home: Home) -> None:
    listed = [
        json.loads(line)
        for line in run(home, "intents", "list", "--json").stdout.split("\n")
        if line
    ]
    names = {row["intent"] for row in listed}
    assert {"dial.call", "timer.set_timer", "schedule.add_appointment"} <= names
    assert {row["risk"] for row in listed if row["intent"] == "dial.call"} == {"high"}
    set_up = {row["intent"]: row["set_up"] for row in listed}
    assert set_up["dial.call"] is None
    assert set_up["home.switch"] == "I know no lights or devices here; set home.broker."
    checked = run(home, "intents", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert re.search(r"nothing to mend; \d+ more aren't checked, since something", checked.stdout)


def test_a_page_of_what_can_be_said(home: Home, tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", tea=TEA)
    done = run(home, "intents", "guide", "--only", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "make [some] tea" in done.stdout
    assert "## Tea" in done.stdout
    (folder / "tea.de.yaml").write_text(
        "make: ['(koch|mach) [einen] tee']\nexamples: {make: ['koch tee']}\n", encoding="utf-8"
    )
    (line,) = run(home, "intents", "guide", "--json", "--only", folder).stdout.splitlines()
    entry = json.loads(line)
    assert (entry["intent"], entry["risk"], entry["slots"]) == ("tea.make", "low", {})
    assert entry["sentences"] == {"en": ["make [some] tea"], "de": ["(koch|mach) [einen] tee"]}
    assert entry["examples"] == {"en": ["make some tea"], "de": ["koch tee"]}


def test_a_sentence_that_two_abilities_claim_is_named_with_both_places(
    home: Home, tmp_path: Path
) -> None:
    folder = write(tmp_path / "mine", tea=TEA, also=ALSO_TEA)
    done = run(home, "intents", "check", "--only", folder)
    assert done.returncode == 1
    assert "“make some tea” belongs to" in done.stdout
    assert f"{folder / 'tea.py'}:5" in done.stdout
    assert f"{folder / 'also.py'}:5" in done.stdout


def test_an_example_that_reaches_another_ability_is_named(home: Home, tmp_path: Path) -> None:
    missed = TEA.replace('examples=("make some tea",)', 'examples=("brew coffee",)')
    coffee = (
        TEA.replace("[some] tea", "coffee").replace("make", "brew").replace("some tea", "coffee")
    )
    folder = write(tmp_path / "mine", tea=missed, coffee=coffee)
    done = run(home, "intents", "check", "--only", folder, "--json")
    assert done.returncode == 1
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert (Path(finding["file"]).name, finding["line"]) == ("tea.py", 5)
    assert "“brew coffee” reaches coffee.brew" in finding["message"]


OPEN = '''"""Praise."""
from assistant import intent


@intent("[please] {what} [(is|are)] nice", "praise {what}", examples=("praise tea",))
def praise(what: str) -> str:
    return what
'''


def test_a_sentence_that_begins_with_any_words_is_warned_about(home: Home, tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", praise=OPEN)
    done = run(home, "intents", "check", "--only", folder)
    assert (done.returncode, done.stderr) == (0, "")
    (warning,) = done.stdout.splitlines()
    assert warning.startswith(f"{folder / 'praise.py'}:5: “[please] {{what}} [(is|are)] nice” can")
    assert warning.endswith("let it begin with a word of its own.")


def test_a_new_ability_works_and_passes_its_own_test(home: Home) -> None:
    done = run(home, "intents", "new", "coffee")
    folder = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "intents"
    assert {path.name for path in folder.iterdir()} == {"coffee.py", "test_coffee.py"}
    assert done.returncode == 0
    listed = run(home, "intents", "list", "--json").stdout.splitlines()
    (ability,) = [row for row in map(json.loads, listed) if row["intent"].startswith("coffee.")]
    (turn,) = turns(run(home, "ask", "--json", ability["example"]))
    assert (turn["intent"], turn["decision"]) == (ability["intent"], "execute")
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        env={**os.environ, **home},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout


def test_a_name_that_is_taken_or_no_name_is_refused(home: Home) -> None:
    run(home, "intents", "new", "coffee")
    again = run(home, "intents", "new", "coffee")
    assert (again.returncode, "already there" in again.stderr) == (1, True)
    bad = run(home, "intents", "new", "two words")
    assert (bad.returncode, "is no name" in bad.stderr) == (2, True)


NEEDY = '''"""An egg timer."""
from datetime import timedelta

from assistant import Clock, intent

NEEDS = ("clock",)


@intent("boil an egg", examples=("boil an egg",))
def boil(clock: Clock) -> str:
    clock.after(timedelta(minutes=4), "Your egg is done.")
    return "Four minutes."
'''


def test_an_ability_runs_apart_once_its_needs_are_permitted(home: Home) -> None:
    file = write(Path(home["XDG_CONFIG_HOME"]) / "assistant" / "intents", eggs=NEEDY) / "eggs.py"
    refused = run(home, "ask", "boil an egg")
    assert f"{file}:6: It needs clock (set timers" in refused.stderr
    assert "`assistant intents enable eggs` permits it." in refused.stderr
    assert run(home, "intents", "enable", "eggs", stdin=b"n\n").returncode == 1
    enabled = run(home, "intents", "enable", "eggs", stdin=b"y\n")
    assert enabled.returncode == 0
    assert (
        "clock         it may set timers, alarms and reminders, and cancel them" in enabled.stdout
    )
    (turn,) = turns(run(home, "ask", "--json", "boil an egg"))
    assert (turn["intent"], turn["reply"], turn["ok"]) == ("eggs.boil", "Four minutes.", True)
    listed = map(json.loads, run(home, "intents", "list", "--json").stdout.splitlines())
    needs = {row["intent"]: row["needs"] for row in listed}
    assert (needs["eggs.boil"], needs["timer.set_timer"]) == (["clock"], None)
    assert "eggs may do nothing any more" in run(home, "intents", "disable", "eggs").stdout
    assert "It needs clock" in run(home, "intents", "list").stderr


def test_enabling_says_what_runs_within_the_assistant(home: Home) -> None:
    write(Path(home["XDG_CONFIG_HOME"]) / "assistant" / "intents", tea=TEA)
    assert "runs within the assistant" in run(home, "intents", "enable", "tea").stdout
    unknown = run(home, "intents", "enable", "coffee")
    assert (
        unknown.returncode,
        "no ability coffee from outside; there is tea" in unknown.stderr,
    ) == (
        2,
        True,
    )


def test_the_kit_tells_an_author_what_would_break(home: Home, tmp_path: Path) -> None:
    outdated = NEEDY.replace('("clock",)', "()").replace(
        "from assistant", "import socket\nfrom assistant"
    )
    folder = write(tmp_path / "mine", tea=TEA, eggs=outdated)
    done = run(home, "intents", "check", "--kit", "--only", folder, "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    said = [(Path(each["file"]).name, each["message"]) for each in found if not each["warning"]]
    assert done.returncode == 1
    assert said == [
        ("eggs.py", "boil asks for Clock; write 'clock' into NEEDS."),
        ("eggs.py", "socket needs 'network', which NEEDS doesn't name."),
        ("eggs.py", "Clock needs 'clock', which NEEDS doesn't name."),
    ]
    write(folder, eggs='API_VERSION = "1.0"\n' + NEEDY)
    again = run(home, "intents", "check", "--kit", "--only", folder)
    assert again.returncode == 0, again.stdout + again.stderr
    assert [line.split(":")[0] for line in again.stdout.splitlines()] == [
        str(folder / "tea.py")
    ] * 2
