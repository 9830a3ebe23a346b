"""Forced alignment against trying every path, and over long texts."""

from __future__ import annotations

import itertools
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.recognition.align import align, align_words
from assistant.recognition.greedy import Run, collapse
from assistant.records import Emissions, Vocabulary
from tests.recognition.test_greedy import emit

LETTERS = Vocabulary(("<pad>", "|", *"abcdefghijklmnopqrstuvwxyz'"), 0, 1, frozenset({0}))


@given(
    frames=st.integers(1, 6),
    columns=st.lists(st.integers(1, 2), max_size=4),
    seed=st.integers(0, 999),
)
def test_the_best_of_all_paths_is_found(frames: int, columns: list[int], seed: int) -> None:
    log_probs = np.log(np.random.default_rng(seed).dirichlet(np.ones(3), frames))
    paths = [
        path
        for path in itertools.product(range(3), repeat=frames)
        if [run.column for run in collapse(path, 0)] == columns
    ]
    runs = align(log_probs, columns, 0)
    if not paths:
        assert runs == []
        return
    best = max(paths, key=lambda path: log_probs[range(frames), path].sum())
    assert runs == collapse(best, 0)


def spoken(letters: int, seed: int, gap: int = 4) -> tuple[np.ndarray, list[int], list[Run]]:
    """Emissions in which the columns of a random text are said at known frames, noise elsewhere."""
    draw = np.random.default_rng(seed)
    columns = draw.integers(1, 12, letters).tolist()
    starts = np.cumsum(draw.integers(2, 2 * gap, letters))
    logits = draw.normal(0, 1.5, (int(starts[-1]) + 5, 12))
    logits[:, 0] += 4
    logits[starts] -= 20 * (np.arange(12) == 0)
    logits[starts, columns] += 12
    logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return (
        logits,
        columns,
        [Run(c, int(s), int(s) + 1) for c, s in zip(columns, starts, strict=True)],
    )


@settings(max_examples=10)
@given(seed=st.integers(0, 99), window=st.sampled_from([64, 100]))
def test_a_text_longer_than_the_window_is_followed(seed: int, window: int) -> None:
    log_probs, columns, truth = spoken(200, seed)
    exact = align(log_probs, columns, 0)
    off = [abs(run.start - true.start) for run, true in zip(exact, truth, strict=True)]
    assert np.percentile(off, 95) <= 1
    assert align(log_probs, columns, 0, window) == exact


def test_memory_grows_with_the_recording_and_not_with_the_text() -> None:
    log_probs, columns, _ = spoken(600, 1)
    tracemalloc.start()
    align(log_probs, columns, 0, window=64)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < len(log_probs) * 12 * 8, "no more than the emissions themselves"


@pytest.mark.parametrize("window", [4, 4096])
def test_a_text_that_does_not_fit_has_no_place(window: int) -> None:
    log_probs, columns, _ = spoken(30, 2)
    assert align(log_probs[:20], columns, 0, window) == []


def heard(path: str) -> Emissions:
    return emit(path, vocabulary=LETTERS)


def test_words_have_the_times_of_how_they_are_spoken() -> None:
    emissions = heard("__tt_en|__|_f_i_ve____")
    words = align_words(emissions, [("10,", "ten"), ("–", ""), ("5", "five")])
    assert [word.text for word in words] == ["10,", "5"]
    times = [time for word in words for time in (word.start_s, word.end_s)]
    assert times == pytest.approx([0.04, 0.14, 0.24, 0.36])
    assert all(word.confidence == pytest.approx(0.9) for word in words)


def test_a_word_may_be_spoken_as_several() -> None:
    (word, other) = align_words(heard("_a_|_b_|_c_"), [("AB", "a b"), ("c", "c")])
    assert (word.text, other.text) == ("AB", "c")
    assert (word.start_s, word.end_s) == pytest.approx((0.02, 0.12))


def test_letters_that_the_model_lacks_are_passed_over() -> None:
    (word,) = align_words(heard("_a_b_"), [("açb", "açb"), ("日本", "日本")])
    assert (word.text, word.start_s) == ("açb", pytest.approx(0.02))


def test_a_model_without_word_delimiter_is_aligned_too() -> None:
    unparted = Vocabulary(("<pad>", "日", "本"), 0, None)
    words = align_words(emit([0, 1, 0, 2, 0], vocabulary=unparted), [("日", "日"), ("本", "本")])
    assert [(word.text, round(word.start_s, 2)) for word in words] == [("日", 0.02), ("本", 0.06)]


@given(
    words=st.lists(st.text("abcdefg", min_size=1, max_size=5), min_size=1, max_size=5),
    silences=st.lists(st.integers(2, 40), min_size=6, max_size=6),
)
def test_no_word_lies_over_silence_or_over_another(words: list[str], silences: list[int]) -> None:
    """Each letter is said in one frame and parted from the next by a blank."""
    said, frames = "_" * silences[0], []
    for word, silence in zip(words, silences[1:], strict=False):
        frames.append((len(said), len(said) + 2 * len(word) - 1))
        said += "_".join(word) + "_" * (silence // 2) + "|" + "_" * silence
    placed = align_words(heard(said), [(word, word) for word in words])
    times = [(word.start_s, word.end_s) for word in placed]
    assert times == [pytest.approx((start * 0.02, stop * 0.02)) for start, stop in frames]


@given(seed=st.integers(0, 999), text=st.text("ab ", min_size=1, max_size=12))
def test_whatever_is_heard_words_stay_in_order_and_within_the_sound(seed: int, text: str) -> None:
    log_probs = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(LETTERS.tokens)), 30))
    emissions = Emissions(log_probs.astype(np.float32), LETTERS, 0.02)
    placed = align_words(emissions, [(word, word) for word in text.split()])
    times = [time for word in placed for time in (word.start_s, word.end_s)]
    assert [word.text for word in placed] == text.split()
    assert times == sorted(times)
    assert all(0 <= time <= 30 * 0.02 + 1e-9 for time in times)
