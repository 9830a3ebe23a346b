"""The rules of captions, over words at any times."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.captions.cues import make_cues
from assistant.records import Cue, Word
from assistant.settings import CaptionSettings

STYLE = CaptionSettings()


def timed(text: str, rate_s: float = 0.35, pauses: dict[str, float] | None = None) -> list[Word]:
    """The words of a text, each `rate_s` long, with silence behind those named in `pauses`."""
    words, at_s = [], 0.0
    for each in text.split():
        words.append(Word(each, at_s, at_s + rate_s - 0.02, 0.9))
        at_s += rate_s + (pauses or {}).get(each, 0.0)
    return words


def texts(cues: list[Cue]) -> list[str]:
    return ["/".join(cue.lines) for cue in cues]


@st.composite
def speech(draw: st.DrawFn, least_s: float = 0.0, most_letters: int = 60) -> list[Word]:
    """Words one after the other, anything between them; at least `least_s` for each letter."""
    letters = st.text("abc.,?é字", min_size=1, max_size=most_letters)
    words, at_s = [], draw(st.floats(0, 100))
    for text in draw(st.lists(letters, max_size=40)):
        length_s = least_s * (len(text) + 1) + draw(st.floats(0, 1))
        words.append(Word(text, at_s, at_s + length_s, 0.5))
        at_s += length_s + draw(st.sampled_from([0.0, 0.1, 0.6, 3.0]))
    return words


@given(words=speech())
def test_all_words_are_shown_once_and_whole(words: list[Word]) -> None:
    cues = make_cues(words)
    assert [word for cue in cues for word in cue.words] == words
    for cue in cues:
        assert " ".join(cue.lines) == " ".join(word.text for word in cue.words)


@given(words=speech())
def test_lines_are_short_and_few(words: list[Word]) -> None:
    for cue in make_cues(words):
        assert 1 <= len(cue.lines) <= STYLE.lines
        for line in cue.lines:
            assert len(line) <= STYLE.line_chars or " " not in line


@given(words=speech(), duration_s=st.just(math.inf) | st.floats(1, 200))
def test_captions_follow_one_another_within_the_recording(
    words: list[Word], duration_s: float
) -> None:
    cues = make_cues(words, duration_s=duration_s)
    assert all(0 <= cue.start_s < cue.end_s for cue in cues)
    assert all(before.end_s <= behind.start_s for before, behind in pairwise(cues))
    if words and words[-1].end_s <= duration_s:
        assert cues[-1].end_s <= duration_s


@given(words=speech())
def test_none_stays_longer_than_it_may(words: list[Word]) -> None:
    assert all(cue.end_s - cue.start_s <= STYLE.max_s + 1e-6 for cue in make_cues(words))


@given(words=speech(least_s=0.06, most_letters=12))
def test_where_people_speak_at_a_readable_rate_all_can_be_read(words: list[Word]) -> None:
    """16 letters a second: slower than the 20 that one can read."""
    for cue in make_cues(words):
        shown_s = cue.end_s - cue.start_s + STYLE.gap_s
        assert len(" ".join(cue.lines)) / shown_s <= STYLE.chars_per_s + 0.1


@given(words=speech())
def test_what_is_too_short_to_read_stays_until_the_next(words: list[Word]) -> None:
    cues = make_cues(words)
    for cue, following in pairwise(cues):
        letters = len(" ".join(cue.lines))
        wanted_s = min(STYLE.max_s, max(STYLE.min_s, letters / STYLE.chars_per_s))
        if cue.end_s - cue.start_s < wanted_s - 0.002:
            assert following.start_s - cue.end_s <= STYLE.gap_s + 0.002


@given(words=speech())
def test_silence_music_and_noise_have_no_caption(words: list[Word]) -> None:
    for cue in make_cues(words):
        assert all(
            behind.start_s - before.end_s <= STYLE.pause_s for before, behind in pairwise(cue.words)
        )
        letters = len(" ".join(cue.lines))
        readable_s = cue.start_s + max(STYLE.min_s, letters / STYLE.chars_per_s)
        assert cue.end_s <= max(cue.words[-1].end_s, readable_s, cue.start_s + 0.001) + 1e-6


@given(words=speech(), names=st.lists(st.sampled_from(["Ann", "Ben"]), min_size=40, max_size=40))
def test_a_caption_has_one_speaker(words: list[Word], names: list[str]) -> None:
    cues = make_cues(words, speakers=names[: len(words)])
    said = [(word, cue.speaker) for cue in cues for word in cue.words]
    assert said == list(zip(words, names, strict=False))


@given(words=speech(), chars=st.integers(5, 60), lines=st.integers(1, 3))
def test_the_settings_are_kept(words: list[Word], chars: int, lines: int) -> None:
    for cue in make_cues(words, CaptionSettings(line_chars=chars, lines=lines)):
        assert len(cue.lines) <= lines
        assert all(len(line) <= chars or " " not in line for line in cue.lines)


def test_captions_end_where_sentences_do() -> None:
    words = timed("I saw the old house on the hill. It was empty, and nobody had lived there. Why?")
    assert texts(make_cues(words)) == [
        "I saw the old house on the hill.",
        "It was empty, and nobody had lived there.",
        "Why?",
    ]


def test_captions_end_at_pauses_where_nothing_is_written() -> None:
    words = timed(
        "i saw the old house on the hill it was empty and nobody had lived there for a long time",
        pauses={"hill": 0.7},
    )
    assert texts(make_cues(words)) == [
        "i saw the old house on the hill",
        "it was empty/and nobody had lived there for a long time",
    ]


def test_lines_end_between_groups_of_words() -> None:
    (cue,) = make_cues(timed("he would have told everybody in the house that she came", 0.3))
    assert cue.lines == ("he would have told everybody in the house", "that she came")


def test_a_caption_stays_as_long_as_it_takes_to_read() -> None:
    cues = make_cues(timed("Yes. Certainly not before noon.", 0.15, pauses={"Yes.": 4.0}))
    assert [(cue.start_s, round(cue.end_s, 3)) for cue in cues] == [(0.0, 1.0), (4.15, 5.45)]


def test_blank_words_are_left_out_and_none_make_none() -> None:
    assert make_cues([]) == make_cues([Word(" \n", 0, 1, 1.0)]) == []


def test_a_word_that_is_said_for_too_long_is_shown_as_long_as_allowed() -> None:
    (cue,) = make_cues([Word("Goal", 2.0, 20.0, 0.9)])
    assert (cue.start_s, cue.end_s) == (2.0, 9.0)
