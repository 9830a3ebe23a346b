"""Greedy CTC decoding against a reference of its own, and what it says about words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ports import Decoder
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions, Vocabulary

TOKENS = ("<pad>", "<unk>", "|", "a", "b", "'", "É")
VOCABULARY = Vocabulary(TOKENS, blank=0, word_delimiter=2, special=frozenset({0, 1}))


def emit(
    path: str | list[int], sure: float | list[float] = 0.9, vocabulary: Vocabulary = VOCABULARY
) -> Emissions:
    """Emissions whose best symbols are `path`: columns, or letters with `_` for the blank."""
    if isinstance(path, str):
        path = [vocabulary.tokens.index(letter) if letter != "_" else 0 for letter in path]
    width = len(vocabulary.tokens)
    best = np.broadcast_to(np.asarray(sure, np.float32), len(path))
    probs = np.repeat(((1 - best) / (width - 1))[:, None], width, axis=1)
    probs[np.arange(len(path)), path] = best
    return Emissions(np.log(probs).astype(np.float32), vocabulary, frame_s=0.02)


def reference(path: list[int], vocabulary: Vocabulary, *, keep_special: bool) -> str:
    """CTC's reading frame by frame: a symbol counts where the frame before had another one."""
    text = ""
    for before, column in zip([-1, *path], path, strict=False):
        dropped = column in vocabulary.special and not keep_special
        if column == before or column == vocabulary.blank or dropped:
            continue
        text += " " if column == vocabulary.word_delimiter else vocabulary.tokens[column]
    return text.strip()


PATHS = st.lists(st.integers(0, len(TOKENS) - 1), max_size=40)


@given(path=PATHS, keep_special=st.booleans())
def test_any_path_reads_as_the_reference_does(path: list[int], keep_special: bool) -> None:
    decoder: Decoder = GreedyDecoder(keep_special=keep_special)
    found = decoder.decode(emit(path))
    assert found.text == reference(path, VOCABULARY, keep_special=keep_special)
    assert [word.text for word in found.words] == found.text.split()


@given(path=PATHS)
def test_words_are_in_order_and_inside_the_utterance(path: list[int]) -> None:
    words = GreedyDecoder().decode(emit(path)).words
    times = [time for word in words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert all(word.start_s < word.end_s for word in words)
    assert not times or times[-1] <= len(path) * 0.02 + 1e-9


@given(path=PATHS, seed=st.integers(0, 99))
def test_confidence_is_a_probability(path: list[int], seed: int) -> None:
    sure = np.random.default_rng(seed).uniform(0.3, 1, len(path)).tolist()
    found = GreedyDecoder().decode(emit(path, sure))
    assert 0 <= found.confidence <= 1
    assert all(0.3 <= word.confidence <= 1.0001 for word in found.words)


def test_words_know_their_frames() -> None:
    found = GreedyDecoder().decode(emit("__aab_||_ba_'__"))
    assert found.text == "ab ba'"
    first, second = found.words
    assert (first.start_s, first.end_s) == pytest.approx((0.04, 0.10))
    assert (second.start_s, second.end_s) == pytest.approx((0.18, 0.26))


def test_confidence_is_the_mean_over_the_letters_frames() -> None:
    found = GreedyDecoder().decode(emit("_aa|_b", [0.99, 0.6, 0.8, 0.99, 0.99, 0.5]))
    assert [word.confidence for word in found.words] == pytest.approx([0.7, 0.5])
    assert found.confidence == pytest.approx((0.6 + 0.8 + 0.5) / 3)


def test_equal_letters_need_a_blank_between() -> None:
    assert GreedyDecoder().decode(emit("aa_ab")).text == "aab"


@pytest.mark.parametrize("path", ["", "____", "__||__"])
def test_nothing_was_said(path: str) -> None:
    found = GreedyDecoder().decode(emit(path))
    assert (found.text, found.words, found.confidence) == ("", (), 0.0)


def test_a_special_symbol_inside_a_word() -> None:
    path = [3, 1, 4]
    assert GreedyDecoder().decode(emit(path)).text == "ab"
    assert GreedyDecoder(keep_special=True).decode(emit(path)).text == "a<unk>b"


def test_the_case_is_the_models_own_unless_its_tokenizer_lowers() -> None:
    lower = Vocabulary(TOKENS, 0, 2, frozenset({0, 1}), lower_case=True)
    assert GreedyDecoder().decode(emit("Éa")).text == "Éa"
    found = GreedyDecoder().decode(emit("Éa", vocabulary=lower))
    assert (found.text, found.words[0].text) == ("éa", "éa")


def test_gaps_are_closed_where_the_tokenizer_does_so() -> None:
    tokens = ("<pad>", "|", *"abents'.?!,")
    plain = Vocabulary(tokens, 0, 1)
    cleaned = Vocabulary(tokens, 0, 1, clean_up=True)
    path = "ab|'s|ten|,|as|n't|a|'|b|."
    assert GreedyDecoder().decode(emit(path, vocabulary=plain)).text == path.replace("|", " ")
    assert GreedyDecoder().decode(emit(path, vocabulary=cleaned)).text == "ab's ten, asn't a'b."


def test_a_model_without_word_delimiter_gives_one_word() -> None:
    vocabulary = Vocabulary(("<pad>", "日", "本"), 0, None)
    found = GreedyDecoder().decode(emit([1, 0, 2], vocabulary=vocabulary))
    assert [word.text for word in found.words] == ["日本"]
