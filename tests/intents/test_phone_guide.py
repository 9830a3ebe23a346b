"""The guide to calls: its conversation goes as it is written, and its settings are ones."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from assistant.app.desk import open_line
from assistant.settings import PhoneSettings
from tests.acting.sip import baresip, free_port
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


def test_baresip_is_told_what_to_do_with_the_lines_of_the_guide(tmp_path: Path) -> None:
    port = free_port()
    listen = re.findall(r"^(?:module_app|ctrl_tcp_listen) .*$", GUIDE, re.MULTILINE)
    (account,) = re.findall(r"^<sip:.*$", GUIDE, re.MULTILINE)
    config = "\n".join(["module account.so", "module_app menu.so", "module g711.so", *listen])
    with baresip(tmp_path, config.replace("4444", str(port)), f"{account};regint=0", port):
        line = open_line(PhoneSettings(line="sip", baresip=f"127.0.0.1:{port}"))
        assert not line.hang_up()
        assert PhoneSettings().baresip in GUIDE


def test_the_limit_is_the_one_by_default() -> None:
    assert PhoneSettings().most_calls == 5
    assert "five calls" in GUIDE
