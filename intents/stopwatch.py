"""A stopwatch."""

from datetime import timedelta

from assistant import Reply, Stopwatch, intent, phrase

RULES = {"the": "(the|my|a)", "watch": "(stopwatch|stop watch)"}


@intent(
    "(start|begin|run|launch) [<the>] <watch>",
    "<watch> [start|on|go]",
    "(resume|continue|restart) [<the>] <watch>",
    "(can|could|would) you (start|run) [<the>] <watch>",
    "(start|begin) (timing|measuring) [me|this] [now]",
    "(time|clock) (me|this) [now|please]",
    "(let|make) [<the>] <watch> run",
    "<the> <watch> please",
    "get [<the>] <watch> (going|running)",
    "(i need|i want|give me) <the> <watch>",
    rules=RULES,
    examples=("start the stopwatch",),
)
def start_stopwatch(stopwatch: Stopwatch) -> str:
    started = stopwatch.start()
    if started:
        return phrase("The stopwatch runs.")
    return phrase("It runs already: {elapsed}.", elapsed=shown(stopwatch))


@intent(
    "(stop|pause|hold|halt|freeze) [<the>] <watch>",
    "<watch> (stop|off|pause)",
    "(stop|end) (timing|measuring) [me|this] [now]",
    "(can|could|would) you (stop|pause) [<the>] <watch>",
    "(turn|switch) off <the> <watch>",
    "(turn|switch) <the> <watch> off",
    "(finish|end) [<the>] <watch>",
    "hold the clock",
    "i'm (done|finished) stop [<the>] <watch>",
    "enough [<the>] <watch>",
    rules=RULES,
    examples=("stop the stopwatch",),
)
def stop_stopwatch(stopwatch: Stopwatch) -> str | Reply:
    if not stopwatch.stop():
        return Reply(phrase("The stopwatch isn't running."), ok=False)
    return phrase("Stopped at {elapsed}.", elapsed=shown(stopwatch))


@intent(
    "(reset|clear|zero) [<the>] <watch>",
    "(set|put) <the> <watch> [back] to (zero|nought)",
    "<watch> (reset|to zero)",
    "(can|could|would) you (reset|clear) [<the>] <watch>",
    "(start|begin) <the> <watch> over",
    "(turn|bring|take) <the> <watch> back to (zero|nought)",
    "<the> <watch> [back] to (zero|nought)",
    "(wipe|delete|erase|empty) <the> <watch>",
    "(begin|start) the timing (over|again) from (zero|nought)",
    "<the> <watch> from (zero|nought)",
    rules=RULES,
    examples=("reset the stopwatch",),
)
def reset_stopwatch(stopwatch: Stopwatch) -> str:
    stopwatch.reset()
    return phrase("The stopwatch is back to zero.")


@intent(
    "(what does|what's on|what is on|what's|read|check|show) [me] <the> <watch> [say|show|at|now]",
    "how (long|much time) (is|has) [it|that] [been] on <the> <watch>",
    "how (long|much time) has <the> <watch> been running",
    "(what time|how much) is on <the> <watch>",
    "(tell|give) me the time on <the> <watch>",
    "where is <the> <watch> [at|now]",
    "(what's|what is|tell me) the elapsed time",
    "how (long|much time) (was|is|has) (it|that) [been|so far]",
    "is <the> <watch> (running|on)",
    "(do i have|is there) a <watch> running",
    rules=RULES,
    examples=("what does the stopwatch say",),
)
def read_stopwatch(stopwatch: Stopwatch) -> str:
    if stopwatch.elapsed() is None:
        return phrase("The stopwatch isn't running.")
    said = phrase("{elapsed}.", elapsed=shown(stopwatch))
    return said[:1].upper() + said[1:]


def shown(stopwatch: Stopwatch) -> timedelta:
    elapsed = stopwatch.elapsed() or timedelta()
    return timedelta(seconds=int(elapsed.total_seconds()))
