"""The guide to calls: its conversation goes as it is written, and its settings are ones."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from assistant.settings import PhoneSettings
from tests.intents.desk import Desk

GUIDE = (Path(__file__).parents[2] / "docs" / "phone.md").read_text("utf-8")


def test_the_conversation_goes_as_written(desk: Desk) -> None:
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", GUIDE, re.MULTILINE)
    assert len(turns) >= 7
    for said, answer in turns:
        assert desk.say(said) == answer, said


def test_every_table_holds_settings() -> None:
    examples = re.findall(r"^ *```toml\n(.*?)^ *```", GUIDE, re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        PhoneSettings(**tomllib.loads(example).get("phone", {}))


def test_the_limit_is_the_one_by_default() -> None:
    assert PhoneSettings().most_calls == 5
    assert "five calls" in GUIDE
