"""Takes: heard one after another from a source that runs on, and refused with a plain reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.events import Overflowed, SourceEvent
from assistant.hearing.resample import blocks_of
from assistant.hearing.segmenter import UtteranceSegmenter
from assistant.hearing.take import Take, Taker, flaw, levels
from assistant.hearing.vad import WebRtcDetector
from assistant.records import SAMPLE_RATE, Block, Floats, Utterance
from assistant.settings import HearingSettings
from tests.fakes import ScriptedSource
from tests.tiny_model import speak

TEXT = "set a timer for ten minutes"


class OpenGate:
    """Enter is held down."""

    def is_open(self) -> bool:
        return True

    def close(self) -> None: ...


class PushedGate:
    """Opened by hand; the end of a take closes it."""

    def __init__(self) -> None:
        self.open = False

    def is_open(self) -> bool:
        return self.open

    def close(self) -> None:
        self.open = False


def blocks(*sounds: Floats) -> list[Block | SourceEvent]:
    return list(blocks_of(sounds, SAMPLE_RATE, 0.0))


def silence(seconds: float) -> Floats:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def taker(items: Sequence[Block | SourceEvent], gate: OpenGate | PushedGate | None = None) -> Taker:
    settings = HearingSettings(end_silence_s=1.2)
    source = ScriptedSource(items)
    return Taker(source, WebRtcDetector(settings), UtteranceSegmenter(settings), gate or OpenGate())


@pytest.fixture(scope="module")
def good() -> Take:
    """What was heard of a sentence that was read well."""
    take = taker(blocks(silence(0.6), speak(TEXT), silence(1.5))).take()
    assert take is not None
    return take


def changed(take: Take, samples: Floats) -> Take:
    assert take.utterance is not None
    return Take(replace(take.utterance, samples=samples))


def samples_of(take: Take) -> Floats:
    assert take.utterance is not None
    return take.utterance.samples


def test_a_take_that_was_read_well_is_kept(good: Take) -> None:
    assert flaw(good, TEXT) == ""


def test_takes_come_one_after_another_until_the_source_ends() -> None:
    heard = taker(blocks(silence(0.6), speak(TEXT), silence(2.0), speak("stop"), silence(2.0)))
    first, second = heard.take(), heard.take()
    assert first is not None
    assert second is not None
    assert len(samples_of(first)) > len(samples_of(second)) > 0
    assert heard.take() is None


def test_somebody_may_pause_between_words() -> None:
    heard = taker(
        blocks(silence(0.6), speak("set a timer"), silence(0.9), speak("for ten minutes"))
    )
    take = heard.take()
    assert take is not None
    assert len(samples_of(take)) > len(speak(TEXT))


def test_nothing_is_heard_until_enter_is_pressed() -> None:
    gate = PushedGate()
    items = blocks(silence(0.5), speak("stop"), silence(2.0), speak(TEXT), silence(2.0))
    pushed_at = round(3.0 * SAMPLE_RATE) // 320

    class Pushing(ScriptedSource):
        def blocks(self) -> Iterator[Block | SourceEvent]:
            for number, item in enumerate(self.items):
                gate.open = gate.open or number == pushed_at
                yield item

    settings = HearingSettings()
    detector, segmenter = WebRtcDetector(settings), UtteranceSegmenter(settings)
    take = Taker(Pushing(items), detector, segmenter, gate).take()
    assert take is not None
    assert take.utterance is not None
    assert take.utterance.start_s > 2.5
    assert not gate.open


def test_silence_is_given_up_and_asked_about() -> None:
    take = taker(blocks(silence(25.0))).take()
    assert take is not None
    assert "Nothing was heard" in flaw(take, TEXT)


def test_lost_sound_spoils_a_take() -> None:
    items = blocks(silence(0.6), speak(TEXT), silence(2.0))
    items.insert(60, Overflowed(0.0, 0.3))
    take = taker(items).take()
    assert take is not None
    assert "lost on its way" in flaw(take, TEXT)


def test_a_clipped_take_is_asked_for_again(good: Take) -> None:
    loud = np.clip(samples_of(good) * 20, -1, 1)
    assert "too loud" in flaw(changed(good, loud), TEXT)


def test_a_faint_take_is_asked_for_again(good: Take) -> None:
    assert "too quiet" in flaw(changed(good, samples_of(good) * np.float32(0.01)), TEXT)


def test_a_noisy_take_is_asked_for_again(good: Take) -> None:
    sound = samples_of(good)
    hiss = np.random.default_rng(1).normal(0, 0.1, len(sound)).astype(np.float32)
    assert "over the noise" in flaw(changed(good, sound + hiss), TEXT)


def test_a_take_without_its_beginning_is_asked_for_again(good: Take) -> None:
    late = samples_of(good)[round(0.6 * SAMPLE_RATE) :]
    assert "beginning is cut off" in flaw(changed(good, late), TEXT)


@pytest.mark.parametrize(
    ("text", "reason"), [(f"{TEXT} and then {TEXT} {TEXT}", "too short"), ("a", "too long")]
)
def test_a_take_has_the_length_of_its_sentence(good: Take, text: str, reason: str) -> None:
    assert reason in flaw(good, text)


def test_levels_tell_speech_from_what_is_around_it() -> None:
    quiet = np.full(SAMPLE_RATE, 0.001, np.float32)
    found = levels(np.concatenate([quiet, np.full(SAMPLE_RATE, 0.1, np.float32)]))
    assert found.speech_dbfs == pytest.approx(-20.0, abs=0.1)
    assert found.noise_dbfs == pytest.approx(-60.0, abs=0.1)
    assert found.snr_db == pytest.approx(40.0, abs=0.2)


def test_a_cut_utterance_is_too_long(good: Take) -> None:
    assert isinstance(good.utterance, Utterance)
    cut = Take(replace(good.utterance, truncated=True))
    assert "too long" in flaw(cut, TEXT)
