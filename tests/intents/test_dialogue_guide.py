"""The guide to dialogues: its conversation goes as it is written, and its tables are true."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from assistant.settings import HearingSettings, UnderstandingSettings
from tests.intents.desk import Desk

GUIDE = (Path(__file__).parents[2] / "docs" / "dialogue.md").read_text("utf-8")


def test_the_conversation_goes_as_written(desk: Desk) -> None:
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", GUIDE, re.MULTILINE)
    assert len(turns) >= 8
    for said, answer in turns:
        assert desk.say(said) == answer, said


def test_every_silence_is_in_the_table() -> None:
    settings = HearingSettings()
    rows = re.findall(r"\| ([\d.]+) s \| `(\w+)` \|", GUIDE)
    silences = [part.name for part in fields(settings) if part.name.endswith("_silence_s")]
    assert {name: getattr(settings, name) for name in silences} == {
        name: float(seconds) for seconds, name in rows
    }


def test_thresholds_have_their_defaults() -> None:
    settings = UnderstandingSettings()
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", GUIDE, re.MULTILINE)
    assert len(rows) == 4
    for name, default in rows:
        assert str(getattr(settings, name)).lower().removesuffix(".0") == default
