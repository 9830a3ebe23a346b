"""Moving appointments, and calling them off."""

from datetime import date, datetime, time, timedelta

from assistant import Appointment, Calendar, Clock, Reply, Timer, intent, phrase, sentence, spoken

from .common import DAY_BEGINS, DAY_ENDS, IT, NOTHING, OVER, beside, later, meant, takes_time, told

EVENING = time(17)

TO_WHEN = "{event}: move it to when?"


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


def reminder_of(found: Appointment, clock: Clock) -> Timer | None:
    """What the clock is to say of an entry that is a reminder; None where it is none."""
    if found.length:
        return None
    soon = (each for each in clock.timers() if abs(each.due - found.start) < timedelta(minutes=1))
    return next((each for each in soon if each.name == found.title), None)


def comes_too_late(found: Appointment, start: datetime, clock: Clock) -> bool:
    """Whether nobody would be reminded any more, were it at `start`."""
    return start <= clock.now() and reminder_of(found, clock) is not None
