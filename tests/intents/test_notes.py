"""Notes, as they are dictated and read out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.intents.desk import Desk, make_desk

GUIDE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def lasting(folder: Path) -> Desk:
    return make_desk(folder)


@pytest.fixture
def desk(lasting: Desk, folder: Path) -> Desk:
    """Without any note."""
    (folder / "notes" / "spoken.md").unlink(missing_ok=True)
    return lasting


def test_a_note_is_taken_read_and_deleted(desk: Desk, folder: Path) -> None:
    assert desk.say("read my notes") == "There is no note."
    assert desk.say("take a note that the tap drips") == "Noted: the tap drips."
    assert desk.say("read my notes") == "One note: the tap drips."
    assert desk.say("make a note the bins go out on Tuesday") == (
        "Noted: the bins go out on Tuesday."
    )
    assert desk.say("read my notes") == "Two notes: the tap drips; the bins go out on Tuesday."
    assert desk.say("read my last note") == "One note: the bins go out on Tuesday."
    assert desk.say("delete my last note") == "Delete the note “the bins go out on Tuesday”?"
    assert desk.say("no") == ""
    desk.say("delete my last note")
    assert desk.say("yes") == "Deleted."
    assert (folder / "notes" / "spoken.md").read_text() == (
        "# Spoken notes\n\n## 2026-03-04\n\n- the tap drips\n"
    )


def test_what_is_missing_is_asked_for(desk: Desk) -> None:
    assert desk.say("take a note") == "What shall I write down?"
    assert desk.say("the boiler was checked") == "Noted: the boiler was checked."


def test_notes_are_found_by_words_and_days(desk: Desk) -> None:
    desk.say("take a note that the tap drips in the kitchen")
    desk.wall.now_s += 86_400
    desk.say("take a note that Ben has the drill")
    assert desk.say("find my note about the kitchen tap") == (
        "You noted yesterday: the tap drips in the kitchen."
    )
    assert desk.say("read my notes from yesterday") == "One note: the tap drips in the kitchen."
    assert desk.say("what did I note today") == "One note: Ben has the drill."
    reply = desk.act("find my note about the moon")
    assert (reply.text, reply.ok) == ("No note is about the moon.", False)
    desk.wall.now_s -= 86_400


def test_of_many_the_last_are_read(desk: Desk) -> None:
    for thing in ("one", "two", "three", "four", "five", "six"):
        desk.say(f"take a note number {thing}")
    assert desk.say("read my notes") == (
        "The last five of six notes: number two; number three; number four; number five; "
        "number six."
    )


def test_nothing_is_deleted_where_there_is_nothing(desk: Desk) -> None:
    assert desk.say("delete my last note") == "There is no note."


def test_the_guide_is_true(desk: Desk) -> None:
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", GUIDE.partition("## Notes by voice")[2], re.M)
    assert len(turns) >= 3
    assert [(said, desk.say(said)) for said, _ in turns] == turns
