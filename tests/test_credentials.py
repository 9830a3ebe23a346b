"""Passwords come from a file that nobody else may read, and get into no message."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.credentials import password_for
from assistant.errors import SettingsError

URL = "https://cloud.example.org/dav"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "passwords.toml"
    made.write_text('"anna@cloud.example.org" = "hunter2"\n')
    made.chmod(0o600)
    return made


def test_a_password_by_person_and_server(file: Path) -> None:
    assert password_for(URL, "anna", file) == "hunter2"
    assert password_for(URL, "ben", file) == ""
    assert password_for("https://elsewhere.example.org", "anna", file) == ""


KEYRING = """
from keyring.errors import KeyringError

def get_password(service, name):
    if name.startswith("locked"):
        raise KeyringError("the keyring is locked")
    return {("assistant", "anna@cloud.example.org"): "of the keyring"}.get((service, name))
"""


@pytest.fixture
def _keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library `keyring`, played by a stand-in."""
    library = tmp_path / "keyring"
    library.mkdir()
    (library / "__init__.py").write_text(KEYRING)
    (library / "errors.py").write_text("class KeyringError(Exception): ...\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("keyring", "keyring.errors"):
        del sys.modules[name]


@pytest.mark.usefixtures("_keyring")
def test_the_keyring_goes_before_the_file(file: Path) -> None:
    file.write_text('"ben@cloud.example.org" = "b"\n"locked@cloud.example.org" = "c"\n')
    file.chmod(0o600)
    assert password_for(URL, "anna", file) == "of the keyring"
    assert password_for(URL, "ben", file) == "b"
    assert password_for(URL, "locked", file) == "c"


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert password_for(URL, "anna", tmp_path / "passwords.toml") == ""


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_file_that_others_may_read_is_refused(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(SettingsError, match="chmod 600"):
        password_for(URL, "anna", file)


@pytest.mark.parametrize("content", [b"anna = hunter2", b"\xffhunter2"])
def test_a_broken_file_is_named_without_its_content(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="can't be read") as caught:
        password_for(URL, "anna", file)
    assert "hunter2" not in str(caught.value)
