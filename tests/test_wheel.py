"""The wheel, installed into an empty environment far from the repository, is a working program."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    pip = [str(folder / "env" / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, str(wheel)], cwd=folder, check=True, capture_output=True)
    return folder / "env" / "bin"


def run(installed: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(installed / "assistant"), *arguments],
        cwd=home,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.timeout(300)
def test_abilities_come_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "ask", "--json", "--dry-run", "set a timer for ten minutes")
    assert json.loads(done.stdout)["intent"] == "timer.set_timer", done.stderr


def test_the_bundled_model_comes_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    example = next((ROOT / "examples").glob("*timer*.wav"))
    done = run(installed, tmp_path, "hear", "--json", "--dry-run", str(example))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["intent"] for line in lines if "event" not in line] == ["timer.set_timer"]


def test_models_are_listed_and_pulled_with_one_package_more(
    installed: Path, tmp_path: Path
) -> None:
    assert "* starter-en" in run(installed, tmp_path, "models", "list").stdout
    done = run(installed, tmp_path, "models", "pull", "someone/tiny")
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'assistant[hub]'" in done.stderr


def test_adapting_says_where_its_weights_are(installed: Path, tmp_path: Path) -> None:
    takes = tmp_path / "anna"
    takes.mkdir()
    (takes / "train.jsonl").touch()
    done = run(installed, tmp_path, "adapt", str(takes))
    assert (done.returncode, done.stdout) == (2, "")
    assert "add --start SOURCE/models/training/starter-en" in done.stderr


def test_nothing_heavy_comes_along(installed: Path) -> None:
    packages = {path.name for path in installed.parent.glob("lib/*/site-packages/*")}
    assert not packages & {"torch", "transformers", "optimum", "onnx", "huggingface_hub"}
