"""Bars for recordings that are being captioned, on a terminal and off one."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import soundfile
from rich.console import Console

from assistant.captioning.captioner import Captioned, jobs_for
from assistant.cli.caption_progress import Bars


@pytest.mark.parametrize("terminal", [True, False])
def test_each_recording_shows_how_far_and_how_fast(tmp_path: Path, terminal: bool) -> None:
    files = [tmp_path / name for name in ("one.wav", "t\x1b[2Jwo.wav")]
    for file in files:
        soundfile.write(file, np.zeros(16_000 * 600, np.float32), 16_000)
    jobs = jobs_for([str(file) for file in files], None, ["vtt"])
    written = StringIO()
    console = Console(file=written, force_terminal=terminal, width=200, color_system=None)
    with Bars(len(jobs), console) as bars:
        for job in jobs:
            bars.tell(job, 60.0)
        bars.end(Captioned(jobs[0], seconds=600.0))
        bars.end(replace(Captioned(jobs[1]), error="broken"))
    shown = written.getvalue()
    assert ("one.wav" in shown) == terminal
    assert ("×" in shown) == terminal
    assert "\x1b[2Jwo" not in shown
