"""Timers: several at once, with names, asked for and called off."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from assistant import Clock, Reply, Timer, choices, intent, listed, phrase, sentence

Unit = Annotated[int, choices({"minute": 60, "hour": 3600})]
"""One of these, in seconds."""

RULES = {
    "set": "(set|start|make|create|begin|put on) [me]",
    "a": "(a|an|the|my|another|a new|a second)",
    "left": "(left|remaining|to go)",
    "cancel": "(cancel|stop|delete|remove|clear|end|kill|turn off|switch off|forget)",
    "it": "(the|my|that|this) [{timer}] timer",
    "more": "(another {length}|{length} more)",
    "units": "({hours} more hours|{minutes} more (minute|minutes)|{seconds} more seconds)",
    "give": "(give me|i need|i want|let me have|can i have)",
}


@intent(
    "<set> [<a>] timer [for {length}]",
    "<set> [<a>] {length} timer",
    "<set> [<a>] {length} timer (called|named|for [the]) {name}",
    "<set> [<a>] timer (called|named) {name} for {length}",
    "<set> [<a>] timer for {length} (called|named) {name}",
    "<set> <a> {name} timer for {length}",
    "(give me|i need|i want|i'd like|can i have|could i have|let me have) [<a>] timer for {length}",
    "(give me|i need|i want|i'd like|can i have|could i have|let me have) [<a>] {length} timer",
    "(can|could|would) you (set|start) [<a>] timer for {length}",
    "(time|count down|countdown) [for] {length}",
    "[new] timer [for] {length}",
    "{length} timer [please]",
    "(tell|alert|notify|warn) me (in|after) {length}",
    "(tell|alert|notify|warn) me when {length} (is|are|has|have) (over|up|passed|gone)",
    rules=RULES,
    risk="medium",
    asks={"length": "For how long?"},
    confirm="A timer for {length}?",
    examples=("set a timer for ten minutes", "start a pasta timer for nine minutes"),
)
def set_timer(length: timedelta, clock: Clock, name: str = "") -> str | Reply:
    if not length:
        return Reply(phrase("That is no time at all."), ok=False)
    if name:
        clock.after(length, phrase("Your {name} timer is done.", name=name), name)
        return sentence(phrase("{name} timer set for {length}.", name=name, length=length))
    clock.after(length, phrase("Your timer for {length} is done.", length=length))
    return phrase("Timer set for {length}.", length=length)


@intent(
    "how (long|much time|many minutes) [is [there]] [still] <left> [on [<a>] [{timer}] timer]",
    "how (long|much time) (has|does) [<a>] [{timer}] timer [still] (have|got) [<left>]",
    "how much longer [(on|for|does) [<a>] [{timer}] timer] [(run|take|need)]",
    "how long (until|till|before) [<a>] [{timer}] timer (is done|is up|rings|goes off|ends)",
    "when (is|will) [<a>] [{timer}] timer [be] (done|up|over|ready|finished)",
    "when does [<a>] [{timer}] timer (end|ring|go off|finish|run out)",
    "what's [the] (time|status) [<left>] (on|of) [<a>] [{timer}] timer",
    "(check|show|read|tell me about) [<a>] [{timer}] timer",
    "(what|which|how many) timers (are|do i have) [there] [running|set|on|active]",
    "(list|show|read|check|tell me) [me] [all] [(my|the|of my)] timers",
    "(do i have|are there|have i got) any timers [running|set|on|active]",
    "(is there|do i have) a timer [running|set|on|active]",
    rules=RULES,
    examples=("how long is left", "how much time is left on the timer", "list my timers"),
)
def time_left(clock: Clock, timer: Timer | None = None) -> str:
    asked = [timer] if timer else [*timers_of(clock.ringing()), *running(clock)]
    if not asked:
        return phrase("There is no timer running.")
    return " ".join(sentence(standing(each, clock)) for each in asked)


def ask_cancel(clock: Clock, timer: Timer | None = None) -> str:
    asked = [timer] if timer else running(clock)
    if len(asked) != 1:
        return phrase("Cancel the timer?")
    return phrase("Cancel {timer}?", timer=title(asked[0]))


@intent(
    "<cancel> [<a>] [running] timer",
    "<cancel> [(the|my)] {timer} timer",
    "<cancel> [the] timer (for|called|named) [the] {timer}",
    "i (don't need|no longer need|don't want) (the|my|a) [{timer}] timer [(anymore|any more)]",
    "(the|my) [{timer}] timer (isn't|is not) needed [(anymore|any more)]",
    "(abort|drop|scrap|scratch|ditch|lose|get rid of) <it> [now]",
    "never mind [about] (the|my) [{timer}] timer",
    "no more [{timer}] timer",
    "(please|can you|could you|would you) <cancel> [<a>] [{timer}] timer",
    "take (the|my) [{timer}] timer off",
    rules=RULES,
    risk="medium",
    confirm=ask_cancel,
    examples=("cancel the timer", "i don't need the timer anymore"),
)
def cancel_timer(clock: Clock, timer: Timer | None = None) -> str | Reply:
    if timer is None and timers_of(clock.ringing()):
        clock.silence()
        return phrase("Stopped.")
    asked = [timer] if timer else running(clock)
    if len(asked) > 1:
        return Reply(phrase("Say which one to cancel: {names}.", names=titles(asked)), ok=False)
    cancelled = [each for each in asked if clock.cancel(each)]
    if not cancelled:
        return phrase("No timer is running.")
    return sentence(phrase("Cancelled {timer}.", timer=title(cancelled[0])))


@intent(
    "<cancel> (all|every|both) [of] [(the|my)] (timer|timers)",
    "<cancel> [(the|my)] timers",
    "<cancel> (every single|each) timer",
    "i want all [of] (my|the) timers (cancelled|gone|off)",
    "<cancel> everything that is (running|counting|ticking)",
    "(no more|forget the|forget my|forget all) timers",
    "(abort|drop|scrap|scratch|get rid of) [all] [(the|my)] timers",
    "i (don't need|no longer need|don't want) [all] [(the|my|any)] timers [(anymore|any more)]",
    "(please|can you|could you|would you) <cancel> [all] [(the|my)] timers",
    "never mind [about] (the|my) timers",
    "all timers (off|away|gone)",
    "reset [all] [(the|my)] timers",
    rules=RULES,
    risk="medium",
    confirm="Cancel all timers?",
    examples=("cancel all timers", "no more timers"),
)
def cancel_all_timers(clock: Clock) -> str:
    cancelled = [*clock.silence(), *(timer for timer in running(clock) if clock.cancel(timer))]
    return phrase("All timers are cancelled." if cancelled else "No timer is running.")


@intent(
    "add [another] {length} to <it>",
    "(increase|extend|lengthen|prolong|stretch) <it> [a bit] (by|for [another]) {length}",
    "(tack|stick) [another] {length} (onto|on) <it>",
    "<it> is {length} too short",
    "(keep|let) <it> (going|running) [for] (<more>|{length} longer)",
    "<it> (could|can|should) (do with|use) <more>",
    "(could|can|should) <it> (go on|run|keep going) [for] <more>",
    "give <it> <more>",
    "[(put|i need|i want|can (i|we) have|let me have)] <more> on <it>",
    "<it> needs <more>",
    "(make|let) <it> [run] {length} longer",
    "(add|i need|i want|give me) [some] more time (on|to|for) <it>",
    rules=RULES,
    risk="medium",
    asks={"length": "By how much?"},
    confirm="Lengthen the timer by {length}?",
    examples=("add five minutes to the timer",),
)
def lengthen_timer(length: timedelta, clock: Clock, timer: Timer | None = None) -> str | Reply:
    return changed(length, clock, timer)


@intent(
    "[<give>] <more> [please]",
    "[(add|<give>)] <units> [please]",
    "[(add|<give>)] another {unit} [please]",
    "[(add|put)] another {unit} (to|on|for) <it>",
    "give <it> another {unit}",
    "[(add|put)] <units> (to|on|for) <it>",
    "give <it> <units>",
    "<it> needs <units>",
    rules=RULES,
    examples=("five more minutes",),
)
def more_time(
    clock: Clock,
    length: timedelta = timedelta(),
    hours: int = 0,
    minutes: int = 0,
    seconds: int = 0,
    unit: Unit = 0,
    timer: Timer | None = None,
) -> str | Reply:
    """Of whatever rings, or else of the timer that runs."""
    more = length + timedelta(hours=hours, minutes=minutes, seconds=seconds + unit)
    if timer is None and clock.snooze(more):
        return phrase("Again in {length}.", length=more)
    return changed(more, clock, timer)


@intent(
    "(take|knock|shave|lop|cut|trim) {length} off <it>",
    "(shorten|reduce|decrease|cut|trim|drop|lower) <it> by {length}",
    "(bring|move) <it> forward [by] {length}",
    "<it> is {length} too long",
    "have <it> (ring|end|go off|finish) {length} (earlier|early|sooner)",
    "(subtract|remove|take) {length} [away] from <it>",
    "[(i need|i want|can (i|we) have)] {length} less on <it>",
    "(make|let) <it> [run] {length} shorter",
    "(make|let) <it> (ring|end|go off|finish) {length} (earlier|early|sooner)",
    rules=RULES,
    risk="medium",
    asks={"length": "By how much?"},
    confirm="Shorten the timer by {length}?",
    examples=("take two minutes off the timer",),
)
def shorten_timer(length: timedelta, clock: Clock, timer: Timer | None = None) -> str | Reply:
    return changed(-length, clock, timer)


def changed(length: timedelta, clock: Clock, timer: Timer | None) -> str | Reply:
    """Lengthen the timer that is meant, or shorten it, and say what is left of it."""
    asked = [timer] if timer else running(clock)
    if len(asked) > 1:
        return Reply(phrase("Say which one to change: {names}.", names=titles(asked)), ok=False)
    if asked and left(asked[0], clock) + length <= timedelta():
        rest = left(asked[0], clock)
        return Reply(sentence(phrase("{left} left; that is too little.", left=rest)), ok=False)
    later = clock.lengthen(asked[0], length) if asked else None
    if later is None:
        return Reply(phrase("No timer is running."), ok=False)
    return sentence(phrase("{left} left.", left=left(later, clock)))


def running(clock: Clock) -> list[Timer]:
    return timers_of(clock.timers())


def timers_of(timers: Sequence[Timer]) -> list[Timer]:
    return [timer for timer in timers if timer.kind == "timer"]


def title(timer: Timer) -> str:
    if timer.name:
        return phrase("the {name} timer", name=timer.name)
    return phrase("the timer for {length}", length=timer.length)


def titles(timers: Sequence[Timer]) -> str:
    return listed([title(timer) for timer in timers])


def standing(timer: Timer, clock: Clock) -> str:
    """What is left of it, or that it is over though nobody was there to ring it."""
    if timer.due <= clock.now():
        return phrase("{timer} is over.", timer=title(timer))
    return phrase("{left} left on {timer}.", left=left(timer, clock), timer=title(timer))


def left(timer: Timer, clock: Clock) -> timedelta:
    rest = max(timer.due - clock.now(), timedelta(seconds=1))
    return timedelta(seconds=round(rest.total_seconds()))
