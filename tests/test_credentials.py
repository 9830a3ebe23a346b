"""Passwords come from a file that nobody else may read, and get into no message."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.credentials import password_for
from assistant.errors import ServiceError

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


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert password_for(URL, "anna", tmp_path / "passwords.toml") == ""


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_file_that_others_may_read_is_refused(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(ServiceError, match="chmod 600"):
        password_for(URL, "anna", file)


@pytest.mark.parametrize("content", [b"anna = hunter2", b"\xffhunter2"])
def test_a_broken_file_is_named_without_its_content(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(ServiceError, match="can't be read") as caught:
        password_for(URL, "anna", file)
    assert "hunter2" not in str(caught.value)
