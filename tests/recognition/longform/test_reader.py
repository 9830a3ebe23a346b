"""Chunks read by a real model: words in their places, whatever the cuts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from assistant.hearing.resample import blocks_of
from assistant.hearing.vad import WebRtcDetector
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.greedy import GreedyDecoder
from assistant.recognition.longform import reader
from assistant.recognition.longform.chunks import Chunk, Silences, Strides
from assistant.recognition.longform.reader import Passage, join, parts, passages
from assistant.recognition.recognizer import Recognizer
from assistant.records import SAMPLE_RATE, Floats, Word
from assistant.settings import HearingSettings, RecognitionSettings
from tests.tiny_model import letter_times, make_tiny_model, speak

SENTENCES = ("the boat left at dawn ", "nobody waved ", "it came back in the evening ")
PAUSES_S = (0.4, 1.5, 1.0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def model(folder: Path) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings())


@pytest.fixture(scope="module")
def sound() -> Floats:
    """Each sentence with a pause before it, and one behind the last."""
    parts = [
        part
        for text, pause_s in zip(SENTENCES, PAUSES_S, strict=True)
        for part in (np.zeros(round(pause_s * SAMPLE_RATE), np.float32), speak(text))
    ]
    return np.concatenate([*parts, np.zeros(2 * SAMPLE_RATE, np.float32)])


def placed() -> list[tuple[str, float, float]]:
    """Each word of the sentences with the times at which it is said."""
    words, at_s = [], 0.0
    for text, pause_s in zip(SENTENCES, PAUSES_S, strict=True):
        at_s += pause_s
        times = iter(letter_times(text))
        for word in text.split():
            letters = [next(times) for _ in word]
            words.append((word, at_s + letters[0][1], at_s + letters[-1][2]))
            next(times, None)  # the space
        at_s += len(speak(text)) / SAMPLE_RATE
    return words


def at_silences(sound: Floats, limits: Silences | None = None) -> Iterator[Chunk]:
    blocks = blocks_of([sound], SAMPLE_RATE, tail_s=0.0)
    return (limits or Silences()).cut(blocks, WebRtcDetector(HearingSettings()))


def strided(sound: Floats) -> Iterator[Chunk]:
    return Strides.of(1.6, 0.4).cut([sound], 320)


def words_of(found: list[Passage]) -> list[Word]:
    return [word for passage in found for word in passage.words]


@pytest.mark.parametrize(
    "cut", [at_silences, strided, lambda sound: at_silences(sound, Silences(longest_s=1.6))]
)
def test_words_have_their_times_and_never_overlap(
    model: OnnxAcousticModel, sound: Floats, cut: object
) -> None:
    chunks = cut(sound)  # type: ignore[operator]
    words = words_of(list(passages(parts(model, chunks), GreedyDecoder())))
    assert [word.text for word in words] == [text for text, _, _ in placed()]
    for word, (_, start_s, end_s) in zip(words, placed(), strict=True):
        assert (word.start_s, word.end_s) == pytest.approx((start_s, end_s), abs=0.04)
    assert all(one.end_s <= other.start_s for one, other in pairwise(words))


def test_a_recording_cut_in_two_passages_goes_on_where_it_stopped(
    model: OnnxAcousticModel, sound: Floats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "PASSAGE_S", 2.2)
    whole = list(passages(parts(model, strided(sound), batch=2), GreedyDecoder()))
    assert len(whole) > 3
    for done, passage in enumerate(whole, 1):
        rest = parts(model, strided(sound), batch=2, done=passage.stop)
        assert list(passages(rest, GreedyDecoder())) == whole[done:]


@pytest.mark.parametrize("batch", [1, 2, 5])
def test_reading_several_at_once_changes_no_text(
    model: OnnxAcousticModel, sound: Floats, batch: int
) -> None:
    emissions = join(list(parts(model, strided(sound), batch)))
    assert GreedyDecoder().decode(emissions).text == "".join(SENTENCES).strip()


def test_a_sentence_without_end_is_cut_all_the_same(
    model: OnnxAcousticModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "PASSAGE_S", 1.0)
    monkeypatch.setattr(reader, "LONGEST_PASSAGE_S", 1.5)
    found = list(passages(parts(model, strided(speak("abc" * 20))), GreedyDecoder()))
    assert len(found) > 2
    assert "".join(word.text for word in words_of(found)) == "abc" * 20


def test_the_recogniser_reads_in_chunks_where_it_is_told_to(folder: Path, sound: Floats) -> None:
    recognizer = Recognizer.load(folder)
    assert recognizer(sound, chunk_length_s=1.6)["text"] == "".join(SENTENCES).strip()
    assert recognizer(sound[:0], chunk_length_s=1.6)["text"] == ""
