"""Recordings as bytes: every kind, and what is none."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.errors import AudioError
from assistant.hearing.received import TooLongError, read_bytes
from assistant.records import SAMPLE_RATE, Floats
from tests.hearing.media_files import Track, write


def encoded(kind: str, seconds: float = 1.0, rate: int = SAMPLE_RATE) -> bytes:
    file = io.BytesIO()
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate)
    soundfile.write(file, tone, rate, format=kind)
    return file.getvalue()


def level(heard: Floats) -> float:
    """Root mean square; that of the tone is 0.3 / √2."""
    return float(np.sqrt(np.mean(heard**2)))


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_files_that_libsndfile_reads(kind: str) -> None:
    heard = read_bytes(encoded(kind, rate=44_100), longest_s=2.0)
    assert heard.dtype == np.float32
    assert len(heard) / SAMPLE_RATE == pytest.approx(1.0, abs=0.1)
    assert level(heard) == pytest.approx(0.21, abs=0.03)


@pytest.mark.parametrize(("ending", "codec"), [("m4a", "aac"), ("webm", "libopus")])
def test_files_that_ffmpeg_reads(tmp_path: Path, ending: str, codec: str) -> None:
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000).astype(np.float32)
    write(tmp_path / f"tone.{ending}", Track([(0.0, tone)], codec, 48_000))
    heard = read_bytes((tmp_path / f"tone.{ending}").read_bytes(), longest_s=2.0)
    assert len(heard) / SAMPLE_RATE == pytest.approx(1.0, abs=0.1)
    assert level(heard) == pytest.approx(0.21, abs=0.03)


@pytest.mark.parametrize("content", [b"", b"hello", b"RIFF\0\0\0\0WAVE", encoded("FLAC")[:30]])
def test_what_is_no_sound_is_said_without_its_hiding_place(content: bytes) -> None:
    with pytest.raises(AudioError, match="recording") as refused:
        read_bytes(content, longest_s=2.0)
    assert "/" not in str(refused.value)


def test_a_header_without_sound_is_told_as_that() -> None:
    with pytest.raises(AudioError, match="The recording has a header but no sound"):
        read_bytes(encoded("WAV", seconds=0.0), longest_s=2.0)


def test_a_recorder_that_died_before_it_wrote_the_size_costs_nothing() -> None:
    whole = encoded("WAV")
    unsized = whole[:4] + (36).to_bytes(4, "little") + whole[8:40] + bytes(4) + whole[44:]
    assert np.array_equal(read_bytes(unsized, longest_s=2.0), read_bytes(whole, longest_s=2.0))


def test_a_list_of_other_files_is_no_recording() -> None:
    """FFmpeg would open this one until there are no more file descriptors."""
    with pytest.raises(AudioError, match="can't be read") as refused:
        read_bytes(b"ffconcat version 1.0\nfile recording\n", longest_s=2.0)
    assert "too many open files" not in str(refused.value)


def test_hours_in_a_small_file_are_not_read() -> None:
    with pytest.raises(TooLongError, match="longer than 2 s"):
        read_bytes(encoded("FLAC", seconds=60.0), longest_s=2.0)
