"""When one is free."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from assistant import Appointment, Calendar, Clock, intent, listed, phrase, sentence, spoken

from .common import (
    DAY_BEGINS,
    DAY_ENDS,
    SATURDAY,
    WEEKENDS,
    WEEKS,
    Weeks,
    said_day,
    takes_time,
    week,
)

SHORTEST_GAP = timedelta(minutes=15)

WORTH_NAMING = timedelta(hours=1)
"""Of several days, no shorter gaps are named: that would go on for minutes."""

FREE = (
    "when am i free <for_on> <then>",
    "(what|which) (time|times|hours) am i free <for_on> <then>",
    "when (do i have|have i got) [any|some] [free] time <for_on> <then>",
    "when is there (room|space|time|a gap) [<in>] <for_on> <then>",
    "(find|show) me a (free slot|gap|free hour) [<in>] <for_on> <then>",
    "find [me] [some] [free] time [<in>] <for_on> <then>",
    "(what|where) are (my|the) (free slots|free hours|gaps) [<in>] <for_on> <then>",
    "(do i have|have i got|is there) [any] (free time|gaps|a gap|a free slot) <for_on> <then>",
    "(show|tell) me (when i am free|when i'm free|my free time) <for_on> <then>",
    "when (can|could) i (meet somebody|meet someone|fit something in) <for_on> <then>",
)

IN = {"in": "in (my|the) (calendar|diary|agenda|schedule)", "for_on": "[(for|on)]"}


@intent(*FREE, rules=IN | {"then": "{day}"}, examples=("when am i free tomorrow",))
def free_time(day: date, calendar: Calendar, clock: Clock) -> str:
    said, found = said_day(day, clock), free_spans(day, calendar, clock)
    if not found:
        return sentence(phrase("You are not free {day}.", day=said))
    whole = found == [hours(day, clock)]
    free = "You are free {day}, {spans}." if whole else "You are free {day} {spans}."
    return sentence(phrase(free, day=said, spans=told_spans(found)))


@intent(*FREE, rules=IN | {"then": "{weeks} week"}, examples=("when am i free next week",))
def free_week(calendar: Calendar, clock: Clock, weeks: Weeks = 1) -> str:
    return free_days(calendar, clock, WEEKS[weeks], *week(weeks, clock))


@intent(
    *FREE,
    rules=IN | {"for_on": "[(for|on|at|over)]", "then": "[(the|{weeks})] weekend"},
    examples=("when am i free this weekend",),
)
def free_weekend(calendar: Calendar, clock: Clock, weeks: Weeks = 0) -> str:
    return free_days(calendar, clock, WEEKENDS[weeks], *week(weeks, clock, SATURDAY))


Span = tuple[datetime, datetime]


def gaps(
    found: Sequence[Appointment], start: datetime, end: datetime, least: timedelta
) -> list[Span]:
    """Where nothing is between start and end, for so long at least."""
    free = []
    for each in filter(takes_time, found):
        free.append((start, min(each.start, end)))
        start = max(start, each.start + each.length)
    free.append((start, end))
    return [(begin, stop) for begin, stop in free if stop - begin >= least]


def hours(day: date, clock: Clock) -> Span:
    """When one would meet others that day, from now on; it ends before it begins late today."""
    now = clock.now().replace(second=0, microsecond=0)
    start = datetime.combine(day, DAY_BEGINS)
    start = max(start, now) if day == now.date() else start
    return start, datetime.combine(day, DAY_ENDS)


def free_spans(
    day: date, calendar: Calendar, clock: Clock, least: timedelta = SHORTEST_GAP
) -> list[Span]:
    """When one is free for so long that day."""
    start, end = hours(day, clock)
    return gaps(calendar.between(start, end), start, end, least)


def free_days(calendar: Calendar, clock: Clock, said: str, first: date, last: date) -> str:
    """When one is free on several days: first those without anything, then a sentence for each.

    `said` names them together.
    """
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    free = {day: free_spans(day, calendar, clock, WORTH_NAMING) for day in days}
    whole = [day for day in days if free[day] == [hours(day, clock)]]
    if not any(free.values()):
        return sentence(phrase("You are not free {day}.", day=said))
    if whole == days:
        spans = told_spans(free[last])
        return sentence(phrase("You are free {day}, {spans}.", day=said, spans=spans))
    names = listed([weekday(day, clock) for day in whole])
    told = [phrase("You are free all day: {days}.", days=names)] if whole else []
    told += [
        phrase("{day}: {events}.", day=weekday(day, clock), events=told_spans(spans))
        for day, spans in free.items()
        if spans and day not in whole
    ]
    return " ".join(map(sentence, told))


def told_spans(spans: Sequence[Span]) -> str:
    """ "from 8 am to noon and from 2 pm to 8 pm"."""
    said = [
        phrase("from {start} to {end}", start=start.time(), end=end.time()) for start, end in spans
    ]
    return listed(said)


def weekday(day: date, clock: Clock) -> str:
    """ "Monday", of a week that was named; or "tomorrow"."""
    now = clock.now()
    near = abs((day - now.date()).days) <= 1
    return spoken(day, now=now if near else datetime.combine(day - timedelta(days=3), time()))
