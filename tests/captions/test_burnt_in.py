"""Captions burnt into a picture by FFmpeg, in whose files they must be right."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.captions.formats import write
from assistant.records import Cue

WIDTH, HEIGHT, RATE = 320, 180, 5
CUES = [
    Cue(
        1.0,
        2.0,
        (
            "A caption in",
            "two lines: <b>100 %</b>",
        ),
    ),
    Cue(3.0, 4.0, ("Another",)),
]


def frames(filters: str, folder: Path) -> NDArray[np.uint8]:
    """A black film of five seconds through a filter: shape (frames, HEIGHT, WIDTH), grey."""
    film = f"color=black:size={WIDTH}x{HEIGHT}:rate={RATE}:duration=5"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", film, "-vf", filters]
    done = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "gray", "-"],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    assert done.stderr == b""
    return np.frombuffer(done.stdout, np.uint8).reshape(-1, HEIGHT, WIDTH)


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_the_picture_changes_where_and_when_the_caption_is(name: str, tmp_path: Path) -> None:
    (tmp_path / f"captions.{name}").write_text(write(CUES, name), encoding="utf-8")
    bright = frames(f"subtitles=captions.{name}", tmp_path) > 100
    shown = [cue.start_s <= frame / RATE < cue.end_s for frame in range(5 * RATE) for cue in CUES]
    assert bright.any(axis=(1, 2)).tolist() == np.reshape(shown, (-1, 2)).any(axis=1).tolist()
    lower = bright[:, HEIGHT // 2 :]
    assert lower.sum() == bright.sum() > 0, "at the bottom alone"
