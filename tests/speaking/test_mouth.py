"""The mouth: the order of what is said, what is made meanwhile, and what stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from assistant.errors import AudioError
from assistant.settings import AudioSettings
from assistant.speaking import Mouth, Player, Sound
from assistant.speaking.synthesis import Synthesiser
from tests.speaking.fake_loudspeaker import FakeLoudspeaker

RATE = 48_000


@dataclass
class ScriptedSynthesiser:
    """Makes a tenth of a second of each sentence; some it refuses, plays itself, or waits for."""

    refuses: str = ""
    plays: str = ""
    waits_for: dict[str, threading.Event] = field(default_factory=dict)
    made: list[tuple[str, str]] = field(default_factory=list)
    stopped: int = 0

    def sound(self, words: str, language: str) -> Sound | None:
        if words in self.waits_for:
            assert self.waits_for[words].wait(10)
        if words == self.refuses:
            raise AudioError("Hoarse.")
        self.made.append((words, language))
        return None if words == self.plays else Sound(np.full(RATE // 10, 0.5, np.float32), RATE)

    def stop(self) -> None:
        self.stopped += 1
        for event in self.waits_for.values():
            event.set()


def mouth(
    speaker: FakeLoudspeaker,
    synthesiser: Synthesiser | None,
    language: Callable[[], str] = lambda: "en",
    tones: bool = True,
    **others: Synthesiser | None,
) -> Mouth:
    player = Player(AudioSettings(), speaker)
    return Mouth(player, {"": synthesiser, **others}, language, tones)


def seconds(speaker: FakeLoudspeaker) -> float:
    """How much was audible."""
    heard = np.concatenate(speaker.heard) if speaker.heard else np.zeros((0, 1))
    return float(np.sum(np.abs(heard[:, 0]) > 0.01)) / RATE


def test_a_reply_is_said_sentence_by_sentence_with_pauses_between() -> None:
    speaker, voice = FakeLoudspeaker(), ScriptedSynthesiser()
    said = mouth(speaker, voice)
    said.say("One. Two.")
    said.wait()
    assert voice.made == [("One.", "en"), ("Two.", "en")]
    assert len(speaker.opened) == 1
    assert seconds(speaker) == pytest.approx(0.2, abs=0.01)
    assert len(speaker.sound()) / RATE == pytest.approx(0.45, abs=0.01)


def test_the_next_sentence_is_made_while_this_one_plays() -> None:
    speaker, voice = FakeLoudspeaker(paused=True), ScriptedSynthesiser()
    said = mouth(speaker, voice)
    said.say("One. Two.")
    while len(voice.made) < 2:
        assert said.speaking
    assert speaker.heard == [], "both were made before any was played"
    speaker.paused = False
    said.wait()
    assert seconds(speaker) == pytest.approx(0.2, abs=0.01)


def test_what_is_said_meanwhile_follows_on_the_open_loudspeaker() -> None:
    speaker, voice = FakeLoudspeaker(paused=True), ScriptedSynthesiser()
    said = mouth(speaker, voice)
    said.say("One.")
    while not voice.made:
        assert said.speaking
    said.say("Two.")
    while len(voice.made) < 2:
        assert said.speaking
    speaker.paused = False
    said.wait()
    assert len(speaker.opened) == 1
    assert not said.speaking


def test_stopping_silences_the_word_and_forgets_the_rest() -> None:
    later = threading.Event()
    speaker = FakeLoudspeaker(paused=True)
    voice = ScriptedSynthesiser(waits_for={"Two.": later})
    said = mouth(speaker, voice)
    said.say("One. Two. Three.")
    while not voice.made:
        assert said.speaking
    said.stop()
    said.wait()
    assert seconds(speaker) == 0
    assert ("Three.", "en") not in voice.made
    assert voice.stopped == 1


def test_after_a_stop_it_speaks_again() -> None:
    speaker, voice = FakeLoudspeaker(paused=True), ScriptedSynthesiser()
    said = mouth(speaker, voice)
    said.stop()
    said.say("One.")
    while not voice.made:
        assert said.speaking
    said.stop()
    said.say("Two.")
    speaker.paused = False
    said.wait()
    assert voice.made == [("One.", "en"), ("Two.", "en")]
    assert seconds(speaker) == pytest.approx(0.1, abs=0.01)


def test_a_program_that_is_stopped_in_the_middle_is_no_error() -> None:
    voice = ScriptedSynthesiser(refuses="One.", waits_for={"One.": threading.Event()})
    said = mouth(FakeLoudspeaker(), voice)
    said.say("One.")
    said.stop()
    said.wait()


def test_an_error_is_told_once_when_what_came_before_is_said() -> None:
    speaker, voice = FakeLoudspeaker(), ScriptedSynthesiser(refuses="Two.")
    said = mouth(speaker, voice)
    said.say("One. Two. Three.")
    with pytest.raises(AudioError, match="Hoarse"):
        said.wait()
    said.wait()
    assert voice.made == [("One.", "en")]
    assert seconds(speaker) == pytest.approx(0.1, abs=0.01)
    said.say("Four.")
    said.wait()
    assert voice.made[-1] == ("Four.", "en")


@pytest.mark.parametrize(
    ("speaker", "says"),
    [
        (FakeLoudspeaker(missing=ValueError("none")), "no loudspeaker"),
        (FakeLoudspeaker(refuses="Device unavailable"), "can't be opened"),
        (FakeLoudspeaker(takes=512), "stopped in the middle"),
    ],
)
def test_a_loudspeaker_that_fails_is_told(speaker: FakeLoudspeaker, says: str) -> None:
    said = mouth(speaker, ScriptedSynthesiser())
    said.say("One.")
    with pytest.raises(AudioError, match=says):
        said.wait()


def test_a_voice_that_plays_by_itself_needs_no_loudspeaker() -> None:
    speaker, voice = FakeLoudspeaker(), ScriptedSynthesiser(plays="One.")
    said = mouth(speaker, voice)
    said.say("One.")
    said.wait()
    assert voice.made == [("One.", "en")]
    assert speaker.opened == []


def test_each_language_has_its_voice_and_silence_is_one() -> None:
    english, german = ScriptedSynthesiser(), ScriptedSynthesiser()
    languages = iter(["en", "de", "fr"])
    said = mouth(FakeLoudspeaker(), english, lambda: next(languages), de=german, fr=None)
    said.say("One.")
    said.say("Am 1. Mai.")
    said.say("Trois.")
    said.wait()
    assert english.made == [("One.", "en")]
    assert german.made == [("Am ersten Mai.", "de")]


@pytest.mark.parametrize(("tones", "opened"), [(True, 1), (False, 0)])
def test_tones_play_where_they_are_wanted(tones: bool, opened: int) -> None:
    speaker = FakeLoudspeaker()
    mouth(speaker, None, tones=tones).tone("done")
    assert len(speaker.opened) == opened


def test_an_alarm_rings_where_tones_are_not_wanted_and_after_what_is_said() -> None:
    speaker, voice = FakeLoudspeaker(), ScriptedSynthesiser()
    said = mouth(speaker, voice, tones=False)
    said.say("One.")
    said.tone("ringing")
    assert len(speaker.opened) == 2
    assert not said.speaking


def test_without_a_voice_words_are_left_to_the_screen() -> None:
    speaker = FakeLoudspeaker()
    said = mouth(speaker, None)
    said.say("hello")
    said.wait()
    assert speaker.opened == []
    said.tone("listening")
    assert len(speaker.sound()) / RATE == pytest.approx(0.12, abs=0.01)
