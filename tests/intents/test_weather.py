"""The weather: of a file, or fetched from a server that keeps to what was allowed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.acting.weather import OpenMeteo
from assistant.errors import ServiceError
from tests.acting.loopback import Loopback, loopback
from tests.intents.desk import NOW, Desk, make_desk
from tests.intents.world import weather

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
PARIS = (48.86, 2.35)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One for all: questions change nothing."""
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (
            "what's the weather like",
            "Today: clear, 3 to 10 degrees. 7 degrees now. Open-Meteo says so.",
        ),
        (
            "what's the weather tomorrow",
            "Tomorrow: partly cloudy, 4 to 11 degrees. 10 percent chance of rain. "
            "Open-Meteo says so.",
        ),
        (
            "will it rain on tuesday",
            "Tuesday: probably, 60 percent chance of rain or snow. Open-Meteo says so.",
        ),
        (
            "do i need an umbrella",
            "Today: probably not, 0 percent chance of rain or snow. Open-Meteo says so.",
        ),
        (
            "will it rain on sunday",
            "Sunday: perhaps, 40 percent chance of rain or snow. Open-Meteo says so.",
        ),
        ("how warm will it be tomorrow", "4 to 11 degrees tomorrow. Open-Meteo says so."),
        (
            "what's the temperature",
            "3 to 10 degrees today. 7 degrees now. Open-Meteo says so.",
        ),
    ],
)
def test_answers_name_their_source(desk: Desk, said: str, answered: str) -> None:
    assert desk.say(said) == answered


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("what's the weather in three weeks", "I don't know the weather then."),
        ("how warm is it in paris", "I don't know the weather in Paris then."),
    ],
)
def test_i_do_not_know_is_an_answer(desk: Desk, said: str, answered: str) -> None:
    reply = desk.act(said)
    assert (reply.ok, reply.text) == (False, answered)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(weather(TODAY)) as running:
        yield running


def test_it_is_asked_about_a_place_and_nothing_else(server: Loopback, tmp_path: Path) -> None:
    source = OpenMeteo(f"{server.url}/v1/forecast", tmp_path, (51.5, -0.1))
    found = source.forecast(TOMORROW)
    assert found is not None
    assert (found.sky, found.low_c, found.rain_percent, found.now_c) == (
        *("partly cloudy", 4.4, 10),
        None,
    )
    assert source.forecast(TODAY, PARIS) is not None
    assert source.forecast(TODAY, PARIS) is not None  # was kept
    home, paris = (parse_qs(urlsplit(asked).query) for asked in server.asked)
    assert (home["latitude"], home["longitude"]) == (["51.5"], ["-0.1"])
    assert paris["latitude"] == ["48.86"]
    assert "weather_code" in home["daily"][0]


def test_without_a_place_it_asks_for_one(server: Loopback, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match=r"set answers\.place"):
        OpenMeteo(f"{server.url}/v1/forecast", tmp_path, None).forecast(TODAY)
    assert server.asked == []


def broken(**changes: Any) -> bytes:
    found = json.loads(weather(TODAY))
    found["daily"] |= changes
    return json.dumps(found).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"not json",
        b"{}",
        b'{"daily": 3}',
        broken(time=3),
        broken(temperature_2m_min=[]),
        broken(temperature_2m_max=[None] * 7),
        broken(precipitation_probability_max=["much"] * 7),
    ],
)
def test_what_is_no_forecast_is_said(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "forecast.json"
    file.write_bytes(content)
    with pytest.raises(ServiceError, match="can't be read"):
        OpenMeteo(str(file), tmp_path, None).forecast(TODAY)


def test_a_sky_of_which_nobody_knows_the_code(tmp_path: Path) -> None:
    file = tmp_path / "forecast.json"
    file.write_bytes(broken(weather_code=[1234] * 7))
    found = OpenMeteo(str(file), tmp_path, None).forecast(date(2026, 3, 4))
    assert found is not None
    assert found.sky == "unsettled"


def test_a_correction_in_one_breath(desk: Desk) -> None:
    said = desk.say("how warm is it in london no paris")
    assert said == "I don't know the weather in Paris then."


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("temperature in the living room", "the living room"),
        ("how warm is it in the house", "the house"),
        ("how hot is it in the oven", "the oven"),
        ("what time is it in my room", "my room"),
    ],
)
def test_a_place_in_the_house_is_no_city(desk: Desk, said: str, place: str) -> None:
    decision = desk.decide_alone(said)
    assert (decision.reason, decision.detail) == ("unknown_value", f"I don't know “{place}”.")


@pytest.mark.parametrize("said", ["temperature living room", "temprature in the living room"])
def test_nor_is_it_in_words_that_no_template_has(desk: Desk, said: str) -> None:
    assert desk.decide_alone(said).kind == "reject"


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("what's the temperature in pariss", "Paris"),
        ("is it warm in amstardam", "Amsterdam"),
        ("londn weather please", "London"),
    ],
)
def test_a_misspelt_city_is_still_one(desk: Desk, said: str, city: str) -> None:
    command = desk.decide_alone(said).command
    assert command is not None
    assert [slot.value for slot in command.slots] == [city]
