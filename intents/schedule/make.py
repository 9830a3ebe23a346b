"""Entering appointments, and reminders."""

import re
from datetime import datetime, timedelta

from assistant import (
    Appointment,
    Calendar,
    Clock,
    Reply,
    Weekly,
    intent,
    phrase,
    sentence,
    spoken,
    to_the_minute,
)

from .common import OVER, beside, later, located, takes_time

RULES = {
    "schedule": "(schedule|book|arrange|plan|organise|organize|set up)",
    "enter": "(put|add|enter|write|note [down])",
    "calendar": "(in|into|on|to) (my|the) (calendar|diary|agenda|schedule)",
    "for": "[for {length}]",
    "should": "(should|must|have to|need to|ought to)",
    "entry": "(appointment|meeting|event|entry)",
}

LOOKED_AHEAD = timedelta(weeks=4)
"""Of what comes every week, so much is compared with what is in the calendar already."""

PLACED = re.compile(r"(?P<title>.+) (?:at|in(?= (?:the|my|our|room) )) (?P<place>.+)")
"""A title that ends in a place."""

ODDLY = re.compile(r"\bevery (?:other|second|third|fourth|month|quarter|year)\b")

ODD = "I can repeat something on days of the week only."


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
    risk="medium",
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
    "{when} [please] remind me (to|about|of) {task}",
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
    risk="medium",
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


def meets(found: Appointment, start: datetime, length: timedelta) -> bool:
    """Whether it takes some of that time."""
    return found.start < start + length and start < found.start + found.length
