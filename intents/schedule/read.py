"""What is on, and when."""

from datetime import date, datetime, time
from itertools import groupby

from assistant import Appointment, Calendar, Clock, intent, phrase, sentence

from .common import SATURDAY, WEEKENDS, WEEKS, Weeks, located, meant, said_day, told, week

RULES = {
    "whats": "(what's|what is|<do_i_have>)",
    "do_i_have": "(what do i have|what have i got|is there anything|do i have anything)",
    "meetings": "(appointment|meeting|event)[s]",
}

ASKED = (
    "<whats> on <for_on> <perhaps>",
    "<whats> (on|planned|scheduled|coming up) <for_on> <then>",
    "<do_i_have> [(planned|scheduled)] <for_on> <then>",
    "<whats> (in|on) (my|the) (calendar|diary|agenda|schedule) <for_on> <perhaps>",
    "(what does|how does) [(my|the)] (day|calendar|schedule|diary) look [like] <for_on> <perhaps>",
    "(what are|show|read|list|tell) [me] (my|the) <meetings> <for_on> <perhaps>",
    "(show|read|check|tell me) [me] (my|the) (calendar|diary|agenda|schedule) <for_on> <perhaps>",
    "(what|which) <meetings> (do i have|are there|have i got) <for_on> <perhaps>",
    "(do i have|are there|have i got|is there) (any|an|a) <meetings> <for_on> <perhaps>",
    "(anything|something) [(planned|scheduled|on)] <for_on> <then>",
    "am i (free|busy) <for_on> <then>",
    "what am i doing <for_on> <then>",
)
"""What one asks about a day, or several. "Next week" is also a day, its Monday: words of a template
go before that."""


@intent(
    *ASKED,
    rules=RULES | {"for_on": "[(for|on)]", "then": "{day}", "perhaps": "[{day}]"},
    examples=("what's on tomorrow", "do i have any meetings on friday"),
)
def whats_on(calendar: Calendar, clock: Clock, day: date | None = None) -> str:
    day = day or clock.now().date()
    return by_day(calendar, clock, day, day) or nothing(said_day(day, clock))


@intent(
    *ASKED,
    "(what|how) does <then> look [like]",
    rules=RULES | {"for_on": "[(for|on)]", "then": "{weeks} week", "perhaps": "<then>"},
    examples=("what am i doing next week",),
)
def whats_on_week(calendar: Calendar, clock: Clock, weeks: Weeks = 1) -> str:
    found = by_day(calendar, clock, *week(weeks, clock))
    return found or nothing(phrase(WEEKS[weeks]))


@intent(
    *ASKED,
    "(what|how) does <then> look [like]",
    rules=RULES | {"for_on": "[(for|on|at|over)]", "then": "{weeks} weekend", "perhaps": "<then>"},
    examples=("what's on this weekend",),
)
def whats_on_weekend(calendar: Calendar, clock: Clock, weeks: Weeks = 0) -> str:
    found = by_day(calendar, clock, *week(weeks, clock, SATURDAY))
    return found or nothing(phrase(WEEKENDS[weeks]))


@intent(
    "(what's|what is|when's|when is|which is) (my|the) next (appointment|meeting|event)",
    "(what's|what is) [coming up] next [(in|on) (my|the) (calendar|diary|agenda|schedule)]",
    "(what do i have|what have i got) next",
    "what's (coming up|up next)",
    "when (do i have|have i got) (my|the) next (appointment|meeting|event)",
    "(tell|show|read) me (my|the) next (appointment|meeting|event)",
    "where (do i have to|should i|must i) be next",
    "where is (my|the) next (appointment|meeting|event)",
    "[my] next (appointment|meeting|event)",
    "what (appointment|meeting|event) (comes|is) next",
    "how long (until|till|before) (my|the) next (appointment|meeting|event)",
    "(when|where|what time|which day|what day) is [(my|the)] {appointment}",
    "(when|what time) do i have [(my|the)] {appointment}",
    examples=("when is my next meeting",),
)
def next_appointment(
    calendar: Calendar, clock: Clock, appointment: Appointment | None = None
) -> str:
    found = meant(appointment, calendar, clock)
    if found is None:
        return phrase("Nothing in the next three months.")
    return sentence(f"{told(found, clock)}.")


def by_day(calendar: Calendar, clock: Clock, first: date, last: date) -> str:
    """What is on, a sentence for each day; empty where nothing is."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time.max)
    days = groupby(calendar.between(start, end), lambda each: max(first, each.start.date()))
    listed = ((said_day(day, clock), ", ".join(map(line, found))) for day, found in days)
    told = (phrase("{day}: {events}.", day=day, events=events) for day, events in listed)
    return " ".join(map(sentence, told))


def nothing(day: str) -> str:
    return sentence(phrase("Nothing {day}.", day=day))


def line(found: Appointment) -> str:
    at = phrase("at {time}", time=found.start.time())
    when = phrase("all day") if found.all_day else at
    return f"{located(found)} {when}"
