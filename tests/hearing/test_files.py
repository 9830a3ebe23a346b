"""Recordings of every kind, good and broken."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.errors import AudioError
from assistant.events import Damaged, Listening
from assistant.hearing.files import FileSource, read_whole
from assistant.hearing.segmenter import UtteranceSegmenter
from assistant.hearing.vad import WebRtcDetector
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats, Utterance
from assistant.settings import HearingSettings
from tests.hearing.sounds import loudest_hertz, silence, tone, vowel


def blocks(source: FileSource) -> list[Block]:
    return [item for item in source.blocks() if isinstance(item, Block)]


def heard(source: FileSource) -> Floats:
    return np.concatenate([block.samples for block in blocks(source)])


def damage(source: FileSource) -> list[str]:
    return [item.message for item in source.blocks() if isinstance(item, Damaged)]


def utterances(path: Path) -> list[Utterance]:
    settings = HearingSettings()
    detector, segmenter = WebRtcDetector(settings), UtteranceSegmenter(settings, str(path))
    found = [
        segmenter.push(block, detector.is_speech(block.samples))
        for block in blocks(FileSource(path))
    ]
    return [one for one in [*found, segmenter.flush()] if one is not None and one.finished]


FORMATS = [
    ("WAV", "PCM_16", 16_000, 1),
    ("WAV", "PCM_U8", 8_000, 1),
    ("WAV", "PCM_16", 44_100, 2),
    ("WAV", "PCM_24", 48_000, 2),
    ("WAV", "PCM_32", 96_000, 1),
    ("WAV", "FLOAT", 22_050, 6),
    ("WAV", "ULAW", 8_000, 1),
    ("FLAC", "PCM_24", 44_100, 1),
    ("OGG", "VORBIS", 48_000, 2),
    ("OGG", "OPUS", 48_000, 1),
    ("MP3", "MPEG_LAYER_III", 44_100, 2),
]


@pytest.mark.parametrize(("kind", "subtype", "rate", "channels"), FORMATS)
def test_every_format_becomes_the_same_sound(
    tmp_path: Path, kind: str, subtype: str, rate: int, channels: int
) -> None:
    path = tmp_path / f"sound.{kind.lower()}"
    wave = np.repeat(tone(1.0, 440, rate)[:, None], channels, axis=1)
    soundfile.write(path, wave, rate, subtype=subtype, format=kind)
    whole = read_whole(path)
    assert whole.samples.dtype == np.float32
    assert whole.source == str(path)
    assert whole.duration_s == pytest.approx(1.0, abs=0.06)  # lossy formats pad
    assert loudest_hertz(whole.samples) == pytest.approx(440, abs=2)
    middle = whole.samples[4_000:12_000]
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.12)


def test_blocks_are_whole_timed_and_followed_by_a_second_of_silence(tmp_path: Path) -> None:
    path = tmp_path / "odd.wav"
    samples = tone(0.5)[:7_777]
    soundfile.write(path, samples, SAMPLE_RATE, subtype="FLOAT")
    found = blocks(FileSource(path))
    assert {block.samples.shape for block in found} == {(BLOCK_SAMPLES,)}
    assert [block.start_s for block in found] == pytest.approx(np.arange(len(found)) * 0.02)
    joined = np.concatenate([block.samples for block in found])
    np.testing.assert_array_equal(joined[:7_777], samples)
    assert not joined[7_777:].any()
    assert len(joined) == 25 * BLOCK_SAMPLES + SAMPLE_RATE


def test_it_says_that_it_listens_before_the_first_block(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, tone(0.1), SAMPLE_RATE)
    first = next(FileSource(path, clock=lambda: 5.0).blocks())
    assert first == Listening(5.0, str(path))


def test_chunks_leave_no_seams(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    soundfile.write(path, tone(3.0, 440, 44_100), 44_100, subtype="FLOAT")
    expected = tone(3.0, 440)
    resampled = heard(FileSource(path, tail_s=0.0))
    assert len(resampled) == len(expected)
    inside = slice(800, 40_000)
    np.testing.assert_allclose(resampled[inside], expected[inside], atol=1e-3)


def test_samples_that_are_not_finite_become_silence(tmp_path: Path) -> None:
    path = tmp_path / "nan.wav"
    samples = tone(0.5)
    samples[100:200] = np.nan
    samples[300] = np.inf
    samples[400] = -40.0
    soundfile.write(path, samples, SAMPLE_RATE, subtype="FLOAT")
    repaired = heard(FileSource(path))
    assert np.isfinite(repaired).all()
    assert not repaired[100:200].any()
    assert repaired[300] == 0
    assert repaired[400] == -1
    np.testing.assert_array_equal(read_whole(path).samples, repaired[:8_000])


def wav_bytes(tmp_path: Path) -> bytes:
    soundfile.write(tmp_path / "good.wav", tone(0.5), SAMPLE_RATE)
    return (tmp_path / "good.wav").read_bytes()


def with_field(header: bytes, at: int, layout: str, value: int) -> bytes:
    return header[:at] + struct.pack(layout, value) + header[at + struct.calcsize(layout) :]


def broken(tmp_path: Path) -> dict[str, tuple[bytes, str]]:
    """Bad files: what is in them, and what their error has to mention."""
    good = wav_bytes(tmp_path)
    return {
        "empty.wav": (b"", "is empty"),
        "text.wav": (b"set a timer for five minutes\n" * 40, "format not recognised"),
        "header-8.wav": (good[:8], "can't be read"),
        "header-20.wav": (good[:20], "can't be read"),
        "header-40.wav": (good[:40], "can't be read"),
        "header-only.wav": (good[:44], "no sound"),
        "half-sample.wav": (good[:45], "no sound"),
        "no-channels.wav": (with_field(good, 22, "<H", 0), "channel count is zero"),
        "no-rate.wav": (with_field(good, 24, "<I", 0), "can't be read"),
        "slow.wav": (with_field(good, 24, "<I", 1), "claims 1 samples a second"),
        "fast.wav": (with_field(good, 24, "<I", 2_000_000_000), "header is damaged"),
        "headerless.raw": (good[44:], "has no header"),
    }


NAMES = [
    "empty.wav", "text.wav", "header-8.wav", "header-20.wav", "header-40.wav", "header-only.wav",
    "half-sample.wav", "no-channels.wav", "no-rate.wav", "slow.wav", "fast.wav", "headerless.raw",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    content, says = broken(tmp_path)[name]
    path = tmp_path / name
    path.write_bytes(content)
    for attempt in (lambda: read_whole(path), lambda: list(FileSource(path).blocks())):
        with pytest.raises(AudioError) as caught:
            attempt()
        message = str(caught.value)
        assert says in message
        assert message.startswith(str(path))
        assert message.endswith(".")
        assert "\n" not in message


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"There is no file .*check the path"):
        read_whole(tmp_path / "gone.wav")
    with pytest.raises(AudioError, match="is a folder"):
        list(FileSource(tmp_path).blocks())


def test_a_file_cut_off_in_its_sound_gives_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    path.write_bytes(wav_bytes(tmp_path)[: 44 + 2 * 4_000])
    assert len(read_whole(path).samples) == 4_000
    assert damage(FileSource(path)) == [
        f"The sound of {path} ends after 0.2 of 0.5 seconds; what is there was heard."
    ]


def test_a_file_shorter_than_a_block_is_one_block(tmp_path: Path) -> None:
    path = tmp_path / "tiny.wav"
    soundfile.write(path, np.full(10, 0.25, np.float32), SAMPLE_RATE, subtype="FLOAT")
    found = blocks(FileSource(path, tail_s=0.0))
    assert len(found) == 1
    assert found[0].samples[:10].tolist() == [0.25] * 10
    assert not found[0].samples[10:].any()


class Watch:
    """A clock that only sleeping moves, and a note of the sleeps."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now_s += seconds


