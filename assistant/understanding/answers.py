"""What may answer a question, as intents of a graph beside the commands.

The answers share lists and values with the commands, and there is nothing else among them: "ten
minutes" can only be the length that was asked for.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.records import Decision, IntentSpec, Language, SlotSpec, Template
from assistant.understanding.graph import FREE_TEXT
from assistant.understanding.idioms import idioms

YES_NO, CANCEL, AGAIN = "answer.yes_no", "answer.cancel", "answer.again"


def intents(intent: IntentSpec, decision: Decision, language: Language) -> list[IntentSpec]:
    """What may answer the decision's question about a command of the intent."""
    words = idioms(language)
    said = {CANCEL: words.cancel, AGAIN: words.again}
    answers = [IntentSpec(name, _templates(language, *texts)) for name, texts in said.items()]
    asked = [spec for spec in intent.slots if spec.name == decision.missing]
    if not any(spec.kind == "yes_no" for spec in asked):
        slot = SlotSpec("answer", "yes_no")
        answers.append(IntentSpec(YES_NO, _templates(language, "{answer}"), (slot,)))
    fitting = asked or [spec for spec in intent.slots if spec.kind != FREE_TEXT]
    free = [spec for spec in fitting if spec.kind == FREE_TEXT]
    texts = [
        f"{{{spec.name}}}" if spec in free else f"{words.leads} {{{spec.name}}} {words.tails}"
        for spec in fitting
    ]
    whole = [replace(one, text=f"{words.no} ({one.text})") for one in intent.templates]
    return [*answers, replace(intent, templates=(*_templates(language, *texts), *whole))]


def _templates(language: Language, *texts: str) -> tuple[Template, ...]:
    return tuple(Template(text, "an answer", language=language) for text in texts)
