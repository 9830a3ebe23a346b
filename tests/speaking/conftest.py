"""Fixtures of the tests of voices."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.speaking.programs import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty place for programs."""
    return Folder(tmp_path)
