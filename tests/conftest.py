"""Fixtures that tests of several rooms use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.virtual_sound import VirtualSound, virtual_sound

if TYPE_CHECKING:
    from tests.program import Home

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

# No test asserts a timing: a busy machine is no failure.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    """A microphone to speak into and a loudspeaker to listen at; mark such tests `sound`."""
    with virtual_sound() as server:
        yield server


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program keeps what it compiled; the first test that runs it fills this."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def home(tmp_path: Path, compiled: Path) -> Home:
    """Somebody who has nothing yet but what the program compiled in an earlier run."""
    from tests.program import new_home

    found = new_home(tmp_path)
    cache = Path(found["XDG_CACHE_HOME"]) / "assistant"
    cache.mkdir(parents=True)
    (cache / "compiled").symlink_to(compiled)
    return found


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model that reads tones; not to be changed."""
    from tests.tiny_model import make_tiny_model

    return make_tiny_model(tmp_path_factory.mktemp("model"))
