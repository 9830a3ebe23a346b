"""The shopping list and the to-do list."""

from typing import Annotated

from assistant import Lists, Reply, choices, intent, listed, phrase, sentence

Which = Annotated[
    str,
    choices(
        {
            "shopping|grocery|groceries": "shopping",
            "to do|todo|task|tasks": "to-do",
        }
    ),
]

RULES = {
    "list": "[(the|my|our)] [{which}] list",
    "add": "(add|put|write|enter)",
    "onto": "(to|on|onto|on to|in|into)",
    "remove": "(remove|delete|take|erase|cross|strike|scratch)",
}

READ_OUT = 8
"""More than so many things nobody keeps in mind."""


@intent(
    "<add> {item} <onto> <list> [please]",
    "please <add> {item} <onto> <list>",
    "<add> <onto> <list> {item}",
    "[(can|could|would) you] [please] <add> {item} <onto> <list>",
    "<list> <add> {item}",
    "(write|note) down {item} on <list>",
    "(i|we) need {item} on <list>",
    "(remember|don't forget) to buy {item}",
    "make sure {item} (is|are) on <list>",
    "(add|append) {item} to <list> [too|as well]",
    rules=RULES,
    risk="medium",
    asks={"item": "What shall I add?"},
    confirm="Add {item}?",
    examples=("add milk to the shopping list", "put call the bank on my to do list"),
)
def add(item: str, lists: Lists, which: Which = "shopping") -> str:
    added = [each for each in parts(item) if lists.add(which, each)]
    if not added:
        return sentence(phrase("{item} is on the {which} list already.", item=item, which=which))
    return sentence(phrase("Added {items} to the {which} list.", items=listed(added), which=which))


@intent(
    "<remove> {item} (from|off|off of) <list>",
    "(cross|strike|tick|check) off {item} (from|on) <list>",
    "<remove> [off] {item} on <list>",
    "please <remove> {item} (from|off) <list>",
    "(can|could|would) you <remove> {item} (from|off) <list>",
    "(tick|check) {item} off <list>",
    "get {item} off <list>",
    "make sure {item} (is|are) off <list>",
    "i (don't|no longer) need {item} on <list> [anymore]",
    "<list> <remove> {item}",
    rules=RULES,
    risk="medium",
    asks={"item": "What shall I take off?"},
    confirm="Take {item} off?",
    examples=("remove milk from the shopping list",),
)
def remove(item: str, lists: Lists, which: Which = "shopping") -> str | Reply:
    gone = [each for each in parts(item) if lists.remove(which, each)]
    if not gone:
        missing = phrase("{item} is not on the {which} list.", item=item, which=which)
        return Reply(sentence(missing), ok=False)
    return sentence(phrase("Took {items} off the {which} list.", items=listed(gone), which=which))


@intent(
    "(what's|what is) on <list>",
    "what (do i have|have i got|do we have) on <list>",
    "[please] (read|show|tell) [me] [out] <list>",
    "(read|tell) me everything on <list>",
    "(read|show) [me] what's on <list>",
    "(check|open|look at) <list>",
    "what does <list> say",
    "is (there|anything) [anything] on <list>",
    "how many things are on <list>",
    "what do (i|we) (need|have) to (buy|get)",
    "give me <list>",
    rules=RULES,
    examples=("what's on the shopping list", "read my to do list"),
)
def read(lists: Lists, which: Which = "shopping") -> str:
    items = lists.items(which)
    if not items:
        return phrase("The {which} list is empty.", which=which)
    more = len(items) - READ_OUT
    said = [*items[:READ_OUT], phrase("{count} more", count=more)] if more > 0 else items
    return phrase("On the {which} list: {items}.", which=which, items=listed(said))


@intent(
    "(clear|empty|delete|erase|wipe) <list>",
    "(clear|empty|delete|erase|remove) everything (on|from) <list>",
    "<remove> everything (from|off) <list>",
    "start (a|with a) (new|fresh) [{which}] list",
    "make a new [{which}] list",
    "(can|could|would) you (clear|empty) <list>",
    "<list> is done",
    "(throw|get rid of) <list> [away]",
    "i (bought|have|got) everything on <list>",
    "reset <list>",
    rules=RULES,
    risk="high",
    confirm="Clear the {which} list?",
    examples=("clear the shopping list",),
)
def clear(lists: Lists, which: Which = "shopping") -> str:
    cleared = lists.clear(which)
    return phrase(
        "Cleared the {which} list." if cleared else "The {which} list is empty.", which=which
    )


def parts(item: str) -> list[str]:
    """The things that were named in one breath: "milk and eggs"."""
    return [each for each in item.split(f" {phrase('and')} ") if each]
