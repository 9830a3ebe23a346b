"""What several parts of the calendar need."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated

from assistant import Appointment, Calendar, Clock, choices, listed, phrase, spoken

DAY_BEGINS, DAY_ENDS = time(8), time(20)
"""Between these somebody who asks when they are free would meet others."""

OVER = "{when} is over already."

Weeks = Annotated[int, choices({"this|the|this coming|the rest of (this|the)": 0, "next": 1})]
"""From this one."""

WEEKS = ("this week", "next week")
WEEKENDS = ("this weekend", "next weekend")
MONDAY, SATURDAY, SUNDAY = 0, 5, 6

IT = "([(my|the)] {appointment}|(my|the) next (appointment|meeting|event))"
"""What is moved, cancelled or has guests."""

NOTHING = "There is no such appointment in the calendar."
TOLD_LATER = "The calendar's server is told as soon as it can be reached."


def meant(
    named: Appointment | None, calendar: Calendar, clock: Clock, day: date | None = None
) -> Appointment | None:
    """The appointment that was named, or the next one; on the day that was said."""
    if named is None:
        found = coming(calendar, clock)
        return next((each for each in found if day in (None, each.start.date())), None)
    if day is None or day == named.start.date():
        return named
    midnight = datetime.combine(day, time())
    there = calendar.between(midnight, midnight + timedelta(days=1))
    return next((each for each in there if each.title.lower() == named.title.lower()), None)


def coming(calendar: Calendar, clock: Clock) -> list[Appointment]:
    """What begins within the next three months, soonest first."""
    now = clock.now()
    return [each for each in calendar.between(now, now + timedelta(days=90)) if each.start >= now]


def week(weeks: int, clock: Clock, begins: int = MONDAY) -> tuple[date, date]:
    """The first and the last day of the week so many weeks from this one, or of its days from the
    weekday `begins` on; without what is over.
    """
    today = clock.now().date()
    monday = today + timedelta(weeks=weeks, days=-today.weekday())
    return max(today, monday + timedelta(days=begins)), monday + timedelta(days=SUNDAY)


def told(found: Appointment, clock: Clock) -> str:
    """ "dentist, tomorrow at 3 pm"."""
    when = found.start.date() if found.all_day else found.start
    return f"{located(found)}, {spoken(when, now=clock.now())}"


def beside(said: str, titles: Sequence[str]) -> str:
    """What is said of an appointment, and what is at the same time."""
    if not titles:
        return said
    return f"{said} {phrase('At the same time: {titles}.', titles=listed(titles))}"


def later(said: str, calendar: Calendar) -> str:
    """What is said of a change, and that the calendar's server hears of it later."""
    if not calendar.unsent():
        return said
    return f"{said} {phrase(TOLD_LATER)}"


def located(found: Appointment) -> str:
    """ "lunch with bob at luigi's"."""
    return found.title + (phrase(" at {place}", place=found.place) if found.place else "")


def takes_time(found: Appointment) -> bool:
    """Not a birthday or a reminder."""
    return not found.all_day and found.length > timedelta()


def said_day(day: date, clock: Clock) -> str:
    said = spoken(day, now=clock.now())
    near = abs((day - clock.now().date()).days) <= 1
    return said if near else phrase("on {day}", day=said)