def test_real_time_playing_gives_each_block_when_its_sound_has_passed(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, tone(0.2), SAMPLE_RATE)
    watch = Watch()
    source = FileSource(path, True, 0.0, watch.clock, watch.sleep)
    came = [watch.now_s for item in source.blocks() if isinstance(item, Block)]
    assert came == pytest.approx([100.02 + 0.02 * i for i in range(10)])


def test_real_time_playing_does_not_rush_after_a_long_interruption(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, tone(0.2), SAMPLE_RATE)
    watch = Watch()
    for number, _ in enumerate(FileSource(path, True, 0.0, watch.clock, watch.sleep).blocks()):
        if number == 5:
            watch.now_s += 3.0
    assert len(watch.slept) == 9  # only the block right after the interruption came at once


def test_speech_between_silences_is_found_and_named(tmp_path: Path) -> None:
    path = tmp_path / "speech.wav"
    sound = np.concatenate([silence(1.5), vowel(1.2), silence(1.5), vowel(0.8), silence(0.2)])
    soundfile.write(path, sound, SAMPLE_RATE)
    first, second = utterances(path)
    assert first.source == str(path)
    assert first.start_s < 1.5 < 2.7 < first.end_s < 3.3
    assert second.start_s < 4.2 < 5.0 < second.end_s < 5.6


ONE_HOUR = """
import resource, sys
from assistant.hearing.files import FileSource
from assistant.hearing.segmenter import UtteranceSegmenter
from assistant.hearing.vad import WebRtcDetector
from assistant.records import Block
from assistant.settings import HearingSettings

def peak_kb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

detector, segmenter = WebRtcDetector(HearingSettings()), UtteranceSegmenter(HearingSettings())
count = heard = early_kb = 0
for item in FileSource(sys.argv[1]).blocks():
    if isinstance(item, Block):
        count += 1
        heard += segmenter.push(item, detector.is_speech(item.samples)) is not None
        if count == 500:
            early_kb = peak_kb()
print(count, heard, peak_kb() - early_kb)
"""


def test_an_hour_of_silence_is_read_in_flat_memory_and_yields_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    size = 3_600 * SAMPLE_RATE * 2
    header = with_field(with_field(wav_bytes(tmp_path)[:44], 4, "<I", size + 36), 40, "<I", size)
    with path.open("wb") as file:
        file.write(header)
        file.truncate(44 + size)  # a hole in the file reads as zeros and takes no space
    done = subprocess.run(
        [sys.executable, "-c", ONE_HOUR, str(path)], capture_output=True, text=True, check=True
    )
    count, heard_count, growth_kb = map(int, done.stdout.split())
    assert count == 3_601 * 50
    assert heard_count == 0
    assert growth_kb < 8_000
