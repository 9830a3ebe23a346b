"""`assistant bench`, as somebody types it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.bench.studio import record
from tests.program import ROOT, new_home, run
from tests.tiny_model import make_tiny_model

PAGE = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    assistant (bench [\w-]+ MANIFEST\b.*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_page_works(command: str, tmp_path: Path) -> None:
    manifest = record(tmp_path, ["what time is it", "the queen sat in the garden", "computer"])
    model, picture = make_tiny_model(tmp_path / "tiny"), tmp_path / "curve.svg"
    known = {"MANIFEST": str(manifest), "curve.svg": str(picture), "train": "dev"}
    arguments = [known.get(word, word) for word in shlex.split(command)]
    done = run(new_home(tmp_path / "home"), *arguments, "--model", model)
    assert done.returncode == 0, done.stderr
    shown = (
        "CALIBRATION = ",
        "| speech |",
        "| way |",
        "| computer | 1 | 100% |",
        "# How the starter model misspells English",
    )
    assert any(one in done.stdout for one in shown) or picture.exists()


def test_the_page_has_all_commands() -> None:
    assert {command.split()[1] for command in COMMANDS} == {
        "decisions",
        "calibrate",
        "false-actions",
        "misspellings",
        "wake",
    }


def test_rows_are_written_for_programs(tmp_path: Path) -> None:
    manifest = record(tmp_path, ["what time is it", "the queen sat in the garden"])
    model = make_tiny_model(tmp_path / "tiny")
    done = run(
        new_home(tmp_path / "home"), "bench", "decisions", manifest, "--model", model, "--json"
    )
    rows = json.loads(done.stdout)
    usual = [row for row in rows if row["accept"] == 0.6 and row["group"] == "all"]
    assert {row["tally"]["right"] for row in usual} == {1}
    assert {row["tally"]["false"] for row in usual} == {0}


def test_no_clip_and_no_noise_are_misuse(tmp_path: Path) -> None:
    manifest, home = record(tmp_path, ["no"]), new_home(tmp_path / "home")
    none = run(home, "bench", "decisions", manifest, "--split", "test")
    assert (none.returncode, "no clip to hear" in none.stderr) == (2, True)
    model = make_tiny_model(tmp_path / "tiny")
    noiseless = run(home, "bench", "decisions", manifest, "--level", "6", "--model", model)
    assert (noiseless.returncode, "--noise" in noiseless.stderr) == (2, True)


def test_recordings_without_the_wake_phrase_are_refused(tmp_path: Path) -> None:
    manifest = record(tmp_path, ["what time is it"])
    model = make_tiny_model(tmp_path / "tiny")
    asked = ("bench", "decisions", manifest, "--wake", "computer", "--opening", manifest)
    done = run(new_home(tmp_path / "home"), *asked, "--model", model)
    assert done.returncode == 2
    assert "has no recording of “computer”" in done.stderr
