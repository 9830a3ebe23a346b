"""Where long sound is cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UsageError
from assistant.recognition.longform.chunks import Chunk, Silences, Strides
from assistant.records import BLOCK_SAMPLES, SAMPLE_RATE, Block, Floats

FRAME = 320


class LoudIsSpeech:
    """A VoiceDetector that takes every block that isn't zero for speech."""

    def is_speech(self, samples: Floats) -> bool:
        return bool(samples.any())

    def reset(self) -> None: ...


def numbered(samples: int) -> Floats:
    """Sound in which each sample tells its own number."""
    return np.arange(1, samples + 1, dtype=np.float32)


def blocks(pattern: Sequence[tuple[bool, int]]) -> list[Block]:
    """So many blocks of speech or silence, one after the other; speech tells its sample numbers."""
    speech = [one for one, count in pattern for _ in range(count)]
    sound = numbered(len(speech) * BLOCK_SAMPLES).reshape(-1, BLOCK_SAMPLES)
    return [
        Block(row * one, number * 0.02)
        for number, (row, one) in enumerate(zip(sound, speech, strict=True))
    ]


def cut(pattern: Sequence[tuple[bool, int]], limits: Silences | None = None) -> list[Chunk]:
    return list((limits or Silences()).cut(blocks(pattern), LoudIsSpeech()))


def counted(chunk: Chunk) -> range:
    return range(chunk.start + chunk.left, chunk.stop)


@given(
    st.integers(0, 9_000),
    st.integers(3, 9),
    st.integers(0, 2),
    st.integers(0, 2),
    st.lists(st.integers(1, 700), min_size=1, max_size=4),
)
def test_strides_count_each_sample_once_and_come_in_order(
    samples: int, length: int, left: int, right: int, pieces: list[int]
) -> None:
    if length <= left + right:
        return
    sound = numbered(samples)
    ends = np.cumsum(np.resize(pieces, samples + 1))
    arrays = [part for part in np.split(sound, ends[ends < samples]) if len(part)]
    strides = Strides(*(n * FRAME / SAMPLE_RATE for n in (length, left, right)))
    chunks = list(strides.cut(arrays, FRAME))
    assert [n for chunk in chunks for n in counted(chunk)] == list(range(samples))
    for chunk in chunks:
        assert chunk.start % FRAME == 0
        assert len(chunk.samples) <= length * FRAME
        assert np.array_equal(chunk.samples, sound[chunk.start : chunk.start + len(chunk.samples)])


def test_strides_that_leave_nothing_are_refused() -> None:
    with pytest.raises(UsageError, match="make the chunk longer"):
        Strides.of(2.0, 1.0)
    with pytest.raises(UsageError, match="make the chunk longer"):
        Strides.of(2.005, 1.0).cut([], FRAME)  # nothing in whole frames


def test_the_default_stride_is_a_sixth() -> None:
    assert Strides.of(6.0) == Strides(6.0, 1.0, 1.0)


def test_silence_is_not_read() -> None:
    assert cut([(False, 50 * 60)]) == []


def test_a_click_is_no_speech() -> None:
    assert cut([(False, 40), (True, 2), (False, 100)]) == []


def test_each_stretch_of_speech_is_a_chunk_with_its_margins() -> None:
    first, second = cut([(False, 100), (True, 50), (False, 80), (True, 30), (False, 100)])
    assert first.start == (100 + 2 - 15) * 320  # speech is established by its third block
    assert first.stop == pytest.approx((150 + 15) * 320, abs=3 * 320)
    assert second.start > first.stop
    assert first.samples.min() == 0.0


def test_a_short_pause_does_not_end_a_chunk() -> None:
    (chunk,) = cut([(True, 50), (False, 30), (True, 50)])
    assert len(chunk.samples) == 130 * 320


def test_long_speech_is_cut_at_its_longest_pause() -> None:
    pattern = [(True, 350), (False, 10), (True, 60), (False, 20), (True, 300)]
    first, second = cut(pattern, Silences(longest_s=12.0))
    assert 420 < first.stop / 320 < 440
    assert (second.start, second.left) == (first.stop, 0)


def test_speech_without_a_pause_is_cut_with_context() -> None:
    chunks = cut([(True, 1_500)])
    assert [n for chunk in chunks for n in counted(chunk)] == list(range(1_500 * 320))
    assert all(chunk.right == 50 * 320 for chunk in chunks[:-1])
    assert all(chunk.left == 50 * 320 for chunk in chunks[1:])


def test_nothing_reaches_over_a_hole() -> None:
    before = blocks([(True, 60)])
    behind = [Block(block.samples, block.start_s + 100) for block in before]
    first, second = Silences().cut([*before, *behind], LoudIsSpeech())
    assert (first.start, second.start) == (0, 100 * SAMPLE_RATE)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 120)), min_size=1, max_size=12))
def test_whatever_is_said_lies_in_exactly_one_chunk(pattern: list[tuple[bool, int]]) -> None:
    limits = Silences(longest_s=1.6, gap_s=0.4, margin_s=0.1, context_s=0.2)
    found = [n for chunk in cut(pattern, limits) for n in counted(chunk)]
    assert found == sorted(set(found))
    at, inside = 0, set(found)
    for speech, count in pattern:
        if speech and count >= 3:
            spoken = range(at * BLOCK_SAMPLES, (at + count) * BLOCK_SAMPLES, BLOCK_SAMPLES)
            assert inside.issuperset(spoken)
        at += count
