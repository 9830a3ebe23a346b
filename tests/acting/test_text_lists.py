"""Lists in plain text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.text_lists import TextLists
from assistant.errors import StateError
from tests.acting.limits import full_disk


def test_a_thing_a_line_in_the_order_of_asking(tmp_path: Path) -> None:
    lists = TextLists(tmp_path)
    assert lists.items("shopping") == ()
    assert lists.add("shopping", "Milk")
    assert lists.add("shopping", "eggs")
    assert lists.add("to-do", "call the bank")
    assert (tmp_path / "shopping.txt").read_text() == "Milk\neggs\n"
    assert TextLists(tmp_path).items("shopping") == ("Milk", "eggs")


def test_nothing_stands_there_twice(tmp_path: Path) -> None:
    lists = TextLists(tmp_path)
    lists.add("shopping", "Milk")
    assert not lists.add("shopping", "milk")
    assert lists.items("shopping") == ("Milk",)


def test_one_is_taken_off_and_all(tmp_path: Path) -> None:
    lists = TextLists(tmp_path)
    for item in ("milk", "eggs", "bread"):
        lists.add("shopping", item)
    assert lists.remove("shopping", "Eggs")
    assert not lists.remove("shopping", "eggs")
    assert lists.items("shopping") == ("milk", "bread")
    assert lists.clear("shopping") == 2
    assert lists.clear("shopping") == 0
    assert lists.items("shopping") == ()


def test_an_editor_may_write_too(tmp_path: Path) -> None:
    lists = TextLists(tmp_path)
    lists.add("shopping", "milk")
    (tmp_path / "shopping.txt").write_text("  milk \n\nünlü peynir")
    assert lists.items("shopping") == ("milk", "ünlü peynir")
    lists.add("shopping", "tea")
    assert lists.items("shopping") == ("milk", "ünlü peynir", "tea")


def test_what_is_no_text_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "shopping.txt").write_bytes(b"\xff\xfe\x00")
    lists = TextLists(tmp_path)
    with pytest.raises(StateError, match=r"shopping\.txt.*UTF-8"):
        lists.add("shopping", "milk")
    assert (tmp_path / "shopping.txt").read_bytes() == b"\xff\xfe\x00"


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    lists = TextLists(tmp_path)
    lists.add("shopping", "milk")
    with full_disk(), pytest.raises(StateError, match=r"shopping\.txt"):
        lists.add("shopping", "tea")
    assert lists.items("shopping") == ("milk",)
