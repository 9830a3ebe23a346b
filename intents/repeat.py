"""The last reply once more."""

from assistant import Conversation, Reply, intent, phrase


@intent(
    "[please] (repeat|say) that [again] [please]",
    "(say|repeat) (it|that) (again|once more|one more time) [please]",
    "(can|could|would) you (repeat that|repeat it|say that again|say it again) [please]",
    "repeat [please|again]",
    "what did you [just] say",
    "what was that [again]",
    "(pardon|pardon me|sorry what|come again|excuse me|say again) [please]",
    "(once|one time) (more|again) [please]",
    "(i|sorry i) (didn't|did not|couldn't|could not) (hear|catch|get|understand) (that|it|you)",
    "again please",
    "repeat (your|the) (last|previous) (answer|reply|sentence|words)",
    "tell me (again|once more|one more time)",
    aside="repeat",
    examples=("say that again", "what did you say"),
)
def repeat(conversation: Conversation) -> str | Reply:
    return conversation.last_reply() or Reply(phrase("I haven't said anything yet."), ok=False)
