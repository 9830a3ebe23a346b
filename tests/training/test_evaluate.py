"""Error rates: counted right, grouped, with intervals, harmed as asked."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.records import Emissions, Vocabulary
from assistant.training.corpus import Clip, read_manifest
from assistant.training.evaluate import (
    CONDITIONS,
    Heard,
    edits,
    evaluate,
    greedy,
    harmed,
    rates,
    report,
)
from tests.training.miniature import write_corpus

VOCABULARY = Vocabulary(("<pad>", "|", "a", "b", "n", "o"), 0, 1, frozenset({0}))


def says(text: str) -> Emissions:
    """Emissions whose best path is `text`, a blank after each letter."""
    path = [c for letter in text for c in (VOCABULARY.tokens.index(letter.replace(" ", "|")), 0)]
    probabilities = np.full((len(path), 6), 0.01, np.float32)
    probabilities[np.arange(len(path)), path] = 0.95
    return Emissions(np.log(probabilities), VOCABULARY, 0.02)


def heard(speaker: str, errors: int, source: str = "here") -> Heard:
    clip = Clip(Path("x"), "aaaaa aaaa", speaker, 1.0, source, "CC0 1.0", "dev")
    return Heard(clip, "clean", "greedy", "", errors, 2, errors, 10)


def test_greedy_merges_repeats_keeps_doubles_and_drops_blanks() -> None:
    assert greedy(says("banana no")) == "banana no"
    assert greedy(says("noo")) == "noo"
    assert greedy(Emissions(np.zeros((0, 6), np.float32), VOCABULARY, 0.02)) == ""


@pytest.mark.parametrize(
    ("said", "spoken", "count"),
    [("kitten", "sitting", 3), ("", "ab", 2), ("ab", "", 2), ("same", "same", 0), ("ab", "ba", 2)],
)
def test_edits_are_levenshteins(said: str, spoken: str, count: int) -> None:
    assert edits(said, spoken) == count


def test_a_perfect_ear_makes_no_errors_and_a_deaf_one_misses_everything(tmp_path: Path) -> None:
    clips = [clip for clip in read_manifest(write_corpus(tmp_path)) if clip.split == "dev"]
    texts = iter([clip.text for clip in clips])
    perfect = evaluate(clips, lambda _: says(next(texts)), conditions=("clean",))
    deaf = evaluate(clips, lambda _: says(""), conditions=CONDITIONS)
    assert {line.cer.value for line in perfect.lines} == {0.0}
    assert {line.wer.value for line in deaf.lines} == {1.0}
    assert {line.condition for line in deaf.lines} == set(CONDITIONS)


def test_each_decoder_gets_its_own_lines(tmp_path: Path) -> None:
    clips = [clip for clip in read_manifest(write_corpus(tmp_path)) if clip.split == "dev"]
    found = evaluate(
        clips,
        lambda _: says("no"),
        {"greedy": greedy, "always no": lambda _: "no"},
        conditions=("clean",),
    )
    assert {line.decoder for line in found.lines} == {"greedy", "always no"}


def test_intervals_hold_the_rate_and_widen_when_speakers_differ() -> None:
    alike, _ = rates([heard(f"s{n}", 1) for n in range(20)])
    mixed, _ = rates([heard(f"s{n}", 2 * (n % 2)) for n in range(20)])
    assert alike.value == alike.low == alike.high == 0.5
    assert mixed.low < mixed.value == 0.5 < mixed.high


def test_the_report_groups_by_source_and_by_thirds_of_the_speakers() -> None:
    results = [heard("good", 0), heard("middling", 1), heard("bad", 2, "there")]
    lines = {line.group: line for line in report(results).lines}
    assert lines["all"].wer.value == pytest.approx(0.5)
    assert lines["dev there"].wer.value == 1.0
    assert lines["speakers, best third"].wer.value == 0.0
    assert lines["speakers, worst third"].wer.value == 1.0


def test_the_report_reads_as_json_and_as_a_table_with_the_worst_first() -> None:
    found = report([heard("good", 0), heard("bad", 2)], worst=1)
    assert json.loads(found.as_json())["worst"][0]["speaker"] == "bad"
    assert "50.0 (" in found.as_table()


def test_harm_is_repeatable_keeps_the_length_and_noise_its_distance() -> None:
    wave = (0.1 * np.sin(np.arange(8000) / 5)).astype(np.float32)
    for condition in CONDITIONS:
        once = harmed(wave, condition, 3, ())
        assert np.array_equal(once, harmed(wave, condition, 3, ()))
        assert once.shape == wave.shape
    assert np.array_equal(harmed(wave, "clean", 3, ()), wave)
    added = harmed(wave, "noise 10 dB", 3, ()) - wave
    assert 10 * np.log10(np.square(wave).mean() / np.square(added).mean()) == pytest.approx(
        10, abs=0.2
    )
