"""`assistant bench`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.studio import record
from tests.program import new_home, run
from tests.tiny_model import make_tiny_model


def test_decisions_are_measured_and_drawn(tmp_path: Path) -> None:
    manifest = record(tmp_path, ["what time is it", "the queen sat in the garden"])
    model, picture = make_tiny_model(tmp_path / "tiny"), tmp_path / "curve.svg"
    done = run(
        new_home(tmp_path / "home"),
        *("bench", "decisions", manifest, "--model", model, "--json", "--curve", picture),
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    usual = [row for row in rows if row["accept"] == 0.6 and row["group"] == "all"]
    assert {row["tally"]["right"] for row in usual} == {1}
    assert {row["tally"]["false"] for row in usual} == {0}
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_no_clip_and_no_noise_are_misuse(tmp_path: Path) -> None:
    manifest, home = record(tmp_path, ["no"]), new_home(tmp_path / "home")
    none = run(home, "bench", "decisions", manifest, "--split", "test")
    assert (none.returncode, "no clip to hear" in none.stderr) == (2, True)
    model = make_tiny_model(tmp_path / "tiny")
    noiseless = run(home, "bench", "decisions", manifest, "--level", "6", "--model", model)
    assert (noiseless.returncode, "--noise" in noiseless.stderr) == (2, True)
