"""The bar of a long recording, on a terminal and off one."""

from __future__ import annotations

import threading
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import soundfile
from rich.console import Console

from assistant.app.sound import open_recording
from assistant.cli.progress import explained_if_slow, watched
from assistant.records import Block


@pytest.mark.parametrize(
    ("terminal", "seconds", "shown"), [(True, 61, True), (True, 5, False), (False, 61, False)]
)
def test_a_long_recording_shows_how_far_it_is(
    tmp_path: Path, terminal: bool, seconds: int, shown: bool
) -> None:
    file = tmp_path / "long.wav"
    soundfile.write(file, np.zeros(16_000 * seconds, np.float32), 16_000)
    written = StringIO()
    console = Console(file=written, force_terminal=terminal, width=200)
    source = watched(open_recording(file), str(file), console)
    blocks = [item for item in source.blocks() if isinstance(item, Block)]
    assert source.name == str(file)
    assert len(blocks) >= seconds * 50
    assert ("long.wav" in written.getvalue()) == shown


class Telling(StringIO):
    """Standard error that somebody can wait for."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    def flush(self) -> None:
        self.told.set()


@pytest.mark.parametrize("slow", [True, False])
def test_a_start_that_takes_long_says_why(slow: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Telling()
    monkeypatch.setattr("sys.stderr", shown)
    with explained_if_slow(0.0 if slow else 600.0):
        if slow:
            assert shown.told.wait(60)
    assert ("Getting ready" in shown.getvalue()) is slow
