"""The segmenter on decision sequences that no microphone has to speak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.hearing.segmenter import UtteranceSegmenter
from assistant.records import BLOCK_SAMPLES, Block, Completeness, Utterance
from assistant.settings import HearingSettings

SETTINGS = HearingSettings()
PRE_ROLL, MIN_SPEECH, END_SILENCE, LONGEST = 15, 10, 35, 750  # SETTINGS in blocks
COMPLETE, OPEN, INCOMPLETE = 13, 25, 60
TAIL = COMPLETE


def block(number: int) -> Block:
    """A block whose samples are its own number, so that order and gaps can be seen."""
    return Block(np.full(BLOCK_SAMPLES, number, np.float32), number * 0.02)


def cut(decisions: Sequence[bool], settings: HearingSettings = SETTINGS) -> list[Utterance]:
    segmenter = UtteranceSegmenter(settings)
    found = [segmenter.push(block(i), speech) for i, speech in enumerate(decisions)]
    return finished([*found, segmenter.flush()])


def finished(found: Iterable[Utterance | None]) -> list[Utterance]:
    return [utterance for utterance in found if utterance and utterance.finished]


class Talk:
    """Pushes runs of silence and speech in turn, and settles every pause alike."""

    def __init__(self, completeness: Completeness, settings: HearingSettings = SETTINGS) -> None:
        self.segmenter = UtteranceSegmenter(settings)
        self.completeness = completeness
        self.pauses: list[Utterance] = []
        self.ended: list[tuple[int, Utterance]] = []
        """With the number of the block that ended each."""

    def push(self, decisions: Sequence[bool]) -> Talk:
        for number, speech in enumerate(decisions):
            found = self.segmenter.push(block(number), speech)
            if found and not found.finished:
                self.pauses.append(found)
                found = self.segmenter.settle(self.completeness)
            if found:
                self.ended.append((number, found))
        return self


def numbers(utterance: Utterance) -> list[int]:
    return [int(n) for n in utterance.samples[::BLOCK_SAMPLES]]


def spoken(*runs: int) -> list[bool]:
    """Runs of silence and speech in turn, beginning with silence."""
    return [i % 2 == 1 for i, run in enumerate(runs) for _ in range(run)]


def voiced_runs(decisions: Sequence[bool]) -> list[range]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(decisions, int), [0]))))
    return [range(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


runs = st.lists(st.integers(1, 60), max_size=14).map(lambda lengths: spoken(*lengths))
noisy = st.lists(st.booleans(), max_size=400)
any_decisions = st.one_of(runs, noisy)
any_settings = st.builds(
    HearingSettings,
    pre_roll_s=st.sampled_from([0.0, 0.1, 0.3, 2.0]),
    min_speech_s=st.sampled_from([0.0, 0.1, 0.2]),
    end_silence_s=st.sampled_from([0.0, 0.06, 0.2, 0.7]),
    max_utterance_s=st.sampled_from([1.0, 3.0, 15.0]),
)


def test_a_sentence_between_silences_becomes_one_utterance_with_pre_roll_and_short_tail() -> None:
    (utterance,) = cut(spoken(100, 50, 100))
    assert numbers(utterance) == list(range(100 - PRE_ROLL, 150 + TAIL))
    assert utterance.start_s == pytest.approx(1.7)
    assert utterance.speech_end_s == pytest.approx(3.0)
    assert not utterance.truncated


def test_the_utterance_comes_when_the_end_silence_is_over() -> None:
    (end,) = Talk("unknown").push(spoken(50, 50, 100)).ended
    assert end[0] == 100 + END_SILENCE - 1


@pytest.mark.parametrize(
    ("completeness", "silence"),
    [
        ("complete", COMPLETE),
        ("open", OPEN),
        ("unknown", END_SILENCE),
        ("incomplete", INCOMPLETE),
    ],
)
def test_what_was_said_decides_how_much_silence_ends_it(
    completeness: Completeness, silence: int
) -> None:
    (end,) = Talk(completeness).push(spoken(50, 50, 100)).ended
    assert end[0] == 100 + silence - 1


def test_an_utterance_is_the_same_at_its_pause_and_at_its_end() -> None:
    talk = Talk("incomplete").push(spoken(50, 50, 100))
    (pause,), ((_, utterance),) = talk.pauses, talk.ended
    assert np.array_equal(pause.samples, utterance.samples)
    assert (pause.start_s, pause.speech_end_s) == (utterance.start_s, utterance.speech_end_s)


def test_a_pause_inside_an_unfinished_command_does_not_cut_it() -> None:
    talk = Talk("incomplete").push(spoken(50, 20, INCOMPLETE - 1, 20, 100))
    assert len(talk.pauses) == 2
    ((_, utterance),) = talk.ended
    assert len(numbers(talk.pauses[0])) < len(numbers(utterance))
    assert set(range(50, 50 + 20 + INCOMPLETE - 1 + 20)) <= set(numbers(utterance))


def test_whoever_goes_on_within_the_shortest_silence_is_not_even_asked_about() -> None:
    talk = Talk("complete").push(spoken(50, 20, COMPLETE - 1, 20, 100))
    assert len(talk.pauses) == len(talk.ended) == 1


def test_each_silence_is_settled_anew() -> None:
    talk = Talk("incomplete").push(spoken(50, 20, INCOMPLETE - 1, 20))
    talk.completeness = "complete"
    decisions = spoken(0, 0, COMPLETE)
    found = [talk.segmenter.push(block(200 + i), speech) for i, speech in enumerate(decisions)]
    assert [utterance.finished for utterance in found if utterance] == [False]
    assert talk.segmenter.settle("complete") is not None


def test_a_click_is_no_pause_to_be_read() -> None:
    assert Talk("complete").push(spoken(50, MIN_SPEECH - 1, 100)).pauses == []


@given(st.deferred(lambda: any_decisions), st.sampled_from(["complete", "open", "incomplete"]))
def test_however_pauses_are_settled_no_voice_is_lost_or_heard_twice(
    decisions: list[bool], completeness: Completeness
) -> None:
    talk = Talk(completeness).push(decisions)
    last = talk.segmenter.flush()
    found = [utterance for _, utterance in talk.ended] + ([last] if last else [])
    seen = [number for utterance in found for number in numbers(utterance)]
    assert seen == sorted(set(seen))
    for run in voiced_runs(decisions):
        if len(run) >= MIN_SPEECH:
            assert set(run) <= set(seen)


def test_speech_from_the_very_first_block_is_kept() -> None:
    (utterance,) = cut(spoken(0, 30, 60))
    assert numbers(utterance)[0] == 0


def test_a_pause_inside_a_sentence_does_not_cut_it() -> None:
    (utterance,) = cut(spoken(50, 20, END_SILENCE - 1, 20, 60))
    assert numbers(utterance)[-1] >= 50 + 20 + END_SILENCE - 1 + 20 - 1


def test_a_click_is_no_utterance_and_stays_in_the_pre_roll_of_what_follows() -> None:
    assert cut(spoken(50, MIN_SPEECH - 1, 100)) == []
    (utterance,) = cut(spoken(50, MIN_SPEECH - 1, END_SILENCE + 3, 30, 60))
    assert numbers(utterance)[0] == 50 + MIN_SPEECH - 1 + END_SILENCE + 3 - PRE_ROLL


def test_stray_blocks_do_not_keep_an_utterance_open() -> None:
    strays = [i % 10 == 0 for i in range(300)]
    segmenter = UtteranceSegmenter(SETTINGS)
    decisions = [*spoken(50, 50), *strays]
    found = [segmenter.push(block(i), speech) for i, speech in enumerate(decisions)]
    (end,) = [i for i, utterance in enumerate(found) if utterance and utterance.finished]
    assert end <= 100 + END_SILENCE + 2


def test_the_hard_maximum_cuts_and_the_rest_begins_the_next() -> None:
    first, second = cut(spoken(50, LONGEST + 100, 100))
    assert first.truncated
    assert not second.truncated
    assert len(numbers(first)) == LONGEST
    assert numbers(second)[0] == numbers(first)[-1] + 1
    assert numbers(second)[-1] == 50 + LONGEST + 100 + TAIL - 1


def test_even_one_voiced_block_after_the_cut_is_kept() -> None:
    first, second = cut(spoken(PRE_ROLL, LONGEST - PRE_ROLL + 1, 100))
    assert LONGEST in numbers(second)
    assert LONGEST not in numbers(first)


def test_silence_after_the_cut_gives_nothing() -> None:
    (only,) = cut(spoken(PRE_ROLL, LONGEST - PRE_ROLL, 100))
    assert only.truncated


def test_flush_gives_what_was_under_way_and_forgets_the_past() -> None:
    segmenter = UtteranceSegmenter(SETTINGS, source="a.wav")
    for i, speech in enumerate(spoken(20, 20)):
        assert segmenter.push(block(i), speech) is None
    utterance = segmenter.flush()
    assert utterance is not None
    assert (utterance.source, numbers(utterance)[-1]) == ("a.wav", 39)
    assert segmenter.flush() is None
    later = [segmenter.push(block(i), speech) for i, speech in enumerate(spoken(0, 20, 60), 40)]
    (after,) = finished(later)
    assert numbers(after)[0] == 40


def test_sound_before_a_hole_is_no_pre_roll() -> None:
    segmenter = UtteranceSegmenter(SETTINGS)
    decisions = spoken(10, 20, 60)
    numbered = [i if i < 5 else i + 500 for i in range(len(decisions))]
    found = [segmenter.push(block(n), s) for n, s in zip(numbered, decisions, strict=True)]
    (utterance,) = finished(found)
    assert numbers(utterance)[0] == 505


@given(any_settings, st.integers(0, 300))
def test_silence_never_yields(settings: HearingSettings, length: int) -> None:
    assert cut([False] * length, settings) == []


@given(st.integers(3, 20), st.integers(1, 300))
def test_lone_blocks_never_yield(distance: int, length: int) -> None:
    assert cut([i % distance == 0 for i in range(length)]) == []


@given(any_decisions, any_settings)
def test_utterances_are_whole_in_order_and_never_overlap(
    decisions: list[bool], settings: HearingSettings
) -> None:
    seen = [number for utterance in cut(decisions, settings) for number in numbers(utterance)]
    assert seen == sorted(set(seen))
    for utterance in cut(decisions, settings):
        inside = numbers(utterance)
        assert inside == list(range(inside[0], inside[-1] + 1))
        assert utterance.start_s == pytest.approx(inside[0] * 0.02)


@given(any_decisions, any_settings)
def test_no_utterance_is_longer_than_the_maximum(
    decisions: list[bool], settings: HearingSettings
) -> None:
    for utterance in cut(decisions, settings):
        assert utterance.duration_s <= settings.max_utterance_s
        if utterance.truncated:
            assert utterance.duration_s == pytest.approx(settings.max_utterance_s)


@given(any_decisions, any_settings)
def test_a_long_enough_voiced_stretch_is_inside_exactly_one_utterance(
    decisions: list[bool], settings: HearingSettings
) -> None:
    found = cut(decisions, settings)
    cuts = {numbers(utterance)[-1] for utterance in found if utterance.truncated}
    least = max(3, round(settings.min_speech_s / 0.02))
    for run in voiced_runs(decisions):
        if len(run) >= least and not cuts & set(range(run[0], run[-1])):
            holding = [u for u in found if set(run) & set(numbers(u))]
            assert len(holding) == 1
            assert set(run) <= set(numbers(holding[0]))


@given(st.integers(1, 900), st.integers(0, 40))
def test_a_cut_loses_no_voiced_block(extra: int, before: int) -> None:
    decisions = spoken(before, LONGEST + extra, 60)
    seen = {number for utterance in cut(decisions) for number in numbers(utterance)}
    assert set(range(before, before + LONGEST + extra)) <= seen


@given(any_decisions, any_settings)
def test_the_pre_roll_is_there_unless_the_utterance_before_has_it(
    decisions: list[bool], settings: HearingSettings
) -> None:
    pre_roll = min(round(settings.pre_roll_s / 0.02), round(settings.max_utterance_s / 0.02) - 6)
    least = max(3, round(settings.min_speech_s / 0.02))
    stretches = [run for run in voiced_runs(decisions) if len(run) >= least]
    free, cut_before = 0, False
    for utterance in cut(decisions, settings):
        inside = numbers(utterance)
        first = next((run[0] for run in stretches if run[0] in inside), None)
        if first is not None and not cut_before:
            assert inside[0] <= max(free, first - pre_roll)
        free, cut_before = inside[-1] + 1, utterance.truncated


@given(any_decisions)
def test_the_speech_end_is_the_end_of_a_voiced_block_inside(decisions: list[bool]) -> None:
    for utterance in cut(decisions):
        assert utterance.speech_end_s is not None
        last = round(utterance.speech_end_s / 0.02) - 1
        assert last in numbers(utterance)
        assert decisions[last]
