"""Units and money."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import rounded
from assistant.acting.loader import load_file
from assistant.acting.rates import BankRates
from assistant.acting.references import Exchanged
from assistant.bundled import bundled
from assistant.errors import ServiceError
from tests.intents.desk import Desk, make_desk
from tests.intents.world import RATES


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: questions change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


def module() -> ModuleType:
    """The file of the ability, for its pure functions."""
    (first, *_) = load_file(bundled("intents") / "convert.py")
    return sys.modules[first.function.__module__]  # type: ignore[union-attr]


convert = module()


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("convert 5 km to miles", "About 3.11 miles."),
        ("convert five miles to kilometers", "About 8.05 kilometres."),
        ("how many grams are in a pound", "About 453.59 grams."),
        ("what is one hundred degrees fahrenheit in celsius", "About 37.78 degrees celsius."),
        ("how many seconds are in an hour", "3,600 seconds."),
        ("convert zero degrees celsius to fahrenheit", "32 degrees fahrenheit."),
        ("convert sixty miles per hour to kilometers an hour", "About 96.56 kilometres an hour."),
        ("how many hectares are in a square kilometre", "100 hectares."),
        ("convert thirty two psi to bar", "About 2.21 bar."),
        ("what is one kilowatt hour in kilocalories", "About 860.42 kilocalories."),
    ],
)
def test_units(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


CURRENCY_SIGNS = {"€": "euros", "$": "US dollars", "£": "pounds", "¥": "yen"}
TYPED = {
    "en": ("convert {} to {}", "how much is {} in {}"),
    "de": ("rechne {} in {} um", "was sind {} in {}"),
    "es": ("convierte {} a {}", "cuánto son {} en {}"),
    "fr": ("convertis {} en {}", "combien font {} en {}"),
    "it": ("converti {} in {}", "quanto sono {} in {}"),
}


@pytest.mark.parametrize("language", TYPED)
def test_signs_of_money_and_of_degrees_are_understood(language: str, tmp_path: Path) -> None:
    desk = make_desk(tmp_path, language=language)
    pairs = [(one, other) for one in CURRENCY_SIGNS for other in CURRENCY_SIGNS if one != other]
    typed = [
        (template.format(amount, other), (20.0, CURRENCY_SIGNS[one], CURRENCY_SIGNS[other]))
        for one, other in pairs
        for amount in (f"20{one}", f"20 {one}", f"{one}20")
        for template in TYPED[language]
    ]
    typed += [
        (template.format(amount, "°F"), (20.0, "degrees celsius", "degrees fahrenheit"))
        for amount in ("20°C", "20 °C")
        for template in TYPED[language]
    ]
    assert {said: values(desk, said) for said, _ in typed} == dict(typed)


def values(desk: Desk, said: str) -> tuple[object, ...]:
    """What is converted, and into what; a word for pounds that are money alone is as good."""
    command = desk.decide_alone(said).command
    assert command is not None, said
    assert command.match == "exact", said
    found = {slot.name: slot.value for slot in command.slots}
    units = (str(found[name]).replace("british ", "") for name in ("unit", "other"))
    return (found["amount"], *units)


@pytest.mark.parametrize(
    ("said", "worth"),
    [
        ("what are twenty euros in dollars", "24 US dollars"),
        ("convert five pounds to euros", "6.25 euros"),
        ("how many yen do i get for three dollars", "400 yen"),
        ("what is the exchange rate from euros to pounds", "0.8 british pounds"),
    ],
)
def test_money_names_whose_rates_and_of_when(desk: Desk, said: str, worth: str) -> None:
    assert desk.say(said) == f"{worth}, by the rates of the European Central Bank, yesterday."


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("convert five miles to grams", "can't be turned into"),
        ("convert five miles to euros", "can't be turned into"),
        ("what are ten euros in swiss francs", "I don't know what that is worth."),
    ],
)
def test_what_has_no_answer_is_said(desk: Desk, said: str, part: str) -> None:
    reply = desk.act(said)
    assert not reply.ok
    assert part in reply.text


def test_without_rates_units_are_there_and_money_says_what_to_do() -> None:
    assert convert.convert("miles", "miles", clock=None, rates=None) == "1 miles."
    reply = convert.convert("euros", "yen", clock=None, rates=None)
    assert (reply.ok, "answers.rates" in reply.text) == (False, True)


@given(st.floats(-1e6, 1e6), st.sampled_from(sorted(convert.UNITS)))
def test_a_unit_turned_into_itself_is_the_same(amount: float, unit: str) -> None:
    reply = convert.convert(unit, unit, clock=None, rates=None, amount=amount)
    assert reply == f"{rounded(round(amount, 6))} {unit}."


def test_every_unit_has_others_of_its_kind() -> None:
    dimensions = [unit.dimension for unit in convert.UNITS.values()]
    assert all(dimensions.count(each) > 1 for each in dimensions)


def test_a_rate_there_and_back_is_one() -> None:
    rates = BankRates(lambda: RATES)
    there = rates.exchange(100.0, "JPY", "GBP")
    assert there == Exchanged(0.5, date(2026, 3, 3), "the European Central Bank")
    back = rates.exchange(there.amount, "GBP", "JPY")
    assert back is not None
    assert back.amount == pytest.approx(100)
    assert rates.exchange(1.0, "EUR", "XXX") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html/>",
        b"not xml",
        RATES[:300],
        RATES.replace(b"2026-03-03", b"today"),
        RATES.replace(b"1.2", b"much"),
        RATES.replace(b"1.2", b"0"),
        RATES.replace(b"1.2", b"nan"),
        RATES.replace(b"currency='USD'", b""),
    ],
)
def test_rates_that_cannot_be_read(content: bytes) -> None:
    with pytest.raises(ServiceError, match="layout of the European Central Bank"):
        BankRates(lambda: content).exchange(1.0, "EUR", "USD")
