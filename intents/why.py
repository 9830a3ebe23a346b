"""Why the assistant did what it did, or did nothing."""

from assistant import Conversation, Reply, intent, phrase


@intent(
    "why did you (do|say|ask) (that|this|it) [please]",
    "why (do you ask|did you ask|are you asking) [me] [(that|this)]",
    "why (didn't|did not) you do (it|that|this|anything)",
    "why did you (not|never) do (it|that|this|anything)",
    "why did nothing happen",
    "(please|can you|could you) explain [(that|this|yourself)]",
    "explain (that|yourself|what you did|your [last] decision)",
    "what made you do (that|this|it)",
    "what did you (think|understand|take that for|take it for) [(i said|that was)]",
    "what (made you think|makes you think) (that|so|i wanted (that|it|this))",
    "(what was|what is|give me|tell me) the reason [why] you did (that|it|this)",
    "(what was|what is|give me|tell me) the reason for (that|it|this)",
    "how did you (decide|come to) that",
    "(tell me|i want to know|i wonder) why [you did (that|it|this)]",
    aside="answer",
    examples=("why did you do that",),
)
def why(conversation: Conversation) -> str | Reply:
    return conversation.why() or Reply(phrase("I haven't decided anything yet."), ok=False)
