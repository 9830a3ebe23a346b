"""Fixtures that tests of several rooms use."""

from __future__ import annotations

import os
from collections.abc import Iterator

import hypothesis
import pytest

from tests.virtual_sound import VirtualSound, virtual_sound

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

# No test asserts a timing: a busy machine is no failure.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    """A microphone to speak into and a loudspeaker to listen at; mark such tests `sound`."""
    with virtual_sound() as server:
        yield server
