"""Alarms: once or every week, rung again a little later, asked for and called off."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from assistant import (
    Clock,
    Reply,
    Timer,
    WakingTime,
    WeeklyWaking,
    intent,
    listed,
    phrase,
    sentence,
    spoken,
)

RULES = {
    "set": "(set|start|make|create|begin|put on) [me]",
    "a": "(a|an|the|my|another|a new|a second|a recurring)",
    "cancel": "(cancel|stop|delete|remove|clear|end|kill|turn off|switch off|forget)",
    "snooze": "(snooze|[let me] sleep|doze)",
}


@intent(
    "<set> [<a>] alarm [(for|at)] [{when}]",
    "<set> [<a>] {when} alarm",
    "wake me [up] [at] {when}",
    "[please] wake me [up] [at] {when}",
    "(i want|i need|i have|i'd like) to (wake|get|be) up [at] {when}",
    "(can|could|would) you (wake me up|wake me|set an alarm) [(at|for)] {when}",
    "get me (up|out of bed) [at] {when}",
    "(give me|i need|i want) an alarm (for|at) {when}",
    "[new] alarm (for|at) {when}",
    "(ring|sound the alarm|alert me) at {when}",
    "make sure (i'm|i am) (up|awake) (at|by) {when}",
    rules=RULES,
    risk="medium",
    asks={"when": "For what time?"},
    confirm="An alarm for {when}?",
    examples=("set an alarm for seven thirty", "wake me up at six tomorrow morning"),
)
def set_alarm(when: WakingTime, clock: Clock) -> str | Reply:
    said = spoken(when, now=clock.now())
    if when <= clock.now():
        return Reply(sentence(phrase("{when} is over already.", when=said)), ok=False)
    clock.at(when, ringing(when.time()), kind="alarm")
    return phrase("Alarm set for {when}.", when=said)


@intent(
    "<set> [<a>] alarm [(for|at)] {weekly}",
    "wake me [up] [at] {weekly}",
    "please wake me [up] {weekly}",
    "(i want|i need|i have|i'd like) to (wake|get|be) up {weekly}",
    "(can|could|would) you (wake me up|wake me|set an alarm) [for] {weekly}",
    "get me (up|out of bed) {weekly}",
    "(give me|i need|i want) an alarm [(for|at)] {weekly}",
    "[new] alarm [(for|at)] {weekly}",
    "(ring|sound the alarm|alert me) {weekly}",
    "make sure (i'm|i am) (up|awake) (at|by) {weekly}",
    rules=RULES,
    risk="medium",
    confirm="An alarm {weekly}?",
    examples=("wake me every weekday at seven", "set an alarm for saturdays at nine"),
)
def set_weekly_alarm(weekly: WeeklyWaking, clock: Clock) -> str:
    made = clock.every(weekly, ringing(weekly.at))
    first = spoken(made.due, now=clock.now())
    return phrase("Alarm set for {when}, first {first}.", when=weekly, first=first)


@intent(
    "snooze [it|that|the alarm|please] [for {length}]",
    "<snooze> for {length}",
    "[give me] {length} more sleep [please]",
    "(remind me|wake me|ring) again in {length}",
    "(remind me|wake me|ring) [again] later",
    "not (yet|now) [please]",
    "let me (snooze|doze) [for {length}]",
    "[just] (a little|a bit) longer [please]",
    "(i want|i'd like|i need) to (snooze|doze) [for {length}]",
    rules=RULES,
    examples=("snooze", "snooze for five minutes"),
)
def snooze(clock: Clock, length: timedelta = timedelta(minutes=9)) -> str | Reply:
    if not clock.snooze(length):
        return Reply(phrase("Nothing is ringing."), ok=False)
    return phrase("Again in {length}.", length=length)


def ask_cancel(clock: Clock, when: WakingTime | None = None, day: date | None = None) -> str:
    asked = those_of(when, day, clock) if when or day else alarms(clock)
    if not asked:
        return phrase("Cancel the alarm?")
    return phrase("Cancel the alarm for {times}?", times=times(asked, clock))


@intent(
    "<cancel> [(the|my|all|every|all the|all my)] (alarm|alarms)",
    "i (don't need|no longer need|don't want) [(the|my|an|any)] alarm[s] [(anymore|any more)]",
    "(the|my) (alarm isn't|alarms aren't) needed [(anymore|any more)]",
    "(abort|drop|scrap|scratch|get rid of) (the|my|that|all) (alarm|alarms)",
    "i won't need (the|my|an) alarm",
    "never mind [about] (the|my) (alarm|alarms)",
    "no (alarm|alarms) [please]",
    "(please|can you|could you|would you) <cancel> (the|my|all) (alarm|alarms)",
    "(don't|do not) wake me [up]",
    "let me sleep [in]",
    "turn (the|my) (alarm|alarms) off",
    "<cancel> [(the|my)] alarm (for|at|on) ({day}|{when})",
    "<cancel> (the|my) ({day}|{when}) alarm",
    "(please|can you|could you|would you) <cancel> (the|my) alarm (for|at|on) ({day}|{when})",
    "turn (the|my) (alarm (for|at|on) ({day}|{when})|({day}|{when}) alarm) off",
    rules=RULES,
    risk="medium",
    confirm=ask_cancel,
    examples=("cancel my alarm", "don't wake me up"),
)
def cancel_alarms(
    clock: Clock, when: WakingTime | None = None, day: date | None = None
) -> str | Reply:
    if when or day:
        return cancel_those_of(when, day, clock)
    if alarms_of(clock.ringing()):  # that one is meant, and not those of other days
        clock.silence()
        return phrase("Stopped.")
    cancelled = [alarm for alarm in alarms(clock) if clock.cancel(alarm)]
    if not cancelled:
        return phrase("No alarm is set.")
    return phrase("Cancelled the alarm for {times}.", times=times(cancelled, clock))


@intent(
    "(what|which|how many) alarms (are|do i have|have i) [there] [set|on|active]",
    "when (is|does|will) (my|the) [next] alarm [(ring|go off|set for|be)]",
    "what time is (my|the) [next] alarm [set] [for]",
    "(list|show|read|check|tell me) [me] [all] [(my|the|of my)] (alarm|alarms)",
    "(do i have|are there|have i got) any alarms [set|on|active]",
    "(is there|do i have|have i got|did i set) an alarm [set|on|active]",
    "(is|are) (my|the) (alarm|alarms) (on|set)",
    "when (do|will) i (get up|wake up|have to get up)",
    "when (are|will) you (waking|wake) me [up]",
    "what [time] (did i set|have i set) (my|the|an) alarm [for|to]",
    rules=RULES,
    examples=("when is my alarm", "list my alarms"),
)
def list_alarms(clock: Clock) -> str:
    now, known = clock.now(), alarms(clock)
    standing = {
        "The alarm for {times} is ringing.": alarms_of(clock.ringing()),
        "The alarm for {times} is over.": [each for each in known if each.due <= now],
        "Your alarm is set for {times}.": [each for each in known if each.due > now],
    }
    said = [phrase(text, times=times(each, clock)) for text, each in standing.items() if each]
    return " ".join(said) or phrase("No alarm is set.")


def cancel_those_of(when: datetime | None, day: date | None, clock: Clock) -> str | Reply:
    cancelled = [alarm for alarm in those_of(when, day, clock) if clock.cancel(alarm)]
    if not cancelled:
        said = spoken(when or day, now=clock.now())
        return Reply(phrase("No alarm is set for {when}.", when=said), ok=False)
    return phrase("Cancelled the alarm for {times}.", times=times(cancelled, clock))


def those_of(when: datetime | None, day: date | None, clock: Clock) -> list[Timer]:
    """Those of a day; or those at that very time, or else at that hour of another day."""
    known = alarms(clock)
    meant = [each for each in known if day == each.due.date() or when == each.due]
    if when and not meant:
        meant = [each for each in known if each.due.time() == when.time()]
    return meant


def ringing(at: time) -> str:
    """What is said when it rings, also when it was snoozed until then."""
    return phrase("This is your alarm for {time}.", time=at)


def alarms(clock: Clock) -> list[Timer]:
    return alarms_of(clock.timers())


def alarms_of(timers: Sequence[Timer]) -> list[Timer]:
    return [timer for timer in timers if timer.kind == "alarm"]


def times(found: list[Timer], clock: Clock) -> str:
    """ "every weekday at 7 am and tomorrow at 9 am"."""
    now = clock.now()
    said = [spoken(each.weekly) if each.weekly else spoken(each.due, now=now) for each in found]
    return listed(said)
