"""Beam search against adding up every path by hand, and what it says about words."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.ports import Decoder
from assistant.recognition.greedy import GreedyDecoder, collapse
from assistant.recognition.language.ngram import NgramModel, nothing_known
from assistant.recognition.words import BeamDecoder, text
from assistant.records import Emissions, Vocabulary
from assistant.settings import DecodingSettings
from tests.recognition.language.models import log_prob, model

TINY = Vocabulary(("<pad>", "|", "a", "b", "<unk>"), 0, 1, frozenset({0, 4}))
EVERYTHING = {"width": 10_000, "score_range": math.inf, "column_range": math.inf}


def emissions(rows: list[list[float]], vocabulary: Vocabulary = TINY) -> Emissions:
    """Of weights for each column."""
    log_probs = np.log(np.array(rows) / np.sum(rows, axis=1, keepdims=True))
    return Emissions(log_probs.astype(np.float32), vocabulary, 0.02)


ROWS = st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=1, max_size=4).map(
    emissions
)


def every_text(heard: Emissions) -> dict[str, float]:
    """The log-probability of each text: the sum over all paths that read so."""
    vocabulary, sums = heard.vocabulary, {}
    for path in itertools.product(range(len(vocabulary.tokens)), repeat=len(heard.log_probs)):
        silent = [vocabulary.blank if column in vocabulary.special else column for column in path]
        runs = collapse(silent, vocabulary.blank)
        letters = ["|ab"[run.column - 1] for run in runs]
        read = " ".join("".join(letters).replace("|", " ").split())
        chance = math.exp(sum(heard.log_probs[range(len(path)), path]))
        sums[read] = sums.get(read, 0.0) + chance
    return {read: math.log(chance) for read, chance in sums.items()}


def expected(heard: Emissions, lm: NgramModel, settings: DecodingSettings) -> dict[str, float]:
    """The score of each text as its formula says."""
    scores = {}
    for read, acoustic in every_text(heard).items():
        words = read.split()
        known = [word in lm.numbers for word in words]
        if settings.words == "known" and not all(known):
            continue
        bonus = settings.word_bonus * len(words)
        bonus += settings.unknown_bonus * known.count(False)
        bonus += sum(settings.bonuses.get(word, 0.0) for word in words)
        scores[read] = acoustic + settings.weight * log_prob(lm, words) + bonus
    return scores


@pytest.mark.parametrize("words", ["any", "known"])
@given(heard=ROWS, weight=st.floats(0, 2), bonus=st.floats(-2, 2), hot=st.floats(-3, 3))
def test_every_text_has_the_score_of_its_formula(
    words: str, heard: Emissions, weight: float, bonus: float, hot: float
) -> None:
    settings = DecodingSettings(
        weight=weight,
        word_bonus=bonus,
        unknown_bonus=-1.0,
        words=words,  # type: ignore[arg-type]
        hotwords=(f"ba={hot}",),
        **EVERYTHING,  # type: ignore[arg-type]
    )
    found = BeamDecoder(model(), settings).hypotheses(heard, 10_000)
    scores = {text(one, TINY): one.score for one in found}
    assert scores == pytest.approx(expected(heard, model(), settings), abs=1e-3)
    assert [one.score for one in found] == sorted(scores.values(), reverse=True)


@given(heard=ROWS)
def test_without_a_model_it_is_the_probability_of_the_text(heard: Emissions) -> None:
    settings = DecodingSettings(word_bonus=0, unknown_bonus=0, **EVERYTHING)  # type: ignore[arg-type]
    found = BeamDecoder(nothing_known(), settings).hypotheses(heard, 10_000)
    scores = {text(one, TINY): one.acoustic for one in found}
    assert scores == pytest.approx(every_text(heard), abs=1e-3)


@given(heard=ROWS)
def test_a_narrow_search_keeps_its_promises(heard: Emissions) -> None:
    settings = DecodingSettings(width=2, words="known")
    decoder: Decoder = BeamDecoder(model(), settings)
    found = decoder.decode(heard)
    assert [word.text for word in found.words] == found.text.split()
    assert set(found.text.split()) <= {"a", "b", "ba"}
    assert 0 <= found.confidence <= 1
    times = [time for word in found.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert not times or times[-1] <= 0.02 * len(heard.log_probs) + 1e-9


def path(letters: str, vocabulary: Vocabulary = TINY, sure: float = 0.9) -> Emissions:
    """Emissions whose best symbols are these; `_` is the blank."""
    width = len(vocabulary.tokens)
    rows = np.full((len(letters), width), (1 - sure) / (width - 1))
    columns = [vocabulary.tokens.index(c) if c != "_" else vocabulary.blank for c in letters]
    rows[range(len(letters)), columns] = sure
    return emissions(rows.tolist(), vocabulary)


def test_clear_speech_reads_as_the_greedy_decoder_does() -> None:
    heard = path("__aab_||_ba__a_")
    settings = DecodingSettings(word_bonus=0, unknown_bonus=0)
    greedy, beam = (
        GreedyDecoder().decode(heard),
        BeamDecoder(nothing_known(), settings).decode(heard),
    )
    assert beam.text == greedy.text == "ab baa"
    for one, other in zip(beam.words, greedy.words, strict=True):
        assert (one.start_s, one.end_s) == pytest.approx((other.start_s, other.end_s))
        assert one.confidence == pytest.approx(other.confidence)


def test_the_model_settles_what_the_sound_leaves_open() -> None:
    rows = [[0.02, 0.02, 0.02, 0.9, 0.04], [0.02, 0.9, 0.02, 0.02, 0.04]]
    rows += [[0.02, 0.02, 0.46, 0.48, 0.02]]
    assert GreedyDecoder().decode(emissions(rows)).text == "b b"
    assert BeamDecoder(model(), DecodingSettings()).decode(emissions(rows)).text == "b a"


def test_a_hotword_is_heard_though_no_model_knows_it() -> None:
    rows = path("_a_").log_probs.copy()
    rows[2] = np.log([0.5, 0.05, 0.05, 0.35, 0.05])
    heard = Emissions(rows, TINY, 0.02)
    plain = DecodingSettings(words="known")
    hot = DecodingSettings(words="known", hotwords=("ab=12",))
    assert BeamDecoder(model(), plain).decode(heard).text == "a"
    assert BeamDecoder(model(), hot).decode(heard).text == "ab"


def test_an_incomplete_word_counts_as_what_it_may_become() -> None:
    """The search follows one prefix: without the hotword's share it would be the wrong one."""
    rows = [[0.02, 0.02, 0.55, 0.39, 0.02], [0.9, 0.02, 0.02, 0.04, 0.02]]
    heard = emissions([*rows, [0.3, 0.02, 0.02, 0.64, 0.02]])
    plain = DecodingSettings(words="known", width=1)
    hot = DecodingSettings(words="known", width=1, hotwords=("bb=12",))
    assert BeamDecoder(model(), plain).decode(heard).text == "a"
    assert BeamDecoder(model(), hot).decode(heard).text == "bb"


