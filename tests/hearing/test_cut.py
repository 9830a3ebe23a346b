"""Recordings that were cut off, and those that only look as if they were."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.app.sound import open_media
from assistant.errors import AudioError
from assistant.events import Damaged
from assistant.hearing.files import FileSource, read_whole
from assistant.ports import AudioSource
from assistant.records import SAMPLE_RATE, Block
from tests.hearing.sounds import vowel

SOUND_S = 4.0
SOUND = vowel(SOUND_S)

SAYS_HOW_LONG = [
    ("WAV", "PCM_16"),
    ("WAV", "FLOAT"),
    ("WAVEX", "PCM_24"),
    ("RF64", "PCM_16"),
    ("W64", "PCM_16"),
    ("AIFF", "PCM_16"),
    ("AU", "PCM_16"),
    ("FLAC", "PCM_16"),
    ("MP3", "MPEG_LAYER_III"),
]
HAS_AN_END = [("OGG", "VORBIS"), ("OGG", "OPUS")]


def recording(folder: Path, kind: str, subtype: str) -> Path:
    path = folder / f"sound.{kind.lower()}"
    soundfile.write(path, SOUND, SAMPLE_RATE, format=kind, subtype=subtype)
    return path


def heard(source: AudioSource) -> tuple[float, list[str]]:
    """Seconds of sound, and what is told to be missing."""
    items = list(source.blocks())
    seconds = sum(len(item.samples) for item in items if isinstance(item, Block)) / SAMPLE_RATE
    return seconds, [item.message for item in items if isinstance(item, Damaged)]


def whole(path: Path) -> tuple[float, list[str]]:
    told: list[str] = []
    return read_whole(path, told.append).duration_s, told


@pytest.mark.parametrize(("kind", "subtype"), SAYS_HOW_LONG + HAS_AN_END)
def test_a_recording_that_was_cut_off_is_heard_and_named(
    tmp_path: Path, kind: str, subtype: str
) -> None:
    path = recording(tmp_path, kind, subtype)
    assert whole(path)[1] == heard(open_media(str(path)))[1] == []
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    seconds, (message,) = whole(path)
    assert 1.0 < seconds < 3.0
    end = f"ends after {seconds:.1f} of 4.0" if (kind, subtype) in SAYS_HOW_LONG else "breaks off"
    assert message.startswith(f"The sound of {path} {end}")
    assert heard(FileSource(path, tail_s=0.0)) == (pytest.approx(seconds, abs=0.02), [message])
    assert len(heard(open_media(str(path)))[1]) == 1


@pytest.mark.parametrize("size", [0, 0x7FFF_F000, 0x8000_0000, 0xFFFF_FFFF])
def test_a_file_from_a_pipe_that_knows_no_size_is_whole(tmp_path: Path, size: int) -> None:
    path = recording(tmp_path, "WAV", "PCM_16")
    content = path.read_bytes()
    unknown = size.to_bytes(4, "little")
    path.write_bytes(content[:4] + unknown + content[8:40] + unknown + content[44:])
    assert whole(path) == (SOUND_S, [])
    assert heard(open_media(str(path))) == (SOUND_S, [])


def test_au_from_a_pipe_is_whole(tmp_path: Path) -> None:
    path = recording(tmp_path, "AU", "PCM_16")
    content = path.read_bytes()
    path.write_bytes(content[:8] + b"\xff" * 4 + content[12:])
    assert whole(path) == (SOUND_S, [])


def test_a_recording_of_nothing_with_a_title_is_no_sound(tmp_path: Path) -> None:
    path = recording(tmp_path, "WAV", "PCM_16")
    title = b"LIST" + (12).to_bytes(4, "little") + b"INFOINAMtest"
    head = path.read_bytes()[:40]
    size = (len(head) + 4 + len(title) - 8).to_bytes(4, "little")
    path.write_bytes(head[:4] + size + head[8:] + bytes(4) + title)
    with pytest.raises(AudioError, match="no sound"):
        whole(path)


def test_flac_from_a_pipe_is_whole(tmp_path: Path) -> None:
    path = recording(tmp_path, "FLAC", "PCM_16")
    content = bytearray(path.read_bytes())
    content[21] &= 0xF0  # the last 36 bits before the checksum count the samples
    content[22:26] = bytes(4)
    path.write_bytes(content)
    assert whole(path) == (SOUND_S, [])


def test_mp3_that_counts_nothing_is_never_too_short(tmp_path: Path) -> None:
    path = recording(tmp_path, "MP3", "MPEG_LAYER_III")
    content = bytearray(path.read_bytes()[: path.stat().st_size // 2])
    content[max(content.find(b"Xing"), content.find(b"Info")) + 7] &= 0xFE
    path.write_bytes(content)
    assert heard(FileSource(path))[1] == heard(open_media(str(path)))[1] == []


def test_a_picture_in_front_of_mp3_hides_nothing(tmp_path: Path) -> None:
    path = recording(tmp_path, "MP3", "MPEG_LAYER_III")
    tag = b"ID3\4\0\0" + bytes([0, 0, 0x40, 0]) + bytes(0x40 << 7)
    path.write_bytes(tag + path.read_bytes()[: path.stat().st_size // 2])
    assert "of 4.0 seconds" in whole(path)[1][0]


def test_what_follows_the_sound_may_be_missing(tmp_path: Path) -> None:
    path = recording(tmp_path, "WAV", "PCM_16")
    with path.open("ab") as file:
        file.write(b"LIST" + (1_000).to_bytes(4, "little") + b"half")
    assert whole(path)[1] == []


def test_damaged_flac_is_heard_as_far_as_it_goes(tmp_path: Path) -> None:
    path = recording(tmp_path, "FLAC", "PCM_16")
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 400] = bytes(400)
    path.write_bytes(content)
    seconds, (message,) = whole(path)
    assert 1.0 < seconds < 3.0
    assert "of 4.0 seconds" in message


def test_a_named_pipe_is_read_once(tmp_path: Path) -> None:
    path, pipe = recording(tmp_path, "WAV", "PCM_16"), tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(path.read_bytes(),))
    writer.start()
    assert heard(FileSource(pipe, tail_s=0.0)) == (SOUND_S, [])
    writer.join()


def test_no_sound_at_all_is_no_recording(tmp_path: Path) -> None:
    path = tmp_path / "zeros.wav"
    soundfile.write(path, np.zeros(16, np.float32), SAMPLE_RATE)
    assert whole(path)[1] == []
