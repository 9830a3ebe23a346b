"""Questions that need no network: the time, here and elsewhere, dates and known facts."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from assistant import Clock, Fact, choices, intent, phrase, spoken

RULES = {"now": "[(now|right now|at the moment|please)]"}


@intent(
    "(what's|what is) the [current] time <now>",
    "what time is it <now>",
    "what time do we have <now>",
    "what time is it here",
    "(can|could|would) you tell me (the time|what time it is) <now>",
    "(tell|give) me the [current] time <now>",
    "do you (have|know) the time",
    "do you know what time it is <now>",
    "how late is it <now>",
    "[the] time [please]",
    "(i need|i'd like|i want) to know (the time|what time it is)",
    "(what does the clock say|check the time|check the clock)",
    rules=RULES,
    examples=("what time is it", "tell me the time"),
)
def what_time(clock: Clock) -> str:
    return phrase("It is {time}.", time=clock.now().time().replace(second=0, microsecond=0))


CITIES = tomllib.loads(Path(__file__).with_name("cities.toml").read_text("utf-8"))
City = Annotated[str, choices({name.lower(): name for name in CITIES})]


@intent(
    "(what's|what is) the [current] time <now> in {city} <now>",
    "what time is it <now> in {city} <now>",
    "what time do they have in {city} <now>",
    "what's the time over in {city}",
    "(can|could|would) you tell me (the time|what time it is) in {city} <now>",
    "(tell|give) me the [current] time in {city} <now>",
    "do you know (the time|what time it is) in {city} <now>",
    "how late is it in {city} <now>",
    "[the] time in {city} [please]",
    "(i need|i'd like|i want) to know (the time|what time it is) in {city}",
    rules=RULES,
    examples=("what time is it in tokyo",),
)
def time_in(city: City, clock: Clock) -> str:
    here = clock.now()
    there = here.astimezone(ZoneInfo(CITIES[city]["zone"])).replace(second=0, microsecond=0)
    if there.date() == here.date():
        return phrase("It is {time} in {city}.", time=there.time(), city=city)
    day = spoken(there.date(), now=here)
    return phrase("It is {time} {day} in {city}.", time=there.time(), day=day, city=city)


@intent(
    "(what's|what is) [(the|today's)] date [today] <now>",
    "(what's|what is) the date (on|of) {day}",
    "what [(day|date)] is [it] today",
    "what (day|date) is it <now>",
    "what day of the week is (it|today)",
    "what (day|date|weekday|day of the week) (is|will|was) {day} [be]",
    "(which|what) day is {day}",
    "when is {day} [this year]",
    "(can|could|would) you tell me (the date|what day it is|today's date)",
    "(tell|give) me (the|today's) date",
    "do you know (the date|what day it is|today's date)",
    "what (is today|'s today|day do we have|day have we got)",
    "[the] (date|day) [please]",
    "on (what|which) (day|weekday) (is|does|will|was) {day} [(fall|be)]",
    rules=RULES,
    examples=("what's the date", "what day is it today"),
)
def what_date(clock: Clock, day: date | None = None) -> str:
    today = clock.now().date()
    if day is None or day == today:
        return phrase("Today is {day}.", day=today)
    return phrase("That was {day}." if day < today else "That is {day}.", day=day)


@intent(
    "how many days [are] [there] [left] (until|till|to|before) {day}",
    "how many days is it (until|till|to) {day}",
    "how (long|far) [is it] (until|till|to|before) {day}",
    "how (long|far) away is {day}",
    "how many (days|sleeps) away is {day}",
    "how many more (days|sleeps) (until|till|to|before) {day}",
    "how many sleeps (until|till|to|before) {day}",
    "(count|tell me) the days (until|till|to|before) {day}",
    "[the] days (until|till|to|before) {day}",
    "in how many days is {day}",
    "how (soon|long from now) is {day}",
    examples=("how many days until the first of december",),
)
def days_until(day: date, clock: Clock) -> str:
    days = (day - clock.now().date()).days
    if days == 0:
        return phrase("That is today.")
    one, several = (
        ("1 day until {day}.", "{count} days until {day}.")
        if days > 0
        else ("1 day ago.", "{count} days ago.")
    )
    said = spoken(day, now=clock.now())
    return phrase(one if abs(days) == 1 else several, count=str(abs(days)), day=said)


@intent(
    "(what's|what is|what are|what was) {topic}",
    "(who's|who is|who was|where's|where is|when was|when is) {topic}",
    "tell me [about] {topic}",
    "do you know {topic}",
    "[i want|i'd like] to know {topic}",
    "(can|could|would) you tell me [about] {topic}",
    "(can|could) you tell me what {topic} is",
    "(name|give me|look up|find out|explain) {topic}",
    "what do you know about {topic}",
    "(how (high|tall|long|deep|big|fast|far|old|hot) is) {topic}",
    "any idea what {topic} is",
    examples=("what is the capital of france",),
)
def look_up(topic: Fact) -> str:
    return topic.answer
