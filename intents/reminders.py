"""What one will be reminded of: heard, and taken back. Reminders are made with the calendar."""

from datetime import date, time, timedelta

from assistant import Calendar, Clock, Reply, Timer, intent, phrase, spoken, to_the_minute

RULES = {
    "cancel": "(cancel|delete|remove|clear|drop|forget|scrap|get rid of)",
    "please": "(please|can you|could you|would you|i (want|need|would like) to)",
    "to": "(to|about|of|for)",
    "due": "[(on|for|from)] ({day}|[at] {at}|{day} [at] {at})",
}
NOTHING = "I am to remind you of nothing."
NO_SUCH = "I know no such reminder."


@intent(
    "(what|which|how many) reminders (do i have|have i got|are there|are set)",
    "(what are|show|read|list|tell me|go through) [me] [all] (my|the) reminders",
    "(tell|show) me (what|which) reminders (i have|are [still] (there|set))",
    "(do i have|have i got|are there) any reminders [set]",
    "what (will|do) you [have to] remind me (of|about)",
    "[all] my reminders [please]",
    "what have i asked you to remind me (of|about)",
    rules=RULES,
    examples=("which reminders do i have",),
)
def list_reminders(clock: Clock) -> str:
    found = meant("", clock)
    if not found:
        return phrase(NOTHING)
    return phrase("I will remind you of this: {reminders}.", reminders=told(found, clock))


def ask_cancel(task: str, clock: Clock, day: date | None = None, at: time | None = None) -> str:
    found = meant(task, clock, day, at)
    if not found:
        return phrase("{problem} Leave it?", problem=phrase(NO_SUCH))
    if len(found) > 1:
        return phrase("Which one: {reminders}?", reminders=told(found, clock))
    return phrase("Delete this reminder: {reminder}?", reminder=told(found, clock))


def nothing_to_cancel(clock: Clock) -> str:
    return "" if meant("", clock) else phrase(NOTHING)


@intent(
    "[<please>] <cancel> (the|my|that) reminder [<to> {task}]",
    "[<please>] <cancel> (the|my|that) {task} reminder",
    "(don't|do not) remind me [any more] <to> {task}",
    "stop reminding me <to> {task}",
    "take back (the|my|that) reminder [<to> {task}]",
    "(the|my|that) reminder <to> {task} can go",
    "i (don't|do not) want to be reminded <to> {task}",
    "there is no need to remind me <to> {task}",
    "you (don't|do not) (need|have) to remind me <to> {task}",
    "i (don't|no longer) need (the|that|a) reminder [<to> {task}]",
    "([<please>] <cancel> (the|my|that) reminder|(don't|do not) remind me) <to> {task} <due>",
    rules=RULES,
    risk="high",
    asks={"task": "Which one?"},
    confirm=ask_cancel,
    idle=nothing_to_cancel,
    examples=("cancel the reminder to water the plants", "delete my reminder"),
)
def cancel_reminder(
    task: str,
    clock: Clock,
    calendar: Calendar,
    day: date | None = None,
    at: time | None = None,
) -> str | Reply:
    found = meant(task, clock, day, at)
    if not found:
        return Reply(phrase(NO_SUCH), ok=False)
    if len(found) > 1:
        return Reply(phrase("Say which: {reminders}.", reminders=told(found, clock)), ok=False)
    (reminder,) = found
    clock.cancel(reminder)
    take_out(reminder, calendar)
    return phrase("I won't remind you: {reminder}.", reminder=reminder)


def meant(task: str, clock: Clock, day: date | None = None, at: time | None = None) -> list[Timer]:
    """The reminders of just this task, else those with all words of it; all where none is said. Of
    these, those on the day and at the time.
    """
    reminders = [each for each in clock.timers() if each.kind == "reminder"]
    wanted = set(task.lower().split())
    named = [each for each in reminders if str(each).lower() == task.lower()] or [
        each for each in reminders if wanted <= set(str(each).lower().split())
    ]
    there = [each for each in named if comes_on(each, day)]
    return [each for each in there if comes_at(each, at)] or [
        each for each in there if at and comes_at(each, half_a_day_on(at))
    ]


def comes_on(reminder: Timer, day: date | None) -> bool:
    if day is None or reminder.weekly is None:
        return day in (None, reminder.due.date())
    return day.weekday() in reminder.weekly.days


def comes_at(reminder: Timer, at: time | None) -> bool:
    return at in (None, to_the_minute(reminder.due).time())


def half_a_day_on(at: time) -> time:
    """ "The one at nine" is said of the morning and of the evening."""
    return at.replace(hour=(at.hour + 12) % 24)


def take_out(reminder: Timer, calendar: Calendar) -> None:
    """One that comes once is in the calendar too."""
    if reminder.weekly:
        return
    minute = timedelta(minutes=1)
    for entry in calendar.between(reminder.due - minute, reminder.due + minute):
        if entry.title == reminder.name and not entry.length:
            calendar.cancel(entry)


def told(reminders: list[Timer], clock: Clock) -> str:
    """ "water the plants, every Monday at 9 am; call mum, today at 5 pm"."""
    now = clock.now()
    times = [
        spoken(each.weekly) if each.weekly else spoken(to_the_minute(each.due), now=now)
        for each in reminders
    ]
    return "; ".join(f"{each}, {time}" for each, time in zip(reminders, times, strict=True))
