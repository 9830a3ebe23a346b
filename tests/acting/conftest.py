"""Fixtures that several tests of acting share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acting.bus import own_bus


@pytest.fixture
def bus_address(tmp_path: Path) -> Iterator[str]:
    """A D-Bus of the test's own."""
    with own_bus(tmp_path) as address:
        yield address
