"""Sentences sampled from the templates of installed abilities, their slots filled as in life."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from assistant.records import IntentSpec, SlotSpec
from assistant.training.commands import Values, sample, sample_commands
from assistant.training.phrases import everyday_phrases

EVERYDAY_SHARE = 0.7
"""Of `all_commands`: how much comes from phrases.toml where there are abilities too."""

_MOMENT = "({time}|{date}|{day} at {time}|at {time} {day}|{day} {time}|in {duration})"
_WEEKLY = "(every|on) {day} at {time}"

KINDS = {
    "number": "{number}",
    "decimal": "({number}|{number}|{decimal})",
    "duration": "{duration}",
    "time": "{time}",
    "date": "({day}|{date})",
    "datetime": _MOMENT,
    "waking": _MOMENT,
    "phone": "{phone}",
    "percent": "{percent}",
    "ordinal": "{ordinal}",
    "weekly": _WEEKLY,
    "weekly_waking": _WEEKLY,
    "yes_no": "(yes|no|yeah|okay|sure|nope)",
    "text": "({task}|{event_word}|{title}|{grocery}|lunch with {person})",
}
"""What is said for each type of slot, as a template over the everyday lists."""

TEXTS = {
    "task": "{task}",
    "title": "({event_word}|{event_word} with {person}|lunch with {person}|{task})",
    "name": "{timer_name}",
}
"""What is said for free text in slots that are called so."""

LIVING = {
    "appointments": "({event_word}|{event_word} with {person})",
    "contacts": "{person}",
    "facts": "{subject}",
    "timers": "{timer_name}",
}
"""What is said for lists that only exist while the program runs."""
ANYTHING = "({event_word}|{title}|{grocery})"


def all_commands(abilities: Sequence[IntentSpec], seed: int) -> Iterator[str]:
    """Everyday commands mixed with those of the abilities, without end; the same for a seed."""
    random = Random(seed)
    everyday = everyday_phrases().commands(random.getrandbits(32))
    theirs = [ability_commands(ability, random.getrandbits(32)) for ability in abilities]
    while True:
        yield next(
            random.choice(theirs) if theirs and random.random() > EVERYDAY_SHARE else everyday
        )


def ability_commands(ability: IntentSpec, seed: int) -> Iterator[str]:
    """Sentences of one ability. Raises TemplateError where a template can't be read."""
    templates = [template.text for template in ability.templates if template.language == "en"]
    return sample_commands({ability.name: templates}, ability_values(ability), seed)


def ability_values(ability: IntentSpec) -> Values:
    """What stands for the slots, lists and rules that the ability's templates name."""
    slots = {slot.name: _everyday(_slot_templates(slot, ability)) for slot in ability.slots}
    kinds = {kind: _everyday([template]) for kind, template in KINDS.items()}
    lists = {name: [entry.text for entry in entries] for name, entries in ability.lists.items()}
    rules = {name: [rule] for name, rule in ability.rules.items()}
    return {**kinds, **lists, **slots, **rules}


def _slot_templates(slot: SlotSpec, ability: IntentSpec) -> Sequence[str]:
    """One of these is said; several, since a long list doesn't fit into one template."""
    if slot.kind == "text":
        return [TEXTS.get(slot.name, KINDS["text"])]
    if slot.kind != "list":
        return [KINDS.get(slot.kind, ANYTHING)]
    entries = ability.lists.get(slot.list_name)
    return [entry.text for entry in entries or ()] or [LIVING.get(slot.list_name, ANYTHING)]


def _everyday(templates: Sequence[str]) -> Callable[[Random], str]:
    """Draws from the everyday lists, whatever the ability calls its own."""
    return lambda random: sample(random.choice(templates), everyday_phrases().values, random)
