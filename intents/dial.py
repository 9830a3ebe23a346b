"""Calls: to somebody in the address book or to a number. Read back before it happens."""

from typing import Annotated

from assistant import Contact, Phone, PhoneNumber, Reply, choices, intent, phrase, spoken

Label = Annotated[
    str,
    choices(
        {
            "mobile [(phone|number)]|cell [(phone|number)]": "mobile",
            "home [(phone|number)]|landline": "home",
            "work [(phone|number)]|office [(phone|number)]": "work",
        }
    ),
]

RULES = {
    "call": "(call [up]|dial|ring [up]|phone|telephone)",
    "where": "(on|at|under) [(his|her|their|the|my)] {label}",
    "please": "(please|can you|could you|would you|i (want|need|have) to|let's)",
}


def whom(who: Contact, label: str | None = None) -> str:
    """The question before the call: whom, and on which number."""
    number = who.number(label or "")
    if who.namesakes:
        names = f" {phrase('or')} ".join(who.namesakes)
        return phrase("Which {name}: {names}?", name=who.name, names=names)
    if number is None:
        return phrase("{problem} Leave it?", problem=no_number(who, label))
    said = digits(number.number)
    if not number.label:
        return phrase("Call {name}, {number}?", name=who.name, number=said)
    return phrase(
        "Call {name} on the {label} number, {number}?",
        name=who.name,
        label=number.label,
        number=said,
    )


@intent(
    "[<please>] <call> {who} [<where>]",
    "<call> {who} {label} [please]",
    "<call> {who} [<where>] (please|now|right now|right away)",
    "(give|make) {who} a (call|ring|phone call) [<where>]",
    "make a [phone] call to {who} [<where>]",
    "(place|start) a [phone] call (to|with) {who} [<where>]",
    "(get|put) {who} on the (phone|line)",
    "(get|connect) me (to|with) {who} [<where>]",
    "put me through to {who} [<where>]",
    "[<please>] (talk|speak) (to|with) {who} [on the phone]",
    "<please> give {who} a (call|ring) [<where>]",
    "<call> (someone|somebody)",
    risk="high",
    confirm=whom,
    rules=RULES,
    asks={"who": "Whom shall I call?"},
    examples=("call somebody",),
)
def call(who: Contact, phone: Phone, label: Label | None = None) -> str | Reply:
    number = who.number(label or "")
    if who.namesakes:
        names = f" {phrase('and')} ".join(who.namesakes)
        return Reply(phrase("I know {names}. Say the full name.", names=names), ok=False)
    if number is None:
        return Reply(no_number(who, label), ok=False)
    phone.call(number.number)
    return phrase("Calling {name}.", name=who.name)


def which(number: PhoneNumber) -> str:
    return phrase("Call {number}?", number=digits(number))


@intent(
    "[<please>] <call> [the number] {number}",
    "[<please>] <call> (a number|this number) [{number}]",
    "<call> {number} [for me] (please|now|right now|right away)",
    "make a [phone] call to [the number] {number}",
    "(place|start) a [phone] call to [the number] {number}",
    "(get|connect) me (to|with) [the number] {number}",
    "put me through to {number}",
    "the number is {number} <call> it",
    "give {number} a (call|ring)",
    "(dial|try) the [phone] number {number}",
    risk="high",
    confirm=which,
    rules=RULES,
    asks={"number": "Which number?"},
    examples=("call oh two oh seven nine four six oh nine five eight",),
)
def call_number(number: PhoneNumber, phone: Phone) -> str:
    phone.call(number)
    return phrase("Calling {name}.", name=digits(number))


def no_number(who: Contact, label: str | None) -> str:
    return phrase("I have no {label} number for {name}.", label=label or "phone", name=who.name)


def digits(number: str) -> str:
    """The number as one says it, whatever stands between its digits."""
    return spoken("".join(char for char in number if char.isdigit() or char == "+"))
