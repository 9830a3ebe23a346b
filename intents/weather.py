"""The weather, where the settings name somebody who knows it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated

from assistant import Clock, Forecast, Reply, Weather, choices, intent, phrase, rounded, spoken

CITIES = tomllib.loads(Path(__file__).with_name("cities.toml").read_text("utf-8"))
City = Annotated[str, choices({name.lower(): name for name in CITIES})]

RULES = {
    "here": "[(in {city}|outside|here)]",
    "when": "[(now|right now|at the moment|{day}|on {day})]",
}

LIKELY_PERCENT = 60
"""From here on it will probably rain."""
UNLIKELY_PERCENT = 25
"""Up to here it probably won't."""


@intent(
    "(what's|what is|how's|how is) the weather [like] <here> <when>",
    "(what's|what is) the weather [like] <when> <here>",
    "what will the weather be [like] <here> <when>",
    "how will the weather be <here> <when>",
    "[(what's|what is)] the [weather] forecast [for {day}] [(in|for) {city}]",
    "(tell|give) me the (weather|forecast|weather forecast) [for {day}] [(in|for) {city}]",
    "(can|could) you tell me the weather <here> <when>",
    "[the] weather <here> <when> [please]",
    "what is it like outside <when>",
    "is [it] [going to be] [(nice|good|bad)] weather <here> <when>",
    "do you know the weather <here> <when>",
    "what (kind|sort) of weather (is it|do we have|do we get|can we expect) <here> <when>",
    rules=RULES,
    examples=("what is the weather tomorrow", "how is the weather in london"),
)
def weather(
    source: Weather, clock: Clock, day: date | None = None, city: City | None = None
) -> str | Reply:
    found = _asked(source, clock, day, city)
    if found is None:
        return _unknown(city)
    said = phrase(
        "{when}: {sky}, {low} to {high} degrees.",
        when=_when(found, clock),
        sky=found.sky,
        low=rounded(round(found.low_c)),
        high=rounded(round(found.high_c)),
    )
    return _capital(" ".join([said, *_chance(found), *_now(found), _source(found)]))


@intent(
    "(will|does|is) it (rain|snow|raining|snowing|going to rain|going to snow) <here> <when>",
    "(is|will) there [(going to|be)] [be] [any] (rain|snow) <here> <when>",
    "do i need (an umbrella|a raincoat|my umbrella|a rain jacket) <here> <when>",
    "should i take (an|my|the) umbrella [with me] <here> <when>",
    "how likely is (rain|snow) <here> <when>",
    "what (is|are) the chance[s] of (rain|snow) <here> <when>",
    "what's the chance of (rain|snow) <here> <when>",
    "will it (stay|be|keep) dry <here> <when>",
    "will (we|i|they) get [any] (rain|snow) <here> <when>",
    "any (rain|snow) <here> <when>",
    "(is|are) [any] (rain|snow|showers) (expected|likely) <here> <when>",
    "does it look like it will (rain|snow) <here> <when>",
    "(will|do) (i|we) get wet <here> <when>",
    "(can|do|should) we expect (rain|snow) <here> <when>",
    "is an umbrella (needed|necessary) <here> <when>",
    rules=RULES,
    examples=("will it rain tomorrow", "do i need an umbrella"),
)
def rain(
    source: Weather, clock: Clock, day: date | None = None, city: City | None = None
) -> str | Reply:
    found = _asked(source, clock, day, city)
    if found is None or found.rain_percent is None:
        return _unknown(city)
    said = phrase(
        "{when}: {expected}, {number} percent chance of rain or snow.",
        when=_when(found, clock),
        expected=_expected(found.rain_percent),
        number=str(found.rain_percent),
    )
    return _capital(f"{said} {_source(found)}")


def _expected(percent: int) -> str:
    if percent >= LIKELY_PERCENT:
        return "probably"
    return "probably not" if percent <= UNLIKELY_PERCENT else "perhaps"


@intent(
    "how (warm|hot|cold|cool) is it <here> <when>",
    "how (warm|hot|cold|cool) will it (be|get) <here> <when>",
    "(what's|what is) the temperature <here> <when>",
    "what will the temperature be <here> <when>",
    "how many degrees (is it|are there|will it be) <here> <when>",
    "(can|could) you tell me the temperature <here> <when>",
    "(tell|give) me the temperature <here> <when>",
    "[the] temperature <here> <when> [please]",
    "(will|does) it (freeze|get (cold|hot|warm)) <here> <when>",
    "what are the temperatures <here> <when>",
    "what temperature (is it|do we have|do we get|can we expect) <here> <when>",
    "(is it|will it be|do you think it is) (cold|warm|hot|freezing) <here> <when>",
    "(do you know|tell me) how (warm|hot|cold) it (is|gets) <here> <when>",
    rules=RULES,
    examples=("how warm will it be tomorrow", "what is the temperature in paris"),
)
def temperature(
    source: Weather, clock: Clock, day: date | None = None, city: City | None = None
) -> str | Reply:
    found = _asked(source, clock, day, city)
    if found is None:
        return _unknown(city)
    said = phrase(
        "{low} to {high} degrees {when}.",
        low=rounded(round(found.low_c)),
        high=rounded(round(found.high_c)),
        when=_when(found, clock),
    )
    return _capital(" ".join([said, *_now(found), _source(found)]))


def _asked(source: Weather, clock: Clock, day: date | None, city: str | None) -> Forecast | None:
    """The forecast that was asked for; None where nobody knows it."""
    latitude, longitude = CITIES[city]["at"] if city else (0.0, 0.0)
    return source.forecast(day or clock.now().date(), (latitude, longitude) if city else None)


def _unknown(city: str | None) -> Reply:
    if city:
        return Reply(phrase("I don't know the weather in {city} then.", city=city), ok=False)
    return Reply(phrase("I don't know the weather then."), ok=False)


def _when(found: Forecast, clock: Clock) -> str:
    return spoken(found.day, now=clock.now())


def _chance(found: Forecast) -> list[str]:
    if not found.rain_percent:
        return []
    return [phrase("{number} percent chance of rain.", number=str(found.rain_percent))]


def _now(found: Forecast) -> list[str]:
    if found.now_c is None:
        return []
    return [phrase("{number} degrees now.", number=rounded(round(found.now_c)))]


def _source(found: Forecast) -> str:
    return phrase("{source} says so.", source=found.source)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
