"""Facts and running timers as lists of things to say."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant.acting.calendar import FileCalendar
from assistant.acting.clock import LocalClock
from assistant.acting.knowledge import LocalKnowledge, read_facts
from assistant.acting.lists import LivingLists, Upcoming, sayable, timer_entries
from assistant.bundled import bundled
from assistant.errors import ServiceError
from assistant.records import ListEntry


def test_timers_are_called_by_name_or_length(tmp_path: Path) -> None:
    clock = LocalClock(tmp_path / "clock.db")
    clock.after(timedelta(minutes=5), "", "Pasta (for two)")
    clock.after(timedelta(minutes=10), "")
    clock.after(timedelta(hours=1), "")
    clock.at(clock.now() + timedelta(days=1), "", kind="alarm")
    texts = [entry.text for entry in timer_entries(clock)]
    assert texts == ["pasta for two", "ten minute|ten minutes", "hour|an hour"]
    assert [entry.value for entry in timer_entries(clock)] == list(clock.timers())[:3]


def test_timers_are_called_by_their_length_in_each_language(tmp_path: Path) -> None:
    clock = LocalClock(tmp_path / "clock.db")
    clock.after(timedelta(minutes=10), "")
    texts = [entry.text for entry in timer_entries(clock, ("en", "es"))]
    assert texts == ["ten minute|ten minutes", "diez minuto|diez minutos"]


def test_appointments_are_called_by_their_titles(tmp_path: Path) -> None:
    now = [datetime(2026, 3, 4, 10)]
    calendar = FileCalendar(tmp_path / "calendar.ics")
    upcoming = Upcoming(calendar, lambda: now[0])
    assert list(upcoming.entries()) == []
    calendar.add("Choir!", datetime(2026, 3, 5, 19), timedelta(hours=1))
    later = calendar.add("choir", datetime(2026, 3, 12, 19), timedelta(hours=1))
    calendar.add("dentist", datetime(2026, 8, 1, 9), timedelta(hours=1))
    (entry,) = upcoming.entries()
    assert (entry.text, entry.value) == ("choir", calendar.between(now[0], later.start)[0])
    now[0] = datetime(2026, 3, 6, 10)
    assert [each.value for each in upcoming.entries()] == [later]
    calendar.cancel(later)
    assert list(upcoming.entries()) == []


def test_a_calendar_that_cannot_be_read_is_told_of_each_time(tmp_path: Path) -> None:
    (tmp_path / "calendar.ics").write_text("hello")
    upcoming = Upcoming(FileCalendar(tmp_path / "calendar.ics"), lambda: datetime(2026, 3, 4, 10))
    for _ in range(2):
        with pytest.raises(ServiceError, match="can't be read"):
            upcoming.entries()


@pytest.mark.parametrize(
    ("name", "said"),
    [("O’Neil", "o'neil"), ("a|b (c) [d] {e} <f>", "a b c d e f"), ("x_y-z", "x y z"), ("", "")],
)
def test_words_alone_can_be_said(name: str, said: str) -> None:
    assert sayable(name) == said


def test_a_list_by_its_name() -> None:
    entries = (ListEntry("kitchen", 1),)
    lists = LivingLists({"rooms": lambda: entries})
    assert lists.entries("rooms") is entries
    assert lists.entries("cellars") is None


def test_a_broken_source_is_an_empty_list_and_is_named_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> Sequence[ListEntry]:
        raise ServiceError("The contacts can't be read.")

    lists = LivingLists({"contacts": broken})
    with caplog.at_level(logging.WARNING):
        assert lists.entries("contacts") == ()
        assert lists.entries("contacts") == ()
    assert [record.getMessage() for record in caplog.records] == [
        "The list of contacts is empty: The contacts can't be read."
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("contacts", "There is no “zed” in your contacts."),
        ("appointments", "There is no “zed” in your calendar."),
        ("timers", "There is no timer called “zed”."),
        ("rooms", ""),
    ],
)
def test_who_names_what_is_not_in_a_list_is_told_which_list(name: str, said: str) -> None:
    lists = LivingLists({name: lambda: [ListEntry("anna", 1)]})
    assert lists.unlisted(name, "zed", "en") == said


def test_who_names_something_of_an_empty_list_is_told_how_to_fill_it() -> None:
    lists = LivingLists({"contacts": tuple, "appointments": tuple, "timers": tuple})
    assert "contacts.vcf" in lists.unlisted("contacts", "anna", "en")
    assert "contacts.vcf" in lists.unlisted("contacts", "anna", "fr")
    assert lists.unlisted("appointments", "choir", "en") == "Nothing is in your calendar."
    assert lists.unlisted("timers", "pasta", "de") == "Es gibt keinen Timer."


def test_who_names_something_of_a_broken_list_is_told_what_is_wrong_with_it() -> None:
    def broken() -> Sequence[ListEntry]:
        raise ServiceError("The contacts server doesn't answer.")

    lists = LivingLists({"contacts": broken})
    for _ in range(2):
        assert lists.unlisted("contacts", "zoe", "en") == "The contacts server doesn't answer."


def test_the_bundled_facts_are_sentences() -> None:
    facts = list(read_facts(bundled("intents") / "facts.toml"))
    assert len(facts) >= 40
    assert all(fact.answer.endswith(".") for fact in facts)


def test_a_persons_own_facts_are_believed_and_changes_seen(tmp_path: Path) -> None:
    bundled_one, own = tmp_path / "bundled.toml", tmp_path / "own.toml"
    bundled_one.write_text('"the capital of france" = "Paris."\n"pi" = "3.14."\n')
    knowledge = LocalKnowledge([bundled_one, own])
    assert [fact.answer for fact in knowledge.facts()] == ["Paris.", "3.14."]
    own.write_text('"the capital of france" = "Paris, as ever."\n')
    assert [(entry.text, entry.value.answer) for entry in knowledge.entries()] == [  # type: ignore[attr-defined]
        ("the capital of france", "Paris, as ever."),
        ("pi", "3.14."),
    ]
    assert knowledge.facts()[0].source == str(own)


@pytest.mark.parametrize("topic", ["the (capital", "{x}", "<rule>", "[]"])
def test_one_fact_that_cannot_be_said_is_left_out(topic: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(f'"{topic}" = "A."\n"pi" = "B."\n')
    assert [fact.topic for fact in read_facts(file)] == ["pi"]


@pytest.mark.parametrize("text", ["no toml", '"pi" = 3.14', "\udcff"])
def test_a_file_without_facts(text: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ServiceError, match=r"facts\.toml"):
        list(read_facts(file))


def test_a_file_without_facts_is_named_and_the_others_are_believed(tmp_path: Path) -> None:
    good, own = tmp_path / "bundled.toml", tmp_path / "own.toml"
    good.write_text('"pi" = "3.14."\n')
    own.write_text('"pi" = "3."\n"e" = 2.7\n')
    knowledge = LocalKnowledge([good, own])
    assert [fact.answer for fact in knowledge.facts()] == ["3.14."]
    (problem,) = knowledge.problems
    assert str(own) in problem
    own.write_text('"pi" = "3."\n')
    assert [entry.value.answer for entry in knowledge.entries()] == ["3."]  # type: ignore[attr-defined]
    assert knowledge.problems == ()
