"""The calendar: enter meetings, be reminded, and hear what is on."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import Annotated

from assistant import (
    Appointment,
    Calendar,
    Clock,
    Contact,
    Reply,
    Timer,
    Weekly,
    choices,
    intent,
    listed,
    phrase,
    sentence,
    spoken,
    to_the_minute,
)

DAY_BEGINS, DAY_ENDS = time(8), time(20)
"""Between these somebody who asks when they are free would meet others."""

EVENING = time(17)

SHORTEST_GAP = timedelta(minutes=15)
WORTH_NAMING = timedelta(hours=1)
"""Of several days, no shorter gaps are named: that would go on for minutes."""

LOOKED_AHEAD = timedelta(weeks=4)
"""Of what comes every week, so much is compared with what is in the calendar already."""

PLACED = re.compile(r"(?P<title>.+) (?:at|in(?= (?:the|my|our|room) )) (?P<place>.+)")
"""A title that ends in a place."""

ODDLY = re.compile(r"\bevery (?:other|second|third|fourth|month|quarter|year)\b")
ODD = "I can repeat something on days of the week only."
OVER = "{when} is over already."

Weeks = Annotated[int, choices({"this|the|this coming|the rest of (this|the)": 0, "next": 1})]
"""From this one."""
WEEKS = ("this week", "next week")
WEEKENDS = ("this weekend", "next weekend")
MONDAY, SATURDAY, SUNDAY = 0, 5, 6

RULES = {
    "schedule": "(schedule|book|arrange|plan|organise|organize|set up)",
    "enter": "(put|add|enter|write|note [down])",
    "calendar": "(in|into|on|to) (my|the) (calendar|diary|agenda|schedule)",
    "whats": "(what's|what is|<do_i_have>)",
    "do_i_have": "(what do i have|what have i got|is there anything|do i have anything)",
    "for": "[for {length}]",
    "should": "(should|must|have to|need to|ought to)",
    "entry": "(appointment|meeting|event|entry)",
    "meetings": "(appointment|meeting|event)[s]",
}

IT = "([(my|the)] {appointment}|(my|the) next (appointment|meeting|event))"
"""What is moved, cancelled or has guests."""


@intent(
    "<schedule> [(a|an|my|the)] {title} [for] {when} <for>",
    "<schedule> [(a|an|my|the)] {title} for {length} {when}",
    "<schedule> [(a|an|my|the)] {title} [for] {when} at {place} <for>",
    "<enter> [(a|an|my|the)] {title} <calendar> [for] {when} <for>",
    "<enter> [(a|an|my|the)] {title} [for] {when} <calendar> <for>",
    "<enter> {when} {title} <calendar>",
    "<enter> [(a|an|my|the)] {title} <calendar>",
    "(make|create) [(a|an)] <entry> [(called|named)] {title} [for] {when} <for>",
    "(make|get me) an appointment [for] {title} {when} <for>",
    "i have [(a|an|the|my)] {title} {when} <for> <enter> it <calendar>",
    "new <entry> {title} [for] {when} <for>",
    "(block|reserve|keep) {when} for [(a|an|the|my)] {title}",
    "(can|could|would) you <schedule> [(a|an|my|the)] {title} [for] {when} <for>",
    "<schedule> [(a|an|my|the|another)] (meeting|appointment|event)",
    "(make|create|new) [(a|an)] (appointment|meeting|event|calendar entry)",
    rules=RULES,
    risk="medium",
    asks={"when": "When?", "title": "What is it?"},
    confirm="{title}, {when}?",
    examples=("put dentist in my calendar on friday at ten",),
)
def add_appointment(
    when: datetime,
    calendar: Calendar,
    clock: Clock,
    title: str = "meeting",
    length: timedelta = timedelta(hours=1),
    place: str = "",
) -> str | Reply:
    if repeats_oddly(title):
        return Reply(phrase(ODD), ok=False)
    if not place:
        title, place = with_place(title)
    when = to_the_minute(when)
    made = calendar.add(title, when, length, place)
    there = filter(takes_time, calendar.known(when, when + length))
    start = spoken(made.start, now=clock.now())
    said = phrase("{title}, {when}, for {length}.", title=located(made), when=start, length=length)
    said = beside(said, [each.title for each in there if each.id != made.id])
    return sentence(later(said, calendar))


@intent(
    "<schedule> [(a|an|my|the)] {title} {weekly} <for>",
    "<schedule> [(a|an|my|the)] {title} for {length} {weekly}",
    "<enter> [(a|an|my|the)] {title} <calendar> [for] {weekly} <for>",
    "<enter> [(a|an|my|the)] {title} {weekly} <calendar> <for>",
    "<enter> {weekly} {title} <calendar>",
    "(make|create) [(a|an)] (appointment|meeting|entry) (called|named) {title} {weekly} <for>",
    "i have [(a|an|the|my)] {title} {weekly} <for> <enter> it <calendar>",
    "new <entry> {title} {weekly} <for>",
    "(block|reserve|keep) {weekly} for [(a|an|the|my)] {title}",
    "(can|could|would) you <schedule> [(a|an|my|the)] {title} {weekly} <for>",
    rules=RULES,
    risk="medium",
    confirm="{title}, {weekly}?",
    examples=("schedule choir every monday at seven in the evening for two hours",),
)
def add_weekly(
    title: str,
    weekly: Weekly,
    calendar: Calendar,
    clock: Clock,
    length: timedelta = timedelta(hours=1),
) -> str | Reply:
    if repeats_oddly(title):
        return Reply(phrase(ODD), ok=False)
    made = calendar.add_weekly(title, weekly, length)
    there = in_the_way(made, calendar, clock, weekly)
    said = phrase("{title}, {when}, for {length}.", title=made.title, when=weekly, length=length)
    return sentence(later(beside(said, there), calendar))


@intent(
    "remind me to {task} {weekly}",
    "remind me {weekly} to {task}",
    "remind me (about|of) {task} {weekly}",
    "remind me {weekly} (about|of) {task}",
    "remind me that [i <should>] {task} {weekly}",
    "(set|create|make|add) [(a|an|another)] reminder to {task} {weekly}",
    "(set|create|make|add) [(a|an|another)] reminder [for] {weekly} to {task}",
    "(can|could|would) you remind me to {task} {weekly}",
    "(don't|do not) let me forget to {task} {weekly}",
    "i (have to|must|need to) {task} {weekly} remind me",
    "(give me|i need|i want) a reminder to {task} {weekly}",
    rules=RULES,
    confirm="Remind you to {task}, {weekly}?",
    examples=("remind me to take out the bins every tuesday at eight in the evening",),
)
def remind_weekly(task: str, weekly: Weekly, clock: Clock) -> str | Reply:
    if repeats_oddly(task):
        return Reply(phrase(ODD), ok=False)
    clock.every(weekly, phrase("Reminder: {task}.", task=task), kind="reminder", name=task)
    return phrase("I will remind you {when}: {task}.", when=weekly, task=task)


@intent(
    "remind me to {task} {when}",
    "remind me {when} to {task}",
    "remind me (about|of) {task} {when}",
    "remind me {when} (about|of) {task}",
    "remind me that [i <should>] {task} {when}",
    "(set|create|make|add) [(a|an|another)] reminder to {task} {when}",
    "(set|create|make|add) [(a|an|another)] reminder for {when} to {task}",
    "(can|could|would) you remind me to {task} {when}",
    "(don't|do not) let me forget to {task} {when}",
    "i (have to|must|need to) {task} {when} remind me",
    "(give me|i need|i want) a reminder to {task} {when}",
    "remind me to {task}",
    "[please] remind me [{when}] [(of|about) something]",
    "(set|create|make|add) [(a|an|another)] reminder [to {task}]",
    rules=RULES,
    asks={"when": "When shall I remind you?", "task": "What shall I remind you of?"},
    confirm="Remind you to {task}, {when}?",
    examples=("remind me to water the plants tomorrow at nine",),
)
def remind(task: str, when: datetime, calendar: Calendar, clock: Clock) -> str | Reply:
    if repeats_oddly(task):
        return Reply(phrase(ODD), ok=False)
    said = spoken(to_the_minute(when), now=clock.now())
    if when <= clock.now():
        return Reply(sentence(phrase(OVER, when=said)), ok=False)
    calendar.add(task, to_the_minute(when), timedelta())
    clock.at(when, phrase("Reminder: {task}.", task=task), name=task)
    return later(phrase("I will remind you {when}: {task}.", when=said, task=task), calendar)


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


@intent(*FREE, rules=RULES | IN | {"then": "{day}"}, examples=("when am i free tomorrow",))
def free_time(day: date, calendar: Calendar, clock: Clock) -> str:
    said, found = said_day(day, clock), free_spans(day, calendar, clock)
    if not found:
        return sentence(phrase("You are not free {day}.", day=said))
    whole = found == [hours(day, clock)]
    free = "You are free {day}, {spans}." if whole else "You are free {day} {spans}."
    return sentence(phrase(free, day=said, spans=told_spans(found)))


@intent(*FREE, rules=RULES | IN | {"then": "{weeks} week"}, examples=("when am i free next week",))
def free_week(calendar: Calendar, clock: Clock, weeks: Weeks = 1) -> str:
    return free_days(calendar, clock, WEEKS[weeks], *week(weeks, clock))


@intent(
    *FREE,
    rules=RULES | IN | {"for_on": "[(for|on|at|over)]", "then": "[(the|{weeks})] weekend"},
    examples=("when am i free this weekend",),
)
def free_weekend(calendar: Calendar, clock: Clock, weeks: Weeks = 0) -> str:
    return free_days(calendar, clock, WEEKENDS[weeks], *week(weeks, clock, SATURDAY))


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


def ask_move(
    calendar: Calendar,
    clock: Clock,
    appointment: Appointment | None = None,
    day: date | None = None,
    at: time | None = None,
    when: datetime | None = None,
    by: timedelta | None = None,
    from_day: date | None = None,
) -> str:
    found = meant(appointment, calendar, clock, from_day)
    if found is None:
        return phrase("Move what?")
    if not (when or day or at or by):
        return sentence(phrase(TO_WHEN, event=told(found, clock)))
    start = moved_start(found, when, day, at, by)
    said = spoken(start, now=clock.now())
    if comes_too_late(found, start, clock):
        over = sentence(phrase(OVER, when=said))
        return phrase("{problem} Leave it?", problem=over)
    return sentence(phrase("{event}: move it to {start}?", event=told(found, clock), start=said))


@intent(
    "<move> <it> to {at}",
    "<move> <it> to {day}",
    "<move> <it> to {when}",
    "[(can|could) you] <move> <it> [(on|from|of)] {from_day} to ({at}|{day}|{when})",
    "<move> <it> [(back|for)] [by] {by}",
    "<it> is [now] (at|moved to) {at}",
    "<it> is [now] (on|moved to) ({day}|{when})",
    "make <it> [(at|on)] ({at}|{day}|{when}) instead",
    "(can|could) you <move> <it> to ({at}|{day}|{when})",
    "i (want|need|have) to <move> <it> to ({at}|{day}|{when})",
    "let's (move|shift) <it> to ({at}|{day}|{when})",
    "[(can|could) you] <move> <it>",
    rules={
        "move": "(move|shift|reschedule|postpone|delay|push|put off)",
        "it": IT,
    },
    risk="high",
    confirm=ask_move,
    examples=("move my next meeting to friday at ten",),
)
def move_appointment(
    calendar: Calendar,
    clock: Clock,
    appointment: Appointment | None = None,
    day: date | None = None,
    at: time | None = None,
    when: datetime | None = None,
    by: timedelta | None = None,
    from_day: date | None = None,
) -> str | Reply:
    found = meant(appointment, calendar, clock, from_day)
    if found is None:
        return Reply(phrase(NOTHING), ok=False)
    if not (when or day or at or by):
        return Reply(sentence(phrase(TO_WHEN, event=told(found, clock))), ok=False)
    start = moved_start(found, when, day, at, by)
    if comes_too_late(found, start, clock):
        return Reply(sentence(phrase(OVER, when=spoken(start, now=clock.now()))), ok=False)
    reminder = reminder_of(found, clock)
    made = calendar.move(found, start)
    if reminder and clock.cancel(reminder):
        clock.at(start, reminder.message, name=reminder.name)
    there = calendar.known(start, start + found.length)
    others = [each.title for each in there if takes_time(each) and each.id != made.id]
    return sentence(later(beside(f"{told(made, clock)}.", others), calendar))


def moved_start(
    found: Appointment,
    when: datetime | None,
    day: date | None,
    at: time | None,
    by: timedelta | None,
) -> datetime:
    """When an appointment would be: what isn't said stays as it is."""
    if when is not None:
        return when
    start = datetime.combine(
        day or found.start.date(), near(at, found.start) if at else found.start.time()
    )
    return start + (by or timedelta())


