"""Public holidays, here and elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.acting.public_holidays import PublicHolidays
from assistant.acting.references import Holiday
from assistant.errors import ServiceError
from assistant.tongue import speaking
from tests.intents.desk import Desk, make_desk

SO = "Python-holidays says so."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: questions change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (
            "when is thanksgiving in the united states",
            "Thanksgiving Day is on Thursday the 26th of November 2026, in 267 days. " + SO,
        ),
        (
            "when is independence day in the usa",
            "Independence Day is on Saturday the 4th of July 2026, in 122 days. " + SO,
        ),
        (
            "when is the next bank holiday",
            "Good Friday is on Friday the 3rd of April 2026, in 30 days. " + SO,
        ),
        (
            "what is the next holiday in scotland",
            "Good Friday is on Friday the 3rd of April 2026, in 30 days. " + SO,
        ),
        ("is tomorrow a holiday", "Tomorrow: no public holiday. " + SO),
        ("is christmas a holiday", "Yes, Christmas Day. " + SO),
        ("what holiday is on the third of october in germany", "Yes, German Unity Day. " + SO),
    ],
)
def test_answers(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


def test_one_that_a_country_does_not_have_is_said(desk: Desk) -> None:
    reply = desk.act("when is thanksgiving")
    assert (reply.ok, reply.text) == (False, "That is no public holiday there. " + SO)


@pytest.mark.parametrize(
    ("day", "answered"),
    [
        (date(2026, 7, 4), "Today is Independence Day."),
        (date(2026, 7, 3), "Tomorrow is Independence Day."),
    ],
)
def test_today_and_tomorrow_are_said_so(
    day: date, answered: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = make_desk(tmp_path_factory.mktemp("day"))
    desk.wall.set_clock((day - desk.clock.now().date()).days * 86_400.0)
    assert desk.say("when is independence day in the usa").startswith(answered)


def test_the_days_of_a_country_and_of_a_part_of_it() -> None:
    british, bavarian = PublicHolidays("GB"), PublicHolidays("DE-BY")
    january = date(2026, 1, 1), date(2026, 1, 7)
    assert british.between(*january) == [Holiday("New Year's Day", date(2026, 1, 1))]
    assert [each.day.day for each in bavarian.between(*january)] == [1, 6]
    assert british.between(*january, country="fr") == british.between(*january)
    assert [each.day.year for each in british.between(date(2026, 12, 31), date(2027, 1, 2))] == [
        2027
    ]


def test_they_are_called_as_the_conversation_calls_them() -> None:
    january = date(2026, 1, 1), date(2026, 1, 7)
    with speaking("de"):
        assert [each.said for each in PublicHolidays("DE-BY").between(*january)] == [
            "Neujahr",
            "Heilige Drei Könige",
        ]
        assert [each.said for each in PublicHolidays("GB").between(*january)] == [""]
    with speaking("it"):
        assert PublicHolidays("IT").between(*january)[0] == Holiday(
            "New Year's Day", date(2026, 1, 1), "Capodanno"
        )


def test_a_country_that_nobody_knows() -> None:
    with pytest.raises(ServiceError, match=r"XX; check answers\.country"):
        PublicHolidays("XX").between(date(2026, 1, 1), date(2026, 2, 1))


def test_a_correction_in_one_breath(desk: Desk) -> None:
    said = desk.say("is tomorrow a holiday no on friday")
    assert said == "Friday: no public holiday. " + SO
