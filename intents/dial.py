"""Calls: to somebody in the address book or to a number. Read back before it happens."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from assistant import (
    Call,
    Clock,
    Contact,
    ContactNumber,
    Contacts,
    Phone,
    PhoneNumber,
    Reply,
    choices,
    intent,
    listed,
    phrase,
    spoken,
)

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

Which = Annotated[
    int,
    choices(
        {
            "[the] first [(one|number)]": 1,
            "[the] second [(one|number)]": 2,
            "[the] third [(one|number)]": 3,
        }
    ),
]

ORDINALS = ("the first", "the second", "the third")

RULES = {
    "call": "(call [up]|dial|ring [up]|phone|telephone)",
    "where": "(on|at|under) [(his|her|their|the|my)] {label}",
    "please": "(please|(can|could) (you|we)|would you|let me|i (want|need|have) to|let's)",
    "again": "(again|once more|one more time)",
    "that": "(that|the|my|that same|the same)",
    "caller": "(whoever|(the|that) (person|one|number) (who|that)) [just] (called|rang|phoned) "
    "[me]",
    "him": "(them|him|her|that number|that person|(the|that) [last] caller)",
}

WARNINGS = {
    "emergency": "That is an emergency number.",
    "premium": "That number costs extra.",
    "code": "That is a code for the network.",
    "impossible": "There can be no such number.",
}
"""What one should know before one says yes, by the kind of the number."""


def chosen(who: Contact, which: int | None, book: Contacts) -> tuple[Contact, int | None]:
    """Who is meant, and which of their numbers: of namesakes one may have been chosen."""
    name = who.namesakes[which - 1 : which] if which else ()
    found = next((each for each in book.people() if each.name in name), None)
    return (found, None) if found else (who, which)


def whom(
    who: Contact,
    phone: Phone,
    book: Contacts,
    label: str | None = None,
    which: int | None = None,
) -> str:
    """The question before the call: whom, and on which number."""
    who, which = chosen(who, which, book)
    if who.namesakes:
        names = f" {phrase('or')} ".join(who.namesakes)
        return phrase("Which {name}: {names}?", name=who.name, names=names)
    fitting = who.fitting(label or "")
    if not fitting:
        return phrase("{problem} Leave it?", problem=no_number(who, label))
    number = one_of(fitting, which)
    if number is None:
        return phrase("Which number of {name}: {numbers}?", name=who.name, numbers=endings(fitting))
    return warned(phone, number.number, read_back(who, number, phone))


def read_back(who: Contact, number: ContactNumber, phone: Phone) -> str:
    said = digits(phone.checked(number.number).shown)
    if not number.label:
        return phrase("Call {name}, {number}?", name=who.name, number=said)
    return phrase(
        "Call {name} on the {label} number, {number}?",
        name=who.name,
        label=number.label,
        number=said,
    )


def warned(phone: Phone, number: str, question: str) -> str:
    """The question, behind what one should know of the number."""
    warning = WARNINGS.get(phone.checked(number).kind)
    return f"{phrase(warning)} {question}" if warning else question


def one_of(fitting: Sequence[ContactNumber], which: int | None) -> ContactNumber | None:
    """The number that was chosen, or the only one; None where somebody has to choose."""
    if len(fitting) == 1:
        return fitting[0]
    return fitting[which - 1] if which and which <= len(fitting) else None


def endings(fitting: Sequence[ContactNumber]) -> str:
    """ "the first, ending in 1 2 3, or the second, ending in 4 5 6"."""
    said = [
        phrase("{which}, ending in {digits}", which=which, digits=digits(each.number)[-5:])
        for which, each in zip(ORDINALS, fitting, strict=False)
    ]
    return f", {phrase('or')} ".join(said)


def is_grave(
    who: Contact,
    phone: Phone,
    book: Contacts,
    label: str | None = None,
    which: int | None = None,
) -> bool:
    who, which = chosen(who, which, book)
    number = one_of(who.fitting(label or ""), which)
    return number is not None and phone.checked(number.number).always_read_back


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
    "<call> {who} on {which}",
    "[<please>] <call> {who} (again|back) [please]",
    risk="high",
    confirm=whom,
    always_confirm=is_grave,
    rules=RULES,
    asks={"who": "Whom shall I call?"},
    examples=("call somebody",),
)
def call(
    who: Contact,
    phone: Phone,
    book: Contacts,
    label: Label | None = None,
    which: Which | None = None,
) -> str | Reply:
    who, which = chosen(who, which, book)
    fitting = who.fitting(label or "")
    number = one_of(fitting, which)
    if who.namesakes:
        known = phrase("I know {names}. Say the full name.", names=listed(who.namesakes))
        return Reply(known, ok=False)
    if not fitting:
        return Reply(no_number(who, label), ok=False)
    if number is None:
        return Reply(phrase("Say which: {numbers}.", numbers=endings(fitting)), ok=False)
    phone.call(number.number, who.name, confirmed=True)
    return phrase("Calling {name}.", name=who.name)


def number_read_back(number: PhoneNumber, phone: Phone) -> str:
    asked = phone.checked(number)
    if asked.kind in ("unknown", "impossible"):
        return phrase("I know no such number: {number}. Call it?", number=digits(asked.shown))
    question = "Dial {number}?" if asked.kind == "code" else "Call {number}?"
    return warned(phone, number, phrase(question, number=digits(asked.shown)))


def is_grave_number(number: PhoneNumber, phone: Phone) -> bool:
    return phone.checked(number).always_read_back


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
    confirm=number_read_back,
    always_confirm=is_grave_number,
    rules=RULES,
    asks={"number": "Which number?"},
    examples=("call oh two oh seven nine four six oh nine five eight",),
)
def call_number(number: PhoneNumber, phone: Phone) -> str:
    phone.call(number, confirmed=True)
    return phrase("Calling {name}.", name=digits(phone.checked(number).shown))


def help_question(phone: Phone) -> str:
    return phrase("Call {number}, the emergency number?", number=digits(phone.help_number()))


def is_always_asked(phone: Phone) -> bool:
    return phone.checked(phone.help_number()).always_read_back


@intent(
    "[<please>] <call> [the] (emergency services|emergency number|emergency)",
    "[<please>] <call> [for] (the police|an ambulance|the ambulance|the fire brigade|help)",
    "[<please>] <call> the fire (department|service|engine)",
    "[<please>] (get|send) [me|us] (the police|an ambulance|the fire brigade)",
    "(i|we) (need|want) (the police|an ambulance|a paramedic|the fire brigade)",
    "[<please>] <call> (a doctor|the doctors|the paramedics) right now",
    "this is an emergency [<call> for help]",
    "it's an emergency [<call> for help]",
    risk="high",
    confirm=help_question,
    always_confirm=is_always_asked,
    rules=RULES,
    examples=("call an ambulance", "call the police"),
)
def call_for_help(phone: Phone) -> str:
    number = phone.help_number()
    phone.call(number, confirmed=True)
    return phrase("Calling {name}.", name=digits(number))


def last(phone: Phone, *, incoming: bool) -> Call | None:
    return next((each for each in phone.calls() if each.incoming == incoming), None)


def once_more(phone: Phone, made: Call | None, nobody: str, question: str) -> str:
    """The question before a call like one that was."""
    if made is None:  # forgotten since it was looked for
        return phrase(nobody)
    number = digits(phone.checked(made.number).shown)
    if not made.name:
        return warned(phone, made.number, phrase("Call {number}?", number=number))
    return warned(phone, made.number, phrase(question, name=made.name, number=number))


def call_like(phone: Phone, made: Call | None, nobody: str) -> str | Reply:
    if made is None:
        return Reply(phrase(nobody), ok=False)
    phone.call(made.number, made.name, confirmed=True)
    shown = digits(phone.checked(made.number).shown)
    return phrase("Calling {name}.", name=made.name or shown)


NOBODY_CALLED = "I have called nobody yet."
NO_CALLER = "I know of no call that came."
NO_CALL = "There is no call to end."
LONGEST_CALL = timedelta(days=1)


def redial_question(phone: Phone) -> str:
    return once_more(
        phone, last(phone, incoming=False), NOBODY_CALLED, "Call {name} again, {number}?"
    )


def nobody_called(phone: Phone) -> str:
    return phrase(NOBODY_CALLED) if last(phone, incoming=False) is None else ""


def redial_is_grave(phone: Phone) -> bool:
    made = last(phone, incoming=False)
    return made is not None and phone.checked(made.number).always_read_back


@intent(
    "[<please>] redial [please] [it] [please]",
    "[<please>] (redial|repeat|make) <that> [last] (call|number) [again] [please]",
    "[<please>] <call> [(the|that)] (same|last|previous) (number|person) [<again>] [please]",
    "[<please>] <call> the [last] (number|person) [that] i (called|rang|dialled) [last] [<again>]",
    "[<please>] <call> the (number|person) again [that] i (called|rang|dialled) last",
    "[<please>] <call> (that number|it|that|them|him|her) <again> [please]",
    "[<please>] try (that|the|the last|my last) call again [please]",
    "[<please>] try (calling|ringing|to call|to ring) (them|him|her|that number) again",
    "[<please>] try their number again",
    "[<please>] dial again [please]",
    "[<please>] call again [please]",
    "(give|try) (them|him|her|that number) another (call|ring)",
    "who did i call last call (them|him|her) again",
    risk="high",
    confirm=redial_question,
    always_confirm=redial_is_grave,
    idle=nobody_called,
    rules=RULES,
    examples=("redial", "call the last number again"),
)
def redial(phone: Phone) -> str | Reply:
    return call_like(phone, last(phone, incoming=False), NOBODY_CALLED)


def call_back_question(phone: Phone) -> str:
    return once_more(phone, last(phone, incoming=True), NO_CALLER, "Call {name} back, {number}?")


def no_caller(phone: Phone) -> str:
    return phrase(NO_CALLER) if last(phone, incoming=True) is None else ""


def caller_is_grave(phone: Phone) -> bool:
    came = last(phone, incoming=True)
    return came is not None and phone.checked(came.number).always_read_back


@intent(
    "[<please>] call back [please]",
    "[<please>] <call> <him> back [please]",
    "[<please>] <call> back <him> [please]",
    "[<please>] return (the|that|my|their|his|her) [(last|missed)] call [please]",
    "[<please>] <call> [back] <caller> [back]",
    "[<please>] <call> the (person|one) back who [just] (called|rang|phoned) [me]",
    "[<please>] <call> whoever that was [back]",
    "i missed a call <please> call [them] back",
    "[<please>] <call> (whoever|the person who) i missed",
    "[<please>] (call|ring|phone) [back] (the|my) [last] missed call [back]",
    "[<please>] answer (the|my) [last] missed call",
    "[<please>] get back to (whoever|the person who) [just] (called|rang|phoned) [me]",
    "(give|let me give) (them|him|her|the caller) a (call|ring) back",
    risk="high",
    confirm=call_back_question,
    always_confirm=caller_is_grave,
    idle=no_caller,
    rules=RULES,
    examples=("call back", "return the missed call"),
)
def call_back(phone: Phone) -> str | Reply:
    return call_like(phone, last(phone, incoming=True), NO_CALLER)


def no_call(phone: Phone, clock: Clock) -> str:
    """No call goes on for as long as that."""
    since = clock.now() - LONGEST_CALL
    return "" if any(each.at > since for each in phone.calls()) else phrase(NO_CALL)


@intent(
    "[<please>] hang up [the (phone|call)] [(please|now)]",
    "[<please>] (end|finish|terminate|drop|disconnect|stop|cut) (the|this|that|my) call [please]",
    "[<please>] (end|finish) (the|this|my) (phone|telephone) call [please]",
    "[<please>] (put|place) the phone down",
    "[<please>] put down the (phone|receiver)",
    "[<please>] get off the (phone|line)",
    "[<please>] hang up on (him|her|them)",
    "we can hang up [now]",
    "[<please>] cut the (line|connection)",
    "(i'm|i am|we're|we are) (done|finished) (with|on) (the|this) (call|phone)",
    risk="medium",
    confirm="Hang up?",
    idle=no_call,
    rules=RULES,
    examples=("hang up", "end the call"),
)
def hang_up(phone: Phone) -> str | Reply:
    if phone.hang_up():
        return phrase("I hung up.")
    return Reply(phrase(NO_CALL), ok=False)


def no_number(who: Contact, label: str | None) -> str:
    return phrase("I have no {label} number for {name}.", label=label or "phone", name=who.name)


def digits(number: str) -> str:
    """The number as one says it, whatever stands between its digits."""
    return spoken("".join(char for char in number if char.isdigit() or char in "+*#"))