def near(at: time, start: datetime) -> time:
    """A clock time without a day is the next one from now. On another day, what could be in the
    evening is, for an appointment in the evening; else ten is in the morning. It is read back, and
    who means the evening all the same says the day as well.
    """
    earlier = at.replace(hour=at.hour % 12)
    by_day = start.time() < EVENING and at >= DAY_ENDS and earlier >= DAY_BEGINS
    return earlier if by_day else at


def ask_cancel(
    calendar: Calendar,
    clock: Clock,
    appointment: Appointment | None = None,
    day: date | None = None,
) -> str:
    found = meant(appointment, calendar, clock, day)
    if found is None:
        return phrase("Cancel what?")
    return phrase("Cancel {event}?", event=told(found, clock))


@intent(
    "<cancel> <it> (from|in|on) (my|the) (calendar|diary|agenda|schedule)",
    "<cancel> <it> [on] [{day}]",
    "take <it> (out of|off|from) (my|the) (calendar|diary|agenda|schedule)",
    "<it> [on] [{day}] (is off|is cancelled|isn't happening|won't happen)",
    "i (can't make|won't make|am not going to) <it> [on] [{day}]",
    "(can|could|would) you <cancel> <it> [on] [{day}]",
    "i (want|need|have) to <cancel> <it> [on] [{day}]",
    "let's <cancel> <it> [on] [{day}]",
    "skip <it> [on] [{day}]",
    "<it> [on] [{day}] (was|has been) (cancelled|called off)",
    rules={
        "cancel": "(cancel|delete|remove|call off|drop|scratch)",
        "it": IT,
    },
    risk="high",
    confirm=ask_cancel,
    examples=("cancel my next appointment",),
)
def cancel_appointment(
    calendar: Calendar,
    clock: Clock,
    appointment: Appointment | None = None,
    day: date | None = None,
) -> str | Reply:
    found = meant(appointment, calendar, clock, day)
    if found is None:
        return Reply(phrase(NOTHING), ok=False)
    reminder = reminder_of(found, clock)
    calendar.cancel(found)
    if reminder:
        clock.cancel(reminder)
    said = phrase("{event}, is cancelled.", event=told(found, clock))
    return sentence(later(said, calendar))


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


