"""The guide to calls: its conversation goes as it is written, and its settings are ones."""

from __future__ import annotations

import re
import tomllib
import typing
from pathlib import Path

import pytest

from assistant.acting import sip_line
from assistant.app.desk import open_line
from assistant.settings import ActingSettings, PhoneSettings, UnderstandingSettings
from tests.acting.sip import baresip
from tests.free_port import free_port
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
        sections = tomllib.loads(example)
        assert sections.keys() <= {"phone", "acting", "understanding"}
        PhoneSettings(**sections.get("phone", {}))
        ActingSettings(**sections.get("acting", {}))
        UnderstandingSettings(**sections.get("understanding", {}))


def test_baresip_is_told_what_to_do_with_the_lines_of_the_guide(tmp_path: Path) -> None:
    port = free_port()
    listen = re.findall(r"^(?:module_app|ctrl_tcp_listen) .*$", GUIDE, re.MULTILINE)
    (account,) = re.findall(r"^<sip:.*$", GUIDE, re.MULTILINE)
    config = "\n".join(["module account.so", "module_app menu.so", "module g711.so", *listen])
    with baresip(tmp_path, config.replace("4444", str(port)), f"{account};regint=0", port):
        line = open_line(PhoneSettings(line="sip", baresip=f"127.0.0.1:{port}"))
        assert not line.hang_up()
        assert PhoneSettings().baresip in GUIDE


@pytest.mark.parametrize("line", typing.get_args(typing.get_type_hints(PhoneSettings)["line"]))
def test_every_line_is_explained_and_opened(line: str) -> None:
    opened = open_line(PhoneSettings(line=line))  # type: ignore[arg-type]
    assert type(opened).__name__.lower() == f"{line}line"
    assert line == PhoneSettings().line or f'line = "{line}"' in GUIDE


def test_what_goes_wrong_is_told_as_the_program_tells_it() -> None:
    folder = Path(sip_line.__file__).parent
    files = ("baresip.py", "sip_line.py", "modem_line.py")
    source = "".join((folder / name).read_text("utf-8") for name in files)
    told = re.findall(r'^\| "(.+) …"', GUIDE, re.MULTILINE)
    assert len(told) == 8
    for problem in told:
        assert problem.replace("can't dial", "can't {command}") in source, problem


def test_the_limit_is_the_one_by_default() -> None:
    assert PhoneSettings().most_calls == 5
    assert "five calls" in GUIDE
