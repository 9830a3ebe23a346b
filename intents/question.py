"""Questions that need no network: the time, the calendar's dates, sums, units and known facts."""

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated
from zoneinfo import ZoneInfo

from assistant import Clock, Fact, Percent, Reply, choices, intent, phrase, spoken

RULES = {
    "what_is": "(what's|what is|what are|calculate|compute|work out|tell me|how much is)",
    "now": "[(now|right now|at the moment|please)]",
}


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


ZONES = (
    *("Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "America/Mexico_City"),
    *("America/New_York", "America/Sao_Paulo", "America/Toronto", "America/Vancouver"),
    *("Asia/Bangkok", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem"),
    *("Asia/Kolkata", "Asia/Manila", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo"),
    *("Atlantic/Reykjavik", "Australia/Melbourne", "Australia/Perth", "Australia/Sydney"),
    *("Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Dublin", "Europe/Helsinki"),
    *("Europe/Istanbul", "Europe/Lisbon", "Europe/London", "Europe/Madrid", "Europe/Moscow"),
    *("Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Rome", "Europe/Stockholm"),
    *("Europe/Vienna", "Europe/Warsaw", "Europe/Zurich", "Pacific/Auckland", "Pacific/Honolulu"),
)
CITIES = {zone.rpartition("/")[2].replace("_", " "): zone for zone in ZONES} | {
    "Beijing": "Asia/Shanghai",
    "Delhi": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata",
    "San Francisco": "America/Los_Angeles",
    "Washington": "America/New_York",
}
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
    there = here.astimezone(ZoneInfo(CITIES[city])).replace(second=0, microsecond=0)
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


Operator = Annotated[
    str,
    choices(
        {
            "plus|added to": "+",
            "minus|less|take away": "-",
            "times|multiplied by|multiply by|x": "*",
            "divided by|over|divide by": "/",
            "to the power of|raised to [the power of]": "**",
        }
    ),
]


@intent(
    "<what_is> {a} {first} {b}",
    "<what_is> {a} {first} {b} {second} {c}",
    "{a} {first} {b}",
    "{a} {first} {b} {second} {c}",
    "how much (is|are) {a} {first} {b}",
    "how much (does|do|would) {a} {first} {b} (make|give|equal)",
    "what (does|do|would) {a} {first} {b} (make|give|equal)",
    "(can|could) you (calculate|compute|work out|add up|tell me) {a} {first} {b}",
    "(can|could) you tell me what {a} {first} {b} is",
    "what (do you|do i|would i) get (for|from|with) {a} {first} {b}",
    "{a} {first} {b} (is|equals) [what]",
    "(solve|evaluate) {a} {first} {b}",
    rules=RULES,
    examples=("what is five plus three", "twelve times seven"),
)
def calculate(
    a: float, first: Operator, b: float, second: Operator | None = None, c: float | None = None
) -> str | Reply:
    return answer(f"({a}) {first} ({b})" + (f" {second} ({c})" if second else ""))


@intent(
    "<what_is> {share} of {whole}",
    "{share} of {whole}",
    "how much (is|are) {share} of {whole}",
    "how much (does|do|would) {share} of {whole} (make|give)",
    "what (does|do|would) {share} of {whole} (make|give|come to)",
    "(can|could) you (calculate|compute|work out|tell me) {share} of {whole}",
    "(can|could) you tell me what {share} of {whole} is",
    "(take|find|get) {share} of {whole}",
    "i (need|want) {share} of {whole}",
    "(solve|evaluate|figure out) {share} of {whole}",
    rules=RULES,
    examples=("what is twenty percent of eighty",),
)
def percentage(share: Percent, whole: float) -> str | Reply:
    return answer(f"{share} * {whole} / 100")


@intent(
    "<what_is> the square root of {number}",
    "<what_is> the root of {number}",
    "[the] [square] root of {number}",
    "how much is the [square] root of {number}",
    "(can|could) you (calculate|compute|work out|tell me) the [square] root of {number}",
    "(can|could) you tell me what the [square] root of {number} is",
    "(find|take|get|solve) the [square] root of {number}",
    "i (need|want) the [square] root of {number}",
    "what number squared (is|gives|makes) {number}",
    "what times itself (is|gives|makes) {number}",
    rules=RULES,
    examples=("what is the square root of eighty one",),
)
def square_root(number: float) -> str | Reply:
    if number < 0:
        return Reply(phrase("A negative number has no square root."), ok=False)
    return f"{shown(number**0.5)}."


def answer(formula: str) -> str | Reply:
    try:
        return f"{shown(float(evaluate(formula)))}."
    except ZeroDivisionError:
        return Reply(phrase("Nothing can be divided by zero."), ok=False)
    except (ValueError, OverflowError):
        return Reply(phrase("That is more than I can work out."), ok=False)


OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: lambda base, exponent: power(base, exponent),
}


def evaluate(formula: str) -> Fraction:
    """The exact value of a sum such as "2 + 3 * 4"; nothing but numbers and + - * / ** counts.

    Raises ValueError for anything else, ZeroDivisionError, and OverflowError for huge powers.
    """
    return _value(ast.parse(formula, mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Fraction(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_value(left), _value(right))
    raise ValueError("This isn't a sum.")


def power(base: Fraction, exponent: Fraction) -> Fraction:
    if abs(exponent) > 1000 or abs(base) > 10**12:
        raise OverflowError
    if exponent.denominator == 1:
        return base**exponent.numerator
    if base < 0:
        raise ValueError("A negative number has no such power.")
    return Fraction(float(base) ** float(exponent))


def shown(value: float) -> str:
    """A number to be said: exactly where that is short, else about."""
    rounded = round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")
    rounded += 0.0  # there is no minus nought
    text = figures(rounded)
    return (
        text if abs(rounded - value) <= 1e-9 * abs(value) else phrase("About {number}", number=text)
    )


def figures(number: float) -> str:
    """A number in figures, as the language writes them."""
    small = (number == int(number) and abs(number) <= 12) or abs(number) < 1e-6
    return f"{number:.15g}" if small else f"{'-' if number < 0 else ''}{spoken(abs(number))}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how many of its dimension's base unit one of it is, and where its zero lies."""

    dimension: str
    factor: float
    said: str
    """The ways to say it, as a template."""
    zero: float = 0.0


UNITS = {
    "millimetres": Unit("length", 0.001, "millimet(er|re)[s]|mm"),
    "centimetres": Unit("length", 0.01, "centimet(er|re)[s]|cm"),
    "metres": Unit("length", 1.0, "met(er|re)[s]"),
    "kilometres": Unit("length", 1000.0, "kilomet(er|re)[s]|km"),
    "inches": Unit("length", 0.0254, "inch[es]"),
    "feet": Unit("length", 0.3048, "foot|feet|ft"),
    "yards": Unit("length", 0.9144, "yard[s]"),
    "miles": Unit("length", 1609.344, "mile[s]"),
    "milligrams": Unit("weight", 1e-6, "milligram[s]"),
    "grams": Unit("weight", 0.001, "gram[s]"),
    "kilograms": Unit("weight", 1.0, "kilogram[s]|kilo[s]|kg"),
    "tons": Unit("weight", 1000.0, "ton[s]|tonne[s]"),
    "ounces": Unit("weight", 0.028349523125, "ounce[s]|oz"),
    "pounds": Unit("weight", 0.45359237, "pound[s]|lb[s]"),
    "stone": Unit("weight", 6.35029318, "stone[s]"),
    "millilitres": Unit("volume", 0.001, "millilit(er|re)[s]|ml"),
    "litres": Unit("volume", 1.0, "lit(er|re)[s]"),
    "teaspoons": Unit("volume", 0.005, "teaspoon[s]"),
    "tablespoons": Unit("volume", 0.015, "tablespoon[s]"),
    "cups": Unit("volume", 0.2365882365, "cup[s]"),
    "pints": Unit("volume", 0.56826125, "pint[s]"),
    "gallons": Unit("volume", 4.54609, "gallon[s]"),
    "seconds": Unit("time", 1.0, "second[s]"),
    "minutes": Unit("time", 60.0, "minute[s]"),
    "hours": Unit("time", 3600.0, "hour[s]"),
    "days": Unit("time", 86400.0, "day[s]"),
    "weeks": Unit("time", 604800.0, "week[s]"),
    "kilometres an hour": Unit("speed", 1 / 3.6, "kilomet(er|re)[s] (an|per) hour"),
    "miles an hour": Unit("speed", 0.44704, "mile[s] (an|per) hour|mph"),
    "degrees celsius": Unit("temperature", 1.0, "[degree[s]] (celsius|centigrade)", 273.15),
    "degrees fahrenheit": Unit("temperature", 5 / 9, "[degree[s]] fahrenheit", 255.3722222222222),
    "kelvin": Unit("temperature", 1.0, "kelvin"),
}

UnitName = Annotated[str, choices({unit.said: name for name, unit in UNITS.items()})]


@intent(
    "convert {amount} {unit} [in]to {other}",
    "(change|turn|translate) {amount} {unit} [in]to {other}",
    "(what's|what is|what are|how much is|how much are) {amount} {unit} in {other}",
    "how many {other} (are|is) [there] in {amount} {unit}",
    "how many {other} (are|is) [there] in (a|an|one) {unit}",
    "how many {other} (are|is|make|makes) {amount} {unit}",
    "how many {other} (does|do) {amount} {unit} (have|make)",
    "{amount} {unit} (in|to|into) {other}",
    "{amount} {unit} is how many {other}",
    "how much is (a|an|one) {unit} in {other}",
    "(can|could) you convert {amount} {unit} [in]to {other}",
    "(tell me|give me|i need|i want) {amount} {unit} in {other}",
    examples=("convert five miles to kilometers", "how many grams are in a pound"),
)
def convert(unit: UnitName, other: UnitName, amount: float = 1.0) -> str | Reply:
    one, two = UNITS[unit], UNITS[other]
    if one.dimension != two.dimension:
        unlike = phrase("{unit} can't be turned into {other}.", unit=unit, other=other)
        return Reply(unlike[:1].upper() + unlike[1:], ok=False)
    base = amount * one.factor + one.zero
    said = shown(round((base - two.zero) / two.factor, 6))
    return phrase("{amount} {unit}.", amount=said, unit=other)


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