NOTHING = "There is no such appointment in the calendar."
TO_WHEN = "{event}: move it to when?"
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


def reminder_of(found: Appointment, clock: Clock) -> Timer | None:
    """What the clock is to say of an entry that is a reminder; None where it is none."""
    if found.length:
        return None
    soon = (each for each in clock.timers() if abs(each.due - found.start) < timedelta(minutes=1))
    return next((each for each in soon if each.name == found.title), None)


def comes_too_late(found: Appointment, start: datetime, clock: Clock) -> bool:
    """Whether nobody would be reminded any more, were it at `start`."""
    return start <= clock.now() and reminder_of(found, clock) is not None


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


def by_day(calendar: Calendar, clock: Clock, first: date, last: date) -> str:
    """What is on, a sentence for each day; empty where nothing is."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time.max)
    days = groupby(calendar.between(start, end), lambda each: max(first, each.start.date()))
    listed = ((said_day(day, clock), ", ".join(map(line, found))) for day, found in days)
    told = (phrase("{day}: {events}.", day=day, events=events) for day, events in listed)
    return " ".join(map(sentence, told))


def nothing(day: str) -> str:
    return sentence(phrase("Nothing {day}.", day=day))


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


def in_the_way(made: Appointment, calendar: Calendar, clock: Clock, weekly: Weekly) -> list[str]:
    """The titles of what takes time when that comes, in any of the next weeks."""
    today = clock.now().date()
    days = (today + timedelta(days=count) for count in range(LOOKED_AHEAD.days))
    starts = [datetime.combine(day, weekly.at) for day in days if day.weekday() in weekly.days]
    there = filter(takes_time, calendar.known(starts[0], starts[-1] + made.length))
    met = [each for each in there if any(meets(each, start, made.length) for start in starts)]
    return list(dict.fromkeys(each.title for each in met if each.id != made.id))


def repeats_oddly(title: str) -> bool:
    """Whether words were left over that say how often: nothing is entered once instead."""
    return ODDLY.search(title.lower()) is not None


def with_place(title: str) -> tuple[str, str]:
    """ "lunch with bob" and "luigi's" of "lunch with bob at luigi's"."""
    found = PLACED.fullmatch(title)
    return (found["title"], found["place"]) if found else (title, "")


def located(found: Appointment) -> str:
    """ "lunch with bob at luigi's"."""
    return found.title + (phrase(" at {place}", place=found.place) if found.place else "")


def takes_time(found: Appointment) -> bool:
    """Not a birthday or a reminder."""
    return not found.all_day and found.length > timedelta()


def meets(found: Appointment, start: datetime, length: timedelta) -> bool:
    """Whether it takes some of that time."""
    return found.start < start + length and start < found.start + found.length


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


def said_day(day: date, clock: Clock) -> str:
    said = spoken(day, now=clock.now())
    near = abs((day - clock.now().date()).days) <= 1
    return said if near else phrase("on {day}", day=said)


def weekday(day: date, clock: Clock) -> str:
    """ "Monday", of a week that was named; or "tomorrow"."""
    now = clock.now()
    near = abs((day - now.date()).days) <= 1
    return spoken(day, now=now if near else datetime.combine(day - timedelta(days=3), time()))


def line(found: Appointment) -> str:
    at = phrase("at {time}", time=found.start.time())
    when = phrase("all day") if found.all_day else at
    return f"{located(found)} {when}"
