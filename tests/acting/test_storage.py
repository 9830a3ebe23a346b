"""State is never lost: not to a full disk, not to a broken file."""

from __future__ import annotations

import json
import stat
import threading
from pathlib import Path

import pytest

from assistant.acting.database import Database
from assistant.acting.storage import (
    NO_FILE,
    file_version,
    locked,
    read_json,
    set_aside,
    write_json,
)
from assistant.errors import StateError
from assistant.storage import make_folder
from tests.acting.limits import full_disk


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "state.json"
    write_json(file, [{"name": "Zoë"}])
    assert read_json(file) == ([{"name": "Zoë"}], "")


def test_no_file_is_no_state(tmp_path: Path) -> None:
    assert read_json(tmp_path / "state.json") == (None, "")


def test_state_is_its_owners_alone(tmp_path: Path) -> None:
    write_json(tmp_path / "state.json", [1])
    with Database(tmp_path / "state.sqlite", "CREATE TABLE IF NOT EXISTS t (n)").changing():
        pass
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_a_full_disk_leaves_the_old_state(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    write_json(file, [1])
    with full_disk(), pytest.raises(StateError, match=r"state\.json"):
        write_json(file, list(range(1000)))
    assert read_json(file) == ([1], "")
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_a_broken_file_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    file.write_bytes(b'[{"name": "pas\xff')
    value, note = read_json(file)
    assert value is None
    (aside,) = tmp_path.glob("state.json.broken-*")
    assert aside.name in note
    assert aside.read_bytes() == b'[{"name": "pas\xff'
    assert not file.exists()


def test_two_broken_files_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    for text in ("one", "two"):
        file.write_text(text)
        set_aside(file)
    kept = sorted(each.read_text() for each in tmp_path.glob("state.json.broken-*"))
    assert kept == ["one", "two"]


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="mend or move it"):
        read_json(tmp_path)
    with pytest.raises(StateError):
        write_json(tmp_path, [])


def test_the_lock_keeps_changes_one_after_another(tmp_path: Path) -> None:
    file = tmp_path / "count.json"
    write_json(file, 0)

    def count() -> None:
        for _ in range(20):
            with locked(file):
                write_json(file, json.loads(file.read_text()) + 1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_json(file) == (80, "")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="mend its folder"), locked(tmp_path / "file" / "state"):
        pass


def test_the_version_changes_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    assert file_version(file) == NO_FILE
    write_json(file, 1)
    first = file_version(file)
    write_json(file, 2)
    assert NO_FILE != first != file_version(file)


def test_a_folder_that_can_not_be_is_told(tmp_path: Path) -> None:
    make_folder(tmp_path / "one" / "two")
    assert (tmp_path / "one" / "two").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match=r"Can't make the folder .*Name one that you may"):
        make_folder(tmp_path / "file" / "two")
