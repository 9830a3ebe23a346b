"""What may answer a question, as intents of a graph beside the commands.

The answers share lists and values with the commands, and there is nothing else among them: "ten
minutes" can only be the length that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.records import Command, Decision, IntentSpec, Language, ListEntry, SlotSpec, Template
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.idioms import Idioms, idioms
from assistant.understanding.text import key, words

YES_NO, CANCEL, AGAIN, WHY = "answer.yes_no", "answer.cancel", "answer.again", "answer.why"
REST = "rest_of_"
"""What stands before a slot's name in the name of the list that finishes its entries."""


def intents(graph: CommandGraph, intent: IntentSpec, decision: Decision) -> list[IntentSpec]:
    """What may answer the decision's question about a command of the intent."""
    language = graph.language
    idiom = idioms(language)
    said = {CANCEL: idiom.cancel, AGAIN: idiom.again, WHY: idiom.why[1:] if idiom.why else ()}
    answers = [IntentSpec(name, _templates(language, *texts)) for name, texts in said.items()]
    asked = [spec for spec in intent.slots if spec.name == decision.missing]
    if not any(spec.kind == "yes_no" for spec in asked):
        slot = SlotSpec("answer", "yes_no")
        answers.append(IntentSpec(YES_NO, _templates(language, "{answer}"), (slot,)))
    fitting = asked or [spec for spec in intent.slots if spec.kind != FREE_TEXT]
    rests = {} if asked else dict(_rests(graph, intent, decision.command))
    texts = [_answer(spec, intent, idiom) for spec in fitting]
    texts += [_framed(f"{{{REST}{slot}:{slot}}}", idiom) for slot in rests]
    whole = [replace(one, text=f"{idiom.no} ({one.text})") for one in intent.templates]
    lists = {**intent.lists, **{REST + slot: entries for slot, entries in rests.items()}}
    templates = (*_templates(language, *texts), *whole)
    return [*answers, replace(intent, templates=templates, lists=lists)]


def _answer(spec: SlotSpec, intent: IntentSpec, idiom: Idioms) -> str:
    """A slot's value as it is said alone."""
    if spec.kind != FREE_TEXT:
        return _framed(f"{{{spec.name}}}", idiom)
    slot = re.compile(rf"([^\W\d_]+|\([^()\[\]{{}}<>]+\)) \{{{spec.name}\}}")
    before = {words for one in intent.templates for words in slot.findall(one.text)}
    return f"[({'|'.join(sorted(before))})] {{{spec.name}}}" if before else f"{{{spec.name}}}"


def _framed(slot: str, idiom: Idioms) -> str:
    return f"{idiom.leads} {slot} {idiom.tails}"


def _rests(
    graph: CommandGraph, intent: IntentSpec, command: Command | None
) -> Iterator[tuple[str, tuple[ListEntry, ...]]]:
    """What finishes longer names that begin as what was said: "smith" behind "anna"."""
    kinds = {spec.name: spec for spec in intent.slots}
    for slot in command.slots if command else ():
        said = list(map(key, words(slot.text)))
        entries = graph.entries.get(graph.filler(intent, kinds[slot.name]), ())
        longer = [(entry, entry.text.split()) for entry in entries]
        rest = tuple(
            replace(entry, text=" ".join(name[len(said) :]))
            for entry, name in longer
            if len(name) > len(said) and list(map(key, name[: len(said)])) == said
        )
        if rest:
            yield slot.name, rest


def _templates(language: Language, *texts: str) -> tuple[Template, ...]:
    return tuple(Template(text, "an answer", language=language) for text in texts)
