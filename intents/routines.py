"""Routines: several commands under one phrase, such as "good night"."""

from assistant import Reply, Routine, Routines, intent, listed, phrase

RULES = {
    "when": "(when|whenever|every time|each time)",
    "say": "i say",
    "please": "(please|(can|could|would|will) you [please])",
    "forget": "(forget|delete|remove|cancel|erase|kill)",
    "routine": "(routine|macro|shortcut)",
    "routines": "(routines|macros|shortcuts)",
    "called": "(called|named|for|by the name)",
}

READ_OUT = 6
"""More than so many names nobody keeps in mind."""


@intent(
    "{routine}",
    "[<please>] (run|start|do|execute|play|begin|launch) a <routine>",
    "[<please>] (run|start|do|execute|play|begin|launch) {routine}",
    "[<please>] (run|start|do|execute|play|begin|launch) [the|my|our] {routine} <routine>",
    "[<please>] (run|start|do|execute|play|begin|launch) [the|my|our] <routine> [called] {routine}",
    "(it's|it is) time for [the] {routine} <routine>",
    "<routine> {routine} [please|now]",
    "(i want|i'd like|i need) [the|my|our] {routine} <routine>",
    "(go through|carry out) [the|my|our] {routine} [<routine>]",
    "(let's do|let us do) [the|my|our] {routine} <routine>",
    "{routine} <routine> [please|now]",
    rules=RULES,
    risk="medium",
    asks={"routine": "Which routine?"},
    confirm="Do {routine}?",
    examples=("run a routine",),
)
def run(routine: Routine, routines: Routines) -> Reply:
    commands = routines.commands(routine)
    if not commands:
        return Reply(phrase("{routine} has nothing to do.", routine=str(routine)), ok=False)
    return Reply("", then=tuple(commands))


def learning(wording: str, name: str = "") -> str:
    return phrase("Learn this: {wording}?", wording=f"{name}: {wording}" if name else wording)


@intent(
    "<when> <say> {wording}",
    "[<please>] (remember|note) [that] <when> <say> {wording}",
    "from now on <when> <say> {wording}",
    "i want you to do this <when> <say> {wording}",
    "[<please>] (make|create|add|define|learn) [a|another] [new] <routine> <when> <say> {wording}",
    "new <routine> <when> <say> {wording}",
    "<when> you hear (me say|somebody say|the words) {wording}",
    "<when> (i'm|i am) saying {wording}",
    "[<please>] learn this <when> <say> {wording}",
    "learn that <when> <say> {wording}",
    rules=RULES,
    risk="medium",
    asks={"wording": "What will you say, and what shall I do then?"},
    confirm=learning,
    examples=("when i say good night turn off the lights and set an alarm for seven",),
)
def define(wording: str, routines: Routines, name: str = "") -> str:
    """What is said behind its name in German, "wenn ich … sage", has the name apart."""
    return told(routines.make(name, [wording]) if name else routines.define(wording))


@intent(
    "[<please>] (make|create|add|define|learn|set up) [a|another] [new] <routine> <called> {name}",
    "[<please>] (make|create|add|define|learn|set up) [a|another] [new] {name} <routine>",
    "new <routine> [<called>] {name}",
    "(i want|i need|i'd like) [a|another] [new] <routine> <called> {name}",
    "[<please>] (change|redefine|edit) [the|my] <routine> [<called>] {name}",
    "[<please>] (change|redefine|edit) [the|my] {name} <routine>",
    "[<please>] (make|create|add|define|learn|set up) [a|another] [new] <routine>",
    "new <routine>",
    "(let's|let us) (make|create|define) [a|another] [new] <routine> [<called> {name}]",
    "(teach you|learn) [a|another] [new] <routine> [<called> {name}]",
    rules=RULES,
    examples=("make a routine called good night",),
)
def teach(name: str = "good night") -> str:
    return phrase("Say it in one breath: when I say {name}, set an alarm for seven.", name=name)


@intent(
    "[<please>] <forget> [the|my|our] {routine} <routine>",
    "[<please>] <forget> a <routine>",
    "[<please>] <forget> [the|my|our] <routine> [<called>] {routine}",
    "(i don't need|i no longer need) [the|my|our] {routine} <routine> [anymore]",
    "get rid of [the|my|our] {routine} <routine>",
    "get rid of [the|my|our] <routine> [<called>] {routine}",
    "[<please>] (throw|take) [the|my|our] {routine} <routine> away",
    "[the|my|our] {routine} <routine> (isn't|is not|is no longer) needed [anymore]",
    "(don't|do not) (do|run) [the|my|our] {routine} <routine> [anymore|again]",
    "<routine> {routine} (is|can be) (gone|deleted|removed)",
    "(scrap|drop) [the|my|our] {routine} <routine>",
    rules=RULES,
    risk="high",
    asks={"routine": "Which routine?"},
    confirm="Forget the routine {routine}?",
    examples=("forget a routine",),
)
def forget(routine: Routine, routines: Routines) -> str:
    routines.forget(routine)
    return phrase("Forgotten: {routine}.", routine=str(routine))


@intent(
    "(which|what) <routines> (are there|do i have|have i got|do you know)",
    "(list|read|show|tell) [me] [all] [the|my|our] <routines>",
    "do i have any <routines>",
    "(are there|have i got) any <routines>",
    "how many <routines> (are there|do i have|do you know)",
    "what are [the|my|our] <routines> [called]",
    "name [all] [the|my|our] <routines>",
    "(can|could|would) you (list|name|read) [all] [the|my|our] <routines>",
    "(which|what) phrases (start|run) [a|my|the] (routine|routines)",
    "[the|my|our] <routines> please",
    rules=RULES,
    examples=("which routines do i have",),
)
def list_all(routines: Routines) -> str:
    names = [str(each) for each in routines.all()]
    if not names:
        return phrase("There are no routines. Say: when I say good night, turn off the lights.")
    more = len(names) - READ_OUT
    said = [*names[:READ_OUT], phrase("{count} more", count=more)] if more > 0 else names
    return phrase("You can say: {names}.", names=listed(said))


@intent(
    "what does [the|my|our] {routine} <routine> do",
    "what (happens|do you do) <when> <say> {routine}",
    "what's in [the|my|our] {routine} <routine>",
    "what is [in] [the|my|our] {routine} <routine>",
    "(tell|show|read) [me] [the|my|our] {routine} <routine>",
    "(explain|describe) [the|my|our] {routine} <routine>",
    "(explain|describe) a <routine>",
    "what will you do <when> <say> {routine}",
    "what does [the|my|our] <routine> [<called>] {routine} (do|mean)",
    "what is [the|my|our] {routine} <routine> (for|doing)",
    "(which|what) commands are in [the|my|our] {routine} <routine>",
    rules=RULES,
    asks={"routine": "Which routine?"},
    examples=("explain a routine",),
)
def explain(routine: Routine) -> str:
    return told(routine)


def told(routine: Routine) -> str:
    commands = listed(routine.commands)
    return phrase("When you say “{name}”: {commands}.", name=str(routine), commands=commands)
