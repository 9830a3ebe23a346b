"""What may answer a question, as intents of a graph beside the commands.

The answers share lists and values with the commands, and there is nothing else among them: "ten
minutes" can only be the length that was asked for.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.records import Decision, IntentSpec, SlotSpec, Template
from assistant.understanding.graph import FREE_TEXT

YES_NO, CANCEL, AGAIN = "answer.yes_no", "answer.cancel", "answer.again"

_LEADS = (
    "[(no|nope|sorry|wait|um|uh)] [(it's|it is|make it|make that|say|i said|i mean|i meant|"
    "change it to|rather|better|that's|to|for|at|on|in|with)]"
)
_NO = "[(no|nope|sorry|wait)]"
_TAILS = "[(instead|please|then|rather)]"
_PHRASES = {
    CANCEL: (
        "(cancel|stop|abort|quit) [(it|that|this|everything|please)]",
        "[no] (never mind|nevermind|forget it|forget about it|leave it)",
    ),
    AGAIN: (
        "(repeat|say) (that|it) [again] [please]",
        "(again|once more|repeat|pardon|sorry|what|what was that|come again) [please]",
        "what did you (say|ask)",
    ),
}


def intents(intent: IntentSpec, decision: Decision) -> list[IntentSpec]:
    """What may answer the decision's question about a command of the intent."""
    answers = [IntentSpec(name, _templates(*said)) for name, said in _PHRASES.items()]
    asked = [spec for spec in intent.slots if spec.name == decision.missing]
    if not any(spec.kind == "yes_no" for spec in asked):
        slot = SlotSpec("answer", "yes_no")
        answers.append(IntentSpec(YES_NO, _templates("{answer}"), (slot,)))
    fitting = asked or [spec for spec in intent.slots if spec.kind != FREE_TEXT]
    free = [spec for spec in fitting if spec.kind == FREE_TEXT]
    texts = [
        f"{{{spec.name}}}" if spec in free else f"{_LEADS} {{{spec.name}}} {_TAILS}"
        for spec in fitting
    ]
    whole = [replace(one, text=f"{_NO} ({one.text})") for one in intent.templates]
    return [*answers, replace(intent, templates=(*_templates(*texts), *whole))]


def _templates(*texts: str) -> tuple[Template, ...]:
    return tuple(Template(text, "an answer") for text in texts)
