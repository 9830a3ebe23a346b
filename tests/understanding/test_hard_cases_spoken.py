"""The hard cases as espeak-ng says them, through the bundled model and the built-in abilities.

They prove that the whole way from sound to decision does nothing wrong with them: however they are
said, they are understood or nothing is done. How well people are heard is measured elsewhere.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.acting.telephone import Contact
from assistant.app import make_reader
from assistant.ports import Reader
from assistant.records import Decision
from assistant.settings import Settings
from tests.intents.desk import Desk, furnished, make_desk
from tests.tongues.voices import read_aloud

WAYS = ((150, 50), (165, 35), (150, 70))
"""Words a minute, and pitch from 0 to 99."""
LATER_S = 100.0
"""What was asked before needs no answer any more."""

CLEAR = {
    "set a timer for half an hour": ("timer.set_timer", "length", timedelta(minutes=30)),
    "set a timer for fifteen minutes": ("timer.set_timer", "length", timedelta(minutes=15)),
    "set a timer for fifty minutes": ("timer.set_timer", "length", timedelta(minutes=50)),
    "call two two two": ("dial.call_number", "number", "222"),
}
"""What is meant by a sentence: the intent, and a slot with its value."""
NAMES = {
    "call april": "April",
    "call will": "Will",
    "make a call to anna": "Anna",
    "call anna no hannah": "Hannah Lee",
}
"""Who is meant."""
NOTHING = (
    *("don't call anna", "never call hannah", "set a timer for two to three minutes"),
    "remind me to call mum at eight to book a table for four",
)
"""What must not be done, whatever is heard."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(Settings())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    desk = furnished(make_desk(folder))
    people = ("Anna Smith", "Anna Jones", "Hannah Lee", "April", "Will")
    cards = (f"BEGIN:VCARD\nFN:{name}\nTEL:07700 900123\nEND:VCARD\n" for name in people)
    (folder / "contacts.vcf").write_text("".join(cards))
    return desk


def heard(desk: Desk, reader: Reader, said: str) -> list[Decision]:
    """What is decided, however it is said."""
    decisions = []
    for rate_wpm, pitch in WAYS:
        transcript, emissions = reader.read(read_aloud("en", "m1", said, rate_wpm, pitch))
        desk.at_s += LATER_S
        now = desk.clock.now()
        decisions.append(desk.understander.understand(transcript, emissions, now, desk.at_s))
    return decisions


def done(decisions: list[Decision], slot: str) -> list[tuple[str, object]]:
    """What would be done: the intent, and the value of a slot."""
    commands = [one.command for one in decisions if one.kind != "reject" and one.command]
    values = [(one.intent, one.slot(slot)) for one in commands]
    return [(intent, value.value if value else None) for intent, value in values]


@pytest.mark.parametrize("said", CLEAR)
def test_lengths_and_numbers_are_understood(desk: Desk, reader: Reader, said: str) -> None:
    intent, slot, value = CLEAR[said]
    found = done(heard(desk, reader, said), slot)
    assert len(found) >= 2
    assert set(found) == {(intent, value)}


def test_names_that_are_words_and_namesakes_are_those_or_nobody(desk: Desk, reader: Reader) -> None:
    heard_names = []
    for said, meant in NAMES.items():
        for intent, who in done(heard(desk, reader, said), "who"):
            assert isinstance(who, Contact)
            assert (intent, who.name) == ("dial.call", meant), said
            assert bool(who.namesakes) == (meant == "Anna")
            heard_names.append(who.name)
    assert len(heard_names) >= len(NAMES) * len(WAYS) / 2


@pytest.mark.parametrize("said", NOTHING)
def test_what_must_not_be_done_is_not(desk: Desk, reader: Reader, said: str) -> None:
    assert {one.kind for one in heard(desk, reader, said)} <= {"reject", "ask"}


def test_a_timer_alone_starts_and_ends_none(desk: Desk, reader: Reader) -> None:
    commands = [one.command for one in heard(desk, reader, "the timer")]
    assert not any(command and command.intent.startswith("timer.") for command in commands)


def test_what_breaks_off_before_its_value_is_asked_about(desk: Desk, reader: Reader) -> None:
    decisions = heard(desk, reader, "set a timer for")
    assert [one.missing for one in decisions] == ["length"] * len(WAYS)
