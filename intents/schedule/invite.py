"""Guests, and the invitations to them."""

from pathlib import Path

from assistant import Appointment, Calendar, Clock, Contact, Reply, intent, listed, phrase

from .common import IT, NOTHING, later, meant, told


def ask_invite(
    who: Contact, calendar: Calendar, clock: Clock, appointment: Appointment | None = None
) -> str:
    found = meant(appointment, calendar, clock)
    if who.namesakes:
        names = f" {phrase('or')} ".join(who.namesakes)
        return phrase("Which {name}: {names}?", name=who.name, names=names)
    if found is None:
        return phrase("Invite to what?")
    return phrase("Invite {name} to {event}?", name=who.name, event=told(found, clock))


@intent(
    "invite {who} to <it>",
    "invite (someone|somebody) to <it>",
    "(send|write) {who} an invitation (to|for) <it>",
    "(send|write) an invitation (to|for) <it> to {who}",
    "(ask|get) {who} to come to <it>",
    "add {who} (to|as a guest of) <it>",
    "(can|could|would) you invite {who} to <it>",
    "i (want|need|have) to invite {who} to <it>",
    "let's invite {who} to <it>",
    "put {who} on the guest list (of|for) <it>",
    rules={"it": IT},
    risk="high",
    asks={"who": "Whom?"},
    confirm=ask_invite,
    examples=("invite somebody to my next meeting",),
)
def invite(
    who: Contact, calendar: Calendar, clock: Clock, appointment: Appointment | None = None
) -> str | Reply:
    found = meant(appointment, calendar, clock)
    if found is None:
        return Reply(phrase(NOTHING), ok=False)
    if who.namesakes:
        known = phrase("I know {names}. Say the full name.", names=listed(who.namesakes))
        return Reply(known, ok=False)
    file = Path(calendar.invite(found, [who]))
    written = "I wrote an invitation for {name}: {file}. Send it yourself."
    said = phrase(written, name=who.name, file=f"{file.parent.name}/{file.name}")
    return later(said, calendar)
