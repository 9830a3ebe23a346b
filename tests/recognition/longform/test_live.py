"""Words of a stream while it is spoken."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from assistant.hearing.resample import blocks_of
from assistant.hearing.vad import WebRtcDetector
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.greedy import GreedyDecoder
from assistant.recognition.longform.live import Limits, LiveReader, Update
from assistant.records import SAMPLE_RATE, Emissions, Floats, Word
from assistant.settings import HearingSettings, RecognitionSettings
from tests.tiny_model import make_tiny_model, speak

SENTENCES = ("the boat left the harbour at dawn", "nobody waved", "it came back in the evening")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> OnnxAcousticModel:
    folder = make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))


@pytest.fixture(scope="module")
def sound() -> Floats:
    pause = np.zeros(SAMPLE_RATE, np.float32)
    return np.concatenate([part for text in SENTENCES for part in (pause, speak(text))] + [pause])


def updates(
    model: object,
    sound: Floats,
    limits: Limits | None = None,
    clock: Callable[[], float] = lambda: 0.0,
) -> list[Update]:
    detector = WebRtcDetector(HearingSettings())
    reader = LiveReader(model, GreedyDecoder(), detector, limits, clock)  # type: ignore[arg-type]
    found = [reader.push(block) for block in blocks_of([sound], SAMPLE_RATE, tail_s=0.0)]
    return [update for update in [*found, reader.end()] if update]


def settled(found: list[Update]) -> list[Word]:
    return [word for update in found for word in update.settled]


@pytest.mark.parametrize("longest_s", [6.0, 2.0])
def test_everything_settles_once_and_in_order(
    model: OnnxAcousticModel, sound: Floats, longest_s: float
) -> None:
    limits = Limits(longest_s=longest_s, context_s=longest_s / 6)
    words = settled(updates(model, sound, limits))
    assert [word.text for word in words] == " ".join(SENTENCES).split()
    assert all(one.end_s <= other.start_s for one, other in pairwise(words))


def test_a_word_is_shown_within_half_a_second_and_settles_before_the_pause(
    model: OnnxAcousticModel, sound: Floats
) -> None:
    found = updates(model, sound)
    for word in settled(found):
        shown_s = next(
            update.heard_s
            for update in found
            for each in (*update.settled, *update.partial)
            if each.text == word.text and abs(each.start_s - word.start_s) < 0.2
        )
        assert shown_s - word.end_s <= 0.5
    early = [update for update in found if update.settled and not update.pause]
    assert len(settled(early)) > len(settled(found)) / 2


def test_each_pause_settles_everything(model: OnnxAcousticModel, sound: Floats) -> None:
    pauses = [update for update in updates(model, sound) if update.pause]
    assert len(pauses) == len(SENTENCES)
    assert all(not update.partial for update in pauses)


def test_a_stream_that_breaks_off_settles_what_was_said(
    model: OnnxAcousticModel, sound: Floats
) -> None:
    last = updates(model, sound[: round(2.5 * SAMPLE_RATE)])[-1]
    assert last.pause
    assert last.settled


class SlowModel:
    """Takes a second of its clock for each reading."""

    def __init__(self, model: OnnxAcousticModel) -> None:
        self._model, self.frame_samples = model, model.frame_samples
        self.now_s, self.reads = 0.0, 0

    def together(self, sounds: list[Floats]) -> list[Emissions]:
        self.now_s += 1.0
        self.reads += 1
        return self._model.together(sounds)

    def clock(self) -> float:
        return self.now_s


def test_a_slow_machine_reads_less_often(model: OnnxAcousticModel, sound: Floats) -> None:
    slow = SlowModel(model)
    found = updates(slow, sound, clock=slow.clock)
    assert slow.reads <= len(sound) / SAMPLE_RATE + len(SENTENCES)
    assert [word.text for word in settled(found)] == " ".join(SENTENCES).split()


def test_hours_without_a_pause_need_no_more_memory(model: OnnxAcousticModel) -> None:
    class Longest(SlowModel):
        longest = 0

        def together(self, sounds: list[Floats]) -> list[Emissions]:
            self.longest = max(self.longest, len(sounds[0]))
            return self._model.together(sounds)

    watched = Longest(model)
    updates(watched, speak("abc " * 60), Limits(longest_s=2.0, context_s=0.4))
    updates(watched, speak("abc" * 60), Limits(longest_s=2.0, context_s=0.4))  # one endless word
    assert watched.longest <= 2.2 * SAMPLE_RATE
