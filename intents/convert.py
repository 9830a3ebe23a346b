"""Units and currencies."""

from dataclasses import dataclass
from typing import Annotated

from assistant import Clock, Rates, Reply, choices, intent, phrase, rounded, spoken


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
    "nautical miles": Unit("length", 1852.0, "nautical mile[s]"),
    "light years": Unit("length", 9.4607304725808e15, "light year[s]"),
    "square metres": Unit("area", 1.0, "square met(er|re)[s]"),
    "square kilometres": Unit("area", 1e6, "square kilomet(er|re)[s]"),
    "square feet": Unit("area", 0.09290304, "square (foot|feet)"),
    "square miles": Unit("area", 2589988.110336, "square mile[s]"),
    "hectares": Unit("area", 1e4, "hectare[s]"),
    "acres": Unit("area", 4046.8564224, "acre[s]"),
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
    "fluid ounces": Unit("volume", 0.0284130625, "fluid ounce[s]"),
    "quarts": Unit("volume", 1.1365225, "quart[s]"),
    "american gallons": Unit("volume", 3.785411784, "(us|american) gallon[s]"),
    "cubic metres": Unit("volume", 1000.0, "cubic met(er|re)[s]"),
    "seconds": Unit("time", 1.0, "second[s]"),
    "minutes": Unit("time", 60.0, "minute[s]"),
    "hours": Unit("time", 3600.0, "hour[s]"),
    "days": Unit("time", 86400.0, "day[s]"),
    "weeks": Unit("time", 604800.0, "week[s]"),
    "kilometres an hour": Unit("speed", 1 / 3.6, "kilomet(er|re)[s] (an|per) hour"),
    "miles an hour": Unit("speed", 0.44704, "mile[s] (an|per) hour|mph"),
    "metres a second": Unit("speed", 1.0, "met(er|re)[s] (a|per) second"),
    "knots": Unit("speed", 1852 / 3600, "knot[s]"),
    "joules": Unit("energy", 1.0, "joule[s]"),
    "calories": Unit("energy", 4.184, "calorie[s]"),
    "kilocalories": Unit("energy", 4184.0, "kilocalorie[s]"),
    "kilowatt hours": Unit("energy", 3.6e6, "kilowatt hour[s]"),
    "kilowatts": Unit("power", 1000.0, "kilowatt[s]"),
    "horsepower": Unit("power", 745.6998715822702, "horse power|horsepower|horses"),
    "bar": Unit("pressure", 1e5, "bar[s]"),
    "pascals": Unit("pressure", 1.0, "pascal[s]"),
    "pounds a square inch": Unit("pressure", 6894.757293168, "(pound[s] (a|per) square inch|psi)"),
    "megabytes": Unit("data", 1e6, "megabyte[s]"),
    "gigabytes": Unit("data", 1e9, "gigabyte[s]"),
    "terabytes": Unit("data", 1e12, "terabyte[s]"),
    "degrees celsius": Unit("temperature", 1.0, "[degree[s]] (celsius|centigrade)", 273.15),
    "degrees fahrenheit": Unit("temperature", 5 / 9, "[degree[s]] fahrenheit", 255.3722222222222),
    "kelvin": Unit("temperature", 1.0, "kelvin"),
}

CURRENCIES = {
    "australian dollars": ("AUD", "(australian|aussie) dollar[s]"),
    "brazilian reais": ("BRL", "[brazilian] (real|reais|reals)"),
    "british pounds": ("GBP", "(british pound[s]|pound[s] sterling|sterling|quid)"),
    "canadian dollars": ("CAD", "canadian dollar[s]"),
    "czech crowns": ("CZK", "czech (crown[s]|koruna[s])"),
    "danish crowns": ("DKK", "danish (crown[s]|krone|kroner)"),
    "US dollars": ("USD", "[(us|american)] dollar[s]|buck[s]"),
    "euros": ("EUR", "euro[s]"),
    "forints": ("HUF", "[hungarian] forint[s]"),
    "Hong Kong dollars": ("HKD", "hong kong dollar[s]"),
    "Indian rupees": ("INR", "[indian] rupee[s]"),
    "Mexican pesos": ("MXN", "[mexican] peso[s]"),
    "New Zealand dollars": ("NZD", "new zealand dollar[s]"),
    "Norwegian crowns": ("NOK", "norwegian (crown[s]|krone|kroner)"),
    "lei": ("RON", "[romanian] (leu|lei)"),
    "shekels": ("ILS", "[israeli] shekel[s]"),
    "Singapore dollars": ("SGD", "singapore dollar[s]"),
    "rand": ("ZAR", "[south african] rand[s]"),
    "won": ("KRW", "[[south] korean] won"),
    "Swedish crowns": ("SEK", "swedish (crown[s]|krona|kronor)"),
    "Swiss francs": ("CHF", "[swiss] franc[s]"),
    "baht": ("THB", "[thai] baht[s]"),
    "Turkish lira": ("TRY", "[turkish] lira[s]"),
    "yen": ("JPY", "[japanese] yen"),
    "yuan": ("CNY", "[chinese] (yuan|renminbi)"),
    "zloty": ("PLN", "[polish] (zloty|zlotys|zloties)"),
}
"""ISO 4217 code, and the ways to say it, of those that the European Central Bank lists."""