def test_the_models_capitals_do_not_matter() -> None:
    capitals = Vocabulary(("<pad>", "|", "A", "B"), 0, 1, frozenset({0}))
    settings = DecodingSettings(words="known", hotwords=("BA=1",))
    heard = path("B|A|B_A", capitals, sure=0.999)
    assert BeamDecoder(model(), settings).decode(heard).text == "B A BA"


def test_an_utterance_that_ends_inside_a_word_keeps_the_words_before() -> None:
    lm = model("\\data\\\n\\1-grams:\n-1 <unk>\n-99 <s>\n-1 </s>\n-1 a\n-1 bab\n\\end\\")
    decoder = BeamDecoder(lm, DecodingSettings(words="known", width=1, score_range=1))
    assert decoder.decode(path("_a_|_b", sure=0.99)).text == "a"


def test_nothing_heard_is_no_text() -> None:
    decoder = BeamDecoder(model(), DecodingSettings())
    nothing = Emissions(np.zeros((0, 5), np.float32), TINY, 0.02)
    for heard in (path("____", sure=0.99), path("|_|_", sure=0.99), nothing):
        assert decoder.decode(heard).text == ""
        assert decoder.decode(heard).confidence == 0


def test_a_recognition_model_without_words_is_refused() -> None:
    unparted = Vocabulary(("<pad>", "日", "本"), 0, None)
    with pytest.raises(ModelError, match="doesn't part words"):
        BeamDecoder(model(), DecodingSettings()).decode(path("日_本", unparted))


def test_letters_that_the_recogniser_lacks_make_a_word_unreadable() -> None:
    lm = model("\\data\\\n\\1-grams:\n-1 <unk>\n-99 <s>\n-1 </s>\n-1 a\n-1 añb\n\\end\\")
    assert BeamDecoder(lm, DecodingSettings(words="known")).decode(path("_a_|_a_b")).text == "a a"
