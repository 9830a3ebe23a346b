"""How often a wake phrase is found where it was said, and where it wasn't."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.bench.waking import Waking, as_json, as_table, wakings
from tests.bench.studio import clips, household
from tests.understanding.household import NOW


def test_recordings_of_a_phrase_and_of_other_speech_are_counted_apart(tmp_path: Path) -> None:
    spoken = ["computer", "computer what time is it", "the queen sat in the garden", "jarvis"]
    heard = clips(tmp_path, spoken)
    computer, jarvis = wakings(heard, ("computer", "jarvis"), household(tmp_path), NOW)
    others = sum(clip.seconds for clip in heard[2:]) / 3600
    assert (computer.said, computer.by_transcript, computer.found) == (2, 2, 2)
    assert (round(computer.hours, 6), computer.falsely) == (round(others, 6), 0)
    assert (jarvis.said, jarvis.found, jarvis.falsely) == (1, 1, 0)


def test_what_only_sounds_like_a_phrase_counts_as_falsely_found(tmp_path: Path) -> None:
    heard = clips(tmp_path, ["jarvis said the queen"])
    (found,) = wakings(heard, ("jarvus",), household(tmp_path), NOW)
    assert (found.said, found.falsely) == (0, 1)


def test_a_phrase_without_recordings_or_without_other_speech_has_no_rate() -> None:
    rows = [Waking("computer", 0, 0, 0, 2.0, 1), Waking("jarvis", 4, 1, 3, 0.0, 0)]
    assert as_table(rows).splitlines()[2:] == [
        "| computer | 0 |  |  | 2.00 | 1 | 0.50 (0.01 to 2.79) |",
        "| jarvis | 4 | 25% | 75% | 0.00 | 0 |  |",
    ]
    assert json.loads(as_json(rows))[1]["found"] == 3
