"""From sound to a command, through a real model that reads tones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions
from assistant.settings import RecognitionSettings
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.sound import SoundReader
from tests.tiny_model import letter_times, make_tiny_model, speak
from tests.understanding.sound.helpers import NOW, Lists, graph, intent, normalised

COMMANDS = graph(
    intent("timer.set", "(set|start) a timer for {length}", slots={"length": "duration"}),
    intent("dial.call", "(call|ring|phone) {who} [please]", slots={"who": "list:people"}),
    intent("ask.time", "what time is it", "what's the time"),
    intent("ask.date", "what day is it", "what's the date"),
    intent("lamp.on", "(turn|switch) on the {room} (lamp|light)", slots={"room": "list:rooms"}),
    lists=Lists(people=["anna smith", "hannah", "bob jones"], rooms=["kitchen", "hall", "attic"]),
)
SAID = {
    "start a timer for twenty five minutes": "timer.set",
    "ring hannah please": "dial.call",
    "what's the date": "ask.date",
    "switch on the attic lamp": "lamp.on",
}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> OnnxAcousticModel:
    folder: Path = make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings())


@pytest.mark.parametrize("said", SAID)
def test_clean_speech_is_exactly_its_command(model: OnnxAcousticModel, said: str) -> None:
    best = SoundReader(COMMANDS).readings(model.emissions(speak(said)), NOW)[0]
    assert best.text == said
    assert best.reading.intent.name == SAID[said]


def test_slot_times_are_those_of_the_speech(model: OnnxAcousticModel) -> None:
    said = "ring hannah please"
    slot = SoundReader(COMMANDS).readings(model.emissions(speak(said)), NOW)[0].slots[0]
    times = letter_times(said)
    assert slot.start_s == pytest.approx(times[5][1], abs=0.05)
    assert slot.stop_s == pytest.approx(times[10][2], abs=0.05)


def harmed(emissions: Emissions, seed: int) -> Emissions:
    """As of a weak model: unsure everywhere, and a third of the letters taken for others."""
    random = np.random.default_rng(seed)
    logits = emissions.log_probs * 0.15 + random.normal(0, 0.7, emissions.log_probs.shape)
    letters = np.arange(5, logits.shape[1])
    for frame in np.flatnonzero(emissions.log_probs.argmax(axis=1) > 4):
        if random.random() < 0.33:
            heard = logits[frame].argmax()
            other = random.choice(letters)
            logits[frame, [heard, other]] = logits[frame, [other, heard]]
    return replace(emissions, log_probs=normalised(logits))


def test_a_weak_model_is_understood_better_by_sound_than_by_its_transcript(
    model: OnnxAcousticModel,
) -> None:
    reader, interpreter = SoundReader(COMMANDS), Interpreter(COMMANDS, "en")
    by_sound = by_text = 0
    for said, name in SAID.items():
        clean = model.emissions(speak(said))
        for seed in range(5):
            emissions = harmed(clean, seed)
            text = GreedyDecoder().decode(emissions).text
            found = interpreter.candidates(text, NOW, heard=True)
            by_text += bool(found) and found[0].command.intent == name
            by_sound += reader.readings(emissions, NOW)[0].text == said
    assert by_sound >= 16
    assert by_sound > by_text
