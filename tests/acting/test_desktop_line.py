"""Calls are handed to the desktop, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.desktop_line import DesktopLine, desktop_opener
from assistant.errors import ServiceError


def opener(folder: Path, script: str) -> dict[str, str]:
    """A desktop whose xdg-open is this shell script."""
    folder.mkdir(exist_ok=True)
    file = folder / "xdg-open"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return {"PATH": str(folder), "DISPLAY": ":7"}


def test_the_desktop_gets_the_link(tmp_path: Path) -> None:
    environ = opener(tmp_path / "bin", f'echo "$1" > {tmp_path}/opened')
    line = DesktopLine(environ, "linux")
    line.dial("+442079460958")
    assert (tmp_path / "opened").read_text() == "tel:+442079460958\n"
    assert line.events() == ()


def test_a_code_for_the_network_stays_one_link(tmp_path: Path) -> None:
    environ = opener(tmp_path / "bin", f'echo "$1" > {tmp_path}/opened')
    DesktopLine(environ, "linux").dial("*21*0123#")
    assert (tmp_path / "opened").read_text() == "tel:*21*0123%23\n"


def test_a_desktop_that_cannot_open_it(tmp_path: Path) -> None:
    environ = opener(tmp_path / "bin", "exit 3")
    with pytest.raises(ServiceError, match="opens tel: links"):
        DesktopLine(environ, "linux").dial("112")


def test_the_call_is_ended_where_it_is() -> None:
    with pytest.raises(ServiceError, match="hang up there"):
        DesktopLine({}, "linux").hang_up()


def test_calls_that_come_are_there_too() -> None:
    line = DesktopLine({}, "linux")
    assert line.rings()  # for all that is known here: to answer says where
    with pytest.raises(ServiceError, match="answer there"):
        line.answer()
    with pytest.raises(ServiceError, match="decline there"):
        line.decline()


def test_no_desktop_is_said_clearly(tmp_path: Path) -> None:
    with_screen = opener(tmp_path / "bin", "exit 0")
    for environ in ({"PATH": with_screen["PATH"]}, {"PATH": str(tmp_path), "DISPLAY": ":0"}, {}):
        with pytest.raises(ServiceError, match="no desktop"):
            desktop_opener(environ, "linux")


def test_macos_has_an_opener_of_its_own() -> None:
    assert desktop_opener({}, "darwin") == "open"
