"""The last reply once more."""

from assistant import Conversation, Reply, intent, phrase

RULES = {
    "again": "(again|once more|one more time|once again)",
    "it": "(that|it|that last (bit|part)|what you [just] (say|said)|"
    "(your|the) [(last|previous)] (answer|reply|sentence|words|bit|part))",
    "slowly": "([a (bit|little)] (slower|slowly|louder)|more (slowly|clearly))",
    "missed": "i (didn't|did not|couldn't|could not) [quite]",
}


@intent(
    "[please] (repeat|say) <it> [<again>] [<slowly>] [please]",
    "[please] (repeat|say) <it> [<slowly>] <again> [please]",
    "(can|could|would|will) you [please] (repeat|say) <it> [<again>] [<slowly>] [please]",
    "(would|do) you mind (repeating|saying) <it> [<again>]",
    "repeat [please|again]",
    "[sorry] what (did you [just] say|have you [just] said|was it [that] you [just] said) [again]",
    "[sorry] what was (that|it|your answer|the answer) [again]",
    "(pardon|pardon me|sorry what|come again|excuse me|say again) [please]",
    "(once|one time|one more time) [(more|again)] [please]",
    "[sorry] <missed> (hear|catch|get|follow|understand) (<it>|you|a word|any of that)",
    "[sorry] (i missed|i've missed) <it>",
    "[sorry] i (wasn't|was not) listening",
    "again please",
    "tell me [that] <again> [please]",
    "[(let me|can i|could i|may i|i want to|i'd like to)] hear <it> <again> [please]",
    "[please] read (that|it) [out] [to me] <again> [please]",
    rules=RULES,
    aside="repeat",
    examples=("say that again", "what did you say"),
)
def repeat(conversation: Conversation) -> str | Reply:
    return conversation.last_reply() or Reply(phrase("I haven't said anything yet."), ok=False)
