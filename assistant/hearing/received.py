"""Recordings that came as bytes: any file that libsndfile or FFmpeg reads."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from assistant.errors import AudioError
from assistant.hearing.files import FileSource, opens
from assistant.hearing.media import MediaSource
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats

FORMATS = (
    *("aac", "ac3", "aiff", "amr", "amrnb", "amrwb", "ape", "asf", "au", "avi", "caf", "dts"),
    *("eac3", "flac", "flv", "matroska", "mov", "mp3", "mpeg", "mpegts", "ogg", "tta", "w64"),
    *("wav", "wv"),
)
"""Containers, by FFmpeg's names. Play lists are none: they name other files, and a stranger's list
would have those of this machine read."""


class TooLongError(AudioError):
    """A recording that lasts longer than is allowed."""


def read_bytes(content: bytes, longest_s: float) -> Floats:
    """All of it as samples, shape (samples,) at SAMPLE_RATE, the last block padded.

    Raises AudioError for what is no sound, and TooLongError as soon as it lasts too long: a small
    file can hold hours.
    """
    with tempfile.TemporaryDirectory(prefix="received-") as folder:
        path = Path(folder) / "recording"
        path.write_bytes(content)
        source = (
            FileSource(path, tail_s=0.0) if opens(path) else MediaSource(str(path), formats=FORMATS)
        )
        blocks: list[Floats] = []
        try:
            for block in source.blocks():
                if isinstance(block, Block):
                    blocks.append(block.samples)
                if len(blocks) * BLOCK_SAMPLES > longest_s * SAMPLE_RATE:
                    raise TooLongError(f"The recording lasts longer than {longest_s:g} s.")
        except AudioError as error:
            raise type(error)(str(error).replace(str(path), "The recording")) from error
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
