"""The exporter's environment: made once from pins, by pip's own settings, whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from assistant.errors import ModelError
from assistant.weights.environment import PINS, exporter_python
from tests.program import ROOT


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip finds packages, and nowhere else."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


def add_wheel(folder: Path, name: str) -> None:
    """A package of one empty module."""
    info = f"{name}-1.0.dist-info"
    contents = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        for path, text in contents.items():
            wheel.writestr(path, text)


def test_it_is_made_once_and_holds_what_is_pinned(index: Path, tmp_path: Path) -> None:
    add_wheel(index, "tinyexporter")
    told: list[str] = []
    folder = tmp_path / "cache" / "exporter"
    python = exporter_python(folder, told.append, ["tinyexporter==1.0"])
    subprocess.run([python, "-I", "-c", "import tinyexporter"], check=True)
    assert any("tinyexporter" in line for line in told)

    told.clear()
    assert exporter_python(folder, told.append, ["tinyexporter==1.0"]) == python
    assert told == []

    with pytest.raises(ModelError, match=r"can't be installed \(ERROR: .*check the network"):
        exporter_python(folder, told.append, ["tinyexporter==2.0"])
    subprocess.run([python, "-I", "-c", "import tinyexporter"], check=True)  # the old one stays
    assert [path.name for path in folder.parent.iterdir()] == ["exporter"]


def test_what_is_here_already_is_used(tmp_path: Path) -> None:
    python = exporter_python(tmp_path / "no", print, [f"pytest=={pytest.__version__}"])
    assert python == Path(sys.executable)
    assert not (tmp_path / "no").exists()


def test_room_is_asked_for_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 10**8))
    with pytest.raises(ModelError, match="The exporter needs 2500 MB"):
        exporter_python(tmp_path / "exporter", print, ["tinyexporter==1.0"])


def test_the_pins_are_those_that_are_tested() -> None:
    tested = "".join(
        (ROOT / "requirements" / name).read_text() for name in ("train.txt", "dev.lock")
    )
    pinned = {
        name.replace("-", "_"): version
        for name, version in re.findall(r"^([\w-]+)==([\w.]+)", tested, re.MULTILINE)
    }
    for pin in PINS:
        name, version = pin.split("==")
        assert pinned[name.replace("-", "_")] == version
