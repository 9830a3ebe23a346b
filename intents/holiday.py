"""Public holidays, here and in other countries."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from assistant import Clock, Holiday, Holidays, Reply, choices, intent, phrase, spoken

AHEAD = timedelta(days=400)
"""So far ahead is looked for the next one."""

COUNTRIES = {
    "argentina": "AR",
    "australia": "AU",
    "austria": "AT",
    "belgium": "BE",
    "brazil": "BR",
    "canada": "CA",
    "chile": "CL",
    "china": "CN",
    "denmark": "DK",
    "england": "GB-ENG",
    "finland": "FI",
    "france": "FR",
    "germany": "DE",
    "greece": "GR",
    "hungary": "HU",
    "india": "IN",
    "ireland": "IE",
    "israel": "IL",
    "italy": "IT",
    "japan": "JP",
    "mexico": "MX",
    "[the] netherlands|holland": "NL",
    "new zealand": "NZ",
    "northern ireland": "GB-NIR",
    "norway": "NO",
    "poland": "PL",
    "portugal": "PT",
    "scotland": "GB-SCT",
    "[south] korea": "KR",
    "south africa": "ZA",
    "spain": "ES",
    "sweden": "SE",
    "switzerland": "CH",
    "turkey": "TR",
    "the uk|[the] united kingdom|[great] britain": "GB",
    "ukraine": "UA",
    "the us|[the] (usa|united states [of america])|america": "US",
    "wales": "GB-WLS",
}
Country = Annotated[str, choices(COUNTRIES)]

NAMES = {
    "all saints [day]": "all saints",
    "anzac day": "anzac day",
    "armistice day": "armistice day",
    "ascension [day]": "ascension",
    "assumption [day]": "assumption",
    "australia day": "australia day",
    "bastille day": "national day",
    "canada day": "canada day",
    "columbus day": "columbus day",
    "corpus christi": "corpus christi",
    "diwali": "diwali",
    "epiphany": "epiphany",
    "[the] german unity [day]|the day of german unity": "german unity day",
    "independence day": "independence day",
    "juneteenth": "juneteenth",
    "labo[u]r day|may day|workers day": "labor day|may day|workers",
    "martin luther king [junior] day": "martin luther king",
    "memorial day": "memorial day",
    "midsummer": "midsummer",
    "national day": "national day",
    "(pentecost|whit) monday": "pentecost monday|whit monday",
    "republic day": "republic day",
    "saint (andrew|andrews) day": "saint andrew",
    "saint (patrick|patricks) day": "saint patrick",
    "saint (stephen|stephens) day": "saint stephen|boxing day|second day of christmas",
    "thanksgiving [day]": "thanksgiving",
    "victory day": "victory day",
    "veterans day": "veterans day",
}
"""How a holiday is asked for, and what its name holds in one country or another."""
Name = Annotated[str, choices(NAMES)]


@intent(
    "when is {name} [in {country}] [this year]",
    "(what|which) day is {name} [in {country}] [this year]",
    "when (do|will) (we|they|people) (have|celebrate) {name} [in {country}]",
    "when does {name} (fall|come) [in {country}]",
    "on (what|which) (day|date) (is|does|will) {name} [(fall|be)] [in {country}]",
    "(can|could) you tell me when {name} is [in {country}]",
    "how (far away|soon) is {name} [in {country}]",
    "do you know when {name} is [in {country}]",
    "what is the date of {name} [in {country}]",
    "tell me (when|how far away) {name} (is|will be) [in {country}]",
    "how long [is it] (until|till) {name} [in {country}]",
    "how many days [is it] (until|till) {name} [in {country}]",
    examples=("when is labour day in germany",),
)
def when_is(
    name: Name, holidays: Holidays, clock: Clock, country: Country | None = None
) -> str | Reply:
    today = clock.now().date()
    found = _named(name, today, holidays, country or "")
    if found is None:
        none = phrase("That is no public holiday there.")
        return Reply(_sourced(none, holidays), ok=False)
    return _sourced(_told(found, today), holidays)


@intent(
    "(what|when) is the next [public|bank|national] holiday [in {country}]",
    "when is the next day off [in {country}]",
    "(what|which) [public|bank|national] holiday (comes|is) next [in {country}]",
    "(tell|give) me the next [public|bank|national] holiday [in {country}]",
    "how long [is it] (until|till) the next [public|bank|national] holiday [in {country}]",
    "when do (we|they|people) have the next [public|bank|national] holiday [in {country}]",
    "[the] next [public|bank|national] holiday [in {country}] [please]",
    "(can|could) you tell me the next [public|bank|national] holiday [in {country}]",
    "how long do (we|i) [have to] wait for the next [public|bank|national] holiday [in {country}]",
    "do you know what [public|bank|national] holiday comes next [in {country}]",
    "do you know (when|what) the next [public|bank|national] holiday is [in {country}]",
    "(what|which) [public|bank|national] holiday is coming [up] [next] [in {country}]",
    "when can i [next] (sleep in|stay at home) for a [public|bank] holiday",
    examples=("when is the next bank holiday", "what is the next holiday in france"),
)
def next_holiday(holidays: Holidays, clock: Clock, country: Country | None = None) -> str | Reply:
    today = clock.now().date()
    coming = holidays.between(today, today + AHEAD, country or "")
    if not coming:
        return Reply(phrase("I don't know of any."), ok=False)
    return _sourced(_told(coming[0], today), holidays)


@intent(
    "is {day} a [public|bank|national] holiday [in {country}]",
    "is it a [public|bank|national] holiday {day} [in {country}]",
    "is there a [public|bank|national] holiday [on] {day} [in {country}]",
    "do (we|they|people) have a [public|bank|national] holiday [on] {day} [in {country}]",
    "(is|are) (everything|the shops) closed {day} [in {country}]",
    "do i have {day} off",
    "(can|could) you tell me (if|whether) {day} is a [public|bank|national] holiday [in {country}]",
    "what [public|bank|national] holiday is [on] {day} [in {country}]",
    "is {day} a day off [in {country}]",
    "will {day} be a [public|bank|national] holiday [in {country}]",
    "(are we|is everybody) off [work] [on] {day}",
    "does everybody have [the] {day} off [in {country}]",
    "(do we|do people|must i|do i have to) work on {day} [in {country}]",
    "(which|what) holiday do (we|they|people) have [on] {day} [in {country}]",
    examples=("is tomorrow a holiday", "is the first of may a holiday in spain"),
)
def is_holiday(day: date, holidays: Holidays, clock: Clock, country: Country | None = None) -> str:
    found = holidays.between(day, day + timedelta(days=1), country or "")
    if found:
        return _sourced(phrase("Yes, {name}.", name=_listed(found)), holidays)
    none = phrase("{day}: no public holiday.", day=spoken(day, now=clock.now()))
    return _sourced(none, holidays)


def _named(name: str, today: date, holidays: Holidays, country: str) -> Holiday | None:
    """The next one with such a name: rather "Independence Day" than "Juneteenth National
    Independence Day"."""
    coming = holidays.between(today, today + AHEAD, country)
    for how in (str.__eq__, str.startswith, str.__contains__):
        for part in name.split("|"):
            for each in coming:
                if how(each.name.lower(), part):
                    return each
    return None


def _told(holiday: Holiday, today: date) -> str:
    days = (holiday.day - today).days
    name, day = _called(holiday), holiday.day
    if days < 2:
        return phrase("Today is {name}." if days == 0 else "Tomorrow is {name}.", name=name)
    return phrase("{name} is on {day}, in {days} days.", name=name, day=day, days=days)


def _called(holiday: Holiday) -> str:
    return holiday.said or phrase(holiday.name)


def _listed(holidays: Sequence[Holiday]) -> str:
    return phrase(" and ").join(dict.fromkeys(map(_called, holidays)))


def _sourced(said: str, holidays: Holidays) -> str:
    return f"{said[:1].upper()}{said[1:]} {phrase('{source} says so.', source=holidays.source())}"