UnitName = Annotated[
    str,
    choices(
        {unit.said: name for name, unit in UNITS.items()},
        {said: name for name, (_, said) in CURRENCIES.items()},
    ),
]


@intent(
    "convert {amount} {unit} [in]to {other}",
    "(change|turn|translate) {amount} {unit} [in]to {other}",
    "(what's|what is|what are|how much is|how much are) {amount} {unit} in {other}",
    "how many {other} (are|is) [there] in {amount} {unit}",
    "how many {other} (are|is) [there] in (a|an|one) {unit}",
    "how many {other} (are|is|make|makes) {amount} {unit}",
    "how many {other} (does|do) {amount} {unit} (have|make|hold|contain|weigh)",
    "how many {other} (would|will) {amount} {unit} be",
    "how much would {amount} {unit} be in {other}",
    "what (do|does|would) {amount} {unit} (make|come to|be) in {other}",
    "(do you know|tell me|i'd like to know) what {amount} {unit} (is|are) in {other}",
    "(do you know|tell me|say) how many {other} {amount} {unit} (is|are|make)",
    "(change|exchange) {amount} {unit} into [some] {other} please",
    "{amount} {unit} how much is that in {other}",
    "{amount} {unit} what is (it|that) in {other}",
    "{amount} {unit} make how many {other}",
    "{amount} {unit} (in|to|into) {other}",
    "{amount} {unit} is how many {other}",
    "how much is (a|an|one) {unit} in {other}",
    "(can|could) you convert {amount} {unit} [in]to {other}",
    "(tell me|give me|i need|i want) {amount} {unit} in {other}",
    "how much (is|are) {amount} {unit} worth in {other}",
    "(what's|what is) the exchange rate (from|of) {unit} (to|in|into) {other}",
    "(exchange|swap) {amount} {unit} (for|to|into) {other}",
    "how many {other} do i get for {amount} {unit}",
    examples=(
        "convert five miles to kilometers",
        "how many grams are in a pound",
        "what are twenty euros in dollars",
    ),
)
def convert(
    unit: UnitName, other: UnitName, clock: Clock, rates: Rates | None, amount: float = 1.0
) -> str | Reply:
    if unit in CURRENCIES or other in CURRENCIES:
        return exchanged(amount, money(unit), money(other), rates, clock)
    one, two = UNITS[unit], UNITS[other]
    if one.dimension != two.dimension:
        return unlike(unit, other)
    base = amount * one.factor + one.zero
    said = rounded(round((base - two.zero) / two.factor, 6))
    return phrase("{amount} {unit}.", amount=said, unit=other)


def money(unit: str) -> str:
    """A pound is a weight, except beside other money."""
    return "british pounds" if unit == "pounds" else unit


def exchanged(
    amount: float, currency: str, other: str, rates: Rates | None, clock: Clock
) -> str | Reply:
    if not {currency, other} <= CURRENCIES.keys():
        return unlike(currency, other)
    if rates is None:
        missing = phrase("I have no exchange rates; name a file in answers.rates.")
        return Reply(missing, ok=False)
    found = rates.exchange(amount, CURRENCIES[currency][0], CURRENCIES[other][0])
    if found is None:
        return Reply(phrase("I don't know what that is worth."), ok=False)
    return phrase(
        "{amount} {unit}, by the rates of {source}, {day}.",
        amount=rounded(found.amount),
        unit=other,
        source=found.source,
        day=spoken(found.day, now=clock.now()),
    )


def unlike(unit: str, other: str) -> Reply:
    said = phrase("{unit} can't be turned into {other}.", unit=unit, other=other)
    return Reply(said[:1].upper() + said[1:], ok=False)
