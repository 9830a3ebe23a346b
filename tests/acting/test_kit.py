"""Authors are told what would break, from the source alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.kit import check_source

FILE = Path("tea.py")
WHOLE = 'from assistant import Clock, intent\nAPI_VERSION = "1.0"\nNEEDS = ("clock",)\n'
WHOLE += "def make(clock: Clock) -> str: ...\n"


def remarks(source: str, deprecated: dict[str, str] | None = None) -> list[str]:
    return [
        f"{found.line}{'?' if found.warning else '!'} {found.message}"
        for found in check_source(FILE, source.encode(), deprecated or {})
    ]


def test_what_is_whole_is_left_alone() -> None:
    assert remarks(WHOLE) == []


def test_what_the_files_of_a_folder_need_stands_in_its_first() -> None:
    first, beside = WHOLE.replace("def make(clock: Clock) -> str: ...\n", ""), Path("brewing.py")
    text = b"import subprocess\ndef make(clock: Clock) -> str: ...\n"
    (found,) = check_source(FILE, first.encode(), {}, {beside: text})
    assert (found.file, found.line) == ("brewing.py", 1)
    assert "subprocess needs 'programs'" in found.message


def test_who_says_nothing_is_told_what_to_say() -> None:
    source = "import socket\nimport assistant\ndef make(clock: assistant.Clock) -> str: ...\n"
    assert remarks(source) == [
        '1? it doesn\'t say what it needs; write NEEDS = ("network", "clock").',
        '1? it doesn\'t say what it was written for; write API_VERSION = "1.2".',
    ]


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("from assistant.acting.clock import LocalClock", "assistant.acting.clock isn't public;"),
        ("import assistant.records", "assistant.records isn't public; import what `assistant`"),
        ("from assistant import Pipeline", "there is no assistant.Pipeline."),
        ("import assistant; assistant.Pipeline()", "there is no assistant.Pipeline."),
        ("import urllib.request", "urllib.request needs 'network', which NEEDS doesn't name."),
        ("from http.client import HTTPConnection", "http.client needs 'network', which NEEDS"),
        ("import subprocess", "subprocess needs 'programs', which NEEDS doesn't name."),
        ("import os; os.system('ls')", "system() needs 'programs', which NEEDS doesn't name."),
        ("from pathlib import Path; Path.home()", "home() needs 'files', which NEEDS doesn't"),
        ("def call(phone: Phone) -> str: ...", "Phone needs 'phone', which NEEDS doesn't name."),
    ],
)
def test_what_would_break_is_named_with_its_line(line: str, remark: str) -> None:
    (found,) = remarks(WHOLE + line)
    assert found.startswith(f"5! {remark}")


@pytest.mark.parametrize(
    "line",
    [
        "from assistant.testing import say",
        "from assistant import testing",
        "import assistant.testing",
        "import http",
        "import socketserver_of_mine",
        "import urllib.parse",
        "state = open('state.json')",
    ],
)
def test_what_is_fine_is_left_alone(line: str) -> None:
    assert remarks(WHOLE + line) == []


def test_names_that_go_away_are_warned_about() -> None:
    gone = {"Clock": "Timekeeper", "spoken": "phrase"}
    assert remarks(WHOLE + "import assistant; assistant.spoken(3)", gone) == [
        "1? assistant.Clock goes away; use Timekeeper.",
        "5? assistant.spoken goes away; use phrase.",
    ]


def test_needs_that_nothing_asks_for() -> None:
    source = WHOLE.replace('("clock",)', '("clock", "phone", "network")')
    assert remarks(source) == ["3? NEEDS names 'phone', which nothing asks for."]


@pytest.mark.parametrize("source", ["def (", "\0", 'NEEDS = ("internet",)'])
def test_what_cannot_be_loaded_is_for_the_loader_to_say(source: str) -> None:
    assert remarks(source) == []
