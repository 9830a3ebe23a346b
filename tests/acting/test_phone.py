"""Calls are handed to the desktop, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.phone import DesktopPhone, DryRunPhone, desktop_opener, dialable
from assistant.errors import ServiceError


@pytest.mark.parametrize(
    ("number", "region", "dialled"),
    [
        ("020 7946 0958", "GB", "+442079460958"),
        ("+49 30 123456", "GB", "+4930123456"),
        ("(212) 555-2368", "US", "+12125552368"),
        ("112", "GB", "112"),
        ("999", "GB", "999"),
        ("*100#", "GB", "*100#"),
        ("12", "XX", "12"),
    ],
)
def test_what_is_dialled(number: str, region: str, dialled: str) -> None:
    assert dialable(number, region) == dialled


def test_a_number_without_digits() -> None:
    with pytest.raises(ServiceError, match="can be called"):
        dialable("anna", "GB")


def test_a_dry_run_remembers_whom_it_would_have_called() -> None:
    phone = DryRunPhone("GB")
    phone.call("020 7946 0958")
    assert phone.called == ["+442079460958"]


def opener(folder: Path, script: str) -> dict[str, str]:
    """A desktop whose xdg-open is this shell script."""
    folder.mkdir(exist_ok=True)
    file = folder / "xdg-open"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return {"PATH": str(folder), "DISPLAY": ":7"}


def test_the_desktop_gets_the_link(tmp_path: Path) -> None:
    environ = opener(tmp_path / "bin", f'echo "$1" > {tmp_path}/opened')
    DesktopPhone("GB", environ, "linux").call("020 7946 0958")
    assert (tmp_path / "opened").read_text() == "tel:+442079460958\n"


def test_a_desktop_that_cannot_open_it(tmp_path: Path) -> None:
    environ = opener(tmp_path / "bin", "exit 3")
    with pytest.raises(ServiceError, match="opens tel: links"):
        DesktopPhone("GB", environ, "linux").call("112")


def test_no_desktop_is_said_clearly(tmp_path: Path) -> None:
    with_screen = opener(tmp_path / "bin", "exit 0")
    for environ in ({"PATH": with_screen["PATH"]}, {"PATH": str(tmp_path), "DISPLAY": ":0"}, {}):
        with pytest.raises(ServiceError, match="no desktop"):
            desktop_opener(environ, "linux")


def test_macos_has_an_opener_of_its_own() -> None:
    assert desktop_opener({}, "darwin") == "open"
